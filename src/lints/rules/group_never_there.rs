//! Contacts sent to agent groups that are never on duty while somebody answers at the desk of their channel.

use std::collections::BTreeMap;

use crate::analysis::{Arrival, Question, Reach, Space, Witness, arrivals};
use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::arriving::{numbered, on_channels};
use crate::lints::rules::shared::fitting::allows;
use crate::lints::rules::shared::listing::{agreeing, listed};
use crate::policy::{Channel, ChannelId, ContactType, DeskId, GroupId, Mode, NamedAxis, Test};
use crate::source::{Confidence, Diagnostic, Severity, Sink, quoted};
use crate::strategy::RuleModel;

/// The lint. One finding a group. A later step to a group that is there, or a group that stands in, is somebody.
pub(super) static LINT: Lint = Lint::author(
    "group-never-there",
    "G313",
    Severity::Must,
    Confidence::Sure,
    include_str!("group_never_there.md"),
    check,
)
.waiting_for_whole();

/// For so many pairs of a rule and the desks of its channels a contact is looked for.
const ASKED_AT_MOST: usize = 40;

/// A rule, the first desk of its channels at which none of its groups is ever there, and a contact to whom that happens.
struct Missed<'a> {
    rule: &'a RuleModel,
    desk: DeskId,
    contact: Witness,
}

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let mut missed: BTreeMap<GroupId, Vec<Missed<'_>>> = BTreeMap::new();
    for (group, found) in all_missed(subject) {
        missed.entry(group).or_default().push(found);
    }
    for (group, found) in missed {
        if let Some(finding) = told(subject, group, &found) {
            sink.push(finding);
        }
    }
}

fn all_missed<'a>(subject: &Subject<'a>) -> Vec<(GroupId, Missed<'a>)> {
    let mut candidates = candidates(subject);
    let Ok(analysis) = subject.analysis else { return Vec::new() };
    candidates.retain(|one| analysis.coverage.reach.get(one.question.rule.index()) == Some(&Reach::Wins));
    candidates.truncate(ASKED_AT_MOST);
    if candidates.is_empty() {
        return Vec::new();
    }
    let Ok(space) = Space::about(subject.policy, &[]) else { return Vec::new() };
    let questions: Vec<Question> = candidates.iter().map(|one| one.question.clone()).collect();
    let answers = candidates.into_iter().zip(arrivals(&space, &questions));
    let missed = answers.filter_map(|(one, answer)| match answer {
        Arrival::Comes(contact) => Some((one.group, Missed { rule: one.rule, desk: one.desk, contact: *contact })),
        Arrival::Nobody | Arrival::Unknown => None,
    });
    missed.collect()
}

/// A rule, its first group, and channels at whose desks none of its groups is ever there.
struct Candidate<'a> {
    rule: &'a RuleModel,
    group: GroupId,
    desk: DeskId,
    question: Question,
}

/// Found by the hours alone: whether the rule decides a contact on one of these channels is still to be asked.
fn candidates<'a>(subject: &Subject<'a>) -> Vec<Candidate<'a>> {
    let by_desks = subject.index.channels_by_desks();
    let stays = stays(subject);
    let mut found = Vec::new();
    for (id, rule) in numbered(subject) {
        let Some(group) = rule.send_to.map(|group| group.value) else { continue };
        let groups: Vec<GroupId> = rule.steps.iter().map(|step| step.group.value).chain([group]).collect();
        if has_more_to_it(subject, rule, &groups) {
            continue;
        }
        let missed: Vec<_> = groups.iter().map(|group| subject.times.never_met(*group)).collect();
        let Some((first, others)) = missed.split_first() else { continue };
        for desks in first.iter().filter(|desks| others.iter().all(|missed| missed.contains(desks))) {
            let (Some(desk), Some(channels)) = (desks.first(), by_desks.get(desks)) else { continue };
            let usable = |id: &&ChannelId| allows(&rule.when, **id) && is_answered(subject, **id);
            let on: Vec<u16> = channels.iter().filter(usable).map(|id| id.0).collect();
            if on.is_empty() {
                continue;
            }
            let on = on_channels(subject, |id, _| on.contains(&id));
            let question = Question { rule: id, tests: vec![on, stays.clone()], answered: true };
            found.push(Candidate { rule, group, desk: *desk, question });
        }
    }
    found
}

/// Whether somebody else may answer: another group stands in, or the contact goes on elsewhere.
fn has_more_to_it(subject: &Subject<'_>, rule: &RuleModel, groups: &[GroupId]) -> bool {
    let models = &subject.strategy.components.agent_groups.content;
    let stands_in = |group: &GroupId| models.get(*group).is_none_or(|group| group.backup.is_some());
    rule.private.is_some_and(|private| private.value) || rule.no_reply_needed || groups.iter().any(stands_in)
}

fn is_answered(subject: &Subject<'_>, channel: ChannelId) -> bool {
    let answers = |channel: &Channel| {
        channel.mode == Mode::Respond && !channel.kind.unassisted() && channel.in_use(subject.today)
    };
    subject.policy.channel(channel).is_some_and(answers)
}

/// The contact types that are answered where they arrive.
fn stays(subject: &Subject<'_>) -> Test {
    let stays = |one: &ContactType| one.reply.when.is_empty() && !one.private_only && one.never_on.is_empty();
    let types = (0u16..).zip(&subject.policy.contact_types).filter(|(_, one)| stays(one)).map(|(number, _)| number);
    Test::Named { axis: NamedAxis::ContactType, values: types.collect(), negated: false }
}

fn told(subject: &Subject<'_>, id: GroupId, missed: &[Missed<'_>]) -> Option<Diagnostic> {
    let components = &subject.strategy.components;
    let (group, first) = (components.agent_groups.content.get(id)?, missed.first()?);
    let desk = components.hours.content.desks.get(first.desk.index())?;
    let (name, desk_name) = (quoted(&group.head.name), quoted(&desk.head.name));
    let mut rules: Vec<&str> = missed.iter().map(|one| one.rule.head.name.as_str()).collect();
    rules.dedup();
    let sends = agreeing(rules.len(), "sends", "send");
    let at = group.head.fact("hours").map_or(group.head.span, |hours| hours.span);
    let contact = first.contact.told(subject.policy);
    let there = if desk.staffed.is_some() { "has people" } else { "is open" };
    Some(
        Diagnostic::new(&LINT.finding, at, format!("{name} is never on duty while {desk_name} {there}."))
            .reaching_nobody()
            .why(format!(
                "{} {sends} contacts of {desk_name} to it, and on to nobody who is there then. They are answered when both \
                 are there, which never comes.",
                listed(&rules)
            ))
            .story(format!("{contact}. It fits {} and waits for {name} without end.", quoted(&first.rule.head.name)))
            .see(desk.head.span, "these hours and those of the group never meet")
            .see(first.rule.head.span, "this rule sends contacts there")
            .advise(format!("have {name} on duty while {desk_name} {there}"))
            .advise("send these contacts to another group, or on to one with \"then after …\""),
    )
}
