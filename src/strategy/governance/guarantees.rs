//! Guarantees: statements that must hold for every contact.

use crate::notation::{self, AnyWords, Condition};
use crate::policy::{Claim, GroupId, Guarantee, Origin, PolicyBuilder, Scope, Test};
use crate::source::{Sink, Spanned, quoted};
use crate::strategy::field::{Field, Shape};
use crate::strategy::names::{NameKind, Names};
use crate::strategy::written::{Named, Written};
use crate::strategy::{contradiction, errors, reader};
use crate::yaml::Entry;

/// The table of keys.
pub static FIELDS: &[Field] = &[Field::name(
    "a guarantee",
    Shape::Keys(GUARANTEE),
    "A statement that must hold for every contact; its name is the sentence.",
    "Safety is never more than 15 minutes away",
)];

static GUARANTEE: &[Field] = &[
    Field::new("when", Shape::Phrase("a condition"), "Which contacts it is about.", "contact type is Safety issue")
        .or("every contact"),
    Field::new(
        "compare",
        Shape::Phrase("two kinds of contacts"),
        "Which contacts are compared that are alike in all else; in place of `when`.",
        "customer is Trail Club with customer is Everyone else",
    ),
    Field::new(
        "always",
        Shape::Phrase("claims"),
        "What always holds for them.",
        "answered by Safety desk, promise at most 15 min",
    ),
    Field::new("never", Shape::Phrase("claims"), "What never holds for them.", "sent to Club team"),
];

/// All guarantees as written.
#[derive(Debug, Clone, Default)]
pub struct GuaranteesSyntax {
    /// In the order written.
    pub guarantees: Vec<GuaranteeSyntax>,
}

/// A guarantee as written.
#[derive(Debug, Clone, Default)]
pub struct GuaranteeSyntax {
    /// Its name, and everything written below it.
    pub head: Named,
    /// Which contacts it is about.
    pub when: Option<Written>,
    /// Which contacts are compared.
    pub compare: Option<(Written, Written)>,
    /// What always holds.
    pub always: Vec<Spanned<notation::Claim>>,
    /// What never holds.
    pub never: Vec<Spanned<notation::Claim>>,
    /// Whether something of it could not be read or contradicts itself, which has been reported.
    pub broken: bool,
}

/// All guarantees as meant.
#[derive(Debug, Clone, Default)]
pub struct GuaranteesModel {
    /// In the order written.
    pub guarantees: Vec<GuaranteeModel>,
}

/// A guarantee as meant.
#[derive(Debug, Clone, Default)]
pub struct GuaranteeModel {
    /// Its name, and everything written below it.
    pub head: Named,
    /// What is claimed of which contacts; `None` where something of it has no meaning, which has been reported.
    pub guarantee: Option<Guarantee>,
}

crate::strategy::component::component! {
    /// The part `guarantees`.
    Guarantees = "guarantees", FIELDS, include_str!("guarantees.md"), GuaranteesSyntax, GuaranteesModel;
    read, declare, resolve, lower
}

fn read(entry: &Entry, sink: &mut Sink) -> GuaranteesSyntax {
    let keys = reader::keys(entry, FIELDS, sink);
    GuaranteesSyntax { guarantees: keys.names().map(|entry| read_guarantee(entry, sink)).collect() }
}

fn read_guarantee(entry: &Entry, sink: &mut Sink) -> GuaranteeSyntax {
    let before = sink.len();
    let keys = reader::keys(entry, GUARANTEE, sink);
    let claims = |word: &str, sink: &mut Sink| {
        keys.get(word).and_then(|entry| reader::phrase(entry, sink, notation::claims)).unwrap_or_default()
    };
    let compare = keys.get("compare").and_then(|entry| read_compare(entry, sink));
    let guarantee = GuaranteeSyntax {
        when: keys.get("when").and_then(|entry| reader::text(entry, sink)),
        compare,
        always: claims("always", sink),
        never: claims("never", sink),
        head: Named::default(),
        broken: false,
    };
    let name = entry.key.text.as_str();
    if let (Some(when), Some(compare)) = (keys.get("when"), keys.get("compare")) {
        sink.push(errors::when_and_compare(name, when.key.span, compare.key.span));
    }
    let readable = sink.len() == before;
    if readable && keys.get("always").is_none() && keys.get("never").is_none() {
        sink.push(errors::empty_guarantee(name, entry.key.span));
    }
    let same = |claims: &[Spanned<notation::Claim>]| {
        claims.iter().find(|claim| claim.value == notation::Claim::PromiseAtMostTheSame).map(|claim| claim.span)
    };
    if let Some(at) = same(&guarantee.always).or_else(|| same(&guarantee.never))
        && keys.get("compare").is_none()
    {
        sink.push(errors::same_without_comparison(name, at));
    }
    GuaranteeSyntax { broken: sink.len() > before, head: reader::named(entry, keys.note), ..guarantee }
}

