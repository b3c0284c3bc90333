//! The tables of keys of all sections, in one place.

use crate::strategy::components;
use crate::strategy::governance;
use crate::strategy::parts::PartTable;

/// The tables of all sections, in the order of the language: governance before and after the ten components.
pub fn tables() -> impl Iterator<Item = &'static PartTable> {
    governance::TABLES.iter().chain(components::TABLES)
}
