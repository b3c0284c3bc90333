//! How the contacts of a rule are passed on from group to group, and where that leads in a circle.

use petgraph::algo::astar;
use petgraph::graph::{DiGraph, NodeIndex};

use crate::policy::{Action, Duration, GroupId, Teller, Unit};

/// How contacts come from one group to the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Way {
    /// By the step of this number: the contact goes there.
    Step(usize),
    /// By the escalation of this number: the next group is told of it.
    Told(usize),
    /// The next group stands in for the one before.
    StandsIn,
}

/// A circle in which contacts are passed on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Circle {
    /// Each group with the way that leads from it to the next; the last one leads to the first.
    pub ways: Vec<(GroupId, Way)>,
}

impl Circle {
    /// Whether the contact itself goes round, by steps alone.
    #[must_use]
    pub fn is_of_steps(&self) -> bool {
        self.ways.iter().all(|(_, way)| matches!(way, Way::Step(_)))
    }
}

/// A group, and how many of the needed skills have been dropped: who drops a skill asks further people of the same group.
type Place = (GroupId, usize);

/// The first circle that the contacts of a rule are passed round in. `stands_in` says for groups which group stands in
/// for them. A step to the group that has the contact already is none.
#[must_use]
pub fn circle(action: &Action, stands_in: &[(GroupId, GroupId)]) -> Option<Circle> {
    let passed = passed(action)?;
    let mut graph: DiGraph<Place, Way> = DiGraph::new();
    for (from, way, to) in &passed {
        let (from, to) = (node(&mut graph, *from), node(&mut graph, *to));
        graph.add_edge(from, to, *way);
    }
    let mut at = 0;
    while let Some(place) = graph.node_weights().nth(at).copied() {
        for (_, helper) in stands_in.iter().filter(|(group, _)| *group == place.0) {
            let to = node(&mut graph, (*helper, place.1));
            graph.add_edge(NodeIndex::new(at), to, Way::StandsIn);
        }
        at += 1;
    }
    // Circles of steps first: there the contact itself goes round.
    let steps = graph.filter_map(|_, place| Some(*place), |_, way| matches!(way, Way::Step(_)).then_some(*way));
    [&steps, &graph].into_iter().find_map(|graph| shortest(graph, &passed))
}

/// Each way by which the rule passes its contacts on, in order. `None` where times cannot be told apart.
fn passed(action: &Action) -> Option<Vec<(Place, Way, Place)>> {
    let mut place: Place = (action.send_to?, 0);
    let mut needed: Vec<&str> = action.needs.iter().map(|skill| skill.name.as_str()).collect();
    let mut ways = Vec::new();
    let mut had = vec![(None, place)];
    for (number, step) in action.steps.iter().enumerate() {
        let before = needed.len();
        needed.retain(|skill| step.without.iter().all(|dropped| dropped != skill));
        let next = (step.group, place.1 + before - needed.len());
        if next.0 != place.0 {
            ways.push((place, Way::Step(number), next));
        }
        place = next;
        had.push((Some(step.after), place));
    }
    for (number, escalation) in action.escalations.iter().enumerate() {
        let Teller::Group(told) = &escalation.tell else { continue };
        // What has the contact when they are told.
        let mut has = None;
        for (after, place) in &had {
            match after.map(|after| shorter(after, escalation.after)) {
                None | Some(Some(true)) => has = Some(*place),
                Some(Some(false)) => break,
                Some(None) => return None,
            }
        }
        ways.extend(has.map(|has| (has, Way::Told(number), (*told, has.1))));
    }
    Some(ways)
}

/// Whether the first length of time is not longer than the second. `None` where their clocks differ.
fn shorter(one: Duration, two: Duration) -> Option<bool> {
    let clock = |unit: Unit| match unit {
        Unit::Second | Unit::Minute | Unit::Hour => 0,
        Unit::OpenHour => 1,
        Unit::ClockHour => 2,
        Unit::Day => 3,
        Unit::Week => 4,
        Unit::WorkingDay => 5,
        Unit::Month => 6,
    };
    let length = |time: Duration| time.seconds().unwrap_or_else(|| u64::from(time.amount));
    (clock(one.unit) == clock(two.unit)).then(|| length(one) <= length(two))
}

fn node(graph: &mut DiGraph<Place, Way>, place: Place) -> NodeIndex {
    let known = graph.node_indices().find(|at| graph.node_weight(*at) == Some(&place));
    known.unwrap_or_else(|| graph.add_node(place))
}

