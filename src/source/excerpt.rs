//! A piece of a text that a phrase grammar reads, with the way back to its place in the file.

use crate::source::span::Span;

/// The text of one value, one line or one table cell, and where it stands.
///
/// `exact` says that the text stands in the file byte for byte at `span`. Where it does not (a quoted value with
/// escapes, a value folded over several lines) every place inside it is answered with the whole span.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Excerpt<'a> {
    /// The text, without quotes and without surrounding blanks.
    pub text: &'a str,
    /// Where it stands in its file.
    pub span: Span,
    /// Whether `text` and the bytes at `span` are the same.
    pub exact: bool,
}

impl<'a> Excerpt<'a> {
    /// A text that stands in its file byte for byte.
    #[must_use]
    pub fn exact(text: &'a str, span: Span) -> Self {
        Self { text, span, exact: true }
    }

    /// The place of the bytes `start..end` of the text.
    #[must_use]
    pub fn place(&self, start: usize, end: usize) -> Span {
        if !self.exact {
            return self.span;
        }
        let base = self.span.start as usize;
        Span::new(self.span.source, base + start.min(self.text.len()), base + end.min(self.text.len()))
    }

    /// The piece `start..end` as an excerpt of its own; blanks at both ends are left out.
    #[must_use]
    pub fn piece(&self, start: usize, end: usize) -> Self {
        let whole = self.text.get(start..end).unwrap_or("");
        let text = whole.trim();
        let lead = whole.len() - whole.trim_start().len();
        Self { text, span: self.place(start + lead, start + lead + text.len()), exact: self.exact }
    }

    /// The pieces between commas, in order; empty ones are kept, so that a caller can point at them.
    #[must_use]
    pub fn split(&self, separator: &str) -> Vec<Self> {
        let mut pieces = Vec::new();
        let mut start = 0;
        for (at, found) in self.text.match_indices(separator) {
            pieces.push(self.piece(start, at));
            start = at + found.len();
        }
        pieces.push(self.piece(start, self.text.len()));
        pieces
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::span::SourceId;

    #[test]
    fn pieces_keep_their_places() {
        let span = Span::new(SourceId(0), 10, 22);
        let excerpt = Excerpt::exact("phone,  chat", span);
        let pieces = excerpt.split(",");
        assert_eq!(pieces.iter().map(|piece| piece.text).collect::<Vec<_>>(), ["phone", "chat"]);
        assert_eq!(pieces[1].span, Span::new(SourceId(0), 18, 22));
    }

    #[test]
    fn a_text_that_is_not_exact_answers_with_the_whole_place() {
        let span = Span::new(SourceId(0), 10, 40);
        let excerpt = Excerpt { text: "a, b", span, exact: false };
        assert_eq!(excerpt.split(",")[1].span, span);
    }
}
