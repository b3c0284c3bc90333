//! What the tables of promises say of every contact: contacts that they cannot tell apart are asked about together.

use std::collections::{BTreeMap, BTreeSet};

use crate::policy::{
    Cell, ChannelId, ChannelKind, ChannelSet, ContactTypeId, Date, Index, NamedAxis, Policy, SeasonId, SegmentId, Test,
};

/// Contacts that the tables of promises treat alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alike {
    /// Whose table it is; none for the customers that have no table of their own.
    pub segment: Option<SegmentId>,
    /// The customers that have a table of their own, where `segment` is none.
    pub but: Vec<SegmentId>,
    /// The contact types.
    pub contact_types: Vec<ContactTypeId>,
    /// The channels.
    pub channels: Vec<ChannelId>,
}

/// What the tables say of some contacts on some dates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pledged {
    /// The contacts.
    pub contacts: Alike,
    /// The seasons of promises that hold then.
    pub seasons: Vec<SeasonId>,
    /// What the tables say; none where they say nothing.
    pub cell: Option<Cell>,
}

impl Alike {
    /// The tests that exactly these contacts fit.
    #[must_use]
    pub fn tests(&self) -> Vec<Test> {
        let customers = match self.segment {
            Some(segment) => Some((vec![segment.0], false)),
            None => (!self.but.is_empty()).then(|| (self.but.iter().map(|segment| segment.0).collect(), true)),
        };
        let customers = customers.map(|(values, negated)| Test::Named { axis: NamedAxis::Customer, values, negated });
        let types = self.contact_types.iter().map(|id| id.0).collect();
        let channels = self.channels.iter().map(|id| id.0).collect();
        let named = |axis, values| Test::Named { axis, values, negated: false };
        customers
            .into_iter()
            .chain([named(NamedAxis::ContactType, types), named(NamedAxis::Channel, channels)])
            .collect()
    }
}

/// How many months are looked at for the seasons that hold.
const MONTHS: i64 = 24;
/// More cells than this are not looked up.
const MOST: usize = 200_000;

/// What the tables say of every contact, on every kind of date. `None` where that is too much.
#[must_use]
pub fn pledged(policy: &Policy, index: &Index) -> Option<Vec<Pledged>> {
    let dates = dates(policy);
    let (customers, types, channels) = (customers(policy), contact_types(policy), channels(policy));
    let cells = customers.len().saturating_mul(types.len()).saturating_mul(channels.len()).saturating_mul(dates.len());
    if cells > MOST {
        return None;
    }
    let mut found = Vec::with_capacity(cells);
    for (segment, but) in &customers {
        for contact_types in &types {
            for channels in &channels {
                let (Some(one), Some(on)) = (contact_types.first(), channels.first()) else { continue };
                for (seasons, date) in &dates {
                    let asked = segment.or_else(|| other_customer(policy, but));
                    let cell = index.promised(policy, asked, *one, *on, *date);
                    let contacts = Alike {
                        segment: *segment,
                        but: but.clone(),
                        contact_types: contact_types.clone(),
                        channels: channels.clone(),
                    };
                    found.push(Pledged { contacts, seasons: seasons.clone(), cell });
                }
            }
        }
    }
    Some(found)
}

/// The seasons that hold together on some date, each with such a date.
fn dates(policy: &Policy) -> BTreeMap<Vec<SeasonId>, Date> {
    let seasons: BTreeSet<SeasonId> = policy.promise_tables.iter().filter_map(|table| table.season).collect();
    let first = policy.first_day();
    if seasons.is_empty() {
        return BTreeMap::from([(Vec::new(), first)]);
    }
    let end = first.plus_months(MONTHS);
    let last = policy.applies_until.map_or(end, |until| until.plus_days(1).min(end));
    let mut found = BTreeMap::new();
    let mut date = first;
    while date < last {
        let holding = seasons.iter().copied().filter(|season| policy.in_season(*season, date)).collect();
        found.entry(holding).or_insert(date);
        date = date.plus_days(1);
    }
    found
}

/// A customer without a table of its own.
fn other_customer(policy: &Policy, but: &[SegmentId]) -> Option<SegmentId> {
    let segments = (0u16..).zip(&policy.segments).map(|(id, _)| SegmentId(id));
    segments.filter(|segment| !but.contains(segment)).last()
}

