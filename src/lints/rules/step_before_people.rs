//! A rule that lets contacts wait at a group in which there is nobody.

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::people::{has_nobody, sent_to_nobody};
use crate::source::{Confidence, Diagnostic, Severity, Sink, quoted};

/// The lint. Where nobody has people at all, `group-without-people` says so.
pub(super) static LINT: Lint = Lint::author(
    "step-before-people",
    "R317",
    Severity::Should,
    Confidence::Sure,
    include_str!("step_before_people.md"),
    check,
);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let components = &subject.strategy.components;
    for rule in &components.routing.content.rules {
        let Some((first, false)) = sent_to_nobody(subject, rule) else { continue };
        let groups = &components.agent_groups.content;
        let later = rule.steps.iter().find(|step| !has_nobody(subject, step.group.value));
        let named = later.and_then(|step| Some((groups.get(step.group.value)?.head.name.as_str(), step)));
        let (Some(group), Some((next, step))) = (groups.get(first), named) else { continue };
        let (name, empty) = (quoted(&rule.head.name), quoted(&group.head.name));
        let span = rule.send_to.map_or(rule.head.span, |send_to| send_to.span);
        let headline = format!("{name} sends contacts to {empty}, which has no people.");
        let mut finding = Diagnostic::new(&LINT.finding, span, headline)
            .why(format!("Every contact waits {} for nobody before {} gets it.", step.after.value, quoted(next)))
            .advise(format!("send to: {next}"))
            .advise(format!("write under {empty} how many people it has"));
        if let Some(people) = &group.people {
            finding = finding.see(people.span, "no people");
        }
        sink.push(finding);
    }
}
