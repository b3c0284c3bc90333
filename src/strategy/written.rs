//! Values as they were written: text with its place, and what belongs to every part of a strategy.

use crate::calendar::Date;
use crate::notation::Passage;
use crate::source::{Excerpt, Span, Spanned};
use crate::yaml::Scalar;

/// A text of the file, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Written {
    /// The text.
    pub text: String,
    /// Where it stands.
    pub span: Span,
    /// Whether the text stands there byte for byte.
    pub exact: bool,
}

impl Written {
    /// From a value of the tree.
    #[must_use]
    pub fn new(scalar: &Scalar) -> Self {
        let excerpt = scalar.excerpt();
        Self { text: excerpt.text.to_owned(), span: excerpt.span, exact: excerpt.exact }
    }

    /// For a phrase grammar to read.
    #[must_use]
    pub fn excerpt(&self) -> Excerpt<'_> {
        Excerpt { text: &self.text, span: self.span, exact: self.exact }
    }

    /// The part of the text that stands at a place inside it; all of it where it does not stand in the file byte for byte.
    #[must_use]
    pub fn text_at(&self, span: Span) -> &str {
        let from = span.start.checked_sub(self.span.start).map(|from| from as usize);
        let to = span.end.checked_sub(self.span.start).map(|to| to as usize);
        let part = from.zip(to).filter(|_| self.exact).and_then(|(from, to)| self.text.get(from..to));
        part.unwrap_or(&self.text)
    }

    /// What stands before and after the first of these words, each at its own place; all of it where they are not there.
    #[must_use]
    pub fn split_once(&self, words: &str) -> (Self, Option<Self>) {
        let excerpt = self.excerpt();
        let Some(at) = self.text.find(words) else { return (self.clone(), None) };
        let before = excerpt.piece(0, at).into();
        (before, Some(excerpt.piece(at + words.len(), self.text.len()).into()))
    }

    /// The text and its place.
    #[must_use]
    pub fn spanned(&self) -> Spanned<String> {
        Spanned::new(self.text.clone(), self.span)
    }
}

impl From<Excerpt<'_>> for Written {
    fn from(excerpt: Excerpt<'_>) -> Self {
        Self { text: excerpt.text.to_owned(), span: excerpt.span, exact: excerpt.exact }
    }
}

impl From<Passage> for Written {
    fn from(passage: Passage) -> Self {
        Self { text: passage.text, span: passage.span, exact: passage.exact }
    }
}

/// Where a number or rule was published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation {
    /// The title.
    pub title: String,
    /// The web address, or where else it is to be found.
    pub address: Option<String>,
    /// The date on which it said so.
    pub as_of: Option<Date>,
}

/// The reasons that may stand beside anything.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Note {
    /// Why it is so.
    pub why: Option<Spanned<String>>,
    /// Where it was published.
    pub source: Option<Spanned<Citation>>,
}

impl Note {
    /// Whether there is nothing to print.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.why.is_none() && self.source.is_none()
    }
}

/// One thing that was written about something: the key and the value, as the document prints them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// The key, or the keys from the outside in with ` › ` between them.
    pub label: String,
    /// The value as written; a list with commas.
    pub text: String,
    /// Where the value stands.
    pub span: Span,
    /// Where each of the keys stands, from the outside in.
    pub keys: Vec<Span>,
}

/// The head of everything that has a name: a segment, a desk, a rule …
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Named {
    /// The name.
    pub name: String,
    /// Where the name stands.
    pub span: Span,
    /// Name and value together.
    pub whole: Span,
    /// Everything written below it, so that nothing is left out of the document.
    pub facts: Vec<Fact>,
    /// Why it is so, and where it was published.
    pub note: Note,
}

impl Named {
    /// The fact of that label.
    #[must_use]
    pub fn fact(&self, label: &str) -> Option<&Fact> {
        self.facts.iter().find(|fact| fact.label == label)
    }
}
