//! Hours made ready for questions: open now, next change, open time, due, working days.

use std::sync::{Arc, OnceLock, PoisonError, RwLock};

use crate::calendar::civil::DAY;
use crate::calendar::combination::{Combination, Prepared};
use crate::calendar::date::Date;
use crate::calendar::hours::Hours;
use crate::calendar::instant::Instant;
use crate::calendar::table::{MARGIN, OpenDate, Table};
use crate::calendar::time_of_day::TimeOfDay;
use crate::calendar::zone::Zone;

/// One desk, or several together, worked out for the years around an instant and further when asked.
///
/// Answers never depend on how far it has been worked out. They reach from [`Instant::FIRST`] to [`Instant::LAST`]:
/// outside of these the desk counts as closed, and what would be due later is never due.
#[derive(Debug)]
pub struct Timetable {
    hours: Prepared,
    zone: Zone,
    near: Arc<Table>,
    /// Worked out on demand for instants that are not near; only ever grows.
    far: RwLock<Option<Arc<Table>>>,
    settles: OnceLock<Option<i64>>,
}

const YEAR: i64 = 366 * DAY;
/// A table of more years than this is used once and not kept.
const KEPT: i64 = 800 * YEAR;

impl Timetable {
    /// Desks that are open when any of them is, worked out from a year before `around` to three years after. Its dates
    /// are those of the first desk's zone (of UTC if there is none).
    #[must_use]
    pub fn new(hours: &[Hours], around: Instant) -> Self {
        let zone = hours.first().map_or_else(Zone::utc, |first| first.zone.clone());
        Self::prepared(Prepared::AnyOf(hours.iter().map(Prepared::desk).collect()), zone, around)
    }

    /// Desks taken together in any way. The result has dates, closings and working days only in a zone of its own.
    #[must_use]
    pub fn combined(combination: &Combination, zone: Zone, around: Instant) -> Self {
        Self::prepared(Prepared::new(combination), zone, around)
    }

    fn prepared(hours: Prepared, zone: Zone, around: Instant) -> Self {
        let around = around.seconds().clamp(Instant::FIRST.seconds(), Instant::LAST.seconds());
        let near = Arc::new(work_out(&hours, around - YEAR, around + 3 * YEAR));
        Self { hours, zone, near, far: RwLock::new(None), settles: OnceLock::new() }
    }

    /// The zone of its dates, closings and working days.
    #[must_use]
    pub fn zone(&self) -> &Zone {
        &self.zone
    }

    /// The same hours with the dates of another zone.
    #[must_use]
    pub fn in_zone(&self, zone: Zone) -> Self {
        let near = Arc::new(work_out(&self.hours, self.near.from(), self.near.to()));
        Self { hours: self.hours.clone(), zone, near, far: RwLock::new(None), settles: self.settles.clone() }
    }

    /// Whether it is open at an instant.
    #[must_use]
    pub fn is_open(&self, at: Instant) -> bool {
        let second = at.seconds();
        cut(second) == second && self.asked(second, second, |table| table.is_open(second))
    }

    /// The first instant after `after` at which it opens or closes; `None` if it never does again.
    #[must_use]
    pub fn next_change(&self, after: Instant) -> Option<Instant> {
        let second = after.seconds().max(Instant::FIRST.seconds());
        if second > Instant::LAST.seconds() {
            return None;
        }
        let found = self.search(second, |table| table.next_change(second), Self::settles);
        found.map(Instant::from_seconds)
    }

    /// The first instant at or after `from` at which it is open; `None` if it never is again.
    #[must_use]
    pub fn next_opening(&self, from: Instant) -> Option<Instant> {
        if self.is_open(from) { Some(from) } else { self.next_change(from) }
    }

