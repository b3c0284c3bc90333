//! A contact that is being made up, and the words in which a story tells it.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::engine::{Contact, Spoken};
use crate::notation::{Moment, MomentDay};
use crate::policy::{ChannelId, ContactTypeId, Duration, FieldId, FieldKind, FieldValue, Instant, Policy, SegmentId};
use crate::stories::contact::{contact_from_phrase, date_of};

/// A contact that is being made up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sketch {
    pub(crate) contact_type: ContactTypeId,
    pub(crate) channel: ChannelId,
    pub(crate) customer: Option<SegmentId>,
    pub(crate) language: Spoken,
    pub(crate) fields: BTreeMap<FieldId, FieldValue>,
    pub(crate) moment: Moment,
}

impl Sketch {
    /// The contact in the words of a story, and the contact that these words are read as. `None` where the notation cannot
    /// tell it, as where a name reads as another one.
    pub(crate) fn told(&self, policy: &Policy) -> Option<(String, Contact)> {
        let words = self.words(policy)?;
        let contact = contact_from_phrase(&words, policy, None).ok()?;
        let same = contact.contact_type == self.contact_type
            && contact.unknown_contact_type.is_none()
            && contact.channel == self.channel
            && contact.customer == self.customer
            && contact.unknown_customer.is_none()
            && contact.language == self.language
            && (0u16..).map(FieldId).zip(&policy.fields).all(|(id, _)| contact.field(id) == self.fields.get(&id));
        same.then_some((words, contact))
    }

    fn words(&self, policy: &Policy) -> Option<String> {
        let (contact_type, channel) = (policy.contact_type(self.contact_type)?, policy.channel(self.channel)?);
        let mut words = format!("{} on {}", contact_type.name, channel.name);
        if let Some(customer) = self.customer {
            let _ = write!(words, " from {}", policy.segment(customer)?.name);
        }
        let _ = write!(words, ", {}", self.moment);
        for (id, value) in &self.fields {
            let field = policy.field(*id)?;
            let _ = write!(words, ", {} {}", field.name, value_words(&field.kind, value)?);
        }
        match &self.language {
            Spoken::Unknown => {}
            Spoken::Named(language) => {
                let _ = write!(words, ", in {}", policy.language(*language)?);
            }
            Spoken::Other(language) => {
                let _ = write!(words, ", in {language}");
            }
        }
        Some(words)
    }
}

/// The value of a field as a contact line has it; `None` where it has no form there.
pub(crate) fn value_words(kind: &FieldKind, value: &FieldValue) -> Option<String> {
    match (kind, value) {
        (FieldKind::Time, FieldValue::Number(seconds)) => {
            let seconds = seconds.whole_part().filter(|seconds| *seconds > 0)?;
            Some(Duration::of_seconds(seconds).to_string())
        }
        (FieldKind::Number { .. }, FieldValue::Number(number)) => Some(number.to_string()),
        (FieldKind::OneOf(_) | FieldKind::YesNo, FieldValue::Name(Some(at))) => kind.name(*at).map(str::to_owned),
        (FieldKind::OneOf(_), FieldValue::Name(None)) => Some("something else".into()),
        (FieldKind::Text, FieldValue::Text(text)) => Some(text.clone()),
        (_, FieldValue::Number(_) | FieldValue::Name(_) | FieldValue::Text(_)) => None,
    }
}

/// An instant as a story tells it: by its weekday in the first week, else by its date. `None` for one that clocks do not
/// show to the minute, or only as a second time.
pub(crate) fn moment_at(policy: &Policy, instant: Instant) -> Option<Moment> {
    let local = policy.time_zone.local(instant);
    let whole = local.time.seconds().is_multiple_of(60) && policy.time_zone.first_at(local.date, local.time) == instant;
    let by_weekday = Moment { day: MomentDay::Weekday(local.weekday()), time: local.time };
    let by_date = Moment { day: MomentDay::Date(local.date), time: local.time };
    let first_week = date_of(by_weekday, policy, None) == Some(local.date);
    whole.then_some(if first_week { by_weekday } else { by_date })
}
