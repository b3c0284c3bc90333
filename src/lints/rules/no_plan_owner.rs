//! Nobody is accountable for the whole strategy.

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::uses::only_hours;
use crate::source::{Confidence, Diagnostic, Sink};

/// The lint.
pub(super) static LINT: Lint =
    Lint::reviewer("no-plan-owner", "F310", Confidence::Sure, include_str!("no_plan_owner.md"), check);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let strategy = subject.strategy;
    if strategy.blank || strategy.header.plan_owner.is_some() || only_hours(strategy) {
        return;
    }
    sink.push(
        Diagnostic::new(&LINT.finding, strategy.start, "The strategy does not say who is accountable for it.")
            .why("A plan without an owner is out of date within a year, and nobody is asked before it is changed.")
            .advise("add plan owner: with one person or role"),
    );
}
