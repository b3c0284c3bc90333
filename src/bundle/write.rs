//! A policy and the places of its elements as the bytes of a file.

use crate::bundle::fingerprint::Fingerprint;
use crate::bundle::layout::folded;
use crate::bundle::read::{Bundle, FORMAT};
use crate::bundle::wire::{WireBundle, WirePlace, WirePolicy};
use crate::policy::{Places, Policy, holiday_data_version, tzdb_version};

/// The program that makes files of this format.
const MADE_BY: &str = concat!("frontdesk ", env!("CARGO_PKG_VERSION"));

impl Bundle {
    /// The bytes of the runtime config: readable JSON, the same for the same policy and places on any machine.
    #[must_use]
    pub fn write(policy: &Policy, places: &Places) -> Vec<u8> {
        let wire = WirePolicy::write(policy);
        let bundle = WireBundle {
            format: FORMAT,
            strategy: policy.strategy.clone(),
            version: policy.version.clone(),
            fingerprint: Fingerprint::of_wire(&wire).to_string(),
            tzdb: tzdb_version().into(),
            holidays: holiday_data_version().into(),
            made_by: MADE_BY.into(),
            policy: wire,
            places: places.iter().filter_map(|(element, place)| WirePlace::write(element, place)).collect(),
        };
        // INVARIANT: the form has text keys only, so that it can always be written.
        let indented = serde_json::to_string_pretty(&bundle).unwrap_or_default();
        folded(&indented).into_bytes()
    }
}
