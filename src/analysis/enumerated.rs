//! The same questions answered by looking at every contact, one after the other.

use proptest::prelude::*;

use crate::analysis::coverage::{Coverage, Reach, contacts_of_rules, coverage};
use crate::analysis::space::{Incomplete, Space};
use crate::policy::{AxisOf, NamedAxis, Policy, Region, RuleId, Tape, acorn, more_rules, random_policy};

/// More contacts than this are not enumerated.
const MOST: usize = 30_000;

/// Every contact of a space, as the cells of its axes. `None` where they are too many.
pub(crate) fn contacts(space: &Space<'_>) -> Option<Vec<Vec<u32>>> {
    let own = space.possible.iter().zip(space.axes.list());
    let count = own.clone().filter(|(_, axis)| !matches!(axis.of, AxisOf::Term(_))).map(|(cells, _)| cells.len());
    if count.product::<usize>() > MOST {
        return None;
    }
    let mut points: Vec<Vec<u32>> = vec![Vec::new()];
    for (cells, axis) in own {
        let cells = if matches!(axis.of, AxisOf::Term(_)) { &[0][..] } else { cells.as_slice() };
        points =
            points.iter().flat_map(|point| cells.iter().map(|cell| [point.as_slice(), &[*cell]].concat())).collect();
    }
    for point in &mut points {
        for (term, region) in &space.terms {
            let place = space.axes.place(AxisOf::Term(*term)).unwrap();
            point[place] = u32::from(!holds(region, point));
        }
    }
    points.retain(|point| can_be(space, point));
    Some(points)
}

pub(crate) fn holds(region: &Region, point: &[u32]) -> bool {
    region.iter().all(|(place, side)| side.holds(point[*place]))
}

fn can_be(space: &Space<'_>, point: &[u32]) -> bool {
    let known_where_it_can = space
        .only_when
        .iter()
        .all(|(place, region)| point[*place] == space.axes.list()[*place].unknown() || holds(region, point));
    let day = space.axes.place(AxisOf::Named(NamedAxis::Day));
    let at_some_moment = space.moments.is_empty()
        || space.moments.iter().any(|moment| {
            let mut desks =
                space.axes.list().iter().zip(point).filter_map(|(axis, cell)| Some((space.desk_of(axis.of)?, *cell)));
            day.is_none_or(|day| point[day] == moment.day)
                && desks.all(|(desk, cell)| moment.open.contains(&desk) == (cell == 0))
        });
    known_where_it_can && at_some_moment
}

fn first(space: &Space<'_>, point: &[u32]) -> Option<usize> {
    space.rules.iter().position(|region| holds(region, point))
}

fn compare(policy: &Policy) -> Result<bool, Incomplete> {
    let space = Space::new(policy, &[])?;
    let Some(points) = contacts(&space) else { return Ok(false) };
    let found: Coverage = coverage(&space);
    let mut wins = vec![false; policy.rules.len()];
    let mut left = false;
    for point in &points {
        match first(&space, point) {
            Some(rule) => wins[rule] = true,
            None => left = true,
        }
    }
    assert!(found.certain);
    let contacts = contacts_of_rules(&space);
    assert_eq!(found.unanswered.is_some(), left, "{space:?}");
    for (rule, (reach, wins)) in found.reach.iter().zip(&wins).enumerate() {
        assert_eq!(contacts[rule].is_some(), *wins, "rule {rule}");
        let region = &space.rules[rule];
        let fitting = || points.iter().filter(|point| holds(region, point));
        match reach {
            Reach::Wins => assert!(wins, "rule {rule}"),
            Reach::FitsNobody => assert_eq!(fitting().next(), None),
            Reach::Taken(by) => {
                assert!(!wins, "rule {rule}");
                let taken =
                    |point: &&Vec<u32>, by: &[RuleId]| by.iter().any(|by| holds(&space.rules[by.index()], point));
                assert!(by.iter().all(|by| by.index() < rule) && fitting().all(|point| taken(&point, by)));
                for at in 0..by.len() {
                    let mut fewer = by.clone();
                    fewer.remove(at);
                    assert!(!fitting().all(|point| taken(&point, &fewer)), "rule {rule}: {by:?} is too many");
                }
            }
            Reach::Unknown => panic!("rule {rule} is easy"),
        }
    }
    Ok(true)
}

#[test]
fn of_the_worked_example_every_rule_wins_and_nobody_is_left() {
    let (policy, claims, _) = acorn();
    let space = Space::new(&policy, &claims.guarantees).unwrap();
    let found = coverage(&space);
    assert!(found.reach.iter().all(|reach| *reach == Reach::Wins) && found.certain);
    assert_eq!(found.unanswered, None);
}

#[test]
fn without_its_last_rule_somebody_reaches_nobody() {
    let (mut policy, ..) = acorn();
    policy.rules.pop();
    let space = Space::new(&policy, &[]).unwrap();
    let found = coverage(&space).unanswered.unwrap();
    let segment = policy.segment(found.customer.unwrap()).unwrap();
    let (contact_type, channel) = (policy.contact_type(found.contact_type), policy.channel(found.channel));
    let told = format!("{} on {} from {}", contact_type.unwrap().name, channel.unwrap().name, segment.name);
    assert_eq!((told.as_str(), found.fields.len()), ("Public complaint on phone from Everyone else", 0));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn the_answers_are_those_of_looking_at_every_contact(numbers in proptest::collection::vec(any::<u32>(), 300..900)) {
        let mut tape = Tape::new(numbers);
        let (mut policy, _) = random_policy(&mut tape);
        more_rules(&mut tape, &mut policy, 9);
        match compare(&policy) {
            Ok(_) | Err(Incomplete::CircularTerm | Incomplete::TooManyMoments) => {}
            Err(Incomplete::TooHard) => prop_assert!(false),
        }
    }
}
