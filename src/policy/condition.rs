//! One test of a condition, with its names resolved. A condition is a list of tests that must all fit.

use crate::measure::Decimal;
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

/// A comparison with exact decimal numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Comparison {
    /// More than.
    Above(Decimal),
    /// Less than.
    Below(Decimal),
    /// This or more.
    AtLeast(Decimal),
    /// This or less.
    AtMost(Decimal),
    /// From the first to the second, both included.
    Between(Decimal, Decimal),
}

impl Comparison {
    /// Whether a number fits.
    #[must_use]
    pub fn fits(self, number: Decimal) -> bool {
        match self {
            Self::Above(bound) => number > bound,
            Self::Below(bound) => number < bound,
            Self::AtLeast(bound) => number >= bound,
            Self::AtMost(bound) => number <= bound,
            Self::Between(low, high) => low <= number && number <= high,
        }
    }
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
