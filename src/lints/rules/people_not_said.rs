//! Agent groups without a number of people.

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::listing::listed;
use crate::source::{Confidence, Diagnostic, Sink, quoted};
use crate::strategy::GroupModel;

/// The lint.
pub(super) static LINT: Lint =
    Lint::reviewer("people-not-said", "G303", Confidence::Sure, include_str!("people_not_said.md"), check);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let groups = &subject.strategy.components.agent_groups.content.groups;
    let without: Vec<&GroupModel> = groups.iter().filter(|group| group.head.fact("people").is_none()).collect();
    let Some(first) = without.first() else { return };
    let headline = match without.len() {
        1 => format!("The strategy does not say how many people {} has.", quoted(&first.head.name)),
        several => format!("The strategy does not say how many people {several} agent groups have."),
    };
    sink.push(
        Diagnostic::new(&LINT.finding, first.head.span, headline)
            .why(format!(
                "Nobody can tell whether the promises of {} can be kept.",
                listed(without.iter().map(|group| group.head.name.as_str()))
            ))
            .advise("add the line people: with a number, or as many as the promises need"),
    );
}
