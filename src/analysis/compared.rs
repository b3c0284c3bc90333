//! Guarantees that compare two contacts which are alike in all else.

use std::collections::BTreeSet;

use crate::analysis::claim::{Dates, Promises};
use crate::analysis::code::Code;
use crate::analysis::point::Point;
use crate::analysis::solver::{Answer, Literal};
use crate::analysis::space::Space;
use crate::analysis::verdict::{Counterexample, Verdict, unusual};
use crate::analysis::witness::simplest;
use crate::policy::{Axis, AxisOf, ChannelId, Claim, Guarantee, NamedAxis, Region, Scope};

/// The axes on which cells of promises hang.
const PROMISED: [NamedAxis; 3] = [NamedAxis::Customer, NamedAxis::ContactType, NamedAxis::Channel];

/// More pairs of cells than this are not compared.
const MOST_PAIRS: usize = 4_000_000;
/// So many pairs that differ are looked at to find the simplest.
const MOST_LOOKED_AT: usize = 40;

/// A cell of the tables: customer, contact type and channel, in the order of [`PROMISED`].
type Triple = [u32; 3];

/// One of the two kinds of contacts.
struct Half {
    region: Region,
    literals: Vec<Literal>,
    triples: Vec<Triple>,
}

/// What is known of the claim that the promise of the one is at most that of the other; none where it is not claimed.
pub(crate) fn compared(
    code: &mut Code<'_>,
    promises: Option<&Promises<'_>>,
    dates: &[Dates],
    guarantee: &Guarantee,
) -> Option<Verdict> {
    let Scope::Compare(one, two) = &guarantee.scope else { return None };
    let claimed = |claims: &[Claim]| claims.contains(&Claim::PromiseAtMostTheSame);
    let never = claimed(&guarantee.never);
    if !never && !claimed(&guarantee.always) {
        return None;
    }
    let space = code.space;
    let Some(promises) = promises else { return Some(Verdict::Unknown) };
    let half = |code: &Code<'_>, tests| {
        let region = space.axes.region(space.policy, tests).unwrap_or_default();
        let literals = code.literals(&region);
        let triples = triples(space, &region);
        Half { region, literals, triples }
    };
    let (one, two) = (half(code, one), half(code, two));
    if [&one, &two].iter().any(|half| code.ask(&half.literals) == Answer::None) {
        return Some(Verdict::AboutNobody);
    }
    let free = named(space, &[&one.region, &two.region]);
    if one.triples.len().saturating_mul(two.triples.len()).saturating_mul(dates.len()) > MOST_PAIRS {
        return Some(Verdict::Unknown);
    }
    let mut search = Search { code, free, best: None, open: None, looked_at: 0, unknown: false };
    for (literals, date) in dates {
        for triple in &one.triples {
            for other in &two.triples {
                let cell =
                    |[customer, contact_type, channel]: Triple| promises.cell(customer, contact_type, channel, *date);
                let channel = ChannelId(u16::try_from(other[2]).unwrap_or(u16::MAX));
                let (given, wanted) = (cell(*triple), cell(*other));
                let same = promises.order.at_most_the_same(channel, given, wanted);
                if same != Some(!never) && search.alike(triple, other) {
                    search.look((&one, triple), (&two, other), literals, same.is_some());
                }
            }
        }
    }
    Some(search.verdict(space, never))
}

/// The cells of the tables that contacts of a region can have, the most usual first.
fn triples(space: &Space<'_>, region: &Region) -> Vec<Triple> {
    let cells = |axis: NamedAxis| -> Vec<u32> {
        let Some(place) = space.axes.place(AxisOf::Named(axis)) else { return Vec::new() };
        let side = region.iter().find(|(at, _)| *at == place).map(|(_, side)| side);
        let possible = space.possible.get(place).into_iter().flatten().copied();
        possible.filter(|cell| side.is_none_or(|side| side.holds(*cell))).collect()
    };
    let [customers, contact_types, channels] = PROMISED.map(cells);
    let mut found = Vec::new();
    for customer in &customers {
        for contact_type in &contact_types {
            found.extend(channels.iter().map(|channel| [*customer, *contact_type, *channel]));
        }
    }
    found
}

