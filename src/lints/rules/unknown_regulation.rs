//! Packs of regulations that this version does not know.

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::listing::{agreeing, listed};
use crate::source::{Confidence, Diagnostic, Severity, Sink, quoted};

/// The lint.
pub(super) static LINT: Lint = Lint::author(
    "unknown-regulation",
    "S315",
    Severity::Must,
    Confidence::Sure,
    include_str!("unknown_regulation.md"),
    check,
);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let regulations = &subject.strategy.components.service_levels.content.regulations;
    let Some((first, others)) = regulations.split_first() else { return };
    let headline = match others.len() {
        0 => format!("There is no pack of regulations called {}.", quoted(&first.text)),
        _ => "None of these packs of regulations is known.".to_owned(),
    };
    let names = listed(regulations.iter().map(|written| written.text.as_str()));
    let is = agreeing(regulations.len(), "is", "are");
    let mut finding = Diagnostic::new(&LINT.finding, first.span, headline).why(format!(
        "{names} {is} not checked. This version of the tool knows no pack of regulations yet, so it cannot tell whether \
         the promises meet one."
    ));
    for other in others.iter().take(2) {
        finding = finding.see(other.span, "this one is not known either");
    }
    sink.push(
        finding.advise(
            "remove the line regulations, and write each demand under also with level: regulatory and its source",
        ),
    );
}
