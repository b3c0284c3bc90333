//! With what else a contact would come out otherwise: in words and for programs.

use schemars::JsonSchema;
use serde::Serialize;

use crate::cli::formats::headline::{headline, outcome_word};
use crate::compilation::{
    Changed, Decision, FieldKind, FieldValue, Otherwise, PromiseState, Runtime, StepDue, say_local,
};

/// How many lines are shown to people.
const SHOWN: usize = 8;

/// With what the contact would come out otherwise.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct OtherwiseJson {
    /// What would have to be another one: `customer`, `contact type`, `channel`, `language`, `at`, or the name of a field.
    what: String,
    /// The nearest value with which it comes out otherwise; null for a field that is not known.
    value: Option<String>,
    /// What would happen then, as in the decision itself.
    outcome: &'static str,
    /// The group that it would go to first.
    group: Option<String>,
    /// The routing rule that would fit.
    rule: Option<String>,
    /// What would be promised: as written, or `always`, `no promise`, `not offered`; null where the strategy does not say.
    promise: Option<String>,
}

/// One line for each thing that would make a difference.
pub(crate) fn lines(runtime: &Runtime, today: &Decision, different: &[Otherwise]) -> Vec<String> {
    let mut lines: Vec<String> = different.iter().take(SHOWN).map(|one| line(runtime, today, one)).collect();
    if different.len() > SHOWN {
        lines.push(format!("and in {} more ways", different.len() - SHOWN));
    }
    lines
}

fn line(runtime: &Runtime, today: &Decision, one: &Otherwise) -> String {
    let (what, value) = changed(runtime, one);
    let subject = match (&one.changed, value) {
        (Changed::Customer(_), Some(value)) => format!("from {value}"),
        (Changed::ContactType(_), Some(value)) => format!("about {value}"),
        (Changed::Channel(_), Some(value)) => format!("on {value}"),
        (Changed::Language(_), Some(value)) => format!("in {value}"),
        (Changed::Arrival(at), _) => format!("at {}", say_local(&today.desk.zone, *at)),
        (Changed::Field(..), Some(value)) => format!("with {what} {value}"),
        (_, None) => format!("with {what} not known"),
    };
    // What stays the same is not said again.
    let promise = one.decision.promised().filter(|promise| today.promised() != Some(*promise));
    let promise = promise.and_then(|_| promised(runtime, &one.decision));
    let promise = promise.map_or_else(String::new, |promise| format!(" Promise: {promise}."));
    let later = |decision: &Decision| -> Vec<String> {
        let step = |step: &StepDue| format!("{} after {}", runtime.group_name(step.group), step.after);
        decision.steps.iter().map(step).collect()
    };
    let then = match later(&one.decision) {
        same if same == later(today) => String::new(),
        none if none.is_empty() => " Nobody takes it later.".to_owned(),
        steps => format!(" Then {}.", steps.join(", ")),
    };
    // One answer has one zone: that of its first line, also where another channel has a desk in another zone.
    let mut same_zone = one.decision.clone();
    same_zone.desk.zone.clone_from(&today.desk.zone);
    format!("{subject}: {}{promise}{then}", headline(runtime, &same_zone))
}

/// What is another one, and the value.
fn changed(runtime: &Runtime, one: &Otherwise) -> (String, Option<String>) {
    let policy = runtime.policy();
    let named = |what: &str, name: Option<&String>| (what.to_owned(), name.cloned());
    match &one.changed {
        Changed::Customer(id) => named("customer", policy.segment(*id).map(|part| &part.name)),
        Changed::ContactType(id) => named("contact type", policy.contact_type(*id).map(|part| &part.name)),
        Changed::Channel(id) => named("channel", policy.channel(*id).map(|part| &part.name)),
        Changed::Language(id) => named("language", policy.language(*id)),
        Changed::Arrival(at) => ("at".to_owned(), Some(policy.time_zone.rfc3339(*at))),
        Changed::Field(id, value) => {
            let Some(field) = policy.field(*id) else { return (String::new(), None) };
            (field.name.clone(), value.as_ref().map(|value| field_value(&field.kind, value)))
        }
    }
}

fn field_value(kind: &FieldKind, value: &FieldValue) -> String {
    match (kind, value) {
        (FieldKind::Time, FieldValue::Number(seconds)) => format!("{seconds} s"),
        (_, FieldValue::Number(number)) => number.to_string(),
        (_, FieldValue::Name(Some(at))) => kind.name(*at).unwrap_or_default().to_owned(),
        (_, FieldValue::Name(None)) => "something else".to_owned(),
        (_, FieldValue::Text(text)) => text.clone(),
    }
}

/// The promise of the table as written, or that there is none on purpose; none where the strategy does not say.
pub(crate) fn promised(runtime: &Runtime, decision: &Decision) -> Option<String> {
    Some(match &decision.promise {
        PromiseState::Promise { promise, .. } => runtime.policy().promise(*promise)?.written.clone(),
        PromiseState::Always => "always".to_owned(),
        PromiseState::NoPromise => "no promise".to_owned(),
        PromiseState::NotOffered => "not offered".to_owned(),
        PromiseState::Gap => return None,
    })
}

/// The same for programs.
pub(crate) fn json(runtime: &Runtime, different: &[Otherwise]) -> Vec<OtherwiseJson> {
    let one = |one: &Otherwise| {
        let (what, value) = changed(runtime, one);
        let rule = one.decision.rule.and_then(|id| runtime.policy().rule(id));
        OtherwiseJson {
            what,
            value,
            outcome: outcome_word(one.decision.outcome),
            group: one.decision.group.map(|id| runtime.group_name(id).to_owned()),
            rule: rule.map(|rule| rule.name.clone()),
            promise: promised(runtime, &one.decision),
        }
    };
    different.iter().map(one).collect()
}
