//! A bot or self-service from which no way leads to a person.

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::listing::{listed, one_or_count};
use crate::policy::ChannelKind;
use crate::source::{Confidence, Diagnostic, Sink};

/// The lint.
pub(super) static LINT: Lint = Lint::reviewer(
    "automation-without-a-person",
    "A305",
    Confidence::Sure,
    include_str!("automation_without_a_person.md"),
    check,
);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let channels = &subject.strategy.components.channels.content.channels;
    let alone = channels.iter().filter(|channel| {
        let says = channel.head.fact("reaches a person by").is_some();
        channel.kind.is_some_and(ChannelKind::unassisted) && !says && channel.status().in_use(subject.today)
    });
    let alone: Vec<_> = alone.collect();
    let Some(first) = alone.first() else { return };
    let names: Vec<&str> = alone.iter().map(|channel| channel.head.name.as_str()).collect();
    let headline = format!("The strategy does not say how {} leads to a person.", one_or_count(&names, "channels"));
    sink.push(
        Diagnostic::new(&LINT.finding, first.head.span, headline)
            .why(format!("Nobody answers on {}. Several laws ask for a way to a person.", listed(&names)))
            .advise("add reaches a person by: with the way"),
    );
}
