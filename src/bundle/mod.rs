//! Policy ↔ the versioned, hashed runtime config in JSON. Floor 3: knows the policy and nothing else.

mod error;
mod fault;
mod fingerprint;
mod layout;
mod read;
mod schema;
mod wire;
mod write;

#[cfg(test)]
mod tests;

pub use error::{BundleError, Problem, Unread};
pub use fault::Flaw;
pub use fingerprint::Fingerprint;
pub use read::{Bundle, FORMAT, LARGEST_BUNDLE_BYTES};
pub use schema::schema;
