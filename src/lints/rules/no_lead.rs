//! Agent groups that nobody leads.

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::listing::listed;
use crate::source::{Confidence, Diagnostic, Sink, quoted};
use crate::strategy::GroupModel;

/// The lint.
pub(super) static LINT: Lint = Lint::reviewer("no-lead", "G304", Confidence::Sure, include_str!("no_lead.md"), check);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let groups = &subject.strategy.components.agent_groups.content.groups;
    let without: Vec<&GroupModel> = groups.iter().filter(|group| group.head.fact("lead").is_none()).collect();
    let Some(first) = without.first() else { return };
    let headline = match without.len() {
        1 => format!("The strategy does not say who leads {}.", quoted(&first.head.name)),
        several => format!("The strategy does not say who leads {several} agent groups."),
    };
    sink.push(
        Diagnostic::new(&LINT.finding, first.head.span, headline)
            .why(format!(
                "In {} nobody is there to decide when a customer asks for somebody who may.",
                listed(without.iter().map(|group| group.head.name.as_str()))
            ))
            .advise("add the line lead: with a person or a role"),
    );
}