    /// Open time from `from` up to `to`, in seconds; 0 if `to` is not later.
    #[must_use]
    pub fn open_seconds(&self, from: Instant, to: Instant) -> u64 {
        let (from, to) = (cut(from.seconds()), cut(to.seconds()));
        if from >= to {
            return 0;
        }
        let open = self.asked(from, to, |table| table.open_before(to) - table.open_before(from));
        u64::try_from(open).unwrap_or(0)
    }

    /// The earliest instant with this much open time since `start`: work that ends with the last open second is due at
    /// closing, not at the next opening. 0 seconds are due at the start. `None` if there will never be enough.
    #[must_use]
    pub fn due(&self, start: Instant, open_seconds: u64) -> Option<Instant> {
        if open_seconds == 0 {
            return Some(start);
        }
        let (second, wanted) = (start.seconds().max(Instant::FIRST.seconds()), i64::try_from(open_seconds).ok()?);
        if wanted > Instant::LAST.seconds().saturating_sub(second) {
            return None;
        }
        let found = self.search(second, |table| table.due(second, wanted), Self::closed_for_good);
        found.map(Instant::from_seconds)
    }

    /// The open spans between two instants, cut at both.
    #[must_use]
    pub fn spans(&self, from: Instant, to: Instant) -> Vec<(Instant, Instant)> {
        let (from, to) = (cut(from.seconds()), cut(to.seconds()));
        if from >= to {
            return Vec::new();
        }
        let cut = |span: &(i64, i64)| (Instant::from_seconds(span.0.max(from)), Instant::from_seconds(span.1.min(to)));
        self.asked(from, to, |table| table.within(from, to).iter().map(cut).collect())
    }

    /// Whether it is open at any instant of a date: whether the date is a working day.
    #[must_use]
    pub fn open_on(&self, date: Date) -> bool {
        self.open_date(date).is_some()
    }

    /// Open time on a date, in seconds.
    #[must_use]
    pub fn open_seconds_on(&self, date: Date) -> u64 {
        let start = self.zone.first_at(date, TimeOfDay::MIDNIGHT);
        let end = self.zone.first_at(date, TimeOfDay::END);
        self.open_seconds(start, end)
    }

    /// The first instant of a date at which it is open, and the end of the last open time of that date.
    #[must_use]
    pub fn opens_and_closes_on(&self, date: Date) -> Option<(Instant, Instant)> {
        self.open_date(date).map(|date| (Instant::from_seconds(date.opens), Instant::from_seconds(date.closes)))
    }

    /// The `n`-th date after `date`, from 1, on which it is open; `None` if there will never be one.
    #[must_use]
    pub fn working_day_after(&self, date: Date, n: u32) -> Option<Date> {
        self.open_date_after(date, n).map(OpenDate::date)
    }

    pub(crate) fn open_date(&self, date: Date) -> Option<OpenDate> {
        let number = date.day_number();
        let middle = number * DAY + DAY / 2;
        self.asked(cut(middle), cut(middle), |table| table.date(&self.zone, number))
    }

    pub(crate) fn open_date_after(&self, date: Date, n: u32) -> Option<OpenDate> {
        let (number, n) = (date.day_number(), usize::try_from(n).ok()?);
        self.search(number * DAY, |table| table.date_after(&self.zone, number, n), Self::closed_for_good)
    }

    /// The instant from which on the state never changes, if there is one.
    fn settles(&self) -> Option<i64> {
        *self.settles.get_or_init(|| self.hours.settles())
    }

    /// The instant from which on it is closed for ever, if there is one.
    fn closed_for_good(&self) -> Option<i64> {
        let settles = self.settles()?;
        (!self.is_open(Instant::from_seconds(cut(settles)))).then_some(settles)
    }

    /// Asks a table that covers these seconds.
    fn asked<T>(&self, from: i64, to: i64, question: impl Fn(&Table) -> T) -> T {
        if self.near.covers(from, to) { question(&self.near) } else { question(&self.covering(from, to)) }
    }

