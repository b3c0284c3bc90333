//! Whether one deadline ever falls after another, for every contact of a channel at every moment.
//!
//! What follows from the words alone is said at once. What hangs on the hours of the desk is refuted by an instant at which
//! it is so, and else left open: nothing is said to hold because no such instant was met.

use std::cell::{Cell, OnceCell, RefCell};
use std::collections::BTreeMap;

use crate::policy::{
    self, ChannelId, Clock, Counting, Date, Days, Deadline, DeskHours, DeskId, DeskTables, DeskZone, Duration, Index,
    Instant, OpenSpan, Policy, TimeOfDay, Timetable, Unit, Weekday, WeeklyHours, Zone, due,
};

const HOUR: i64 = 3_600;
const DAY: i64 = 24 * HOUR;
/// By so much the clocks of a zone change at most, taken together.
const CHANGES: i64 = 3 * HOUR;
/// So many days after the horizon are known too: what comes at its end falls due there.
const AFTER: i64 = 400;
/// In so many days each opening and closing is tried.
const TRIED: i64 = 60 * DAY;
/// So many questions that hang on hours are looked at; the answers to further ones are not known.
const MOST_LOOKED_AT: u32 = 4_000;

/// The hours of the desks of a channel, and the instants at which contacts are tried.
#[derive(Debug)]
struct Hours {
    table: Timetable,
    tried: Vec<Instant>,
    /// Whether they are known, and alike for all customers.
    known: bool,
    working: OnceCell<Working>,
    never_closes: OnceCell<bool>,
}

/// What holds of all working days.
#[derive(Debug, Clone, Copy)]
struct Working {
    /// The least open time of one, in seconds; 0 where the hours are not known.
    shortest: i64,
    /// How many there are after the horizon, as far as that is known.
    after: i64,
}

/// A question that hangs on hours: the number of the desks, the deadlines of which the first counts, and the one that they
/// are held against.
type Question = (usize, Vec<Deadline>, Deadline);

/// Compares deadlines on the hours of a policy's desks.
#[derive(Debug)]
pub(crate) struct Deadlines<'p> {
    policy: &'p Policy,
    clock: Clock,
    /// For each channel the number of its desks taken together.
    lines: Vec<usize>,
    /// The desks of each number, and their hours once they are asked for.
    hours: Vec<(Vec<DeskId>, OnceCell<Hours>)>,
    known: RefCell<BTreeMap<Question, Option<bool>>>,
    left: Cell<u32>,
}

impl<'p> Deadlines<'p> {
    pub(crate) fn new(policy: &'p Policy) -> Self {
        let counting = if policy.counting.all_hours { Counting::AllHours } else { Counting::WhileOpen };
        let clock = Clock { counting, after_close_counts_next: policy.counting.after_close_next_working_day };
        let index = Index::new(policy);
        let mut numbers: BTreeMap<&[DeskId], usize> = BTreeMap::new();
        let channels = (0u16..).map(ChannelId).take(policy.channels.len());
        let lines = channels.map(|channel| {
            let next = numbers.len();
            *numbers.entry(index.desks_of(channel)).or_insert(next)
        });
        let lines = lines.collect();
        let mut hours: Vec<_> = numbers.iter().map(|(desks, number)| (*number, desks.to_vec())).collect();
        hours.sort_unstable();
        let hours = hours.into_iter().map(|(_, desks)| (desks, OnceCell::new())).collect();
        Self { policy, clock, lines, hours, known: RefCell::default(), left: Cell::new(MOST_LOOKED_AT) }
    }

    /// The number of the desks of a channel: channels of the same number have the same hours.
    pub(crate) fn line(&self, channel: ChannelId) -> usize {
        self.lines.get(channel.index()).copied().unwrap_or_default()
    }