/// The axes that the two kinds name, also by named conditions: on all others the two contacts are alike.
pub(crate) fn named(space: &Space<'_>, regions: &[&Region]) -> BTreeSet<usize> {
    let mut found: BTreeSet<usize> = BTreeSet::new();
    let mut left: Vec<usize> = regions.iter().flat_map(|region| region.iter().map(|(place, _)| *place)).collect();
    while let Some(place) = left.pop() {
        let term = space.axis(place).and_then(|axis| match axis.of {
            AxisOf::Term(term) => space.terms.iter().find(|(known, _)| *known == term),
            AxisOf::Named(_) | AxisOf::Number(_) | AxisOf::Desk(_) => None,
        });
        if found.insert(place) {
            left.extend(term.into_iter().flat_map(|(_, region)| region.iter().map(|(place, _)| *place)));
        }
    }
    found
}

/// How unusual two contacts are, and the two.
type Pair = (usize, Point, Point);

/// Looks for the simplest pair.
struct Search<'c, 's> {
    code: &'c mut Code<'s>,
    free: BTreeSet<usize>,
    best: Option<Pair>,
    /// Two contacts of whom it is not known.
    open: Option<Pair>,
    looked_at: usize,
    unknown: bool,
}

impl Search<'_, '_> {
    /// Whether two cells differ only where the two kinds are named.
    fn alike(&self, one: &Triple, two: &Triple) -> bool {
        let places = PROMISED.map(|axis| self.code.space.axes.place(AxisOf::Named(axis)));
        let mut both = one.iter().zip(two).zip(places);
        both.all(|((one, two), place)| one == two || place.is_some_and(|place| self.free.contains(&place)))
    }

    /// Looks for two contacts of these cells. `sure` where the claim is known not to hold for them.
    fn look(&mut self, one: (&Half, &Triple), two: (&Half, &Triple), dates: &[Literal], sure: bool) {
        if self.looked_at >= MOST_LOOKED_AT || (!sure && self.open.is_some()) {
            return;
        }
        let question = |code: &Code<'_>, (half, triple): (&Half, &Triple)| {
            let places = PROMISED.map(|axis| code.space.axes.place(AxisOf::Named(axis)));
            let cells = places.iter().zip(triple).filter_map(|(place, cell)| Some(code.at((*place)?, *cell))).flatten();
            half.literals.iter().chain(dates).copied().chain(cells).collect::<Vec<_>>()
        };
        let first = question(self.code, one);
        let first = simplest(self.code, &first);
        let mut second = question(self.code, two);
        if let Ok(point) = &first {
            let alike = point.iter().enumerate().filter(|(place, _)| !self.free.contains(place));
            let alike = alike.filter(|(place, _)| !self.is_term(*place));
            second.extend(alike.flat_map(|(place, cell)| self.code.at(place, *cell)));
        }
        let second = simplest(self.code, &second);
        match (first, second) {
            (Ok(first), Ok(second)) => {
                self.looked_at += 1;
                let count = unusual(self.code.space, &first) + unusual(self.code.space, &second);
                let slot = if sure { &mut self.best } else { &mut self.open };
                if slot.as_ref().is_none_or(|(best, ..)| count < *best) {
                    *slot = Some((count, first, second));
                }
            }
            (Err(Answer::GivenUp), _) | (_, Err(Answer::GivenUp)) => self.unknown = true,
            // There is a first contact, but none like it of the second kind: whether another pair exists is not known.
            (Ok(_), Err(_)) => self.unknown = true,
            (Err(_), _) => {}
        }
    }

    fn is_term(&self, place: usize) -> bool {
        self.code.space.axis(place).is_some_and(Axis::is_term)
    }

    fn verdict(self, space: &Space<'_>, never: bool) -> Verdict {
        let example = |(_, first, second): Pair| {
            Box::new(Counterexample {
                contact: space.witness(&first),
                compared: Some(space.witness(&second)),
                claim: Claim::PromiseAtMostTheSame,
                never,
                rule: space.first_rule(&first),
            })
        };
        match (self.best, self.open) {
            (Some(best), _) => Verdict::Fails(example(best)),
            (None, _) if self.unknown => Verdict::Unknown,
            (None, Some(open)) => Verdict::HangsOnHours(example(open)),
            (None, None) => Verdict::Holds,
        }
    }
}
