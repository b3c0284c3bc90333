//! The bytes of a file as a policy, refusing whatever is not understood in full.

use serde::Deserialize;
use serde_json::Value;

use crate::bundle::error::{BundleError, Problem, Unread};
use crate::bundle::fault::{Fault, Flaw, Within};
use crate::bundle::fingerprint::Fingerprint;
use crate::bundle::wire::{Limits, WireBundle, WirePlace, WirePolicy};
use crate::policy::{Places, Policy};

/// The version of the format that this program writes, and the newest that it reads.
pub const FORMAT: u32 = 1;

/// The size up to which a bundle is read.
pub const LARGEST_BUNDLE_BYTES: usize = 64 * 1024 * 1024;

/// A bundle that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bundle {
    /// What runs.
    pub policy: Policy,
    /// Where its elements were written.
    pub places: Places,
    /// The fingerprint of the policy.
    pub fingerprint: Fingerprint,
    /// The release of the time zone data of the program that made it.
    pub tzdb: String,
    /// The version of the public holidays of the program that made it.
    pub holidays: String,
    /// The program that made it.
    pub made_by: String,
}

impl Bundle {
    /// The bundle of these bytes.
    ///
    /// # Errors
    ///
    /// Refuses what is larger than [`LARGEST_BUNDLE_BYTES`], is no JSON, is of a newer format, has members that it does
    /// not know, does not fit its fingerprint, or contradicts itself.
    pub fn read(bytes: &[u8]) -> Result<Self, BundleError> {
        if bytes.len() > LARGEST_BUNDLE_BYTES {
            return Err(BundleError::TooLarge { bytes: bytes.len(), limit: LARGEST_BUNDLE_BYTES });
        }
        check_format(bytes)?;
        let bundle: WireBundle = serde_json::from_slice(bytes).map_err(|error| Unread::from(&error))?;
        let found = Fingerprint::of_wire(&bundle.policy);
        if found.to_string() != bundle.fingerprint {
            let (stated, found) = (bundle.fingerprint, found.to_string());
            return Err(BundleError::Fingerprint { stated, found });
        }
        let flawed = |fault: Fault| BundleError::Flawed { at: fault.pointer(), flaw: fault.flaw };
        let limits = bundle.policy.limits();
        let header = header(&bundle);
        let policy = read_policy(bundle.policy).within("policy").map_err(flawed)?;
        header.map_err(flawed)?;
        let places = read_places(bundle.places, &limits).within("places").map_err(flawed)?;
        let (tzdb, holidays, made_by) = (bundle.tzdb, bundle.holidays, bundle.made_by);
        Ok(Self { policy, places, fingerprint: found, tzdb, holidays, made_by })
    }
}

/// Refuses other formats before anything else, so that a newer bundle is not called a broken one.
fn check_format(bytes: &[u8]) -> Result<(), BundleError> {
    #[derive(Deserialize)]
    struct Format {
        format: Option<Value>,
    }
    let found: Format = serde_json::from_slice(bytes).map_err(|error| {
        let unread = Unread::from(&error);
        let format_twice = matches!(unread.problem, Problem::TwiceMember(_));
        if error.is_data() && !format_twice { BundleError::NotABundle } else { unread.into() }
    })?;
    let Some(format) = found.format else { return Err(BundleError::NotABundle) };
    match format.as_u64() {
        Some(known) if known == u64::from(FORMAT) => Ok(()),
        Some(newer) if newer > u64::from(FORMAT) => Err(BundleError::NewerFormat { format: newer, known: FORMAT }),
        Some(_) | None => Err(BundleError::NotABundle),
    }
}

/// What stands outside the policy says the same as the policy.
fn header(bundle: &WireBundle) -> Result<(), Fault> {
    let same = |equal: bool, member: &str| if equal { Ok(()) } else { Err(Flaw::Contradicts.into()).within(member) };
    same(bundle.strategy == bundle.policy.strategy, "strategy")?;
    same(bundle.version == bundle.policy.version, "version")
}

/// The policy, if writing it again gives what was read: then no name beside a number is wrong.
fn read_policy(wire: WirePolicy) -> Result<Policy, Fault> {
    let policy = wire.clone().read()?;
    let again = WirePolicy::write(&policy);
    if again == wire {
        return Ok(policy);
    }
    let value = |wire| serde_json::to_value(wire).unwrap_or_default();
    Err(difference(&value(&wire), &value(&again)))
}

fn read_places(list: Vec<WirePlace>, limits: &Limits) -> Result<Places, Fault> {
    let mut places = Places::new();
    for (at, place) in list.into_iter().enumerate() {
        let (element, place) = place.read(limits).within(at)?;
        if places.insert(element, place).is_some() {
            return Err(Flaw::NotInOrder.into()).within(at);
        }
    }
    Ok(places)
}

/// Where two values begin to differ.
fn difference(first: &Value, second: &Value) -> Fault {
    let inner = match (first, second) {
        (Value::Object(first), Value::Object(second)) => first.iter().find_map(|(member, value)| {
            let other = second.get(member).unwrap_or(&Value::Null);
            (value != other).then(|| Err(difference(value, other)).within(member))
        }),
        (Value::Array(first), Value::Array(second)) => first
            .iter()
            .zip(second)
            .enumerate()
            .find_map(|(at, (a, b))| (a != b).then(|| Err(difference(a, b)).within(at))),
        _ => None,
    };
    match inner {
        Some(Err(fault)) => fault,
        Some(Ok(())) | None => Flaw::Contradicts.into(),
    }
}
