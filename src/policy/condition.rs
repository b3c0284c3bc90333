//! One test of a condition, with its names resolved. A condition is a list of tests that must all fit.

use std::cell::Cell;

use crate::measure::{Comparison, Decimal};
use crate::policy::ids::{DeskId, FieldId, TermId};

/// An axis of finitely many names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NamedAxis {
    /// The customer segment; values are segment numbers.
    Customer,
    /// The contact type; values are contact-type numbers. A parent has been replaced by itself and its parts.
    ContactType,
    /// The channel; values are channel numbers. A kind or family has been replaced by its channels.
    Channel,
    /// The language; values are language numbers.
    Language,
    /// The weekday in the strategy's time zone; values 0 (Monday) to 6 (Sunday).
    Day,
    /// A `one of` field (values are positions in its list) or a `yes or no` field (0 yes, 1 no).
    Field(FieldId),
}

/// A test. A field that is not known fits no positive test and no comparison, and fits every negated one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Test {
    /// The value is one of these (or, negated, none of these).
    Named {
        /// Which axis.
        axis: NamedAxis,
        /// INVARIANT: sorted, without doubles.
        values: Vec<u16>,
        /// `is not`.
        negated: bool,
    },
    /// A number compares so. Lengths of time are in seconds.
    Number {
        /// Which field.
        field: FieldId,
        /// How.
        comparison: Comparison,
    },
    /// The value is known, or is not.
    Known {
        /// Which axis; number and text fields too.
        axis: NamedAxis,
        /// `is known` or `is not known`.
        known: bool,
    },
    /// A named condition holds, or does not.
    Term {
        /// Which.
        term: TermId,
        /// `contact is not`.
        negated: bool,
    },
    /// A desk is open, or closed, when the contact arrives.
    Desk {
        /// Which.
        desk: DeskId,
        /// Open or closed.
        open: bool,
    },
}

/// A value on an axis of names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NamedValue {
    /// Not known.
    Unknown,
    /// Known, but none of the names that the strategy has.
    Other,
    /// The name of this number.
    At(u16),
}

impl NamedValue {
    /// Whether it is the name of this number.
    #[must_use]
    pub fn is(self, value: u16) -> bool {
        self == Self::At(value)
    }
}

/// What is known of a contact.
pub trait Known {
    /// The value on an axis of names; `Other` too for a number or text that is known.
    fn named(&self, axis: NamedAxis) -> NamedValue;
    /// The number in a field, where it is known.
    fn number(&self, field: FieldId) -> Option<Decimal>;
    /// Whether a named condition holds. One that is written in terms of itself does not.
    fn term(&self, term: TermId) -> bool;
    /// Whether a desk is open when the contact arrives.
    fn desk_is_open(&self, desk: DeskId) -> bool;
}

impl Test {
    /// Whether it fits a contact of which so much is known. This is the only place that says what a test means.
    #[must_use]
    pub fn fits(&self, known: &impl Known) -> bool {
        match self {
            Self::Named { axis, values, negated } => {
                let among = matches!(known.named(*axis), NamedValue::At(value) if values.binary_search(&value).is_ok());
                among != *negated
            }
            Self::Number { field, comparison } => known.number(*field).is_some_and(|number| comparison.fits(number)),
            Self::Known { axis, known: wanted } => (known.named(*axis) != NamedValue::Unknown) == *wanted,
            Self::Term { term, negated } => known.term(*term) != *negated,
            Self::Desk { desk, open } => known.desk_is_open(*desk) == *open,
        }
    }
}

/// What each named condition answered for one contact, so that none is worked out twice and none goes round in circles.
#[derive(Debug)]
pub struct TermAnswers(Vec<Cell<Option<bool>>>);

impl TermAnswers {
    /// No answers yet, for so many named conditions.
    #[must_use]
    pub fn new(terms: usize) -> Self {
        Self(vec![Cell::new(None); terms])
    }

    /// Whether the condition holds; worked out by `holds` when it is asked for the first time. While that goes on it does
    /// not hold, and neither does one that the strategy does not have.
    pub fn get(&self, term: TermId, holds: impl FnOnce() -> bool) -> bool {
        let Some(answer) = self.0.get(term.index()) else { return false };
        if let Some(known) = answer.get() {
            return known;
        }
        answer.set(Some(false));
        let holds = holds();
        answer.set(Some(holds));
        holds
    }
}
