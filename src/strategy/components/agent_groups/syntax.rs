//! Agent groups as written.

use crate::measure::Share;
use crate::notation::{self, Mix, People, Skill};
use crate::source::{Sink, Spanned};
use crate::strategy::field::{Field, Shape};
use crate::strategy::names::{NameKind, Names};
use crate::strategy::reader;
use crate::strategy::written::{Named, Written};
use crate::yaml::Entry;

/// The table of keys.
pub(super) static FIELDS: &[Field] = &[Field::name(
    "an agent group",
    Shape::KeysOrNothing(GROUP),
    "A group: people who share skills, so that a contact may go to any of them.",
    "Social team",
)];

static GROUP: &[Field] = &[
    Field::new(
        "people",
        Shape::Phrase("a number of people"),
        "How many people: a number, a number from each time of day on (the last one holds until the first time of the next \
         day), or `as many as the promises need`.",
        "4 from 08:00, 9 from 12:00",
    ),
    Field::new(
        "hours",
        Shape::Phrase("desks or hours"),
        "When they are on duty: the desks whose hours they keep, or hours of their own.",
        "Main desk, Social desk",
    )
    .or("the hours of every desk"),
    Field::new("skills", Shape::List, "What they can do, with a level where that matters.", "orders, German (fluent)"),
    Field::new("languages", Shape::List, "The languages that they speak.", "English, Welsh"),
    Field::new(
        "mix",
        Shape::Phrase("dedicated or blended"),
        "Whether they do nothing else (dedicated), or what else they do and what goes first.",
        "blended with email, phone first",
    ),
    Field::new(
        "contacts at once",
        Shape::Phrase("a whole number"),
        "How many contacts one person handles at the same time.",
        "3",
    ),
    Field::new(
        "shrinkage",
        Shape::Phrase("a share"),
        "The share of paid time in which they are not there for contacts: breaks, training, leave.",
        "30%",
    ),
    Field::new(
        "occupancy at most",
        Shape::Phrase("a share"),
        "The largest share of their time at hand that may go into contacts.",
        "85%",
    ),
    Field::new("lead", Shape::Text, "Who leads them.", "Mina Patel"),
    Field::new("backup", Shape::Text, "The group that stands in for them.", "Care team"),
    Field::new(
        "new or existing",
        Shape::Word(&["new", "existing"]),
        "Whether the group has to be built, or is there already.",
        "existing",
    ),
    Field::new("hire", Shape::List, "What you look for when you hire, or `none`.", "clear writing"),
    Field::new("hope", Shape::List, "What you hope that people bring along, or `none`.", "has run a community"),
    Field::new("train", Shape::List, "What you train, or `none`.", "products, policies"),
    Field::new("tools", Shape::List, "The programs that they work with.", "social inbox, order system"),
    Field::new("site", Shape::Text, "Where they work.", "Leeds"),
];

/// All groups as written.
#[derive(Debug, Clone, Default)]
pub struct AgentGroupsSyntax {
    /// In the order written.
    pub groups: Vec<GroupSyntax>,
}

/// A group as written.
#[derive(Debug, Clone, Default)]
pub struct GroupSyntax {
    /// Its name, and everything written below it.
    pub head: Named,
    /// How many people.
    pub people: Option<Spanned<People>>,
    /// When they are on duty.
    pub hours: Option<Written>,
    /// What they can do.
    pub skills: Vec<Skill>,
    /// The languages.
    pub languages: Vec<Written>,
    /// Dedicated, or blended with what.
    pub mix: Option<Spanned<Mix>>,
    /// How many contacts one handles at once.
    pub contacts_at_once: Option<Spanned<u32>>,
    /// The share of paid time not at hand.
    pub shrinkage: Option<Spanned<Share>>,
    /// The largest share of time in contacts.
    pub occupancy_at_most: Option<Spanned<Share>>,
    /// Who leads them.
    pub lead: Option<Written>,
    /// Who stands in for them.
    pub backup: Option<Written>,
    /// Whether the group has to be built.
    pub new_or_existing: Option<Spanned<NewOrExisting>>,
    /// What is hired for; `Some` of an empty list for `none`.
    pub hire: Option<Vec<Written>>,
    /// What is hoped for.
    pub hope: Option<Vec<Written>>,
    /// What is trained.
    pub train: Option<Vec<Written>>,
    /// The programs.
    pub tools: Vec<Written>,
    /// Where they work.
    pub site: Option<Written>,
}

/// Whether a group has to be built.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NewOrExisting {
    /// It has to be built.
    New,
    /// It is there already.
    Existing,
}

/// Reads the section.
pub(super) fn read(entry: &Entry, sink: &mut Sink) -> AgentGroupsSyntax {
    let keys = reader::keys(entry, FIELDS, sink);
    AgentGroupsSyntax { groups: keys.names().map(|entry| read_group(entry, sink)).collect() }
}

fn read_group(entry: &Entry, sink: &mut Sink) -> GroupSyntax {
    const BUILT: [(NewOrExisting, &str); 2] = [(NewOrExisting::New, "new"), (NewOrExisting::Existing, "existing")];
    let keys = reader::keys(entry, GROUP, sink);
    let text = |word: &str, sink: &mut Sink| keys.get(word).and_then(|entry| reader::text(entry, sink));
    let list = |word: &str, sink: &mut Sink| keys.get(word).map_or_else(Vec::new, |entry| reader::list(entry, sink));
    let share =
        |word: &str, sink: &mut Sink| keys.get(word).and_then(|entry| reader::phrase(entry, sink, notation::share));
    let or_none = |word: &str, sink: &mut Sink| keys.get(word).map(|entry| list_or_none(entry, sink));
    GroupSyntax {
        people: keys.get("people").and_then(|entry| reader::phrase(entry, sink, notation::people)),
        hours: text("hours", sink),
        skills: keys.get("skills").map_or_else(Vec::new, |entry| reader::skills(entry, sink)),
        languages: list("languages", sink),
        mix: keys.get("mix").and_then(|entry| reader::phrase(entry, sink, notation::mix)),
        contacts_at_once: keys.get("contacts at once").and_then(|entry| reader::at_least_one(entry, sink)),
        shrinkage: share("shrinkage", sink),
        occupancy_at_most: share("occupancy at most", sink),
        lead: text("lead", sink),
        backup: text("backup", sink),
        new_or_existing: keys.get("new or existing").and_then(|entry| reader::word(entry, sink, &BUILT)),
        hire: or_none("hire", sink),
        hope: or_none("hope", sink),
        train: or_none("train", sink),
        tools: list("tools", sink),
        site: text("site", sink),
        head: reader::named(entry, keys.note),
    }
}

/// A list, or `none`, which is a decision.
fn list_or_none(entry: &Entry, sink: &mut Sink) -> Vec<Written> {
    let list = reader::list(entry, sink);
    match list.as_slice() {
        [only] if only.text == "none" => Vec::new(),
        _ => list,
    }
}

/// Groups and languages are names.
pub(super) fn declare(syntax: &AgentGroupsSyntax, names: &mut Names, sink: &mut Sink) {
    for group in &syntax.groups {
        names.declare(NameKind::Group, &group.head.name, group.head.span, sink);
        for language in &group.languages {
            names.declare(NameKind::Language, &language.text, language.span, sink);
        }
    }
}
