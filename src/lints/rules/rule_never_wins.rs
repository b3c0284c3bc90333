//! Rules that fit no contact, and rules all of whose contacts go by earlier ones.

use std::collections::BTreeSet;

use crate::analysis::{Reach, Space, Witness, contacts_that_fit};
use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::listing::{counted, listed};
use crate::lints::rules::shared::same_rules::{repeated, running, tried};
use crate::policy::RuleId;
use crate::source::{Confidence, Diagnostic, Severity, Sink, Span, quoted};
use crate::strategy::RuleModel;

/// The lint.
pub(super) static LINT: Lint = Lint::author(
    "rule-never-wins",
    "R319",
    Severity::Should,
    Confidence::Sure,
    include_str!("rule_never_wins.md"),
    check,
)
.waiting_for_whole();

/// For so many rules a contact is looked for; nobody reads the stories of more.
const STORIES_AT_MOST: usize = 20;
/// So many of the rules that take its contacts are shown beside a rule.
const SHOWN_AT_MOST: usize = 3;

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let policy = subject.policy;
    // Without contact types or channels there is no contact at all, which is told of them.
    let Ok(analysis) = subject.analysis else { return };
    if policy.contact_types.is_empty() || policy.channels.is_empty() {
        return;
    }
    let rules = &subject.strategy.components.routing.content.rules;
    let told: BTreeSet<Span> = repeated(rules).into_iter().map(|(rule, _)| rule.head.span).collect();
    // A last rule without a condition is there for what is added later.
    let is_told = |rule: &RuleModel| rule.condition.is_none() || told.contains(&rule.head.span);
    let tried = running(tried(rules)).count();
    let running: Vec<&RuleModel> = running(rules).collect();
    let reached = (0u16..).map(RuleId).zip(running.iter().take(tried)).zip(&analysis.coverage.reach);
    let dead: Vec<(RuleId, &RuleModel, &Reach)> = reached
        .filter(|((_, rule), reach)| matches!(reach, Reach::FitsNobody | Reach::Taken(_)) && !is_told(rule))
        .map(|((id, rule), reach)| (id, *rule, reach))
        .collect();
    let asked: Vec<RuleId> = dead.iter().map(|(id, ..)| *id).take(STORIES_AT_MOST).collect();
    if asked.is_empty() {
        return;
    }
    let contacts = Space::new(policy, &[]).map_or_else(|_| Vec::new(), |space| contacts_that_fit(&space, &asked));
    let mut contacts = contacts.into_iter();
    for (_, rule, reach) in dead {
        let contact = contacts.next().flatten();
        match reach {
            Reach::FitsNobody => sink.push(fits_nobody(rule)),
            Reach::Taken(by) => {
                let by: Vec<&RuleModel> = by.iter().filter_map(|id| running.get(id.index()).copied()).collect();
                let story = contact.and_then(|(contact, id)| story(subject, rule, &contact, running.get(id.index())?));
                sink.push(taken(rule, &by, story));
            }
            Reach::Wins | Reach::Unknown => {}
        }
    }
}

fn fits_nobody(rule: &RuleModel) -> Diagnostic {
    let at = rule.condition.as_ref().map_or(rule.head.span, |condition| condition.span);
    Diagnostic::new(&LINT.finding, at, format!("{} never decides anything.", quoted(&rule.head.name)))
        .why("No contact can be all that its condition asks for.")
        .advise("write which contacts are meant, or remove the rule")
}

/// A contact that the author may have meant.
fn story(subject: &Subject<'_>, rule: &RuleModel, contact: &Witness, decides: &RuleModel) -> Option<String> {
    let (own, other) = (quoted(&rule.head.name), quoted(&decides.head.name));
    (own != other).then(|| format!("{}. It fits {own}, and goes by {other} instead.", contact.told(subject.policy)))
}

fn taken(rule: &RuleModel, by: &[&RuleModel], story: Option<String>) -> Diagnostic {
    let name = quoted(&rule.head.name);
    let (why, label) = match by {
        [only] => (
            format!("{} comes before it and takes every contact that it fits.", quoted(&only.head.name)),
            "this rule takes all its contacts",
        ),
        several => (
            format!(
                "{} come before it and take between them every contact that it fits.",
                listed(several.iter().map(|rule| rule.head.name.as_str()))
            ),
            "this rule takes some of its contacts",
        ),
    };
    let mut finding = Diagnostic::new(&LINT.finding, rule.head.span, format!("{name} never decides anything."))
        .why(format!("{why} The first rule that fits wins."));
    finding.story = story;
    for rule in by.iter().take(SHOWN_AT_MOST) {
        finding = finding.see(rule.head.span, label);
    }
    let above = by.first().map_or_else(|| counted([]), |rule| quoted(&rule.head.name));
    finding.advise(format!("move {name} above {above}, or remove it"))
}
