//! Later steps and escalations of a rule that never come.

use crate::analysis::{Arrival, Question, Space, arrivals, decide_answered};
use crate::calendar::{Duration, Unit};
use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::arriving::{numbered, on_channels};
use crate::lints::rules::shared::circles::name;
use crate::policy::{Mode, Policy, ReplyNeed, RuleId};
use crate::source::{Confidence, Diagnostic, Severity, Sink, quoted};
use crate::strategy::RuleModel;

/// The lint. Steps of a rule that needs no reply are told by `no-reply-but-escalated`.
pub(super) static LINT: Lint = Lint::author(
    "steps-never-reached",
    "R336",
    Severity::Should,
    Confidence::Sure,
    include_str!("steps_never_reached.md"),
    check,
)
.waiting_for_whole();

/// For so many rules a contact is looked for.
const ASKED_AT_MOST: usize = 40;

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let passing: Vec<(RuleId, &RuleModel)> = numbered(subject)
        .filter(|(_, rule)| !rule.no_reply_needed)
        .filter(|(_, rule)| !rule.steps.is_empty() || !rule.escalations.is_empty())
        .collect();
    for (_, rule) in &passing {
        overtaken(subject, rule, sink);
    }
    unanswered(subject, &passing, sink);
}

/// Rules that only get contacts which get no reply. On a channel that is only read somebody may be told all the same.
fn unanswered(subject: &Subject<'_>, passing: &[(RuleId, &RuleModel)], sink: &mut Sink) {
    let policy = subject.policy;
    let some_silent = policy.contact_types.iter().any(|one| one.reply.need == ReplyNeed::Never);
    if passing.is_empty() || !some_silent || subject.analysis.is_err() {
        return;
    }
    let Ok(space) = Space::about(policy, &[]) else { return };
    let on = |mode: Mode| on_channels(subject, |_, channel| channel.in_use(subject.today) && channel.mode == mode);
    let answered = decide_answered(&space, &[on(Mode::Respond)]);
    let never = |rule: &RuleId| answered.get(rule.index()) == Some(&Some(false));
    let silent: Vec<&(RuleId, &RuleModel)> =
        passing.iter().filter(|(rule, _)| never(rule)).take(ASKED_AT_MOST).collect();
    if silent.is_empty() {
        return;
    }
    let ask = |mode: Mode| {
        let question = |rule: RuleId| Question { rule, tests: vec![on(mode)], answered: false };
        arrivals(&space, &silent.iter().map(|(rule, _)| question(*rule)).collect::<Vec<_>>())
    };
    for (((_, rule), read), any) in silent.iter().zip(ask(Mode::Listen)).zip(ask(Mode::Respond)) {
        let (Arrival::Nobody, Arrival::Comes(contact)) = (read, any) else { continue };
        let rule_name = quoted(&rule.head.name);
        let step = rule.steps.first().map(|step| (step.after.span, step.after.value));
        let told = rule.escalations.first().map(|one| (one.after.span, one.after.value));
        let Some((at, after)) = step.or(told) else { continue };
        sink.push(
            Diagnostic::new(&LINT.finding, at, format!("{rule_name} waits for answers that are never given."))
                .why("Every contact that it decides is of a contact type that gets no reply.")
                .story(format!(
                    "{}. It gets no reply, so after {after} it counts as overdue, every time.",
                    contact.told(policy)
                ))
                .advise("remove the lines then after and if not answered in")
                .advise("change the line reply of the contact type, if such contacts do get an answer"),
        );
    }
}

/// A step that another one, written after it on another clock, always comes before.
fn overtaken(subject: &Subject<'_>, rule: &RuleModel, sink: &mut Sink) {
    for (earlier, later) in rule.steps.iter().zip(rule.steps.iter().skip(1)) {
        if !comes_before(subject.policy, later.after.value, earlier.after.value) {
            continue;
        }
        let (group, next) = (name(subject, earlier.group.value), name(subject, later.group.value));
        let headline = format!("Contacts never wait long enough in {} to reach {group}.", quoted(&rule.head.name));
        sink.push(
            Diagnostic::new(&LINT.finding, earlier.after.span, headline)
                .why(format!(
                    "{} run only while the desk is open. {} on the clock are over first, and then {next} has the contact.",
                    earlier.after.value, later.after.value
                ))
                .see(later.after.span, "this step always comes first")
                .advise("write both times on the same clock"),
        );
    }
}

/// Whether the first length of time, on the wall clock, is certainly over when the second one of open time is.
fn comes_before(policy: &Policy, one: Duration, two: Duration) -> bool {
    let open = match two.unit {
        Unit::OpenHour => true,
        Unit::Second | Unit::Minute | Unit::Hour => !policy.counting.all_hours,
        Unit::ClockHour | Unit::Day | Unit::WorkingDay | Unit::Week | Unit::Month => false,
    };
    open && one.unit == Unit::ClockHour && one.seconds().zip(two.seconds()).is_some_and(|(one, two)| one <= two)
}
