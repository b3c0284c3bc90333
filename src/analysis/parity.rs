//! Contacts that would come in another order on another channel, all else alike.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::code::Code;
use crate::analysis::point::Point;
use crate::analysis::solver::Literal;
use crate::analysis::space::Space;
use crate::analysis::witness::{Witness, simplest};
use crate::policy::{AxisOf, ChannelId, NamedAxis, Policy, Region, RuleId, Side};

/// A contact that comes later on another channel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Later {
    /// The contact.
    pub contact: Witness,
    /// The rule that decides it.
    pub rule: RuleId,
    /// Its priority.
    pub priority: u32,
    /// The other channel.
    pub channel: ChannelId,
    /// The rule that decides it there.
    pub other: RuleId,
    /// Its priority there, a greater number.
    pub later: u32,
}

/// More rules times channels than this are not looked at.
const MOST: usize = 20_000;
/// So many are looked for; nobody reads of more.
const MOST_TOLD: usize = 20;
/// More questions than this are not asked.
const MOST_ASKED: usize = 1_000;

/// For each of the rules, up to twenty of them, at most one contact on a channel of `from` that has a later priority on one of `to`, all else
/// alike. Rules of `excused`, and those whose contacts need no reply, are left out on both sides. `None` where that is too
/// much work.
#[must_use]
pub fn later_elsewhere(
    space: &Space<'_>,
    from: &[ChannelId],
    to: &[ChannelId],
    excused: &BTreeSet<RuleId>,
) -> Option<Vec<Later>> {
    let policy = space.policy;
    if policy.rules.iter().all(|rule| rule.action.priority.is_none()) || from.is_empty() {
        return Some(Vec::new());
    }
    let counts = |rule: &RuleId| {
        let action = policy.rule(*rule).map(|rule| &rule.action);
        action.is_some_and(|action| !action.no_reply_needed && action.send_to.is_some()) && !excused.contains(rule)
    };
    let classes = classes(space, to);
    let priorities: BTreeSet<u32> =
        (0..policy.rules.len()).flat_map(|rule| priorities(policy, rule)).map(|(p, _)| p).collect();
    let asked = policy.rules.len().saturating_mul(classes.len()).saturating_mul(2);
    if policy.rules.len().saturating_mul(classes.len()) > MOST || asked > MOST_ASKED {
        return None;
    }
    let mut code = Code::new(space);
    let mut elsewhere = Vec::new();
    for channel in classes {
        let moved = Moved::new(&mut code, channel)?;
        let later: BTreeMap<u32, Literal> =
            priorities.iter().map(|priority| (*priority, moved.later(&mut code, *priority, &counts))).collect();
        elsewhere.push((moved, later));
    }
    let on = code.on_channels(&Side::Only(from.iter().map(|channel| u32::from(channel.0)).collect()))?;
    let mut found = Vec::new();
    for (id, region) in (0u16..).map(RuleId).zip(&space.rules) {
        if found.len() >= MOST_TOLD {
            break;
        }
        if counts(&id) {
            found.extend(first(&mut code, &elsewhere, &on, id, region));
        }
        code.without(region);
    }
    Some(found)
}

/// The first contact of a rule that comes later elsewhere.
fn first(
    code: &mut Code<'_>,
    elsewhere: &[(Moved, BTreeMap<u32, Literal>)],
    on: &[Literal],
    rule: RuleId,
    region: &Region,
) -> Option<Later> {
    let (space, policy) = (code.space, code.space.policy);
    for (priority, types) in priorities(policy, rule.index()) {
        for (moved, later) in elsewhere {
            let mut literals = code.literals(region);
            literals.extend(on);
            literals.extend(types.as_ref().and_then(|types| code.on_contact_types(types)).into_iter().flatten());
            literals.extend([moved.can_be, *later.get(&priority)?]);
            let Ok(point) = simplest(code, &literals) else { continue };
            let there = moved_to(space, &point, moved.channel)?;
            let other = space.first_rule(&there)?;
            let type_of = space.axes.place(AxisOf::Named(NamedAxis::ContactType)).and_then(|place| point.get(place))?;
            let later = priorities(policy, other.index())
                .into_iter()
                .find(|(_, types)| types.as_ref().is_none_or(|types| types.holds(*type_of)))?;
            let (contact, channel, later) = (space.witness(&point), moved.channel, later.0);
            return Some(Later { contact, rule, priority, channel, other, later });
        }
    }
    None
}

/// The priorities that a rule gives, each with the contact types that get it; all of them where the rule says one.
fn priorities(policy: &Policy, rule: usize) -> Vec<(u32, Option<Side>)> {
    if let Some(said) = policy.rules.get(rule).and_then(|rule| rule.action.priority) {
        return vec![(said, None)];
    }
    let mut found: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for (number, one) in (0u32..).zip(&policy.contact_types) {
        found.entry(one.gravity.priority()).or_default().push(number);
    }
    found.into_iter().map(|(priority, types)| (priority, Some(Side::Only(types)))).collect()
}

