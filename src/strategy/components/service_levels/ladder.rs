//! Whether a ladder rises: a larger share of contacts must be given more time.

use std::cmp::Ordering;

use crate::calendar::{Deadline, Duration, TimeOfDay, Unit};
use crate::notation::{Clause, Promise};
use crate::source::{Diagnostic, Spanned};
use crate::strategy::errors;
use crate::strategy::written::Written;

/// The finding where two neighbouring steps of a ladder do not fit each other: both say the same, or the larger share
/// is given less time. Steps on different clocks are not compared.
pub(crate) fn not_rising(promise: &Promise, text: &Written) -> Option<Diagnostic> {
    let points: Vec<usize> = (0..promise.clauses.len()).filter(|at| point(promise, *at).is_some()).collect();
    let mut pairs = points.iter().zip(points.iter().skip(1));
    let (first, second) = pairs.find(|(first, second)| !fits(promise, **first, **second))?;
    let clause = |at: usize| promise.clauses.get(at).map_or_else(String::new, |clause| clause.value.to_string());
    let mended = swapped(promise, *first, *second).map(|promise| promise.to_string());
    let weaker = weaker(promise, *first, *second)?;
    let mut kept = promise.clone();
    kept.clauses.remove(weaker);
    Some(errors::ladder_not_rising(text, &clause(*first), &clause(*second), mended, kept.to_string()))
}

/// Which of two steps says nothing: the one with the longer time, or with the smaller share in the same time.
fn weaker(promise: &Promise, first: usize, second: usize) -> Option<usize> {
    let ((share, deadline), (other_share, other_deadline)) = (point(promise, first)?, point(promise, second)?);
    let by_time = compare(deadline, other_deadline)?;
    Some(match by_time.then(other_share.cmp(&share)) {
        Ordering::Greater => first,
        Ordering::Less | Ordering::Equal => second,
    })
}

/// The share and the deadline of a step of the ladder.
fn point(promise: &Promise, at: usize) -> Option<(crate::measure::Share, Deadline)> {
    match promise.clauses.get(at).map(|clause| &clause.value) {
        Some(Clause::Point { share, deadline, .. }) => Some((*share, *deadline)),
        Some(
            Clause::Average(_)
            | Clause::Abandoned { .. }
            | Clause::Busy { .. }
            | Clause::Over { .. }
            | Clause::Always
            | Clause::NoPromise
            | Clause::NotOffered,
        )
        | None => None,
    }
}

/// Whether share and deadline of two steps grow in the same direction, as far as that can be told.
fn fits(promise: &Promise, first: usize, second: usize) -> bool {
    let (Some((share, deadline)), Some((next_share, next_deadline))) = (point(promise, first), point(promise, second))
    else {
        return true;
    };
    compare(deadline, next_deadline).is_none_or(|time| time != Ordering::Equal && time == share.cmp(&next_share))
}

/// The promise with the smaller share on the shorter deadline; none where that is no better.
fn swapped(promise: &Promise, first: usize, second: usize) -> Option<Promise> {
    let (one, two) = (promise.clauses.get(first)?, promise.clauses.get(second)?);
    let (Clause::Point { deadline: early, .. }, Clause::Point { deadline: late, .. }) = (&one.value, &two.value) else {
        return None;
    };
    let mut mended = promise.clauses.clone();
    for (at, deadline, clause) in [(first, late, one), (second, early, two)] {
        let Clause::Point { share, strict, .. } = clause.value else { return None };
        let value = Clause::Point { share, strict, deadline: *deadline };
        *mended.get_mut(at)? = Spanned::new(value, clause.span);
    }
    let lower_first = point(promise, first)?.0 < point(promise, second)?.0;
    if !lower_first {
        mended.swap(first, second);
    }
    let mended = Promise { clauses: mended };
    fits(&mended, first, second).then_some(mended)
}

/// Which deadline comes first; none where they run on different clocks.
fn compare(one: Deadline, two: Deadline) -> Option<Ordering> {
    let ((clock, length), (other_clock, other_length)) = (length(one), length(two));
    (clock == other_clock).then(|| length.cmp(&other_length))
}

/// The clock of a deadline (the unit that stands for it, and whether it is the clock of each contact's own time of day),
/// and how far along that clock it lies.
fn length(deadline: Deadline) -> ((Unit, bool), u64) {
    const DAY: u64 = 100_000;
    let at = |day: u32, time: TimeOfDay| u64::from(day) * DAY + u64::from(time.seconds());
    let (clock, length) = match deadline {
        Deadline::Within(Duration { amount, unit }) => match unit {
            Unit::Second => (Unit::Second, u64::from(amount)),
            Unit::Minute => (Unit::Second, u64::from(amount) * 60),
            Unit::Hour => (Unit::Second, u64::from(amount) * 3600),
            Unit::Day => (Unit::Day, u64::from(amount)),
            Unit::Week => (Unit::Day, u64::from(amount) * 7),
            Unit::WorkingDay => (Unit::WorkingDay, at(amount, TimeOfDay::END)),
            Unit::OpenHour | Unit::ClockHour | Unit::Month => (unit, u64::from(amount)),
        },
        Deadline::AtTime { working_day, time } => (Unit::WorkingDay, at(working_day, time)),
        Deadline::SameTime { working_days } => return ((Unit::WorkingDay, true), u64::from(working_days)),
    };
    ((clock, false), length)
}
