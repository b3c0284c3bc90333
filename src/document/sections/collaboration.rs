//! 9. Collaboration: who else hears about it.

use std::collections::BTreeSet;

use crate::document::block::{Block, Section, plain, strong};
use crate::document::content::Content;
use crate::document::parts::{named_parts, notes, other_facts, section};

pub(super) fn write(content: &Content<'_>) -> Option<Section> {
    let mut section = section(content, 9, "collaboration", "Who else hears about what customers say, and how soon?");
    let model = &content.strategy.components.collaboration.content;
    if !model.loops.is_empty() {
        let rows = model.loops.iter().map(|it| {
            let said = it.head.facts.first().map_or("", |fact| fact.text.as_str());
            vec![strong(&it.head.name), plain(said)]
        });
        let head = vec!["Loop".to_owned(), "Who, when, what".to_owned()];
        section.blocks.push(Block::Table { caption: "Feedback loops".into(), head, rows: rows.collect(), wide: false });
    }
    section.blocks.extend(named_parts(
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
    section.blocks.extend(notes(&model.metrics_note));
    let loops: BTreeSet<&str> = model.loops.iter().map(|it| it.head.name.as_str()).collect();
    section.blocks.extend(other_facts(&model.head, |key, below| match below {
        None => loops.contains(key),
        Some(below) => key == "metrics" || (key == "quality" && matches!(below, "why" | "source")),
    }));
    if let Some(quality) = &model.quality {
        section.blocks.extend(notes(&quality.note));
    }
    Some(section)
}
