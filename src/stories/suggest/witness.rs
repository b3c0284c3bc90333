//! Looks for a contact that some tests fit and that no earlier rule takes.
//!
//! The one place where such a contact is looked for: by trying the usual one, and, where an earlier rule takes it, each way
//! in which that rule does not fit.

use std::collections::BTreeMap;

use crate::engine::{Contact, Decision, Engine};
use crate::policy::{FieldId, FieldKind, FieldValue, RuleId, Test};
use crate::stories::suggest::choices::{Choices, Literal, Part, part_of};
use crate::stories::suggest::sketch::Sketch;

/// How many contacts are tried for one question.
const TRIES: u32 = 2_000;

/// How many earlier rules, and named conditions in terms of each other, may stand in each other's way.
const DEPTH: u32 = 400;

/// What came of a search.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Found {
    /// A contact, and its words.
    Contact(Box<Witness>),
    /// There is none among all that can be told apart.
    Never,
    /// There may be one; the search was given up, or the notation cannot tell it.
    Unknown,
}

/// A contact that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Witness {
    pub(crate) sketch: Sketch,
    pub(crate) words: String,
    pub(crate) contact: Contact,
    pub(crate) decision: Decision,
}

impl Witness {
    /// The contact of a sketch, decided; `None` where the notation cannot tell it.
    pub(crate) fn of(engine: &Engine, sketch: Sketch) -> Option<Self> {
        let (words, contact) = sketch.told(engine.policy())?;
        let decision = engine.decide(&contact);
        Some(Self { sketch, words, contact, decision })
    }
}

/// A contact that fits all of these tests; where a rule is named, one that it decides. Fields in `fixed` have that value.
pub(crate) fn witness<'a>(
    engine: &'a Engine,
    choices: &'a Choices,
    tests: &'a [Test],
    rule: Option<RuleId>,
    fixed: &'a BTreeMap<FieldId, FieldValue>,
) -> Found {
    let mut search = Search { engine, choices, tests, rule, fixed, tries: 0, sure: true };
    let literals = tests.iter().map(|test| (test, true)).collect();
    match search.solve(Vec::new(), literals, DEPTH) {
        Some(found) => Found::Contact(Box::new(found)),
        None if search.sure => Found::Never,
        None => Found::Unknown,
    }
}

struct Search<'a> {
    engine: &'a Engine,
    choices: &'a Choices,
    tests: &'a [Test],
    rule: Option<RuleId>,
    fixed: &'a BTreeMap<FieldId, FieldValue>,
    tries: u32,
    /// Nothing was left out so far.
    sure: bool,
}

impl<'a> Search<'a> {
    /// Takes the literals in `open` over into `plain`, each way of a named condition in its turn, then tries.
    fn solve(&mut self, mut plain: Vec<Literal<'a>>, mut open: Vec<Literal<'a>>, depth: u32) -> Option<Witness> {
        if depth == 0 {
            self.sure = false;
            return None;
        }
        while let Some((test, wanted)) = open.pop() {
            let Test::Term { term, negated } = test else {
                if !plain.contains(&(test, wanted)) {
                    open.extend(self.only_when(test, wanted, &plain));
                    plain.push((test, wanted));
                }
                continue;
            };
            let (_, tests) = self.engine.policy().term(*term)?;
            if wanted != *negated {
                open.extend(tests.iter().map(|test| (test, true)));
                continue;
            }
            return self.one_of_them_fails(&plain, &open, tests, depth);
        }
        self.attempt(plain, depth)
    }

    /// Each way in which tests do not all fit: the first does not, or it does and the second does not, and so on.
    fn one_of_them_fails(
        &mut self,
        plain: &[Literal<'a>],
        open: &[Literal<'a>],
        tests: &'a [Test],
        depth: u32,
    ) -> Option<Witness> {
        for at in 0..tests.len() {
            let mut next = open.to_vec();
            next.extend(tests.iter().take(at).map(|test| (test, true)));
            next.extend(tests.get(at).map(|test| (test, false)));
            if let Some(found) = self.solve(plain.to_vec(), next, depth - 1) {
                return Some(found);
            }
        }
        None
    }

    /// What must fit so that the field of this literal can be known at all, where it must be known.
    fn only_when(&self, test: &Test, wanted: bool, plain: &[Literal<'a>]) -> Vec<Literal<'a>> {
        let known = match test {
            Test::Named { negated, .. } => wanted != *negated,
            Test::Known { known, .. } => *known == wanted,
            Test::Number { .. } => wanted,
            Test::Term { .. } | Test::Desk { .. } => false,
        };
        let Some(Part::Field(id)) = part_of(test).filter(|_| known) else { return Vec::new() };
        let asked = |(other, _): &Literal<'_>| part_of(other) == Some(Part::Field(id)) && *other == test;
        if plain.iter().any(asked) {
            return Vec::new();
        }
        let policy = self.engine.policy();
        policy.field(id).map_or_else(Vec::new, |field| field.only_when.iter().map(|test| (test, true)).collect())
    }

    /// Whether the choices for a part are all that there are: desks may open together at other times, and lengths of time
    /// be shorter than can be written.
    fn is_all(&self, part: Part, plain: &[Literal<'a>]) -> bool {
        match part {
            Part::Moment => !plain.iter().any(|(test, _)| matches!(test, Test::Desk { .. })),
            Part::Field(id) => {
                let kind = self.engine.policy().field(id).map(|field| &field.kind);
                !matches!(kind, Some(FieldKind::Time)) && !self.fixed.contains_key(&id)
            }
            Part::Customer | Part::ContactType | Part::Channel | Part::Language => true,
        }
    }

    fn attempt(&mut self, plain: Vec<Literal<'a>>, depth: u32) -> Option<Witness> {
        if self.tries >= TRIES {
            self.sure = false;
            return None;
        }
        self.tries += 1;
        let sketch = match self.choices.first(&plain, self.fixed) {
            Ok(sketch) => sketch,
            Err(part) => {
                self.sure &= self.is_all(part, &plain);
                return None;
            }
        };
        let Some(found) = Witness::of(self.engine, sketch) else {
            self.sure = false;
            return None;
        };
        let policy = self.engine.policy();
        let (Some(rule), Some(taken)) = (self.rule, found.decision.rule) else {
            let fits = self.rule.is_none() && self.engine.fits(&found.contact, self.tests);
            self.sure &= fits;
            return fits.then_some(found);
        };
        if taken == rule {
            return Some(found);
        }
        // A later rule took it: the contact is not what it was made up to be.
        let Some(earlier) = policy.rule(taken).filter(|_| taken < rule) else {
            self.sure = false;
            return None;
        };
        self.one_of_them_fails(&plain, &[], &earlier.tests, depth)
    }
}
