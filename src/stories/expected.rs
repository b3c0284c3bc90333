//! What a story expects, as written, with its names found in the policy.

use crate::notation::{Expectation, Misread, Moment, Passage, expectations};
use crate::policy::Policy;
use crate::stories::compare::Expected;
use crate::stories::problem::StoryProblem;

/// The parts of an expectation as written; most have one.
pub(crate) fn expected(policy: &Policy, written: &str) -> Result<Vec<Expected>, StoryProblem> {
    let passage = Passage { text: written.trim().to_owned(), exact: true, ..Passage::default() };
    let parts = expectations(passage.excerpt()).map_err(|misread: Misread| StoryProblem::ExpectationMisread {
        written: written.into(),
        misread: Box::new(misread),
    })?;
    parts.into_iter().map(|part| with_names(policy, part.value)).collect()
}

fn with_names(policy: &Policy, part: Expectation) -> Result<Expected, StoryProblem> {
    let group = |name: String| {
        let found = policy.group_named(&name);
        found.ok_or(StoryProblem::NoSuchGroup { name })
    };
    Ok(match part {
        Expectation::Group(name) => Expected::SentTo(group(name)?),
        Expectation::Rule(name) => {
            let found = policy.rule_named(&name.value);
            Expected::ByRule(found.ok_or(StoryProblem::NoSuchRule { name: name.value })?)
        }
        Expectation::AnswerIn(length) => Expected::AnswerIn(length),
        Expectation::AnswerBy { day, time } => Expected::AnswerBy(day, time),
        Expectation::OpenAgain(Moment { day, time }) => Expected::OpenAgain(day, time),
        Expectation::Then { group: name, after } => Expected::Then(group(name.value)?, after),
        Expectation::Tell { role, after } => Expected::Tell(role.value, after),
        Expectation::NoPromise => Expected::NoPromise,
        Expectation::NotOffered => Expected::NotOffered,
        Expectation::NoReplyNeeded => Expected::NoReplyNeeded,
        Expectation::ReachesNobody => Expected::ReachesNobody,
    })
}
