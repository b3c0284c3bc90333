//! The fingerprint of a policy: the same for the same policy, whatever the file around it looks like.

use std::fmt;
use std::fmt::Write;

use sha2::{Digest, Sha256};

use crate::bundle::wire::WirePolicy;
use crate::policy::Policy;

/// The SHA-256 of a policy in canonical JSON (RFC 8785). It prints as in a file: `sha256:` and 64 hexadecimal digits.
///
/// It covers what decides and nothing else: a comment or a moved line in the strategy does not change it, nor does the
/// release of the time zone data.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fingerprint(String);

impl Fingerprint {
    /// The fingerprint of a policy.
    #[must_use]
    pub fn of(policy: &Policy) -> Self {
        Self::of_wire(&WirePolicy::write(policy))
    }

    pub(crate) fn of_wire(policy: &WirePolicy) -> Self {
        // INVARIANT: the form has text keys only, each once, so that it always has a canonical form.
        let bytes = serde_json_canonicalizer::to_vec(policy).unwrap_or_default();
        let mut digits = String::with_capacity(64);
        for byte in Sha256::digest(&bytes) {
            // Writing to a text in memory does not fail.
            let _ = write!(digits, "{byte:02x}");
        }
        Self(digits)
    }

    /// The first 12 digits, enough to tell two policies apart by eye.
    #[must_use]
    pub fn short(&self) -> &str {
        self.0.get(..12).unwrap_or(&self.0)
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "sha256:{}", self.0)
    }
}
