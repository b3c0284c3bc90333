//! The table of promises made ready for questions: which channels a contact type can use, and what its cells say.

use std::collections::BTreeSet;

use crate::lints::lint::Subject;
use crate::policy::{CellIndex, ChannelId, ChannelKind, ChannelSet, ContactTypeId, Mode};
use crate::source::quoted;
use crate::strategy::{CellModel, ContactTypeModel, Strategy, TableModel};

/// The plain table of a strategy, with the channels that customers can use on a day.
pub(crate) struct Promised<'a> {
    strategy: &'a Strategy,
    table: Option<(&'a TableModel, CellIndex)>,
    /// The channels in use on which somebody answers.
    channels: Vec<(ChannelId, ChannelKind)>,
}

impl<'a> Promised<'a> {
    /// Looks at a strategy today.
    #[must_use]
    pub(crate) fn new(subject: &Subject<'a>) -> Self {
        let strategy = subject.strategy;
        let table = strategy.components.service_levels.content.promises.as_ref();
        let table = table.map(|table| (table, table.index(subject.policy)));
        let numbered = strategy.components.channels.content.channels.iter().zip(0u16..);
        let channels = numbered.filter_map(|(channel, number)| {
            let kind = channel.kind?;
            let in_use = channel.status().in_use(subject.today);
            let usable = in_use && channel.mode() == Mode::Respond && !kind.unassisted();
            usable.then_some((ChannelId(number), kind))
        });
        Self { strategy, table, channels: channels.collect() }
    }

    /// What the table says for a contact type on a channel; `None` for a gap.
    #[must_use]
    pub(crate) fn cell(&self, id: ContactTypeId, one: &ContactTypeModel, channel: ChannelId) -> Option<&'a CellModel> {
        let (table, index) = self.table.as_ref()?;
        let table: &'a TableModel = table;
        let mut places = index.places(id, one.part_of.map(|parent| parent.value), channel);
        places.find_map(|(row, column)| table.cell_at(row, column)).map(|cell| &cell.value)
    }

    /// The channels on which contacts of a type are answered: in use, not excluded by `never on`, no dash in the table.
    pub(crate) fn channels_of<'s>(
        &'s self,
        id: ContactTypeId,
        one: &'s ContactTypeModel,
    ) -> impl Iterator<Item = ChannelId> + 's {
        let never = Excluded::new(&self.strategy.components.contact_types.content.never_on(one));
        self.channels.iter().filter_map(move |(channel, kind)| {
            let offered = self.cell(id, one, *channel) != Some(&CellModel::NotOffered);
            (offered && !never.holds(*channel, *kind)).then_some(*channel)
        })
    }
}

/// What a cell says of a contact, as the rest of a sentence.
#[must_use]
pub(crate) fn in_words(cell: &CellModel) -> String {
    match cell {
        CellModel::Promise(promise) => format!("is promised {}", quoted(&promise.written)),
        CellModel::Always => "is helped at once".to_owned(),
        CellModel::NoPromise => "is answered without a promise".to_owned(),
        CellModel::NotOffered | CellModel::Blank | CellModel::Unreadable => "is not offered".to_owned(),
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
