//! Rules that one rule could stand for: they do the same, and ask for the same but for one thing.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::coverage::Reach;
use crate::analysis::holding::Holding;
use crate::analysis::needless::Need;
use crate::analysis::outcome::{Differ, Outcomes};
use crate::analysis::space::Space;
use crate::policy::{AxisOf, Region, RuleId, Side};

/// Rules that could be one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merge {
    /// The rules, in order. The others can join the first one where it stands: no rule on the way up takes a contact of
    /// theirs for something else.
    pub rules: Vec<RuleId>,
    /// The one thing in which they differ.
    pub axis: AxisOf,
    /// Whether together they leave nothing of it out, so that the one rule need not ask for it.
    pub whole: bool,
}

/// So many rules are tried with those before them.
const MOST_TRIED: u32 = 5_000;

/// What rules ask for besides one axis, and what they do.
type Rest<'r> = (usize, Option<u32>, usize, Vec<(usize, &'r Side)>);

/// The rules that could be merged, no rule in two of them, and whether all were looked at. Rules that could be left out
/// altogether, and those that decide nothing, are not among them.
#[must_use]
pub(crate) fn merges(
    space: &Space<'_>,
    holding: &Holding<'_>,
    outcomes: &Outcomes,
    reach: &[Reach],
    needs: &[Need],
) -> (Vec<Merge>, bool) {
    let mut groups: BTreeMap<Rest<'_>, Vec<RuleId>> = BTreeMap::new();
    for (rule, region) in candidates(space, outcomes, reach, needs) {
        let Some((alike, said)) = outcomes.of(rule) else { continue };
        for (place, _) in region {
            let rest = region.iter().filter(|(other, _)| other != place).map(|(other, side)| (*other, side));
            groups.entry((alike, said, *place, rest.collect())).or_default().push(rule);
        }
    }
    let mut several: Vec<(usize, Vec<RuleId>)> = groups
        .into_iter()
        .filter(|(_, rules)| rules.len() > 1)
        .map(|((_, _, place, _), rules)| (place, rules))
        .collect();
    several.sort_by(|(_, one), (_, two)| one.first().cmp(&two.first()).then(two.len().cmp(&one.len())));
    let mut told: BTreeSet<RuleId> = BTreeSet::new();
    let (mut found, mut left) = (Vec::new(), MOST_TRIED);
    for (place, mut rules) in several {
        rules.retain(|rule| !told.contains(rule));
        while let [first, rest @ ..] = rules.as_slice() {
            let Some(fewer) = left.checked_sub(u32::try_from(rest.len()).unwrap_or(u32::MAX)) else {
                return (found, false);
            };
            left = fewer;
            let joined = joined(space, holding, outcomes, reach, *first, rest);
            let rest: Vec<RuleId> = rest.iter().copied().filter(|rule| !joined.contains(rule)).collect();
            if joined.len() > 1 {
                told.extend(&joined);
                found.extend(merge(space, place, joined));
            }
            rules = rest;
        }
    }
    found.sort_by(|one, two| one.rules.cmp(&two.rules));
    (found, true)
}

/// The rules that decide something and are needed, of those that do the same as another one.
fn candidates<'s>(
    space: &'s Space<'_>,
    outcomes: &Outcomes,
    reach: &[Reach],
    needs: &[Need],
) -> Vec<(RuleId, &'s Region)> {
    let numbered = (0u16..).map(RuleId).zip(&space.rules).zip(reach.iter().zip(needs));
    let kept = numbered.filter(|(_, (reach, need))| **reach == Reach::Wins && **need == Need::Needed);
    let kept: Vec<(RuleId, &Region)> = kept.map(|(found, _)| found).collect();
    let mut count: BTreeMap<(usize, Option<u32>), u32> = BTreeMap::new();
    for one in kept.iter().filter_map(|(rule, _)| outcomes.of(*rule)) {
        *count.entry(one).or_default() += 1;
    }
    let shared = |rule: RuleId| outcomes.of(rule).and_then(|one| count.get(&one)).is_some_and(|count| *count > 1);
    kept.into_iter().filter(|(rule, _)| shared(*rule)).collect()
}

/// The first rule and those after it that can join it where it stands.
fn joined(
    space: &Space<'_>,
    holding: &Holding<'_>,
    outcomes: &Outcomes,
    reach: &[Reach],
    first: RuleId,
    rest: &[RuleId],
) -> Vec<RuleId> {
    let mut joined = vec![first];
    for rule in rest {
        let Some(region) = space.rules.get(rule.index()) else { continue };
        let takes = |other: &RuleId| {
            first < *other
                && *other < *rule
                && matches!(reach.get(other.index()), Some(Reach::Wins | Reach::Unknown))
                && outcomes.differ(*other, *rule) != Differ::Never
        };
        if !holding.meeting(region).any(|other| takes(&other)) {
            joined.push(*rule);
        }
    }
    joined
}

fn merge(space: &Space<'_>, place: usize, rules: Vec<RuleId>) -> Option<Merge> {
    let axis = space.axis(place)?.of;
    let regions = || rules.iter().filter_map(|rule| space.rules.get(rule.index()));
    let side = |region: &Region, cell: u32| region.iter().any(|(at, side)| *at == place && side.holds(cell));
    let whole = space.possible.get(place)?.iter().all(|cell| regions().any(|region| side(region, *cell)));
    Some(Merge { rules, axis, whole })
}
