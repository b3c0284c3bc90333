//! Pairs of rules that fit some contacts both and do not do the same with them, so that their order decides.

use crate::analysis::coverage::Reach;
use crate::analysis::holding::Holding;
use crate::analysis::needless::contains;
use crate::analysis::outcome::{Differ, Outcomes};
use crate::analysis::point::Point;
use crate::analysis::solver::{Answer, Literal};
use crate::analysis::space::Space;
use crate::analysis::switched::Switched;
use crate::analysis::witness::{Witness, simplest};
use crate::policy::{RuleId, Test};

/// The pairs of a policy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overlaps {
    /// The earlier rule and the later one, both of which decide something, where what each asks for leaves room for a
    /// contact of both and the earlier one does not ask for all that the later one asks for.
    pub pairs: Vec<(RuleId, RuleId)>,
    /// Whether all rules were looked at.
    pub complete: bool,
}

/// So many pairs that meet are looked at.
const MOST_PAIRS: usize = 50_000;

/// Looks for them.
#[must_use]
pub(crate) fn overlaps(space: &Space<'_>, holding: &Holding<'_>, outcomes: &Outcomes, reach: &[Reach]) -> Overlaps {
    let wins = |rule: RuleId| reach.get(rule.index()) == Some(&Reach::Wins);
    let mut found = Overlaps { pairs: Vec::new(), complete: true };
    let mut looked_at = 0;
    for (later, region) in (0u16..).map(RuleId).zip(&space.rules).filter(|(rule, _)| wins(*rule)) {
        // What everything fits is what is left for others on purpose.
        if region.is_empty() {
            continue;
        }
        for earlier in holding.meeting(region).take_while(|earlier| *earlier < later) {
            looked_at += 1;
            if looked_at > MOST_PAIRS {
                found.complete = false;
                return found;
            }
            let Some(other) = space.rules.get(earlier.index()).filter(|_| wins(earlier)) else { continue };
            if outcomes.differ(earlier, later) != Differ::Never && !contains(space, region, other) {
                found.pairs.push((earlier, later));
            }
        }
    }
    found
}

/// A question about two rules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contest {
    /// The rule that comes first.
    pub earlier: RuleId,
    /// The other one.
    pub later: RuleId,
    /// What else is asked of the contact.
    pub also: Vec<Test>,
}

/// What is known of two rules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Contested {
    /// A contact that the earlier rule decides, and that the later one would decide if the earlier one were not there.
    By(Box<Witness>),
    /// There is none, or the earlier rule decides nothing that the later one does not fit: it is a special case of it.
    No,
    /// The question was too hard.
    Unknown,
}

/// So many questions are asked of the clauses.
const QUESTIONS: u32 = 5_000;

/// Answers for each pair of rules. Contacts of which all tests of an entry of `left_out` are true are not looked at. For
/// the first so many answers the contact is the simplest one; for the others it is any.
#[must_use]
pub fn contested(space: &Space<'_>, left_out: &[Vec<Test>], asked: &[Contest], stories: usize) -> Vec<Contested> {
    let holding = Holding::new(space);
    let mut switched = Switched::new(space, QUESTIONS);
    for tests in left_out {
        if let Some(region) = space.axes.region(space.policy, tests) {
            switched.code.without(&region);
        }
    }
    let mut told = 0;
    let answer = |contest: &Contest| {
        let answer = answer(space, &holding, &mut switched, contest, told < stories);
        told += usize::from(matches!(answer, Contested::By(_)));
        answer
    };
    asked.iter().map(answer).collect()
}

fn answer(
    space: &Space<'_>,
    holding: &Holding<'_>,
    switched: &mut Switched<'_>,
    contest: &Contest,
    simply: bool,
) -> Contested {
    let Contest { earlier, later, also } = contest;
    let region = |rule: &RuleId| space.rules.get(rule.index());
    let (Some(one), Some(two), Some(also)) = (region(earlier), region(later), space.axes.region(space.policy, also))
    else {
        return Contested::Unknown;
    };
    let mut own = switched.of(*earlier);
    let before: Vec<RuleId> = holding.meeting(one).take_while(|rule| rule < earlier).collect();
    own.extend(before.into_iter().map(|rule| switched.without(rule)));
    let mut apart = own.clone();
    apart.push(switched.without(*later));
    match switched.ask(&apart) {
        Answer::Found => {}
        Answer::None => return Contested::No,
        Answer::GivenUp => return Contested::Unknown,
    }
    let mut both: Vec<Literal> = own;
    both.extend(switched.of(*later));
    both.extend(switched.code.literals(&also));
    let between: Vec<RuleId> = holding.meeting(two).filter(|rule| earlier < rule && rule < later).collect();
    both.extend(between.into_iter().map(|rule| switched.without(rule)));
    let found = if simply { simplest(&mut switched.code, &both) } else { any(switched, &both) };
    match found {
        Ok(point) => Contested::By(Box::new(space.witness(&point))),
        Err(Answer::GivenUp) => Contested::Unknown,
        Err(Answer::None | Answer::Found) => Contested::No,
    }
}

/// The contact that is found first.
fn any(switched: &mut Switched<'_>, both: &[Literal]) -> Result<Point, Answer> {
    match switched.ask(both) {
        Answer::Found => Ok(switched.code.found()),
        other @ (Answer::None | Answer::GivenUp) => Err(other),
    }
}
