//! Fields by which segments are recognised and that nobody is said to see or record.

use std::collections::{BTreeMap, BTreeSet};

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::listing::{agreeing, listed, one_or_count};
use crate::policy::{Field, FieldId, NamedAxis, TermId, Test};
use crate::source::{Confidence, Diagnostic, Sink, Span, Spanned};
use crate::strategy::{NameKind, Strategy};

/// How many fields are looked for inside the names of items, which costs a look at all of them each.
const LOOKED_FOR: usize = 20;

/// The lint. What rules ask for has a finding of its own.
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
    let items: BTreeSet<String> = information.content.items().map(|item| item.head.name.to_lowercase()).collect();
    let mut missing: Vec<(&str, Span)> = recognising_fields(strategy)
        .into_iter()
        .map(|(field, span)| (strategy.names.name(NameKind::Field, field.0), span))
        .filter(|(name, _)| !items.contains(&name.to_lowercase()))
        .collect();
    if missing.len() <= LOOKED_FOR {
        missing.retain(|(name, _)| !items.iter().any(|item| item.contains(&name.to_lowercase())));
    }
    let Some((_, first)) = missing.first() else { return };
    let names: Vec<&str> = missing.iter().map(|(name, _)| *name).collect();
    let (is, it) = (agreeing(names.len(), "is", "are"), agreeing(names.len(), "it", "them"));
    let which = one_or_count(&names, "fields");
    let tells = agreeing(names.len(), "tells", "tell");
    sink.push(
        Diagnostic::new(
            &LINT.finding,
            information.span,
            format!("{which} {tells} customers apart, but {is} not listed as information."),
        )
        .why(format!("Segments ask for {}. Somebody has to know {it} when the contact arrives.", listed(&names)))
        .advise(format!("add {it} to agents see or to we record"))
        .see(*first, "used here"),
    );
}

/// The fields by which segments are recognised, terms looked through, each with its first use. Built-in fields come with
/// every contact.
fn recognising_fields(strategy: &Strategy) -> BTreeMap<FieldId, Span> {
    let segments = strategy.components.customers.content.segments.iter();
    let mut todo: Vec<&Spanned<Test>> = segments.flat_map(|segment| &segment.recognised_by).collect();
    let mut terms: BTreeSet<TermId> = BTreeSet::new();
    let mut found: BTreeMap<FieldId, Span> = BTreeMap::new();
    while let Some(test) = todo.pop() {
        let field = match test.value {
            Test::Named { axis: NamedAxis::Field(field), .. }
            | Test::Known { axis: NamedAxis::Field(field), .. }
            | Test::Number { field, .. } => field,
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
