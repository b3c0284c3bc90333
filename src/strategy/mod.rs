//! The ten components and the governance part: written, then meant, then run. Floor 3.

#[cfg(test)]
mod checks;
pub mod component;
pub mod components;
pub mod condition;
mod contradiction;
pub mod errors;
pub mod field;
pub mod governance;
mod guess;
pub mod header;
mod meant;
mod mended;
mod merge;
pub mod names;
mod names_with_and;
mod otherwise;
mod overlay;
pub mod parts;
mod person;
pub mod reader;
mod reference;
mod renamed;
mod schema;
mod section_words;
mod show;
mod tables;
#[cfg(test)]
mod testing;
mod whole;
pub mod words;
pub mod written;

pub use field::{Field, Key, Shape};
pub use guess::nearest as guess;
pub use merge::{Merged, files_named, merge};
pub use names::{Mention, NameKind, Names};
pub use parts::{PartTable, Section};
pub use person::{is_one_person, is_placeholder};
pub use reference::reference;
pub use schema::schema;
pub use show::{show_defaults, show_result};
pub use tables::tables;
pub use whole::{Strategy, StrategySyntax, lower, read, resolve};
pub use written::{Citation, Fact, Named, Note, Written};
