//! Any bytes are read as a bundle: it is a bundle or it is refused, and the refusal has words. What is read decides. A text of
//! JSON gets the fingerprint of its policy first, so that what lies behind the fingerprint is met too.
#![no_main]

use std::hint::black_box;

use frontdesk::compilation::{Runtime, load};
use libfuzzer_sys::fuzz_target;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

fuzz_target!(|bytes: &[u8]| {
    read(bytes);
    if let Some(sealed) = sealed(bytes) {
        read(&sealed);
    }
});

/// The same bundle with the fingerprint that its policy has.
fn sealed(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut bundle: Value = serde_json::from_slice(bytes).ok()?;
    let canonical = serde_json_canonicalizer::to_vec(bundle.get("policy")?).ok()?;
    let digits: String = Sha256::digest(canonical).iter().map(|byte| format!("{byte:02x}")).collect();
    bundle.as_object_mut()?.insert("fingerprint".into(), json!(format!("sha256:{digits}")));
    serde_json::to_vec(&bundle).ok()
}

fn read(bytes: &[u8]) {
    match load(bytes) {
        Err(refused) => assert!(!refused.to_string().is_empty()),
        Ok(runtime) => decide(&runtime),
    }
}

/// Every contact type on every channel, a few of each, at two instants.
fn decide(runtime: &Runtime) {
    let policy = runtime.policy();
    for contact_type in policy.contact_types.iter().take(3) {
        for channel in policy.channels.iter().take(3) {
            for at in ["2026-10-25T01:30:00Z", "2027-12-31T23:59:59Z"] {
                let contact = json!({ "contact type": contact_type.name, "channel": channel.name, "at": at });
                if let Ok(contact) = runtime.contact_from_json(&contact.to_string()) {
                    black_box(runtime.explain(&contact));
                }
            }
        }
    }
}
