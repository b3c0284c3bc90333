//! Rules and guarantees for property tests, of a policy that is there already.

use crate::policy::claim::{Claim, Guarantee, Scope};
use crate::policy::condition::Test;
use crate::policy::ids::GroupId;
use crate::policy::random::{Sizes, Tape};
use crate::policy::rule::Rule;
use crate::policy::whole::Policy;

fn sizes_of(policy: &Policy) -> Sizes {
    let number = |length: usize| u16::try_from(length).unwrap();
    Sizes {
        segments: number(policy.segments.len()),
        contact_types: number(policy.contact_types.len()),
        channels: number(policy.channels.len()),
        languages: number(policy.languages.len()),
        terms: number(policy.terms.len()),
        desks: number(policy.desks.len()),
        seasons: number(policy.seasons.len()),
        promises: number(policy.promises.len()),
        groups: number(policy.groups.len()),
    }
}

/// Puts so many rules in place of those of the policy. They ask for few things, so that they meet each other, and all
/// contacts can be looked at.
pub(crate) fn meeting_rules(tape: &mut Tape, policy: &mut Policy, count: usize) {
    let sizes = sizes_of(policy);
    let pool: Vec<Test> = (0..6).map(|_| tape.test(&sizes)).collect();
    policy.rules.clear();
    for _ in 0..count {
        let tests = tape.list(3, |tape| pool[usize::from(tape.below(6))].clone());
        let mut action = tape.action(&sizes);
        action.priority = action.priority.map(|priority| priority % 6);
        policy.rules.push(Rule { name: tape.name(), tests, action });
    }
}

/// So many guarantees about what the policy has.
pub(crate) fn random_guarantees(tape: &mut Tape, policy: &Policy, count: usize) -> Vec<Guarantee> {
    let sizes = sizes_of(policy);
    let claim = |tape: &mut Tape| match tape.below(6) {
        0 if sizes.groups > 0 => Claim::SentTo(GroupId(tape.below(sizes.groups))),
        1 if sizes.groups > 0 => Claim::AnsweredBy(GroupId(tape.below(sizes.groups))),
        2 if sizes.groups > 0 => Claim::Reaches(GroupId(tape.below(sizes.groups))),
        3 => Claim::PromiseAtMost(tape.duration()),
        4 => Claim::PriorityAtLeast(u32::from(tape.below(5))),
        _ => Claim::SomebodyAnswers,
    };
    let one = |tape: &mut Tape| Guarantee {
        name: tape.name(),
        scope: Scope::When(match tape.below(3) {
            0 => Vec::new(),
            _ => policy.rules.first().map_or(Vec::new(), |rule| rule.tests.clone()),
        }),
        always: tape.list(1, claim),
        never: tape.list(1, claim),
    };
    (0..count).map(|_| one(tape)).collect()
}
