//! Rules that ask for what nobody is said to know.

use std::collections::{BTreeMap, BTreeSet};

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::listing::{agreeing, listed};
use crate::policy::{Field, FieldId, NamedAxis, Policy, TermId, Test};
use crate::source::{Confidence, Diagnostic, Sink, Span, quoted};

/// The lint.
pub(super) static LINT: Lint =
    Lint::reviewer("field-not-captured", "R307", Confidence::Likely, include_str!("field_not_captured.md"), check);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let information = &subject.strategy.components.information;
    if !information.written {
        return;
    }
    let items = information.content.items().map(|item| item.head.name.to_lowercase()).collect::<Vec<_>>().join("\n");
    let mut tested: BTreeMap<FieldId, (Span, &str)> = BTreeMap::new();
    let mut terms_seen = BTreeSet::new();
    for rule in &subject.strategy.components.routing.content.rules {
        for test in &rule.when {
            for field in fields(&test.value, subject.policy, &mut terms_seen) {
                tested.entry(field).or_insert((test.span, &rule.head.name));
            }
        }
    }
    let missing: Vec<(&str, Span, &str)> = tested
        .into_iter()
        .filter_map(|(id, (span, rule))| Some((subject.policy.field(id)?.name.as_str(), span, rule)))
        .filter(|(name, _, _)| !items.contains(&name.to_lowercase()))
        .collect();
    let Some((name, span, rule)) = missing.first().copied() else { return };
    let headline = match missing.len() {
        1 => format!("The strategy does not say where {} comes from.", quoted(name)),
        several => format!("The strategy does not say where {several} contact fields come from."),
    };
    let is = agreeing(missing.len(), "is", "are");
    sink.push(
        Diagnostic::new(&LINT.finding, span, headline)
            .why(format!(
                "{} asks for it. {} {is} not among the information that agents see or that is recorded, so the rule may \
                 never fit.",
                quoted(rule),
                listed(missing.iter().map(|(name, _, _)| *name))
            ))
            .advise(format!("add {name} under information, with its source system")),
    );
}

/// The declared fields that a test asks for; through terms, each term once.
fn fields(test: &Test, policy: &Policy, seen: &mut BTreeSet<TermId>) -> Vec<FieldId> {
    let mut found = Vec::new();
    let mut todo = vec![test];
    while let Some(test) = todo.pop() {
        match test {
            Test::Named { axis: NamedAxis::Field(field), .. }
            | Test::Known { axis: NamedAxis::Field(field), .. }
            | Test::Number { field, .. } => found.push(*field),
            Test::Term { term, .. } => {
                let tests = policy.term(*term).filter(|_| seen.insert(*term)).map(|(_, tests)| tests);
                todo.extend(tests.into_iter().flatten());
            }
            Test::Named { .. } | Test::Known { .. } | Test::Desk { .. } => {}
        }
    }
    found.retain(|field| field.0 >= Field::BUILT_IN);
    found
}
