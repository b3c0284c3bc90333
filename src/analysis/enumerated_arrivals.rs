//! Who really comes somewhere, answered by looking at every contact, one after the other.

use std::collections::BTreeSet;

use proptest::prelude::*;

use crate::analysis::arrivals::{Arrival, Question, answered_contacts, are_answered, arrivals, decide_answered};
use crate::analysis::enumerated::{contacts, first, holds};
use crate::analysis::parity::later_elsewhere;
use crate::analysis::recognised::unrecognised;
use crate::analysis::space::{Incomplete, Space};
use crate::policy::{
    AxisOf, ChannelId, ContactTypeId, Mode, NamedAxis, Policy, ReplyNeed, RuleId, Tape, Test, acorn, meeting_rules,
    random_policy,
};

/// Whether a contact gets an answer, as plainly as it can be said.
pub(crate) fn is_answered(space: &Space<'_>, point: &[u32]) -> bool {
    let policy = space.policy;
    let id = |axis| u16::try_from(point[space.axes.place(AxisOf::Named(axis)).unwrap()]).unwrap();
    let reply = &policy.contact_types[ContactTypeId(id(NamedAxis::ContactType)).index()].reply;
    let when = space.axes.region(policy, &reply.when).unwrap();
    let never = reply.need == ReplyNeed::Never && holds(&when, point);
    !never && policy.channels[ChannelId(id(NamedAxis::Channel)).index()].mode == Mode::Respond
}

fn compare(policy: &Policy, conditions: &[Vec<Test>]) -> Result<(), Incomplete> {
    let asked: Vec<Test> = conditions.iter().flatten().cloned().collect();
    let space = Space::about(policy, &asked)?;
    let Some(points) = contacts(&space) else { return Ok(()) };
    let mut questions = Vec::new();
    for tests in conditions {
        for number in (0..u16::try_from(policy.rules.len()).unwrap()).rev() {
            let answered = number % 2 == 0;
            questions.push(Question { rule: RuleId(number), tests: tests.clone(), answered });
        }
    }
    for (question, found) in questions.iter().zip(arrivals(&space, &questions)) {
        let region = space.axes.region(policy, &question.tests).unwrap();
        let comes = |point: &&Vec<u32>| {
            let replied = !question.answered || is_answered(&space, point);
            first(&space, point) == Some(question.rule.index()) && holds(&region, point) && replied
        };
        assert_eq!(found.contact().is_some(), points.iter().any(|point| comes(&point)), "{question:?}");
        assert!(found != Arrival::Unknown);
    }
    let told: Vec<Option<bool>> =
        answered_contacts(&space, conditions).iter().map(|found| Some(found.contact().is_some())).collect();
    assert_eq!(are_answered(&space, conditions), told);
    if let Some(tests) = conditions.first() {
        let asked = (0u16..).zip(&policy.rules).map(|(rule, _)| RuleId(rule));
        let asked: Vec<Question> = asked.map(|rule| Question { rule, tests: tests.clone(), answered: true }).collect();
        let told: Vec<Option<bool>> =
            arrivals(&space, &asked).iter().map(|found| Some(found.contact().is_some())).collect();
        assert_eq!(decide_answered(&space, tests), told);
    }
    for (tests, found) in conditions.iter().zip(answered_contacts(&space, conditions)) {
        let region = space.axes.region(policy, tests).unwrap();
        let somebody = |point: &Vec<u32>| {
            let action = first(&space, point).map(|rule| &policy.rules[rule].action);
            action.is_some_and(|action| !action.no_reply_needed && action.send_to.is_some())
        };
        let comes = |point: &Vec<u32>| holds(&region, point) && is_answered(&space, point) && somebody(point);
        assert_eq!(found.contact().is_some(), points.iter().any(comes), "{tests:?}");
    }
    Ok(())
}

