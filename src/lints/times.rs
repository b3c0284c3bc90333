//! Whether the hours of desks and those of agent groups ever meet.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use crate::policy::{
    Desk, DeskHours, DeskId, DeskTables, DeskZone, GroupId, Index, Instant, OnDuty, Policy, Timetable, WeeklyHours,
};

/// Stretches of time in order.
type Stretches = Vec<(Instant, Instant)>;

/// The hours of a policy's desks and groups, each worked out when it is asked for first, and once for all lints.
#[derive(Debug)]
pub struct Times<'p> {
    policy: &'p Policy,
    from: Instant,
    to: Instant,
    /// The desks of every channel, each set of them once.
    lines: Vec<&'p [DeskId]>,
    answering: RefCell<BTreeMap<Vec<DeskId>, Option<Rc<Stretches>>>>,
    /// The numbers of the lines that groups never meet, by whose hours the groups keep.
    never_met: RefCell<BTreeMap<Duty, Rc<[usize]>>>,
}

/// Whose hours a group keeps.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Duty {
    Of(Vec<DeskId>),
    Own(GroupId),
}

impl<'p> Times<'p> {
    /// Nothing is worked out yet.
    #[must_use]
    pub fn new(policy: &'p Policy, index: &'p Index) -> Self {
        let (from, to) = policy.horizon();
        let lines = index.channels_by_desks().into_keys().collect();
        Self { policy, from, to, lines, answering: RefCell::default(), never_met: RefCell::default() }
    }

    /// The desks of channels, in order, at which people answer at some time in two years while the group is on duty at none
    /// of it. Not said where the strategy does not say when the group is on duty, or hours are those of each customer.
    #[must_use]
    pub(crate) fn never_met(&self, group: GroupId) -> Vec<&'p [DeskId]> {
        let duty = match self.policy.group(group).map(|group| &group.on_duty) {
            None | Some(OnDuty::NotSaid) => return Vec::new(),
            Some(OnDuty::Desks(own)) => Duty::Of(own.clone()),
            Some(OnDuty::Hours(_)) => Duty::Own(group),
        };
        let known = self.never_met.borrow().get(&duty).cloned();
        let numbers = known.unwrap_or_else(|| {
            let missed: Rc<[usize]> = self.missed(&duty).into();
            self.never_met.borrow_mut().insert(duty, Rc::clone(&missed));
            missed
        });
        numbers.iter().filter_map(|number| self.lines.get(*number).copied()).collect()
    }

    fn missed(&self, duty: &Duty) -> Vec<usize> {
        let Some(on_duty) = self.on_duty(duty) else { return Vec::new() };
        let keeps_the_same = |line: &[DeskId]| match duty {
            Duty::Of(own) => own.iter().any(|desk| line.contains(desk)),
            Duty::Own(_) => false,
        };
        let never = |(_, line): &(usize, &&[DeskId])| {
            // Most groups keep the hours of a desk, and most desks open.
            let answering = if keeps_the_same(line) { None } else { self.answering(line) };
            answering.is_some_and(|answering| !answering.is_empty() && !meet(&answering, &on_duty))
        };
        self.lines.iter().enumerate().filter(never).map(|(number, _)| number).collect()
    }

    /// Whether nobody answers at any of these desks for two years.
    #[must_use]
    pub(crate) fn never_answered(&self, desks: &[DeskId]) -> bool {
        let round_the_clock = |desk: &Desk| desk.staffed.is_none() && desk.hours.weekly == WeeklyHours::Always;
        if desks.iter().filter_map(|id| self.policy.desk(*id)).any(round_the_clock) {
            return false;
        }
        self.answering(desks).is_some_and(|spans| spans.is_empty())
    }

    /// When people answer at any of these desks; none where that hangs on the customer's clock.
    fn answering(&self, desks: &[DeskId]) -> Option<Rc<Stretches>> {
        if let Some(known) = self.answering.borrow().get(desks) {
            return known.clone();
        }
        let found = self.tables(desks).map(|tables| Rc::new(self.within(tables.answering())));
        self.answering.borrow_mut().insert(desks.to_vec(), found.clone());
        found
    }

    /// When a group is on duty; none where that hangs on the customer's clock.
    fn on_duty(&self, duty: &Duty) -> Option<Stretches> {
        match duty {
            Duty::Of(own) => self.tables(own).map(|tables| self.within(&tables.accepting)),
            Duty::Own(group) => match &self.policy.group(*group)?.on_duty {
                OnDuty::Hours(hours) => Some(self.within(&Timetable::new(&[(**hours).clone()], self.from))),
                OnDuty::Desks(_) | OnDuty::NotSaid => None,
            },
        }
    }

    fn within(&self, table: &Timetable) -> Stretches {
        table.spans(self.from, self.to)
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
