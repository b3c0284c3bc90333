//! Guarantees, and what is known of each.

use crate::analysis::{Incomplete, Verdict};
use crate::document::block::{Inline, State, state};
use crate::document::content::Content;
use crate::strategy::GuaranteeModel;

/// What is known of a guarantee.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Proof<'a> {
    /// Something of it has no meaning.
    NotUnderstood,
    /// It was asked about.
    Verdict(&'a Verdict),
    /// It was not asked about.
    NotAsked(Incomplete),
}

/// Every guarantee in the order written, with what is known of it.
pub(crate) fn proofs<'a>(content: &Content<'a>) -> Vec<(&'a GuaranteeModel, Proof<'a>)> {
    let mut number = 0;
    let mut proof = |model: &GuaranteeModel| {
        if model.guarantee.is_none() {
            return Proof::NotUnderstood;
        }
        number += 1;
        match content.analysis.map(|analysis| analysis.verdicts.get(number - 1)) {
            Ok(Some(verdict)) => Proof::Verdict(verdict),
            Ok(None) => Proof::NotAsked(Incomplete::TooHard),
            Err(incomplete) => Proof::NotAsked(incomplete),
        }
    };
    content.strategy.governance.guarantees.content.guarantees.iter().map(|model| (model, proof(model))).collect()
}

/// How many guarantees hold, do not hold, and are not decided.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) hold: usize,
    pub(crate) fail: usize,
    pub(crate) open: usize,
}

/// Counts the guarantees. One about nobody is open: nothing puts it to the test.
pub(crate) fn tally(content: &Content<'_>) -> Tally {
    let mut tally = Tally::default();
    for (_, proof) in proofs(content) {
        match proof {
            Proof::Verdict(Verdict::Holds) => tally.hold += 1,
            Proof::Verdict(Verdict::Fails(_)) => tally.fail += 1,
            Proof::Verdict(Verdict::AboutNobody | Verdict::HangsOnHours(_) | Verdict::Unknown)
            | Proof::NotAsked(_)
            | Proof::NotUnderstood => tally.open += 1,
        }
    }
    tally
}

/// What is known, in words.
pub(crate) fn in_words(content: &Content<'_>, proof: Proof<'_>) -> Inline {
    match proof {
        Proof::Verdict(Verdict::Holds) => state(State::Good, "holds for every contact"),
        Proof::Verdict(Verdict::Fails(example)) => {
            state(State::Gap, format!("fails: {}", example.told(content.policy)))
        }
        Proof::Verdict(Verdict::AboutNobody) => {
            state(State::Gap, "is about nobody: no contact can be all that it asks for")
        }
        Proof::Verdict(Verdict::HangsOnHours(example)) => {
            let example = example.told(content.policy);
            state(State::Part, format!("not decided, because it hangs on the hours: {example}"))
        }
        Proof::Verdict(Verdict::Unknown) | Proof::NotAsked(Incomplete::TooHard) => {
            state(State::Part, "not decided, because it hangs on too many things at once")
        }
        Proof::NotAsked(Incomplete::TooManyMoments) => {
            state(State::Part, "not decided, because desks open and close in too many combinations")
        }
        Proof::NotAsked(Incomplete::NotWhole | Incomplete::CircularTerm) | Proof::NotUnderstood => {
            state(State::Part, "not decided, because something that was written is not understood yet")
        }
    }
}
