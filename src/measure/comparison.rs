//! How a number compares with bounds.

use crate::measure::decimal::Decimal;

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

    /// The same comparison with its numbers changed; none where one of them cannot be.
    #[must_use]
    pub fn with(self, change: impl Fn(Decimal) -> Option<Decimal>) -> Option<Self> {
        Some(match self {
            Self::Above(bound) => Self::Above(change(bound)?),
            Self::Below(bound) => Self::Below(change(bound)?),
            Self::AtLeast(bound) => Self::AtLeast(change(bound)?),
            Self::AtMost(bound) => Self::AtMost(change(bound)?),
            Self::Between(low, high) => Self::Between(change(low)?, change(high)?),
        })
    }
}
