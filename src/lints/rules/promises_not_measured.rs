//! Promises that no metric measures.

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::columns::{columns, is_timed};
use crate::lints::rules::shared::words_of_the_trade::{TIMELINESS, speaks_of};
use crate::source::{Confidence, Diagnostic, Sink, quoted};

/// The lint.
pub(super) static LINT: Lint = Lint::reviewer(
    "promises-not-measured",
    "B301",
    Confidence::Likely,
    include_str!("promises_not_measured.md"),
    check,
);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let section = &subject.strategy.components.collaboration;
    if !section.written {
        return;
    }
    let columns = columns(subject);
    let promised = columns.iter().find_map(|column| {
        let promised = column.promised().find(|it| is_timed(it.promise))?;
        Some((promised, column.heading))
    });
    let Some((promised, heading)) = promised else { return };
    let measured = section.content.metrics.iter().any(|metric| {
        let facts = metric.head.facts.iter().map(|fact| fact.text.as_str());
        let said = facts.chain([metric.head.name.as_str()]).collect::<Vec<_>>().join("\n");
        speaks_of(&said, &TIMELINESS)
    });
    if measured {
        return;
    }
    let headline = match section.content.metrics.len() {
        0 => "The strategy does not say how its promises are measured.",
        _ => "No metric tells whether the promised times are kept.",
    };
    sink.push(
        Diagnostic::new(&LINT.finding, section.span, headline)
            .why(format!(
                "{} for {} on {} is a promise to customers. Without a number nobody sees when it is broken.",
                quoted(&promised.promise.written),
                quoted(&promised.row.text),
                quoted(&heading.text)
            ))
            .see(promised.span, "one of the promises")
            .advise("add under metrics one for the promises, with its target, audience and how often"),
    );
}
