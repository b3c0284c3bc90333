//! Questions about a contact beside its decision: whether a condition fits it, and when something may change for it.

use crate::engine::contact::Contact;
use crate::engine::decide::Engine;
use crate::policy::{DeskId, DeskTables, GroupId, Instant, Test, TimeOfDay};

impl Engine {
    /// Whether all of these tests fit a contact.
    #[must_use]
    pub fn fits(&self, contact: &Contact, tests: &[Test]) -> bool {
        let (facts, _) = self.facts(contact);
        facts.fit_all(tests)
    }

    /// The first instant after the arrival of a contact at which another decision may hold: a desk or a group begins or
    /// ends its work, or a day begins. `None` after the last day that the calendar knows.
    #[must_use]
    pub fn next_change(&self, contact: &Contact) -> Option<Instant> {
        let (facts, _) = self.facts(contact);
        let (policy, zone) = (self.policy(), contact.time_zone.as_ref());
        let change = |tables: &DeskTables| {
            let changes = [&tables.accepting, tables.answering()].map(|hours| hours.next_change(contact.arrived));
            changes.into_iter().flatten().min()
        };
        let desks = (0u16..).take(policy.desks.len()).map(DeskId);
        let desks = desks.filter_map(|desk| facts.clocks.of_desk(desk, zone)).filter_map(|tables| change(&tables));
        let groups = (0u16..).take(policy.groups.len()).map(GroupId);
        let groups = groups.filter_map(|group| facts.clocks.of_group(group, zone)).filter_map(|tables| change(&tables));
        let tomorrow = policy.time_zone.local(contact.arrived).date.plus_days(1);
        let midnight = policy.time_zone.first_at(tomorrow, TimeOfDay::MIDNIGHT);
        desks.chain(groups).chain([midnight]).filter(|at| *at > contact.arrived && *at <= Instant::LAST).min()
    }
}
