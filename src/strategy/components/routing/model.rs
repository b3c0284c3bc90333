//! Routing rules as meant.

use crate::calendar::Duration;
use crate::notation;
use crate::policy::{GroupId, Skill, Teller, Test};
use crate::source::{Sink, Spanned, quoted};
use crate::strategy::components::routing::syntax::{EscalationSyntax, RoutingSyntax, RuleSyntax, StepSyntax};
use crate::strategy::contradiction;
use crate::strategy::names::{NameKind, Names};
use crate::strategy::written::{Named, Written};

/// All rules as meant.
#[derive(Debug, Clone, Default)]
pub struct RoutingModel {
    /// In the order in which they are tried.
    pub rules: Vec<RuleModel>,
}

/// A rule as meant.
#[derive(Debug, Clone, Default)]
pub struct RuleModel {
    /// Its name, and everything written below it.
    pub head: Named,
    /// The condition as written.
    pub condition: Option<Written>,
    /// Which contacts it fits; empty: every one.
    pub when: Vec<Spanned<Test>>,
    /// The group that answers first.
    pub send_to: Option<Spanned<GroupId>>,
    /// The later steps, in the order written.
    pub steps: Vec<StepModel>,
    /// Who is told, in the order written.
    pub escalations: Vec<EscalationModel>,
    /// How early it comes.
    pub priority: Option<Spanned<u32>>,
    /// The skills.
    pub needs: Vec<Skill>,
    /// For how long it comes back to the same person.
    pub same_person_for: Option<Spanned<Duration>>,
    /// Whether no reply is needed.
    pub no_reply_needed: bool,
    /// Whether it moves to the private channel.
    pub private: Option<Spanned<bool>>,
    /// What must be asked first.
    pub ask_for: Vec<Written>,
    /// Whether something of it has no meaning, which has been reported.
    pub incomplete: bool,
    /// Whether its condition or one of its groups has no meaning, so that it cannot decide anything.
    pub dropped: bool,
}

/// A later step as meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepModel {
    /// After how long.
    pub after: Spanned<Duration>,
    /// Where to.
    pub group: Spanned<GroupId>,
    /// The skills that are dropped.
    pub without: Vec<Written>,
}

/// Somebody is told, as meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EscalationModel {
    /// After how long.
    pub after: Spanned<Duration>,
    /// Who.
    pub tell: Spanned<Teller>,
}

/// Gives the names their meaning.
pub(super) fn resolve(syntax: &RoutingSyntax, names: &Names, sink: &mut Sink) -> RoutingModel {
    let declared = |rule: &&RuleSyntax| names.number(NameKind::Rule, &rule.head.name).is_some();
    let rules = syntax.rules.iter().filter(declared);
    RoutingModel { rules: rules.map(|rule| resolve_rule(rule, names, sink)).collect() }
}

fn resolve_rule(rule: &RuleSyntax, names: &Names, sink: &mut Sink) -> RuleModel {
    let what = format!("The rule {}", quoted(&rule.head.name));
    // What a cell below the wrong heading says is no fault of its own.
    let mut apart = Sink::new();
    let told = if rule.ragged { &mut apart } else { &mut *sink };
    let when = rule.when.as_ref().map(|written| contradiction::resolve(&what, written, names, told));
    let send_to = rule.send_to.as_ref().and_then(|written| group(written, names, told));
    (0..apart.len()).for_each(|_| sink.withhold());
    let steps: Vec<_> = rule.steps.iter().filter_map(|step| resolve_step(step, names, sink)).collect();
    let lost_condition = rule.has_condition && !matches!(when, Some(Some(_)));
    let lost_group = (rule.has_target && send_to.is_none()) || steps.len() < rule.steps_begun;
    let nowhere = send_to.is_none() && !rule.no_reply_needed;
    let dropped = lost_condition || lost_group || nowhere;
    RuleModel {
        head: rule.head.clone(),
        condition: rule.when.clone(),
        when: when.flatten().unwrap_or_default(),
        send_to,
        steps,
        escalations: rule.escalations.iter().map(|one| resolve_escalation(one, names)).collect(),
        priority: rule.priority,
        needs: rule.needs.iter().map(skill).collect(),
        same_person_for: rule.same_person_for,
        no_reply_needed: rule.no_reply_needed,
        private: rule.private,
        ask_for: rule.ask_for.clone(),
        incomplete: dropped || rule.unreadable,
        dropped,
    }
}

fn skill(phrase: &notation::Skill) -> Skill {
    let level = phrase.level.as_ref().map(|level| level.value.clone());
    Skill { name: phrase.name.value.clone(), level }
}

fn group(written: &Written, names: &Names, sink: &mut Sink) -> Option<Spanned<GroupId>> {
    let number = names.find(NameKind::Group, &written.spanned(), sink)?;
    Some(Spanned::new(GroupId(number), written.span))
}

fn resolve_step(step: &StepSyntax, names: &Names, sink: &mut Sink) -> Option<StepModel> {
    let group = group(&step.group, names, sink)?;
    Some(StepModel { after: step.after, group, without: step.without.clone() })
}

/// A role is whatever the author says; the name of an agent group is that group.
fn resolve_escalation(one: &EscalationSyntax, names: &Names) -> EscalationModel {
    let tell = match names.number(NameKind::Group, &one.role.value) {
        Some(number) => {
            names.mention(NameKind::Group, number, one.role.span);
            Teller::Group(GroupId(number))
        }
        None => Teller::Role(one.role.value.clone()),
    };
    EscalationModel { after: one.after, tell: Spanned::new(tell, one.role.span) }
}
