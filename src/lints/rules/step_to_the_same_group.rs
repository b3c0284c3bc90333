//! A later step to the group in which the contact is already.

use std::collections::BTreeSet;

use crate::lints::lint::{Lint, Subject};
use crate::policy::GroupId;
use crate::source::{Confidence, Diagnostic, Severity, Sink, quoted};
use crate::strategy::{RuleModel, StepModel};

/// The lint.
pub(super) static LINT: Lint = Lint::author(
    "step-to-the-same-group",
    "R308",
    Severity::Should,
    Confidence::Sure,
    include_str!("step_to_the_same_group.md"),
    check,
);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    for rule in subject.strategy.components.routing.content.rules.iter().filter(|rule| !rule.dropped) {
        let Some(step) = idle(rule) else { continue };
        let group = subject.policy.group(step.group.value).map_or("", |group| group.name.as_str());
        let (name, rule_name, after) = (quoted(group), quoted(&rule.head.name), step.after.value);
        sink.push(
            Diagnostic::new(
                &LINT.finding,
                step.group.span,
                format!("After {after} the contact goes to {name}, where it is already."),
            )
            .why(format!("The step in {rule_name} names the group that has the contact, so nothing changes."))
            .story(format!(
                "A contact that fits {rule_name}, Tuesday 10:30, waits in {name}. After {after} it goes on waiting in \
                     {name}, and nobody else is asked."
            ))
            .advise("name the group that helps out")
            .advise("remove the step"),
        );
    }
}

/// The first step that goes nowhere. A step that drops a skill asks more people of the same group, which is of use.
fn idle(rule: &RuleModel) -> Option<&StepModel> {
    let mut group: Option<GroupId> = rule.send_to.map(|group| group.value);
    let mut dropped: BTreeSet<&str> = BTreeSet::new();
    for step in &rule.steps {
        let drops = step.without.iter().filter(|skill| dropped.insert(&skill.text)).count() > 0;
        if group == Some(step.group.value) && !drops {
            return Some(step);
        }
        group = Some(step.group.value);
    }
    None
}
