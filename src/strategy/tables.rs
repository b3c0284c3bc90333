//! The tables of keys of all sections, in one place.

use crate::strategy::components;
use crate::strategy::field::{Field, Shape, row};
use crate::strategy::governance;
use crate::strategy::parts::PartTable;

/// The tables of all sections, in the order of the language: governance before and after the ten components.
pub fn tables() -> impl Iterator<Item = &'static PartTable> {
    governance::TABLES.iter().chain(components::TABLES)
}

/// Whether plain text may stand there, which is no name of anything.
pub(in crate::strategy) fn is_text(path: &[String]) -> bool {
    let names = ["backup", "part of", "lead", "only on", "never on"];
    let Some((last, _)) = path.split_last() else { return false };
    field_at(path).is_some_and(|field| field.shape == Shape::Text) && !names.contains(&last.as_str())
}

/// The row of the table of keys for a place.
fn field_at(path: &[String]) -> Option<&'static Field> {
    let (section, below) = path.split_first()?;
    let mut fields = tables().find(|table| table.key == section)?.fields;
    let mut found = None;
    for name in below {
        let field = row(fields, name)?;
        fields = match field.shape {
            Shape::Keys(below) | Shape::KeysOrNothing(below) | Shape::KeysOr(below, _) => below,
            Shape::Text | Shape::List | Shape::Phrase(_) | Shape::Word(_) | Shape::Table => &[],
        };
        found = Some(field);
    }
    found
}
