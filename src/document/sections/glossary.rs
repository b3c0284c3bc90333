//! Glossary: the author's terms and fields, and the words of the field that this document uses.

use crate::document::block::{Block, Section, plain, strong};
use crate::document::content::Content;
use crate::document::parts::notes;

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
        let said = term.condition.as_ref().map_or("", |condition| condition.text.as_str());
        rows.push(vec![strong(&term.head.name), plain("our term"), plain(said)]);
    }
    for field in &governance.contact_fields.content.fields {
        let said = field.head.facts.first().map_or("", |fact| fact.text.as_str());
        rows.push(vec![strong(&field.head.name), plain("contact field"), plain(said)]);
    }
    for (word, meaning) in WORDS {
        rows.push(vec![strong(word), plain("word of the field"), plain(meaning)]);
    }
    let head = ["Word", "Kind", "Meaning"].map(str::to_owned).to_vec();
    let mut blocks = notes(&governance.terms.note);
    blocks.extend(notes(&governance.contact_fields.note));
    blocks.push(Block::Table { caption: "Glossary".into(), head, rows, wide: false });
    Some(Section {
        id: "glossary".into(),
        title: "Glossary".into(),
        strip: Vec::new(),
        question: "What do the words mean?".into(),
        blocks,
    })
}
