//! Information as meant.

use crate::calendar::Duration;
use crate::policy::{ChannelSet, Sensitivity};
use crate::source::{Sink, Spanned};
use crate::strategy::components::information::syntax::{InformationSyntax, ItemSyntax, ItemsSyntax};
use crate::strategy::names::Names;
use crate::strategy::written::{Named, Note, Written};

/// An item as meant.
#[derive(Debug, Clone, Default)]
pub struct ItemModel {
    /// Its name, and everything written below it.
    pub head: Named,
    /// The system that it comes from.
    pub source_system: Option<Written>,
    /// Who keeps it right.
    pub owner: Option<Written>,
    /// How sensitive.
    pub sensitivity: Option<Spanned<Sensitivity>>,
    /// How long it is kept.
    pub keep_for: Option<Spanned<Duration>>,
    /// The channels on which it may be used; empty for all.
    pub only_on: Vec<Spanned<ChannelSet>>,
    /// Whether some of these channels had no meaning, so that it would be used on others than its author meant.
    pub incomplete: bool,
}

/// The section as meant.
#[derive(Debug, Clone, Default)]
pub struct InformationModel {
    /// Everything written in the section.
    pub head: Named,
    /// What agents see.
    pub agents_see: Vec<ItemModel>,
    /// Why agents see it.
    pub agents_see_note: Note,
    /// What customers see.
    pub customers_see: Vec<ItemModel>,
    /// Why customers see it.
    pub customers_see_note: Note,
    /// What is recorded.
    pub we_record: Vec<ItemModel>,
    /// Why it is recorded.
    pub we_record_note: Note,
    /// Whether history flows across channels.
    pub history: Option<Written>,
    /// The source of answers.
    pub knowledge: Option<Written>,
    /// The reference that ties interactions together.
    pub case_number: Option<Written>,
    /// How long everything that is recorded is kept.
    pub keep_for: Option<Spanned<Duration>>,
}

impl InformationModel {
    /// Whether anything is said of information.
    #[must_use]
    pub fn is_written(&self) -> bool {
        !self.head.name.is_empty()
    }

    /// All items, whoever sees them.
    pub fn items(&self) -> impl Iterator<Item = &ItemModel> {
        self.agents_see.iter().chain(&self.customers_see).chain(&self.we_record)
    }
}

/// Gives the names their meaning.
pub(crate) fn resolve(syntax: &InformationSyntax, names: &Names, sink: &mut Sink) -> InformationModel {
    let mut items = |list: &ItemsSyntax| list.items.iter().map(|item| resolve_item(item, names, sink)).collect();
    InformationModel {
        head: syntax.head.clone(),
        agents_see: items(&syntax.agents_see),
        agents_see_note: syntax.agents_see.note.clone(),
        customers_see: items(&syntax.customers_see),
        customers_see_note: syntax.customers_see.note.clone(),
        we_record: items(&syntax.we_record),
        we_record_note: syntax.we_record.note.clone(),
        history: syntax.history.clone(),
        knowledge: syntax.knowledge.clone(),
        case_number: syntax.case_number.clone(),
        keep_for: syntax.keep_for,
    }
}

fn resolve_item(item: &ItemSyntax, names: &Names, sink: &mut Sink) -> ItemModel {
    let channel = |written: &Written, sink: &mut Sink| {
        names.find_channels(&written.spanned(), sink).map(|set| Spanned::new(set, written.span))
    };
    let only_on: Vec<_> = item.only_on.iter().filter_map(|written| channel(written, sink)).collect();
    ItemModel {
        head: item.head.clone(),
        source_system: item.source_system.clone(),
        owner: item.owner.clone(),
        sensitivity: item.sensitivity,
        keep_for: item.keep_for,
        incomplete: only_on.len() != item.only_on.len(),
        only_on,
    }
}
