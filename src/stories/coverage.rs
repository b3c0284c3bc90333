//! How much of the policy the stories cover: which rules, promises and desks none of them meets.

use std::collections::BTreeSet;

use crate::policy::{DeskId, Policy, PromiseId, RuleId};
use crate::stories::run::StoryResult;

/// What no story meets. A story meets what decides its contact, whether or not it passes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StoryCoverage {
    /// Rules that decide the contact of no story.
    pub rules: Vec<RuleId>,
    /// Promises of the tables that apply to the contact of no story.
    pub promises: Vec<PromiseId>,
    /// Desks at which the contact of no story arrives.
    pub desks: Vec<DeskId>,
}

impl StoryCoverage {
    /// What these results leave out.
    #[must_use]
    pub fn of(policy: &Policy, results: &[StoryResult]) -> Self {
        let met: Vec<_> = results.iter().filter_map(|result| result.met.as_ref()).collect();
        let rules: BTreeSet<_> = met.iter().filter_map(|met| met.rule).collect();
        let promises: BTreeSet<_> = met.iter().filter_map(|met| met.promise).collect();
        let desks: BTreeSet<_> = met.iter().flat_map(|met| &met.desks).copied().collect();
        Self {
            rules: left_out(policy.rules.len(), &rules),
            promises: left_out(policy.promises.len(), &promises),
            desks: left_out(policy.desks.len(), &desks),
        }
    }

    /// Whether every rule, promise and desk is met.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.rules.is_empty() && self.promises.is_empty() && self.desks.is_empty()
    }
}

fn left_out<I: From<u16> + Ord>(count: usize, met: &BTreeSet<I>) -> Vec<I> {
    (0u16..).take(count).map(I::from).filter(|id| !met.contains(id)).collect()
}
