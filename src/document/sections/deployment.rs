//! 10. Deployment: how services are added, changed and ended.

use crate::document::block::{Block, Section, Text, plain};
use crate::document::content::Content;
use crate::document::parts::section;
use crate::strategy::words::capital;

pub(super) fn write(content: &Content<'_>) -> Option<Section> {
    let mut section = section(content, 10, "deployment", "How do we add, change and end a service?");
    let facts: Vec<(String, Text)> = content
        .strategy
        .components
        .deployment
        .content
        .head
        .facts
        .iter()
        .map(|fact| (capital(&fact.label), plain(fact.text.trim())))
        .collect();
    if !facts.is_empty() {
        section.blocks.push(Block::Facts { facts });
    }
    Some(section)
}