    /// Whether the earliest of the given deadlines never falls after the other one, for contacts at desks of this number.
    /// `None` where neither that nor the contrary is known.
    pub(crate) fn never_after(&self, line: usize, given: &[Deadline], wanted: Deadline) -> Option<bool> {
        if given.is_empty() {
            return Some(false);
        }
        if given.iter().any(|given| self.by_words(*given, wanted)) {
            return Some(true);
        }
        let mut given = given.to_vec();
        given.sort_unstable();
        let question = (line, given, wanted);
        if let Some(known) = self.known.borrow().get(&question) {
            return *known;
        }
        let answer = self.by_hours(line, &question.1, wanted);
        self.known.borrow_mut().insert(question, answer);
        answer
    }

    fn runs(&self, deadline: Deadline) -> Runs {
        let length = match deadline {
            Deadline::AtTime { working_day, time } => return Runs::AtTime(i64::from(working_day), time),
            Deadline::SameTime { working_days } => return Runs::SameTime(i64::from(working_days)),
            Deadline::Within(length) => length,
        };
        let amount = i64::from(length.amount);
        let seconds = length.seconds().and_then(|seconds| i64::try_from(seconds).ok()).unwrap_or(i64::MAX / 4);
        match (length.unit, self.clock.counting) {
            (Unit::OpenHour, _) | (Unit::Second | Unit::Minute | Unit::Hour, Counting::WhileOpen) => {
                Runs::Open(seconds)
            }
            (Unit::ClockHour, _) | (Unit::Second | Unit::Minute | Unit::Hour, Counting::AllHours) => {
                Runs::Wall(seconds)
            }
            (Unit::Day, _) => Runs::Dates(amount, amount),
            (Unit::Week, _) => Runs::Dates(amount * 7, amount * 7),
            (Unit::Month, _) => Runs::Dates(amount * 28, amount * 31),
            (Unit::WorkingDay, _) => Runs::WorkingDays(amount),
        }
    }

    /// Whether it follows from what the two deadlines say, whatever the hours.
    fn by_words(&self, one: Deadline, two: Deadline) -> bool {
        if let (Deadline::Within(one), Deadline::Within(two)) = (one, two)
            && one.unit == two.unit
        {
            return one.amount <= two.amount;
        }
        match (self.runs(one), self.runs(two)) {
            (Runs::Open(one), Runs::Open(two)) | (Runs::Wall(one), Runs::Wall(two) | Runs::Open(two)) => one <= two,
            (Runs::Wall(one), Runs::Dates(least, _)) => one.saturating_add(CHANGES) <= least * DAY,
            (Runs::Dates(_, most), Runs::Wall(two) | Runs::Open(two)) => most * DAY + CHANGES <= two,
            (Runs::Dates(_, one), Runs::Dates(two, _)) => one <= two,
            (Runs::WorkingDays(one), Runs::WorkingDays(two)) => one <= two,
            (Runs::AtTime(one, time), Runs::AtTime(two, later)) => (one, time) <= (two, later),
            (Runs::SameTime(one), Runs::SameTime(two)) => one <= two,
            // A working day ends on its own date; the others come on theirs, or with the first opening after it.
            (Runs::WorkingDays(one), Runs::AtTime(two, _) | Runs::SameTime(two)) => one < two,
            (Runs::AtTime(one, _), Runs::WorkingDays(two)) => one < two,
            (Runs::SameTime(one), Runs::WorkingDays(two)) => one + 1 < two,
            // So many working days take so many dates at the least.
            (Runs::Dates(_, most), Runs::WorkingDays(two) | Runs::AtTime(two, _) | Runs::SameTime(two)) => most < two,
            (Runs::Wall(one), Runs::WorkingDays(two) | Runs::AtTime(two, _) | Runs::SameTime(two)) => {
                one.saturating_add(CHANGES) <= (two - 1) * DAY
            }
            (Runs::Open(_) | Runs::WorkingDays(_) | Runs::AtTime(..) | Runs::SameTime(_), _) => false,
        }
    }

