//! 10. Deployment: how services are added, changed and ended.

use crate::document::block::Section;
use crate::document::content::Content;
use crate::document::parts::{own_facts, section};

pub(super) fn write(content: &Content<'_>) -> Option<Section> {
    let mut section = section(content, 10, "deployment", "How do we add, change and end a service?");
    let head = &content.strategy.components.deployment.content.head;
    section.blocks.extend(own_facts(content, head, |_| true));
    Some(section)
}
