//! The definition of *open*, asked minute by minute, against everything that the timetable answers.
//!
//! Nothing here is clever: whether a desk is open at an instant is worked out from the reading of the wall clock at that
//! instant and from the hours as they stand. No reading is ever turned into an instant.

use proptest::prelude::*;

use crate::calendar::random_hours::{cases, desk_near_a_change, two_desks};
use crate::calendar::*;

/// Whether a desk is open, by the definition.
fn is_open(hours: &Hours, at: Instant) -> bool {
    let local = hours.zone.local(at);
    let (today, now) = (local.date, local.time.seconds());
    let yesterday = today.plus_days(-1);
    let closed = hours
        .closed
        .iter()
        .any(|Closure::Dates { from, to, part, .. }| part.is_none() && *from <= today && today <= *to);
    let special = hours.special.iter().any(|special| special.date == today);
    let base = !closed && !special && (weekly_has(hours, today, now) || weekly_has(hours, yesterday, now + 86_400));
    let extra = hours.special.iter().any(|special| {
        let mut spans = special.spans.iter();
        special.date == today && spans.clone().any(|span| has(*span, now))
            || special.date == yesterday
                && !closed
                && !hours.special.iter().any(|special| special.date == today)
                && spans.any(|span| has(*span, now + 86_400))
    });
    let taken_out = hours.closed.iter().any(|Closure::Dates { from, to, part, .. }| {
        *from <= today && today <= *to && part.is_some_and(|(start, end)| start.seconds() <= now && now < end.seconds())
    });
    (base || extra) && !taken_out
}

/// Whether a span that begins on `date` in an ordinary week or a season holds a second counted from the start of `date`.
fn weekly_has(hours: &Hours, date: Date, second: u32) -> bool {
    let season = hours.seasons.iter().find(|season| season.from <= date && date <= season.to);
    match season.map_or(&hours.weekly, |season| &season.weekly) {
        WeeklyHours::Always => second < 86_400,
        WeeklyHours::Never => false,
        WeeklyHours::Spans(spans) => spans.iter().any(|span| {
            let on_day = DaySpan { from: span.from, to: span.to, next_day: span.next_day };
            span.days.has(date.weekday()) && has(on_day, second)
        }),
    }
}

fn has(span: DaySpan, second: u32) -> bool {
    let end = span.to.seconds() + if span.next_day { 86_400 } else { 0 };
    span.from.seconds() <= second && second < end
}

/// Twelve days of minutes around an instant, each open or closed, and the local date of each.
struct Minutes {
    start: Instant,
    open: Vec<bool>,
    dates: Vec<Date>,
}

const LENGTH: usize = 12 * 1440;

impl Minutes {
    fn new(around: Instant, zone: &Zone, open: impl Fn(Instant) -> bool) -> Self {
        let start = around.plus_seconds(-6 * 86_400);
        let minutes = || (0..LENGTH).map(|minute| start.plus_seconds(minute as i64 * 60));
        Self { start, open: minutes().map(open).collect(), dates: minutes().map(|at| zone.local(at).date).collect() }
    }

    fn at(&self, minute: usize) -> Instant {
        self.start.plus_seconds(minute as i64 * 60)
    }

    /// The first open minute at or after one.
    fn opening(&self, from: usize) -> Option<usize> {
        (from..LENGTH).find(|minute| self.open[*minute])
    }

    /// The `n`-th date after a minute's date that has an open minute.
    fn working_day(&self, minute: usize, n: u32) -> Option<Date> {
        let received = self.dates[minute];
        let mut open: Vec<_> = (0..LENGTH).filter(|at| self.open[*at]).map(|at| self.dates[at]).collect();
        open.retain(|date| *date > received);
        open.sort();
        open.dedup();
        open.get(n as usize - 1).copied()
    }

    /// The end of the last open minute of a date.
    fn close(&self, date: Date) -> Instant {
        let last = (0..LENGTH).rev().find(|at| self.open[*at] && self.dates[*at] == date).unwrap();
        self.at(last + 1)
    }

