//! The hours of an ordinary week, as an author says them.

use std::fmt;

use crate::calendar::date::Weekday;
use crate::calendar::time_of_day::TimeOfDay;

/// A set of weekdays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Days(u8);

impl Days {
    /// No day.
    pub const NONE: Self = Self(0);
    /// Every day.
    pub const EVERY: Self = Self(0b111_1111);

    /// One day.
    #[must_use]
    pub fn one(day: Weekday) -> Self {
        Self(1 << day.index())
    }

    /// From `first` to `last`, both included, over the end of the week where needed (`Sat-Mon`).
    #[must_use]
    pub fn range(first: Weekday, last: Weekday) -> Self {
        let mut days = Self::one(last);
        let mut at = first.index();
        while at != last.index() {
            days = Self(days.0 | 1 << at);
            at = (at + 1) % 7;
        }
        days
    }

    /// The days of both.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the day is one of them.
    #[must_use]
    pub fn has(self, day: Weekday) -> bool {
        self.0 & (1 << day.index()) != 0
    }

    /// The days, from Monday.
    pub fn iter(self) -> impl Iterator<Item = Weekday> {
        Weekday::ALL.into_iter().filter(move |day| self.has(*day))
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }
}

impl fmt::Display for Days {
    /// `every day`, `Mon-Fri`, `Sat`, or `Mon, Wed`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if *self == Self::EVERY {
            return f.write_str("every day");
        }
        let days: Vec<_> = self.iter().collect();
        if let (Some(first), Some(last)) = (days.first(), days.last())
            && days.len() > 2
            && *self == Self::range(*first, *last)
        {
            return write!(f, "{}-{}", first.short(), last.short());
        }
        let names: Vec<_> = days.iter().map(|day| day.short()).collect();
        f.write_str(&names.join(", "))
    }
}

/// One span of opening on some weekdays, half-open: open at `from`, closed at `to`.
///
/// INVARIANT: `from < to` unless `next_day`; with `next_day` the span ends at `to` of the following date and belongs to
/// the day on which it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct OpenSpan {
    /// The days on which it begins.
    pub days: Days,
    /// When it begins.
    pub from: TimeOfDay,
    /// When it ends.
    pub to: TimeOfDay,
    /// Whether it ends on the date after.
    pub next_day: bool,
}

/// The hours of an ordinary week.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum WeeklyHours {
    /// Round the clock, every day.
    Always,
    /// Not at all.
    Never,
    /// The union of these spans.
    Spans(Vec<OpenSpan>),
}

impl WeeklyHours {
    /// Whether a span of them ends on the date after it begins.
    #[must_use]
    pub fn has_nights(&self) -> bool {
        match self {
            Self::Spans(spans) => spans.iter().any(|span| span.next_day),
            Self::Always | Self::Never => false,
        }
    }
}
