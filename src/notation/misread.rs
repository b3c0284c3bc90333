//! What could not be read, as data: the exact part, what it looks like, and the text that would be right.

use crate::notation::misread_kind::MisreadKind;
use crate::notation::phrase::Phrase;
use crate::source::Span;

/// The longest phrase that is read, in bytes. No honest phrase comes near it.
pub const LONGEST_PHRASE_BYTES: usize = 16 * 1024;

/// A phrase that could not be read. Whoever shows it finds the words; here are the facts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misread {
    /// The exact part at fault.
    pub span: Span,
    /// What is wrong with it.
    pub kind: MisreadKind,
    /// The whole value rewritten, when it is sure what was meant. It reads.
    pub suggestion: Option<String>,
    /// Two whole values of which the author has to choose one, when it is not sure; else empty. Both read.
    pub choices: Vec<String>,
}

impl MisreadKind {
    /// What the phrase should have been, where the near miss knows it; else a list of names.
    #[must_use]
    #[expect(clippy::wildcard_enum_match_arm, reason = "the other near misses say exactly what is wrong instead")]
    pub fn wanted(&self) -> Phrase {
        match self {
            Self::Empty { wanted } | Self::Unreadable { wanted } | Self::MissingPart { wanted } => *wanted,
            _ => Phrase::List,
        }
    }
}