    fn check(&self, timetable: &Timetable, picks: &[(prop::sample::Index, prop::sample::Index, u32)]) {
        let mut open = 0;
        let mut change = None;
        for minute in (0..LENGTH).rev() {
            let at = self.at(minute);
            assert_eq!(timetable.is_open(at), self.open[minute], "open at {at}");
            if minute + 1 < LENGTH && self.open[minute + 1] != self.open[minute] {
                change = Some(self.at(minute + 1));
            }
            if change.is_some() && minute % 7 == 0 {
                assert_eq!(timetable.next_change(at), change, "next change after {at}");
            }
            open += u64::from(self.open[minute]) * 60;
            if minute % 101 == 0 {
                assert_eq!(timetable.open_seconds(at, self.at(LENGTH)), open, "open from {at}");
            }
        }
        for (from, to, n) in picks {
            self.check_pick(timetable, from.index(LENGTH), to.index(LENGTH), *n);
        }
    }

    fn check_pick(&self, timetable: &Timetable, from: usize, to: usize, n: u32) {
        let start = self.at(from);
        // The open time between the two minutes is due where it was used up.
        let open: Vec<_> = (from..to).filter(|minute| self.open[*minute]).collect();
        let due = open.last().map_or(start, |last| self.at(last + 1));
        assert_eq!(timetable.due(start, open.len() as u64 * 60), Some(due), "due from {start}");
        // What lies in the last two days may depend on what is not here.
        let Some(day) = self.working_day(from, n).filter(|day| *day < self.dates[LENGTH - 2 * 1440]) else { return };
        assert_eq!(
            timetable.close_of_working_day(start, n, false),
            Some(self.close(day)),
            "{n} working days from {start}"
        );
        if (from..LENGTH).any(|at| self.open[at] && self.dates[at] == self.dates[from]) {
            assert_eq!(timetable.close_of_working_day(start, n, true), Some(self.close(day)));
        } else if let Some(later) = self.working_day(from, n + 1).filter(|day| *day < self.dates[LENGTH - 2 * 1440]) {
            assert_eq!(timetable.close_of_working_day(start, n, true), Some(self.close(later)));
        }
        let opening = self.opening(from).unwrap();
        let time = timetable.zone().local(self.at(opening)).time;
        let day = self.working_day(opening, n);
        if let Some(day) = day.filter(|day| *day < self.dates[LENGTH - 2 * 1440]) {
            let reached = (0..LENGTH).find(|at| {
                let local = timetable.zone().local(self.at(*at));
                (local.date, local.time) >= (day, time)
            });
            let at = reached.and_then(|reached| self.opening(reached)).map(|at| self.at(at));
            if let Some(at) = at {
                assert_eq!(timetable.same_time_working_days(start, n), Some(at), "{n} working days at the same time");
            }
        }
    }
}

fn picks() -> impl Strategy<Value = Vec<(prop::sample::Index, prop::sample::Index, u32)>> {
    prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), 1u32..4), 6)
}

proptest! {
    #![proptest_config(cases(10))]

    #[test]
    fn a_desk_minute_by_minute((around, hours) in desk_near_a_change(), picks in picks()) {
        let minutes = Minutes::new(around, &hours.zone, |at| is_open(&hours, at));
        minutes.check(&Timetable::new(std::slice::from_ref(&hours), around), &picks);
    }

    #[test]
    fn desks_together_minute_by_minute((around, first, second) in two_desks(), picks in picks()) {
        let (one, other) = (Combination::Desk(first.clone()), Combination::Desk(second.clone()));
        let zone = first.zone.clone();
        let any = Minutes::new(around, &zone, |at| is_open(&first, at) || is_open(&second, at));
        any.check(&Timetable::new(&[first.clone(), second.clone()], around), &picks);
        let all = Minutes::new(around, &zone, |at| is_open(&first, at) && is_open(&second, at));
        let both = Combination::AllOf(vec![one.clone(), other.clone()]);
        all.check(&Timetable::combined(&both, zone.clone(), around), &picks);
        let rest = Minutes::new(around, &zone, |at| is_open(&first, at) && !is_open(&second, at));
        let except = Combination::Except(Box::new(one), Box::new(other));
        rest.check(&Timetable::combined(&except, zone, around), &picks);
    }
}
