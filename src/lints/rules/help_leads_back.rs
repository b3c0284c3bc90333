//! A rule whose call for help ends with those who need it.

use crate::analysis::{Circle, Way, circle};
use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::arriving::{answered_contacts_of, numbered};
use crate::lints::rules::shared::circles;
use crate::policy::{GroupId, RuleId};
use crate::source::{Confidence, Sink, quoted};
use crate::strategy::RuleModel;

/// The lint.
pub(super) static LINT: Lint =
    Lint::reviewer("help-leads-back", "R332", Confidence::Likely, include_str!("help_leads_back.md"), check)
        .waiting_for_whole();

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let groups = &subject.strategy.components.agent_groups.content.groups;
    let backups = (0u16..).map(GroupId).zip(groups);
    let stands_in: Vec<(GroupId, GroupId)> =
        backups.filter_map(|(id, group)| Some((id, group.backup?.value))).collect();
    let mut found: Vec<(RuleId, &RuleModel, Circle)> = Vec::new();
    for ((id, model), rule) in numbered(subject).zip(&subject.policy.rules) {
        let Some(circle) = circle(&rule.action, &stands_in).filter(|circle| !circle.is_of_steps()) else { continue };
        // One circle has one message, however many rules lead into it.
        let groups = |circle: &Circle| circle.ways.iter().map(|(group, _)| *group).collect::<Vec<_>>();
        if found.iter().all(|(.., known)| groups(known) != groups(&circle)) {
            found.push((id, model, circle));
        }
    }
    let asked: Vec<RuleId> = found.iter().map(|(id, ..)| *id).collect();
    for ((_, rule, circle), contact) in found.iter().zip(answered_contacts_of(subject, &asked)) {
        let Some(contact) = contact else { continue };
        let name = quoted(&rule.head.name);
        let (headline, why) = match circle.ways.as_slice() {
            [(group, Way::Told(_))] => (
                format!("{name} tells those who have not answered."),
                format!(
                    "{} has the contact when it is told of it, so nobody new hears of it.",
                    circles::name(subject, *group)
                ),
            ),
            _ => (
                format!("The help that {name} calls for leads back to where it was needed."),
                format!("{}: when all of them are busy, nobody else helps.", circles::drawn(subject, circle)),
            ),
        };
        sink.push(
            circles::finding(subject, &LINT.finding, headline, rule, circle)
                .why(why)
                .story(circles::story(subject, rule, circle, &contact))
                .advise("name somebody outside the circle"),
        );
    }
}