/// Each customer that has a table of its own, and all others together where there are any.
fn customers(policy: &Policy) -> Vec<(Option<SegmentId>, Vec<SegmentId>)> {
    let own: BTreeSet<SegmentId> = policy.promise_tables.iter().filter_map(|table| table.segment).collect();
    let mut found: Vec<_> = own.iter().map(|segment| (Some(*segment), Vec::new())).collect();
    if own.len() < policy.segments.len() || policy.everyone_else().is_none() {
        found.push((None, own.into_iter().collect()));
    }
    found
}

/// Each contact type that has a row somewhere, and the others by the type that they are a part of.
fn contact_types(policy: &Policy) -> Vec<Vec<ContactTypeId>> {
    let rows: BTreeSet<ContactTypeId> =
        policy.promise_tables.iter().flat_map(|table| &table.rows).map(|(row, _)| *row).collect();
    let mut found: BTreeMap<(bool, Option<ContactTypeId>), Vec<ContactTypeId>> = BTreeMap::new();
    for (id, one) in (0u16..).map(ContactTypeId).zip(&policy.contact_types) {
        let own = rows.contains(&id);
        let key = if own { Some(id) } else { one.part_of.filter(|parent| rows.contains(parent)) };
        found.entry((own, key)).or_default().push(id);
    }
    found.into_values().collect()
}

/// Each channel that has a column of its own somewhere, and the others by their kind.
fn channels(policy: &Policy) -> Vec<Vec<ChannelId>> {
    let columns: BTreeSet<ChannelSet> =
        policy.promise_tables.iter().flat_map(|table| &table.columns).map(|column| column.channels).collect();
    let mut found: BTreeMap<(ChannelKind, Option<ChannelId>), Vec<ChannelId>> = BTreeMap::new();
    for (id, channel) in (0u16..).map(ChannelId).zip(&policy.channels) {
        let own = columns.contains(&ChannelSet::One(id)).then_some(id);
        found.entry((channel.kind, own)).or_default().push(id);
    }
    found.into_values().collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::policy::{Tape, acorn, random_policy};

    /// Each contact on each date is in exactly one answer, and it is that of the tables.
    fn compare(policy: &Policy) {
        let index = Index::new(policy);
        let found = pledged(policy, &index).unwrap();
        let seasons: BTreeSet<SeasonId> = policy.promise_tables.iter().filter_map(|table| table.season).collect();
        let mut segments: Vec<Option<SegmentId>> =
            (0u16..).zip(&policy.segments).map(|(id, _)| Some(SegmentId(id))).collect();
        if policy.everyone_else().is_none() {
            segments.push(None);
        }
        for segment in segments {
            for (contact_type, _) in (0u16..).map(ContactTypeId).zip(&policy.contact_types) {
                for (channel, _) in (0u16..).map(ChannelId).zip(&policy.channels) {
                    for days in (0..700).step_by(23) {
                        let date = policy.first_day().plus_days(days);
                        if policy.applies_until.is_some_and(|until| until < date) {
                            continue;
                        }
                        let holding: Vec<SeasonId> =
                            seasons.iter().copied().filter(|season| policy.in_season(*season, date)).collect();
                        let mut about = found.iter().filter(|pledged| {
                            let contacts = &pledged.contacts;
                            let own = contacts.segment.is_some() && contacts.segment == segment;
                            let other = contacts.segment.is_none()
                                && segment.is_none_or(|segment| !contacts.but.contains(&segment));
                            (own || other)
                                && contacts.contact_types.contains(&contact_type)
                                && contacts.channels.contains(&channel)
                                && pledged.seasons == holding
                        });
                        let said = index.promised(policy, segment, contact_type, channel, date);
                        let answer = about.next().unwrap();
                        assert_eq!((answer.cell, about.next()), (said, None), "{answer:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn of_the_worked_example_every_contact_has_its_cell() {
        let (mut policy, ..) = acorn();
        compare(&policy);
        policy.contact_types[2].part_of = Some(ContactTypeId(1));
        policy.promise_tables[0].rows.remove(2);
        compare(&policy);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(200))]

        #[test]
        fn contacts_told_of_together_have_the_same_cell(numbers in proptest::collection::vec(any::<u32>(), 300..1500)) {
            let (policy, _) = random_policy(&mut Tape::new(numbers));
            compare(&policy);
        }
    }
}
