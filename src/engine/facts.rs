//! What is known of one contact, and whether a test fits it.

use crate::engine::clocks::Clocks;
use crate::engine::contact::{Contact, Spoken};
use crate::policy::{
    Decimal, DeskId, FieldId, FieldValue, Known, NamedAxis, NamedValue, Policy, SegmentId, TermAnswers, TermId, Test,
};

/// One contact, ready to be tested.
#[derive(Debug)]
pub(crate) struct Facts<'a> {
    pub(crate) policy: &'a Policy,
    pub(crate) clocks: &'a Clocks,
    pub(crate) contact: &'a Contact,
    /// The customer segment, once it is known.
    pub(crate) segment: Option<SegmentId>,
    /// The weekday of arrival in the strategy's zone.
    day: u16,
    /// Fields that came with the contact although they cannot be known there.
    pub(crate) ignored: Vec<FieldId>,
    /// What each named condition answered, so that none is worked out twice.
    terms: TermAnswers,
}

impl<'a> Facts<'a> {
    pub(crate) fn new(
        policy: &'a Policy,
        clocks: &'a Clocks,
        contact: &'a Contact,
        segment: Option<SegmentId>,
        ignored: Vec<FieldId>,
    ) -> Self {
        let day = policy.time_zone.local(contact.arrived).weekday().index().into();
        let terms = TermAnswers::new(policy.terms.len());
        Self { policy, clocks, contact, segment, day, ignored, terms }
    }

    /// Whether all tests fit; with none, every contact does.
    pub(crate) fn fit_all(&self, tests: &[Test]) -> bool {
        tests.iter().all(|test| test.fits(self))
    }

    /// The value of a field, where it is known and can be.
    pub(crate) fn field(&self, field: FieldId) -> Option<&FieldValue> {
        self.contact.field(field).filter(|_| !self.ignored.contains(&field))
    }
}

impl Known for Facts<'_> {
    fn named(&self, axis: NamedAxis) -> NamedValue {
        match axis {
            NamedAxis::Customer => self.segment.map_or(NamedValue::Unknown, |segment| NamedValue::At(segment.0)),
            NamedAxis::ContactType => NamedValue::At(self.contact.contact_type.0),
            NamedAxis::Channel => NamedValue::At(self.contact.channel.0),
            NamedAxis::Language => match &self.contact.language {
                Spoken::Unknown => NamedValue::Unknown,
                Spoken::Named(language) => NamedValue::At(language.0),
                Spoken::Other(_) => NamedValue::Other,
            },
            NamedAxis::Day => NamedValue::At(self.day),
            NamedAxis::Field(field) => self.field(field).map_or(NamedValue::Unknown, FieldValue::name),
        }
    }

    fn number(&self, field: FieldId) -> Option<Decimal> {
        self.field(field).and_then(FieldValue::number)
    }

    fn term(&self, term: TermId) -> bool {
        self.terms.get(term, || self.policy.term(term).is_some_and(|(_, tests)| self.fit_all(tests)))
    }

    fn desk_is_open(&self, desk: DeskId) -> bool {
        let tables = self.clocks.of_desk(desk, self.contact.time_zone.as_ref());
        tables.is_some_and(|tables| tables.accepting.is_open(self.contact.arrived))
    }
}
