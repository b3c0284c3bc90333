//! Time, read off the wall clock minute by minute: nothing is worked out that can be counted.

use jiff::tz::TimeZone;

use super::plan::{Deadline, Desk, Plan, Span, Week};
use super::written::date;

/// How far back and on the minutes go.
const BACK: i64 = 2 * 1440;
const ON: i64 = 20 * 1440;

/// What the wall clock shows: the day from 1970-01-01, and the minute of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Reading {
    pub(super) day: i64,
    pub(super) minute: i64,
}

pub(super) fn reading(zone: &str, at: i64) -> Reading {
    let zone = TimeZone::get(zone).unwrap();
    read(&zone, at)
}

fn read(zone: &TimeZone, at: i64) -> Reading {
    let offset = zone.to_offset(jiff::Timestamp::from_second(at * 60).unwrap()).seconds();
    let local = at + i64::from(offset) / 60;
    Reading { day: local.div_euclid(1440), minute: local.rem_euclid(1440) }
}

/// The readings of a stretch of minutes. Clocks are asked every quarter of an hour: none of the zones here changes its
/// clocks at another minute.
fn read_all(zone: &TimeZone, first: i64, end: i64) -> Vec<Reading> {
    let mut offset = 0;
    let minutes = (first..end).map(|minute| {
        if minute == first || minute % 15 == 0 {
            let shown = read(zone, minute);
            offset = shown.day * 1440 + shown.minute - minute;
        }
        let local = minute + offset;
        Reading { day: local.div_euclid(1440), minute: local.rem_euclid(1440) }
    });
    minutes.collect()
}

/// 0 is Monday; 1970-01-01 was a Thursday.
pub(super) fn weekday(day: i64) -> usize {
    usize::try_from((day + 3).rem_euclid(7)).unwrap()
}

fn has(span: Span, minute: i64) -> bool {
    span.from <= minute && minute < span.to
}

/// Whether the hours that begin on a day hold a minute counted from the start of that day.
fn begun_on(desk: &Desk, day: i64, minute: i64) -> bool {
    let week = match &desk.season {
        Some((from, to, week)) if *from <= day && day <= *to => week,
        Some(_) | None => &desk.open,
    };
    in_week(week, day, minute)
}

fn in_week(week: &Week, day: i64, minute: i64) -> bool {
    match week {
        Week::Always => (0..1440).contains(&minute),
        Week::Never => false,
        Week::Spans(spans) => spans.iter().any(|(days, span)| days.contains(&weekday(day)) && has(*span, minute)),
    }
}

fn is_open(desk: &Desk, at: Reading) -> bool {
    let Reading { day, minute } = at;
    let closed = desk.closed.iter().any(|(from, to)| *from <= day && day <= *to);
    let special = |day: i64| desk.special.iter().find(|(date, _)| *date == day).map(|(_, spans)| spans);
    if let Some(spans) = special(day) {
        return spans.iter().any(|span| has(*span, minute));
    }
    if closed {
        return false;
    }
    let tail = special(day - 1).is_some_and(|spans| spans.iter().any(|span| has(*span, minute + 1440)));
    tail || begun_on(desk, day, minute) || begun_on(desk, day - 1, minute + 1440)
}

pub(super) fn desk_is_open(plan: &Plan, desk: usize, at: i64) -> bool {
    let desk = &plan.desks[desk];
    is_open(desk, reading(desk.zone.unwrap_or(plan.zone), at))
}

/// The minutes around a contact, for the desks of its channel together.
pub(super) struct Minutes {
    first: i64,
    at: i64,
    open: Vec<bool>,
    staffed: Vec<bool>,
    readings: Vec<Reading>,
    zone: TimeZone,
    all_hours: bool,
    after_close_next: bool,
}

/// What is found within the minutes; `None` where it would come after them, or never.
pub(super) type Found = Option<i64>;

impl Minutes {
    /// `desks` lists the channel alike; `self_service` tells what holds where there is none.
    pub(super) fn new(plan: &Plan, desks: &[usize], self_service: bool, at: i64) -> Self {
        let (first, end) = (at - BACK, at + ON);
        let zone_of = |desk: usize| TimeZone::get(plan.desks[desk].zone.unwrap_or(plan.zone)).unwrap();
        let zone = desks.first().map_or_else(|| TimeZone::get(plan.zone).unwrap(), |desk| zone_of(*desk));
        let readings = read_all(&zone, first, end);
        let nothing = desks.is_empty() && self_service;
        let mut open = vec![nothing; readings.len()];
        let mut staffed = open.clone();
        for desk in desks {
            let (own, desk) = (read_all(&zone_of(*desk), first, end), &plan.desks[*desk]);
            // Special days and seasons replace the week in which people answer as they replace the week that is open.
            let people = Desk { open: desk.staffed.as_ref().unwrap_or(&desk.open).clone(), ..desk.clone() };
            for (slot, shown) in own.into_iter().enumerate() {
                open[slot] |= is_open(desk, shown);
                staffed[slot] |= is_open(desk, shown) && is_open(&people, shown);
            }
        }
        let (all_hours, after_close_next) = (plan.all_hours, plan.after_close_next);
        Self { first, at, open, staffed, readings, zone, all_hours, after_close_next }
    }

