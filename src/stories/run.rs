//! Runs the stories of a strategy: what was expected, what happened, and what decided it.

use crate::engine::{Decision, DeskKind, Engine, PromiseState};
use crate::policy::{DeskId, PromiseId, RuleId, Story};
use crate::stories::compare::{Case, Decider};
use crate::stories::contact::contact_from_phrase;
use crate::stories::expected::expected;
use crate::stories::problem::StoryProblem;

/// One story, run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoryResult {
    /// The name.
    pub name: String,
    /// The contact as written.
    pub contact: String,
    /// Whether everything that is expected happens.
    pub passed: bool,
    /// What is expected, in the order written, and what happens.
    pub steps: Vec<StoryStep>,
    /// What decided the contact; `None` where the contact could not be read.
    pub met: Option<Met>,
    /// Why the contact could not be decided, where it could not.
    pub problem: Option<StoryProblem>,
}

/// One expectation, and what happens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoryStep {
    /// As written.
    pub written: String,
    /// Whether it happens.
    pub passed: bool,
    /// What happens in this matter, in words; empty where the expectation has no meaning.
    pub happened: String,
    /// Why the expectation has no meaning, where it has none.
    pub problem: Option<StoryProblem>,
    /// What of the strategy decides in this matter, where it is one thing.
    pub decider: Option<Decider>,
}

/// What a story meets on its way through the policy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Met {
    /// The rule that decided.
    pub rule: Option<RuleId>,
    /// The promise that applied.
    pub promise: Option<PromiseId>,
    /// The desks at which it arrived.
    pub desks: Vec<DeskId>,
    /// The whole decision.
    pub decision: Decision,
}

/// Runs stories in order. A story that expects nothing passes when its contact can be decided.
#[must_use]
pub fn run(engine: &Engine, stories: &[Story]) -> Vec<StoryResult> {
    stories.iter().map(|story| run_one(engine, story)).collect()
}

fn run_one(engine: &Engine, story: &Story) -> StoryResult {
    let (name, written) = (story.name.clone(), story.contact.clone());
    let contact = match contact_from_phrase(&story.contact, engine.policy(), None) {
        Ok(contact) => contact,
        Err(error) => {
            let unknown = |written: &String| StoryStep {
                written: written.clone(),
                passed: false,
                happened: String::new(),
                problem: None,
                decider: None,
            };
            let steps = story.expect.iter().map(|expectation| unknown(&expectation.written)).collect();
            let problem = Some(StoryProblem::Contact(error));
            return StoryResult { name, contact: written, passed: false, steps, met: None, problem };
        }
    };
    let decision = engine.decide(&contact);
    let case = Case { engine, contact: &contact, decision: &decision };
    let steps: Vec<_> = story.expect.iter().map(|expectation| compare(&case, &expectation.written)).collect();
    let passed = steps.iter().all(|step| step.passed);
    StoryResult { name, contact: written, passed, steps, met: Some(met(decision)), problem: None }
}

fn compare(case: &Case<'_>, written: &str) -> StoryStep {
    let written = written.to_owned();
    match expected(case.engine.policy(), &written) {
        Ok(parts) => {
            let passed = parts.iter().all(|part| case.fits(part));
            let mut happened: Vec<String> = Vec::new();
            for words in parts.iter().map(|part| case.happened(part)) {
                if !happened.contains(&words) {
                    happened.push(words);
                }
            }
            let decider = parts.iter().find_map(|part| case.decider(part));
            StoryStep { written, passed, happened: happened.join(", "), problem: None, decider }
        }
        Err(problem) => {
            let (happened, problem) = (String::new(), Some(problem));
            StoryStep { written, passed: false, happened, problem, decider: None }
        }
    }
}

fn met(decision: Decision) -> Met {
    let promise = match &decision.promise {
        PromiseState::Promise { promise, .. } => Some(*promise),
        PromiseState::Always | PromiseState::NoPromise | PromiseState::NotOffered | PromiseState::Gap => None,
    };
    let desks = match &decision.desk.kind {
        DeskKind::Desks(desks) => desks.clone(),
        DeskKind::AlwaysOpen | DeskKind::NoDesk => Vec::new(),
    };
    Met { rule: decision.rule, promise, desks, decision }
}
