//! Metrics that are all about speed.

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::listing::{agreeing, listed};
use crate::lints::rules::shared::words_of_the_trade::{OUTCOME, SPEED_OR_AMOUNT, speaks_of};
use crate::source::{Confidence, Diagnostic, Sink};
use crate::strategy::MetricSyntax;

/// The lint.
pub(super) static LINT: Lint =
    Lint::reviewer("only-speed-measured", "B306", Confidence::Likely, include_str!("only_speed_measured.md"), check);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let section = &subject.strategy.components.collaboration;
    let metrics = &section.content.metrics;
    let said = |metric: &MetricSyntax| {
        let formula = metric.formula.as_ref().map_or("", |formula| formula.text.as_str());
        format!("{}\n{formula}", metric.head.name)
    };
    let only_speed =
        metrics.iter().map(said).all(|said| speaks_of(&said, &SPEED_OR_AMOUNT) && !speaks_of(&said, &OUTCOME));
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
