//! Desks that close and leave the customer with nothing.

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::desks::opens_and_closes;
use crate::lints::rules::shared::listing::{agreeing, listed, one_or_count};
use crate::lints::rules::shared::uses::only_hours;
use crate::source::{Confidence, Diagnostic, Sink};

/// The lint.
pub(super) static LINT: Lint =
    Lint::reviewer("closes-without-a-word", "H303", Confidence::Sure, include_str!("closes_without_a_word.md"), check);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let desks = &subject.strategy.components.hours.content.desks;
    let silent: Vec<_> =
        desks.iter().filter(|desk| opens_and_closes(desk) && desk.head.fact("when closed").is_none()).collect();
    let Some(first) = silent.first().filter(|_| !only_hours(subject.strategy)) else { return };
    let names: Vec<&str> = silent.iter().map(|desk| desk.head.name.as_str()).collect();
    let (which, is) = (one_or_count(&names, "desks"), agreeing(names.len(), "is", "are"));
    let headline = format!("The strategy does not say what customers get when {which} {is} closed.");
    sink.push(
        Diagnostic::new(&LINT.finding, first.head.span, headline)
            .why(format!("It is missing for {}.", listed(&names)))
            .advise("add when closed: with what the customer hears or reads, and what becomes of the contact"),
    );
}
