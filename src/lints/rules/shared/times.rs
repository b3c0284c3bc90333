//! Whether the hours of desks and those of agent groups ever meet.

use std::collections::BTreeMap;

use crate::policy::{
    Desk, DeskHours, DeskId, DeskTables, DeskZone, GroupId, Instant, OnDuty, Policy, TimeOfDay, Timetable, WeeklyHours,
};

/// How far is looked from the day on which the policy begins to apply.
const SECONDS: i64 = 2 * 366 * 86_400;

/// The hours of a policy's desks and groups, each worked out when it is asked for first.
pub(crate) struct Times<'p> {
    policy: &'p Policy,
    from: Instant,
    to: Instant,
    spans: BTreeMap<Vec<DeskId>, Option<Vec<(Instant, Instant)>>>,
    groups: BTreeMap<GroupId, Option<Vec<(Instant, Instant)>>>,
}

impl<'p> Times<'p> {
    /// Nothing is worked out yet.
    #[must_use]
    pub(crate) fn new(policy: &'p Policy) -> Self {
        let from = policy.time_zone.first_at(policy.first_day(), TimeOfDay::MIDNIGHT);
        let to = from.plus_seconds(SECONDS);
        Self { policy, from, to, spans: BTreeMap::new(), groups: BTreeMap::new() }
    }

    /// Whether people answer at these desks at some time in two years, and the group is on duty at none of it. Not said
    /// where the strategy does not say when the group is on duty, or hours are those of each customer.
    #[must_use]
    pub(crate) fn never_meet(&mut self, desks: &[DeskId], group: GroupId) -> bool {
        // Most groups keep the hours of a desk, and most desks open.
        let Some(found) = self.policy.group(group) else { return false };
        let keeps_the_same = match &found.on_duty {
            OnDuty::NotSaid => return false,
            OnDuty::Desks(own) => own.iter().any(|desk| desks.contains(desk)),
            OnDuty::Hours(_) => false,
        };
        if keeps_the_same {
            return false;
        }
        self.work_out(desks, group);
        let desks = self.spans.get(desks).and_then(Option::as_ref);
        let group = self.groups.get(&group).and_then(Option::as_ref);
        let (Some(desks), Some(group)) = (desks, group) else { return false };
        !desks.is_empty() && !meet(desks, group)
    }

    /// Whether nobody answers at any of these desks for two years.
    #[must_use]
    pub(crate) fn never_answered(&mut self, desks: &[DeskId]) -> bool {
        let round_the_clock = |desk: &Desk| desk.staffed.is_none() && desk.hours.weekly == WeeklyHours::Always;
        if desks.iter().filter_map(|id| self.policy.desk(*id)).any(round_the_clock) {
            return false;
        }
        let answering = self.answering(desks);
        answering.is_some_and(|spans| spans.is_empty())
    }

    fn work_out(&mut self, desks: &[DeskId], group: GroupId) {
        if !self.spans.contains_key(desks) {
            self.spans.insert(desks.to_vec(), self.answering(desks));
        }
        if !self.groups.contains_key(&group) {
            let on_duty = match self.policy.group(group).map(|group| &group.on_duty) {
                Some(OnDuty::Desks(own)) => self.accepting(own),
                Some(OnDuty::Hours(hours)) => Some(self.within(&Timetable::new(&[(**hours).clone()], self.from))),
                Some(OnDuty::NotSaid) | None => None,
            };
            self.groups.insert(group, on_duty);
        }
    }

    fn within(&self, table: &Timetable) -> Vec<(Instant, Instant)> {
        table.spans(self.from, self.to)
    }

    /// When people answer at any of these desks; none where that hangs on the customer's clock.
    fn answering(&self, desks: &[DeskId]) -> Option<Vec<(Instant, Instant)>> {
        self.tables(desks).map(|tables| self.within(tables.answering()))
    }

    fn accepting(&self, desks: &[DeskId]) -> Option<Vec<(Instant, Instant)>> {
        self.tables(desks).map(|tables| self.within(&tables.accepting))
    }

    fn tables(&self, desks: &[DeskId]) -> Option<DeskTables> {
        let hours: Vec<DeskHours> = desks.iter().filter_map(|id| self.policy.desk(*id)).map(DeskHours::from).collect();
        let own = hours.iter().all(|desk| desk.zone == DeskZone::Own);
        own.then(|| DeskTables::new(&hours, None, self.from))
    }
}

/// Whether some instant lies in a span of each of two lists, both in order.
fn meet(one: &[(Instant, Instant)], other: &[(Instant, Instant)]) -> bool {
    let mut rest = other;
    for (from, to) in one {
        let passed = rest.partition_point(|(_, until)| until <= from);
        rest = rest.get(passed..).unwrap_or_default();
        if rest.first().is_some_and(|(begins, _)| begins < to) {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretches_that_meet() {
        let at = |hour: i64| Instant::from_seconds(hour * 3600);
        let one = [(at(8), at(12)), (at(32), at(36))];
        assert!(!meet(&one, &[(at(0), at(8)), (at(12), at(32)), (at(36), at(40))]));
        assert!(meet(&one, &[(at(0), at(8)), (at(35), at(40))]));
        assert!(!meet(&one, &[]));
    }
}
