//! A later step of a rule whose group lacks a needed skill that nothing drops.

use std::collections::BTreeSet;

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::arriving::without_contacts;
use crate::source::{Confidence, Diagnostic, Severity, Sink, quoted};

/// The lint.
pub(super) static LINT: Lint = Lint::author(
    "step-lacks-skill",
    "R313",
    Severity::Should,
    Confidence::Sure,
    include_str!("step_lacks_skill.md"),
    check,
);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let components = &subject.strategy.components;
    let groups = &components.agent_groups.content;
    let held: BTreeSet<&str> =
        groups.groups.iter().flat_map(|group| &group.skills).map(|skill| skill.name.value.as_str()).collect();
    let idle = without_contacts(subject);
    for rule in components.routing.content.rules.iter().filter(|rule| !idle.contains(&rule.head.span)) {
        // What a step drops stays dropped.
        let mut dropped: BTreeSet<&str> = BTreeSet::new();
        for step in &rule.steps {
            dropped.extend(step.without.iter().map(|skill| skill.text.as_str()));
            let Some(group) = groups.get(step.group.value) else { continue };
            // Skills that could not be read may be the ones that are missing here.
            if group.skills.is_empty() && group.head.fact("skills").is_some() {
                continue;
            }
            let lacks = |skill: &str| group.skills.iter().all(|own| own.name.value != skill);
            // A skill that no group has is told by a finding of its own.
            let mut needed = rule.needs.iter().map(|skill| skill.name.as_str()).filter(|skill| held.contains(skill));
            let Some(skill) = needed.find(|skill| lacks(skill) && !dropped.contains(skill)) else { continue };
            let (name, rule_name) = (quoted(&group.head.name), quoted(&rule.head.name));
            let needs = rule.head.fact("needs").map_or(rule.head.span, |fact| fact.span);
            sink.push(
                Diagnostic::new(&LINT.finding, step.group.span, format!("After {}, {name} lacks {}.", step.after.value, quoted(skill)))
                    .why(format!("{rule_name} needs the skill at every step that does not drop it, and {name} does not list it."))
                    .story(format!(
                        "A contact that fits {rule_name}, Tuesday 10:30, is offered to {name} after {}. Nobody there may take \
                         it, so it goes on waiting.",
                        step.after.value
                    ))
                    .see(needs, "the skills that it needs")
                    .advise(format!("{}, without {skill}", group.head.name))
                    .advise(format!("add {skill} to the skills of {}", group.head.name)),
            );
        }
    }
}
