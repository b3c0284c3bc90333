//! Agent groups that are named, and to which no contact can come all the same.

use std::collections::BTreeSet;

use crate::analysis::Reach;
use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::arriving::{are_contacts, numbered};
use crate::lints::rules::shared::same_rules::tried;
use crate::policy::{GroupId, RuleId, Teller};
use crate::source::{Confidence, Diagnostic, Severity, Sink, quoted};
use crate::strategy::RuleModel;

/// The lint. Groups that nothing names are told by `unused-group`; a rule with a condition that never wins is told itself.
pub(super) static LINT: Lint = Lint::author(
    "group-out-of-reach",
    "G331",
    Severity::Look,
    Confidence::Sure,
    include_str!("group_out_of_reach.md"),
    check,
)
.waiting_for_whole();

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let groups = &subject.strategy.components.agent_groups.content.groups;
    let Ok(analysis) = subject.analysis else { return };
    let routing = &subject.strategy.components.routing.content.rules;
    if !are_contacts(subject)
        || routing.iter().any(|rule| rule.dropped)
        || analysis.coverage.reach.contains(&Reach::Unknown)
    {
        return;
    }
    let rules: Vec<(RuleId, &RuleModel)> = numbered(subject).collect();
    let wins = |id: &RuleId| analysis.coverage.reach.get(id.index()) == Some(&Reach::Wins);
    let reached = closure(subject, rules.iter().filter(|(id, _)| wins(id)).map(|(_, rule)| *rule));
    let named = closure(subject, routing.iter());
    for (id, group) in (0u16..).map(GroupId).zip(groups) {
        // One that nothing names is told as unused.
        if reached.contains(&id) || !named.contains(&id) {
            continue;
        }
        let leading: Vec<&RuleModel> =
            rules.iter().map(|(_, rule)| *rule).filter(|rule| sent_or_told(rule).contains(&id)).collect();
        // That a rule with a condition never wins is told, and that its group gets nothing follows from it.
        let [only] = leading.as_slice() else {
            sink.withhold();
            continue;
        };
        if only.condition.is_some() || tried(routing).last().is_none_or(|last| last.head.span != only.head.span) {
            sink.withhold();
            continue;
        }
        let (name, rule) = (quoted(&group.head.name), quoted(&only.head.name));
        sink.push(
            Diagnostic::new(&LINT.finding, group.head.span, format!("No contact ever comes to {name}."))
                .why(format!(
                    "Only {rule} leads to it, and the rules before take between them every contact that there can be."
                ))
                .story(format!(
                    "On Tuesday at 10:30 customers wait, and {name} is on duty. No rule sends it any of them."
                ))
                .see(only.head.span, "the rule that leads to it")
                .advise("send it some of the contacts that other groups get")
                .advise(format!("let {rule} send to a group that has contacts, as a precaution")),
        );
    }
}

/// Where a rule sends contacts, and which groups it tells.
fn sent_or_told(rule: &RuleModel) -> BTreeSet<GroupId> {
    let told = rule.escalations.iter().filter_map(|one| match &one.tell.value {
        Teller::Group(group) => Some(*group),
        Teller::Role(_) => None,
    });
    let sent = rule.send_to.into_iter().map(|group| group.value);
    sent.chain(rule.steps.iter().map(|step| step.group.value)).chain(told).collect()
}

/// The groups to which rules lead, and those that stand in for them.
fn closure<'r>(subject: &Subject<'_>, rules: impl Iterator<Item = &'r RuleModel>) -> BTreeSet<GroupId> {
    let groups = &subject.strategy.components.agent_groups.content;
    let mut found: BTreeSet<GroupId> = rules.flat_map(sent_or_told).collect();
    let mut left: Vec<GroupId> = found.iter().copied().collect();
    while let Some(group) = left.pop() {
        let helper = groups.get(group).and_then(|group| group.backup).map(|backup| backup.value);
        left.extend(helper.filter(|helper| found.insert(*helper)));
    }
    found
}
