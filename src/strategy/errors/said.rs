//! The words for one near miss of a phrase.

use crate::source::Finding;

/// The words for one near miss.
pub(crate) struct Said {
    /// The finding.
    pub(crate) finding: &'static Finding,
    /// What is wrong.
    pub(crate) headline: String,
    /// Why it matters.
    pub(crate) why: String,
    /// What to do, where no text to paste is known.
    pub(crate) advice: String,
}

/// Puts the words together.
pub(crate) fn said(
    finding: &'static Finding,
    headline: impl Into<String>,
    why: impl Into<String>,
    advice: impl Into<String>,
) -> Said {
    Said { finding, headline: headline.into(), why: why.into(), advice: advice.into() }
}
