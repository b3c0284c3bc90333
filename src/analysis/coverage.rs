//! What the rules take and what they leave: rules that never win, and contacts that no rule fits.

use crate::analysis::code::Code;
use crate::analysis::quick::Quick;
use crate::analysis::solver::{Answer, Literal};
use crate::analysis::space::Space;
use crate::analysis::switched::Switched;
use crate::analysis::witness::{Witness, simplest};
use crate::policy::{Region, RuleId};

/// Whether a rule ever decides a contact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reach {
    /// It does.
    Wins,
    /// Its own tests exclude each other, or ask for what no contact is.
    FitsNobody,
    /// Each contact that it fits goes to one of these earlier rules; none of them can be left out. Where very many rules
    /// never win, only the first ones are explained, and the others have an empty list.
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

/// So many rules that never win are explained.
const MOST_EXPLAINED: usize = 100;

/// Asks about every rule, and about what all of them leave.
#[must_use]
pub fn coverage(space: &Space<'_>) -> Coverage {
    let mut reach = reach(space);
    let (unanswered, certain) = unanswered(space);
    explain(space, &mut reach);
    Coverage { reach, unanswered, certain }
}

/// A contact that no rule fits, and whether the answer is certain.
#[must_use]
pub fn unanswered(space: &Space<'_>) -> (Option<Witness>, bool) {
    if space.rules.iter().any(Vec::is_empty) {
        return (None, true);
    }
    let mut code = Code::new(space);
    space.rules.iter().for_each(|region| code.without(region));
    match simplest(&mut code, &[]) {
        Ok(point) => (Some(space.witness(&point)), true),
        Err(Answer::None | Answer::Found) => (None, true),
        Err(Answer::GivenUp) => (None, false),
    }
}

/// For each rule whether it ever wins; those that never do are not explained. Most have a contact that is found by trying; for
/// the others the clauses of all rules before them are asked.
#[must_use]
pub fn reach<'s>(space: &'s Space<'s>) -> Vec<Reach> {
    let mut quick = Quick::new(space);
    let mut code: Option<Code<'s>> = None;
    let mut waiting: Vec<&Region> = Vec::new();
    let mut reach: Vec<Reach> = Vec::with_capacity(space.rules.len());
    for region in &space.rules {
        let found = if quick.contact(region).is_some() {
            Reach::Wins
        } else {
            let code = code.get_or_insert_with(|| Code::new(space));
            waiting.drain(..).for_each(|before| code.without(before));
            let box_of = code.literals(region);
            match code.ask(&box_of) {
                Answer::Found => Reach::Wins,
                Answer::GivenUp => Reach::Unknown,
                Answer::None => Reach::Taken(Vec::new()),
            }
        };
        // A rule whose contacts the earlier ones take already adds nothing to what is taken.
        if matches!(found, Reach::Wins | Reach::Unknown) {
            quick.add(region);
            waiting.push(region);
        }
        reach.push(found);
    }
    reach
}

/// Says by which earlier rules those that never win are taken.
fn explain(space: &Space<'_>, reach: &mut [Reach]) {
    let mut switched: Option<Switched<'_>> = None;
    let rules = (0u16..).map(RuleId).zip(reach).filter(|(_, reach)| matches!(reach, Reach::Taken(_)));
    for (rule, reach) in rules.take(MOST_EXPLAINED) {
        *reach = taken_by(switched.get_or_insert_with(|| Switched::new(space, u32::MAX)), rule);
    }
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

/// Which earlier rules take every contact of a rule: a set of which none can be left out.
fn taken_by(switched: &mut Switched<'_>, rule: RuleId) -> Reach {
    let box_of = switched.of(rule);
    if switched.ask(&box_of) == Answer::None {
        return Reach::FitsNobody;
    }
    let rules = &switched.code.space.rules;
    let own = rules.get(rule.index());
    let earlier = (0u16..).map(RuleId).zip(rules).take(rule.index());
    let meeting = earlier.filter(|(_, other)| own.is_some_and(|own| meet(other, own))).map(|(other, _)| other);
    let mut kept: Vec<(RuleId, Literal)> = meeting.map(|other| (other, switched.without(other))).collect();
    let question = |kept: &[(RuleId, Literal)]| -> Vec<Literal> {
        box_of.iter().copied().chain(kept.iter().map(|(_, switch)| *switch)).collect()
    };
    let all = question(&kept);
    if switched.ask(&all) != Answer::None {
        return Reach::Unknown;
    }
    let needed: Vec<Literal> = switched.code.solver.needed(&all).collect();
    kept.retain(|(_, switch)| needed.contains(switch));
    let mut at = 0;
    while at < kept.len() {
        let mut fewer = kept.clone();
        fewer.remove(at);
        if switched.ask(&question(&fewer)) == Answer::None {
            kept = fewer;
        } else {
            at += 1;
        }
    }
    Reach::Taken(kept.into_iter().map(|(rule, _)| rule).collect())
}

/// Whether two regions can have a contact in common, axis by axis.
pub(crate) fn meet(one: &Region, two: &Region) -> bool {
    one.iter().all(|(place, side)| {
        let other = two.iter().find(|(other, _)| other == place);
        other.is_none_or(|(_, other)| !side.and(other).is_empty(u32::MAX))
    })
}
