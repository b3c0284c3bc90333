//! Brand: who we are, how we sound, what may be said where.

use crate::document::block::{Block, Section, Text, plain};
use crate::document::content::Content;
use crate::document::parts::notes;
use crate::strategy::words::capital;

pub(super) fn write(content: &Content<'_>) -> Option<Section> {
    let brand = &content.strategy.governance.brand;
    if !brand.written {
        return None;
    }
    let mut blocks = notes(&brand.note);
    let facts: Vec<(String, Text)> =
        brand.content.head.facts.iter().map(|fact| (capital(&fact.label), plain(fact.text.trim()))).collect();
    blocks.push(Block::Facts { facts });
    Some(Section {
        id: "brand".into(),
        title: "Brand".into(),
        strip: Vec::new(),
        question: "Who are we in conversations, and what may be said where everybody can read it?".into(),
        blocks,
    })
}
