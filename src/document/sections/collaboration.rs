//! 9. Collaboration: who else hears about it.

use std::collections::BTreeSet;

use crate::document::block::{Block, Row, Section, Text, identity, strong, table};
use crate::document::content::Content;
use crate::document::marks;
use crate::document::parts::{facts, named_parts, notes, notes_of, own_facts, row, section};
use crate::strategy::CollaborationModel;

pub(super) fn write(content: &Content<'_>) -> Option<Section> {
    let mut section = section(content, 9, "collaboration", "Who else hears about what customers say, and how soon?");
    let model = &content.strategy.components.collaboration.content;
    let heads = model.loops.iter().map(|it| &it.head).chain(&model.unreadable);
    let rows: Vec<Row> = heads
        .map(|head| {
            let said = head.facts.first().map_or_else(Text::new, |fact| marks::said(content, fact));
            row("collaboration", &head.name, vec![strong(&head.name), said], &[])
        })
        .collect();
    if !rows.is_empty() {
        section.blocks.push(table("Feedback loops", &["Loop", "Who, when, what"], rows));
    }
    section.blocks.extend(named_parts(
        content,
        "collaboration",
        "What we measure",
        "Metric",
        model.metrics.iter().map(|metric| &metric.head),
        &[
            ("Formula", "formula", ""),
            ("Target", "target", ""),
            ("Audience", "audience", ""),
            ("How often", "how often", ""),
        ],
    ));
    section.blocks.extend(notes_of(&model.metrics_note, "metrics"));
    section.blocks.extend(quality(content, model));
    let heads = model.loops.iter().map(|it| &it.head).chain(&model.unreadable);
    let in_table: BTreeSet<&str> = heads.map(|head| head.name.as_str()).collect();
    let shown = |key: &str| matches!(key, "metrics" | "quality") || in_table.contains(key);
    let others = own_facts(content, &model.head, |key| !shown(key));
    if !others.is_empty() {
        section.blocks.push(heading("Trends and reviews"));
        section.blocks.extend(others);
    }
    Some(section)
}

/// How quality is looked at, with its reasons directly below.
fn quality(content: &Content<'_>, model: &CollaborationModel) -> Vec<Block> {
    let Some(quality) = &model.quality else { return Vec::new() };
    let mut blocks = vec![heading("Quality"), Block::Facts { facts: facts(content, quality, |_| true) }];
    blocks.extend(notes(&quality.note));
    blocks
}

fn heading(text: &str) -> Block {
    Block::Heading { id: identity(&["collaboration", text]), text: text.to_owned() }
}
