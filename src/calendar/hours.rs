//! The hours of one desk as plain data: what a strategy or a bundle says, with nothing worked out yet.

use crate::calendar::date::Date;
use crate::calendar::time_of_day::TimeOfDay;
use crate::calendar::weekly::WeeklyHours;
use crate::calendar::zone::Zone;

/// The hours of one desk.
///
/// The desk is open at an instant when the reading of the wall clock in `zone` at that instant lies in its hours.
/// Precedence on one date: special day, then closed, then season, then weekly; closures of part of a day are taken out
/// last, from special days too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hours {
    /// The zone whose wall clock is read.
    pub zone: Zone,
    /// The hours of an ordinary week.
    pub weekly: WeeklyHours,
    /// Stretches of dates with weekly hours of their own. Where two hold on one date, the first in the list wins.
    pub seasons: Vec<Season>,
    /// Dates, or parts of dates, on which the desk is closed.
    pub closed: Vec<Closure>,
    /// Dates with hours of their own.
    pub special: Vec<SpecialDay>,
}

impl Hours {
    /// Hours that are the same every week.
    #[must_use]
    pub fn every_week(zone: Zone, weekly: WeeklyHours) -> Self {
        Self { zone, weekly, seasons: Vec::new(), closed: Vec::new(), special: Vec::new() }
    }
}

/// A stretch of dates whose weekly hours replace the ordinary ones. A span belongs to the date on which it begins, so
/// the season of that date decides about all of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Season {
    /// The author's name for it.
    pub name: String,
    /// The first date.
    pub from: Date,
    /// The last date, included.
    pub to: Date,
    /// The weekly hours of these dates.
    pub weekly: WeeklyHours,
}

/// When a desk is closed although its weekly hours say open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Closure {
    /// Dates, from 00:00 to 24:00 in the desk's zone: what runs in from the evening before ends at 00:00, and what a
    /// closed date's own span would carry past 24:00 stays.
    Dates {
        /// The first date.
        from: Date,
        /// The last date, included; one date has `from == to`.
        to: Date,
        /// Why, where that has a name (`Christmas Day`).
        name: Option<String>,
        /// Only this part of each of the dates, from the first time up to but not including the second. The rest of the
        /// date stays as it is.
        part: Option<(TimeOfDay, TimeOfDay)>,
    },
}

/// A date with hours of its own, which replace all others that it would have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpecialDay {
    /// The date.
    pub date: Date,
    /// When the desk is open; none: closed all day.
    pub spans: Vec<DaySpan>,
}

/// One span of opening on a date, half-open: open at `from`, closed at `to`. A span whose end is not after its start
/// opens nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct DaySpan {
    /// When it begins.
    pub from: TimeOfDay,
    /// When it ends.
    pub to: TimeOfDay,
    /// Whether it ends on the date after. The part on that date yields to the date's own closure or special day.
    pub next_day: bool,
}
