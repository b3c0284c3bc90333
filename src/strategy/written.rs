//! Values as they were written: text with its place, and what belongs to every part of a strategy.

use crate::calendar::Date;
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
