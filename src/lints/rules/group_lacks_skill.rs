//! A rule that needs a skill which its own group does not have, though another group does.

use std::collections::BTreeMap;

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::listing::{listed, place_of};
use crate::policy::{GroupId, Skill};
use crate::source::{Confidence, Diagnostic, Severity, Sink, quoted};
use crate::strategy::RuleModel;

/// The lint.
pub(super) static LINT: Lint = Lint::author(
    "group-lacks-skill",
    "R304",
    Severity::Should,
    Confidence::Sure,
    include_str!("group_lacks_skill.md"),
    check,
);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let components = &subject.strategy.components;
    let groups = &components.agent_groups.content;
    let mut holders: BTreeMap<&str, Vec<GroupId>> = BTreeMap::new();
    for (id, group) in (0u16..).map(GroupId).zip(&groups.groups) {
        for skill in &group.skills {
            holders.entry(&skill.name.value).or_default().push(id);
        }
    }
    for rule in &components.routing.content.rules {
        let Some((send_to, group)) = rule.send_to.and_then(|send_to| Some((send_to, groups.get(send_to.value)?)))
        else {
            continue;
        };
        if group.skills.is_empty() && group.head.fact("skills").is_some() {
            continue;
        }
        let lacking = lacking(rule, send_to.value, &holders);
        let Some(first) = lacking.first() else { continue };
        let skills = listed(lacking.iter().map(|skill| skill.name.as_str()));
        let name = quoted(&group.head.name);
        let other = holders.get(first.name.as_str()).and_then(|ids| groups.get(*ids.first()?));
        let other_name = other.map_or("", |group| group.head.name.as_str());
        let needs = rule.head.fact("needs");
        let span = needs
            .and_then(|needs| place_of(needs, &first.name))
            .or(needs.map(|needs| needs.span))
            .unwrap_or(rule.head.span);
        sink.push(
            Diagnostic::new(&LINT.finding, span, format!("{name} gets contacts that need {skills}, which it lacks."))
                .why(format!(
                    "{} needs it, and {name} does not list it. {} does.",
                    quoted(&rule.head.name),
                    quoted(other_name)
                ))
                .story(format!(
                    "A contact that fits {}, Tuesday 10:30, goes to {name}, where nobody has {}. It waits, although {} \
                     could answer it.",
                    quoted(&rule.head.name),
                    quoted(&first.name),
                    quoted(other_name)
                ))
                .see(group.head.span, "the group that it goes to")
                .advise(format!("send to: {other_name}"))
                .advise(format!("add {} to the skills of {name}", first.name)),
        );
    }
}

/// The needed skills that some group has, but not this one.
fn lacking<'r>(rule: &'r RuleModel, group: GroupId, holders: &BTreeMap<&str, Vec<GroupId>>) -> Vec<&'r Skill> {
    let lacks = |skill: &&Skill| holders.get(skill.name.as_str()).is_some_and(|ids| ids.binary_search(&group).is_err());
    rule.needs.iter().filter(lacks).collect()
}
