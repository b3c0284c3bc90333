//! What the strategy does with a contact today, as a story expects it.

use crate::engine::{Decision, Engine, Outcome, PromiseState};
use crate::notation::{Moment, MomentDay};
use crate::policy::{Clause, Deadline, Expectation, Instant, Policy, ReplyNeed, Story, Teller};
use crate::stories::run::run;
use crate::stories::suggest::sketch::moment_at;
use crate::stories::suggest::witness::Witness;

/// The story of a contact: it expects what the strategy does today. With `by_rule`, the rule that decides too. Whatever the
/// notation cannot say is left out; `None` where nothing is left.
pub(crate) fn story(engine: &Engine, name: String, witness: &Witness, by_rule: bool) -> Option<Story> {
    let written = expectations(engine, witness, by_rule);
    let expect = written.into_iter().map(|written| Expectation { written }).collect();
    let mut story = Story { name, contact: witness.words.clone(), expect };
    let kept: Vec<bool> = run(engine, std::slice::from_ref(&story))
        .into_iter()
        .flat_map(|told| told.steps)
        .map(|step| step.passed)
        .collect();
    let mut kept = kept.into_iter();
    story.expect.retain(|_| kept.next().unwrap_or(false));
    // Names that hold a comma or the words of another expectation would be read as something else when all stands in a line.
    let line = story.expect.iter().map(|one| one.written.as_str()).collect::<Vec<_>>().join(", ");
    let whole = Story { expect: vec![Expectation { written: line }], ..story.clone() };
    let passes = run(engine, &[whole]).iter().all(|told| told.passed);
    (passes && !story.expect.is_empty()).then_some(story)
}

fn expectations(engine: &Engine, witness: &Witness, by_rule: bool) -> Vec<String> {
    let (policy, decision) = (engine.policy(), &witness.decision);
    let mut said = Vec::new();
    let group = decision.group.and_then(|group| policy.group(group)).map(|group| group.name.clone());
    if decision.outcome == Outcome::ReachesNobody {
        said.push("reaches nobody".to_owned());
    } else {
        said.extend(group);
    }
    if by_rule {
        let rule = decision.rule.and_then(|rule| policy.rule(rule));
        said.extend(rule.map(|rule| format!("rule {}", rule.name)));
    }
    if decision.reply == ReplyNeed::Never {
        said.push("no reply needed".to_owned());
    }
    said.extend(
        decision.desk.opens.and_then(|opens| on_day(policy, witness, opens)).map(|at| format!("open again {at}")),
    );
    said.extend(promise(policy, witness));
    for step in &decision.steps {
        let group = policy.group(step.group).map_or("", |group| group.name.as_str());
        said.push(format!("then {group} after {}", step.after));
    }
    for told in &decision.escalations {
        let who = match &told.tell {
            Teller::Group(group) => policy.group(*group).map_or("", |group| group.name.as_str()),
            Teller::Role(role) => role,
        };
        said.push(format!("tell {who} after {}", told.after));
    }
    said
}

/// The first point of the promise: as a length of time where the desk is open, as an instant where it is not.
fn promise(policy: &Policy, witness: &Witness) -> Option<String> {
    let decision = &witness.decision;
    let (promise, due) = match &decision.promise {
        PromiseState::Promise { promise, due } => (policy.promise(*promise)?, due.first()?),
        PromiseState::NoPromise => return Some("no promise".into()),
        PromiseState::NotOffered => return Some("not offered".into()),
        PromiseState::Always | PromiseState::Gap => return None,
    };
    let at = due.at?;
    let within = match promise.clauses.get(usize::from(due.clause)) {
        Some(Clause::Point { deadline: Deadline::Within(length), .. }) => Some(*length),
        Some(
            Clause::Point { .. }
            | Clause::Average(_)
            | Clause::Abandoned { .. }
            | Clause::Busy { .. }
            | Clause::Over { .. },
        )
        | None => None,
    };
    match within {
        Some(length) if decision.desk.open => Some(format!("answer in {length}")),
        Some(_) | None => on_day(policy, witness, at).map(|at| format!("answer by {at}")),
    }
}

/// An instant by its weekday where that is told within a week of the contact, else by its date; the next whole minute.
fn on_day(policy: &Policy, witness: &Witness, instant: Instant) -> Option<Moment> {
    let seconds = i64::from(policy.time_zone.local(instant).time.seconds() % 60);
    let whole = if seconds == 0 { instant } else { instant.plus_seconds(60 - seconds) };
    let arrived: &Decision = &witness.decision;
    let (local, from) = (policy.time_zone.local(whole), policy.time_zone.local(arrived.arrived).date);
    moment_at(policy, whole)?;
    let near = from.days_until(local.date) < 7;
    let day = if near { MomentDay::Weekday(local.weekday()) } else { MomentDay::Date(local.date) };
    Some(Moment { day, time: local.time })
}
