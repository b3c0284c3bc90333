//! 3. Channels: how customers reach us.

use crate::document::block::{Block, Section, quiet, words};
use crate::document::content::Content;
use crate::document::parts::{named_parts, section};

pub(super) fn write(content: &Content<'_>) -> Option<Section> {
    let mut section = section(content, 3, "channels", "How do customers reach us, and where do we listen?");
    let channels = &content.strategy.components.channels.content.channels;
    section.blocks.extend(named_parts(
        content,
        "channels",
        "Access channels",
        "Channel",
        channels.iter().map(|channel| &channel.head),
        &[
            ("Kind", "kind", "as its name says"),
            ("Address", "address", ""),
            ("Mode", "mode", "respond"),
            ("Private messages", "private messages", ""),
            ("Status", "status", ""),
        ],
    ));
    // A channel whose name is a kind has that kind; the table shows it where nobody wrote it.
    for block in &mut section.blocks {
        let Block::Table { head, rows, .. } = block else { continue };
        let Some(at) = head.iter().position(|heading| words(heading) == "Kind") else { continue };
        for (row, channel) in rows.iter_mut().zip(channels) {
            if let (None, Some(kind), Some(cell)) = (channel.head.fact("kind"), channel.kind, row.cells.get_mut(at)) {
                *cell = quiet(kind.word());
            }
        }
    }
    Some(section)
}
