//! What an overlay may do with an entry: what stands below it, and whether its name is the author's.

use crate::strategy::field::{Field, Key, Shape, row};
use crate::strategy::header;
use crate::strategy::tables::tables;

/// What is known of an entry by its row of the table of keys.
#[derive(Debug, Clone, Copy)]
pub(super) struct Kind {
    /// The keys below it; none where it holds one value.
    pub(super) inner: &'static [Field],
    /// Whether one value may stand in the place of these keys.
    pub(super) or_value: bool,
    /// Whether its name is one that the author made up, so that a misspelled one would go unnoticed.
    pub(super) named: bool,
    /// Whether it is a table, which is laid cell by cell.
    pub(super) table: bool,
    /// The words with which it begins, where a time follows them: there may be several of these beside each other.
    pub(super) timed: Option<&'static str>,
    /// Whether the order of what stands below it decides.
    pub(super) order: Option<Order>,
}

/// Entries that are tried from the top: the first one that fits counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    /// Routing rules.
    Rules,
    /// Customer segments.
    Segments,
}

impl Order {
    /// The key whose absence means that an entry takes everything.
    pub(super) fn condition(self) -> &'static str {
        match self {
            Self::Rules => "when",
            Self::Segments => "recognised by",
        }
    }
}

impl Kind {
    /// Whether it holds one value and no keys.
    pub(super) fn one_value(self) -> bool {
        self.inner.is_empty()
    }

    /// A key of the language that holds one value, or a key that is not known.
    const VALUE: Self = Self { inner: &[], or_value: true, named: false, table: false, timed: None, order: None };
}

/// A section, or a key at the top of the file.
pub(super) fn at_top(key: &str) -> Kind {
    let order = match key {
        "routing" => Some(Order::Rules),
        "customers" => Some(Order::Segments),
        _ => None,
    };
    match tables().find(|table| table.key == key) {
        Some(table) => {
            let cells = key == "service levels";
            Kind { inner: table.fields, or_value: false, table: cells, order, ..Kind::VALUE }
        }
        None => header::FIELDS.iter().find(|field| field.fits(key)).map_or(Kind::VALUE, of),
    }
}

/// An entry below another one whose keys are these.
pub(super) fn among(fields: &'static [Field], key: &str) -> Kind {
    match row(fields, key) {
        // Reasons may stand beside anything.
        Some(Field { key: Key::Name(_), .. }) if matches!(key, "why" | "source") => Kind::VALUE,
        Some(field) => of(field),
        None => Kind::VALUE,
    }
}

fn of(field: &Field) -> Kind {
    let (inner, or_value): (&'static [Field], bool) = match field.shape {
        Shape::Keys(inner) | Shape::KeysOrNothing(inner) => (inner, false),
        Shape::KeysOr(inner, _) => (inner, true),
        Shape::Text | Shape::List | Shape::Phrase(_) | Shape::Word(_) | Shape::Table => (&[], true),
    };
    let named = match field.key {
        // A date is no name, and a value for a channel only speaks of a channel: both are new wherever they are written.
        Key::Name("a date") => false,
        Key::Name("a channel") => !inner.is_empty(),
        Key::Name(_) => true,
        Key::Word(_) | Key::Phrase { .. } => false,
    };
    let timed = match field.key {
        Key::Phrase { words, then: "a length of time" } => Some(words),
        Key::Word(_) | Key::Phrase { .. } | Key::Name(_) => None,
    };
    Kind { inner, or_value, named, table: field.shape == Shape::Table, timed, order: None }
}
