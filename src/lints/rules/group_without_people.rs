//! A rule that sends contacts to groups in which there is nobody.

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::listing::{agreeing, listed};
use crate::lints::rules::shared::people::sent_to_nobody;
use crate::policy::GroupId;
use crate::source::{Confidence, Diagnostic, Severity, Sink, quoted};

/// The lint. One finding a group. A later step to a group with people, or a group that stands in, is somebody.
pub(super) static LINT: Lint = Lint::author(
    "group-without-people",
    "G312",
    Severity::Must,
    Confidence::Sure,
    include_str!("group_without_people.md"),
    check,
);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let components = &subject.strategy.components;
    let groups = &components.agent_groups.content.groups;
    let mut rules: Vec<Vec<&str>> = vec![Vec::new(); groups.len()];
    for rule in &components.routing.content.rules {
        if let Some((GroupId(number), true)) = sent_to_nobody(subject, rule)
            && let Some(list) = rules.get_mut(usize::from(number))
        {
            list.push(&rule.head.name);
        }
    }
    for (group, rules) in groups.iter().zip(&rules) {
        let Some(rule) = rules.first() else { continue };
        let (name, sends) = (quoted(&group.head.name), agreeing(rules.len(), "sends", "send"));
        let span = group.people.as_ref().map_or(group.head.span, |people| people.span);
        sink.push(
            Diagnostic::new(&LINT.finding, span, format!("Contacts are sent to {name}, which has no people."))
                .reaching_nobody()
                .why(format!("{} {sends} contacts there, and on to nobody who has people.", listed(rules)))
                .story(format!(
                    "A contact on Tuesday at 10:30 fits {} and goes to {name}. Nobody is there, at that time or any \
                     other.",
                    quoted(rule)
                ))
                .advise(format!("write under {name} how many people it has"))
                .advise("send these contacts to another group"),
        );
    }
}
