//! New services that nobody is said to approve.

use crate::lints::lint::{Lint, Subject};
use crate::source::{Confidence, Diagnostic, Sink};

/// The lint.
pub(super) static LINT: Lint =
    Lint::reviewer("no-approver", "D301", Confidence::Sure, include_str!("no_approver.md"), check);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let section = &subject.strategy.components.deployment;
    if !section.written || section.content.head.fact("approved by").is_some() {
        return;
    }
    sink.push(
        Diagnostic::new(&LINT.finding, section.span, "The strategy does not say who approves a new service.")
            .why("A channel that nobody has approved has no budget, no people and no end.")
            .advise("add the line approved by: with the people or functions who decide"),
    );
}
