//! Nothing is said about customers who may come to harm more easily, or who cannot use every channel.

use crate::lints::lint::{Lint, Subject};
use crate::source::{Confidence, Diagnostic, Sink};

/// The lint.
pub(super) static LINT: Lint = Lint::reviewer(
    "vulnerable-not-considered",
    "C304",
    Confidence::Sure,
    include_str!("vulnerable_not_considered.md"),
    check,
);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let customers = &subject.strategy.components.customers;
    let segments = &customers.content.segments;
    let considered = segments.iter().any(|segment| segment.vulnerable.is_some() || !segment.needs.is_empty());
    if segments.is_empty() || considered {
        return;
    }
    sink.push(
        Diagnostic::new(&LINT.finding, customers.span, "The strategy does not say which customers may need more help.")
            .why("Regulators and ISO 18295 ask how vulnerable customers and customers with disabilities are served.")
            .advise("add vulnerable: or needs: to a segment"),
    );
}
