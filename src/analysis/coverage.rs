//! What the rules take and what they leave: rules that never win, and contacts that no rule fits.

use crate::analysis::code::Code;
use crate::analysis::solver::Answer;
use crate::analysis::space::Space;
use crate::analysis::witness::{Witness, simplest};
use crate::policy::{Region, RuleId};

/// Whether a rule ever decides a contact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reach {
    /// It does.
    Wins,
    /// Its own tests exclude each other, or ask for what no contact is.
    FitsNobody,
    /// Each contact that it fits goes to one of these earlier rules; none of them can be left out.
    Taken(Vec<RuleId>),
    /// The question was too hard.
    Unknown,
}

/// What the rules take and what they leave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coverage {
    /// For each rule, whether it ever wins.
    pub reach: Vec<Reach>,
    /// A contact that no rule fits; none where every contact is decided by a rule.
    pub unanswered: Option<Witness>,
    /// Whether the last answer is certain: where not, there may be such a contact although none is named.
    pub certain: bool,
}

/// Asks about every rule, and about what all of them leave.
#[must_use]
pub fn coverage(space: &Space<'_>) -> Coverage {
    let mut code = Code::new(space);
    let mut reach: Vec<Reach> = Vec::with_capacity(space.rules.len());
    for (rule, region) in (0u16..).map(RuleId).zip(&space.rules) {
        let box_of = code.literals(region);
        let found = match code.ask(&box_of) {
            Answer::Found => Reach::Wins,
            Answer::GivenUp => Reach::Unknown,
            Answer::None => taken(space, rule, region),
        };
        // A rule whose contacts the earlier ones take already adds nothing to what is taken.
        if matches!(found, Reach::Wins | Reach::Unknown) {
            code.without(region);
        }
        reach.push(found);
    }
    let (unanswered, certain) = match simplest(&mut code, &[]) {
        Ok(point) => (Some(space.witness(&point)), true),
        Err(Answer::None | Answer::Found) => (None, true),
        Err(Answer::GivenUp) => (None, false),
    };
    Coverage { reach, unanswered, certain }
}

/// For each rule the simplest contact that it decides; none for a rule that never wins, and where the question was too
/// hard.
#[must_use]
pub fn contacts_of_rules(space: &Space<'_>) -> Vec<Option<Witness>> {
    let mut code = Code::new(space);
    let mut found = Vec::with_capacity(space.rules.len());
    for region in &space.rules {
        let box_of = code.literals(region);
        let point = simplest(&mut code, &box_of).ok();
        found.push(point.map(|point| space.witness(&point)));
        code.without(region);
    }
    found
}

/// Which earlier rules take every contact of a rule's region: a smallest set in the sense that none can be left out.
fn taken(space: &Space<'_>, rule: RuleId, region: &Region) -> Reach {
    let mut code = Code::new(space);
    let box_of = code.literals(region);
    if code.ask(&box_of) == Answer::None {
        return Reach::FitsNobody;
    }
    let earlier: Vec<RuleId> = (0..rule.0).map(RuleId).collect();
    let mut switches = Vec::with_capacity(earlier.len());
    for (id, other) in earlier.iter().zip(&space.rules) {
        if !meet(other, region) {
            continue;
        }
        let switch = code.solver.variable();
        let not_it: Vec<_> = code.literals(other).into_iter().map(|literal| !literal).chain([!switch]).collect();
        code.solver.one_of(not_it);
        switches.push((*id, switch));
    }
    let question = |kept: &[(RuleId, _)]| -> Vec<_> {
        kept.iter().map(|(_, switch)| *switch).chain(box_of.iter().copied()).collect()
    };
    let all = question(&switches);
    if code.ask(&all) != Answer::None {
        return Reach::Unknown;
    }
    let needed: Vec<_> = code.solver.needed(&all).collect();
    switches.retain(|(_, switch)| needed.contains(switch));
    let mut at = 0;
    while at < switches.len() {
        let mut fewer = switches.clone();
        fewer.remove(at);
        if code.ask(&question(&fewer)) == Answer::None {
            switches = fewer;
        } else {
            at += 1;
        }
    }
    Reach::Taken(switches.into_iter().map(|(id, _)| id).collect())
}

/// Whether two regions can have a contact in common, axis by axis.
pub(crate) fn meet(one: &Region, two: &Region) -> bool {
    one.iter().all(|(place, side)| {
        let other = two.iter().find(|(other, _)| other == place);
        other.is_none_or(|(_, other)| !side.and(other).is_empty(u32::MAX))
    })
}
