//! What follows from the lists of a policy and is asked of it again and again: the desks of a channel, the cell of a contact.

use std::collections::BTreeMap;

use crate::calendar::Date;
use crate::policy::ids::{ChannelId, ContactTypeId, DeskId, SegmentId};
use crate::policy::promise_table::{Cell, PromiseTable};
use crate::policy::who::{Channel, ChannelSet};
use crate::policy::whole::Policy;

/// Where the cells of a table of promises stand, for the channels of a policy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellIndex {
    rows: BTreeMap<ContactTypeId, usize>,
    /// By channel: its own column, its kind's, its family's.
    columns: Vec<[Option<usize>; 3]>,
}

impl CellIndex {
    /// For a table with these columns and rows, in the order in which they stand.
    #[must_use]
    pub fn new(
        policy: &Policy,
        columns: impl IntoIterator<Item = ChannelSet>,
        rows: impl IntoIterator<Item = ContactTypeId>,
    ) -> Self {
        let columns = first_of_each(columns);
        let column = |set: ChannelSet| columns.get(&set).copied();
        let of_channel = |(id, channel)| sets(id, channel).map(|set| set.and_then(column));
        Self { rows: first_of_each(rows), columns: numbered(&policy.channels).map(of_channel).collect() }
    }

    /// The columns of a channel: its own, its kind's, its family's, where the table has them.
    pub fn columns(&self, channel: ChannelId) -> impl Iterator<Item = usize> + '_ {
        self.columns.get(channel.index()).into_iter().flatten().flatten().copied()
    }

    /// Where the cells of a contact type, or of its parent, stand for a channel, as row and column. The first that is not
    /// blank counts: own row before parent's row; within a row the channel's own column before its kind's before its
    /// family's.
    pub fn places(
        &self,
        contact_type: ContactTypeId,
        parent: Option<ContactTypeId>,
        channel: ChannelId,
    ) -> impl Iterator<Item = (usize, usize)> + '_ {
        let rows = [Some(contact_type), parent].into_iter().flatten().filter_map(|row| self.rows.get(&row).copied());
        rows.flat_map(move |row| self.columns(channel).map(move |column| (row, column)))
    }
}

/// The desks of every channel, and the cells of every table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Index {
    desks: Vec<Vec<DeskId>>,
    tables: Vec<CellIndex>,
}

impl Index {
    /// Works it out, once for a policy.
    #[must_use]
    pub fn new(policy: &Policy) -> Self {
        let mut listing: BTreeMap<ChannelSet, Vec<DeskId>> = BTreeMap::new();
        for (number, desk) in (0u16..).zip(&policy.desks) {
            for set in &desk.channels {
                let desks = listing.entry(*set).or_default();
                if desks.last() != Some(&DeskId(number)) {
                    desks.push(DeskId(number));
                }
            }
        }
        let desks = |(id, channel)| {
            let listed = sets(id, channel).into_iter().flatten().find_map(|set| listing.get(&set));
            listed.cloned().unwrap_or_default()
        };
        let cells = |table: &PromiseTable| {
            let columns = table.columns.iter().map(|column| column.channels);
            CellIndex::new(policy, columns, table.rows.iter().map(|(row, _)| *row))
        };
        Self {
            desks: numbered(&policy.channels).map(desks).collect(),
            tables: policy.promise_tables.iter().map(cells).collect(),
        }
    }

    /// The desks of a channel: those that name it, else those that list its kind, else those that list its family. More
    /// than one where they list it alike; the channel is open when any of them is.
    #[must_use]
    pub fn desks_of(&self, channel: ChannelId) -> &[DeskId] {
        self.desks.get(channel.index()).map_or(&[], Vec::as_slice)
    }

    /// The channels by the desks that decide when they are open; channels without a desk are left out.
    #[must_use]
    pub fn channels_by_desks(&self) -> BTreeMap<&[DeskId], Vec<ChannelId>> {
        let mut found: BTreeMap<&[DeskId], Vec<ChannelId>> = BTreeMap::new();
        for (number, desks) in (0u16..).zip(&self.desks).filter(|(_, desks)| !desks.is_empty()) {
            found.entry(desks).or_default().push(ChannelId(number));
        }
        found
    }

