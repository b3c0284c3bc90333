//! Terms: conditions with a name.

use std::collections::{BTreeMap, BTreeSet};

use crate::notation::{self, AnyWords};
use crate::policy::{Origin, PolicyBuilder, TermId, Test};
use crate::source::{Sink, Spanned, quoted};
use crate::strategy::field::{Field, Shape};
use crate::strategy::names::{NameKind, Names};
use crate::strategy::written::{Named, Note, Written};
use crate::strategy::{contradiction, errors, reader};
use crate::yaml::Entry;

/// The table of keys.
pub static FIELDS: &[Field] = &[Field::name(
    "a term",
    Shape::Phrase("a condition"),
    "A condition with a name, used in rules as `contact is angry` and explained in the glossary.",
    "sentiment below -0.3",
)];

/// All terms as written.
#[derive(Debug, Clone, Default)]
pub struct TermsSyntax {
    /// In the order written.
    pub terms: Vec<TermSyntax>,
}

/// A term as written.
#[derive(Debug, Clone, Default)]
pub struct TermSyntax {
    /// Its name, and everything written below it.
    pub head: Named,
    /// The condition.
    pub condition: Option<Written>,
}

/// All terms as meant.
#[derive(Debug, Clone, Default)]
pub struct TermsModel {
    /// In the order written.
    pub terms: Vec<TermModel>,
}

/// A term as meant.
#[derive(Debug, Clone, Default)]
pub struct TermModel {
    /// Its name, and everything written below it.
    pub head: Named,
    /// The condition as written.
    pub condition: Option<Written>,
    /// All of these must fit.
    pub tests: Vec<Spanned<Test>>,
    /// Whether it has no meaning, which has been reported. Whatever uses it has none either.
    pub broken: bool,
}

crate::strategy::component::component! {
    /// The part `terms`.
    Terms = "terms", FIELDS, include_str!("terms.md"), TermsSyntax, TermsModel;
    read, declare, resolve, lower
}

fn read(entry: &Entry, sink: &mut Sink) -> TermsSyntax {
    let keys = reader::keys(entry, FIELDS, sink);
    let terms = keys
        .names()
        .map(|entry| TermSyntax { condition: reader::text(entry, sink), head: reader::named(entry, Note::default()) });
    TermsSyntax { terms: terms.collect() }
}

/// Terms are names. Those that ask, directly or through another term, which customer it is are remembered.
fn declare(syntax: &TermsSyntax, names: &mut Names, sink: &mut Sink) {
    let mut uses: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    let mut asking: BTreeSet<&str> = BTreeSet::new();
    for term in &syntax.terms {
        names.declare(NameKind::Term, &term.head.name, term.head.span, sink);
        let Some(condition) = &term.condition else { continue };
        let (customer, terms) = what_it_asks(condition);
        if customer {
            asking.insert(&term.head.name);
        }
        uses.insert(&term.head.name, terms);
    }
    let mut todo: Vec<&str> = asking.iter().copied().collect();
    while let Some(found) = todo.pop() {
        let users = uses.iter().filter(|(_, used)| used.contains(found)).map(|(user, _)| *user);
        todo.extend(users.filter(|user| asking.insert(user)).collect::<Vec<_>>());
    }
    for name in asking {
        if let Some(number) = names.number(NameKind::Term, name) {
            names.mark_customer_term(TermId(number));
        }
    }
}

/// Whether a condition asks for the customer, and which terms it uses. What cannot be read asks for nothing; it is
/// reported when names get their meaning.
fn what_it_asks(condition: &Written) -> (bool, BTreeSet<String>) {
    let Ok(condition) = notation::condition(condition.excerpt(), &AnyWords) else { return (false, BTreeSet::new()) };
    let mut terms = BTreeSet::new();
    let mut customer = false;
    for test in condition.tests {
        match test.value {
            notation::Test::Contact { term, .. } => {
                terms.insert(term.value);
            }
            notation::Test::Named { field, .. } | notation::Test::Known { field, .. } => {
                customer |= field.value == "customer";
            }
            notation::Test::Number { .. } | notation::Test::Desk { .. } => {}
        }
    }
    (customer, terms)
}

