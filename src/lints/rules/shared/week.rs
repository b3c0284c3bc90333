//! An ordinary week: when people answer on desks, and the longest stretch when nobody is.

use crate::notation::WeeklyPhrase;
use crate::policy::{Combination, Hours, Instant, TimeOfDay, Timetable, Weekday, Zone};
use crate::strategy::{DeskModel, Strategy};

/// A stretch of time, the end not included.
pub(crate) type Stretch = (Instant, Instant);

const DAY: i64 = 86_400;
const WEEK: i64 = 7 * DAY;
/// Long enough that a stretch over the end of the week is seen whole.
const DAYS: i64 = 21;

/// Three weeks in a row without a change of clocks, from the first such Monday on or after the day on which the strategy
/// applies.
#[derive(Debug, Clone)]
pub(crate) struct OrdinaryWeeks {
    zone: Zone,
    /// The midnight at which they begin.
    pub(crate) from: Instant,
    to: Instant,
}

impl OrdinaryWeeks {
    /// The ordinary weeks of a strategy.
    #[must_use]
    pub(crate) fn of(strategy: &Strategy) -> Option<Self> {
        let zone = strategy.header.zone();
        let applies =
            strategy.header.applies_from.map(|from| from.value).or_else(|| crate::policy::Date::new(2026, 1, 1))?;
        let monday = (0..7).map(|days| applies.plus_days(days)).find(|date| date.weekday() == Weekday::Monday)?;
        let window = |week: i64| {
            let from = zone.first_at(monday.plus_days(7 * week), TimeOfDay::MIDNIGHT);
            (from, from.plus_seconds(DAYS * DAY))
        };
        let quiet = |(from, to): &Stretch| zone.transitions(*from, *to).is_empty();
        let (from, to) = (0..26).map(window).find(quiet).unwrap_or_else(|| window(0));
        Some(Self { zone, from, to })
    }

    /// When a desk is open and people answer on it.
    #[must_use]
    pub(crate) fn answering(&self, desk: &DeskModel) -> Vec<Stretch> {
        let phrases = desk.open.iter().chain(&desk.staffed).filter(|_| desk.open.is_some());
        self.at_all(desk, phrases)
    }

    /// When people are there and the desk is closed: the stretches that begin in the second of the three weeks, and how
    /// long they last in that week. None where a desk has no hours of its people, or none at all.
    #[must_use]
    pub(crate) fn staffed_while_closed(&self, desk: &DeskModel) -> Option<(Vec<Stretch>, u64)> {
        let (open, staffed) = desk.open.as_ref().zip(desk.staffed.as_ref())?;
        let (open, staffed) = (self.at_all(desk, [open]), self.at_all(desk, [staffed]));
        let (from, to) = (self.from.plus_seconds(WEEK), self.from.plus_seconds(2 * WEEK));
        let all = without(&staffed, &open);
        let seconds = all.iter().map(|stretch| stretch.0.max(from).seconds_until(stretch.1.min(to))).sum();
        let begins = |stretch: &Stretch| (from..to).contains(&stretch.0);
        Some((all.into_iter().filter(begins).collect(), seconds))
    }

    /// When all of some hours of a desk hold.
    fn at_all<'h>(&self, desk: &DeskModel, phrases: impl IntoIterator<Item = &'h WeeklyPhrase>) -> Vec<Stretch> {
        let zone = self.zone_of(desk);
        let every_week =
            phrases.into_iter().map(|phrase| Combination::Desk(Hours::every_week(zone.clone(), phrase.hours.clone())));
        let all = Combination::AllOf(every_week.collect());
        Timetable::combined(&all, zone.clone(), self.from).spans(self.from, self.to)
    }

    /// The clock on which the hours of a desk are read.
    #[must_use]
    pub(crate) fn zone_of(&self, desk: &DeskModel) -> Zone {
        desk.zone.as_ref().map_or_else(|| self.zone.clone(), |own| own.value.clone())
    }
}

/// What of some stretches lies in none of others; both in order, none touching the next.
fn without(all: &[Stretch], others: &[Stretch]) -> Vec<Stretch> {
    let mut left = Vec::new();
    for (from, to) in all {
        let mut begin = *from;
        let first = others.partition_point(|(_, until)| until <= from);
        for (cut, until) in others.iter().skip(first).take_while(|(cut, _)| cut < to) {
            if begin < *cut {
                left.push((begin, *cut));
            }
            begin = *until;
        }
        if begin < *to {
            left.push((begin, *to));
        }
    }
    left
}

/// Stretches in order, those that meet made one.
#[must_use]
pub(crate) fn joined(mut all: Vec<Stretch>) -> Vec<Stretch> {
    all.sort_unstable();
    let mut out: Vec<Stretch> = Vec::with_capacity(all.len());
    for (from, to) in all {
        match out.last_mut() {
            Some((_, end)) if from <= *end => *end = to.max(*end),
            Some(_) | None => out.push((from, to)),
        }
    }
    out
}

/// The longest stretch between two of these, the first where several are as long.
#[must_use]
pub(crate) fn longest_gap(open: &[Stretch]) -> Option<Stretch> {
    let gaps = open.iter().zip(open.iter().skip(1)).map(|((_, from), (to, _))| (*from, *to));
    gaps.rev().max_by_key(|(from, to)| from.seconds_until(*to))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(hour: i64) -> Instant {
        Instant::from_seconds(hour * 3600)
    }

    #[test]
    fn what_is_left_of_stretches() {
        let all = [(at(8), at(20)), (at(30), at(40))];
        assert_eq!(
            without(&all, &[(at(9), at(12)), (at(14), at(34))]),
            vec![(at(8), at(9)), (at(12), at(14)), (at(34), at(40))]
        );
        assert_eq!(without(&all, &[(at(0), at(90))]), Vec::new());
        assert_eq!(without(&all, &[(at(20), at(30))]), all.to_vec());
    }

    #[test]
    fn the_first_of_the_longest_gaps() {
        let open = joined(vec![(at(30), at(34)), (at(8), at(12)), (at(12), at(20)), (at(44), at(50))]);
        assert_eq!(open, vec![(at(8), at(20)), (at(30), at(34)), (at(44), at(50))]);
        assert_eq!(longest_gap(&open), Some((at(20), at(30))));
        assert_eq!(longest_gap(&open[..1]), None);
    }
}
