//! Brand: who we are, how we sound, what may be said where.

use crate::document::block::Section;
use crate::document::content::Content;
use crate::document::parts::{governing, notes, own_facts};

pub(super) fn write(content: &Content<'_>) -> Option<Section> {
    let brand = &content.strategy.governance.brand;
    if !brand.written {
        return None;
    }
    let mut blocks = notes(&brand.note);
    blocks.extend(own_facts(content, &brand.content.head, |_| true));
    let question = "Who are we in conversations, and what may be said where everybody can read it?";
    Some(governing(content, "brand", "Brand", &["brand"], question, blocks))
}
