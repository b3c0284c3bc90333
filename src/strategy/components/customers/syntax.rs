//! Customers as written.

use crate::measure::Share;
use crate::notation::{self, BUILT_IN_FIELDS, Test, Vocabulary};
use crate::source::{Sink, Spanned};
use crate::strategy::field::{Field, Shape};
use crate::strategy::names::{NameKind, Names};
use crate::strategy::reader;
use crate::strategy::written::{Named, Written};
use crate::yaml::Entry;

/// The table of keys.
pub(super) static FIELDS: &[Field] = &[Field::name(
    "a customer segment",
    Shape::KeysOrNothing(SEGMENT),
    "A segment: customers who are served by the same rules. Segments are tried from the top.",
    "Trail Club",
)];

static SEGMENT: &[Field] = &[
    Field::new("who", Shape::Text, "Who they are, in a few words.", "paying members, two or more orders a year"),
    Field::new(
        "recognised by",
        Shape::Phrase("a condition"),
        "How a contact is known to be theirs. Every segment has it but the last, which takes everyone else.",
        "loyalty tier is club",
    ),
    Field::new("share of contacts", Shape::Phrase("a share"), "How many of all contacts they make.", "20%"),
    Field::new("languages", Shape::List, "The languages that they speak.", "English, Welsh"),
    Field::new("prefers", Shape::List, "The channels that they like best, by name, kind or family.", "chat, phone"),
    Field::new(
        "talks on",
        Shape::List,
        "Sites where they talk about you, your market and others in it.",
        "x, review sites",
    ),
    Field::new("locations", Shape::List, "Where they are.", "England, Wales"),
    Field::new("time zones", Shape::List, "The time zones in which they are.", "Europe/London, Europe/Dublin"),
    Field::new(
        "value",
        Shape::Text,
        "What they are worth to the organisation, or what it owes them.",
        "one third of all orders",
    ),
    Field::new(
        "vulnerable",
        Shape::Text,
        "Whether some of them may come to harm more easily, and what is done for them.",
        "some are; a quiet line, longer calls",
    ),
    Field::new("needs", Shape::List, "What they need to be able to reach you.", "text relay, large print"),
];

/// All segments as written.
#[derive(Debug, Clone, Default)]
pub struct CustomersSyntax {
    /// In the order written, which is the order in which they are tried.
    pub segments: Vec<SegmentSyntax>,
}

/// A segment as written.
#[derive(Debug, Clone, Default)]
pub struct SegmentSyntax {
    /// Its name, and everything written below it.
    pub head: Named,
    /// Who they are.
    pub who: Option<Written>,
    /// The condition.
    pub recognised_by: Option<Written>,
    /// Whether a condition was begun, readable or not.
    pub has_condition: bool,
    /// How many of all contacts they make.
    pub share: Option<Spanned<Share>>,
    /// The languages.
    pub languages: Vec<Written>,
    /// The channels that they like best.
    pub prefers: Vec<Written>,
    /// Where they talk about us.
    pub talks_on: Vec<Written>,
    /// Where they are.
    pub locations: Vec<Written>,
    /// Their time zones.
    pub time_zones: Vec<Written>,
    /// What they are worth.
    pub value: Option<Written>,
    /// Whether some may come to harm more easily.
    pub vulnerable: Option<Written>,
    /// What they need to reach us.
    pub needs: Vec<Written>,
}

/// Reads the section.
pub(super) fn read(entry: &Entry, sink: &mut Sink) -> CustomersSyntax {
    let keys = reader::keys(entry, FIELDS, sink);
    CustomersSyntax { segments: keys.names().map(|entry| read_segment(entry, sink)).collect() }
}

fn read_segment(entry: &Entry, sink: &mut Sink) -> SegmentSyntax {
    let keys = reader::keys(entry, SEGMENT, sink);
    let text = |word: &str, sink: &mut Sink| keys.get(word).and_then(|entry| reader::text(entry, sink));
    let list = |word: &str, sink: &mut Sink| keys.get(word).map_or_else(Vec::new, |entry| reader::list(entry, sink));
    SegmentSyntax {
        who: text("who", sink),
        recognised_by: text("recognised by", sink),
        has_condition: keys.get("recognised by").is_some(),
        share: keys.get("share of contacts").and_then(|entry| reader::phrase(entry, sink, notation::share)),
        languages: list("languages", sink),
        prefers: list("prefers", sink),
        talks_on: list("talks on", sink),
        locations: list("locations", sink),
        time_zones: list("time zones", sink),
        value: text("value", sink),
        vulnerable: text("vulnerable", sink),
        needs: list("needs", sink),
        head: reader::named(entry, keys.note),
    }
}

/// Segments and languages are names; fields become known by their use in `recognised by`.
pub(super) fn declare(syntax: &CustomersSyntax, names: &mut Names, sink: &mut Sink) {
    for segment in &syntax.segments {
        names.declare(NameKind::Customer, &segment.head.name, segment.head.span, sink);
        for language in &segment.languages {
            names.declare(NameKind::Language, &language.text, language.span, sink);
        }
        if let Some(condition) = &segment.recognised_by {
            declare_fields(condition, names, sink);
        }
    }
}

/// A field that a condition tests for names is one of all names so tested, unless `fields` says more. What cannot be read
/// is reported when names get their meaning.
fn declare_fields(condition: &Written, names: &mut Names, sink: &mut Sink) {
    let Ok(condition) = notation::condition(condition.excerpt(), &WordsSoFar(names)) else { return };
    for test in condition.tests {
        let Test::Named { field, values, .. } = test.value else { continue };
        if !BUILT_IN_FIELDS.contains(&field.value.as_str()) {
            names.declare_by_use(&field.value, field.span, &values, sink);
        }
    }
}

/// The words of a condition that may itself declare a field: any plain words, or a declared field however it is called.
struct WordsSoFar<'n>(&'n Names);

impl Vocabulary for WordsSoFar<'_> {
    fn is_field(&self, words: &str) -> bool {
        let compares = [" is ", " above ", " below ", " at least ", " at most ", " between "];
        self.0.number(NameKind::Field, words).is_some() || !compares.iter().any(|word| words.contains(word))
    }

    fn is_name(&self, _words: &str) -> bool {
        true
    }
}
