//! A rule that needs a skill which its own group does not have, though another group does.

use std::collections::BTreeMap;

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::arriving::without_contacts;
use crate::lints::rules::shared::listing::{listed, place_of};
use crate::policy::{GroupId, Skill};
use crate::source::{Confidence, Diagnostic, Severity, Sink, quoted};
use crate::strategy::{GroupModel, RuleModel};

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
    let idle = without_contacts(subject);
    for rule in components.routing.content.rules.iter().filter(|rule| !idle.contains(&rule.head.span)) {
        let Some((send_to, group)) = rule.send_to.and_then(|send_to| Some((send_to, groups.get(send_to.value)?)))
        else {
            continue;
        };
        if group.skills.is_empty() && group.head.fact("skills").is_some() {
            continue;
        }
        tell_levels(rule, group, sink);
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

/// Levels of languages and of trades, from the lowest; those on one line are as high as each other.
const LEVELS: [&[&str]; 7] = [
    &["a1", "none", "beginner"],
    &["a2", "basic", "basics", "elementary", "trainee"],
    &["b1", "intermediate", "conversational", "working"],
    &["b2", "good", "upper intermediate", "trained"],
    &["c1", "advanced", "fluent", "very good", "experienced"],
    &["c2", "expert", "excellent", "proficient"],
    &["native", "mother tongue"],
];

/// Whether a level is the other one, or certainly a higher one.
fn suffices(has: &str, needs: &str) -> bool {
    let (has, needs) = (has.to_lowercase(), needs.to_lowercase());
    let rank = |level: &str| LEVELS.iter().position(|same| same.contains(&level));
    has == needs || rank(&has).zip(rank(&needs)).is_some_and(|(has, needs)| has >= needs)
}

/// A skill that the group has, at another level than the rule needs.
fn tell_levels(rule: &RuleModel, group: &GroupModel, sink: &mut Sink) {
    let (name, rule_name) = (quoted(&group.head.name), quoted(&rule.head.name));
    let needs = rule.head.fact("needs");
    for skill in &rule.needs {
        let own = group.skills.iter().find(|own| own.name.value == skill.name);
        let Some((has, wanted)) = own.and_then(|own| own.level.as_ref()).zip(skill.level.as_ref()) else { continue };
        if suffices(&has.value, wanted) {
            continue;
        }
        let exact = needs.and_then(|needs| place_of(needs, &skill.name)).or(needs.map(|needs| needs.span));
        let headline = format!("{name} has {} ({}), and {rule_name} needs {skill}.", skill.name, has.value);
        sink.push(
            Diagnostic::new(&LINT.finding, exact.unwrap_or(rule.head.span), headline)
                .why("Whoever gets the contact there may not be able to answer it.")
                .story(format!(
                    "A contact that fits {rule_name}, Tuesday 10:30, goes to {name}, where {} is {}.",
                    skill.name, has.value
                ))
                .see(has.span, "the level that the group has")
                .advise(format!("send to a group with {skill}"))
                .advise("write the same level in both places, if the same is meant"),
        );
    }
}

/// The needed skills that some group has, but not this one.
fn lacking<'r>(rule: &'r RuleModel, group: GroupId, holders: &BTreeMap<&str, Vec<GroupId>>) -> Vec<&'r Skill> {
    let lacks = |skill: &&Skill| holders.get(skill.name.as_str()).is_some_and(|ids| ids.binary_search(&group).is_err());
    rule.needs.iter().filter(lacks).collect()
}
