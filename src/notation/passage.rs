//! A piece of text that is kept for later, with its place: an excerpt that owns its text.

use crate::source::{Excerpt, Span};

/// The text of a table cell or of a part of a phrase, to be read by another grammar later.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Passage {
    /// The text, without surrounding blanks. May be empty: a blank cell.
    pub text: String,
    /// Where it stands.
    pub span: Span,
    /// Whether `text` and the bytes at `span` are the same.
    pub exact: bool,
}

impl Passage {
    /// Keeps an excerpt.
    #[must_use]
    pub fn keep(excerpt: Excerpt<'_>) -> Self {
        Self { text: excerpt.text.to_owned(), span: excerpt.span, exact: excerpt.exact }
    }

    /// The text for a phrase grammar.
    #[must_use]
    pub fn excerpt(&self) -> Excerpt<'_> {
        Excerpt { text: &self.text, span: self.span, exact: self.exact }
    }

    /// Whether nothing is written.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }
}
