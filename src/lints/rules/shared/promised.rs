//! The table of promises made ready for questions: which channels a contact type can use, and what its cells say.

use std::collections::{BTreeMap, BTreeSet};

use crate::calendar::Date;
use crate::policy::{ChannelId, ChannelKind, ChannelSet, ContactTypeId, Mode};
use crate::source::Spanned;
use crate::strategy::Strategy;
use crate::strategy::components::contact_types::ContactTypeModel;
use crate::strategy::components::service_levels::{CellModel, TableModel};

/// The plain table of a strategy, with the channels that customers can use on a day.
pub(crate) struct Promised<'a> {
    strategy: &'a Strategy,
    table: Option<&'a TableModel>,
    rows: BTreeMap<ContactTypeId, &'a [Spanned<CellModel>]>,
    /// The channels in use on which somebody answers, each with its columns: its own, that of its kind, of its family.
    channels: Vec<(ChannelId, ChannelKind, [Option<usize>; 3])>,
}

impl<'a> Promised<'a> {
    /// Looks at a strategy on a day.
    #[must_use]
    pub(crate) fn new(strategy: &'a Strategy, today: Date) -> Self {
        let table = strategy.components.service_levels.content.promises.as_ref();
        let columns: BTreeMap<ChannelSet, usize> =
            table.into_iter().flat_map(|table| table.columns.iter().enumerate()).map(|(at, it)| (it.1, at)).collect();
        let rows = table.into_iter().flat_map(|table| &table.rows).map(|(_, id, cells)| (*id, cells.as_slice()));
        let channels =
            strategy.components.channels.content.channels.iter().zip(0u16..).filter_map(|(channel, number)| {
                let (id, kind) = (ChannelId(number), channel.kind?);
                let usable = channel.status().in_use(today) && channel.mode() == Mode::Respond && !kind.unassisted();
                let column = |set: ChannelSet| columns.get(&set).copied();
                let family = kind.family().and_then(|family| column(ChannelSet::Family(family)));
                usable.then(|| (id, kind, [column(ChannelSet::One(id)), column(ChannelSet::Kind(kind)), family]))
            });
        Self { strategy, table, rows: rows.collect(), channels: channels.collect() }
    }

    /// What the table says for a contact type on one of its channels; `None` for a gap.
    #[must_use]
    pub(crate) fn cell(&self, id: ContactTypeId, one: &ContactTypeModel, channel: ChannelId) -> Option<&'a CellModel> {
        let at = self.channels.binary_search_by_key(&channel, |(id, ..)| *id).ok()?;
        let (.., columns) = self.channels.get(at)?;
        self.cell_in(id, one, columns)
    }

    fn cell_in(
        &self,
        id: ContactTypeId,
        one: &ContactTypeModel,
        columns: &[Option<usize>; 3],
    ) -> Option<&'a CellModel> {
        let rows = [Some(id), one.part_of.map(|parent| parent.value)];
        rows.into_iter().flatten().filter_map(|row| self.rows.get(&row)).find_map(|cells| {
            let cells = columns.iter().flatten().filter_map(|at| cells.get(*at));
            cells.map(|cell| &cell.value).find(|cell| **cell != CellModel::Blank)
        })
    }

    /// The channels on which contacts of a type are answered: in use, not excluded by `never on`, no dash in the table.
    pub(crate) fn channels_of<'s>(
        &'s self,
        id: ContactTypeId,
        one: &'s ContactTypeModel,
    ) -> impl Iterator<Item = ChannelId> + 's {
        let never = Excluded::new(&self.strategy.components.contact_types.content.never_on(one));
        self.channels.iter().filter_map(move |(channel, kind, columns)| {
            let offered = self.table.is_none() || self.cell_in(id, one, columns) != Some(&CellModel::NotOffered);
            (offered && !never.holds(*channel, *kind)).then_some(*channel)
        })
    }
}

/// A list of channels, kinds and families, made ready for many questions.
pub(crate) struct Excluded {
    channels: BTreeSet<ChannelId>,
    broad: BTreeSet<ChannelSet>,
}

impl Excluded {
    /// Prepares a list.
    #[must_use]
    pub(crate) fn new(sets: &[ChannelSet]) -> Self {
        let one = |set: &ChannelSet| match set {
            ChannelSet::One(channel) => Some(*channel),
            ChannelSet::Kind(_) | ChannelSet::Family(_) => None,
        };
        let broad = sets.iter().filter(|set| one(set).is_none()).copied().collect();
        Self { channels: sets.iter().filter_map(one).collect(), broad }
    }

    /// Whether the list names the channel, its kind or its family.
    #[must_use]
    pub(crate) fn holds(&self, channel: ChannelId, kind: ChannelKind) -> bool {
        self.channels.contains(&channel) || self.broad.iter().any(|set| set.holds(channel, kind))
    }
}
