//! A policy made ready to decide and to be asked, from a strategy or from a bundle alone.

use crate::bundle::Fingerprint;
use crate::engine::{Contact, Decision, Engine, Explanation, Members};
use crate::policy::{ChannelId, DeskId, Element, GroupId, Place, Places, Policy, RuleId, Teller};
use crate::stories::{self, AskError, Asked, Otherwise, Slice, SliceError};
use crate::strategy;

/// A policy made ready to decide, with the places of its parts. From a strategy or from a bundle alone.
#[derive(Debug)]
pub struct Runtime {
    engine: Engine,
    places: Places,
    /// The places lie in more than one file.
    several_files: bool,
    fingerprint: String,
}

impl Runtime {
    /// A policy made ready.
    pub(crate) fn new(policy: Policy, places: Places) -> Self {
        let fingerprint = Fingerprint::of(&policy).to_string();
        let first = places.values().next();
        let several_files = places.values().any(|place| first.is_some_and(|first| first.file != place.file));
        Self { engine: Engine::new(policy), places, several_files, fingerprint }
    }

    /// The policy that it decides by.
    #[must_use]
    pub fn policy(&self) -> &Policy {
        self.engine.policy()
    }

    /// The fingerprint of the policy: `sha256:` and 64 digits.
    #[must_use]
    pub fn fingerprint(&self) -> &str {
        &self.fingerprint
    }

    /// A contact that a person asks about: `Order help on phone from Trail Club, Tue 12:00`.
    ///
    /// # Errors
    /// When it is not written so, or names something that the policy does not have.
    pub fn ask(&self, phrase: &str) -> Result<Asked, AskError> {
        stories::ask(phrase, self.policy(), &strategy::guess)
    }

    /// A contact from the JSON object of a line.
    ///
    /// # Errors
    /// When the text is no object of a contact; says which part.
    pub fn contact_from_json(&self, line: &str) -> Result<Contact, String> {
        let members: Members<'_> = serde_json::from_str(line).map_err(|error| not_json(&error))?;
        self.engine.contact(&members).map_err(|error| error.in_words(&strategy::guess))
    }

    /// Decides a contact. Every contact gets a decision.
    #[must_use]
    pub fn decide(&self, contact: &Contact) -> Decision {
        self.engine.decide(contact)
    }

    /// Decides a contact and says why each earlier rule did not fit.
    #[must_use]
    pub fn explain(&self, contact: &Contact) -> Explanation {
        self.engine.explain(contact)
    }

    /// All contacts of a line that leaves out the contact type, the channel or the customer:
    /// `Order help from Trail Club, Tue 12:00`.
    ///
    /// # Errors
    /// When it is not understood, or cannot be decided.
    pub fn slice(&self, phrase: &str) -> Result<Slice, SliceError> {
        stories::slice(phrase, self.policy(), &strategy::guess)
    }

    /// The same from the JSON object of a contact.
    ///
    /// # Errors
    /// When the text is no such object (in words), or says something that cannot be decided.
    pub fn slice_from_json(&self, line: &str) -> Result<Result<Slice, SliceError>, String> {
        let members: Members = serde_json::from_str(line).map_err(|error| not_json(&error))?;
        Ok(stories::slice_of(&members, self.policy()))
    }

    /// The nearest contacts that come out otherwise, one for each thing that is known of a contact or could be.
    #[must_use]
    pub fn otherwise(&self, contact: &Contact) -> Vec<Otherwise> {
        stories::otherwise(&self.engine, contact)
    }

    /// Where a part was written.
    #[must_use]
    pub fn place_of(&self, element: &Element) -> Option<&Place> {
        self.places.get(element)
    }

    /// ` (line 97)`, with the file where there are several; empty where the place is not known.
    #[must_use]
    pub fn line_of(&self, element: &Element) -> String {
        self.places.get(element).map_or_else(String::new, |place| {
            let file = if self.several_files { format!("{}, ", place.file) } else { String::new() };
            format!(" ({file}line {})", place.line)
        })
    }

    /// The name of a rule.
    #[must_use]
    pub fn rule_name(&self, id: RuleId) -> &str {
        self.policy().rule(id).map_or("", |rule| rule.name.as_str())
    }

    /// The name of a group.
    #[must_use]
    pub fn group_name(&self, id: GroupId) -> &str {
        self.policy().group(id).map_or("", |group| group.name.as_str())
    }

    /// The name of a desk.
    #[must_use]
    pub fn desk_name(&self, id: DeskId) -> &str {
        self.policy().desk(id).map_or("", |desk| desk.name.as_str())
    }

    /// The name of a channel.
    #[must_use]
    pub fn channel_name(&self, id: ChannelId) -> &str {
        self.policy().channel(id).map_or("", |channel| channel.name.as_str())
    }

    /// Whom an escalation tells.
    #[must_use]
    pub fn told(&self, teller: &Teller) -> String {
        match teller {
            Teller::Group(group) => self.group_name(*group).to_owned(),
            Teller::Role(role) => role.clone(),
        }
    }
}

/// Why a text is no JSON object, in words.
fn not_json(error: &serde_json::Error) -> String {
    let what = if error.to_string().starts_with("number out of range") {
        "It has a number that is too large"
    } else {
        "This is no JSON object"
    };
    match (error.line(), error.column()) {
        (_, 0) => format!("{what}."),
        (0 | 1, column) => format!("{what}; it goes wrong at character {column}."),
        (line, column) => format!("{what}; it goes wrong in line {line} at character {column}."),
    }
}
