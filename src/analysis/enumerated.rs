//! The same questions answered by looking at every contact, one after the other.

use proptest::prelude::*;

use crate::analysis::compared::named;
use crate::analysis::coverage::{Coverage, Reach, contacts_of_rules, coverage};
use crate::analysis::gap::{Limit, gaps};
use crate::analysis::guarantee::guarantees;
use crate::analysis::moment::{Moment, on_customers_clock};
use crate::analysis::promised::PromiseOrder;
use crate::analysis::space::{Incomplete, Space};
use crate::analysis::verdict::Verdict;
use crate::policy::{
    Axis, AxisOf, ChannelId, Claim, ContactTypeId, Guarantee, Index, Instant, Mode, NamedAxis, NamedValue, Policy,
    Region, ReplyNeed, RuleId, Scope, SegmentId, Tape, acorn, meeting_rules, random_guarantees, random_policy,
};

/// Pairs of more contacts than this are not enumerated.
const MOST_OF_PAIRS: usize = 400;
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

/// The instants at which it can be so.
fn moments_of(space: &Space<'_>, point: &[u32]) -> Vec<Instant> {
    let day = space.axes.place(AxisOf::Named(NamedAxis::Day));
    let desk = |axis: &Axis| match axis.of {
        AxisOf::Desk(desk) => (!on_customers_clock(space.policy, desk)).then_some(desk),
        AxisOf::Named(_) | AxisOf::Number(_) | AxisOf::Term(_) => None,
    };
    let fits = |moment: &&Moment| {
        let axes = space.axes.list().iter().zip(point);
        let mut desks = axes.filter_map(|(axis, cell)| Some((desk(axis)?, *cell)));
        day.is_none_or(|day| point[day] == moment.day)
            && desks.all(|(desk, cell)| moment.open.contains(&desk) == (cell == 0))
    };
    space.moments.iter().filter(fits).map(|moment| moment.at).collect()
}

fn can_be(space: &Space<'_>, point: &[u32]) -> bool {
    let known_where_it_can = space
        .only_when
        .iter()
        .all(|(place, region)| point[*place] == space.axes.list()[*place].unknown() || holds(region, point));
    let at_some_moment = space.moments.is_empty() || !moments_of(space, point).is_empty();
    known_where_it_can && at_some_moment
}

pub(crate) fn first(space: &Space<'_>, point: &[u32]) -> Option<usize> {
    space.rules.iter().position(|region| holds(region, point))
}

fn compare(policy: &Policy) -> Result<(), Incomplete> {
    let space = Space::new(policy, &[])?;
    let Some(points) = contacts(&space) else { return Ok(()) };
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
    Ok(())
}

fn in_limit(space: &Space<'_>, point: &[u32], limit: &Limit) -> bool {
    let at = |of: AxisOf| {
        let place = space.axes.place(of).unwrap();
        (&space.axes.list()[place], point[place])
    };
    match limit {
        Limit::Names { axis, values } => {
            let (axis, cell) = at(AxisOf::Named(*axis));
            values.iter().any(|value| match value {
                NamedValue::Unknown => cell == axis.unknown(),
                NamedValue::Other => cell == axis.other(),
                NamedValue::At(number) => cell == u32::from(*number),
            })
        }
        Limit::Number { field, known, least, greatest } => {
            let (axis, cell) = at(AxisOf::Number(*field));
            let (from, to) = axis.numbers(cell);
            let reaches = least.is_none_or(|least| from.is_some_and(|from| least <= from));
            let ends = greatest.is_none_or(|greatest| to.is_some_and(|to| to <= greatest));
            if *known { cell < axis.other() && reaches && ends } else { cell == axis.unknown() }
        }
        Limit::Desk { desk, open } => at(AxisOf::Desk(*desk)).1 == u32::from(!open),
    }
}

/// The gaps hold exactly the contacts that no rule fits.
fn compare_gaps(policy: &Policy) -> Result<(), Incomplete> {
    let space = Space::new(policy, &[])?;
    let Some(points) = contacts(&space) else { return Ok(()) };
    let found = gaps(&space, 30);
    for point in &points {
        let within = found.gaps.iter().any(|gap| gap.limits.iter().all(|limit| in_limit(&space, point, limit)));
        let left = first(&space, point).is_none();
        assert!(left || !within, "{point:?} is no gap");
        assert!(!left || within || !found.complete, "{point:?} is in no gap");
    }
    Ok(())
}

