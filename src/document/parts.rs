//! Pieces that several sections share: strips, tables of named parts, notes, links.

use crate::document::block::{Block, Inline, Section, Text, identity, link, plain, quiet, strong};
use crate::document::content::Content;
use crate::strategy::words::capital;
use crate::strategy::{Named, Note};

/// A section with its strip, its reasons and a sentence where it was not written.
pub(crate) fn section(content: &Content<'_>, number: usize, key: &'static str, question: &str) -> Section {
    let mut section = Section {
        id: identity(&[key]),
        title: format!("{number}. {}", capital(key)),
        strip: strip(content, key),
        question: question.to_owned(),
        blocks: Vec::new(),
    };
    let sections = content.strategy.components.sections();
    if let Some((_, written, _, note)) = sections.into_iter().find(|(known, ..)| *known == key) {
        section.blocks.extend(notes(note));
        if !written {
            section.blocks.push(Block::Paragraph { text: quiet("This part is not written yet.") });
        }
    }
    section
}

/// Who keeps a section current, and since when.
fn strip(content: &Content<'_>, key: &str) -> Text {
    let Some(owner) = content.strategy.governance.owners.content.of(key) else {
        return quiet("No owner is named for this part.");
    };
    let mut text = plain("Kept current by ");
    text.push(Inline::Strong { text: owner.person.value.clone() });
    if let Some(function) = &owner.function {
        text.push(Inline::Text { text: format!(", {}", function.value) });
    }
    if let Some(updated) = &owner.updated {
        text.push(Inline::Text { text: format!(". Updated on {}", updated.value) });
    }
    if let Some(every) = &owner.review_every {
        text.push(Inline::Text { text: format!(". Reviewed every {}", every.value) });
    }
    text.push(Inline::Text { text: ".".to_owned() });
    text
}

/// Reasons and sources as notes.
pub(crate) fn notes(note: &Note) -> Vec<Block> {
    let mut blocks = Vec::new();
    if let Some(why) = &note.why {
        blocks.push(Block::Note { label: "Why".into(), text: plain(why.value.trim()), address: None });
    }
    if let Some(source) = &note.source {
        let as_of = source.value.as_of.map_or_else(String::new, |date| format!(", as of {date}"));
        blocks.push(Block::Note {
            label: "Source".into(),
            text: plain(format!("{}{as_of}", source.value.title)),
            address: source.value.address.clone(),
        });
    }
    blocks
}

/// The link to a named part of a section.
pub(crate) fn to(section: &str, name: &str) -> Inline {
    link(name, identity(&[section, name]))
}

/// What stands under a label, or a quiet default.
pub(crate) fn fact(head: &Named, label: &str, default: &str) -> Text {
    match head.fact(label) {
        Some(fact) if !fact.text.is_empty() => plain(fact.text.trim()),
        Some(_) => plain("yes"),
        None if default.is_empty() => Vec::new(),
        None => quiet(default),
    }
}

/// A column of a table of named parts: its heading, the label of the fact, and what holds where nothing is written.
pub(crate) type FactColumn = (&'static str, &'static str, &'static str);

/// A table of named parts, then for each part what the table does not show: further facts and reasons.
pub(crate) fn named_parts<'a>(
    section: &str,
    caption: &str,
    what: &str,
    heads: impl Iterator<Item = &'a Named>,
    columns: &[FactColumn],
) -> Vec<Block> {
    let heads: Vec<&Named> = heads.collect();
    if heads.is_empty() {
        return Vec::new();
    }
    let shown: Vec<&FactColumn> = columns
        .iter()
        .filter(|(_, label, default)| !default.is_empty() || heads.iter().any(|head| head.fact(label).is_some()))
        .collect();
    let mut head_row = vec![what.to_owned()];
    head_row.extend(shown.iter().map(|(heading, ..)| (*heading).to_owned()));
    let rows = heads.iter().map(|head| {
        let mut row = vec![strong(&head.name)];
        row.extend(shown.iter().map(|(_, label, default)| fact(head, label, default)));
        row
    });
    let mut blocks =
        vec![Block::Table { caption: caption.to_owned(), head: head_row, rows: rows.collect(), wide: shown.len() > 4 }];
    let in_table: Vec<&str> = shown.iter().map(|(_, label, _)| *label).collect();
    for head in heads {
        blocks.extend(details(section, head, &in_table));
    }
    blocks
}

/// What a table of named parts does not show of one of them, under its own heading; nothing where it shows all.
pub(crate) fn details(section: &str, head: &Named, shown: &[&str]) -> Vec<Block> {
    let further: Vec<(String, Text)> = head
        .facts
        .iter()
        .filter(|fact| !fact.label.is_empty() && !shown.contains(&fact.label.as_str()))
        .map(|fact| {
            let text = if fact.text.is_empty() { plain("yes") } else { plain(fact.text.trim()) };
            (capital(&fact.label), text)
        })
        .collect();
    if further.is_empty() && head.note.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![Block::Heading { id: identity(&[section, &head.name]), text: head.name.clone() }];
    if !further.is_empty() {
        blocks.push(Block::Facts { facts: further });
    }
    blocks.extend(notes(&head.note));
    blocks
}

/// A heading for each named part, so that links to it lead somewhere, with all of its facts.
pub(crate) fn headed(section: &str, head: &Named) -> Vec<Block> {
    let blocks = details(section, head, &[]);
    if blocks.is_empty() {
        return vec![Block::Heading { id: identity(&[section, &head.name]), text: head.name.clone() }];
    }
    blocks
}

/// The facts of a section that has keys of its own, without those that are shown elsewhere, so that a key that nobody
/// thought of here is printed all the same. `shown` is told the key, and what stands below it.
pub(crate) fn other_facts(head: &Named, shown: impl Fn(&str, Option<&str>) -> bool) -> Vec<Block> {
    let is_shown = |label: &str| match label.split_once(" › ") {
        Some((key, below)) => shown(key, Some(below)),
        None => shown(label, None),
    };
    let facts: Vec<(String, Text)> = head
        .facts
        .iter()
        .filter(|fact| !fact.label.is_empty() && !fact.text.is_empty() && !is_shown(&fact.label))
        .map(|fact| (capital(&fact.label), plain(fact.text.trim())))
        .collect();
    if facts.is_empty() { Vec::new() } else { vec![Block::Facts { facts }] }
}