/// The shortest circle through the first way that is in one.
fn shortest(graph: &DiGraph<Place, Way>, passed: &[(Place, Way, Place)]) -> Option<Circle> {
    let at = |place: &Place| graph.node_indices().find(|at| graph.node_weight(*at) == Some(place));
    passed.iter().find_map(|(from, way, to)| {
        let (start, next) = (at(from)?, at(to)?);
        graph.edges_connecting(start, next).find(|edge| edge.weight() == way)?;
        let (_, back) = astar(graph, next, |at| at == start, |_| 1_u32, |_| 0)?;
        let mut ways = vec![(from.0, *way)];
        for (one, two) in back.iter().zip(back.iter().skip(1)) {
            let edge = graph.edges_connecting(*one, *two).map(|edge| *edge.weight()).min()?;
            ways.push((graph.node_weight(*one)?.0, edge));
        }
        Some(Circle { ways })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::{Escalation, Skill, Step};

    const A: GroupId = GroupId(0);
    const B: GroupId = GroupId(1);
    const C: GroupId = GroupId(2);

    fn minutes(amount: u32) -> Duration {
        Duration::new(amount, Unit::Minute)
    }

    fn rule(steps: &[(u32, GroupId, &str)], told: &[(u32, GroupId)]) -> Action {
        let step = |(after, group, without): &(u32, GroupId, &str)| Step {
            after: minutes(*after),
            group: *group,
            without: if without.is_empty() { Vec::new() } else { vec![(*without).to_owned()] },
        };
        Action {
            send_to: Some(A),
            steps: steps.iter().map(step).collect(),
            escalations: told
                .iter()
                .map(|(after, group)| Escalation { after: minutes(*after), tell: Teller::Group(*group) })
                .collect(),
            needs: vec![Skill { name: "German".into(), level: None }],
            ..Action::default()
        }
    }

    #[test]
    fn steps_that_come_back_are_a_circle() {
        let found = circle(&rule(&[(5, B, ""), (10, C, ""), (20, A, "")], &[]), &[]).unwrap();
        assert_eq!(found.ways, [(A, Way::Step(0)), (B, Way::Step(1)), (C, Way::Step(2))]);
        assert!(found.is_of_steps());
        let found = circle(&rule(&[(5, B, ""), (10, C, ""), (20, B, "")], &[]), &[]).unwrap();
        assert_eq!(found.ways, [(B, Way::Step(1)), (C, Way::Step(2))]);
        assert_eq!(circle(&rule(&[(5, B, ""), (10, C, "")], &[]), &[]), None);
    }

    #[test]
    fn a_step_that_drops_a_needed_skill_asks_others_and_one_to_the_same_group_is_told_elsewhere() {
        assert_eq!(circle(&rule(&[(5, B, ""), (10, A, "German")], &[]), &[]), None);
        assert!(circle(&rule(&[(5, B, ""), (10, A, "French")], &[]), &[]).is_some(), "French is not needed");
        assert!(circle(&rule(&[(5, B, "German"), (10, C, ""), (20, B, "")], &[]), &[]).is_some());
        assert_eq!(circle(&rule(&[(5, A, "")], &[]), &[]), None);
    }

    #[test]
    fn help_that_stands_in_or_is_told_can_lead_back() {
        let found = circle(&rule(&[(5, B, "")], &[]), &[(B, C), (C, A), (A, C)]).unwrap();
        assert_eq!(found.ways, [(A, Way::Step(0)), (B, Way::StandsIn), (C, Way::StandsIn)]);
        assert!(!found.is_of_steps());
        assert_eq!(circle(&rule(&[(5, B, "")], &[]), &[(A, B), (C, A)]), None);
        assert_eq!(circle(&rule(&[], &[]), &[(A, B), (B, A)]), None, "the rule passes nothing on");
        let told = circle(&rule(&[(10, B, "")], &[(5, A)]), &[]).unwrap();
        assert_eq!(told.ways, [(A, Way::Told(0))]);
        let told = circle(&rule(&[(10, B, "")], &[(10, B)]), &[]).unwrap();
        assert_eq!(told.ways, [(B, Way::Told(0))]);
        let told = circle(&rule(&[(10, B, "")], &[(10, A)]), &[]).unwrap();
        assert_eq!(told.ways, [(A, Way::Step(0)), (B, Way::Told(0))]);
        assert!(circle(&rule(&[(10, B, "")], &[(5, C)]), &[(C, A)]).is_some());
    }

    #[test]
    fn times_on_clocks_that_differ_are_not_compared() {
        let mut action = rule(&[(10, B, "")], &[(5, A)]);
        action.escalations[0].after = Duration::new(1, Unit::ClockHour);
        assert_eq!(circle(&action, &[]), None);
    }
}
