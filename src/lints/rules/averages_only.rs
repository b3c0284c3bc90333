//! Times that are measured by their average only.

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::words_of_the_trade::{AVERAGE, SHARE, TIMELINESS, speaks_of};
use crate::source::{Confidence, Diagnostic, Sink, quoted};
use crate::strategy::MetricSyntax;

/// The lint.
pub(super) static LINT: Lint =
    Lint::reviewer("averages-only", "B309", Confidence::Likely, include_str!("averages_only.md"), check);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let said = |metric: &MetricSyntax| {
        let texts = [&metric.formula, &metric.target].into_iter().flatten().map(|written| written.text.as_str());
        texts.chain([metric.head.name.as_str()]).collect::<Vec<_>>().join("\n")
    };
    let metrics = &subject.strategy.components.collaboration.content.metrics;
    let timely: Vec<(&MetricSyntax, String)> =
        metrics.iter().map(|metric| (metric, said(metric))).filter(|(_, said)| speaks_of(said, &TIMELINESS)).collect();
    let all_averages = timely.iter().all(|(_, said)| speaks_of(said, &AVERAGE) && !speaks_of(said, &SHARE));
    let Some((first, _)) = timely.first().filter(|_| all_averages) else { return };
    sink.push(
        Diagnostic::new(&LINT.finding, first.head.span, "Waiting is measured by its average only.")
            .why(format!("{} can be good while every tenth customer waits for an hour.", quoted(&first.head.name)))
            .advise("add a metric with a share, such as answered in time, of all offered"),
    );
}
