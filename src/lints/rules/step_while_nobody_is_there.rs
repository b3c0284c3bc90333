//! A later step to a group that is only on duty while the desk, on whose clock the step comes, is closed.

use std::collections::BTreeSet;

use crate::analysis::{Arrival, Question, Space, arrivals};
use crate::calendar::Unit;
use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::arriving::{numbered, on_channels};
use crate::lints::rules::shared::circles::name;
use crate::lints::rules::shared::fitting::allows;
use crate::policy::{ChannelId, DeskId, Mode, RuleId};
use crate::source::{Confidence, Diagnostic, Severity, Sink, quoted};
use crate::strategy::{RuleModel, StepModel};

/// The lint. Where none of the groups of a rule is ever there, `group-never-there` says so.
pub(super) static LINT: Lint = Lint::author(
    "step-while-nobody-is-there",
    "R334",
    Severity::Should,
    Confidence::Sure,
    include_str!("step_while_nobody_is_there.md"),
    check,
)
.waiting_for_whole();

/// For so many steps a contact is looked for.
const ASKED_AT_MOST: usize = 40;

struct Missed<'a> {
    rule: &'a RuleModel,
    step: &'a StepModel,
    desk: DeskId,
    question: Question,
}

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let missed = missed(subject);
    if missed.is_empty() || subject.analysis.is_err() {
        return;
    }
    let Ok(space) = Space::about(subject.policy, &[]) else { return };
    let questions: Vec<Question> = missed.iter().map(|one| one.question.clone()).collect();
    let mut told = BTreeSet::new();
    for (one, found) in missed.iter().zip(arrivals(&space, &questions)) {
        let Arrival::Comes(contact) = found else { continue };
        if !told.insert(one.step.group.span) {
            continue;
        }
        let (group, rule) = (name(subject, one.step.group.value), quoted(&one.rule.head.name));
        let desk = quoted(subject.policy.desk(one.desk).map_or("", |desk| desk.name.as_str()));
        let first = one.rule.send_to.map_or_else(String::new, |group| name(subject, group.value));
        let after = one.step.after.value;
        sink.push(
            Diagnostic::new(
                &LINT.finding,
                one.step.group.span,
                format!("After {after} contacts go to {group}, when nobody is there."),
            )
            .why(format!("The {after} run while {desk} is open, and {group} is on duty only while it is closed."))
            .story(format!(
                "{}. By {rule} it leaves {first} while people are there, and waits in {group} until they come.",
                contact.told(subject.policy)
            ))
            .advise("name a group that is on duty when the desk is open")
            .advise("write a rule for contacts that come when the desk is closed, with desk … is closed"),
        );
    }
}

fn missed<'a>(subject: &Subject<'a>) -> Vec<Missed<'a>> {
    let policy = subject.policy;
    let mut found = Vec::new();
    if policy.counting.all_hours {
        return found;
    }
    let answered = |id: &ChannelId| {
        policy.channel(*id).is_some_and(|channel| channel.in_use(subject.today) && channel.mode == Mode::Respond)
    };
    let by_desks = subject.index.channels_by_desks();
    for (id, rule) in numbered(subject).filter(|(_, rule)| !rule.no_reply_needed) {
        for step in rule.steps.iter().filter(|step| in_open_time(step.after.value.unit)) {
            let Some(first) = rule.send_to else { continue };
            let at_first = subject.times.never_met(first.value);
            let later = subject.times.never_met(step.group.value);
            for desks in later.iter().filter(|desks| !at_first.contains(desks)) {
                let channels = by_desks.get(desks).map_or(&[][..], Vec::as_slice);
                let on: Vec<u16> =
                    channels.iter().filter(|on| answered(on) && allows(&rule.when, **on)).map(|on| on.0).collect();
                let first = desks.first().copied().filter(|_| !on.is_empty());
                let Some(desk) = first.filter(|_| found.len() < ASKED_AT_MOST) else { continue };
                let tests = vec![on_channels(subject, |id, _| on.contains(&id))];
                found.push(Missed { rule, step, desk, question: question(id, tests) });
            }
        }
    }
    found
}

fn question(rule: RuleId, tests: Vec<crate::policy::Test>) -> Question {
    Question { rule, tests, answered: true }
}

/// Whether a length of time runs while the desk is open.
fn in_open_time(unit: Unit) -> bool {
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour | Unit::OpenHour => true,
        Unit::ClockHour | Unit::Day | Unit::WorkingDay | Unit::Week | Unit::Month => false,
    }
}
