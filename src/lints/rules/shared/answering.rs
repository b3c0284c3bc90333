//! Which agent groups may get the contacts of one contact type.

use std::collections::{BTreeMap, BTreeSet};

use crate::policy::{ContactTypeId, GroupId, NamedAxis, Test};
use crate::strategy::{RuleModel, Strategy};

/// How many rules are looked at for one contact type; what later rules send elsewhere is left out.
const RULES: usize = 200;

/// The rules of a strategy by the contact types that they name.
pub(crate) struct Answering<'a> {
    rules: &'a [RuleModel],
    /// Rules that name contact types, by contact type.
    named: BTreeMap<ContactTypeId, Vec<usize>>,
    /// Rules that name none, or only some that they leave out.
    general: Vec<usize>,
}

impl<'a> Answering<'a> {
    /// Sorts the rules.
    #[must_use]
    pub(crate) fn new(strategy: &'a Strategy) -> Self {
        let rules = strategy.components.routing.content.rules.as_slice();
        let (mut named, mut general): (BTreeMap<_, Vec<usize>>, _) = (BTreeMap::new(), Vec::new());
        for (at, rule) in rules.iter().enumerate().filter(|(_, rule)| !rule.dropped) {
            match rule.when.iter().find_map(|test| types_of(&test.value)) {
                Some(types) => types.iter().for_each(|one| named.entry(ContactTypeId(*one)).or_default().push(at)),
                None => general.push(at),
            }
        }
        Self { rules, named, general }
    }

    /// The groups of all rules that may fit contacts of a type, first or later, up to the rule that fits them all.
    #[must_use]
    pub(crate) fn groups_for(&self, contact_type: ContactTypeId) -> BTreeSet<GroupId> {
        let named = self.named.get(&contact_type).map_or(&[] as &[usize], Vec::as_slice);
        let mut order: Vec<usize> = named.iter().take(RULES).chain(self.general.iter().take(RULES)).copied().collect();
        order.sort_unstable();
        let mut groups = BTreeSet::new();
        for rule in order.into_iter().filter_map(|at| self.rules.get(at)).filter(|rule| may_fit(rule, contact_type)) {
            groups.extend(rule.send_to.iter().map(|group| group.value));
            groups.extend(rule.steps.iter().map(|step| step.group.value));
            if rule.when.iter().all(|test| asks_for_type(&test.value)) {
                break;
            }
        }
        groups
    }
}

fn types_of(test: &Test) -> Option<&[u16]> {
    match test {
        Test::Named { axis: NamedAxis::ContactType, values, negated: false } => Some(values),
        Test::Named { .. } | Test::Number { .. } | Test::Known { .. } | Test::Term { .. } | Test::Desk { .. } => None,
    }
}

fn may_fit(rule: &RuleModel, contact_type: ContactTypeId) -> bool {
    rule.when.iter().all(|test| match &test.value {
        Test::Named { axis: NamedAxis::ContactType, values, negated } => {
            values.binary_search(&contact_type.0).is_ok() != *negated
        }
        Test::Named { .. } | Test::Number { .. } | Test::Known { .. } | Test::Term { .. } | Test::Desk { .. } => true,
    })
}

fn asks_for_type(test: &Test) -> bool {
    matches!(test, Test::Named { axis: NamedAxis::ContactType, .. } | Test::Known { axis: NamedAxis::ContactType, .. })
}
