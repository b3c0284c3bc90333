//! A share of a whole, in percent.

use std::fmt;

use crate::measure::decimal::Decimal;

/// A share in percent, 0 to 100, exact. It prints as `80%` or `99.5%`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Share(Decimal);

impl Share {
    /// All of it.
    #[must_use]
    pub fn all() -> Self {
        Self(Decimal::whole(100))
    }

    /// A share of so many percent, or `None` outside 0 to 100.
    #[must_use]
    pub fn percent(percent: Decimal) -> Option<Self> {
        (percent >= Decimal::ZERO && percent <= Decimal::whole(100)).then_some(Self(percent))
    }

    /// The share in percent.
    #[must_use]
    pub fn as_percent(self) -> Decimal {
        self.0
    }

    /// What is left of the whole.
    #[must_use]
    pub fn rest(self) -> Self {
        Self(Decimal::whole(100).minus(self.0))
    }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}%", self.0)
    }
}
