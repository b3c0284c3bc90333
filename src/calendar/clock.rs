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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::{Days, Duration, Hours, OpenSpan, TimeOfDay, Weekday, WeeklyHours, say_local};

    fn at(hour: u32, minute: u32) -> TimeOfDay {
        TimeOfDay::new(hour, minute).unwrap()
    }

    fn office(zone: &str) -> Timetable {
        let days = Days::range(Weekday::Monday, Weekday::Friday);
        let week = WeeklyHours::Spans(vec![OpenSpan { days, from: at(9, 0), to: at(17, 0), next_day: false }]);
        let zone = Zone::find(zone).unwrap();
        Timetable::new(&[Hours::every_week(zone, week)], Instant::parse_rfc3339("2026-11-01T00:00:00Z").unwrap())
    }

    fn within(amount: u32, unit: Unit) -> Deadline {
        Deadline::Within(Duration::new(amount, unit))
    }

    fn told(timetable: &Timetable, clock: Clock, start: &str, deadline: Deadline) -> String {
        let start = Instant::parse_rfc3339(start).unwrap();
        let due = due(timetable, timetable.zone(), clock, start, deadline);
        due.map_or("never".to_owned(), |due| say_local(timetable.zone(), due))
    }

    #[test]
    fn what_seconds_minutes_and_hours_run_on() {
        let (desk, usual) = (office("Etc/UTC"), Clock::default());
        let all_hours = Clock { counting: Counting::AllHours, ..usual };
        let friday = "2026-11-06T16:00:00Z";
        assert_eq!(told(&desk, usual, friday, within(4, Unit::Hour)), "Mon 2026-11-09 12:00");
        assert_eq!(told(&desk, usual, friday, within(60, Unit::Minute)), "Fri 2026-11-06 17:00");
        assert_eq!(told(&desk, all_hours, friday, within(4, Unit::Hour)), "Fri 2026-11-06 20:00");
        assert_eq!(told(&desk, all_hours, friday, within(4, Unit::OpenHour)), "Mon 2026-11-09 12:00");
        assert_eq!(told(&desk, usual, friday, within(4, Unit::ClockHour)), "Fri 2026-11-06 20:00");
        // Ten seconds before closing, a promise of 20 s is due ten seconds after the next opening.
        let late = "2026-11-06T16:59:50Z";
        assert_eq!(told(&desk, usual, late, within(20, Unit::Second)), "Mon 2026-11-09 09:00:10");
        assert_eq!(told(&desk, all_hours, late, within(20, Unit::Second)), "Fri 2026-11-06 17:00:10");
    }

    #[test]
    fn working_days_in_all_their_forms() {
        let (desk, usual) = (office("Etc/UTC"), Clock::default());
        let next = Clock { after_close_counts_next: true, ..usual };
        let two = within(2, Unit::WorkingDay);
        let same = Deadline::SameTime { working_days: 2 };
        let noon = Deadline::AtTime { working_day: 2, time: at(12, 0) };
        for (received, plain, after_close, same_time) in [
            ("2026-11-06T16:00:00Z", "Tue 2026-11-10 17:00", "Tue 2026-11-10 17:00", "Tue 2026-11-10 16:00"),
            ("2026-11-06T18:00:00Z", "Tue 2026-11-10 17:00", "Wed 2026-11-11 17:00", "Wed 2026-11-11 09:00"),
            ("2026-11-07T12:00:00Z", "Tue 2026-11-10 17:00", "Wed 2026-11-11 17:00", "Wed 2026-11-11 09:00"),
        ] {
            assert_eq!(told(&desk, usual, received, two), plain);
            assert_eq!(told(&desk, next, received, two), after_close);
            assert_eq!(told(&desk, usual, received, same), same_time);
            assert_eq!(told(&desk, usual, received, noon), "Tue 2026-11-10 12:00");
        }
        // Closed at that time on that date: the next opening, which is what the rule says, later than the promise.
        let evening = Deadline::AtTime { working_day: 2, time: at(18, 0) };
        assert_eq!(told(&desk, usual, "2026-11-06T16:00:00Z", evening), "Wed 2026-11-11 09:00");
        let never = Timetable::new(&[], Instant::from_seconds(0));
        for deadline in [two, same, noon, within(1, Unit::OpenHour)] {
            assert_eq!(told(&never, next, "2026-11-06T16:00:00Z", deadline), "never");
        }
    }

    #[test]
    fn days_weeks_and_months_keep_the_reading_of_the_clock() {
        let (desk, usual) = (office("Europe/London"), Clock::default());
        for (start, amount, unit, expected) in [
            ("2026-10-20T13:30:00Z", 15, Unit::Day, "Wed 2026-11-04 14:30"),
            ("2026-11-06T22:00:00Z", 1, Unit::Week, "Fri 2026-11-13 22:00"),
            ("2027-01-31T10:00:00Z", 1, Unit::Month, "Sun 2027-02-28 10:00"),
            ("2027-01-31T10:00:00Z", 2, Unit::Month, "Wed 2027-03-31 10:00"),
            // 01:30 does not exist on 28 March 2027; on 25 October 2026 it comes twice.
            ("2027-03-27T01:30:00Z", 1, Unit::Day, "Sun 2027-03-28 02:00"),
            ("2026-10-24T00:30:00Z", 1, Unit::Day, "Sun 2026-10-25 01:30 (the first time, before the clocks go back)"),
            ("2026-10-25T01:30:00Z", 0, Unit::Day, "Sun 2026-10-25 01:30 (the second time, after the clocks go back)"),
            ("2026-11-06T22:00:00Z", u32::MAX, Unit::Day, "never"),
            ("2026-11-06T22:00:00Z", u32::MAX, Unit::Month, "never"),
            ("2026-11-06T22:00:00Z", u32::MAX, Unit::ClockHour, "never"),
        ] {
            assert_eq!(told(&desk, usual, start, within(amount, unit)), expected, "{amount} {unit:?} from {start}");
        }
        let first = Instant::parse_rfc3339("2026-10-24T00:30:00Z").unwrap();
        let due = due(&desk, desk.zone(), usual, first, within(1, Unit::Day)).unwrap();
        assert_eq!(due.to_string(), "2026-10-25T00:30:00Z");
    }

    #[test]
    fn dates_are_those_of_the_zone_that_is_asked_for() {
        let desk = office("Etc/UTC");
        let auckland = Zone::find("Pacific/Auckland").unwrap();
        let start = Instant::parse_rfc3339("2026-11-05T12:00:00Z").unwrap();
        // In Auckland it is Friday already, and the Friday's hours in UTC run until Saturday 06:00 there.
        let in_auckland = due(&desk, &auckland, Clock::default(), start, within(1, Unit::WorkingDay)).unwrap();
        assert_eq!(say_local(&auckland, in_auckland), "Sat 2026-11-07 06:00");
        let in_utc = due(&desk, desk.zone(), Clock::default(), start, within(1, Unit::WorkingDay)).unwrap();
        assert_eq!(in_utc.to_string(), "2026-11-06T17:00:00Z");
    }

    #[test]
    fn pauses_at_the_edges() {
        let (desk, usual) = (office("Etc/UTC"), Clock::default());
        let instant = |text: &str| Instant::parse_rfc3339(&format!("2026-11-{text}:00Z")).unwrap();
        let start = instant("06T16:00");
        let paused = |deadline, pauses: &[(&str, &str)]| {
            let pauses: Vec<_> = pauses.iter().map(|(from, to)| (instant(from), instant(to))).collect();
            let due = due_with_pauses(&desk, desk.zone(), usual, start, deadline, &pauses);
            due.map_or("never".to_owned(), |due| say_local(desk.zone(), due))
        };
        let hours = within(4, Unit::Hour);
        assert_eq!(paused(hours, &[]), "Mon 2026-11-09 12:00");
        assert_eq!(paused(hours, &[("06T17:00", "09T09:00")]), "Mon 2026-11-09 12:00", "costs nothing while closed");
        assert_eq!(paused(hours, &[("09T12:00", "09T14:00")]), "Mon 2026-11-09 12:00", "begins when it is due");
        assert_eq!(paused(hours, &[("09T09:00", "09T10:00"), ("09T09:30", "09T11:00")]), "Mon 2026-11-09 14:00");
        assert_eq!(paused(hours, &[("09T11:00", "09T12:00"), ("09T12:30", "09T13:00")]), "Mon 2026-11-09 13:30");
        assert_eq!(paused(hours, &[("06T09:00", "06T16:30")]), "Mon 2026-11-09 12:30", "begins before the start");
        let day = within(1, Unit::WorkingDay);
        assert_eq!(paused(day, &[]), "Mon 2026-11-09 17:00");
        assert_eq!(paused(day, &[("07T00:00", "08T00:00")]), "Mon 2026-11-09 17:00");
        assert_eq!(paused(day, &[("09T10:00", "09T12:00")]), "Tue 2026-11-10 11:00");
        assert_eq!(paused(within(3, Unit::Day), &[("07T00:00", "08T00:00")]), "Tue 2026-11-10 16:00");
        let running = [(instant("09T10:00"), Instant::LAST)];
        assert_eq!(due_with_pauses(&desk, desk.zone(), usual, start, hours, &running), None);
        let noon = instant("09T12:00");
        assert_eq!(active_seconds(&desk, Counting::WhileOpen, start, noon, &running), 2 * 3600);
    }
}