    fn by_hours(&self, line: usize, given: &[Deadline], wanted: Deadline) -> Option<bool> {
        let left = self.left.get();
        self.left.set(left.saturating_sub(1));
        if left == 0 {
            return None;
        }
        if cut(wanted) != wanted {
            return None;
        }
        let hours = self.hours_of(line)?;
        if given.iter().any(|given| self.by_open_time(hours, *given, wanted)) {
            return Some(true);
        }
        // A deadline that is cut falls earlier: if even that is too late, so is the deadline.
        let given: Vec<Deadline> = given.iter().map(|given| cut(*given)).collect();
        let due = |start: Instant, deadline: Deadline| {
            due(&hours.table, hours.table.zone(), self.clock, start, deadline).unwrap_or(Instant::LAST)
        };
        let breaks = |start: &Instant| {
            let latest = due(*start, wanted);
            given.iter().all(|given| due(*start, *given) > latest)
        };
        hours.tried.iter().any(breaks).then_some(false)
    }

    /// Whether it follows from how long the desks are open: all the time, or so long on each working day.
    fn by_open_time(&self, hours: &Hours, one: Deadline, two: Deadline) -> bool {
        match (self.runs(one), self.runs(two)) {
            (Runs::Open(one), Runs::Wall(two)) => self.never_closes(hours) && one <= two,
            (Runs::Open(one), Runs::Dates(least, _)) => {
                self.never_closes(hours) && one.saturating_add(CHANGES) <= least * DAY
            }
            (Runs::Open(one), Runs::WorkingDays(days)) => {
                let working = self.working(hours);
                days <= working.after && one <= working.shortest.saturating_mul(days)
            }
            _ => false,
        }
    }

    fn hours_of(&self, line: usize) -> Option<&Hours> {
        let (desks, hours) = self.hours.get(line)?;
        Some(hours.get_or_init(|| self.work_out(desks)))
    }

    fn work_out(&self, desks: &[DeskId]) -> Hours {
        let mut parts: Vec<DeskHours> =
            desks.iter().filter_map(|id| self.policy.desk(*id)).map(DeskHours::from).collect();
        let zone = &self.policy.time_zone;
        let (from, _) = self.policy.horizon();
        // No length of time holds by hours that are not known, or are each customer's own; one can be refuted all the same.
        let known = !parts.is_empty() && parts.iter().all(|desk| desk.zone == DeskZone::Own);
        if parts.is_empty() {
            parts.extend(office_hours(zone));
        }
        let table = DeskTables::new(&parts, None, from).accepting;
        let tried = self.tried(&table, from);
        Hours { table, tried, known, working: OnceCell::new(), never_closes: OnceCell::new() }
    }

    /// Around each opening and closing of the first weeks, at noon of these days, and of some days later on.
    fn tried(&self, table: &Timetable, from: Instant) -> Vec<Instant> {
        let mut tried: Vec<Instant> = Vec::new();
        for (opens, closes) in table.spans(from, from.plus_seconds(TRIED)) {
            tried.extend([opens, closes.plus_seconds(-60), closes, closes.plus_seconds(60)]);
        }
        let noon = TimeOfDay::new(12, 0).unwrap_or(TimeOfDay::MIDNIGHT);
        let near = self.policy.first_day().plus_days(TRIED / DAY);
        let days = self.dates().enumerate().filter(|(at, date)| *date < near || at % 13 == 0);
        tried.extend(days.map(|(_, date)| self.policy.time_zone.first_at(date, noon)));
        tried.retain(|at| *at >= from);
        tried
    }

    /// The dates of the horizon.
    fn dates(&self) -> impl Iterator<Item = Date> {
        let (first, end) = (self.policy.first_day(), self.policy.time_zone.local(self.policy.horizon().1).date);
        (0..).map(move |days| first.plus_days(days)).take_while(move |date| *date < end)
    }

    fn working(&self, hours: &Hours) -> Working {
        let work_out = || {
            let end = self.policy.time_zone.local(self.policy.horizon().1).date;
            let after = (0..AFTER).map(|days| end.plus_days(days));
            let open = |date: &Date| Some(hours.table.open_seconds_on(*date)).filter(|seconds| *seconds > 0);
            let shortest = self.dates().chain(after.clone()).filter_map(|date| open(&date)).min().unwrap_or(0);
            let after = after.filter(|date| open(date).is_some()).count();
            Working { shortest: i64::try_from(shortest).unwrap_or(0), after: i64::try_from(after).unwrap_or(0) }
        };
        *hours.working.get_or_init(|| if hours.known { work_out() } else { Working { shortest: 0, after: 0 } })
    }