/// A contact that comes later on another channel is found exactly where trying every channel finds one.
fn compare_later(policy: &Policy) -> Result<(), Incomplete> {
    let space = Space::about(policy, &[])?;
    let Some(points) = contacts(&space).filter(|points| points.len() <= 1_500) else { return Ok(()) };
    let place = space.axes.place(AxisOf::Named(NamedAxis::Channel)).unwrap();
    let type_of = space.axes.place(AxisOf::Named(NamedAxis::ContactType)).unwrap();
    let channels: Vec<ChannelId> = (0u16..).zip(&policy.channels).map(|(id, _)| ChannelId(id)).collect();
    let (from, to) = channels.split_at(channels.len() / 2);
    let excused = BTreeSet::from([RuleId(2)]);
    let priority = |point: &[u32]| {
        let rule = first(&space, point).filter(|rule| *rule != 2)?;
        let action = &policy.rules[rule].action;
        let gravity = policy.contact_types[usize::try_from(point[type_of]).unwrap()].gravity;
        let answers = !action.no_reply_needed && action.send_to.is_some();
        answers.then(|| (rule, action.priority.unwrap_or_else(|| gravity.priority())))
    };
    let mut expected = BTreeSet::new();
    for point in points.iter().filter(|point| from.iter().any(|id| u32::from(id.0) == point[place])) {
        for other in &points {
            let alike = (0..point.len())
                .all(|at| at == place || point[at] == other[at] || matches!(space.axes.list()[at].of, AxisOf::Term(_)));
            if !alike || to.iter().all(|id| u32::from(id.0) != other[place]) {
                continue;
            }
            if let (Some((rule, early)), Some((_, late))) = (priority(point), priority(other))
                && early < late
            {
                expected.insert(RuleId(u16::try_from(rule).unwrap()));
            }
        }
    }
    let found = later_elsewhere(&space, from, to, &excused).unwrap();
    assert!(found.iter().all(|later| later.priority < later.later));
    let found: BTreeSet<RuleId> = found.into_iter().map(|later| later.rule).collect();
    // Without a priority that a rule says, all have that of their gravity.
    assert!(found == expected, "{found:?} and {expected:?}");
    Ok(())
}

/// A segment is never recognised exactly where each contact that fits it fits an earlier one.
fn compare_recognised(policy: &Policy) -> Result<(), Incomplete> {
    let found = unrecognised(policy)?;
    let asked: Vec<Test> = policy.segments.iter().flat_map(|segment| segment.recognised_by.iter().cloned()).collect();
    let asks_who = |test: &Test| match test {
        Test::Named { axis, .. } | Test::Known { axis, .. } => *axis == NamedAxis::Customer,
        Test::Term { .. } => true,
        Test::Number { .. } | Test::Desk { .. } => false,
    };
    if asked.iter().any(asks_who) {
        return Ok(());
    }
    let bare = Policy { rules: Vec::new(), ..policy.clone() };
    let space = Space::about(&bare, &asked)?;
    let Some(points) = contacts(&space) else { return Ok(()) };
    let regions: Vec<_> = policy
        .segments
        .iter()
        .map(|one| (!one.by_name_only && !one.recognised_by.is_empty(), space.axes.region(policy, &one.recognised_by)))
        .collect();
    let taken =
        |point: &[u32]| regions.iter().position(|(tried, region)| *tried && holds(region.as_ref().unwrap(), point));
    let recognised: BTreeSet<usize> = points.iter().filter_map(|point| taken(point)).collect();
    for (number, (tried, _)) in regions.iter().enumerate() {
        let never = found.iter().find(|one| one.segment.index() == number);
        assert_eq!(never.is_some(), *tried && !recognised.contains(&number), "segment {number}");
        assert!(never.is_none_or(|one| one.taken_by.iter().all(|by| by.index() < number)));
    }
    Ok(())
}

#[test]
fn of_the_worked_example_safety_calls_go_to_the_safety_desk_only() {
    let (policy, ..) = acorn();
    let named = |axis, values: &[u16]| Test::Named { axis, values: values.to_vec(), negated: false };
    let calls = vec![named(NamedAxis::ContactType, &[0]), named(NamedAxis::Channel, &[0])];
    let space = Space::about(&policy, &calls).unwrap();
    let rules = (0u16..).zip(&policy.rules).map(|(rule, _)| RuleId(rule));
    let questions: Vec<Question> = rules.map(|rule| Question { rule, tests: calls.clone(), answered: true }).collect();
    let found = arrivals(&space, &questions);
    assert!(found[0].contact().is_some() && found[1..].iter().all(|found| *found == Arrival::Nobody));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn who_comes_is_found_by_looking_at_every_contact(numbers in proptest::collection::vec(any::<u32>(), 300..1500)) {
        let mut tape = Tape::new(numbers);
        let (mut policy, _) = random_policy(&mut tape);
        meeting_rules(&mut tape, &mut policy, 7);
        let conditions: Vec<Vec<Test>> = policy.rules.iter().take(3).map(|rule| rule.tests.clone()).collect();
        let checked = compare(&policy, &conditions).and_then(|()| compare_later(&policy)).and_then(|()| compare_recognised(&policy));
        prop_assert!(checked != Err(Incomplete::TooHard));
    }
}