/// One channel of each set that no condition tells apart.
fn classes(space: &Space<'_>, channels: &[ChannelId]) -> Vec<ChannelId> {
    let Some(place) = space.axes.place(AxisOf::Named(NamedAxis::Channel)) else { return Vec::new() };
    let terms = space.terms.iter().map(|(_, region)| region);
    let fields = space.only_when.iter().map(|(_, region)| region);
    let sides: Vec<&Side> = space
        .rules
        .iter()
        .chain(terms)
        .chain(fields)
        .flatten()
        .filter_map(|(at, side)| (*at == place).then_some(side))
        .collect();
    let mut seen: BTreeSet<Vec<bool>> = BTreeSet::new();
    let mut told_apart = channels.to_vec();
    told_apart.retain(|channel| seen.insert(sides.iter().map(|side| side.holds(u32::from(channel.0))).collect()));
    told_apart
}

/// A contact on another channel: what fits it there.
struct Moved {
    channel: ChannelId,
    /// Whether the contact can be there at all, with the fields that are known of it.
    can_be: Literal,
    /// For each rule whether it is the one that decides it there.
    decides: Vec<Literal>,
}

impl Moved {
    fn new(code: &mut Code<'_>, channel: ChannelId) -> Option<Self> {
        let space = code.space;
        let mut terms: BTreeMap<usize, Literal> = BTreeMap::new();
        let never = {
            let some = code.solver.variable();
            code.solver.one_of([!some]);
            some
        };
        for (term, region) in &space.terms {
            let literals = there(code, &terms, channel, region, never);
            let holds = code.all_of(&literals);
            terms.insert(space.axes.place(AxisOf::Term(*term))?, holds);
        }
        let mut known = Vec::new();
        for (place, region) in &space.only_when {
            let unknown = code.at(*place, space.axis(*place)?.unknown());
            let literals = there(code, &terms, channel, region, never);
            let (unknown, inside) = (code.all_of(&unknown), code.all_of(&literals));
            known.push(!code.all_of(&[!unknown, !inside]));
        }
        let can_be = code.all_of(&known);
        let mut decides = Vec::new();
        let mut none_before: Option<Literal> = None;
        for region in &space.rules {
            let literals = there(code, &terms, channel, region, never);
            let fits = code.all_of(&literals);
            let first: Vec<Literal> = none_before.into_iter().chain([fits]).collect();
            decides.push(code.all_of(&first));
            let none: Vec<Literal> = none_before.into_iter().chain([!fits]).collect();
            none_before = Some(code.all_of(&none));
        }
        Some(Self { channel, can_be, decides })
    }

    /// A variable that says that a rule which counts decides it there, and by a later priority than this.
    fn later(&self, code: &mut Code<'_>, than: u32, counts: &impl Fn(&RuleId) -> bool) -> Literal {
        let policy = code.space.policy;
        let mut none = Vec::new();
        for (id, decides) in (0u16..).map(RuleId).zip(&self.decides).filter(|(id, _)| counts(id)) {
            for (_, types) in priorities(policy, id.index()).into_iter().filter(|(priority, _)| *priority > than) {
                let types = types.and_then(|types| code.on_contact_types(&types)).unwrap_or_default();
                let all: Vec<Literal> = types.into_iter().chain([*decides]).collect();
                none.push(!code.all_of(&all));
            }
        }
        !code.all_of(&none)
    }
}

/// The literals that say that a contact, were it on a channel, lies in a region.
fn there(
    code: &Code<'_>,
    terms: &BTreeMap<usize, Literal>,
    channel: ChannelId,
    region: &Region,
    never: Literal,
) -> Vec<Literal> {
    let on_channel = code.space.axes.place(AxisOf::Named(NamedAxis::Channel));
    let mut all = Vec::new();
    for (place, side) in region {
        if Some(*place) == on_channel {
            all.extend((!side.holds(u32::from(channel.0))).then_some(never));
        } else if let Some(term) = terms.get(place) {
            match (side.holds(0), side.holds(1)) {
                (true, true) => {}
                (true, false) => all.push(*term),
                (false, true) => all.push(!*term),
                (false, false) => all.push(never),
            }
        } else {
            code.side(*place, side, &mut all);
        }
    }
    all
}

/// The contact, were it on another channel.
fn moved_to(space: &Space<'_>, point: &Point, channel: ChannelId) -> Option<Point> {
    let mut there = point.clone();
    *there.get_mut(space.axes.place(AxisOf::Named(NamedAxis::Channel))?)? = u32::from(channel.0);
    for (term, region) in &space.terms {
        let holds = space.holds(region, &there);
        *there.get_mut(space.axes.place(AxisOf::Term(*term))?)? = u32::from(!holds);
    }
    Some(there)
}
