//! Why a story, or a part of it, cannot be run.

use crate::notation::Misread;
use crate::stories::contact::ContactPhraseError;

/// Why a story, or a part of it, cannot be run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StoryProblem {
    /// Its contact has no meaning.
    Contact(ContactPhraseError),
    /// An expectation cannot be read.
    ExpectationMisread {
        /// As written.
        written: String,
        /// What is wrong; places count the bytes of the expectation from 0.
        misread: Box<Misread>,
    },
    /// Something of it has no meaning, which is a finding of the strategy.
    NotUnderstood {
        /// What is said of it, in sentences.
        said: Vec<String>,
    },
    /// No agent group has that name.
    NoSuchGroup {
        /// The name.
        name: String,
    },
    /// No routing rule has that name.
    NoSuchRule {
        /// The name.
        name: String,
    },
}
