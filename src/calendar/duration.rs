//! Lengths of time and deadlines, as promises say them.

use std::fmt;

use crate::calendar::time_of_day::TimeOfDay;

/// A unit of time as an author writes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    /// `s`: seconds, on the clock that the promise is counted on.
    Second,
    /// `min`: minutes, likewise.
    Minute,
    /// `h`: hours, likewise.
    Hour,
    /// `open hours`: hours while the desk is open, whatever the counting.
    OpenHour,
    /// `clock hours`: hours by the clock on the wall, whatever the counting.
    ClockHour,
    /// `days`: calendar days.
    Day,
    /// `working days`: dates on which the desk is open.
    WorkingDay,
    /// `weeks`: of seven calendar days.
    Week,
    /// `months`: of the calendar.
    Month,
}

impl Unit {
    /// All units, from the shortest.
    pub const ALL: [Self; 9] = [
        Self::Second,
        Self::Minute,
        Self::Hour,
        Self::OpenHour,
        Self::ClockHour,
        Self::Day,
        Self::WorkingDay,
        Self::Week,
        Self::Month,
    ];

    /// The unit as it is written after the amount `amount`.
    #[must_use]
    pub fn written(self, amount: u32) -> &'static str {
        match (self, amount == 1) {
            (Self::Second, _) => "s",
            (Self::Minute, _) => "min",
            (Self::Hour, _) => "h",
            (Self::OpenHour, true) => "open hour",
            (Self::OpenHour, false) => "open hours",
            (Self::ClockHour, true) => "clock hour",
            (Self::ClockHour, false) => "clock hours",
            (Self::Day, true) => "day",
            (Self::Day, false) => "days",
            (Self::WorkingDay, true) => "working day",
            (Self::WorkingDay, false) => "working days",
            (Self::Week, true) => "week",
            (Self::Week, false) => "weeks",
            (Self::Month, true) => "month",
            (Self::Month, false) => "months",
        }
    }
}

/// A length of time: a whole number of one unit. It prints as it is written, `45 min`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Duration {
    /// How many.
    pub amount: u32,
    /// Of what.
    pub unit: Unit,
}

impl Duration {
    /// `amount` of `unit`.
    #[must_use]
    pub fn new(amount: u32, unit: Unit) -> Self {
        Self { amount, unit }
    }

    /// A number of seconds in the largest unit of which it is a whole number: `h`, `min` or `s`.
    #[must_use]
    pub fn of_seconds(seconds: u32) -> Self {
        match (seconds % 3600, seconds % 60) {
            _ if seconds == 0 => Self::new(0, Unit::Second),
            (0, _) => Self::new(seconds / 3600, Unit::Hour),
            (_, 0) => Self::new(seconds / 60, Unit::Minute),
            (_, _) => Self::new(seconds, Unit::Second),
        }
    }

    /// The length in seconds for units that are a number of seconds (s, min, h, open hours, clock hours). A day is
    /// never a number of hours, so days, working days, weeks and months have none.
    #[must_use]
    pub fn seconds(self) -> Option<u64> {
        let amount = u64::from(self.amount);
        match self.unit {
            Unit::Second => Some(amount),
            Unit::Minute => Some(amount * 60),
            Unit::Hour | Unit::OpenHour | Unit::ClockHour => Some(amount * 3600),
            Unit::Day | Unit::WorkingDay | Unit::Week | Unit::Month => None,
        }
    }
}

impl fmt::Display for Duration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.amount, self.unit.written(self.amount))
    }
}

/// When a promise is due, counted from the start of its clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Deadline {
    /// After a length of time. In working days: at the close of that many days on which the desk is open, after the
    /// date of receipt.
    Within(Duration),
    /// At a time of day on the n-th working day after receipt.
    AtTime {
        /// Which working day, from 1.
        working_day: u32,
        /// The time of day, in the desk's zone.
        time: TimeOfDay,
    },
    /// At the same time of day, n working days later.
    SameTime {
        /// How many working days.
        working_days: u32,
    },
}

impl fmt::Display for Deadline {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Within(duration) => duration.fmt(f),
            Self::AtTime { working_day, time } => write!(f, "{time} on working day {working_day}"),
            Self::SameTime { working_days } => {
                write!(f, "{} at the same time", Duration::new(*working_days, Unit::WorkingDay))
            }
        }
    }
}
