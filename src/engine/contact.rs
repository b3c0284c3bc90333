//! A contact: who, why, by which channel, in which language, when, and what else is known.

use crate::policy::{ChannelId, ContactTypeId, FieldId, FieldValue, Instant, LanguageId, Policy, SegmentId, Zone};

/// The language of a contact.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Spoken {
    /// Not known.
    #[default]
    Unknown,
    /// One that the strategy names.
    Named(LanguageId),
    /// Another one, by its name.
    Other(String),
}

/// A contact, as it is known when it is decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// The customer segment that comes with the contact; it overrules recognition by fields.
    pub customer: Option<SegmentId>,
    /// The name of a segment that the strategy does not have; `customer` is then the one that takes everyone else.
    pub unknown_customer: Option<String>,
    /// The contact type.
    pub contact_type: ContactTypeId,
    /// The name of a contact type that the strategy does not have; `contact_type` is then the one that takes everything
    /// else.
    pub unknown_contact_type: Option<String>,
    /// The channel on which it arrived.
    pub channel: ChannelId,
    /// The language.
    pub language: Spoken,
    /// The value of each field, by the field's number; what is missing at the end is not known.
    pub fields: Vec<Option<FieldValue>>,
    /// The instant at which it arrived.
    pub arrived: Instant,
    /// The person who answered this customer before.
    pub handled_before: Option<String>,
    /// When that was, where it is known.
    pub handled_at: Option<Instant>,
    /// The zone of the customer's wall clock.
    pub time_zone: Option<Zone>,
}

impl Contact {
    /// A contact of which nothing is known but why, where and when.
    #[must_use]
    pub fn new(contact_type: ContactTypeId, channel: ChannelId, arrived: Instant) -> Self {
        Self {
            customer: None,
            unknown_customer: None,
            contact_type,
            unknown_contact_type: None,
            channel,
            language: Spoken::Unknown,
            fields: Vec::new(),
            arrived,
            handled_before: None,
            handled_at: None,
            time_zone: None,
        }
    }

    /// The value of a field, where it is known.
    #[must_use]
    pub fn field(&self, field: FieldId) -> Option<&FieldValue> {
        self.fields.get(field.index()).and_then(Option::as_ref)
    }

    /// Sets the value of a field.
    pub fn set_field(&mut self, field: FieldId, value: FieldValue) {
        if self.fields.len() <= field.index() {
            self.fields.resize(field.index() + 1, None);
        }
        if let Some(slot) = self.fields.get_mut(field.index()) {
            *slot = Some(value);
        }
    }

    /// Sets the contact type by its name. A name that the policy does not have stands for its catch-all; without one it
    /// is not set, and the answer is `false`.
    pub fn set_contact_type(&mut self, policy: &Policy, name: &str) -> bool {
        if let Some(found) = policy.contact_type_named(name) {
            (self.contact_type, self.unknown_contact_type) = (found, None);
            return true;
        }
        let Some(everything_else) = policy.everything_else() else { return false };
        (self.contact_type, self.unknown_contact_type) = (everything_else, Some(name.into()));
        true
    }

    /// Sets the customer segment by its name. A name that the policy does not have stands for the segment that takes
    /// everyone else; where the policy has segments but none that does, it is not set, and the answer is `false`.
    pub fn set_customer(&mut self, policy: &Policy, name: &str) -> bool {
        if let Some(found) = policy.segment_named(name) {
            (self.customer, self.unknown_customer) = (Some(found), None);
            return true;
        }
        let everyone_else = policy.everyone_else();
        if everyone_else.is_none() && !policy.segments.is_empty() {
            return false;
        }
        (self.customer, self.unknown_customer) = (everyone_else, Some(name.into()));
        true
    }

    /// Sets the language by its name.
    pub fn set_language(&mut self, policy: &Policy, name: &str) {
        self.language = match policy.language_named(name) {
            Some(found) => Spoken::Named(found),
            None => Spoken::Other(name.into()),
        };
    }
}
