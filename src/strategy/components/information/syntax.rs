//! Information as written.

use std::collections::BTreeMap;

use crate::calendar::Duration;
use crate::notation::{self, Misread, MisreadKind};
use crate::policy::Sensitivity;
use crate::source::{Sink, Span, Spanned};
use crate::strategy::errors;
use crate::strategy::field::{Field, Shape};
use crate::strategy::names::Names;
use crate::strategy::reader;
use crate::strategy::written::{Named, Note, Written};
use crate::yaml::{Entry, Value};

/// The table of keys.
pub(crate) static FIELDS: &[Field] = &[
    Field::new(
        "agents see",
        Shape::KeysOr(ITEMS, &Shape::List),
        "What agents need to see.",
        "order history, loyalty tier, past contacts on every channel",
    ),
    Field::new(
        "customers see",
        Shape::KeysOr(ITEMS, &Shape::List),
        "What customers can find out themselves.",
        "parcel tracking, opening times",
    ),
    Field::new("we record", Shape::KeysOr(ITEMS, &Shape::List), "What is recorded.", "contact type, outcome"),
    Field::new(
        "history across channels",
        Shape::Text,
        "Whether agents see what happened on other channels, and how.",
        "yes, every agent sees the last 24 months",
    ),
    Field::new(
        "knowledge",
        Shape::Text,
        "The source of answers: one for all channels, or which differs.",
        "one knowledge base for all channels",
    ),
    Field::new("case number", Shape::Text, "The reference that ties interactions together.", "given on first contact"),
    Field::new(
        "keep for",
        Shape::Phrase("a length of time"),
        "How long all that is recorded is kept, unless an item says otherwise.",
        "24 months",
    ),
];

static ITEMS: &[Field] =
    &[Field::name("an item", Shape::KeysOrNothing(ITEM), "An item of information.", "order history")];

static ITEM: &[Field] = &[
    Field::new("source system", Shape::Text, "The system that it comes from.", "order system"),
    Field::new("owner", Shape::Text, "Who keeps it right.", "Finance"),
    Field::new(
        "sensitivity",
        Shape::Word(&["public", "personal", "payment", "health"]),
        "How sensitive it is; what is not public is not said where everybody can read it.",
        "personal",
    ),
    Field::new("keep for", Shape::Phrase("a length of time"), "How long it is kept.", "6 months"),
    Field::new("only on", Shape::List, "The channels on which it may be used.", "phone, chat"),
];

/// An item as written.
#[derive(Debug, Clone, Default)]
pub struct ItemSyntax {
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
    /// The channels on which it may be used.
    pub only_on: Vec<Written>,
}

/// A list of items as written.
#[derive(Debug, Clone, Default)]
pub struct ItemsSyntax {
    /// In the order written.
    pub items: Vec<ItemSyntax>,
    /// Why it is these.
    pub note: Note,
}

/// The section as written.
#[derive(Debug, Clone, Default)]
pub struct InformationSyntax {
    /// Everything written in the section.
    pub head: Named,
    /// What agents see.
    pub agents_see: ItemsSyntax,
    /// What customers see.
    pub customers_see: ItemsSyntax,
    /// What is recorded.
    pub we_record: ItemsSyntax,
    /// Whether history flows across channels.
    pub history: Option<Written>,
    /// The source of answers.
    pub knowledge: Option<Written>,
    /// The reference that ties interactions together.
    pub case_number: Option<Written>,
    /// How long everything is kept.
    pub keep_for: Option<Spanned<Duration>>,
}

/// Reads the section.
pub(crate) fn read(entry: &Entry, sink: &mut Sink) -> InformationSyntax {
    let keys = reader::keys(entry, FIELDS, sink);
    let items = |word: &str, sink: &mut Sink| keys.get(word).map(|entry| read_items(entry, sink)).unwrap_or_default();
    InformationSyntax {
        agents_see: items("agents see", sink),
        customers_see: items("customers see", sink),
        we_record: items("we record", sink),
        history: keys.text("history across channels", sink),
        knowledge: keys.text("knowledge", sink),
        case_number: keys.text("case number", sink),
        keep_for: keys.get("keep for").and_then(|entry| read_keep(entry, sink)),
        head: reader::named(entry, keys.note),
    }
}

/// How long something is kept. Without its unit it is days or months, and never seconds.
fn read_keep(entry: &Entry, sink: &mut Sink) -> Option<Spanned<Duration>> {
    let written = reader::text(entry, sink)?;
    match notation::duration(written.excerpt()) {
        Err(Misread { kind: MisreadKind::NoUnit { number }, .. }) => {
            sink.push(errors::keep_without_unit(&number, written.span));
            None
        }
        read => reader::reported_as(read, &entry.key.text, &written, sink),
    }
}

/// A list of names, or names with lines of their own.
fn read_items(entry: &Entry, sink: &mut Sink) -> ItemsSyntax {
    if !matches!(entry.value.value, Value::Mapping(_)) {
        return ItemsSyntax { items: read_list(entry, sink), note: Note::default() };
    }
    let keys = reader::keys(entry, ITEMS, sink);
    let item = |entry| {
        let keys = reader::keys(entry, ITEM, sink);
        ItemSyntax {
            source_system: keys.text("source system", sink),
            owner: keys.text("owner", sink),
            sensitivity: keys.word("sensitivity", sink, &Sensitivity::ALL),
            keep_for: keys.get("keep for").and_then(|entry| read_keep(entry, sink)),
            only_on: keys.list("only on", sink),
            head: reader::named(entry, keys.note),
        }
    };
    ItemsSyntax { items: keys.names().map(item).collect(), note: keys.note }
}

/// Names without lines of their own; each once.
fn read_list(entry: &Entry, sink: &mut Sink) -> Vec<ItemSyntax> {
    let mut items = Vec::new();
    let mut seen: BTreeMap<String, Span> = BTreeMap::new();
    for item in reader::list(entry, sink) {
        if let Some(first) = seen.get(&item.text) {
            sink.push(errors::listed_twice(&item, *first));
            continue;
        }
        seen.insert(item.text.clone(), item.span);
        let head = Named { name: item.text, span: item.span, whole: item.span, ..Named::default() };
        items.push(ItemSyntax { head, ..ItemSyntax::default() });
    }
    items
}

/// Items are no names that others point at.
pub(crate) fn declare(_: &InformationSyntax, _: &mut Names, _: &mut Sink) {}
