//! Fields that decide and that nobody is said to see or record.

use std::collections::{BTreeMap, BTreeSet};

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::listing::{by_count, listed, one_or_count};
use crate::policy::{Field, FieldId, NamedAxis, TermId, Test};
use crate::source::{Confidence, Diagnostic, Sink, Span, Spanned};
use crate::strategy::{NameKind, Strategy};

/// The lint.
pub(super) static LINT: Lint = Lint::reviewer(
    "recognition-not-recorded",
    "C305",
    Confidence::Sure,
    include_str!("recognition_not_recorded.md"),
    check,
);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let strategy = subject.strategy;
    let information = &strategy.components.information;
    if !information.written {
        return;
    }
    let listed_items: BTreeSet<String> =
        information.content.items().map(|item| item.head.name.to_lowercase()).collect();
    let mut missing: Vec<(&str, Span)> = Vec::new();
    for (field, span) in decisive_fields(strategy) {
        let name = strategy.names.name(NameKind::Field, field.0);
        if !listed_items.contains(&name.to_lowercase()) {
            missing.push((name, span));
        }
    }
    let Some((_, first)) = missing.first() else { return };
    let names: Vec<&str> = missing.iter().map(|(name, _)| *name).collect();
    let (is, it) = (by_count(names.len(), "is", "are"), by_count(names.len(), "it", "them"));
    let headline = format!("{} {is} used to decide, but not listed as information.", one_or_count(&names, "fields"));
    let finding = Diagnostic::new(&LINT.finding, information.span, headline)
        .why(format!(
            "Segments or rules ask for {}. Somebody has to know {it} when the contact arrives.",
            listed(&names)
        ))
        .advise(format!("add {it} to agents see or to we record"))
        .see(*first, "used here");
    sink.push(finding);
}

/// The fields that tell segments or rules apart, terms looked through, each with its first use. Built-in fields come with
/// every contact.
fn decisive_fields(strategy: &Strategy) -> BTreeMap<FieldId, Span> {
    let segments = strategy.components.customers.content.segments.iter().flat_map(|segment| &segment.recognised_by);
    let rules = strategy.components.routing.content.rules.iter().flat_map(|rule| &rule.when);
    let mut todo: Vec<&Spanned<Test>> = segments.chain(rules).collect();
    let mut terms: BTreeSet<TermId> = BTreeSet::new();
    let mut found: BTreeMap<FieldId, Span> = BTreeMap::new();
    while let Some(test) = todo.pop() {
        let field = match test.value {
            Test::Named { axis: NamedAxis::Field(field), .. } | Test::Known { axis: NamedAxis::Field(field), .. } => {
                field
            }
            Test::Number { field, .. } => field,
            Test::Term { term, .. } => {
                let inner = strategy.governance.terms.content.terms.get(term.index());
                if terms.insert(term) {
                    todo.extend(inner.into_iter().flat_map(|term| &term.tests));
                }
                continue;
            }
            Test::Named { .. } | Test::Known { .. } | Test::Desk { .. } => continue,
        };
        if field.0 >= Field::BUILT_IN {
            let first = found.entry(field).or_insert(test.span);
            *first = (*first).min(test.span);
        }
    }
    found
}
