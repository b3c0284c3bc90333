//! Rules set against each other by looking at every contact, one after the other.

use proptest::prelude::*;

use crate::analysis::coverage::reach;
use crate::analysis::enumerated::{contacts, holds};
use crate::analysis::holding::Holding;
use crate::analysis::needless::Need;
use crate::analysis::overlap::{Contest, Contested, contested};
use crate::analysis::space::{Incomplete, Space};
use crate::analysis::whole::against;
use crate::policy::{
    Action, AxisOf, Comparison, Decimal, Field, GroupId, NamedAxis, Policy, Rule, RuleId, Tape, Test, acorn,
    meeting_rules, random_policy,
};

/// What a rule does with a contact, spelt out.
fn outcome(space: &Space<'_>, point: &[u32], rule: Option<usize>) -> Option<Action> {
    let policy = space.policy;
    let contact_type = point[space.axes.place(AxisOf::Named(NamedAxis::ContactType)).unwrap()];
    let gravity = policy.contact_types[usize::try_from(contact_type).unwrap()].gravity;
    let mut action = policy.rules[rule?].action.clone();
    action.priority = Some(action.priority.unwrap_or_else(|| gravity.priority()));
    action.needs.sort();
    action.needs.dedup();
    Some(action)
}

/// The first rule that holds a contact, one of them left out.
fn first_but(space: &Space<'_>, point: &[u32], left_out: Option<usize>) -> Option<usize> {
    let mut rules = space.rules.iter().enumerate();
    rules.find(|(rule, region)| Some(*rule) != left_out && holds(region, point)).map(|(rule, _)| rule)
}

/// Rules of which many do the same.
fn alike(tape: &mut Tape, policy: &mut Policy) {
    let pool: Vec<Action> = policy.rules.iter().take(2).map(|rule| rule.action.clone()).collect();
    for rule in &mut policy.rules {
        let priority = tape.coin().then(|| u32::from(tape.below(4)));
        rule.action = Action { priority, ..pool[usize::from(tape.below(2))].clone() };
    }
}

fn compare_needs(policy: &Policy) -> Result<(), Incomplete> {
    let space = Space::new(policy, &[])?;
    let Some(points) = contacts(&space) else { return Ok(()) };
    let reach = reach(&space);
    for (rule, need) in against(&space, &reach).needs.into_iter().enumerate() {
        let decided = || points.iter().filter(|point| first_but(&space, point, None) == Some(rule));
        let without = |point: &&Vec<u32>| first_but(&space, point, Some(rule));
        let changes =
            decided().any(|point| outcome(&space, point, Some(rule)) != outcome(&space, point, without(&point)));
        match need {
            Need::Needed => assert!(changes || decided().next().is_none(), "rule {rule} changes nothing"),
            Need::Needless { by, contact } => {
                assert!(!changes && contact.is_some(), "rule {rule} is needed");
                let mut expected: Vec<RuleId> =
                    decided().map(|point| RuleId(u16::try_from(without(&point).unwrap()).unwrap())).collect();
                expected.sort_unstable();
                expected.dedup();
                assert_eq!(by, expected);
            }
            Need::Unknown => panic!("rule {rule} is easy"),
        }
    }
    Ok(())
}

/// Rules that are merged where the first of them stands decide every contact as before.
fn compare_merges(policy: &Policy) -> Result<(), Incomplete> {
    let space = Space::new(policy, &[])?;
    let Some(points) = contacts(&space) else { return Ok(()) };
    let found = against(&space, &reach(&space));
    assert!(found.all_merges);
    for merge in &found.merges {
        let [first, others @ ..] = merge.rules.as_slice() else { unreachable!() };
        let place = space.axes.place(merge.axis).unwrap();
        let rest = |rule: &RuleId| {
            let region = &space.rules[rule.index()];
            assert!(region.iter().any(|(at, _)| *at == place));
            region.iter().filter(|(at, _)| *at != place).cloned().collect::<Vec<_>>()
        };
        assert!(!others.is_empty() && others.iter().all(|rule| rest(rule) == rest(first)));
        for point in &points {
            let any = merge.rules.iter().any(|rule| holds(&space.rules[rule.index()], point));
            let merged = (0..space.rules.len()).find(|rule| {
                let is_other = others.iter().any(|other| other.index() == *rule);
                if *rule == first.index() { any } else { !is_other && holds(&space.rules[*rule], point) }
            });
            let before = first_but(&space, point, None);
            assert_eq!(outcome(&space, point, merged), outcome(&space, point, before), "{merge:?}");
            assert!(!merge.whole || any || !holds(&rest(first), point), "{merge:?} leaves something out");
        }
    }
    Ok(())
}

