//! An ordinary week: when people answer on desks, and the longest stretch when nobody is.

use crate::policy::{Combination, Hours, Instant, TimeOfDay, Timetable, Weekday, Zone};
use crate::strategy::{DeskModel, Strategy};

/// A stretch of time, the end not included.
pub(crate) type Stretch = (Instant, Instant);

const DAY: i64 = 86_400;
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
        let zone = desk.zone.as_ref().map_or_else(|| self.zone.clone(), |own| own.value.clone());
        let phrases = desk.open.iter().chain(&desk.staffed).filter(|_| desk.open.is_some());
        let every_week = phrases.map(|phrase| Combination::Desk(Hours::every_week(zone.clone(), phrase.hours.clone())));
        let both = Combination::AllOf(every_week.collect());
        Timetable::combined(&both, zone.clone(), self.from).spans(self.from, self.to)
    }
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
    fn the_first_of_the_longest_gaps() {
        let open = joined(vec![(at(30), at(34)), (at(8), at(12)), (at(12), at(20)), (at(44), at(50))]);
        assert_eq!(open, vec![(at(8), at(20)), (at(30), at(34)), (at(44), at(50))]);
        assert_eq!(longest_gap(&open), Some((at(20), at(30))));
        assert_eq!(longest_gap(&open[..1]), None);
    }
}
