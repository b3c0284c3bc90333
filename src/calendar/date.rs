//! Dates and weekdays of the calendar, without a time and without a zone.

use std::fmt;

use crate::calendar::civil;

/// A date of the Gregorian calendar, from year 1 to 9999. It prints as `2026-11-02`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date(jiff::civil::Date);

impl Date {
    /// The date, or `None` where there is no such day.
    #[must_use]
    pub fn new(year: i16, month: u8, day: u8) -> Option<Self> {
        if !(1..=9999).contains(&year) {
            return None;
        }
        let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
        jiff::civil::Date::new(year, month, day).ok().map(Self)
    }

    /// Reads `2026-11-02`, and nothing else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        let digits = |part: &str, length: usize| part.len() == length && part.bytes().all(|b| b.is_ascii_digit());
        if parts.next().is_some() || !digits(year, 4) || !digits(month, 2) || !digits(day, 2) {
            return None;
        }
        Self::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> i16 {
        self.0.year()
    }

    /// The month, 1 to 12.
    #[must_use]
    pub fn month(self) -> u8 {
        u8::try_from(self.0.month()).unwrap_or(1)
    }

    /// The English name of the month, `November`.
    #[must_use]
    pub fn month_name(self) -> &'static str {
        const NAMES: [&str; 12] = [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ];
        NAMES.get(usize::from(self.month()) - 1).copied().unwrap_or_default()
    }

    /// The day of the month, 1 to 31.
    #[must_use]
    pub fn day(self) -> u8 {
        u8::try_from(self.0.day()).unwrap_or(1)
    }

    /// The weekday.
    #[must_use]
    pub fn weekday(self) -> Weekday {
        Weekday::from_jiff(self.0.weekday())
    }

    /// The date `days` later (or earlier, if negative); stays at the ends of the calendar.
    #[must_use]
    pub fn plus_days(self, days: i64) -> Self {
        Self::from_day_number(self.day_number().saturating_add(days))
    }

    /// The same day of the month `months` later; clamped to the last day of a shorter month. Stays at the ends of the
    /// calendar.
    #[must_use]
    pub fn plus_months(self, months: i64) -> Self {
        let months = (i64::from(self.year()) * 12 + i64::from(self.month()) - 1).saturating_add(months);
        let (year, month) = (months.div_euclid(12).clamp(0, 10_000), months.rem_euclid(12));
        let first = civil::day_number(year, u8::try_from(month + 1).unwrap_or(1), 1);
        let (next_year, next_month) = (year + i64::from(month == 11), (month + 1) % 12);
        let next = civil::day_number(next_year, u8::try_from(next_month + 1).unwrap_or(1), 1);
        Self::from_day_number((first + i64::from(self.day()) - 1).min(next - 1))
    }

    /// How many days from this date to `later`; negative if it is earlier.
    #[must_use]
    pub fn days_until(self, later: Self) -> i64 {
        later.day_number() - self.day_number()
    }

    /// Days since 1970-01-01; negative before.
    #[must_use]
    pub fn day_number(self) -> i64 {
        civil::day_number(self.year().into(), self.month(), self.day())
    }

    /// The date of a day number; stays at the ends of the calendar.
    pub(crate) fn from_day_number(number: i64) -> Self {
        let (first, last) = (civil::day_number(1, 1, 1), civil::day_number(9999, 12, 31));
        let (year, month, day) = civil::date_of(number.clamp(first, last));
        // INVARIANT: the number is within the calendar, so the date exists.
        i16::try_from(year).ok().and_then(|year| Self::new(year, month, day)).unwrap_or(Self(jiff::civil::Date::ZERO))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

/// A day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weekday {
    /// Monday.
    Monday,
    /// Tuesday.
    Tuesday,
    /// Wednesday.
    Wednesday,
    /// Thursday.
    Thursday,
    /// Friday.
    Friday,
    /// Saturday.
    Saturday,
    /// Sunday.
    Sunday,
}

impl Weekday {
    /// All seven, from Monday.
    pub const ALL: [Self; 7] =
        [Self::Monday, Self::Tuesday, Self::Wednesday, Self::Thursday, Self::Friday, Self::Saturday, Self::Sunday];

    /// 0 for Monday to 6 for Sunday.
    #[must_use]
    pub fn index(self) -> u8 {
        match self {
            Self::Monday => 0,
            Self::Tuesday => 1,
            Self::Wednesday => 2,
            Self::Thursday => 3,
            Self::Friday => 4,
            Self::Saturday => 5,
            Self::Sunday => 6,
        }
    }

    /// The English name, `Monday`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Monday => "Monday",
            Self::Tuesday => "Tuesday",
            Self::Wednesday => "Wednesday",
            Self::Thursday => "Thursday",
            Self::Friday => "Friday",
            Self::Saturday => "Saturday",
            Self::Sunday => "Sunday",
        }
    }

    /// The short form that strategy files use, `Mon`.
    #[must_use]
    pub fn short(self) -> &'static str {
        match self {
            Self::Monday => "Mon",
            Self::Tuesday => "Tue",
            Self::Wednesday => "Wed",
            Self::Thursday => "Thu",
            Self::Friday => "Fri",
            Self::Saturday => "Sat",
            Self::Sunday => "Sun",
        }
    }

    /// Reads the short form.
    #[must_use]
    pub fn from_short(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|day| day.short() == text)
    }

    fn from_jiff(day: jiff::civil::Weekday) -> Self {
        match day {
            jiff::civil::Weekday::Monday => Self::Monday,
            jiff::civil::Weekday::Tuesday => Self::Tuesday,
            jiff::civil::Weekday::Wednesday => Self::Wednesday,
            jiff::civil::Weekday::Thursday => Self::Thursday,
            jiff::civil::Weekday::Friday => Self::Friday,
            jiff::civil::Weekday::Saturday => Self::Saturday,
            jiff::civil::Weekday::Sunday => Self::Sunday,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_real_dates_in_one_form() {
        assert_eq!(Date::parse("2026-11-02").unwrap().to_string(), "2026-11-02");
        for wrong in ["2026-31-02", "2026-02-29", "2026-2-9", "02/11/2026", "2026-11-02 ", "0000-01-01", ""] {
            assert_eq!(Date::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn months_clamp_and_days_count() {
        let january = Date::parse("2027-01-31").unwrap();
        assert_eq!(january.plus_months(1), Date::parse("2027-02-28").unwrap());
        assert_eq!(january.plus_months(25), Date::parse("2029-02-28").unwrap());
        assert_eq!(january.plus_months(-2), Date::parse("2026-11-30").unwrap());
        assert_eq!(january.plus_months(i64::MAX), Date::parse("9999-12-31").unwrap());
        assert_eq!(january.plus_days(i64::MIN), Date::parse("0001-01-01").unwrap());
        assert_eq!(january.days_until(january.plus_days(45)), 45);
        assert_eq!(Date::parse("2026-11-24").unwrap().weekday(), Weekday::Tuesday);
    }
}
