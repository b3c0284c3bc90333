//! An overlay laid over its base: name by name, tables cell by cell, with the marks that say what is new and what is gone.

mod arrange;
mod form;
mod kind;
mod lay;
mod marks;
mod steps;

pub(super) use lay::{Laying, Removed};
