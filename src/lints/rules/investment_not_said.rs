//! New services that no rule for money decides about.

use crate::lints::lint::{Lint, Subject};
use crate::source::{Confidence, Diagnostic, Sink};

/// The lint.
pub(super) static LINT: Lint =
    Lint::reviewer("investment-not-said", "D305", Confidence::Sure, include_str!("investment_not_said.md"), check);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let section = &subject.strategy.components.deployment;
    if !section.written || section.content.head.fact("investment").is_some() {
        return;
    }
    sink.push(
        Diagnostic::new(
            &LINT.finding,
            section.span,
            "The strategy does not say by what return a new service is decided.",
        )
        .why("Without it the loudest wish is built first, and nobody can say afterwards whether it was worth it.")
        .advise("add the line investment: how plans are analysed for returns, up to which sum, and who approves more"),
    );
}
