//! One desk, or several taken together: a set of instants, worked out over any stretch.

use crate::calendar::civil::DAY;
use crate::calendar::hours::Hours;
use crate::calendar::instant::Instant;
use crate::calendar::readings::{Readings, Shape};
use crate::calendar::spans::{Span, difference, intersection, joined, push, within};
use crate::calendar::zone::Zone;

/// Desks taken together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Combination {
    /// One desk.
    Desk(Hours),
    /// Open when any of them is; of none: never.
    AnyOf(Vec<Combination>),
    /// Open when all of them are; of none: never.
    AllOf(Vec<Combination>),
    /// Open when the first is and the second is not.
    Except(Box<Combination>, Box<Combination>),
}

/// A combination, made ready for working out spans.
#[derive(Debug, Clone)]
pub(crate) enum Prepared {
    Desk(Zone, Box<Readings>),
    AnyOf(Vec<Prepared>),
    AllOf(Vec<Prepared>),
    Except(Box<Prepared>, Box<Prepared>),
}

impl Prepared {
    pub(crate) fn new(combination: &Combination) -> Self {
        let all = |list: &[Combination]| list.iter().map(Self::new).collect();
        match combination {
            Combination::Desk(hours) => Self::desk(hours),
            Combination::AnyOf(list) => Self::AnyOf(all(list)),
            Combination::AllOf(list) => Self::AllOf(all(list)),
            Combination::Except(first, second) => Self::Except(Box::new(Self::new(first)), Box::new(Self::new(second))),
        }
    }

    pub(crate) fn desk(hours: &Hours) -> Self {
        Self::Desk(hours.zone.clone(), Box::new(Readings::new(hours)))
    }

    /// The open spans of the seconds from `from` up to but not including `to`, in order and joined.
    pub(crate) fn open(&self, from: i64, to: i64) -> Vec<Span> {
        match self {
            Self::Desk(zone, readings) => open_spans(zone, readings, from, to),
            Self::AnyOf(list) => match list.as_slice() {
                [one] => one.open(from, to),
                _ => joined(list.iter().flat_map(|part| part.open(from, to)).collect()),
            },
            Self::AllOf(list) => {
                let mut parts = list.iter().map(|part| part.open(from, to));
                let first = parts.next().unwrap_or_default();
                parts.fold(first, |spans, part| intersection(&spans, &part))
            }
            Self::Except(first, second) => difference(first.open(from, to), &second.open(from, to)),
        }
    }

    /// The instant from which on the state never changes again, if there is one.
    ///
    /// Decided on the definition: once every dated thing is past, the hours repeat every week, the rules of the zones
    /// every year, and weeks and years come out even after 400 years. So what does not change in 400 years never does.
    pub(crate) fn settles(&self) -> Option<i64> {
        let mut mixed = false;
        let mut from = Instant::FIRST.seconds();
        self.visit(&mut |readings| {
            mixed |= readings.shape() == Shape::Mixed;
            // Readings and instants differ by less than two days.
            from = from.max(readings.dated_until().saturating_add(2 * DAY));
        });
        if !mixed {
            return Some(from);
        }
        from = from.max(LAST_SINGLE_CHANGE);
        let to = from.saturating_add(FOUR_CENTURIES).min(Instant::LAST.seconds());
        let steady = |to: i64| match self.open(from, to).as_slice() {
            [] => true,
            [(start, end)] => *start <= from && to <= *end,
            _ => false,
        };
        // Almost every desk has changed after a year; only the rest is looked at for longer.
        (from < to && steady(to.min(from + 366 * DAY)) && steady(to)).then_some(from)
    }

    fn visit(&self, seen: &mut dyn FnMut(&Readings)) {
        match self {
            Self::Desk(_, readings) => seen(readings),
            Self::AnyOf(list) | Self::AllOf(list) => list.iter().for_each(|part| part.visit(seen)),
            Self::Except(first, second) => {
                first.visit(seen);
                second.visit(seen);
            }
        }
    }
}

/// 2100-01-01: from here on every zone of the database keeps to rules that repeat every year.
const LAST_SINGLE_CHANGE: i64 = 4_102_444_800;
/// 400 years of the Gregorian calendar: 20,871 whole weeks.
const FOUR_CENTURIES: i64 = 146_097 * DAY;

/// Places the readings of a desk on the line of instants: in each stretch of even clocks they only have to be moved.
fn open_spans(zone: &Zone, readings: &Readings, from: i64, to: i64) -> Vec<Span> {
    let local = readings.open(from.saturating_sub(4 * DAY), to.saturating_add(4 * DAY));
    let mut spans = Vec::with_capacity(local.len());
    for segment in zone.segments(from, to) {
        for (start, end) in within(&local, segment.from + segment.offset, segment.to + segment.offset) {
            push(&mut spans, ((start - segment.offset).max(segment.from), (end - segment.offset).min(segment.to)));
        }
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_zone_repeats_from_2100_on() {
        for zone in Zone::names().filter_map(Zone::find) {
            let changes = |from: i64| -> Vec<_> {
                zone.segments(from, from + 30 * 366 * DAY).map(|next| (next.from - from, next.offset)).collect()
            };
            assert_eq!(changes(LAST_SINGLE_CHANGE), changes(LAST_SINGLE_CHANGE + FOUR_CENTURIES), "{zone}");
            let early = changes(LAST_SINGLE_CHANGE).len();
            assert!(early == 1 || (59..=62).contains(&early), "{zone}: {early} changes in 30 years");
        }
    }
}
