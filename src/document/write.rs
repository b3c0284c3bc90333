//! Writes the document: the front page, then the sections of the list.

use crate::document::block::Document;
use crate::document::content::Content;
use crate::document::front;
use crate::document::sections::SECTIONS;

/// The document of a strategy. The same strategy and day give the same document.
#[must_use]
pub fn write(content: &Content<'_>) -> Document {
    let header = &content.strategy.header;
    let mut document = Document {
        title: format!("{}: customer access strategy", header.name()),
        language: "en".to_owned(),
        subtitle: front::subtitle(content),
        facts: front::facts(content),
        warnings: front::warnings(content),
        front: front::components(content),
        sections: SECTIONS.iter().filter_map(|section| section(content)).collect(),
        foot: front::foot(content),
    };
    document.sections.retain(|section| !section.blocks.is_empty());
    document
}
