//! Writes the document: the front page, then the sections of the list.

use std::collections::BTreeSet;

use crate::document::block::{Block, Document};
use crate::document::content::Content;
use crate::document::sections::SECTIONS;
use crate::document::{front, front_parts};

/// The document of a strategy. The same strategy and day give the same document.
#[must_use]
pub fn write(content: &Content<'_>) -> Document {
    let header = &content.strategy.header;
    let mut document = Document {
        title: format!("{}: customer access strategy", header.name()),
        language: "en".to_owned(),
        subtitle: front::subtitle(content),
        figures: front::figures(content),
        facts: front::facts(content),
        warnings: front::warnings(content),
        front: front_parts::parts(content),
        sections: SECTIONS.iter().filter_map(|section| section(content)).collect(),
        foot: front::foot(content),
    };
    document.sections.retain(|section| !section.blocks.is_empty());
    keep_identities_apart(&mut document);
    document
}

/// Two names can give the same identity (`A+B` and `A-B`); links lead to the first.
fn keep_identities_apart(document: &mut Document) {
    let mut seen: BTreeSet<String> = document.sections.iter().map(|section| section.id.clone()).collect();
    let blocks = document.sections.iter_mut().flat_map(|section| &mut section.blocks);
    let ids = blocks.flat_map(|block| match block {
        Block::Heading { id, .. } => vec![id],
        Block::Table { rows, .. } => rows.iter_mut().map(|row| &mut row.id).collect(),
        Block::Paragraph { .. } | Block::List { .. } | Block::Facts { .. } | Block::Note { .. } => Vec::new(),
    });
    for id in ids.filter(|id| !id.is_empty()) {
        let first = id.clone();
        let mut number = 2_u32;
        while !seen.insert(id.clone()) {
            *id = format!("{first}-{number}");
            number += 1;
        }
    }
}
