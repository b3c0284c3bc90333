//! Which contacts really come somewhere: those that a rule decides, or that anybody answers, with further conditions.

use crate::analysis::claim::answered;
use crate::analysis::code::Code;
use crate::analysis::quick::Quick;
use crate::analysis::solver::{Answer, Literal};
use crate::analysis::space::Space;
use crate::analysis::witness::{Witness, simplest};
use crate::policy::{Mode, NamedAxis, Policy, Region, ReplyNeed, RuleId, Test};

/// A question about the contacts that a rule decides. Its tests must be among those by which the space is cut, or be
/// about customers, contact types and channels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The rule.
    pub rule: RuleId,
    /// What the contact must be besides.
    pub tests: Vec<Test>,
    /// Whether it must be one that gets an answer: not on a channel that is only read, and not of a contact type that
    /// gets no reply.
    pub answered: bool,
}

/// What is known of a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arrival {
    /// There is such a contact; this is the one with the fewest unusual things about it.
    Comes(Box<Witness>),
    /// There is none.
    Nobody,
    /// The question was too hard.
    Unknown,
}

impl Arrival {
    /// The contact, where there is one.
    #[must_use]
    pub fn contact(&self) -> Option<&Witness> {
        match self {
            Self::Comes(contact) => Some(contact),
            Self::Nobody | Self::Unknown => None,
        }
    }
}

/// The answers to questions about the contacts that rules decide, each in the place of its question.
#[must_use]
pub fn arrivals(space: &Space<'_>, questions: &[Question]) -> Vec<Arrival> {
    let mut found = vec![Arrival::Nobody; questions.len()];
    let mut order: Vec<usize> = (0..questions.len()).collect();
    order.sort_by_key(|at| questions.get(*at).map(|question| question.rule));
    let mut code = Code::new(space);
    let replied = if questions.iter().any(|question| question.answered) { answered(&mut code) } else { None };
    let mut before = 0;
    for at in order {
        let (Some(question), Some(slot)) = (questions.get(at), found.get_mut(at)) else { continue };
        let rule = question.rule.index();
        let Some(region) = space.rules.get(rule) else { continue };
        space.rules.iter().take(rule).skip(before).for_each(|earlier| code.without(earlier));
        before = before.max(rule);
        let mut literals = code.literals(region);
        literals.extend(replied.filter(|_| question.answered));
        *slot = ask(&mut code, literals, &question.tests);
    }
    found
}

/// For each of these conditions a contact for which it holds and that is answered by somebody: a rule sends it to a group,
/// and it gets a reply.
#[must_use]
pub fn answered_contacts(space: &Space<'_>, conditions: &[Vec<Test>]) -> Vec<Arrival> {
    let (mut code, replied) = answering(space);
    conditions.iter().map(|tests| ask(&mut code, replied.into_iter().collect(), tests)).collect()
}

/// The same without telling of the contact: whether there is one, where that is known.
#[must_use]
pub fn are_answered(space: &Space<'_>, conditions: &[Vec<Test>]) -> Vec<Option<bool>> {
    let (mut code, replied) = answering(space);
    let is_answered = |tests: &Vec<Test>| {
        let mut literals = code.literals(&space.axes.region(space.policy, tests)?);
        literals.extend(replied);
        is_there(&mut code, &literals)
    };
    conditions.iter().map(is_answered).collect()
}

/// The contacts that a rule sends to a group, and what says that they get a reply.
fn answering<'s>(space: &'s Space<'s>) -> (Code<'s>, Option<Literal>) {
    let mut code = Code::new(space);
    let replied = answered(&mut code);
    let mut fits: Vec<Literal> = Vec::with_capacity(space.rules.len());
    for region in &space.rules {
        let literals = code.literals(region);
        fits.push(code.all_of(&literals));
    }
    code.solver.one_of(fits.iter().copied());
    let actions = space.policy.rules.iter().map(|rule| &rule.action);
    for (at, (action, fits_it)) in actions.zip(&fits).enumerate() {
        if action.no_reply_needed || action.send_to.is_none() {
            // Not the first that fits.
            let earlier = fits.iter().take(at).copied();
            code.solver.one_of(earlier.chain([!*fits_it]));
        }
    }
    (code, replied)
}

/// For each rule whether it decides a contact that gets an answer, where that is known.
#[must_use]
pub fn decide_answered(space: &Space<'_>, tests: &[Test]) -> Vec<Option<bool>> {
    let policy = space.policy;
    let Some(region_of_tests) = space.axes.region(policy, tests) else { return vec![None; space.rules.len()] };
    // Most rules have a contact that is found by trying: one of a contact type that is always answered.
    let plainly: Vec<Test> = answered_always(policy).into_iter().chain(tests.iter().cloned()).collect();
    let mut quick = Quick::new(space);
    let mut clauses: Option<(Code<'_>, Vec<Literal>)> = None;
    let mut waiting: Vec<&Region> = Vec::new();
    let mut found = Vec::with_capacity(space.rules.len());
    for (rule, region) in policy.rules.iter().zip(&space.rules) {
        let narrow: Vec<Test> = rule.tests.iter().chain(&plainly).cloned().collect();
        let easy = space.axes.region(policy, &narrow).and_then(|narrow| quick.contact(&narrow)).is_some();
        found.push(if easy {
            Some(true)
        } else {
            let (code, further) = clauses.get_or_insert_with(|| {
                let mut code = Code::new(space);
                let mut further = code.literals(&region_of_tests);
                further.extend(answered(&mut code));
                (code, further)
            });
            waiting.drain(..).for_each(|before| code.without(before));
            let mut literals = code.literals(region);
            literals.extend(further.iter().copied());
            is_there(code, &literals)
        });
        quick.add(region);
        waiting.push(region);
    }
    found
}

/// What a contact that certainly gets an answer is, beside the rules.
fn answered_always(policy: &Policy) -> [Test; 2] {
    let types = (0u16..).zip(&policy.contact_types).filter(|(_, one)| one.reply.need == ReplyNeed::Never);
    let channels = (0u16..).zip(&policy.channels).filter(|(_, channel)| channel.mode == Mode::Listen);
    let none_of = |axis, values| Test::Named { axis, values, negated: true };
    [
        none_of(NamedAxis::ContactType, types.map(|(id, _)| id).collect()),
        none_of(NamedAxis::Channel, channels.map(|(id, _)| id).collect()),
    ]
}

fn is_there(code: &mut Code<'_>, literals: &[Literal]) -> Option<bool> {
    match code.ask(literals) {
        Answer::Found => Some(true),
        Answer::None => Some(false),
        Answer::GivenUp => None,
    }
}

fn ask(code: &mut Code<'_>, mut literals: Vec<Literal>, tests: &[Test]) -> Arrival {
    let space = code.space;
    let Some(region) = space.axes.region(space.policy, tests) else { return Arrival::Unknown };
    literals.extend(code.literals(&region));
    match simplest(code, &literals) {
        Ok(point) => Arrival::Comes(Box::new(space.witness(&point))),
        Err(Answer::None | Answer::Found) => Arrival::Nobody,
        Err(Answer::GivenUp) => Arrival::Unknown,
    }
}
