//! A contact: who, why, by which channel, in which language, when, and what else is known.

use crate::policy::{ChannelId, ContactTypeId, FieldId, FieldValue, Instant, LanguageId, SegmentId, Zone};

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
}