/// Of every pair of rules it is known whether their order decides.
fn compare_contests(policy: &Policy) -> Result<(), Incomplete> {
    let space = Space::new(policy, &[])?;
    let Some(points) = contacts(&space) else { return Ok(()) };
    let reach = reach(&space);
    let pairs = against(&space, &reach).overlaps;
    assert!(pairs.complete);
    let numbered = || (0u16..).map(RuleId).take(policy.rules.len());
    let also = policy.rules.first().map_or_else(Vec::new, |rule| rule.tests.clone());
    let left_out = policy.rules.last().map_or_else(Vec::new, |rule| vec![rule.tests.clone()]);
    let within = |tests: &[_], point: &[u32]| holds(&space.axes.region(policy, tests).unwrap(), point);
    let seen: Vec<&Vec<u32>> =
        points.iter().filter(|point| !left_out.iter().any(|tests| within(tests, point))).collect();
    for earlier in numbered() {
        for later in numbered().filter(|later| earlier < *later) {
            let contest = Contest { earlier, later, also: also.clone() };
            let decided = || seen.iter().filter(|point| first_but(&space, point, None) == Some(earlier.index()));
            let region = &space.rules[later.index()];
            let next = |point: &[u32]| first_but(&space, point, Some(earlier.index())) == Some(later.index());
            let expected = decided().any(|point| !holds(region, point))
                && decided().any(|point| next(point) && within(&also, point));
            match &contested(&space, &left_out, &[contest], usize::from(earlier.0 % 2))[0] {
                Contested::By(_) => assert!(expected, "{earlier:?} and {later:?}"),
                Contested::No => assert!(!expected, "{earlier:?} and {later:?}"),
                Contested::Unknown => panic!("{earlier:?} and {later:?} are easy"),
            }
            let all = || points.iter().filter(|point| first_but(&space, point, None) == Some(earlier.index()));
            let told = all().any(|point| !holds(region, point))
                && all().any(|point| {
                    let outcomes = [earlier, later].map(|rule| outcome(&space, point, Some(rule.index())));
                    holds(region, point) && outcomes[0] != outcomes[1]
                })
                && reach[later.index()] == crate::analysis::Reach::Wins
                && !region.is_empty();
            assert!(!told || pairs.pairs.contains(&(earlier, later)), "{earlier:?} and {later:?} are left out");
        }
    }
    Ok(())
}

/// What is filed by cells is what each rule says.
fn compare_filed(policy: &Policy) -> Result<(), Incomplete> {
    let space = Space::new(policy, &[])?;
    let Some(points) = contacts(&space) else { return Ok(()) };
    let holding = Holding::new(&space);
    let first = |point: &[u32], from: usize| {
        let found = space.rules.iter().skip(from).position(|region| holds(region, point));
        found.map(|at| RuleId(u16::try_from(at + from).unwrap()))
    };
    for point in points.iter().step_by(7) {
        for from in [0, 3] {
            assert_eq!(holding.first(point, from), first(point, from));
        }
    }
    for region in &space.rules {
        let together = |other| points.iter().any(|point| holds(region, point) && holds(other, point));
        let meeting: Vec<RuleId> = holding.meeting(region).collect();
        for (other, rule) in space.rules.iter().zip((0u16..).map(RuleId)) {
            assert!(meeting.contains(&rule) || !together(other), "{rule:?} meets {region:?}");
        }
    }
    Ok(())
}

/// So many rules, each of which takes more than the ones before, so that all of them meet.
fn nested(count: u16) -> Policy {
    let (mut policy, ..) = acorn();
    let rule = policy.rules[0].clone();
    let group = |number: u16| Some(GroupId(number % 2));
    let above = |number: u16| Comparison::Above(Decimal::whole(i32::from(count - number)));
    let nested = (0..count).map(|number| Rule {
        name: number.to_string(),
        tests: vec![Test::Number { field: Field::FOLLOWERS, comparison: above(number) }],
        action: Action { send_to: group(number), ..rule.action.clone() },
    });
    policy.rules = nested.collect();
    policy
}

#[test]
fn pairs_beyond_the_bound_are_said_not_to_be_looked_at() {
    for (count, complete) in [(20, true), (330, false)] {
        let policy = nested(count);
        let space = Space::new(&policy, &[]).unwrap();
        let reach = reach(&space);
        assert!(reach.iter().all(|reach| *reach == crate::analysis::Reach::Wins));
        let found = against(&space, &reach);
        assert_eq!((found.overlaps.complete, found.is_complete()), (complete, complete), "{count} rules");
        assert_eq!(found.overlaps.pairs, [], "each is a special case of the ones below");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn the_answers_are_those_of_looking_at_every_contact(numbers in proptest::collection::vec(any::<u32>(), 300..1500)) {
        let mut tape = Tape::new(numbers);
        let (mut policy, _) = random_policy(&mut tape);
        meeting_rules(&mut tape, &mut policy, 9);
        alike(&mut tape, &mut policy);
        let checked = compare_filed(&policy)
            .and_then(|()| compare_needs(&policy))
            .and_then(|()| compare_merges(&policy))
            .and_then(|()| compare_contests(&policy));
        prop_assert!(checked != Err(Incomplete::TooHard));
    }
}
