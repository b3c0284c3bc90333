//! Rules that could be left out: without them every contact would be treated as it is with them.

use crate::analysis::coverage::Reach;
use crate::analysis::holding::Holding;
use crate::analysis::outcome::{Differ, Outcomes};
use crate::analysis::point::Point;
use crate::analysis::quick::Quick;
use crate::analysis::solver::{Answer, Literal};
use crate::analysis::space::Space;
use crate::analysis::switched::Switched;
use crate::analysis::witness::{Witness, simplest};
use crate::policy::{AxisOf, NamedAxis, Region, RuleId, Side};

/// Whether something would change without a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Need {
    /// It would, for at least one contact; or the rule decides nothing at all.
    Needed,
    /// It would not.
    Needless {
        /// The later rules that would decide its contacts, and do the same with them.
        by: Vec<RuleId>,
        /// The simplest contact that it decides; of very many such rules only the first ones have one.
        contact: Option<Witness>,
    },
    /// The question was too hard.
    Unknown,
}

/// How many contacts of a rule are tried before the clauses are asked.
const TRIES: u32 = 12;
/// For so many rules a contact is looked for; nobody reads the stories of more.
const STORIES: usize = 20;
/// So many questions are asked of the clauses for one policy.
const QUESTIONS: u32 = 5_000;

/// For each rule, whether something would change without it.
#[must_use]
pub(crate) fn needs<'s>(
    space: &'s Space<'s>,
    holding: &'s Holding<'s>,
    outcomes: &Outcomes,
    reach: &[Reach],
) -> Vec<Need> {
    let mut last_alike: Vec<Option<usize>> = Vec::new();
    for (at, rule) in (0u16..).map(RuleId).take(space.rules.len()).enumerate() {
        let Some(alike) = outcomes.alike(rule) else { continue };
        if last_alike.len() <= alike {
            last_alike.resize(alike + 1, None);
        }
        last_alike.get_mut(alike).into_iter().for_each(|last| *last = Some(at));
    }
    let mut search: Option<Search<'_>> = None;
    let rules = (0u16..).map(RuleId).zip(reach);
    let mut needs = Vec::with_capacity(reach.len());
    for (rule, reach) in rules {
        let last = outcomes.alike(rule).and_then(|alike| last_alike.get(alike).copied().flatten());
        let some_later = last.is_some_and(|last| last > rule.index());
        let need = if some_later && *reach == Reach::Wins {
            let search = search.get_or_insert_with(|| Search::new(space, holding));
            if search.tells_apart(outcomes, rule) { Need::Needed } else { search.ask(outcomes, rule) }
        } else {
            Need::Needed
        };
        needs.push(need);
    }
    needs
}

/// What is made once for all rules.
struct Search<'s> {
    space: &'s Space<'s>,
    holding: &'s Holding<'s>,
    quick: Quick<'s>,
    switched: Option<Switched<'s>>,
    /// For how many rules a contact was looked for.
    stories: usize,
}

impl<'s> Search<'s> {
    fn new(space: &'s Space<'s>, holding: &'s Holding<'s>) -> Self {
        Self { space, holding, quick: Quick::new(space), switched: None, stories: 0 }
    }

    /// Whether a contact is found by trying that would be treated otherwise.
    fn tells_apart(&mut self, outcomes: &Outcomes, rule: RuleId) -> bool {
        let Some(region) = self.space.rules.get(rule.index()) else { return false };
        (0..TRIES).any(|attempt| {
            let point = self.quick.point(region, attempt == 0);
            let own = point.filter(|point| self.holding.first(point, 0) == Some(rule));
            own.is_some_and(|point| self.is_treated_otherwise(outcomes, rule, &point))
        })
    }

    /// Whether a contact that a rule decides would be treated otherwise without it.
    fn is_treated_otherwise(&self, outcomes: &Outcomes, rule: RuleId, point: &Point) -> bool {
        self.holding.first(point, rule.index() + 1).is_none_or(|next| match outcomes.differ(rule, next) {
            Differ::Never => false,
            Differ::Always => true,
            Differ::For(types) => self.contact_type(point).is_some_and(|number| types.contains(&number)),
        })
    }

    fn contact_type(&self, point: &Point) -> Option<u32> {
        point.get(self.space.axes.place(AxisOf::Named(NamedAxis::ContactType))?).copied()
    }

