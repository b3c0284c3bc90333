//! Reads a whole text. It never fails: what cannot be read is a fault in the tree.

use crate::source::SourceId;
use crate::yaml::events::{Piece, Place, read_piece};
use crate::yaml::fault::FaultKind;
use crate::yaml::frames::Builder;
use crate::yaml::tree::Tree;

/// Reads a text into a tree. What does not read is told in `faults`; the rest is read all the same.
#[must_use]
pub fn read(source: SourceId, text: &str) -> Tree {
    let mut builder = Builder::new(source, text);
    let piece = Piece { text, base: 0, cap: text.len(), column: 0, place: Place::Root };
    if let Err(stop) = read_piece(&mut builder, piece) {
        let span = builder.span(stop.at, stop.at);
        builder.fault(span, FaultKind::Unreadable { message: format!("{:?}", stop.cause) }, Vec::new());
    }
    while !builder.frames.is_empty() {
        builder.close(None);
    }
    let Builder { root, mut comments, mut faults, .. } = builder;
    comments.sort_by_key(|comment| comment.span);
    comments.dedup();
    faults.sort_by_key(|fault| fault.span);
    Tree { source, root, comments, faults }
}
