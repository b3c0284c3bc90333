//! Metrics that nobody is said to read.

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::listing::listed;
use crate::source::{Confidence, Diagnostic, Sink, quoted};

/// The lint.
pub(super) static LINT: Lint = Lint::reviewer(
    "metric-without-audience",
    "B302",
    Confidence::Sure,
    include_str!("metric_without_audience.md"),
    check,
);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let metrics = &subject.strategy.components.collaboration.content.metrics;
    let without: Vec<_> = metrics.iter().filter(|metric| metric.head.fact("audience").is_none()).collect();
    let Some(first) = without.first() else { return };
    let headline = match without.len() {
        1 => format!("The strategy does not say who gets the metric {}.", quoted(&first.head.name)),
        several => format!("The strategy does not say who gets {several} of its metrics."),
    };
    sink.push(
        Diagnostic::new(&LINT.finding, first.head.span, headline)
            .why(format!(
                "A number that goes to nobody changes nothing: {}.",
                listed(without.iter().map(|metric| metric.head.name.as_str()))
            ))
            .advise("add the line audience: with those who can change something"),
    );
}