/// The two conditions of `compare`, each as if it stood alone.
fn read_compare(entry: &Entry, sink: &mut Sink) -> Option<(Written, Written)> {
    let exact = reader::text(entry, &mut Sink::new())?.exact;
    let compared = reader::phrase(entry, sink, |excerpt| notation::compare(excerpt, &AnyWords))?;
    let side = |condition: &Condition| {
        let spans = condition.tests.iter().map(|test| test.span);
        let span = spans.reduce(|all, next| all.to(next)).unwrap_or(entry.value.span);
        Written { text: condition.to_string(), span, exact }
    };
    Some((side(&compared.first), side(&compared.second)))
}

/// Nothing refers to a guarantee by its name.
fn declare(_: &GuaranteesSyntax, _: &mut Names, _: &mut Sink) {}

fn resolve(syntax: &GuaranteesSyntax, names: &Names, sink: &mut Sink) -> GuaranteesModel {
    let model = |written: &GuaranteeSyntax, sink: &mut Sink| GuaranteeModel {
        guarantee: resolve_guarantee(written, names, sink).filter(|_| !written.broken),
        head: written.head.clone(),
    };
    GuaranteesModel { guarantees: syntax.guarantees.iter().map(|written| model(written, sink)).collect() }
}

fn resolve_guarantee(written: &GuaranteeSyntax, names: &Names, sink: &mut Sink) -> Option<Guarantee> {
    let what = format!("The guarantee {}", quoted(&written.head.name));
    let tests = |condition: &Written, sink: &mut Sink| -> Option<Vec<Test>> {
        let tests = contradiction::resolve(&what, condition, names, sink)?;
        Some(tests.into_iter().map(|test| test.value).collect())
    };
    // Everything is resolved before anything is given up, so that each unknown name is reported.
    let when = written.when.as_ref().map(|condition| tests(condition, sink));
    let compare = written.compare.as_ref().map(|(one, other)| (tests(one, sink), tests(other, sink)));
    let always = resolve_claims(&written.always, names, sink);
    let never = resolve_claims(&written.never, names, sink);
    let scope = match (when, compare) {
        (_, Some((one, other))) => Scope::Compare(one?, other?),
        (Some(when), None) => Scope::When(when?),
        (None, None) => Scope::When(Vec::new()),
    };
    Some(Guarantee { name: written.head.name.clone(), scope, always: always?, never: never? })
}

/// The claims with their groups; `None` where a group does not exist.
fn resolve_claims(claims: &[Spanned<notation::Claim>], names: &Names, sink: &mut Sink) -> Option<Vec<Claim>> {
    let resolved: Vec<_> = claims.iter().map(|claim| resolve_claim(&claim.value, names, sink)).collect();
    resolved.into_iter().collect()
}

fn resolve_claim(claim: &notation::Claim, names: &Names, sink: &mut Sink) -> Option<Claim> {
    // A claim sends nobody anywhere, so it does not count as a use of the group.
    let mut group = |name: &Spanned<String>| names.look_up(NameKind::Group, name, sink).map(GroupId);
    match claim {
        notation::Claim::SentTo(name) => group(name).map(Claim::SentTo),
        notation::Claim::AnsweredBy(name) => group(name).map(Claim::AnsweredBy),
        notation::Claim::Reaches(name) => group(name).map(Claim::Reaches),
        notation::Claim::PromiseAtMost(time) => Some(Claim::PromiseAtMost(*time)),
        notation::Claim::PromiseAtMostTheSame => Some(Claim::PromiseAtMostTheSame),
        notation::Claim::PriorityAtLeast(priority) => Some(Claim::PriorityAtLeast(*priority)),
        notation::Claim::SomebodyAnswers => Some(Claim::SomebodyAnswers),
    }
}

fn lower(model: &GuaranteesModel, policy: &mut PolicyBuilder) {
    for one in &model.guarantees {
        let Some(guarantee) = &one.guarantee else { continue };
        let origin = Origin { span: one.head.span, path: vec!["guarantees".into(), one.head.name.clone()] };
        policy.guarantee(guarantee.clone(), origin);
    }
}