/// Gives the names their meaning. A term that leads back to itself has none, nor has one that uses such a term.
fn resolve(syntax: &TermsSyntax, names: &Names, sink: &mut Sink) -> TermsModel {
    let declared = |term: &&TermSyntax| names.number(NameKind::Term, &term.head.name).is_some();
    let mut terms: Vec<TermModel> = Vec::new();
    for term in syntax.terms.iter().filter(declared) {
        let what = format!("The term {}", quoted(&term.head.name));
        let tests = term.condition.as_ref().and_then(|written| contradiction::resolve(&what, written, names, sink));
        terms.push(TermModel {
            head: term.head.clone(),
            condition: term.condition.clone(),
            broken: tests.is_none(),
            tests: tests.unwrap_or_default(),
        });
    }
    mark_circles(&mut terms, names, sink);
    for (number, _) in (0u16..).zip(&terms).filter(|(_, term)| term.broken) {
        names.mark_broken_term(TermId(number));
    }
    TermsModel { terms }
}

/// Terms are settled from those that use no other upwards. What can never be settled is a circle, or leads to one.
fn mark_circles(terms: &mut [TermModel], names: &Names, sink: &mut Sink) {
    let used = |term: &TermModel| -> Vec<Spanned<usize>> {
        let of = |test: &Spanned<Test>| match test.value {
            Test::Term { term, .. } => Some(Spanned::new(term.index(), test.span)),
            Test::Named { .. } | Test::Number { .. } | Test::Known { .. } | Test::Desk { .. } => None,
        };
        term.tests.iter().filter_map(of).collect()
    };
    let uses: Vec<_> = terms.iter().map(used).collect();
    let mut users: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    let mut waits: Vec<usize> = uses.iter().map(Vec::len).collect();
    for (user, list) in uses.iter().enumerate() {
        for used in list {
            users.entry(used.value).or_default().push(user);
        }
    }
    let mut settled: Vec<usize> =
        waits.iter().enumerate().filter(|(_, waits)| **waits == 0).map(|(at, _)| at).collect();
    while let Some(at) = settled.pop() {
        let broken = terms.get(at).is_some_and(|term| term.broken);
        for user in users.get(&at).map_or(&[] as &[usize], Vec::as_slice) {
            if let (true, Some(term)) = (broken, terms.get_mut(*user)) {
                term.broken = true;
            }
            if let Some(left) = waits.get_mut(*user) {
                *left -= 1;
                if *left == 0 {
                    settled.push(*user);
                }
            }
        }
    }
    let circular = |at: usize| waits.get(at).is_some_and(|left| *left > 0);
    for (at, list) in uses.iter().enumerate() {
        let Some(through) = list.iter().find(|used| circular(used.value)) else { continue };
        let Some(term) = terms.get_mut(at) else { continue };
        term.broken = true;
        let reached = std::iter::successors(Some(through.value), |at| {
            uses.get(*at)?.iter().map(|used| used.value).find(|used| circular(*used))
        });
        // A term that only leads to a circle waits for the circle to be put right.
        if reached.take(uses.len() + 1).any(|reached| reached == at) {
            let through_name = u16::try_from(through.value).map_or("", |number| names.name(NameKind::Term, number));
            sink.push(errors::circular_term(&term.head.name, through.span, through_name));
        } else {
            sink.withhold();
        }
    }
}

fn lower(model: &TermsModel, policy: &mut PolicyBuilder) {
    for term in &model.terms {
        if term.broken {
            policy.incomplete();
        }
        let origin = Origin { span: term.head.span, path: vec!["terms".into(), term.head.name.clone()] };
        let tests = term.tests.iter().map(|test| test.value.clone()).collect();
        policy.term((term.head.name.clone(), tests), origin);
    }
}
