//! The engine against an oracle: random strategies, written, compiled and asked, and the same read off the plan by an
//! oracle that is slow, plain, and shares nothing with the engine but the names.

mod closed;
mod minutes;
mod plain;
mod plan;
mod proved;
mod written;

use frontdesk::compilation::{Decision, Outcome, PromiseState, Reach, Runtime, Verdict};
use proptest::prelude::*;
use proptest::test_runner::Config;

use crate::support::{compile_file, compile_text, files, root};
use minutes::{Found, Minutes};
use plain::Case;
use plan::{Cell, Contact, Dice, Plan};
use proved::{Proved, changed, guarantees};

/// A few cases, so that all tests together take seconds; `PROPTEST_CASES=2000` runs more.
fn config() -> Config {
    let usual = Config::default();
    let cases = if usual.cases == 256 { 16 } else { usual.cases };
    Config { cases, failure_persistence: None, ..usual }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn the_engine_decides_as_the_oracle_reads_the_language(numbers in proptest::collection::vec(any::<u32>(), 0..400)) {
        let (plan, contacts) = plan::plan(&mut Dice::new(numbers));
        let text = written::text(&plan);
        let compilation = compile_text("oracle.strategy.yaml", &text);
        let policy = compilation.policy();
        let sizes = (policy.rules.len(), policy.desks.len(), policy.segments.len(), policy.promise_tables.len());
        let wanted = (plan.rules.len(), plan.desks.len(), plan.segments.len(), plan.tables.len());
        prop_assert_eq!(sizes, wanted, "{}\n{}", text, crate::support::all(&compilation));
        let runtime = frontdesk::compilation::load(&compilation.bundle()).unwrap();
        // Nothing is proven of a strategy in which something has no meaning, like a condition that fits nobody.
        let proved = policy.complete.then(|| Proved::new(policy, &guarantees(policy)).unwrap());
        let contradictions = proved.as_ref().map_or_else(Vec::new, Proved::contradictions);
        prop_assert!(contradictions.is_empty(), "{}\n{}", contradictions.join("\n"), text);
        let allowed = |decision: &Decision| proved.as_ref().map_or(Ok(()), |proved| proved.allows(decision));
        for contact in &contacts {
            let asked = runtime.contact_from_json(&written::json(contact));
            let asked = asked.map_err(|error| TestCaseError::fail(format!("{error}\n{text}")))?;
            let decision = runtime.decide(&asked);
            if let Err(difference) = compare(&plan, contact, &runtime, &decision).and(allowed(&decision)) {
                prop_assert!(false, "{}\n{}\n{}", difference, written::json(contact), text);
            }
        }
    }
}

/// What differs, the engine's answer first.
fn compare(plan: &Plan, contact: &Contact, runtime: &Runtime, decision: &Decision) -> Result<(), String> {
    let case = Case::new(plan, contact);
    let desks = case.desks();
    let minutes = Minutes::new(plan, &desks, plan.channels[case.channel].kind == "self-service", contact.at);
    let policy = runtime.policy();
    let rule = case.rule();
    same("customer", decision.segment().map(|id| id.index()), Some(case.segment))?;
    same("contact type", decision.contact_type.index(), case.contact_type)?;
    let decided = decision.rule.and_then(|id| policy.rule(id)).map(|rule| rule.name.as_str());
    same("rule", decided, rule.map(|rule| rule.name.as_str()))?;
    let group = decision.group.map(|id| runtime.group_name(id));
    same("group", group, rule.and_then(|rule| rule.group))?;
    same("priority", decision.priority, case.priority())?;
    same("open", decision.desk.open, minutes.open_now())?;
    same("staffed", decision.desk.staffed, minutes.staffed_now())?;
    let at = |instant: Option<frontdesk::compilation::Instant>| instant.map(|at| at.seconds());
    let change = at(if decision.desk.open { decision.desk.closes } else { decision.desk.opens });
    same_instant("next change", change, minutes.next_change(), &minutes)?;
    let answered = outcome(&case, &minutes, decision)?;
    let steps: Vec<_> = decision.steps.iter().map(|step| (runtime.group_name(step.group), at(step.at))).collect();
    let step = rule.and_then(|rule| rule.step);
    same("steps", steps.len(), usize::from(step.is_some()))?;
    for ((group, found), (after, to)) in steps.iter().zip(step) {
        same("step", *group, to)?;
        same_instant("step", *found, minutes.due(after), &minutes)?;
    }
    let tell = rule.and_then(|rule| rule.tell);
    same("escalations", decision.escalations.len(), usize::from(tell.is_some()))?;
    for (told, after) in decision.escalations.iter().zip(tell) {
        same("told", runtime.told(&told.tell), "Boss".to_owned())?;
        same_instant("told", at(told.at), minutes.due(after), &minutes)?;
    }
    match (&decision.promise, case.promise()) {
        (PromiseState::Gap, Cell::Blank)
        | (PromiseState::NotOffered, Cell::NotOffered)
        | (PromiseState::NoPromise, Cell::NoPromise) => Ok(()),
        (PromiseState::Promise { due, .. }, Cell::Points(points)) => {
            let points = if answered { points } else { Vec::new() };
            same("points", due.len(), points.len())?;
            due.iter().zip(points).try_for_each(|(due, deadline)| {
                same_instant(&format!("due {deadline:?}"), at(due.at), minutes.due(deadline), &minutes)
            })
        }
        (found, wanted) => Err(format!("promise: {found:?}, but {wanted:?}")),
    }
}

