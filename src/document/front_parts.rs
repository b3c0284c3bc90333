//! The table of the front page: each part in one line, who keeps it, since when, and when it is due for review.

use crate::document::block::{Block, Inline, State, Text, fixed, identity, link, plain, quiet, state, table};
use crate::document::content::Content;
use crate::document::in_short::{governing_in_short, in_short};
use crate::document::{marks, owner};
use crate::source::capital;

/// Sections that govern the whole, and where the document shows them.
const GOVERNING: [(&str, &str); 8] = [
    ("stakeholders", "stakeholders"),
    ("brand", "brand"),
    ("terms", "glossary"),
    ("fields", "glossary"),
    ("self-check", "worksheet"),
    ("guarantees", "guarantees"),
    ("accepted gaps", "accepted-gaps"),
    ("stories", "stories"),
];

/// The ten components, then the parts that govern the whole and have an owner; then what could not be understood.
pub(crate) fn parts(content: &Content<'_>) -> Vec<Block> {
    let components = content.strategy.components.sections().into_iter();
    let mut rows: Vec<Vec<Text>> = components
        .map(|(key, written, ..)| {
            let short = if written { plain(in_short(content, key)) } else { vec![state(State::Gap, "not written")] };
            row(content, key, vec![link(capital(key), identity(&[key]))], short)
        })
        .collect();
    let owners = &content.strategy.governance.owners.content;
    let sections = content.strategy.governance.sections();
    for (key, place) in GOVERNING.into_iter().filter(|(key, _)| owners.is_named(key)) {
        let written = sections.iter().any(|(known, written, ..)| *known == key && *written);
        let name = if written { vec![link(capital(key), place)] } else { plain(capital(key)) };
        let short =
            if written { plain(governing_in_short(content, key)) } else { vec![state(State::Gap, "not written")] };
        rows.push(row(content, key, name, short));
    }
    let head = ["Part", "In short", "Owner", "Updated on", "Review due"];
    let mut blocks = Vec::new();
    if owner::any_named(content) {
        blocks.push(table("What is in it, and who keeps it current", &head, rows));
    } else {
        rows.iter_mut().for_each(|row| row.truncate(2));
        blocks.push(table("What is in it", &["Part", "In short"], rows));
        blocks.push(Block::Paragraph { text: quiet("Nobody is named to keep any of these parts current.") });
    }
    let note = sections.iter().find(|(key, ..)| *key == "owners").map(|(.., note)| *note);
    blocks.extend(note.into_iter().flat_map(|note| crate::document::parts::notes_of(note, "owners")));
    blocks.extend(marks::list(content, None));
    blocks
}

fn row(content: &Content<'_>, key: &str, name: Text, short: Text) -> Vec<Text> {
    let owner = content.strategy.governance.owners.content.of(key);
    let person = match (owner, owner::unread(content, key)) {
        (Some(owner), _) => {
            let function = owner.function.as_ref().map_or_else(String::new, |it| format!(", {}", it.value));
            plain(format!("{}{function}", owner.person.value))
        }
        (None, Some(line)) => line,
        (None, None) => quiet("nobody is named"),
    };
    let updated = owner.and_then(|owner| owner.updated);
    let updated = updated.map_or_else(|| quiet("not said"), |updated| fixed(updated.value.to_string()));
    let review = match owner.and_then(owner::due) {
        None => quiet("not known"),
        Some(due) if due < content.today => {
            vec![state(State::Gap, "overdue since "), Inline::Fixed { text: due.to_string() }]
        }
        Some(due) => fixed(due.to_string()),
    };
    vec![name, short, person, updated, review]
}
