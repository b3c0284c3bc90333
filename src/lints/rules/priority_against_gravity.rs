//! A graver contact type that waits behind a less grave one.

use std::collections::BTreeMap;

use crate::lints::lint::{Lint, Subject};
use crate::policy::{ContactTypeId, Gravity, GroupId, NamedAxis, Policy, Test};
use crate::source::{Confidence, Diagnostic, Sink, Spanned, quoted};
use crate::strategy::RuleModel;

/// The lint.
pub(super) static LINT: Lint = Lint::reviewer(
    "priority-against-gravity",
    "R305",
    Confidence::Sure,
    include_str!("priority_against_gravity.md"),
    check,
);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let rules = &subject.strategy.components.routing.content.rules;
    // For each group and gravity, the rule that comes first among those that take nothing graver.
    let mut early: BTreeMap<(GroupId, Gravity), (u32, &RuleModel)> = BTreeMap::new();
    for rule in rules {
        let (Some(group), Some((gravest, _))) = (rule.send_to, gravity(rule, subject.policy)) else { continue };
        let priority = rule.priority.map_or(gravest.priority(), |priority| priority.value);
        let entry = early.entry((group.value, gravest)).or_insert((priority, rule));
        if priority < entry.0 {
            *entry = (priority, rule);
        }
    }
    for rule in rules {
        let (Some(group), Some(priority), Some((_, least))) =
            (rule.send_to, rule.priority, gravity(rule, subject.policy))
        else {
            continue;
        };
        let less_grave = Gravity::ALL.iter().map(|(gravity, _)| *gravity).filter(|gravity| *gravity > least);
        let ahead = less_grave.filter_map(|gravity| early.get(&(group.value, gravity)));
        let Some((other_priority, other)) = ahead.into_iter().find(|(other, _)| *other < priority.value) else {
            continue;
        };
        let (name, other_name) = (quoted(&rule.head.name), quoted(&other.head.name));
        sink.push(
            Diagnostic::new(
                &LINT.finding,
                priority.span,
                format!("{name} waits behind {other_name}, which is less grave."),
            )
            .why(format!(
                "Both go to {}. 1 comes first: {name} has priority {}, {other_name} has {other_priority}.",
                quoted(subject.policy.group(group.value).map_or("", |group| group.name.as_str())),
                priority.value
            ))
            .see(other.head.span, "the rule that comes first")
            .advise("remove the line priority; then gravity decides")
            .advise(format!("give {other_name} a greater number")),
        );
    }
}

/// The gravest and the least grave contact type that a rule takes, where it names contact types.
fn gravity(rule: &RuleModel, policy: &Policy) -> Option<(Gravity, Gravity)> {
    let named = |test: &Spanned<Test>| match &test.value {
        Test::Named { axis: NamedAxis::ContactType, values, negated: false } => Some(values.clone()),
        Test::Named { .. } | Test::Number { .. } | Test::Known { .. } | Test::Term { .. } | Test::Desk { .. } => None,
    };
    let values = rule.when.iter().find_map(named)?;
    let gravities = values.into_iter().filter_map(|id| policy.contact_type(ContactTypeId(id))).map(|one| one.gravity);
    let gravities: Vec<Gravity> = gravities.collect();
    Some((gravities.iter().min().copied()?, gravities.iter().max().copied()?))
}
