//! Promises that nobody is said to have approved.

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::columns::columns;
use crate::source::{Confidence, Diagnostic, Sink};

/// The lint.
pub(super) static LINT: Lint = Lint::reviewer(
    "promises-without-approver",
    "S309",
    Confidence::Sure,
    include_str!("promises_without_approver.md"),
    check,
);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let section = &subject.strategy.components.service_levels;
    let levels = &section.content;
    let promised = columns(subject).iter().any(|column| column.promised().next().is_some());
    let approved = levels.also.iter().any(|objective| objective.approved_by.is_some());
    if !promised || approved || !section.note.is_empty() {
        return;
    }
    sink.push(
        Diagnostic::new(&LINT.finding, section.span, "The strategy does not say who approved its promises, nor why.")
            .why("A promise costs people and money. Whoever pays for it has to have agreed to it.")
            .advise("add the line why: with who approved the promises and when, above promises: under service levels"),
    );
}
