//! 8. Information: what agents and customers see, and what is recorded.

use crate::document::block::{Block, Section, plain};
use crate::document::content::Content;
use crate::document::parts::{named_parts, notes_of, own_facts, section};
use crate::strategy::ItemModel;

pub(super) fn write(content: &Content<'_>) -> Option<Section> {
    let mut section =
        section(content, 8, "information", "What do agents and customers need to know, and what do we record?");
    let model = &content.strategy.components.information.content;
    for (key, title, items, note) in [
        ("agents see", "What agents see", &model.agents_see, &model.agents_see_note),
        ("customers see", "What customers see", &model.customers_see, &model.customers_see_note),
        ("we record", "What we record", &model.we_record, &model.we_record_note),
    ] {
        section.blocks.extend(items_of(content, title, items));
        section.blocks.extend(notes_of(note, key));
    }
    let lists = ["agents see", "customers see", "we record"];
    section.blocks.extend(own_facts(content, &model.head, |key| !lists.contains(&key)));
    Some(section)
}

/// Plain items as a list; items with facts of their own as a table.
fn items_of(content: &Content<'_>, title: &str, items: &[ItemModel]) -> Vec<Block> {
    if items.is_empty() {
        return Vec::new();
    }
    if items.iter().all(|item| item.head.facts.is_empty() && item.head.note.is_empty()) {
        let names: Vec<&str> = items.iter().map(|item| item.head.name.as_str()).collect();
        return vec![Block::Facts { facts: vec![(title.to_owned(), plain(names.join(", ")))] }];
    }
    named_parts(
        content,
        "information",
        title,
        "Item",
        items.iter().map(|item| &item.head),
        &[
            ("Source system", "source system", ""),
            ("Owner", "owner", ""),
            ("Sensitivity", "sensitivity", ""),
            ("Kept for", "keep for", ""),
            ("Only on", "only on", ""),
        ],
    )
}
