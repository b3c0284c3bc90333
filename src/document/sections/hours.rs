//! 4. Hours: when each channel is answered.

use crate::document::block::{Block, Section, plain};
use crate::document::content::Content;
use crate::document::front;
use crate::document::parts::{named_parts, section};

pub(super) fn write(content: &Content<'_>) -> Option<Section> {
    let mut section = section(content, 4, "hours", "When are we there, and what does a customer get when we are not?");
    let desks = &content.strategy.components.hours.content.desks;
    if !desks.is_empty() {
        let mut text = plain("Hours are read in the time zone ");
        text.extend(front::zone(content));
        text.extend(plain(" unless a desk says otherwise. Days not listed are closed."));
        section.blocks.push(Block::Paragraph { text });
    }
    section.blocks.extend(named_parts(
        content,
        "hours",
        "Desks and their hours",
        "Desk",
        desks.iter().map(|desk| &desk.head),
        &[
            ("Channels", "channels", ""),
            ("Open", "open", ""),
            ("Closed on", "closed on", "no day"),
            ("When closed", "when closed", ""),
            ("Time zone", "time zone", ""),
        ],
    ));
    Some(section)
}
