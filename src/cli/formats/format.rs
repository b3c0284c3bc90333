//! What every format of the findings owes.

use crate::cli::formats::look::Look;
use crate::cli::formats::report::Report;
use crate::cli::outcome::Refusal;

/// A way to write the findings of strategies.
pub(crate) struct Format {
    /// Its name, as `--format` takes it.
    pub(crate) name: &'static str,
    /// What it is for, in a few words.
    pub(crate) about: &'static str,
    /// Whether it is for people, so that colours and the width of the terminal matter.
    pub(crate) for_people: bool,
    /// Writes the findings, a report for each strategy.
    pub(crate) write: fn(&[Report<'_>], Look) -> Result<String, Refusal>,
}

/// Reports for people, one below the other with an empty line between them.
pub(crate) fn one_by_one(reports: &[Report<'_>], write: impl Fn(&Report<'_>) -> String) -> String {
    reports.iter().map(write).collect::<Vec<_>>().join("\n")
}