    /// The minute after which nothing is said for certain.
    pub(super) fn end(&self) -> i64 {
        self.at + ON - 2 * 1440
    }

    fn slots(&self, from: i64) -> impl Iterator<Item = (i64, usize)> + '_ {
        (from..self.at + ON).map(|minute| (minute, usize::try_from(minute - self.first).unwrap()))
    }

    fn slot(&self, at: i64) -> usize {
        usize::try_from(at - self.first).unwrap()
    }

    pub(super) fn open_now(&self) -> bool {
        self.open[self.slot(self.at)]
    }

    pub(super) fn staffed_now(&self) -> bool {
        self.staffed[self.slot(self.at)]
    }

    pub(super) fn next_change(&self) -> Found {
        let now = self.open_now();
        self.slots(self.at).find(|(_, slot)| self.open[*slot] != now).map(|(minute, _)| minute)
    }

    pub(super) fn next_staffed(&self) -> Found {
        self.slots(self.at).find(|(_, slot)| self.staffed[*slot]).map(|(minute, _)| minute)
    }

    fn first_open(&self, from: i64) -> Found {
        self.slots(from).find(|(_, slot)| self.open[*slot]).map(|(minute, _)| minute)
    }

    pub(super) fn due(&self, deadline: Deadline) -> Found {
        match deadline {
            Deadline::Minutes(minutes) if self.all_hours => Some(self.at + minutes),
            Deadline::Minutes(minutes) => self.open_time(minutes),
            Deadline::OpenHours(hours) => self.open_time(hours * 60),
            Deadline::ClockHours(hours) => Some(self.at + hours * 60),
            Deadline::WorkingDays(n) => {
                let day = self.working_day(self.received()?, n)?;
                let last =
                    self.slots(self.first).filter(|(_, slot)| self.open[*slot] && self.readings[*slot].day == day);
                last.last().map(|(minute, _)| minute + 1)
            }
            Deadline::AtTime(n, minute) => {
                let day = self.working_day(self.received()?, n)?;
                self.first_open(self.reached(Reading { day, minute })?)
            }
            Deadline::SameTime(n) => {
                let start = self.readings[self.slot(self.first_open(self.at)?)];
                let day = self.working_day(start.day, n)?;
                self.first_open(self.reached(Reading { day, minute: start.minute })?)
            }
            Deadline::Days(days) => {
                let start = self.readings[self.slot(self.at)];
                self.walk_to(Reading { day: start.day + days, minute: start.minute })
            }
            Deadline::Months(months) => {
                let start = self.readings[self.slot(self.at)];
                let day = date(start.day).checked_add(jiff::Span::new().months(months)).unwrap();
                let days = (day - date(0)).get_days();
                self.walk_to(Reading { day: days.into(), minute: start.minute })
            }
        }
    }

    /// Counts open minutes, one at a time.
    fn open_time(&self, minutes: i64) -> Found {
        let open = self.slots(self.at).filter(|(_, slot)| self.open[*slot]);
        open.zip(1..).find(|(_, counted)| *counted == minutes).map(|((minute, _), _)| minute + 1)
    }

    /// The day of receipt.
    fn received(&self) -> Option<i64> {
        let day = self.readings[self.slot(self.at)].day;
        let time_is_left = self.slots(self.at).any(|(_, slot)| self.open[slot] && self.readings[slot].day == day);
        if self.after_close_next && !time_is_left { self.working_day(day, 1) } else { Some(day) }
    }

    /// The n-th day after one on which the desk is open at all.
    fn working_day(&self, after: i64, n: usize) -> Option<i64> {
        let mut days: Vec<i64> = self
            .slots(self.first)
            .filter(|(_, slot)| self.open[*slot])
            .map(|(_, slot)| self.readings[slot].day)
            .collect();
        days.retain(|day| *day > after);
        days.sort_unstable();
        days.dedup();
        days.get(n - 1).copied()
    }

    /// The first minute at which the clock shows at least this.
    fn reached(&self, wanted: Reading) -> Found {
        self.slots(self.first).find(|(_, slot)| self.readings[*slot] >= wanted).map(|(minute, _)| minute)
    }

    /// The same, for days that may lie beyond the minutes.
    fn walk_to(&self, wanted: Reading) -> Found {
        let before = wanted.day * 1440 + wanted.minute - 2 * 1440;
        (before..before + 4 * 1440).find(|minute| read(&self.zone, *minute) >= wanted)
    }
}
