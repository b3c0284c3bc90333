//! What a strategy should have a story for, in order: rules, limits, promises, guarantees, desks.

use std::collections::{BTreeMap, BTreeSet};

use crate::engine::Engine;
use crate::policy::{Claims, FieldValue, Index, Policy, RuleId, Scope, Test};
use crate::stories::coverage::StoryCoverage;
use crate::stories::run::run;
use crate::stories::suggest::boundary::{Boundary, boundaries};
use crate::stories::suggest::choices::Choices;
use crate::stories::suggest::desk_edges::desk_edges;
use crate::stories::suggest::expect::story;
use crate::stories::suggest::promises::promises;
use crate::stories::suggest::proof::by_proof;
use crate::stories::suggest::proposal::{LeftOut, Proposal, Reason, Suggestions};
use crate::stories::suggest::sketch::value_words;
use crate::stories::suggest::witness::{Found, Witness, witness};

/// The stories that a strategy lacks. Each expects what the strategy does today.
#[must_use]
pub fn suggest(engine: &Engine, claims: &Claims) -> Suggestions {
    let policy = engine.policy();
    if policy.channels.is_empty() || policy.contact_types.is_empty() {
        // Without a channel or a contact type no story can be told.
        let rules = numbered(policy).map(|(id, _)| LeftOut { reason: Reason::Rule(id), never: false });
        return Suggestions { stories: Vec::new(), left_out: rules.collect() };
    }
    let index = Index::new(policy);
    let choices = Choices::new(engine, &claims.guarantees);
    let mut proposal = Proposal::new(engine, claims, &choices, &index);
    rules(&mut proposal);
    limits(&mut proposal);
    promises(&mut proposal);
    guarantees(&mut proposal);
    desk_edges(&mut proposal);
    proposal.finish()
}

fn numbered(policy: &Policy) -> impl Iterator<Item = (RuleId, &crate::policy::Rule)> {
    (0u16..).map(RuleId).zip(&policy.rules)
}

/// A story for each rule that no story decides, or of whose later steps none speaks.
fn rules(proposal: &mut Proposal<'_>) {
    let (engine, choices) = (proposal.engine, proposal.choices);
    let coverage = StoryCoverage::of(engine.policy(), &run(engine, &proposal.claims.stories));
    let parts = coverage.steps.iter().chain(&coverage.escalations).map(|(rule, _)| *rule);
    let wanted: BTreeSet<RuleId> = coverage.rules.iter().copied().chain(parts).collect();
    let mut unsolved = Vec::new();
    for (id, rule) in numbered(engine.policy()).filter(|(id, _)| wanted.contains(id)) {
        match witness(engine, choices, &rule.tests, Some(id), &BTreeMap::new()) {
            Found::Contact(found) if !coverage.rules.contains(&id) && !says_more(engine, &coverage, id, &found) => {
                proposal.leave_out(Reason::Rule(id), false);
            }
            Found::Contact(found) if proposal.add(Reason::Rule(id), &rule.name, *found.clone()) => {}
            Found::Never | Found::Contact(_) | Found::Unknown => unsolved.push(id),
        }
    }
    by_proof(proposal, &unsolved);
}

/// Whether the story of a contact speaks of a step of a rule of which no story speaks yet: a name may be such that none can.
fn says_more(engine: &Engine, coverage: &StoryCoverage, rule: RuleId, found: &Witness) -> bool {
    let told = story(engine, String::new(), found, true).into_iter().collect::<Vec<_>>();
    run(engine, &told).iter().filter_map(|result| result.met.as_ref()).any(|met| {
        met.steps.iter().any(|at| coverage.steps.contains(&(rule, *at)))
            || met.escalations.iter().any(|at| coverage.escalations.contains(&(rule, *at)))
    })
}

/// Two stories for each number that a rule asks about: just inside and just outside.
fn limits(proposal: &mut Proposal<'_>) {
    let policy = proposal.engine.policy();
    for (id, rule) in numbered(policy) {
        for Boundary { field, inside, outside } in boundaries(policy, &rule.tests) {
            let sides = [(&inside, &outside), (&outside, &inside)];
            for (mine, other) in sides {
                if limit(proposal, id, (field, mine, other)) {
                    break;
                }
            }
        }
    }
}

/// The story of a contact that a rule decides with a value of a field, and of the same contact with the value beside it.
/// Answers whether the rule decides any with that value.
fn limit(
    proposal: &mut Proposal<'_>,
    id: RuleId,
    (field, mine, other): (crate::policy::FieldId, &FieldValue, &FieldValue),
) -> bool {
    let (engine, choices) = (proposal.engine, proposal.choices);
    let policy = engine.policy();
    let Some((rule, kind)) = policy.rule(id).zip(policy.field(field).map(|field| &field.kind)) else { return false };
    let decides = |contact: &crate::engine::Contact| engine.decide(contact).rule == Some(id);
    let inside =
        proposal.told.iter().any(|told| told.contact.field(field) == Some(mine) && told.decision.rule == Some(id));
    let outside = proposal.told.iter().filter(|told| told.contact.field(field) == Some(other)).any(|told| {
        let mut contact = told.contact.clone();
        contact.set_field(field, mine.clone());
        decides(&contact)
    });
    if inside && outside {
        return true;
    }
    let fixed = BTreeMap::from([(field, mine.clone())]);
    let Found::Contact(found) = witness(engine, choices, &rule.tests, Some(id), &fixed) else { return false };
    let name = |value: &FieldValue| {
        let field = policy.field(field).map_or("", |field| field.name.as_str());
        format!("{} at {field} {}", rule.name, value_words(kind, value).unwrap_or_default())
    };
    let mut beside = found.sketch.clone();
    beside.fields.insert(field, other.clone());
    if !inside {
        proposal.add(Reason::Limit(id), &name(mine), *found);
    }
    if let Some(beside) = Witness::of(engine, beside).filter(|_| !outside) {
        proposal.add(Reason::Limit(id), &name(other), beside);
    }
    true
}

/// A story for each guarantee: one that it is about, of each kind where it compares two.
fn guarantees(proposal: &mut Proposal<'_>) {
    let (engine, choices, claims) = (proposal.engine, proposal.choices, proposal.claims);
    for (number, guarantee) in (0u16..).zip(&claims.guarantees) {
        let scopes: Vec<&[Test]> = match &guarantee.scope {
            Scope::When(tests) => vec![tests],
            Scope::Compare(one, other) => vec![one, other],
        };
        for tests in scopes {
            if proposal.has_fitting(tests) {
                continue;
            }
            let reason = Reason::Guarantee(number);
            match witness(engine, choices, tests, None, &BTreeMap::new()) {
                Found::Contact(found) if proposal.add(reason, &guarantee.name, *found.clone()) => {}
                Found::Never => proposal.leave_out(reason, true),
                Found::Contact(_) | Found::Unknown => proposal.leave_out(reason, false),
            }
        }
    }
}
