//! Moments worth asking about: one for each way in which weekday, open desks and seasons come together.

use std::collections::BTreeSet;

use crate::notation::Moment;
use crate::policy::{Date, DeskHours, DeskTables, Instant, Policy, SeasonId, TimeOfDay};
use crate::stories::suggest::sketch::moment_at;

/// How many days are looked through, from the first on.
const DAYS: i64 = 400;

/// How many changes of one desk are looked at. A desk that changes more often repeats itself.
const CHANGES: usize = 2_000;

/// A moment, and what can be told apart at it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct At {
    pub(crate) moment: Moment,
    pub(crate) instant: Instant,
    pub(crate) kind: Kind,
}

/// What conditions and tables can tell of a moment.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Kind {
    /// The weekday, from 0.
    pub(crate) day: u16,
    /// For each desk, whether it is open.
    pub(crate) open: Vec<bool>,
    /// For each season, whether the date lies in it.
    pub(crate) seasons: Vec<bool>,
}

/// The hours of every desk on its own clock.
pub(crate) fn desks(policy: &Policy) -> Vec<DeskTables> {
    let around = noon(policy, policy.first_day());
    policy.desks.iter().map(|desk| DeskTables::new(&[DeskHours::from(desk)], None, around)).collect()
}

/// One moment of each kind, noon of a Tuesday first.
pub(crate) fn moments(policy: &Policy, desks: &[DeskTables]) -> Vec<At> {
    let first = policy.first_day();
    let week = |days: std::ops::Range<i64>| days.map(move |day| first.plus_days(day));
    let tuesday = week(0..7).find(|date| date.weekday().index() == 1).unwrap_or(first);
    let after_tuesday = week(0..7).filter(|date| *date >= tuesday);
    let mut instants: Vec<Instant> =
        after_tuesday.chain(week(0..7).filter(|date| *date < tuesday)).map(|date| noon(policy, date)).collect();
    let (from, to) = (noon(policy, first), noon(policy, first.plus_days(DAYS)));
    for desk in desks {
        let change = |at: &Instant| desk.accepting.next_change(*at).filter(|next| *next < to);
        instants.extend(std::iter::successors(change(&from), change).take(CHANGES));
    }
    for season in &policy.seasons {
        let dates =
            season.dates.iter().map(|(begins, ends)| if *begins < first && first <= *ends { first } else { *begins });
        instants
            .extend(dates.flat_map(|date| (0..7).map(move |day| date.plus_days(day))).map(|date| noon(policy, date)));
    }
    instants.extend(week(0..7).map(|date| policy.time_zone.first_at(date, TimeOfDay::MIDNIGHT)));
    let mut known: BTreeSet<Kind> = BTreeSet::new();
    let at = |instant: Instant| {
        let moment = moment_at(policy, instant)?;
        let kind = kind(policy, desks, instant);
        known.insert(kind.clone()).then_some(At { moment, instant, kind })
    };
    instants.into_iter().filter_map(at).collect()
}

/// What can be told of an instant.
pub(crate) fn kind(policy: &Policy, desks: &[DeskTables], instant: Instant) -> Kind {
    let local = policy.time_zone.local(instant);
    let seasons = (0u16..).map(SeasonId).zip(&policy.seasons);
    Kind {
        day: local.weekday().index().into(),
        open: desks.iter().map(|desk| desk.accepting.is_open(instant)).collect(),
        seasons: seasons.map(|(id, _)| policy.in_season(id, local.date)).collect(),
    }
}

fn noon(policy: &Policy, date: Date) -> Instant {
    policy.time_zone.first_at(date, TimeOfDay::new(12, 0).unwrap_or(TimeOfDay::MIDNIGHT))
}
