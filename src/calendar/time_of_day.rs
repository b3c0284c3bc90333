//! The reading of a clock on the wall, from 00:00 to 24:00.

use std::fmt;

/// Seconds since the start of the day on a wall clock, 0 to 86,400. It prints as `08:30`, with seconds only where
/// there are any; the end of the day is `24:00`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct TimeOfDay(u32);

impl TimeOfDay {
    /// The start of the day.
    pub const MIDNIGHT: Self = Self(0);
    /// The end of the day, 24:00.
    pub const END: Self = Self(86_400);

    /// An hour and a minute; `24:00` is the latest.
    #[must_use]
    pub fn new(hour: u32, minute: u32) -> Option<Self> {
        if minute > 59 {
            return None;
        }
        Self::from_seconds(hour.checked_mul(3600)?.checked_add(minute * 60)?)
    }

    /// Seconds since the start of the day.
    #[must_use]
    pub fn from_seconds(seconds: u32) -> Option<Self> {
        (seconds <= 86_400).then_some(Self(seconds))
    }

    /// Seconds since the start of the day.
    #[must_use]
    pub fn seconds(self) -> u32 {
        self.0
    }

    /// Reads `08:30` or `08:30:15`, and nothing else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split(':');
        let mut number = || -> Option<Option<u32>> {
            let Some(part) = parts.next() else { return Some(None) };
            let fits = part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
            if fits { part.parse().ok().map(Some) } else { None }
        };
        let (hour, minute, second) = (number()??, number()??, number()?.unwrap_or(0));
        if parts.next().is_some() || minute > 59 || second > 59 {
            return None;
        }
        Self::from_seconds(hour * 3600 + minute * 60 + second)
    }
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (hour, minute, second) = (self.0 / 3600, self.0 / 60 % 60, self.0 % 60);
        if second == 0 { write!(f, "{hour:02}:{minute:02}") } else { write!(f, "{hour:02}:{minute:02}:{second:02}") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_it_prints() {
        for text in ["00:00", "08:30", "23:59", "24:00", "07:00:15"] {
            assert_eq!(TimeOfDay::parse(text).unwrap().to_string(), text);
        }
        for wrong in ["24:01", "25:00", "8:00", "08:60", "08", "08:00:00:00", "0800"] {
            assert_eq!(TimeOfDay::parse(wrong), None, "{wrong}");
        }
    }
}
