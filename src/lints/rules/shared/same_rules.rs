//! Routing rules that cannot decide because of what other lints tell: so that one cause has one message.

use std::collections::BTreeMap;

use crate::policy::Test;
use crate::strategy::RuleModel;

/// The rules that are tried: those up to the first without a condition, and it.
#[must_use]
pub(crate) fn tried(rules: &[RuleModel]) -> &[RuleModel] {
    let catch_all = rules.iter().position(|rule| rule.condition.is_none() && !rule.dropped);
    catch_all.and_then(|at| rules.get(..=at)).unwrap_or(rules)
}

/// The rules that run, each in the place of its number. Those without a meaning do not.
pub(crate) fn running(rules: &[RuleModel]) -> impl Iterator<Item = &RuleModel> {
    rules.iter().filter(|rule| !rule.dropped)
}

/// Whether no rule takes every contact.
#[must_use]
pub(crate) fn no_catch_all(rules: &[RuleModel]) -> bool {
    rules.iter().all(|rule| rule.condition.is_some())
}

/// The rules that ask for the same as an earlier one, each with the first of these.
#[must_use]
pub(crate) fn repeated(rules: &[RuleModel]) -> Vec<(&RuleModel, &RuleModel)> {
    let mut first: BTreeMap<Vec<&Test>, &RuleModel> = BTreeMap::new();
    let mut found = Vec::new();
    for rule in running(tried(rules)).filter(|rule| !rule.when.is_empty()) {
        let mut tests: Vec<&Test> = rule.when.iter().map(|test| &test.value).collect();
        tests.sort_unstable();
        tests.dedup();
        match first.get(&tests) {
            Some(earlier) => found.push((rule, *earlier)),
            None => {
                first.insert(tests, rule);
            }
        }
    }
    found
}
