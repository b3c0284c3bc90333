//! Promises without the period over which they are counted.

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::columns::{columns, is_timed};
use crate::source::{Confidence, Diagnostic, Sink};

/// The lint.
pub(super) static LINT: Lint =
    Lint::reviewer("period-not-said", "S305", Confidence::Sure, include_str!("period_not_said.md"), check);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let service_levels = &subject.strategy.components.service_levels;
    let counting = &service_levels.content.counting;
    let said = counting.period.is_some() || counting.interval.is_some();
    if said || counting.head.fact("period").is_some() || counting.head.fact("interval").is_some() {
        return;
    }
    let columns = columns(subject);
    let Some(promised) = columns.iter().find_map(|column| column.promised().find(|it| is_timed(it.promise))) else {
        return;
    };
    sink.push(
        Diagnostic::new(
            &LINT.finding,
            service_levels.span,
            "The strategy does not say over which period promises are counted.",
        )
        .why(format!(
            "\"{}\" over a year hides bad weeks that the same promise over a day would show.",
            promised.promise.written
        ))
        .see(promised.span, "one of the promises")
        .advise("add under counting the line period: a month"),
    );
}
