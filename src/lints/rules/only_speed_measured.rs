//! Metrics that are all about speed.

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::listing::{agreeing, listed};
use crate::source::{Confidence, Diagnostic, Sink};
use crate::strategy::components::collaboration::MetricSyntax;

/// The lint.
pub(super) static LINT: Lint =
    Lint::reviewer("only-speed-measured", "B306", Confidence::Likely, include_str!("only_speed_measured.md"), check);

/// Words of metrics about speed and amounts.
const SPEED: [&str; 14] = [
    "handle time",
    "service level",
    "speed of answer",
    "response time",
    "in time",
    "within",
    "volume",
    "number of",
    "occupancy",
    "wait",
    "answered",
    "abandon",
    "per hour",
    "same day",
];

/// Words of metrics about what became of it for the customer.
const OUTCOME: [&str; 14] = [
    "solved",
    "resol",
    "quality",
    "satisf",
    "right",
    "correct",
    "repeat",
    "recommend",
    "promoter",
    "effort",
    "complain",
    "sentiment",
    "trust",
    "first contact",
];

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let section = &subject.strategy.components.collaboration;
    let metrics = &section.content.metrics;
    let said = |metric: &MetricSyntax| {
        let formula = metric.formula.as_ref().map_or("", |formula| formula.text.as_str());
        format!("{}\n{formula}", metric.head.name).to_lowercase()
    };
    let only_speed = metrics
        .iter()
        .map(said)
        .all(|said| SPEED.iter().any(|word| said.contains(word)) && !OUTCOME.iter().any(|word| said.contains(word)));
    let Some(first) = metrics.first().filter(|_| only_speed) else { return };
    sink.push(
        Diagnostic::new(&LINT.finding, first.head.span, "Only speed and amounts are measured, not what customers got.")
            .why(format!(
                "{} can {} good while customers have to call again.",
                listed(metrics.iter().map(|metric| metric.head.name.as_str())),
                agreeing(metrics.len(), "be", "all be")
            ))
            .advise("add a metric such as solved without a repeat in 7 days"),
    );
}
