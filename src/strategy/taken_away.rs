//! Names that an overlay took away.

use crate::source::{Span, Spanned};
use crate::strategy::names::{NameKind, Names};

impl Names {
    /// Says where an overlay took a name away.
    pub fn mark_removed(&mut self, kind: NameKind, name: &Spanned<String>) {
        self.removed.insert((kind, name.value.clone()), name.span);
    }

    /// Whether a name was taken away by another file than the one that wrote this.
    #[must_use]
    pub fn was_removed(&self, kind: NameKind, written: &Spanned<String>) -> bool {
        let removed = self.removed.get(&(kind, written.value.clone()));
        removed.is_some_and(|removed| removed.source != written.span.source)
            && self.number(kind, &written.value).is_none()
    }

    /// Whether the row of a table speaks of a contact type that an overlay took away: what the base promises for it goes
    /// with it.
    #[must_use]
    pub fn is_row_gone(&self, row: &Spanned<String>) -> bool {
        self.was_removed(NameKind::ContactType, row)
    }

    /// Whether the column of a table speaks of a channel that an overlay took away, and of no kind of channel.
    #[must_use]
    pub fn is_column_gone(&self, heading: &Spanned<String>) -> bool {
        self.was_removed(NameKind::Channel, heading) && self.has_no_kind(&heading.value)
    }

    /// The names of a kind that were taken away and are not back, with the places that say so.
    pub fn taken_away(&self, kind: NameKind) -> impl Iterator<Item = (&str, Span)> {
        let gone = self.removed.iter().filter(move |((of, name), _)| *of == kind && self.number(kind, name).is_none());
        gone.map(|((_, name), span)| (name.as_str(), *span))
    }
}
