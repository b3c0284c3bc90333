//! Owners: who keeps each part of the strategy current, and since when.

use std::cell::LazyCell;

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

const fn section(name: &'static str, example: &'static str) -> Field {
    let about =
        "Who keeps it current: a person, a function, the date of the last update, and how often it is reviewed.";
    Field::new(name, Shape::Phrase("a person, a function and a date"), about, example)
}

/// The table of keys: the sections that can have an owner, those of the ten components first.
pub(crate) static FIELDS: &[Field] = &[
    section("customers", "Dana Okafor, Marketing, updated 2026-10-12"),
    section("contact types", "Priya Shah, Customer Care, updated 2026-10-12"),
    section("channels", "Dana Okafor, Marketing, updated 2026-11-02"),
    section("hours", "Luis Ortega, Workforce Planning, updated 2026-11-02, review every 3 months"),
    section("service levels", "Priya Shah, Customer Care, updated 2026-11-02, review every 6 months"),
    section("routing", "Tom Reyes, Contact Center IT, updated 2026-11-09"),
    section("agent groups", "Luis Ortega, Workforce Planning, updated 2026-11-09"),
    section("information", "Tom Reyes, Contact Center IT, updated 2026-09-30"),
    section("collaboration", "Priya Shah, Customer Care, updated 2026-09-30"),
    section("deployment", "Tom Reyes, Contact Center IT, updated 2026-09-30"),
    section("stakeholders", "Priya Shah, Customer Care, updated 2026-10-12"),
    section("brand", "Aisha Khan, Legal, updated 2026-10-12"),
    section("terms", "Tom Reyes, Contact Center IT, updated 2026-11-09"),
    section("fields", "Tom Reyes, Contact Center IT, updated 2026-11-09"),
    section("self-check", "Priya Shah, Customer Care, updated 2026-10-12"),
    section("guarantees", "Priya Shah, Customer Care, updated 2026-11-02"),
    section("accepted gaps", "Priya Shah, Customer Care, updated 2026-11-02"),
    section("stories", "Tom Reyes, Contact Center IT, updated 2026-11-09"),
];

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
    /// In the order of the table.
    pub owners: Vec<OwnerModel>,
    /// Sections for which something was written that could not be read, which has been reported: they have an owner, and
    /// nobody knows which.
    pub unreadable: Vec<Named>,
}

impl OwnersModel {
    /// The owner of a section.
    #[must_use]
    pub fn of(&self, section: &str) -> Option<&OwnerModel> {
        self.owners.iter().find(|owner| owner.head.name == section)
    }

    /// Whether anything was written about the owner of a section, readable or not.
    #[must_use]
    pub fn is_named(&self, section: &str) -> bool {
        self.of(section).is_some() || self.unreadable.iter().any(|head| head.name == section)
    }
}

crate::strategy::component::component! {
    /// The part `owners`.
    Owners = "owners", FIELDS, include_str!("owners.md"), OwnersModel, OwnersModel;
    read, declare, resolve, lower
}

fn read(entry: &Entry, sink: &mut Sink) -> OwnersModel {
    let sections: Vec<String> = FIELDS.iter().map(Field::shown).collect();
    let sections: Vec<&str> = sections.iter().map(String::as_str).collect();
    let stands = reader::standing(entry.value.mapping().unwrap_or_default());
    let free = LazyCell::new(|| sections.iter().copied().filter(|section| !stands(section)).collect::<Vec<&str>>());
    let keys = reader::keys_or(entry, FIELDS, sink, |unknown| {
        let guess = guess::nearest(&unknown.key.text, &free);
        errors::unknown_section(unknown, guess.as_deref(), &sections)
    });
    let mut model = OwnersModel::default();
    for entry in sections.iter().filter_map(|section| keys.get(section)) {
        let head = reader::named(entry, Note::default());
        match reader::phrase(entry, sink, notation::owner) {
            Some(owner) => model.owners.push(OwnerModel {
                head,
                person: owner.person,
                function: owner.function,
                updated: owner.updated,
                review_every: owner.review_every,
            }),
            None => model.unreadable.push(head),
        }
    }
    model
}

fn declare(_: &OwnersModel, _: &mut Names, _: &mut Sink) {}

fn resolve(syntax: &OwnersModel, _: &Names, _: &mut Sink) -> OwnersModel {
    syntax.clone()
}

fn lower(_: &OwnersModel, _: &mut PolicyBuilder) {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::strategy::checks::{Tried, try_part};
    use crate::strategy::tables::tables;

    fn owners(text: &str) -> Tried<OwnersModel> {
        try_part::<Owners>(text)
    }

    #[test]
    fn an_owner_with_everything_known() {
        let tried = owners("owners:\n  hours: Luis Ortega, Planning, updated 2026-11-02, review every 6 months\n");
        tried.is_clean();
        let owner = tried.model.of("hours").unwrap();
        assert_eq!(owner.person.value, "Luis Ortega");
        assert_eq!(owner.function.as_ref().unwrap().value, "Planning");
        assert_eq!(owner.updated.unwrap().value.to_string(), "2026-11-02");
        assert_eq!(owner.review_every.unwrap().value.to_string(), "6 months");
        assert!(tried.model.of("channels").is_none());
    }

    #[test]
    fn a_person_alone_is_an_owner() {
        let tried = owners("owners:\n  channels: Dana Okafor, Marketing\n  brand: Aisha Khan\n");
        tried.is_clean();
        assert_eq!(tried.model.of("channels").unwrap().updated, None);
        assert_eq!(tried.model.of("brand").unwrap().function, None);
    }

    #[test]
    fn every_section_can_have_an_owner() {
        let sections: Vec<_> = tables().map(|table| table.key).filter(|key| *key != "owners").collect();
        for section in &sections {
            assert!(FIELDS.iter().any(|field| field.fits(section)), "{section}");
        }
    }

    #[test]
    fn an_owner_that_cannot_be_read_is_still_one() {
        let tried = owners("owners:\n  customers: Dana Okafor, Marketing, updated 2026-02-30\n");
        let told: Vec<_> = tried.findings.iter().map(|finding| (finding.finding.name, &*finding.headline)).collect();
        assert_eq!(told, [("impossible-date", "There is no day 2026-02-30 in the calendar.")]);
        assert!(tried.model.of("customers").is_none());
        assert!(tried.model.is_named("customers") && !tried.model.is_named("hours"));
    }

    #[test]
    fn an_owner_of_no_section() {
        let tried = owners("owners:\n  custmers: Dana Okafor\n  marketing: Dana Okafor\n");
        assert_eq!(
            tried.told(),
            [
                "must unknown-key: There is no section called \"custmers\".\n  at: custmers\n  \
                 why: Its owner would not be shown anywhere.\n  fix: customers\n",
                "must unknown-key: There is no section called \"marketing\".\n  at: marketing\n  \
                 why: Its owner would not be shown anywhere.\n  fix: use the name of a section, such as customers, \
                 contact types, channels, hours, service levels, routing and 12 more\n",
            ]
        );
    }
}
