//! What rules do with a contact, made ready to be compared: everything but which rule it was.

use std::collections::BTreeMap;

use crate::policy::{Action, ContactTypeId, Policy, RuleId};

/// What each rule does.
#[derive(Debug)]
pub(crate) struct Outcomes {
    /// For each rule a number of what it does, its priority left out, and the priority that it states.
    rules: Vec<(usize, Option<u32>)>,
    /// For each contact type the priority where none is stated.
    gravity: Vec<u32>,
}

/// For which contacts two rules do not do the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Differ {
    /// For none.
    Never,
    /// For those of these contact types, by their numbers: only the priority differs.
    For(Vec<u32>),
    /// For all.
    Always,
}

impl Outcomes {
    pub(crate) fn new(policy: &Policy) -> Self {
        let mut known: BTreeMap<Action, usize> = BTreeMap::new();
        let mut rules = Vec::with_capacity(policy.rules.len());
        for rule in &policy.rules {
            let next = known.len();
            rules.push((*known.entry(without_priority(&rule.action)).or_insert(next), rule.action.priority));
        }
        Self { rules, gravity: policy.contact_types.iter().map(|one| one.gravity.priority()).collect() }
    }

    /// A number that two rules share exactly where they do the same but for the priority.
    pub(crate) fn alike(&self, rule: RuleId) -> Option<usize> {
        self.rules.get(rule.index()).map(|(alike, _)| *alike)
    }

    /// The same number, and the priority that the rule states.
    pub(crate) fn of(&self, rule: RuleId) -> Option<(usize, Option<u32>)> {
        self.rules.get(rule.index()).copied()
    }

    /// The priority of a contact of a type that goes by a rule.
    fn priority(&self, rule: RuleId, contact_type: ContactTypeId) -> Option<u32> {
        let said = self.rules.get(rule.index()).and_then(|(_, said)| *said);
        said.or_else(|| self.gravity.get(contact_type.index()).copied())
    }

    /// For which contacts two rules do not do the same.
    pub(crate) fn differ(&self, one: RuleId, two: RuleId) -> Differ {
        if self.alike(one) != self.alike(two) {
            return Differ::Always;
        }
        let said = |rule: RuleId| self.rules.get(rule.index()).and_then(|(_, said)| *said);
        if said(one) == said(two) {
            return Differ::Never;
        }
        let apart =
            |number: &u16| self.priority(one, ContactTypeId(*number)) != self.priority(two, ContactTypeId(*number));
        let types = (0u16..).take(self.gravity.len()).filter(apart).map(u32::from).collect::<Vec<_>>();
        match types.len() {
            0 => Differ::Never,
            all if all == self.gravity.len() => Differ::Always,
            _ => Differ::For(types),
        }
    }
}

/// What a rule does, its priority left out. Skills are needed in no order.
fn without_priority(action: &Action) -> Action {
    let mut alike = Action { priority: None, ..action.clone() };
    alike.needs.sort_unstable();
    alike.needs.dedup();
    alike
}
