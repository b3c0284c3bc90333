//! A desk that serves no channel and that nobody names.

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::uses::{conditions_lost, used};
use crate::source::{Confidence, Diagnostic, Severity, Sink, quoted};
use crate::strategy::NameKind;

/// The lint.
pub(super) static LINT: Lint =
    Lint::author("unused-desk", "H308", Severity::Should, Confidence::Sure, include_str!("unused_desk.md"), check)
        .waiting_for_whole();

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let components = &subject.strategy.components;
    // Where hours of a group or a condition have no meaning, they may name this desk.
    let lost = || components.agent_groups.content.groups.iter().any(|group| group.incomplete);
    if !components.channels.written || lost() || conditions_lost(subject.strategy) {
        return;
    }
    let named = used(subject.strategy, NameKind::Desk);
    for (desk, number) in components.hours.content.desks.iter().zip(0u16..) {
        if named.contains(&number) || desk.head.fact("channels").is_some() {
            continue;
        }
        let name = quoted(&desk.head.name);
        sink.push(
            Diagnostic::new(&LINT.finding, desk.head.span, format!("The desk {name} serves no channel."))
                .why("No agent group and no condition names it either, so its hours hold for nobody.")
                .advise("add channels: with what it answers, or leave the desk out"),
        );
    }
}
