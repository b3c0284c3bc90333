//! Components that are not written.

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::uses::only_hours;
use crate::source::{Confidence, Diagnostic, Sink};

/// The lint. Routing has a finding of its own, since without it every contact reaches nobody.
pub(super) static LINT: Lint =
    Lint::reviewer("missing-component", "F316", Confidence::Sure, include_str!("missing_component.md"), check);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let strategy = subject.strategy;
    // A section whose name could not be read may be the one that is missing.
    if strategy.blank || only_hours(strategy) || !subject.policy.complete {
        return;
    }
    let sections = strategy.components.sections();
    let missing: Vec<&str> = sections
        .iter()
        .filter(|(section, written, ..)| !written && *section != "routing")
        .map(|(section, ..)| *section)
        .collect();
    let headline = match missing.as_slice() {
        [] => return,
        [only] => format!("The strategy says nothing about {only}."),
        _ => format!("{} of the ten components are not written.", missing.len()),
    };
    sink.push(
        Diagnostic::new(&LINT.finding, strategy.start, headline)
            .why(format!("Not written: {}.", missing.join(", ")))
            .advise("write the sections, if only with one line each"),
    );
}
