//! How many names may stand at one place, so that a file of nothing but names is not looked through to its end.

use crate::source::Sink;
use crate::strategy::errors;
use crate::strategy::field::{Field, Key};
use crate::strategy::name_kind::NameKind;
use crate::yaml::Entry;

/// The most names at one place that nothing else points at, such as stories; names of other kinds have limits of their
/// own. It bounds the work that a hostile file can cause.
const MOST_NAMES: usize = 30_000;

/// The most words that may stand in the place of a name and mean several things, such as the kinds of channels.
const NAMES_FOR_SEVERAL: usize = 64;

/// How many names there may still be at one place.
#[derive(Debug)]
pub(in crate::strategy) struct RoomForNames {
    kind: Option<NameKind>,
    left: usize,
}

impl RoomForNames {
    /// As many as can be declared of the kind of the names, with those that stand for several of them and one more, so
    /// that whoever declares them sees that there are too many; `MOST_NAMES` where they are declared nowhere.
    pub(in crate::strategy) fn of(fields: &[Field]) -> Self {
        let what = fields.iter().find_map(|field| match field.key {
            Key::Name(what) => Some(what),
            Key::Word(_) | Key::Phrase { .. } => None,
        });
        let kind = what.and_then(NameKind::of_what);
        Self { kind, left: kind.map_or(MOST_NAMES, |kind| kind.limit() + NAMES_FOR_SEVERAL + 1) }
    }

    /// Takes the room of one name; `false` where there is none left, which is told here or by whoever declares them.
    pub(in crate::strategy) fn take(&mut self, section: &str, entry: &Entry, sink: &mut Sink) -> bool {
        if let Some(left) = self.left.checked_sub(1) {
            self.left = left;
            return true;
        }
        if self.kind.is_none() {
            sink.push(errors::too_many_below(section, MOST_NAMES, entry.key.span));
        }
        false
    }
}
