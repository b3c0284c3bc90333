//! Clocks of promises and steps: when something is due, on open time, on all hours, or by the calendar.

use crate::calendar::date::Date;
use crate::calendar::duration::{Deadline, Unit};
use crate::calendar::instant::Instant;
use crate::calendar::timetable::Timetable;
use crate::calendar::zone::Zone;

/// What seconds, minutes and hours run on where the promise does not say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Counting {
    /// Only while the desk is open.
    #[default]
    WhileOpen,
    /// All the time.
    AllHours,
}

/// How a strategy counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Clock {
    /// What seconds, minutes and hours run on.
    pub counting: Counting,
    /// Whether a contact for which no open time is left on its date counts as received on the next working day.
    pub after_close_counts_next: bool,
}

/// When a deadline falls that runs from `start`: the earliest instant by which enough has passed. `None` if that never
/// comes, as on a desk that does not open again.
///
/// `zone` is the desk's: its dates and wall clock are the ones that count. Days, weeks and months are the same reading of
/// the wall clock that many dates later; months end on the last day of a shorter month, a reading that clocks jump over is
/// the end of the gap, one that comes twice its first time.
#[must_use]
pub fn due(timetable: &Timetable, zone: &Zone, clock: Clock, start: Instant, deadline: Deadline) -> Option<Instant> {
    let due = match runs_on(clock, deadline) {
        RunsOn::OpenTime(seconds) => timetable.due(start, seconds),
        RunsOn::AllTime(seconds) => Some(start.plus_seconds(i64::try_from(seconds).ok()?)),
        RunsOn::Dates => by_date(zone, start, deadline),
        RunsOn::WorkingDays if timetable.zone() == zone => by_working_day(timetable, clock, start, deadline),
        RunsOn::WorkingDays => by_working_day(&timetable.in_zone(zone.clone()), clock, start, deadline),
    };
    due.filter(|due| *due <= Instant::LAST)
}

/// The same, with the clock stopped during pauses. Pauses may overlap and come in any order; each is half-open, and one
/// that still runs ends at [`Instant::LAST`].
///
/// What the clock runs on (open time, or all time) is counted without the pauses: a pause while it does not run costs
/// nothing, and one that begins at the due instant does not move it. A deadline in dates or working days has no number of
/// hours; it is moved on by the time that the pauses took from the clock before it: of open time for working days, of all
/// time for days, weeks and months. `None` while a pause that still runs keeps the deadline from coming: see
/// [`active_seconds`] for what has been used.
#[must_use]
pub fn due_with_pauses(
    timetable: &Timetable,
    zone: &Zone,
    clock: Clock,
    start: Instant,
    deadline: Deadline,
    pauses: &[(Instant, Instant)],
) -> Option<Instant> {
    let unpaused = due(timetable, zone, clock, start, deadline)?;
    let (counting, wanted) = match runs_on(clock, deadline) {
        RunsOn::OpenTime(seconds) => (Counting::WhileOpen, seconds),
        RunsOn::AllTime(seconds) => (Counting::AllHours, seconds),
        RunsOn::Dates => (Counting::AllHours, start.seconds_until(unpaused)),
        RunsOn::WorkingDays => (Counting::WhileOpen, timetable.open_seconds(start, unpaused)),
    };
    if active_seconds(timetable, counting, start, unpaused, pauses) == passed(timetable, counting, start, unpaused) {
        return Some(unpaused);
    }
    let (mut from, mut left) = (start, wanted);
    for (pause_from, pause_to) in in_order(pauses) {
        if pause_to <= from {
            continue;
        }
        let before = passed(timetable, counting, from, pause_from);
        if before >= left {
            break;
        }
        left -= before;
        from = pause_to;
    }
    let due = match counting {
        Counting::WhileOpen => timetable.due(from, left),
        Counting::AllHours => i64::try_from(left).ok().map(|left| from.plus_seconds(left)),
    };
    due.filter(|due| *due < Instant::LAST)
}

/// The time that a clock has run from `from` up to `to`, in seconds: open time or all time, without the pauses.
#[must_use]
pub fn active_seconds(
    timetable: &Timetable,
    counting: Counting,
    from: Instant,
    to: Instant,
    pauses: &[(Instant, Instant)],
) -> u64 {
    let paused = in_order(pauses)
        .into_iter()
        .map(|(pause_from, pause_to)| passed(timetable, counting, pause_from.max(from), pause_to.min(to)));
    passed(timetable, counting, from, to).saturating_sub(paused.sum())
}

/// What a deadline runs on under a clock.
enum RunsOn {
    OpenTime(u64),
    AllTime(u64),
    Dates,
    WorkingDays,
}

fn runs_on(clock: Clock, deadline: Deadline) -> RunsOn {
    let Deadline::Within(duration) = deadline else { return RunsOn::WorkingDays };
    let seconds = duration.seconds().unwrap_or(0);
    match (duration.unit, clock.counting) {
        (Unit::Second | Unit::Minute | Unit::Hour, Counting::WhileOpen) | (Unit::OpenHour, _) => {
            RunsOn::OpenTime(seconds)
        }
        (Unit::Second | Unit::Minute | Unit::Hour, Counting::AllHours) | (Unit::ClockHour, _) => {
            RunsOn::AllTime(seconds)
        }
        (Unit::Day | Unit::Week | Unit::Month, _) => RunsOn::Dates,
        (Unit::WorkingDay, _) => RunsOn::WorkingDays,
    }
}

fn by_working_day(timetable: &Timetable, clock: Clock, start: Instant, deadline: Deadline) -> Option<Instant> {
    let next = clock.after_close_counts_next;
    match deadline {
        Deadline::Within(days) => timetable.close_of_working_day(start, days.amount, next),
        Deadline::AtTime { working_day, time } => timetable.at_time_on_working_day(start, working_day, time, next),
        Deadline::SameTime { working_days } => timetable.same_time_working_days(start, working_days),
    }
}

fn by_date(zone: &Zone, start: Instant, deadline: Deadline) -> Option<Instant> {
    let Deadline::Within(duration) = deadline else { return None };
    let local = zone.local(start);
    let amount = i64::from(duration.amount);
    let date = match duration.unit {
        Unit::Day => local.date.plus_days(amount),
        Unit::Week => local.date.plus_days(amount * 7),
        Unit::Month => local.date.plus_months(amount),
        Unit::Second | Unit::Minute | Unit::Hour | Unit::OpenHour | Unit::ClockHour | Unit::WorkingDay => return None,
    };
    // Dates stop at the end of the calendar; what would come after it never comes.
    let last = Date::new(9999, 12, 28)?;
    // A start in the second pass of a repeated hour is later than the first time of its own reading.
    (date <= last).then(|| zone.first_at(date, local.time).max(start))
}

/// Counted time from `from` up to `to`.
fn passed(timetable: &Timetable, counting: Counting, from: Instant, to: Instant) -> u64 {
    match counting {
        Counting::WhileOpen => timetable.open_seconds(from, to),
        Counting::AllHours => from.seconds_until(to),
    }
}

/// Pauses in order, those that overlap or touch as one.
fn in_order(pauses: &[(Instant, Instant)]) -> Vec<(Instant, Instant)> {
    let spans = pauses.iter().map(|(from, to)| (from.seconds(), to.seconds())).collect();
    let joined = crate::calendar::spans::joined(spans);
    joined.into_iter().map(|(from, to)| (Instant::from_seconds(from), Instant::from_seconds(to))).collect()
}
