//! Agent groups that no contact reaches.

use std::collections::BTreeSet;

use crate::lints::lint::{Lint, Subject};
use crate::policy::{GroupId, Teller};
use crate::source::{Confidence, Diagnostic, Severity, Sink, quoted};
use crate::strategy::{self, NameKind};

/// The lint.
pub(super) static LINT: Lint =
    Lint::author("unused-group", "G301", Severity::Should, Confidence::Sure, include_str!("unused_group.md"), check)
        .waiting_for_whole();

/// Bounds the search for what was meant on a file with thousands of misspelled names.
const LOST_AT_MOST: usize = 100;

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let components = &subject.strategy.components;
    let rules = &components.routing.content.rules;
    let groups = &components.agent_groups.content.groups;
    if rules.is_empty() {
        return;
    }
    let mut used: BTreeSet<GroupId> = BTreeSet::new();
    for rule in rules {
        used.extend(rule.send_to.map(|group| group.value));
        used.extend(rule.steps.iter().map(|step| step.group.value));
        used.extend(rule.escalations.iter().filter_map(|one| match &one.tell.value {
            Teller::Group(group) => Some(*group),
            Teller::Role(_) => None,
        }));
    }
    used.extend(groups.iter().filter_map(|group| group.backup).map(|group| group.value));
    let meant = meant(subject);
    for (id, group) in (0u16..).map(GroupId).zip(groups) {
        if used.contains(&id) {
            continue;
        }
        if meant.contains(group.head.name.as_str()) {
            sink.withhold();
            continue;
        }
        let name = quoted(&group.head.name);
        sink.push(
            Diagnostic::new(&LINT.finding, group.head.span, format!("No contact ever reaches {name}."))
                .why("No routing rule sends to it, first or later, nobody tells it, and it stands in for no other group.")
                .story(format!(
                    "On Tuesday at 10:30 customers wait, and the people in {name} are on duty. No contact comes to them."
                ))
                .advise(format!("send contacts to it: send to: {}", group.head.name))
                .advise("remove the group"),
        );
    }
}

/// The groups that a misspelled name was probably meant to name. That is reported where it stands.
fn meant(subject: &Subject<'_>) -> BTreeSet<String> {
    let components = &subject.strategy.components;
    let names = &subject.strategy.names;
    let known: Vec<&str> = names.all(NameKind::Group).iter().map(|name| name.value.as_str()).collect();
    let rules = components.routing.content.rules.iter().flat_map(|rule| &rule.head.facts);
    let sent = rules.filter(|fact| fact.label == "send to" || fact.label.starts_with("then after "));
    let backups = components.agent_groups.content.groups.iter().filter_map(|group| group.head.fact("backup"));
    let written = sent.chain(backups).map(|fact| fact.text.split(", without ").next().unwrap_or_default());
    let lost: BTreeSet<&str> = written.filter(|name| names.number(NameKind::Group, name).is_none()).collect();
    lost.into_iter().take(LOST_AT_MOST).filter_map(|name| strategy::guess(name, &known)).collect()
}
