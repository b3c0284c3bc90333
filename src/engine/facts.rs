//! What is known of one contact, and whether a test fits it.

use std::cell::Cell;

use crate::engine::clocks::Clocks;
use crate::engine::contact::{Contact, Spoken};
use crate::policy::{DeskId, FieldId, FieldValue, NamedAxis, Policy, SegmentId, TermId, Test};

/// A value on an axis of names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Named {
    /// Not known.
    Unknown,
    /// Known, but none of the names that the strategy has.
    Other,
    /// The name of this number.
    At(u16),
}

impl Named {
    /// Whether it is the name of this number.
    pub(crate) fn is(self, value: u16) -> bool {
        self == Self::At(value)
    }
}

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
    terms: Vec<Cell<Option<bool>>>,
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
        let terms = vec![Cell::new(None); policy.terms.len()];
        Self { policy, clocks, contact, segment, day, ignored, terms }
    }

    /// Whether all tests fit; with none, every contact does.
    pub(crate) fn fit_all(&self, tests: &[Test]) -> bool {
        tests.iter().all(|test| self.fits(test))
    }

    /// Whether a test fits. What is not known fits no positive test and no comparison, and fits every negated one.
    pub(crate) fn fits(&self, test: &Test) -> bool {
        match test {
            Test::Named { axis, values, negated } => {
                let among = matches!(self.named(*axis), Named::At(value) if values.contains(&value));
                among != *negated
            }
            Test::Number { field, comparison } => {
                matches!(self.field(*field), Some(FieldValue::Number(number)) if comparison.fits(*number))
            }
            Test::Known { axis, known } => self.is_known(*axis) == *known,
            Test::Term { term, negated } => self.term(*term) != *negated,
            Test::Desk { desk, open } => self.desk_is_open(*desk) == *open,
        }
    }

    /// The value on an axis of names.
    pub(crate) fn named(&self, axis: NamedAxis) -> Named {
        match axis {
            NamedAxis::Customer => self.segment.map_or(Named::Unknown, |segment| Named::At(segment.0)),
            NamedAxis::ContactType => Named::At(self.contact.contact_type.0),
            NamedAxis::Channel => Named::At(self.contact.channel.0),
            NamedAxis::Language => match &self.contact.language {
                Spoken::Unknown => Named::Unknown,
                Spoken::Named(language) => Named::At(language.0),
                Spoken::Other(_) => Named::Other,
            },
            NamedAxis::Day => Named::At(self.day),
            NamedAxis::Field(field) => match self.field(field) {
                None => Named::Unknown,
                Some(FieldValue::Name(Some(name))) => Named::At(*name),
                Some(FieldValue::Name(None) | FieldValue::Number(_) | FieldValue::Text(_)) => Named::Other,
            },
        }
    }

    /// The value of a field, where it is known and can be.
    pub(crate) fn field(&self, field: FieldId) -> Option<&FieldValue> {
        self.contact.field(field).filter(|_| !self.ignored.contains(&field))
    }

    /// Whether a named condition holds. One that is written in terms of itself does not.
    pub(crate) fn term(&self, term: TermId) -> bool {
        let (Some(answer), Some((_, tests))) = (self.terms.get(term.index()), self.policy.term(term)) else {
            return false;
        };
        if let Some(known) = answer.get() {
            return known;
        }
        answer.set(Some(false));
        let holds = self.fit_all(tests);
        answer.set(Some(holds));
        holds
    }

    /// Whether a desk is open when the contact arrives.
    pub(crate) fn desk_is_open(&self, desk: DeskId) -> bool {
        let tables = self.clocks.of_desk(desk, self.contact.time_zone.as_ref());
        tables.is_some_and(|tables| tables.accepting.is_open(self.contact.arrived))
    }

    fn is_known(&self, axis: NamedAxis) -> bool {
        self.named(axis) != Named::Unknown
    }
}
