//! What the stories of a strategy meet, counted, with the names of what none of them meets.

use crate::compilation::{Element, PromiseId, RuleId, Runtime, StoryCoverage};

/// One kind of part of a strategy.
#[derive(Debug)]
pub(crate) struct Covered {
    /// What it is, in the plural.
    pub(crate) what: &'static str,
    /// How many there are.
    pub(crate) of: usize,
    /// The names of those without a story, in the order written.
    pub(crate) without: Vec<String>,
}

impl Covered {
    /// How many have a story.
    pub(crate) fn with(&self) -> usize {
        self.of.saturating_sub(self.without.len())
    }
}

/// Rules, promises, steps and desks, counted.
pub(crate) fn covered(runtime: &Runtime, coverage: &StoryCoverage) -> [Covered; 4] {
    let policy = runtime.policy();
    let steps = policy.rules.iter().map(|rule| rule.action.steps.len() + rule.action.escalations.len()).sum();
    let then = coverage.steps.iter().map(|(rule, at)| step(runtime, *rule, *at));
    let tell = coverage.escalations.iter().map(|(rule, at)| escalation(runtime, *rule, *at));
    [
        Covered {
            what: "rules",
            of: policy.rules.len(),
            without: coverage.rules.iter().map(|rule| runtime.rule_name(*rule).to_owned()).collect(),
        },
        Covered {
            what: "promises",
            of: policy.promises.len(),
            without: coverage.promises.iter().map(|promise| promise_name(runtime, *promise)).collect(),
        },
        Covered { what: "steps", of: steps, without: then.chain(tell).collect() },
        Covered {
            what: "desks",
            of: policy.desks.len(),
            without: coverage.desks.iter().map(|desk| runtime.desk_name(*desk).to_owned()).collect(),
        },
    ]
}

/// A promise by its cell: `Order help on phone, 80% in 30 s`.
pub(crate) fn promise_name(runtime: &Runtime, promise: PromiseId) -> String {
    let written = runtime.policy().promise(promise).map_or("", |promise| promise.written.as_str());
    let place = runtime.place_of(&Element::Promise(promise));
    let cell = place.map(|place| place.path.iter().skip(1).map(String::as_str).collect::<Vec<_>>().join(" on "));
    cell.filter(|cell| !cell.is_empty()).map_or_else(|| written.to_owned(), |cell| format!("{cell} ({written})"))
}

fn step(runtime: &Runtime, rule: RuleId, at: u16) -> String {
    let found = runtime.policy().rule(rule).and_then(|rule| rule.action.steps.get(usize::from(at)));
    let words = found.map(|step| format!("then {} after {}", runtime.group_name(step.group), step.after));
    format!("{}: {}", runtime.rule_name(rule), words.unwrap_or_default())
}

fn escalation(runtime: &Runtime, rule: RuleId, at: u16) -> String {
    let found = runtime.policy().rule(rule).and_then(|rule| rule.action.escalations.get(usize::from(at)));
    let words = found.map(|told| format!("tell {} after {}", runtime.told(&told.tell), told.after));
    format!("{}: {}", runtime.rule_name(rule), words.unwrap_or_default())
}
