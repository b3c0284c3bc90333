//! Agent groups without hours.

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::listing::listed;
use crate::source::{Confidence, Diagnostic, Sink, quoted};
use crate::strategy::GroupModel;

/// The lint.
pub(super) static LINT: Lint =
    Lint::reviewer("duty-not-said", "G308", Confidence::Sure, include_str!("duty_not_said.md"), check);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let groups = &subject.strategy.components.agent_groups.content.groups;
    let without: Vec<&GroupModel> = groups.iter().filter(|group| group.head.fact("hours").is_none()).collect();
    let Some(first) = without.first() else { return };
    let headline = match without.len() {
        1 => format!("The strategy does not say when {} is on duty.", quoted(&first.head.name)),
        several => format!("The strategy does not say when {several} agent groups are on duty."),
    };
    sink.push(
        Diagnostic::new(&LINT.finding, first.head.span, headline)
            .why(format!(
                "So {} would be on duty at the hours of every desk. Nobody has checked that somebody is there.",
                listed(without.iter().map(|group| group.head.name.as_str()))
            ))
            .advise("add the line hours: with the desks whose hours they keep"),
    );
}