    fn never_closes(&self, hours: &Hours) -> bool {
        *hours.never_closes.get_or_init(|| {
            let (from, to) = self.policy.horizon();
            let to = to.plus_seconds(AFTER * DAY);
            hours.known && hours.table.spans(from, to) == [(from, to)]
        })
    }
}

/// The deadline, or an earlier one where it is more than about a year: hours are not worked out further.
fn cut(deadline: Deadline) -> Deadline {
    const WORKING_DAYS: u32 = 60;
    match deadline {
        Deadline::Within(length) => {
            let most = match length.unit {
                Unit::Second => 200 * 3_600,
                Unit::Minute => 200 * 60,
                Unit::Hour | Unit::OpenHour => 200,
                Unit::ClockHour => 400 * 24,
                Unit::Day => 400,
                Unit::Week => 57,
                Unit::Month => 13,
                Unit::WorkingDay => WORKING_DAYS,
            };
            Deadline::Within(Duration { amount: length.amount.min(most), ..length })
        }
        Deadline::AtTime { working_day, time } => Deadline::AtTime { working_day: working_day.min(WORKING_DAYS), time },
        Deadline::SameTime { working_days } => Deadline::SameTime { working_days: working_days.min(WORKING_DAYS) },
    }
}

/// Hours in which most desks are open, in place of those of a channel that no desk lists.
fn office_hours(zone: &Zone) -> Option<DeskHours> {
    let (from, to) = (TimeOfDay::new(9, 0)?, TimeOfDay::new(17, 0)?);
    let days = Days::range(Weekday::Monday, Weekday::Friday);
    let week = WeeklyHours::Spans(vec![OpenSpan { days, from, to, next_day: false }]);
    Some(DeskHours { zone: DeskZone::Own, hours: policy::Hours::every_week(zone.clone(), week), staffed: None })
}

/// What a deadline runs on: seconds of open time or of all time, at least and at most so many dates, or working days.
#[derive(Debug, Clone, Copy)]
enum Runs {
    Open(i64),
    Wall(i64),
    Dates(i64, i64),
    WorkingDays(i64),
    AtTime(i64, TimeOfDay),
    SameTime(i64),
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::{Tape, acorn, random_policy};
    use proptest::prelude::*;

    fn within(amount: u32, unit: Unit) -> Deadline {
        Deadline::Within(Duration::new(amount, unit))
    }

    fn noon(working_day: u32) -> Deadline {
        Deadline::AtTime { working_day, time: TimeOfDay::new(12, 0).unwrap() }
    }

    fn same_time(working_days: u32) -> Deadline {
        Deadline::SameTime { working_days }
    }

