//! Circles in which contacts are passed on, drawn and told.

use crate::analysis::{Circle, Way, Witness};
use crate::lints::lint::Subject;
use crate::policy::GroupId;
use crate::source::{Diagnostic, Finding, Span, quoted};
use crate::strategy::RuleModel;

/// A circle of groups, as a message shows it: `"Care team" → "Back office" → "Care team"`.
#[must_use]
pub(crate) fn drawn(subject: &Subject<'_>, circle: &Circle) -> String {
    let groups = circle.ways.iter().chain(circle.ways.first()).map(|(group, _)| name(subject, *group));
    groups.collect::<Vec<_>>().join(" → ")
}

/// The name of a group in quotation marks.
#[must_use]
pub(crate) fn name(subject: &Subject<'_>, group: GroupId) -> String {
    quoted(subject.policy.group(group).map_or("", |group| group.name.as_str()))
}

/// What happens to a contact of the rule until it, or the call for help, is back where it was.
#[must_use]
pub(crate) fn story(subject: &Subject<'_>, rule: &RuleModel, circle: &Circle, contact: &Witness) -> String {
    let first = rule.send_to.map_or_else(String::new, |group| name(subject, group.value));
    let mut words = format!("{}. It goes to {first}", contact.told(subject.policy));
    let shown = circle.ways.iter().filter_map(|(_, way)| match way {
        Way::Step(number) => Some(*number),
        Way::Told(_) | Way::StandsIn => None,
    });
    let until = shown.max().map_or(0, |number| number + 1);
    for step in rule.steps.iter().take(until) {
        words += &format!(", after {} to {}", step.after.value, name(subject, step.group.value));
    }
    words += ".";
    for (at, (group, way)) in circle.ways.iter().enumerate() {
        let next = circle.ways.get(at + 1).or(circle.ways.first()).map_or(*group, |(next, _)| *next);
        match way {
            Way::Step(_) => {}
            Way::Told(number) => {
                let after = rule.escalations.get(*number).map_or_else(String::new, |one| one.after.value.to_string());
                words += &format!(" After {after} {} is told.", name(subject, next));
            }
            Way::StandsIn => {
                words += &format!(" {} stands in for {}.", name(subject, next), name(subject, *group));
            }
        }
    }
    words
}

/// A finding about a circle, at the way that closes it; the others are shown beside it.
pub(crate) fn finding(
    subject: &Subject<'_>,
    finding: &'static Finding,
    headline: String,
    rule: &RuleModel,
    circle: &Circle,
) -> Diagnostic {
    let groups = &subject.strategy.components.agent_groups.content;
    let place = |(group, way): &(GroupId, Way)| -> Option<(Span, &'static str)> {
        match way {
            Way::Step(number) => Some((rule.steps.get(*number)?.group.span, "it moves on here")),
            Way::Told(number) => Some((rule.escalations.get(*number)?.tell.span, "they are told here")),
            Way::StandsIn => Some((groups.get(*group)?.backup?.span, "this group stands in")),
        }
    };
    let mut places: Vec<(Span, &'static str)> = circle.ways.iter().filter_map(place).collect();
    let last = places.pop().map_or(rule.head.span, |(span, _)| span);
    let told = Diagnostic::new(finding, last, headline);
    places.into_iter().take(3).fold(told, |told, (span, label)| told.see(span, label))
}
