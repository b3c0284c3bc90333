//! One fault found in a text, and the text with this one fault put right.

use crate::notation::misread_kind::MisreadKind;

/// What is wrong at one place of a text, and the whole text with this one thing put right. The result may still have
/// other faults.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Miss {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) kind: MisreadKind,
    pub(crate) rewrite: Option<String>,
    pub(crate) choices: Vec<String>,
}

impl Miss {
    /// A fault in the bytes `start..end`, without a remedy.
    pub(crate) fn new(start: usize, end: usize, kind: MisreadKind) -> Self {
        Self { start, end, kind, rewrite: None, choices: Vec::new() }
    }

    /// A fault in the bytes `start..end` of `text`, put right by writing `with` in their place.
    pub(crate) fn put(text: &str, start: usize, end: usize, kind: MisreadKind, with: &str) -> Self {
        Self::new(start, end, kind).becomes(splice(text, start, end, with))
    }

    /// The whole text as it should be.
    pub(crate) fn becomes(mut self, whole: impl Into<String>) -> Self {
        self.rewrite = Some(whole.into());
        self
    }

    /// Two whole texts of which the author must choose.
    pub(crate) fn or_either(mut self, choices: impl IntoIterator<Item = String>) -> Self {
        self.choices = choices.into_iter().collect();
        self
    }

    /// The same fault, seen from a whole text that holds the present text at `start..end`.
    pub(crate) fn within(self, whole: &str, start: usize, end: usize) -> Self {
        Self {
            start: start + self.start,
            end: start + self.end,
            kind: self.kind,
            rewrite: self.rewrite.map(|part| splice(whole, start, end, &part)),
            choices: self.choices.iter().map(|part| splice(whole, start, end, part)).collect(),
        }
    }
}

/// `text` with `with` in place of the bytes `start..end`.
pub(crate) fn splice(text: &str, start: usize, end: usize, with: &str) -> String {
    let before = text.get(..start).unwrap_or("");
    let after = text.get(end..).unwrap_or("");
    [before, with, after].concat()
}
