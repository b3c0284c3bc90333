//! The kinds of moment that there are: a weekday, and which of the desks are open then that conditions ask for.

use std::collections::BTreeMap;

use crate::policy::{
    Date, DeskHours, DeskId, DeskTables, DeskZone, Instant, Partition, Policy, SeasonId, TimeOfDay, Timetable,
};

/// A kind of moment, with an instant at which it is so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moment {
    /// The weekday in the strategy's zone, 0 for Monday.
    pub day: u32,
    /// The desks that are open, of those asked for.
    pub open: Vec<DeskId>,
    /// The seasons of promises that hold.
    pub seasons: Vec<SeasonId>,
    /// An instant of that kind: one at 10:00 where there is one, else a full hour.
    pub at: Instant,
}

/// What tells kinds of moment apart.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Kind {
    /// The set of open desks, by its number in the partition.
    set: usize,
    day: u32,
    seasons: Vec<SeasonId>,
}

/// The instant by which a kind of moment is shown.
#[derive(Debug)]
struct Shown {
    /// How many kinds came before it.
    number: usize,
    at: Instant,
    at_ten: bool,
}

/// Ten o'clock, when a story is easiest to believe.
const TEN: u32 = 10 * 3600;
const HOUR: u32 = 3600;

/// All kinds of moment that occur, in the order in which they first do. `None` where they are more than `most`.
pub(crate) fn moments(policy: &Policy, desks: &[DeskId], seasons: &[SeasonId], most: usize) -> Option<Vec<Moment>> {
    let instant = |date: Date| policy.time_zone.first_at(date, TimeOfDay::MIDNIGHT);
    let (from, to) = policy.horizon();
    let tables: Vec<Timetable> = desks.iter().filter_map(|desk| timetable(policy, *desk, from)).collect();
    let partition = Partition::new(&tables.iter().collect::<Vec<_>>(), from, to);
    let mut found: BTreeMap<Kind, Shown> = BTreeMap::new();
    for piece in partition.pieces() {
        let mut start = piece.from;
        while start < piece.to {
            let date = policy.time_zone.local(start).date;
            let end = piece.to.min(instant(date.plus_days(1)));
            let holding = seasons.iter().copied().filter(|season| policy.in_season(*season, date)).collect();
            let kind = Kind { set: piece.set, day: date.weekday().index().into(), seasons: holding };
            let number = found.len();
            let (at, at_ten) = within(policy, date, start, end);
            let shown = found.entry(kind).or_insert(Shown { number, at, at_ten });
            if at_ten && !shown.at_ten {
                (shown.at, shown.at_ten) = (at, true);
            }
            if found.len() > most {
                return None;
            }
            start = if end > start { end } else { piece.to };
        }
    }
    let mut kinds: Vec<_> = found.into_iter().collect();
    kinds.sort_by_key(|(_, shown)| shown.number);
    let open = |set: usize| {
        let members = partition.sets().get(set).map_or(&[][..], Vec::as_slice);
        members.iter().filter_map(|member| desks.get(*member).copied()).collect()
    };
    let moment = |(kind, shown): (Kind, Shown)| {
        let Kind { set, day, seasons } = kind;
        Moment { day, open: open(set), seasons, at: shown.at }
    };
    Some(kinds.into_iter().map(moment).collect())
}

/// Whether a desk's hours are read on a clock that every contact brings along.
pub(crate) fn on_customers_clock(policy: &Policy, desk: DeskId) -> bool {
    policy.desk(desk).is_some_and(|desk| desk.zone == DeskZone::Customers)
}

fn timetable(policy: &Policy, desk: DeskId, around: Instant) -> Option<Timetable> {
    let hours = DeskHours::from(policy.desk(desk)?);
    Some(DeskTables::new(&[hours], None, around).accepting)
}

/// A time to tell of within a stretch of one date, and whether it is ten o'clock.
fn within(policy: &Policy, date: Date, from: Instant, to: Instant) -> (Instant, bool) {
    let at = |seconds: u32| {
        let time = TimeOfDay::from_seconds(seconds)?;
        let instant = policy.time_zone.first_at(date, time);
        (from <= instant && instant < to).then_some(instant)
    };
    if let Some(ten) = at(TEN) {
        return (ten, true);
    }
    // One hour into the stretch where it is that long, so that the story is not about the edge.
    let hours: Vec<Instant> = (0..24).filter_map(|hour| at(hour * HOUR)).collect();
    let inner = hours.get(1).or_else(|| hours.first()).copied();
    (inner.unwrap_or(from), false)
}