    /// The answer for every contact.
    fn ask(&mut self, outcomes: &Outcomes, rule: RuleId) -> Need {
        let (space, holding) = (self.space, self.holding);
        let Some(region) = space.rules.get(rule.index()) else { return Need::Unknown };
        let (earlier, later): (Vec<RuleId>, Vec<RuleId>) =
            holding.meeting(region).filter(|other| *other != rule).partition(|other| *other < rule);
        let takes_all =
            |next: RuleId| space.rules.get(next.index()).is_some_and(|other| contains(space, other, region));
        // Most often the next rule takes everything, so that there is nothing to ask.
        let plain = later.first().copied().filter(|next| outcomes.differ(rule, *next) == Differ::Never);
        let plain = plain.filter(|next| takes_all(*next));
        if let Some(next) = plain.filter(|_| self.stories >= STORIES) {
            return Need::Needless { by: vec![next], contact: None };
        }
        let switched = self.switched.get_or_insert_with(|| Switched::new(space, QUESTIONS));
        let mut own: Vec<Literal> = switched.of(rule);
        own.extend(earlier.into_iter().map(|other| switched.without(other)));
        // One contact of the rule most often tells.
        if plain.is_none() && switched.ask(&own) == Answer::Found {
            let point = switched.code.found();
            if self.is_treated_otherwise(outcomes, rule, &point) {
                return Need::Needed;
            }
        }
        let Some(switched) = self.switched.as_mut() else { return Need::Unknown };
        let by = match plain {
            Some(next) => Ok(vec![next]),
            None => decided_by(switched, outcomes, rule, &own, &later, takes_all),
        };
        match by {
            Ok(by) => {
                self.stories += 1;
                let told = (self.stories <= STORIES).then(|| simplest(&mut switched.code, &own).ok()).flatten();
                Need::Needless { by, contact: told.map(|point| space.witness(&point)) }
            }
            Err(need) => need,
        }
    }
}

/// The later rules that would decide the contacts of a rule, where all of them do the same with these; else what is known.
fn decided_by(
    switched: &mut Switched<'_>,
    outcomes: &Outcomes,
    rule: RuleId,
    own: &[Literal],
    later: &[RuleId],
    takes_all: impl Fn(RuleId) -> bool,
) -> Result<Vec<RuleId>, Need> {
    let mut left = own.to_vec();
    let mut by = Vec::new();
    for next in later.iter().copied() {
        let taken: Vec<Literal> = left.iter().copied().chain(switched.of(next)).collect();
        match otherwise(switched, &outcomes.differ(rule, next), &taken) {
            Answer::Found => return Err(Need::Needed),
            Answer::GivenUp => return Err(Need::Unknown),
            Answer::None => {}
        }
        match switched.ask(&taken) {
            Answer::Found => by.push(next),
            Answer::GivenUp => return Err(Need::Unknown),
            Answer::None => {}
        }
        left.push(switched.without(next));
        if takes_all(next) {
            break;
        }
    }
    // What none of them takes would reach nobody.
    match switched.ask(&left) {
        Answer::Found => Err(Need::Needed),
        Answer::GivenUp => Err(Need::Unknown),
        Answer::None => Ok(by),
    }
}

/// Whether some of these contacts would be treated otherwise.
fn otherwise(switched: &mut Switched<'_>, differ: &Differ, taken: &[Literal]) -> Answer {
    match differ {
        Differ::Never => Answer::None,
        Differ::Always => switched.ask(taken),
        Differ::For(types) => match switched.code.on_contact_types(&Side::Only(types.clone())) {
            Some(of_types) => switched.ask(&taken.iter().copied().chain(of_types).collect::<Vec<_>>()),
            None => Answer::None,
        },
    }
}

/// Whether each contact of a region lies in another one, axis by axis.
pub(crate) fn contains(space: &Space<'_>, other: &Region, region: &Region) -> bool {
    other.iter().all(|(place, wide)| {
        let narrow = region.iter().find(|(at, _)| at == place).map(|(_, side)| side);
        let possible = space.possible.get(*place).into_iter().flatten();
        let mut inside = possible.filter(|cell| narrow.is_none_or(|narrow| narrow.holds(**cell)));
        inside.all(|cell| wide.holds(*cell))
    })
}
