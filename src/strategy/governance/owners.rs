//! Owners: who keeps each part of the strategy current, and since when.

use crate::calendar::{Date, Duration};
use crate::notation;
use crate::policy::PolicyBuilder;
use crate::source::{Sink, Spanned};
use crate::strategy::errors;
use crate::strategy::field::{Field, Shape};
use crate::strategy::guess;
use crate::strategy::names::Names;
use crate::strategy::reader;
use crate::strategy::written::{Named, Note};
use crate::yaml::Entry;

/// The sections that can have an owner, in the order of the book, then the rest.
pub const SECTIONS: [&str; 14] = [
    "customers",
    "contact types",
    "channels",
    "hours",
    "service levels",
    "routing",
    "agent groups",
    "information",
    "collaboration",
    "deployment",
    "brand",
    "stakeholders",
    "guarantees",
    "stories",
];

/// The table of keys.
pub static FIELDS: &[Field] = &[Field::name(
    "a section",
    Shape::Phrase("a person, a function and a date"),
    "Who keeps the section current: a person, a function, the date of the last update, and how often it is reviewed.",
    "Dana Okafor, Marketing, updated 2026-10-12, review every 6 months",
)];

/// Who keeps a section current.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnerModel {
    /// The section.
    pub head: Named,
    /// The person or role.
    pub person: Spanned<String>,
    /// The function.
    pub function: Option<Spanned<String>>,
    /// When it was last confirmed.
    pub updated: Option<Spanned<Date>>,
    /// How often it is reviewed.
    pub review_every: Option<Spanned<Duration>>,
}

/// All owners.
#[derive(Debug, Clone, Default)]
pub struct OwnersModel {
    /// In the order written.
    pub owners: Vec<OwnerModel>,
}

impl OwnersModel {
    /// The owner of a section.
    #[must_use]
    pub fn of(&self, section: &str) -> Option<&OwnerModel> {
        self.owners.iter().find(|owner| owner.head.name == section)
    }
}

crate::strategy::component::component! {
    /// The part `owners`.
    Owners = "owners", FIELDS, include_str!("owners.md"), OwnersModel, OwnersModel;
    read, declare, resolve, lower
}

fn read(entry: &Entry, sink: &mut Sink) -> OwnersModel {
    let keys = reader::keys(entry, FIELDS, sink);
    let mut model = OwnersModel::default();
    for entry in keys.names() {
        if !SECTIONS.contains(&entry.key.text.as_str()) {
            let guess = guess::nearest(&entry.key.text, &SECTIONS);
            sink.push(errors::unknown_section(entry, guess.as_deref(), &SECTIONS));
            continue;
        }
        let Some(owner) = reader::phrase(entry, sink, notation::owner) else { continue };
        model.owners.push(OwnerModel {
            head: reader::named(entry, Note::default()),
            person: owner.person,
            function: owner.function,
            updated: owner.updated,
            review_every: owner.review_every,
        });
    }
    model
}

fn declare(_: &OwnersModel, _: &mut Names, _: &mut Sink) {}

fn resolve(syntax: &OwnersModel, _: &Names, _: &mut Sink) -> OwnersModel {
    syntax.clone()
}

fn lower(_: &OwnersModel, _: &mut PolicyBuilder) {}
