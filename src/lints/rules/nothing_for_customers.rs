//! Customers can find out nothing themselves.

use crate::lints::lint::{Lint, Subject};
use crate::source::{Confidence, Diagnostic, Sink};

/// The lint.
pub(super) static LINT: Lint =
    Lint::reviewer("nothing-for-customers", "I306", Confidence::Sure, include_str!("nothing_for_customers.md"), check);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let section = &subject.strategy.components.information;
    let said = section.content.head.facts.iter().any(|fact| fact.label.starts_with("customers see"));
    if !section.written || said || !section.content.customers_see.is_empty() {
        return;
    }
    sink.push(
        Diagnostic::new(
            &LINT.finding,
            section.span,
            "The strategy does not say what customers can find out themselves.",
        )
        .why("Whoever cannot look up the state of an order or the opening hours has to ask, and waits for an answer.")
        .advise("add the line customers see: parcel tracking, opening times"),
    );
}
