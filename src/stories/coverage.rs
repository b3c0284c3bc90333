//! How much of the policy the stories cover: which rules, promises, steps and desks none of them meets.

use std::collections::BTreeSet;

use crate::policy::{DeskId, Policy, PromiseId, RuleId};
use crate::stories::run::{Met, StoryResult};

/// What no story meets. A story meets what decides its contact, whether or not it passes; a step is met by a story that
/// says what comes then.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StoryCoverage {
    /// Rules that decide the contact of no story.
    pub rules: Vec<RuleId>,
    /// Promises of the tables that apply to the contact of no story.
    pub promises: Vec<PromiseId>,
    /// Later destinations that no story speaks of: the rule, and which of its steps, counted from 0.
    pub steps: Vec<(RuleId, u16)>,
    /// Those told by a rule of whom no story speaks: the rule, and which of its escalations, counted from 0.
    pub escalations: Vec<(RuleId, u16)>,
    /// Desks at which the contact of no story arrives.
    pub desks: Vec<DeskId>,
}

impl StoryCoverage {
    /// What these results leave out.
    #[must_use]
    pub fn of<'r>(policy: &Policy, results: impl IntoIterator<Item = &'r StoryResult>) -> Self {
        let met: Vec<_> = results.into_iter().filter_map(|result| result.met.as_ref()).collect();
        let rules: BTreeSet<_> = met.iter().filter_map(|met| met.rule).collect();
        let promises: BTreeSet<_> = met.iter().filter_map(|met| met.promise).collect();
        let desks: BTreeSet<_> = met.iter().flat_map(|met| &met.desks).copied().collect();
        let parts = |spoken_of: fn(&Met) -> &[u16], count: fn(&crate::policy::Action) -> usize| {
            let met: BTreeSet<(RuleId, u16)> = met
                .iter()
                .filter_map(|met| met.rule.map(|rule| (rule, spoken_of(met))))
                .flat_map(|(rule, parts)| parts.iter().map(move |part| (rule, *part)))
                .collect();
            let rules = (0u16..).map(RuleId).zip(&policy.rules);
            let all = rules.flat_map(|(id, rule)| (0u16..).take(count(&rule.action)).map(move |part| (id, part)));
            all.filter(|part| !met.contains(part)).collect()
        };
        Self {
            rules: left_out(policy.rules.len(), &rules),
            promises: left_out(policy.promises.len(), &promises),
            steps: parts(|met| &met.steps, |action| action.steps.len()),
            escalations: parts(|met| &met.escalations, |action| action.escalations.len()),
            desks: left_out(policy.desks.len(), &desks),
        }
    }

    /// Whether every rule, promise, step and desk is met.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        let parts = self.steps.is_empty() && self.escalations.is_empty();
        self.rules.is_empty() && self.promises.is_empty() && parts && self.desks.is_empty()
    }
}

fn left_out<I: From<u16> + Ord>(count: usize, met: &BTreeSet<I>) -> Vec<I> {
    (0u16..).take(count).map(I::from).filter(|id| !met.contains(id)).collect()
}
