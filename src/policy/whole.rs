//! A whole policy, and the questions that need more than one of its parts.

use crate::calendar::{Date, Instant, TimeOfDay, Zone};
use crate::policy::desk::Desk;
use crate::policy::field::Field;
use crate::policy::group::Group;
use crate::policy::ids::{
    ChannelId, ContactTypeId, DeskId, FieldId, GroupId, LanguageId, PromiseId, RuleId, SeasonId, SegmentId, TermId,
};
use crate::policy::information::{Constraints, Information};
use crate::policy::objective::{CountingRules, NamedObjective, Promise};
use crate::policy::promise_table::{PromiseTable, Promised};
use crate::policy::rule::Rule;
use crate::policy::who::{Channel, ContactType, Segment};

/// What runs: everything that decides a contact, and nothing else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Policy {
    /// The name of the strategy.
    pub strategy: String,
    /// The author's version.
    pub version: Option<String>,
    /// The first day on which it applies.
    pub applies_from: Option<Date>,
    /// The last day on which it applies.
    pub applies_until: Option<Date>,
    /// The zone in which `day` is read.
    pub time_zone: Zone,
    /// Whether every name could be resolved; where not, rules are missing.
    pub complete: bool,
    /// The segments, in the order in which they are tried.
    pub segments: Vec<Segment>,
    /// The contact types.
    pub contact_types: Vec<ContactType>,
    /// The channels.
    pub channels: Vec<Channel>,
    /// The languages that the strategy names.
    pub languages: Vec<String>,
    /// The contact fields, the built-in ones first.
    pub fields: Vec<Field>,
    /// The named conditions: name and tests.
    pub terms: Vec<(String, Vec<crate::policy::condition::Test>)>,
    /// The desks.
    pub desks: Vec<Desk>,
    /// The seasons of promises.
    pub seasons: Vec<Promised>,
    /// The promises.
    pub promises: Vec<Promise>,
    /// The tables; one that is for a customer or a season replaces cells of the plain one.
    pub promise_tables: Vec<PromiseTable>,
    /// How promises are counted.
    pub counting: CountingRules,
    /// Objectives beside the table.
    pub objectives: Vec<NamedObjective>,
    /// The regulation packs that must be met, by name.
    pub regulations: Vec<String>,
    /// The routing rules, in order.
    pub rules: Vec<Rule>,
    /// The agent groups.
    pub groups: Vec<Group>,
    /// What is seen and recorded.
    pub information: Information,
    /// What may be said where.
    pub constraints: Constraints,
}

macro_rules! lookups {
    ($($(#[$about:meta])* $name:ident($id:ident) -> $kind:ty, $list:ident;)+) => {$(
        $(#[$about])*
        #[must_use]
        pub fn $name(&self, id: $id) -> Option<&$kind> {
            self.$list.get(id.index())
        }
    )+};
}

macro_rules! by_name {
    ($($(#[$about:meta])* $name:ident -> $id:ident, $list:ident;)+) => {$(
        $(#[$about])*
        #[must_use]
        pub fn $name(&self, name: &str) -> Option<$id> {
            let at = self.$list.iter().position(|part| part.name == name)?;
            u16::try_from(at).ok().map($id)
        }
    )+};
}

impl Policy {
    by_name! {
        /// The first segment of that name.
        segment_named -> SegmentId, segments;
        /// The first contact type of that name.
        contact_type_named -> ContactTypeId, contact_types;
        /// The first channel of that name.
        channel_named -> ChannelId, channels;
        /// The first contact field of that name.
        field_named -> FieldId, fields;
        /// The first desk of that name.
        desk_named -> DeskId, desks;
        /// The first routing rule of that name.
        rule_named -> RuleId, rules;
        /// The first agent group of that name.
        group_named -> GroupId, groups;
    }

    /// The language of that name.
    #[must_use]
    pub fn language_named(&self, name: &str) -> Option<LanguageId> {
        let at = self.languages.iter().position(|language| language == name)?;
        u16::try_from(at).ok().map(LanguageId)
    }

    lookups! {
        /// The segment of that number.
        segment(SegmentId) -> Segment, segments;
        /// The contact type of that number.
        contact_type(ContactTypeId) -> ContactType, contact_types;
        /// The channel of that number.
        channel(ChannelId) -> Channel, channels;
        /// The language of that number.
        language(LanguageId) -> String, languages;
        /// The field of that number.
        field(FieldId) -> Field, fields;
        /// The named condition of that number.
        term(TermId) -> (String, Vec<crate::policy::condition::Test>), terms;
        /// The desk of that number.
        desk(DeskId) -> Desk, desks;
        /// The season of that number.
        season(SeasonId) -> Promised, seasons;
        /// The promise of that number.
        promise(PromiseId) -> Promise, promises;
        /// The rule of that number.
        rule(RuleId) -> Rule, rules;
        /// The group of that number.
        group(GroupId) -> Group, groups;
    }

    /// The day on which it begins to apply; 1 January 2026 where it does not say. Weekdays of stories and the stretch of
    /// time that is looked at are counted from it.
    #[must_use]
    pub fn first_day(&self) -> Date {
        let said = self.applies_from.or_else(|| Date::new(2026, 1, 1));
        said.unwrap_or_else(|| self.time_zone.local(Instant::from_seconds(0)).date)
    }

    /// The stretch of time for which something is said of every moment: 24 months from the first midnight on.
    #[must_use]
    pub fn horizon(&self) -> (Instant, Instant) {
        const MONTHS: i64 = 24;
        let midnight = |date: Date| self.time_zone.first_at(date, TimeOfDay::MIDNIGHT);
        (midnight(self.first_day()), midnight(self.first_day().plus_months(MONTHS)))
    }

    /// Whether the date lies in the season.
    #[must_use]
    pub fn in_season(&self, season: SeasonId, date: Date) -> bool {
        self.season(season).is_some_and(|season| season.dates.iter().any(|(from, to)| *from <= date && date <= *to))
    }

    /// The catch-all segment: the last one, which takes everyone else. `None` where there are no segments, and where the
    /// last one takes only those that it is recognised by.
    #[must_use]
    pub fn everyone_else(&self) -> Option<SegmentId> {
        self.segments.last().filter(|last| last.recognised_by.is_empty() && !last.by_name_only)?;
        u16::try_from(self.segments.len().checked_sub(1)?).ok().map(SegmentId)
    }

    /// The catch-all contact type, where there is one.
    #[must_use]
    pub fn everything_else(&self) -> Option<ContactTypeId> {
        let at = self.contact_types.iter().position(|contact_type| contact_type.everything_else)?;
        u16::try_from(at).ok().map(ContactTypeId)
    }
}
