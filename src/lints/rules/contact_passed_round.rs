//! A rule whose contacts come back to a group that they were taken away from.

use crate::analysis::{Circle, circle};
use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::arriving::{answered_contacts_of, numbered};
use crate::lints::rules::shared::circles;
use crate::policy::RuleId;
use crate::source::{Confidence, Severity, Sink, quoted};
use crate::strategy::RuleModel;

/// The lint.
pub(super) static LINT: Lint = Lint::author(
    "contact-passed-round",
    "R331",
    Severity::Should,
    Confidence::Sure,
    include_str!("contact_passed_round.md"),
    check,
)
.waiting_for_whole();

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let actions = numbered(subject).zip(&subject.policy.rules);
    let found: Vec<(RuleId, &RuleModel, Circle)> = actions
        .filter(|(_, rule)| rule.action.steps.len() > 1)
        .filter_map(|((id, model), rule)| Some((id, model, circle(&rule.action, &[]).filter(Circle::is_of_steps)?)))
        .collect();
    let asked: Vec<RuleId> = found.iter().map(|(id, ..)| *id).collect();
    for ((_, rule, circle), contact) in found.iter().zip(answered_contacts_of(subject, &asked)) {
        // Of a rule that decides nothing this is told.
        let Some(contact) = contact else { continue };
        let name = quoted(&rule.head.name);
        let headline = format!("{name} passes contacts round in a circle.");
        sink.push(
            circles::finding(subject, &LINT.finding, headline, rule, circle)
                .why(format!(
                    "{}: a contact comes back to where nobody took it, and the customer has waited for nothing.",
                    circles::drawn(subject, circle)
                ))
                .story(circles::story(subject, rule, circle, &contact))
                .advise("name a group that has not had the contact yet")
                .advise("remove the step that leads back, so that the contact keeps its place"),
        );
    }
}
