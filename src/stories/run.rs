//! Runs the stories of a strategy: what was expected, what happened, and what decided it.

use crate::engine::{Decision, DeskKind, Engine};
use crate::policy::{DeskId, PromiseId, RuleId, Story};
use crate::stories::compare::{Case, Decider, Expected};
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

impl StoryResult {
    /// A story that has no meaning and cannot be run; what is said of that.
    #[must_use]
    pub fn not_understood(name: String, contact: &str, said: Vec<String>) -> Self {
        let problem = Some(StoryProblem::NotUnderstood { said });
        Self { name, contact: contact.into(), passed: false, steps: Vec::new(), met: None, problem }
    }
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
    /// The later destinations of the rule that the story speaks of and that come so, counted from 0.
    pub steps: Vec<u16>,
    /// Those who are told, of whom the story speaks and who are told so, counted from 0.
    pub escalations: Vec<u16>,
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
    let spoken_of = spoken_of(&case, story);
    StoryResult { name, contact: written, passed, steps, met: Some(met(decision, spoken_of)), problem: None }
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

/// The later destinations and those told of whom the story speaks.
fn spoken_of(case: &Case<'_>, story: &Story) -> (Vec<u16>, Vec<u16>) {
    let written = story.expect.iter().filter_map(|one| expected(case.engine.policy(), &one.written).ok());
    let parts: Vec<_> = written.flatten().collect();
    let met = |count: usize, fits: &dyn Fn(usize, &Expected) -> bool| {
        let all = (0u16..).take(count);
        all.filter(|at| parts.iter().any(|part| fits(usize::from(*at), part))).collect::<Vec<u16>>()
    };
    let decision = case.decision;
    let steps = met(decision.steps.len(), &|at, part| case.is_step(at, part));
    (steps, met(decision.escalations.len(), &|at, part| case.is_escalation(at, part)))
}

fn met(decision: Decision, (steps, escalations): (Vec<u16>, Vec<u16>)) -> Met {
    let promise = decision.promised();
    let desks = match &decision.desk.kind {
        DeskKind::Desks(desks) => desks.clone(),
        DeskKind::AlwaysOpen | DeskKind::NoDesk => Vec::new(),
    };
    Met { rule: decision.rule, promise, desks, steps, escalations, decision }
}
