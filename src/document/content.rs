//! What a document is written from.

use crate::analysis::{Analysis, Incomplete};
use crate::calendar::Date;
use crate::policy::Policy;
use crate::source::{Diagnostic, Sources};
use crate::stories::StoryResult;
use crate::strategy::Strategy;
use crate::worksheet::Worksheet;

/// Everything that a document shows.
#[derive(Debug, Clone, Copy)]
pub struct Content<'a> {
    /// The strategy as meant.
    pub strategy: &'a Strategy,
    /// What of it runs.
    pub policy: &'a Policy,
    /// The files.
    pub sources: &'a Sources,
    /// The self-check.
    pub worksheet: &'a Worksheet,
    /// What is known of every contact, or why nothing exact is.
    pub analysis: Result<&'a Analysis, Incomplete>,
    /// The author's cases, with what happened.
    pub stories: &'a [StoryResult],
    /// Findings that the team has accepted, each with the number of its entry in the register.
    pub accepted: &'a [(usize, Diagnostic)],
    /// The fingerprint of what runs.
    pub fingerprint: &'a str,
    /// Whether it may run: nothing must be fixed.
    pub runnable: bool,
    /// What was found, worst first.
    pub findings: &'a [Diagnostic],
    /// The day at which age is judged.
    pub today: Date,
}