    /// The worked example's phone is open from 08:00 to 20:00 on working days, and shorter on Saturdays.
    #[test]
    fn deadlines_are_compared_on_the_hours_of_the_desk() {
        let (mut policy, ..) = acorn();
        let phone = policy.channel_named("phone").unwrap();
        let answer = |policy: &Policy, one, two| {
            let deadlines = Deadlines::new(policy);
            deadlines.never_after(deadlines.line(phone), &[one], two)
        };
        for (one, two, expected) in [
            (within(15, Unit::Minute), within(900, Unit::Second), Some(true)),
            (within(16, Unit::Minute), within(900, Unit::Second), Some(false)),
            (within(4, Unit::Hour), within(4, Unit::OpenHour), Some(true)),
            (within(4, Unit::OpenHour), within(240, Unit::Minute), Some(true)),
            (within(4, Unit::ClockHour), within(4, Unit::Hour), Some(true)),
            (within(4, Unit::Hour), within(4, Unit::ClockHour), Some(false)),
            (within(20, Unit::Second), within(1, Unit::WorkingDay), Some(true)),
            (within(3, Unit::ClockHour), within(1, Unit::Day), Some(true)),
            (within(7, Unit::Day), within(1, Unit::Week), Some(true)),
            (within(8, Unit::Day), within(1, Unit::Week), Some(false)),
            (within(1, Unit::Month), within(31, Unit::Day), Some(true)),
            (within(1, Unit::Month), within(30, Unit::Day), Some(false)),
            (within(1, Unit::WorkingDay), within(15, Unit::Minute), Some(false)),
            (within(2, Unit::WorkingDay), within(3, Unit::WorkingDay), Some(true)),
            (same_time(1), within(1, Unit::WorkingDay), Some(false)),
            (same_time(1), within(3, Unit::WorkingDay), Some(true)),
            (noon(1), within(2, Unit::WorkingDay), Some(true)),
            (noon(2), within(2, Unit::WorkingDay), None),
            (noon(2), noon(1), Some(false)),
            (within(4_000_000_000, Unit::WorkingDay), within(1, Unit::Day), Some(false)),
            (within(1, Unit::WorkingDay), within(4_000_000_000, Unit::ClockHour), None),
        ] {
            assert_eq!(answer(&policy, one, two), expected, "{one} and {two}");
        }
        policy.counting.all_hours = true;
        assert_eq!(answer(&policy, within(4, Unit::Hour), within(4, Unit::ClockHour)), Some(true));
    }

    #[test]
    fn of_several_deadlines_the_earliest_counts() {
        let (policy, ..) = acorn();
        let phone = policy.channel_named("phone").unwrap();
        let deadlines = Deadlines::new(&policy);
        let line = deadlines.line(phone);
        // Whichever comes first of four open hours and of the close of the next working day is never after both.
        let given = [within(4, Unit::OpenHour), within(30, Unit::ClockHour)];
        assert_eq!(deadlines.never_after(line, &given, within(5, Unit::OpenHour)), Some(true));
        assert_eq!(deadlines.never_after(line, &given, within(3, Unit::OpenHour)), Some(false));
        assert_eq!(deadlines.never_after(line, &[], within(3, Unit::OpenHour)), Some(false));
    }

    fn deadline(tape: &mut Tape) -> Deadline {
        let units =
            [Unit::Minute, Unit::Hour, Unit::OpenHour, Unit::ClockHour, Unit::Day, Unit::WorkingDay, Unit::Month];
        let amount = 1 + u32::from(tape.below(4));
        match tape.below(9) {
            7 => Deadline::AtTime { working_day: amount, time: TimeOfDay::new(tape.below(24).into(), 0).unwrap() },
            8 => same_time(amount),
            unit => within(amount, units[usize::from(unit)]),
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(200))]

        #[test]
        fn what_is_said_to_be_never_after_never_is(numbers in proptest::collection::vec(any::<u32>(), 300..1200)) {
            let mut tape = Tape::new(numbers);
            let (policy, _) = random_policy(&mut tape);
            let deadlines = Deadlines::new(&policy);
            for line in (0..deadlines.hours.len()).filter(|line| !deadlines.hours[*line].0.is_empty()) {
                let hours = deadlines.hours_of(line).unwrap();
                let (from, to) = policy.horizon();
                for _ in 0..12 {
                    let (one, two) = (deadline(&mut tape), deadline(&mut tape));
                    if deadlines.never_after(line, &[one], two) != Some(true) {
                        continue;
                    }
                    for _ in 0..20 {
                        let start = from.plus_seconds(i64::from(tape.any()) % i64::try_from(from.seconds_until(to)).unwrap());
                        let at = |deadline| due(&hours.table, hours.table.zone(), deadlines.clock, start, deadline);
                        let (first, second) = (at(one).unwrap_or(Instant::LAST), at(two).unwrap_or(Instant::LAST));
                        prop_assert!(first <= second, "{one} is due {first} and {two} {second} from {start}");
                    }
                }
            }
        }
    }
}
