//! Records without an end.

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::listing::listed;
use crate::source::{Confidence, Diagnostic, Sink, quoted};

/// The lint.
pub(super) static LINT: Lint =
    Lint::reviewer("keep-for-not-said", "I303", Confidence::Sure, include_str!("keep_for_not_said.md"), check);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let information = &subject.strategy.components.information.content;
    if information.head.fact("keep for").is_some() {
        return;
    }
    let endless = information.we_record.iter().filter(|item| item.head.fact("keep for").is_none());
    let names: Vec<&str> = endless.map(|item| item.head.name.as_str()).collect();
    let Some(first) = names.first() else { return };
    let headline = match names.len() {
        1 => format!("The strategy does not say how long {} is kept.", quoted(first)),
        several => format!("The strategy does not say how long {several} records are kept."),
    };
    let span = information.we_record.iter().find(|item| item.head.name == *first).map(|item| item.head.span);
    sink.push(
        Diagnostic::new(&LINT.finding, span.unwrap_or(subject.strategy.components.information.span), headline)
            .why(format!(
                "Nobody knows when to delete {}. Some laws set the longest time, others the shortest.",
                listed(names.iter().copied())
            ))
            .advise("add the line keep for: 24 months under information, for all that is recorded"),
    );
}
