//! The engine: a policy made ready, and the decision about every contact.

use std::sync::Arc;

use crate::engine::case::Case;
use crate::engine::clocks::Clocks;
use crate::engine::contact::Contact;
use crate::engine::contact_error::ContactError;
use crate::engine::decision::{Decision, Recognised};
use crate::engine::due::{Running, clock};
use crate::engine::facts::Facts;
use crate::engine::given::Members;
use crate::engine::handling::Handling;
use crate::engine::index::{Prepared, RuleIndex};
use crate::engine::named::Reader;
use crate::engine::names::Names;
use crate::engine::recognise::recognised;
use crate::policy::{ChannelId, Duration, Index, Instant, Policy};

/// Decides contacts by one policy. It can be shared between threads; the same contact always gets the same decision.
#[derive(Debug)]
pub struct Engine {
    policy: Policy,
    index: Index,
    rules: RuleIndex,
    names: Names,
    clocks: Clocks,
    handling: Vec<Arc<Handling>>,
    /// For a channel that the policy does not have.
    unhandled: Arc<Handling>,
}

impl Engine {
    /// Makes a policy ready: works out the hours of its desks and lays out its rules, once.
    #[must_use]
    pub fn new(policy: Policy) -> Self {
        let index = Index::new(&policy);
        let clocks = Clocks::new(&policy, &index);
        let channels = (0u16..).map(ChannelId).zip(&policy.channels);
        let handling = channels.map(|(id, channel)| Arc::new(Handling::on(&policy, id, channel))).collect();
        let (rules, names) = (RuleIndex::new(&policy), Names::new(&policy));
        Self { policy, index, rules, names, clocks, handling, unhandled: Arc::default() }
    }

    /// The policy that it decides by.
    #[must_use]
    pub fn policy(&self) -> &Policy {
        &self.policy
    }

    /// The contact of these members, as [`Contact::from_named`] makes it; names are found in tables.
    ///
    /// # Errors
    ///
    /// Says which part is missing, unknown, given twice, of the wrong kind or out of range; a channel must be known.
    pub fn contact(&self, members: &Members<'_>) -> Result<Contact, ContactError> {
        Reader { policy: &self.policy, lookup: &self.names }.contact(members)
    }

    /// Decides a contact. Every contact gets a decision, and every part of it holds at the instant of arrival.
    #[must_use]
    pub fn decide(&self, contact: &Contact) -> Decision {
        let (facts, recognised) = self.facts(contact);
        self.conclude(&facts, recognised)
    }

    /// When a length of time has passed since the contact arrived, on the clock that promises and steps run on for it.
    /// `None` where that never comes.
    #[must_use]
    pub fn due_after(&self, contact: &Contact, length: Duration) -> Option<Instant> {
        let desks = self.clocks.of_channel(contact.channel);
        let tables = desks.tables(contact.time_zone.as_ref());
        let clock = clock(&self.policy.counting);
        Running { tables, clock, arrived: contact.arrived }.after(contact.arrived, length)
    }

    pub(crate) fn facts<'a>(&'a self, contact: &'a Contact) -> (Facts<'a>, Recognised) {
        recognised(&self.policy, &self.clocks, contact)
    }

    pub(crate) fn conclude(&self, facts: &Facts<'_>, recognised: Recognised) -> Decision {
        let mut prepared = Prepared::default();
        self.rules.prepare(facts, &mut prepared);
        let fitting = self.rules.first(&prepared).and_then(|id| self.policy.rule(id).map(|rule| (id, rule)));
        let handling = self.handling.get(facts.contact.channel.index()).unwrap_or(&self.unhandled);
        Case::new(facts, &self.index, fitting).decision(recognised, Arc::clone(handling))
    }
}
