//! Which agent groups may get the contacts of one contact type.

use std::collections::BTreeSet;

use crate::policy::{ContactTypeId, GroupId, NamedAxis, Test};
use crate::strategy::Strategy;
use crate::strategy::components::routing::RuleModel;

/// How many rules are looked at for one contact type; what later rules send elsewhere is left out.
const RULES: usize = 200;

/// The groups of all rules that may fit contacts of a type, first or later, up to the rule that fits them all.
#[must_use]
pub(crate) fn groups_for(strategy: &Strategy, contact_type: ContactTypeId) -> BTreeSet<GroupId> {
    let mut groups = BTreeSet::new();
    let rules = strategy.components.routing.content.rules.iter().filter(|rule| !rule.dropped);
    for rule in rules.filter(|rule| may_fit(rule, contact_type)).take(RULES) {
        groups.extend(rule.send_to.iter().map(|group| group.value));
        groups.extend(rule.steps.iter().map(|step| step.group.value));
        if rule.when.iter().all(|test| asks_for_type(&test.value)) {
            break;
        }
    }
    groups
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
