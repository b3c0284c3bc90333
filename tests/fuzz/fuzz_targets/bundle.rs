//! Any bytes are read as a bundle: it is a bundle or it is refused, and the refusal has words. What is read decides.
#![no_main]

use std::hint::black_box;

use frontdesk::compilation::load;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| match load(bytes) {
    Err(refused) => assert!(!refused.to_string().is_empty()),
    Ok(runtime) => {
        if let Ok(contact) = runtime.contact_from_json("{}") {
            black_box(runtime.decide(&contact));
        }
    }
});
