//! Guarantees: what must hold for every contact.

use crate::document::block::{Block, Section, plain};
use crate::document::content::Content;
use crate::document::parts::{headed, notes};

pub(super) fn write(content: &Content<'_>) -> Option<Section> {
    let guarantees = &content.strategy.governance.guarantees;
    if guarantees.content.guarantees.is_empty() {
        return None;
    }
    let mut blocks = notes(&guarantees.note);
    let text =
        "These statements must hold for every contact. They are written here and are not yet proven by this version.";
    blocks.push(Block::Paragraph { text: plain(text) });
    for guarantee in &guarantees.content.guarantees {
        blocks.extend(headed("guarantees", &guarantee.head));
    }
    Some(Section {
        id: "guarantees".into(),
        title: "Guarantees".into(),
        strip: Vec::new(),
        question: "What must hold for every contact?".into(),
        blocks,
    })
}
