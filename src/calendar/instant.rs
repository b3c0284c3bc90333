//! A point in time, the same everywhere on Earth.

use std::fmt;

use crate::calendar::civil::{DAY, date_of};
use crate::calendar::date::Date;
use crate::calendar::time_of_day::TimeOfDay;

/// Seconds since 1970-01-01T00:00:00Z, without leap seconds. It prints in RFC 3339, in UTC: `2026-11-24T08:00:00Z`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(i64);

impl Instant {
    /// The earliest instant that calendars answer for, 0001-01-03T00:00:00Z: every zone has a date for it.
    pub const FIRST: Self = Self(-62_135_424_000);
    /// The latest instant that calendars answer for, 9999-12-30T00:00:00Z. What would be due later is never due.
    pub const LAST: Self = Self(253_402_128_000);

    /// Seconds since 1970-01-01T00:00:00Z; negative before.
    #[must_use]
    pub const fn from_seconds(seconds: i64) -> Self {
        Self(seconds)
    }

    /// Seconds since 1970-01-01T00:00:00Z; negative before.
    #[must_use]
    pub const fn seconds(self) -> i64 {
        self.0
    }

    /// The instant `seconds` later (earlier, if negative).
    #[must_use]
    pub const fn plus_seconds(self, seconds: i64) -> Self {
        Self(self.0.saturating_add(seconds))
    }

    /// How many seconds pass from this instant until `later`; 0 if that is not later.
    #[must_use]
    pub fn seconds_until(self, later: Self) -> u64 {
        u64::try_from(later.0.saturating_sub(self.0)).unwrap_or(0)
    }

    /// Reads an instant in RFC 3339 (`2026-11-24T08:00:00Z`, `2026-11-24T09:00:00+01:00`), and nothing else. A fraction
    /// of a second is read and dropped: hours open and close on whole seconds.
    #[must_use]
    pub fn parse_rfc3339(text: &str) -> Option<Self> {
        let (date, rest) = text.split_at_checked(10)?;
        let date = Date::parse(date)?;
        let (time, rest) = rest.strip_prefix(['T', 't'])?.split_at_checked(8)?;
        let time = TimeOfDay::parse(time).filter(|time| *time < TimeOfDay::END)?;
        let rest = match rest.strip_prefix('.') {
            Some(fraction) => {
                let after = fraction.trim_start_matches(|character: char| character.is_ascii_digit());
                if after.len() == fraction.len() {
                    return None;
                }
                after
            }
            None => rest,
        };
        let offset = match rest {
            "Z" | "z" => 0,
            _ => {
                let (sign, written) = rest.split_at_checked(1)?;
                let size = TimeOfDay::parse(written).filter(|size| written.len() == 5 && *size < TimeOfDay::END)?;
                match sign {
                    "+" => i64::from(size.seconds()),
                    "-" => -i64::from(size.seconds()),
                    _ => return None,
                }
            }
        };
        Some(Self(date.day_number() * DAY + i64::from(time.seconds()) - offset))
    }
}

impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}Z", Reading(self.0))
    }
}

/// Seconds on a line of readings, written `2026-11-24T08:00:00`.
pub(crate) struct Reading(pub(crate) i64);

impl fmt::Display for Reading {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = date_of(self.0.div_euclid(DAY));
        let time = self.0.rem_euclid(DAY);
        let (hour, minute, second) = (time / 3600, time / 60 % 60, time % 60);
        write!(f, "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_prints_rfc_3339() {
        for (text, printed) in [
            ("2026-11-24T08:00:00Z", "2026-11-24T08:00:00Z"),
            ("2026-11-24t09:00:00+01:00", "2026-11-24T08:00:00Z"),
            ("2026-11-24T03:15:30.250-04:45", "2026-11-24T08:00:30Z"),
            ("1969-12-31T23:59:59z", "1969-12-31T23:59:59Z"),
            ("0001-01-03T00:00:00Z", "0001-01-03T00:00:00Z"),
            ("9999-12-30T00:00:00Z", "9999-12-30T00:00:00Z"),
        ] {
            assert_eq!(Instant::parse_rfc3339(text).unwrap().to_string(), printed, "{text}");
        }
        assert_eq!(Instant::FIRST.to_string(), "0001-01-03T00:00:00Z");
        assert_eq!(Instant::LAST.to_string(), "9999-12-30T00:00:00Z");
    }

    #[test]
    fn reads_nothing_else() {
        for wrong in [
            "",
            "2026-11-24",
            "2026-11-24T08:00Z",
            "2026-11-24 08:00:00Z",
            "2026-11-24T08:00:00",
            "2026-11-24T24:00:00Z",
            "2026-11-24T08:00:00.Z",
            "2026-11-24T08:00:00+1:00",
            "2026-11-24T08:00:00+01:00:00",
            "2026-11-24T08:00:00Z[Europe/London]",
            "2026-13-24T08:00:00Z",
            "2026-11-24T08:00:00ä",
        ] {
            assert_eq!(Instant::parse_rfc3339(wrong), None, "{wrong}");
        }
    }
}
