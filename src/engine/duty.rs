//! Whether a group is on duty, and when it answers. It moves no clock.

use crate::engine::case::Case;
use crate::engine::decision::Duty;
use crate::policy::{GroupId, Instant, Timetable};

/// After so many turns between the hours of a desk and those of a group, none is in sight that both have.
const TURNS: usize = 100;

impl Case<'_> {
    /// Whether a group is on duty when the contact arrives, where the strategy says when it is.
    pub(crate) fn duty(&self, group: GroupId) -> Option<Duty> {
        let (arrived, zone) = (self.contact.arrived, self.contact.time_zone.as_ref());
        let group = self.facts.clocks.of_group(group, zone)?;
        let desk = self.desks.tables(zone);
        let now = group.accepting.is_open(arrived);
        let from = if now { None } else { group.accepting.next_change(arrived) };
        Some(Duty { now, from, answers: both(desk.answering(), &group.accepting, arrived) })
    }

    /// Whether a group is on duty at an instant.
    pub(crate) fn on_duty(&self, group: GroupId, at: Option<Instant>) -> Option<bool> {
        let tables = self.facts.clocks.of_group(group, self.contact.time_zone.as_ref())?;
        at.map(|at| tables.accepting.is_open(at))
    }
}

/// The first instant at or after `from` at which both are open.
fn both(one: &Timetable, other: &Timetable, from: Instant) -> Option<Instant> {
    let mut at = from;
    for _ in 0..TURNS {
        at = one.next_opening(at)?;
        let later = other.next_opening(at)?;
        if later == at {
            return Some(at);
        }
        at = later;
    }
    None
}