    /// Asks tables that reach further and further from a second on, until one knows the answer. There is none if nothing
    /// changes from the instant `end` on and the table reaches that, or if the calendar ends.
    fn search<T>(
        &self,
        from: i64,
        question: impl Fn(&Table) -> Option<T>,
        end: impl Fn(&Self) -> Option<i64>,
    ) -> Option<T> {
        let from = cut(from);
        let mut reached = from;
        loop {
            let (found, to) = self.asked(from, reached, |table| (question(table), table.to()));
            if found.is_some() {
                return found;
            }
            if to > Instant::LAST.seconds() || end(self).is_some_and(|end| end < to) {
                return None;
            }
            reached = cut(to.saturating_add(to - from));
        }
    }

    /// A table for seconds that are not near. The one that is kept at least doubles when it grows, so that walking away
    /// from the present costs a constant for each day; what is centuries away is worked out for the one question.
    fn covering(&self, from: i64, to: i64) -> Arc<Table> {
        let far = self.far.read().unwrap_or_else(PoisonError::into_inner).clone();
        let kept = far.as_ref().unwrap_or(&self.near);
        if kept.covers(from, to) {
            return Arc::clone(kept);
        }
        let length = kept.to() - kept.from();
        let start = if from < kept.from() { (from - YEAR).min(kept.from() - length) } else { kept.from() };
        let end = if to < kept.to() { kept.to() } else { (to + YEAR).max(kept.to() + length) };
        if end - start > KEPT {
            return Arc::new(work_out(&self.hours, from - YEAR, to + YEAR));
        }
        let table = Arc::new(work_out(&self.hours, start, end));
        *self.far.write().unwrap_or_else(PoisonError::into_inner) = Some(Arc::clone(&table));
        table
    }
}

impl Clone for Timetable {
    fn clone(&self) -> Self {
        Self {
            hours: self.hours.clone(),
            zone: self.zone.clone(),
            near: Arc::clone(&self.near),
            far: RwLock::new(self.far.read().unwrap_or_else(PoisonError::into_inner).clone()),
            settles: self.settles.clone(),
        }
    }
}

fn work_out(hours: &Prepared, from: i64, to: i64) -> Table {
    let (from, to) = (from.max(Instant::FIRST.seconds()), to.min(Instant::LAST.seconds() + 1));
    Table::new(from, to, hours.open(from - MARGIN, to + MARGIN))
}

