//! The contacts that the author of a rule may have meant, whichever rule decides them.

use crate::analysis::code::Code;
use crate::analysis::space::Space;
use crate::analysis::witness::{Witness, simplest};
use crate::policy::RuleId;

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