/// Whether a claim holds for a contact at a moment, as plainly as it can be said.
fn claim_holds(
    space: &Space<'_>,
    (index, order): (&Index, &PromiseOrder<'_>),
    point: &[u32],
    at: Instant,
    claim: &Claim,
) -> Option<bool> {
    let policy = space.policy;
    let number = |axis| point[space.axes.place(AxisOf::Named(axis)).unwrap()];
    let id = |axis| u16::try_from(number(axis)).unwrap();
    let contact_type = ContactTypeId(id(NamedAxis::ContactType));
    let channel = ChannelId(id(NamedAxis::Channel));
    let rule = first(space, point).map(|rule| &policy.rules[rule]);
    let group = rule.filter(|rule| !rule.action.no_reply_needed).and_then(|rule| rule.action.send_to);
    let steps = || rule.into_iter().flat_map(|rule| &rule.action.steps);
    let holds = match claim {
        Claim::SentTo(wanted) => group == Some(*wanted),
        Claim::AnsweredBy(wanted) => group == Some(*wanted) && steps().all(|step| step.group == *wanted),
        Claim::Reaches(wanted) => group == Some(*wanted) || steps().any(|step| step.group == *wanted),
        Claim::SomebodyAnswers => {
            let reply = &policy.contact_types[contact_type.index()].reply;
            let when = space.axes.region(policy, &reply.when).unwrap();
            let never = reply.need == ReplyNeed::Never && holds(&when, point);
            group.is_some() && !never && policy.channels[channel.index()].mode == Mode::Respond
        }
        Claim::PriorityAtLeast(least) => {
            let said = rule.and_then(|rule| rule.action.priority);
            said.unwrap_or_else(|| policy.contact_types[contact_type.index()].gravity.priority()) <= *least
        }
        Claim::PromiseAtMost(length) => {
            let segment = Some(SegmentId(id(NamedAxis::Customer))).filter(|id| policy.segment(*id).is_some());
            let date = policy.time_zone.local(at).date;
            let cell = index.promised(policy, segment, contact_type, channel, date);
            return order.at_most(channel, cell, *length);
        }
        Claim::PromiseAtMostTheSame => false,
    };
    Some(holds)
}

fn compare_guarantees(policy: &Policy, asked: &[Guarantee]) -> Result<(), Incomplete> {
    let space = Space::new(policy, asked)?;
    let Some(points) = contacts(&space) else { return Ok(()) };
    let (index, order) = (Index::new(policy), PromiseOrder::new(policy));
    for (guarantee, verdict) in asked.iter().zip(guarantees(&space, asked)) {
        let Scope::When(when) = &guarantee.scope else { unreachable!() };
        let when = space.axes.region(policy, when).unwrap();
        let about = points.iter().filter(|point| holds(&when, point));
        // Whether some claim is as it should not be, or not known.
        let claims = |point: &Vec<u32>, bad: fn(Option<bool>, bool) -> bool| {
            let bad_at = |at| {
                let holds = |claim: &Claim| claim_holds(&space, (&index, &order), point, at, claim);
                guarantee.always.iter().any(|claim| bad(holds(claim), true))
                    || guarantee.never.iter().any(|claim| bad(holds(claim), false))
            };
            let moments = moments_of(&space, point);
            if moments.is_empty() { bad_at(Instant::from_seconds(0)) } else { moments.into_iter().any(bad_at) }
        };
        let expected = if about.clone().next().is_none() {
            "about nobody"
        } else if about.clone().any(|point| claims(point, |holds, wanted| holds == Some(!wanted))) {
            "fails"
        } else if about.clone().any(|point| claims(point, |holds, _| holds.is_none())) {
            "hangs on hours"
        } else {
            "holds"
        };
        let found = match &verdict {
            Verdict::Holds => "holds",
            Verdict::AboutNobody => "about nobody",
            Verdict::Fails(_) => "fails",
            Verdict::HangsOnHours(_) => "hangs on hours",
            Verdict::Unknown => "unknown",
        };
        assert_eq!(found, expected, "{guarantee:?}");
    }
    Ok(())
}

/// The customers of one rule compared with those of another, by looking at every pair.
fn compare_pairs(policy: &Policy) -> Result<(), Incomplete> {
    let [one, two, ..] = policy.rules.as_slice() else { return Ok(()) };
    let scope = Scope::Compare(one.tests.clone(), two.tests.clone());
    let always = vec![Claim::PromiseAtMostTheSame];
    let guarantee = Guarantee { name: String::new(), scope, always, never: Vec::new() };
    let asked = std::slice::from_ref(&guarantee);
    let space = Space::new(policy, asked)?;
    let Some(points) = contacts(&space).filter(|points| points.len() <= MOST_OF_PAIRS) else { return Ok(()) };
    let index = Index::new(policy);
    let [first, second] = [&one.tests, &two.tests].map(|tests| space.axes.region(policy, tests).unwrap());
    let named = named(&space, &[&first, &second]);
    let is_term = |place: usize| matches!(space.axes.list()[place].of, AxisOf::Term(_));
    let alike = |one: &[u32], two: &[u32]| {
        (0..one.len()).all(|place| one[place] == two[place] || named.contains(&place) || is_term(place))
    };
    let cell = |point: &[u32], at: Instant| {
        let id = |axis| u16::try_from(point[space.axes.place(AxisOf::Named(axis)).unwrap()]).unwrap();
        let segment = Some(SegmentId(id(NamedAxis::Customer))).filter(|id| policy.segment(*id).is_some());
        let (contact_type, channel) = (ContactTypeId(id(NamedAxis::ContactType)), ChannelId(id(NamedAxis::Channel)));
        index.promised(policy, segment, contact_type, channel, policy.time_zone.local(at).date)
    };
    let seasons = |at: Instant| {
        let date = policy.time_zone.local(at).date;
        policy.seasons.iter().map(|season| season.dates.iter().any(|(from, to)| *from <= date && date <= *to)).collect()
    };
    let moments = |point: &[u32]| {
        let found = moments_of(&space, point);
        if found.is_empty() { vec![policy.horizon().0] } else { found }
    };
    let mut expected = Verdict::Holds;
    let about = |region: &Region| points.iter().filter(|point| holds(region, point)).collect::<Vec<_>>();
    if about(&first).is_empty() || about(&second).is_empty() {
        expected = Verdict::AboutNobody;
    }
    let (mut fails, mut open, order) = (false, false, PromiseOrder::new(policy));
    let channel = space.axes.place(AxisOf::Named(NamedAxis::Channel)).unwrap();
    for one in about(&first) {
        for two in about(&second).into_iter().filter(|two| alike(one, two)) {
            for at in moments(one) {
                // Both come when the same seasons hold.
                let when: Vec<bool> = seasons(at);
                for then in moments(two).into_iter().filter(|then| seasons(*then) == when) {
                    let channel = ChannelId(u16::try_from(two[channel]).unwrap());
                    match order.at_most_the_same(channel, cell(one, at), cell(two, then)) {
                        Some(same) => fails |= !same,
                        None => open = true,
                    }
                }
            }
        }
    }
    match &guarantees(&space, asked)[0] {
        Verdict::Fails(_) => assert!(fails, "{guarantee:?}"),
        Verdict::Unknown => {}
        Verdict::HangsOnHours(_) => assert!(open && !fails, "{guarantee:?}"),
        known @ (Verdict::Holds | Verdict::AboutNobody) => {
            assert!(!fails && !open && *known == expected, "{known:?} of {guarantee:?}")
        }
    }
    Ok(())
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
    fn the_answers_are_those_of_looking_at_every_contact(numbers in proptest::collection::vec(any::<u32>(), 300..1500)) {
        let mut tape = Tape::new(numbers);
        let (mut policy, _) = random_policy(&mut tape);
        meeting_rules(&mut tape, &mut policy, 9);
        let asked = random_guarantees(&mut tape, &policy, 3);
        let checked = compare(&policy)
            .and_then(|()| compare_guarantees(&policy, &asked))
            .and_then(|()| compare_pairs(&policy))
            .and_then(|()| compare_gaps(&policy));
        prop_assert!(checked != Err(Incomplete::TooHard));
    }
}
