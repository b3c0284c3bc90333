//! 1. Customers: who they are, and how we know them.

use crate::document::block::Section;
use crate::document::content::Content;
use crate::document::parts::{named_parts, section};

pub(super) fn write(content: &Content<'_>) -> Option<Section> {
    let mut section = section(content, 1, "customers", "Who are our customers, and how do we know them?");
    let segments = &content.strategy.components.customers.content.segments;
    section.blocks.extend(named_parts(
        content,
        "customers",
        "Customer segments, tried from the top",
        "Segment",
        segments.iter().map(|segment| &segment.head),
        &[
            ("Who", "who", ""),
            ("Recognised by", "recognised by", "everyone else"),
            ("Share of contacts", "share of contacts", ""),
            ("Languages", "languages", ""),
            ("Prefers", "prefers", ""),
        ],
    ));
    Some(section)
}