    /// What the tables of the policy say for a contact received on `date` (in the strategy's zone): a table for its
    /// customer first, then the tables of seasons that hold the date, then the plain table. `None` is a gap.
    #[must_use]
    pub fn promised(
        &self,
        policy: &Policy,
        segment: Option<SegmentId>,
        contact_type: ContactTypeId,
        channel: ChannelId,
        date: Date,
    ) -> Option<Cell> {
        let parent = policy.contact_type(contact_type).and_then(|found| found.part_of);
        let cell = |(table, index): (&PromiseTable, &CellIndex)| {
            let mut places = index.places(contact_type, parent, channel);
            places.find_map(|(row, column)| *table.rows.get(row)?.1.get(column)?)
        };
        let tables = || policy.promise_tables.iter().zip(&self.tables);
        let customers = tables().filter(|(table, _)| segment.is_some() && table.segment == segment);
        let in_season = |table: &PromiseTable| table.season.is_some_and(|season| policy.in_season(season, date));
        let seasons = tables().filter(|(table, _)| table.segment.is_none() && in_season(table));
        let plain = tables().filter(|(table, _)| table.segment.is_none() && table.season.is_none());
        customers.chain(seasons).chain(plain).find_map(cell)
    }
}

fn numbered(channels: &[Channel]) -> impl Iterator<Item = (ChannelId, &Channel)> {
    (0u16..).map(ChannelId).zip(channels)
}

/// What stands for a channel, the narrowest first: itself, its kind, its family.
fn sets(id: ChannelId, channel: &Channel) -> [Option<ChannelSet>; 3] {
    let family = channel.kind.family().map(ChannelSet::Family);
    [Some(ChannelSet::One(id)), Some(ChannelSet::Kind(channel.kind)), family]
}

fn first_of_each<T: Ord>(list: impl IntoIterator<Item = T>) -> BTreeMap<T, usize> {
    let mut found = BTreeMap::new();
    for (at, one) in list.into_iter().enumerate() {
        found.entry(one).or_insert(at);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::example::acorn;
    use crate::policy::promise_table::Column;
    use crate::policy::who::{ChannelKind, Family};

    const PHONE: ChannelId = ChannelId(0);
    const EMAIL: ChannelId = ChannelId(2);
    const X: ChannelId = ChannelId(5);

    #[test]
    fn desks_that_name_a_channel_beat_its_kind_and_its_kind_beats_its_family() {
        let (mut policy, ..) = acorn();
        let of = |policy: &Policy, channel| Index::new(policy).desks_of(channel).to_vec();
        assert_eq!(of(&policy, X), [DeskId(1)]);
        let mut lists = [
            vec![ChannelSet::Family(Family::Written)],
            vec![ChannelSet::Kind(ChannelKind::Email), ChannelSet::Family(Family::Written)],
            vec![ChannelSet::One(EMAIL), ChannelSet::One(PHONE), ChannelSet::One(EMAIL)],
        ];
        let desk = policy.desks[0].clone();
        policy.desks = vec![desk; 3];
        for expected in [[2].as_slice(), &[1], &[0, 1]] {
            for (desk, list) in policy.desks.iter_mut().zip(&lists) {
                desk.channels.clone_from(list);
            }
            let expected: Vec<_> = expected.iter().map(|at| DeskId(*at)).collect();
            assert_eq!(of(&policy, EMAIL), expected);
            lists[2].retain(|set| *set == ChannelSet::One(PHONE));
            if expected == [DeskId(1)] {
                lists[1].remove(0);
            }
        }
        assert_eq!(of(&policy, PHONE), [DeskId(2)]);
        assert_eq!(of(&policy, ChannelId(900)), []);
    }

    #[test]
    fn a_blank_cell_leaves_the_word_to_the_kind_then_to_the_parent() {
        let (mut policy, ..) = acorn();
        let (part, parent) = (ContactTypeId(2), ContactTypeId(1));
        policy.contact_types[2].part_of = Some(parent);
        let column = |channels| Column { heading: String::new(), channels };
        policy.promise_tables = vec![PromiseTable {
            segment: None,
            season: None,
            columns: vec![column(ChannelSet::Kind(ChannelKind::Email)), column(ChannelSet::One(EMAIL))],
            rows: vec![
                (parent, vec![Some(Cell::Always), Some(Cell::NotOffered)]),
                (part, vec![Some(Cell::NoPromise), None]),
            ],
        }];
        let date = Date::new(2026, 12, 1).unwrap();
        let cell = |policy: &Policy| Index::new(policy).promised(policy, None, part, EMAIL, date);
        assert_eq!(cell(&policy), Some(Cell::NoPromise), "its kind's, in its own row");
        policy.promise_tables[0].rows[1].1[0] = None;
        assert_eq!(cell(&policy), Some(Cell::NotOffered), "its own column, in the row of its parent");
    }
}