/// Compares the outcome. Answers whether somebody replies, so that promises have instants.
fn outcome(case: &Case<'_>, minutes: &Minutes, decision: &Decision) -> Result<bool, String> {
    let rule = case.rule();
    let listens = case.plan.channels[case.channel].listen;
    let no_reply = rule.is_some_and(|rule| rule.group.is_none()) || case.reply() == "never";
    let wanted = match (rule, no_reply, listens) {
        (None, _, _) => "reaches nobody",
        (Some(_), true, _) => "no reply",
        (Some(_), false, true) => "monitored",
        (Some(_), false, false) if minutes.staffed_now() => "now",
        (Some(_), false, false) => "waits",
    };
    let found = match decision.outcome {
        Outcome::ReachesNobody => "reaches nobody",
        Outcome::NoReplyNeeded => "no reply",
        Outcome::OnlyMonitored => "monitored",
        Outcome::AnsweredNow => "now",
        Outcome::ChannelNotInUse { .. } => "not in use, which no channel is said to be",
        Outcome::GroupOffDuty if decision.duty.is_some_and(|duty| !duty.now) => "now",
        Outcome::GroupOffDuty => "off duty, which no group is said to be",
        Outcome::Waits { until } => {
            same_instant("waits until", until.map(|at| at.seconds()), minutes.next_staffed(), minutes)?;
            "waits"
        }
    };
    same("outcome", found, wanted)?;
    Ok(!matches!(wanted, "no reply" | "monitored"))
}

fn same<T: PartialEq + std::fmt::Debug>(what: &str, found: T, wanted: T) -> Result<(), String> {
    if found == wanted { Ok(()) } else { Err(format!("{what}: {found:?}, but {wanted:?}")) }
}

/// The engine's second against the oracle's minute. What the oracle does not reach must lie beyond what it looks at.
fn same_instant(what: &str, found: Option<i64>, wanted: Found, minutes: &Minutes) -> Result<(), String> {
    let fits = match (found, wanted) {
        (Some(found), Some(wanted)) => found == wanted * 60,
        (Some(found), None) => found >= minutes.end() * 60,
        (None, Some(_)) => false,
        (None, None) => true,
    };
    if fits { Ok(()) } else { Err(format!("{what}: {found:?}, but {:?}", wanted.map(|it| it * 60))) }
}

/// What is proven of the strategies that people learn from, as they are and with their rules changed: the engine decides
/// each contact that shows something as was said.
#[test]
fn what_is_proven_of_a_strategy_is_so() {
    let (mut policies, mut holes, mut taken, mut broken) = (0, 0, 0, 0);
    for path in files(&root().join("strategies"), ".strategy.yaml") {
        let compilation = compile_file(&path);
        for policy in changed(compilation.policy()) {
            let proved = Proved::new(&policy, &guarantees(&policy)).unwrap();
            let contradictions = proved.contradictions();
            assert!(contradictions.is_empty(), "{}\n{}", path.display(), contradictions.join("\n"));
            policies += 1;
            holes += usize::from(proved.analysis.coverage.unanswered.is_some());
            taken += proved.analysis.coverage.reach.iter().filter(|reach| matches!(reach, Reach::Taken(_))).count();
            broken += proved.analysis.verdicts.iter().filter(|verdict| matches!(verdict, Verdict::Fails(_))).count();
        }
    }
    assert!(policies > 150 && holes > 20 && taken > 50 && broken > 1000, "{policies} {holes} {taken} {broken}");
}
