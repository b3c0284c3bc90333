//! Glossary: the author's terms and fields, and the words of the field that this document uses.

use crate::document::block::{Section, Text, plain, strong, table};
use crate::document::content::Content;
use crate::document::marks;
use crate::document::parts::{governing, notes_of};
use crate::strategy::Named;

const WORDS: [(&str, &str); 12] = [
    ("abandonment", "the share of contacts that leave before an answer"),
    ("agent group", "people who share skills for routing"),
    ("average speed of answer", "the mean wait of answered contacts"),
    ("contact type", "why someone contacts us"),
    ("desk", "channels that keep the same hours"),
    ("escalation", "telling somebody about a contact that waits"),
    ("gravity", "how grave a contact type is: critical, high, normal or low"),
    ("promise", "what we tell customers to expect: a share of contacts and a time"),
    ("segment", "a group of customers served by the same rules"),
    ("self-service", "help without a person"),
    ("service level", "the share of contacts answered within a time"),
    ("working day", "a date on which the desk is open"),
];

pub(super) fn write(content: &Content<'_>) -> Option<Section> {
    let governance = &content.strategy.governance;
    let mut rows = Vec::new();
    for term in &governance.terms.content.terms {
        rows.push(vec![strong(&term.head.name), plain("our term"), meaning(content, &term.head)]);
    }
    for field in &governance.contact_fields.content.fields {
        rows.push(vec![strong(&field.head.name), plain("contact field"), meaning(content, &field.head)]);
    }
    for (word, meaning) in WORDS {
        rows.push(vec![strong(word), plain("word of the field"), plain(meaning)]);
    }
    let mut blocks = notes_of(&governance.terms.note, "terms");
    blocks.extend(notes_of(&governance.contact_fields.note, "fields"));
    blocks.push(table("Glossary", &["Word", "Kind", "Meaning"], rows));
    Some(governing(content, "glossary", "Glossary", &["terms", "fields"], "What do the words mean?", blocks))
}

fn meaning(content: &Content<'_>, head: &Named) -> Text {
    head.facts.first().map_or_else(Text::new, |fact| marks::said(content, fact))
}
