//! The stories that are proposed, as they come together.

use std::collections::BTreeSet;

use crate::engine::{Contact, Decision, Engine};
use crate::policy::{Claims, DeskId, Index, PromiseId, RuleId, Story, Test};
use crate::stories::contact::contact_from_phrase;
use crate::stories::suggest::choices::Choices;
use crate::stories::suggest::expect::story;
use crate::stories::suggest::witness::Witness;

/// What a proposed story is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// This rule decides it.
    Rule(RuleId),
    /// A number of it lies just at a limit that this rule sets: inside or outside.
    Limit(RuleId),
    /// It claims this promise.
    Promise(PromiseId),
    /// It is one that this guarantee is about, counted from 0.
    Guarantee(u16),
    /// It comes just before this desk closes.
    BeforeClosing(DeskId),
    /// It comes just when this desk has closed.
    AfterClosing(DeskId),
    /// It comes just before clocks change while this desk is open.
    ClockChange(DeskId),
}

/// A story that is proposed. It passes today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// What it is for.
    pub reason: Reason,
    /// The story.
    pub story: Story,
}

/// What no story is proposed for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LeftOut {
    /// For what there should be one.
    pub reason: Reason,
    /// No contact at all comes to it. Otherwise none was found, or none that a story can tell.
    pub never: bool,
}

/// The stories that a strategy lacks.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Suggestions {
    /// In the order of rules, limits, promises, guarantees and desks.
    pub stories: Vec<Suggestion>,
    /// What has no story and gets none.
    pub left_out: Vec<LeftOut>,
}

/// The contact of a story that is there or proposed, decided.
pub(crate) struct Told {
    pub(crate) contact: Contact,
    pub(crate) decision: Decision,
}

/// The proposal while it is made.
pub(crate) struct Proposal<'a> {
    pub(crate) engine: &'a Engine,
    pub(crate) claims: &'a Claims,
    pub(crate) choices: &'a Choices,
    pub(crate) index: &'a Index,
    pub(crate) told: Vec<Told>,
    names: BTreeSet<String>,
    made: Suggestions,
}

impl<'a> Proposal<'a> {
    /// Begins with the stories that are there.
    pub(crate) fn new(engine: &'a Engine, claims: &'a Claims, choices: &'a Choices, index: &'a Index) -> Self {
        let contacts = claims.stories.iter().map(|story| contact_from_phrase(&story.contact, engine.policy(), None));
        let told = |contact: Contact| Told { decision: engine.decide(&contact), contact };
        Self {
            engine,
            claims,
            choices,
            index,
            told: contacts.filter_map(Result::ok).map(told).collect(),
            names: claims.stories.iter().map(|story| story.name.clone()).collect(),
            made: Suggestions::default(),
        }
    }

    /// The stories that came together.
    pub(crate) fn finish(self) -> Suggestions {
        self.made
    }

    /// Proposes the story of a contact, under a name that no other has. Answers whether it can be told.
    pub(crate) fn add(&mut self, reason: Reason, name: &str, witness: Witness) -> bool {
        let by_rule = matches!(reason, Reason::Rule(_) | Reason::Limit(_));
        let numbered = (2u32..).map(|number| format!("{name} {number}"));
        let free = std::iter::once(name.to_owned()).chain(numbered).find(|name| !self.names.contains(name));
        let Some(story) = free.and_then(|name| story(self.engine, name, &witness, by_rule)) else { return false };
        self.names.insert(story.name.clone());
        self.made.stories.push(Suggestion { reason, story });
        self.told.push(Told { contact: witness.contact, decision: witness.decision });
        true
    }

    /// Says that there is no story for something.
    pub(crate) fn leave_out(&mut self, reason: Reason, never: bool) {
        self.made.left_out.push(LeftOut { reason, never });
    }

    /// Whether a contact that is told fits all of these.
    pub(crate) fn has_fitting(&self, tests: &[Test]) -> bool {
        self.told.iter().any(|told| self.engine.fits(&told.contact, tests))
    }
}
