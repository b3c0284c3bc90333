//! The contacts that the author of a rule may have meant, whichever rule decides them.

use crate::analysis::code::Code;
use crate::analysis::space::Space;
use crate::analysis::witness::{Witness, simplest};
use crate::policy::{RuleId, Test};

/// For each of these rules the simplest contact that it fits, and the rule that decides this contact; none for a rule
/// that fits nobody, and where the question was too hard.
#[must_use]
pub fn contacts_that_fit(space: &Space<'_>, rules: &[RuleId]) -> Vec<Option<(Witness, RuleId)>> {
    let mut code = Code::new(space);
    let fitting = |rule: &RuleId| {
        let box_of = code.literals(space.rules.get(rule.index())?);
        let point = simplest(&mut code, &box_of).ok()?;
        Some((space.witness(&point), space.first_rule(&point)?))
    };
    rules.iter().map(fitting).collect()
}

/// The simplest contact of these that a rule decides; none where earlier rules take them all, where it fits none of them,
/// and where the question was too hard.
#[must_use]
pub fn contact_decided(space: &Space<'_>, rule: RuleId, among: &[Test]) -> Option<Witness> {
    let mut code = Code::new(space);
    let (earlier, from) = space.rules.split_at_checked(rule.index())?;
    earlier.iter().for_each(|region| code.without(region));
    let mut question = code.literals(from.first()?);
    question.extend(code.literals(&space.axes.region(space.policy, among)?));
    simplest(&mut code, &question).ok().map(|point| space.witness(&point))
}
