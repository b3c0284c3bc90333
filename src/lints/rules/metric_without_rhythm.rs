//! Metrics that are looked at nobody knows how often.

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::listing::listed;
use crate::source::{Confidence, Diagnostic, Sink, quoted};

/// The lint.
pub(super) static LINT: Lint =
    Lint::reviewer("metric-without-rhythm", "B308", Confidence::Sure, include_str!("metric_without_rhythm.md"), check);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let metrics = &subject.strategy.components.collaboration.content.metrics;
    let without: Vec<_> = metrics.iter().filter(|metric| metric.head.fact("how often").is_none()).collect();
    let Some(first) = without.first() else { return };
    let headline = match without.len() {
        1 => format!("The strategy does not say how often {} is looked at.", quoted(&first.head.name)),
        several => format!("The strategy does not say how often {several} of its metrics are looked at."),
    };
    sink.push(
        Diagnostic::new(&LINT.finding, first.head.span, headline)
            .why(format!(
                "A number that is looked at once a year tells of a bad week when it is long over: {}.",
                listed(without.iter().map(|metric| metric.head.name.as_str()))
            ))
            .advise("add the line how often: every week"),
    );
}