/// The nearest second that calendars answer for.
fn cut(second: i64) -> i64 {
    second.clamp(Instant::FIRST.seconds(), Instant::LAST.seconds())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::hours::{Closure, DaySpan, SpecialDay};
    use crate::calendar::weekly::{Days, OpenSpan, WeeklyHours};

    fn instant(text: &str) -> Instant {
        Instant::parse_rfc3339(text).unwrap()
    }

    fn every_day(zone: &str, from: u32, to: u32) -> Hours {
        let [from, to] = [from, to].map(|hour| TimeOfDay::new(hour, 0).unwrap());
        let span = OpenSpan { days: Days::EVERY, from, to, next_day: false };
        Hours::every_week(Zone::find(zone).unwrap(), WeeklyHours::Spans(vec![span]))
    }

    fn never(zone: &str) -> Hours {
        Hours::every_week(Zone::find(zone).unwrap(), WeeklyHours::Never)
    }

    #[test]
    fn whether_it_ever_changes_again_is_decided() {
        let now = instant("2026-11-24T08:00:00Z");
        let change = |hours: &[Hours]| Timetable::new(hours, now).next_change(now).map(|change| change.to_string());
        assert_eq!(change(&[]), None);
        assert_eq!(change(&[never("Europe/London")]), None);
        let halves = |first: &str, second: &str| [every_day(first, 0, 12), every_day(second, 12, 24)];
        assert_eq!(change(&halves("Europe/London", "Europe/London")), None);
        // Jersey has the clocks of London under another name; the Azores have not.
        assert_eq!(change(&halves("Europe/London", "Europe/Jersey")), None);
        assert_eq!(change(&halves("Europe/London", "Atlantic/Azores")).as_deref(), Some("2026-11-24T12:00:00Z"));
        let mut closes_once = every_day("Etc/UTC", 0, 24);
        let date = Date::new(2048, 2, 29).unwrap();
        closes_once.closed.push(Closure::Dates { from: date, to: date, name: None, part: None });
        assert_eq!(change(&[closes_once.clone()]).as_deref(), Some("2048-02-29T00:00:00Z"));
        let after = instant("2048-03-01T00:00:00Z");
        assert_eq!(Timetable::new(&[closes_once], now).next_change(after), None);
    }

    #[test]
    fn the_last_opening_is_the_last() {
        let now = instant("2026-11-24T08:00:00Z");
        let mut hours = never("Etc/UTC");
        let [from, to] = [9, 12].map(|hour| TimeOfDay::new(hour, 0).unwrap());
        let spans = vec![DaySpan { from, to, next_day: false }];
        hours.special.push(SpecialDay { date: Date::new(2040, 1, 2).unwrap(), spans });
        let desk = Timetable::new(&[hours], now);
        assert_eq!(desk.next_opening(now), Some(instant("2040-01-02T09:00:00Z")));
        assert_eq!(desk.due(now, 3 * 3600), Some(instant("2040-01-02T12:00:00Z")));
        assert_eq!(desk.due(now, 3 * 3600 + 1), None);
        assert_eq!(desk.close_of_working_day(now, 1, true), None, "it is used up as the date of receipt");
        assert_eq!(desk.close_of_working_day(now, 1, false), Some(instant("2040-01-02T12:00:00Z")));
        assert_eq!(desk.close_of_working_day(now, 2, false), None);
        assert_eq!(desk.next_change(instant("2040-01-02T12:00:00Z")), None);
    }

    #[test]
    fn the_ends_of_the_calendar() {
        let desk = Timetable::new(&[every_day("Europe/London", 9, 17)], instant("2026-11-24T08:00:00Z"));
        let (before, after) = (Instant::from_seconds(i64::MIN), Instant::from_seconds(i64::MAX));
        for outside in [before, after, Instant::FIRST.plus_seconds(-1), Instant::LAST.plus_seconds(1)] {
            assert!(!desk.is_open(outside));
        }
        assert_eq!(desk.next_change(after), None);
        assert_eq!(desk.due(after, 1), None);
        assert_eq!(desk.due(before, 1).map(|due| due > Instant::FIRST), Some(true));
        assert!(desk.next_change(before) > Some(Instant::FIRST));
        assert_eq!(desk.due(instant("2026-11-24T08:00:00Z"), u64::MAX), None);
        assert_eq!(desk.due(instant("2026-11-24T08:00:00Z"), 3600 * 100_000_000), None);
        assert!(desk.is_open(instant("9999-12-01T12:00:00Z")));
        assert_eq!(desk.open_seconds(before, after), desk.open_seconds(Instant::FIRST, Instant::LAST));
        assert_eq!(desk.open_seconds(instant("5000-01-01T00:00:00Z"), instant("5000-01-02T00:00:00Z")), 8 * 3600);
    }

    #[test]
    fn a_skipped_date_is_no_working_day_and_has_no_time() {
        let zone = Zone::find("Pacific/Apia").unwrap();
        let always = Hours::every_week(zone, WeeklyHours::Always);
        let desk = Timetable::new(&[always], instant("2012-01-01T00:00:00Z"));
        let [before, skipped, next] = [29, 30, 31].map(|day| Date::new(2011, 12, day).unwrap());
        assert_eq!((desk.open_on(skipped), desk.open_seconds_on(skipped)), (false, 0));
        assert_eq!(desk.open_seconds_on(before), 86_400);
        assert_eq!(desk.working_day_after(before, 1), Some(next));
    }
}
