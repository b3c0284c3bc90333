//! 7. Agent groups: who answers, how many, with which skills.

use crate::document::block::Section;
use crate::document::content::Content;
use crate::document::parts::{named_parts, section};

pub(super) fn write(content: &Content<'_>) -> Option<Section> {
    let mut section = section(content, 7, "agent groups", "Who answers, how many are they, and what can they do?");
    let groups = &content.strategy.components.agent_groups.content.groups;
    section.blocks.extend(named_parts(
        content,
        "agent groups",
        "Agent groups",
        "Group",
        groups.iter().map(|group| &group.head),
        &[
            ("People", "people", "not said"),
            ("Hours", "hours", "not said"),
            ("Skills", "skills", ""),
            ("Languages", "languages", ""),
            ("Mix", "mix", ""),
        ],
    ));
    Some(section)
}
