//! Which customer segment a contact belongs to, and how that is known.

use crate::engine::clocks::Clocks;
use crate::engine::contact::Contact;
use crate::engine::decision::{Recognised, Recognition};
use crate::engine::facts::Facts;
use crate::policy::{FieldId, Policy, SegmentId};

/// The contact with its segment, ready to be tested.
pub(crate) fn recognised<'a>(policy: &'a Policy, clocks: &'a Clocks, contact: &'a Contact) -> (Facts<'a>, Recognised) {
    // Which fields can be known may depend on the customer, and who the customer is on the fields. What is written
    // about the one is read with the other as it came.
    let raw = Facts::new(policy, clocks, contact, contact.customer, Vec::new());
    let conditional = policy.fields.iter().any(|field| !field.only_when.is_empty());
    let (by_raw, ignored) = if conditional {
        let first = segment(&raw);
        let raw = Facts::new(policy, clocks, contact, first.segment, Vec::new());
        (None, impossible(&raw))
    } else {
        (Some(segment(&raw)), Vec::new())
    };
    let recognised =
        by_raw.unwrap_or_else(|| segment(&Facts::new(policy, clocks, contact, contact.customer, ignored.clone())));
    (Facts::new(policy, clocks, contact, recognised.segment, ignored), recognised)
}

/// Fields that the contact brings although they cannot be known there: their absence is a fact, on which gaps rely.
fn impossible(facts: &Facts<'_>) -> Vec<FieldId> {
    let given = (0u16..).map(FieldId).zip(&facts.policy.fields);
    let given = given.filter(|(id, _)| facts.contact.field(*id).is_some());
    given.filter(|(_, field)| !facts.fit_all(&field.only_when)).map(|(id, _)| id).collect()
}

fn segment(facts: &Facts<'_>) -> Recognised {
    let how = |segment, how| Recognised { segment, how };
    if facts.contact.unknown_customer.is_some() {
        return how(facts.contact.customer, Recognition::NameUnknown);
    }
    if facts.contact.customer.is_some() {
        return how(facts.contact.customer, Recognition::Given);
    }
    let segments = || (0u16..).map(SegmentId).zip(&facts.policy.segments);
    let by_fields = segments().find(|(_, segment)| {
        !segment.by_name_only && !segment.recognised_by.is_empty() && facts.fit_all(&segment.recognised_by)
    });
    if let Some((found, _)) = by_fields {
        return how(Some(found), Recognition::ByFields);
    }
    let last = segments().last().filter(|(_, last)| !last.by_name_only && last.recognised_by.is_empty());
    match last {
        Some((last, _)) => how(Some(last), Recognition::EveryoneElse),
        None => how(None, Recognition::Nobody),
    }
}
