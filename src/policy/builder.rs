//! The only way to make a policy: parts are pushed in order, then joined and checked.

use crate::calendar::{Date, Zone};
use crate::policy::claim::{Claims, Guarantee, Story};
use crate::policy::condition::Test;
use crate::policy::desk::Desk;
use crate::policy::field::Field;
use crate::policy::group::Group;
use crate::policy::ids::{
    ChannelId, ContactTypeId, DeskId, FieldId, GroupId, PromiseId, RuleId, SeasonId, SegmentId, TermId,
};
use crate::policy::information::{Constraints, Information};
use crate::policy::objective::{CountingRules, NamedObjective, Promise};
use crate::policy::origin::{Element, Origin, Origins};
use crate::policy::promise_table::{PromiseTable, Promised};
use crate::policy::rule::Rule;
use crate::policy::who::{Channel, ContactType, Segment};
use crate::policy::whole::Policy;

/// Collects the parts of a policy.
///
/// INVARIANT: each kind is pushed in the order of its numbers, so that the number of a part is its position.
#[derive(Debug, Clone)]
pub struct PolicyBuilder {
    policy: Policy,
    claims: Claims,
    origins: Origins,
}

macro_rules! pushes {
    ($($(#[$about:meta])* $name:ident($kind:ty) -> $id:ident, $list:ident;)+) => {$(
        $(#[$about])*
        pub fn $name(&mut self, part: $kind, origin: Origin) -> $id {
            let id = $id(number(self.policy.$list.len()));
            self.policy.$list.push(part);
            self.origins.insert(Element::from(id), origin);
            id
        }
    )+};
}

macro_rules! elements {
    ($($id:ident => $variant:ident),+ $(,)?) => {$(
        impl From<$id> for Element {
            fn from(id: $id) -> Self {
                Self::$variant(id)
            }
        }
    )+};
}

elements! {
    SegmentId => Segment, ContactTypeId => ContactType, ChannelId => Channel, FieldId => Field, TermId => Term,
    DeskId => Desk, SeasonId => Season, PromiseId => Promise, RuleId => Rule, GroupId => Group,
}

impl PolicyBuilder {
    /// An empty policy of that name, in that zone, with the built-in fields.
    #[must_use]
    pub fn new(strategy: impl Into<String>, time_zone: Zone) -> Self {
        let policy = Policy {
            strategy: strategy.into(),
            version: None,
            applies_from: None,
            applies_until: None,
            time_zone,
            complete: true,
            segments: Vec::new(),
            contact_types: Vec::new(),
            channels: Vec::new(),
            languages: Vec::new(),
            fields: Field::built_in(),
            terms: Vec::new(),
            desks: Vec::new(),
            seasons: Vec::new(),
            promises: Vec::new(),
            promise_tables: Vec::new(),
            counting: CountingRules::default(),
            objectives: Vec::new(),
            regulations: Vec::new(),
            rules: Vec::new(),
            groups: Vec::new(),
            information: Information::default(),
            constraints: Constraints::default(),
        };
        Self { policy, claims: Claims::default(), origins: Origins::new() }
    }

    pushes! {
        /// Adds a segment.
        segment(Segment) -> SegmentId, segments;
        /// Adds a contact type.
        contact_type(ContactType) -> ContactTypeId, contact_types;
        /// Adds a channel.
        channel(Channel) -> ChannelId, channels;
        /// Adds a declared field.
        field(Field) -> FieldId, fields;
        /// Adds a named condition.
        term((String, Vec<Test>)) -> TermId, terms;
        /// Adds a desk.
        desk(Desk) -> DeskId, desks;
        /// Adds a season of promises.
        season(Promised) -> SeasonId, seasons;
        /// Adds a promise.
        promise(Promise) -> PromiseId, promises;
        /// Adds a routing rule.
        rule(Rule) -> RuleId, rules;
        /// Adds an agent group.
        group(Group) -> GroupId, groups;
    }

    /// Says where a built-in field is known at all; empty: everywhere.
    pub fn narrow_field(&mut self, field: FieldId, only_when: Vec<Test>, origin: Origin) {
        if let Some(known) = self.policy.fields.get_mut(field.index()) {
            known.only_when = only_when;
            self.origins.insert(Element::Field(field), origin);
        }
    }

    /// The zone of the strategy.
    #[must_use]
    pub fn time_zone(&self) -> &Zone {
        &self.policy.time_zone
    }

    /// The version and the dates on which the strategy applies.
    pub fn header(&mut self, version: Option<String>, from: Option<Date>, until: Option<Date>) {
        self.policy.version = version;
        self.policy.applies_from = from;
        self.policy.applies_until = until;
    }

    /// The languages, in the order of their numbers.
    pub fn languages(&mut self, languages: Vec<String>) {
        self.policy.languages = languages;
    }

    /// Adds a table of promises.
    pub fn promise_table(&mut self, table: PromiseTable) {
        self.policy.promise_tables.push(table);
    }

    /// How promises are counted.
    pub fn counting(&mut self, counting: CountingRules, origin: Origin) {
        self.policy.counting = counting;
        self.origins.insert(Element::Counting, origin);
    }

    /// Adds a named objective.
    pub fn objective(&mut self, objective: NamedObjective, origin: Origin) {
        self.origins.insert(Element::Objective(number(self.policy.objectives.len())), origin);
        self.policy.objectives.push(objective);
    }

    /// The regulation packs that must be met.
    pub fn regulations(&mut self, packs: Vec<String>) {
        self.policy.regulations = packs;
    }

    /// What is seen and recorded.
    pub fn information(&mut self, information: Information, origin: Origin) {
        self.policy.information = information;
        self.origins.insert(Element::Information, origin);
    }

    /// What may be said where.
    pub fn constraints(&mut self, constraints: Constraints) {
        self.policy.constraints = constraints;
    }

    /// Adds a guarantee.
    pub fn guarantee(&mut self, guarantee: Guarantee, origin: Origin) {
        self.origins.insert(Element::Guarantee(number(self.claims.guarantees.len())), origin);
        self.claims.guarantees.push(guarantee);
    }

    /// Adds a story.
    pub fn story(&mut self, story: Story, origin: Origin) {
        self.origins.insert(Element::Story(number(self.claims.stories.len())), origin);
        self.claims.stories.push(story);
    }

    /// The place of a part that was pushed as part of another (a step, an escalation).
    pub fn origin(&mut self, element: Element, origin: Origin) {
        self.origins.insert(element, origin);
    }

    /// Says that a name could not be resolved, so that something is missing.
    pub fn incomplete(&mut self) {
        self.policy.complete = false;
    }

    /// The finished parts: what runs, what must hold of it, and where everything came from.
    #[must_use]
    pub fn finish(self) -> (Policy, Claims, Origins) {
        (self.policy, self.claims, self.origins)
    }
}

/// A position as a number; names past the limit are refused before they get here.
fn number(position: usize) -> u16 {
    u16::try_from(position).unwrap_or(u16::MAX)
}
