//! 2. Contact types: why customers contact us.

use crate::document::block::Section;
use crate::document::content::Content;
use crate::document::parts::{named_parts, section};

pub(super) fn write(content: &Content<'_>) -> Option<Section> {
    let mut section = section(content, 2, "contact types", "Why do customers contact us, and how grave is it?");
    let types = &content.strategy.components.contact_types.content.types;
    section.blocks.extend(named_parts(
        "contact types",
        "Contact types",
        "Contact type",
        types.iter().map(|it| &it.head),
        &[
            ("Examples", "examples", ""),
            ("Gravity", "gravity", "normal"),
            ("Share of contacts", "share of contacts", ""),
            ("Handle time", "handle time", ""),
            ("Reply", "reply", "always"),
            ("Business unit", "business unit", ""),
        ],
    ));
    Some(section)
}
