//! One line a finding, for lists and editors.

use std::fmt::Write as _;

use crate::cli::formats::report::Report;
use crate::cli::formats::text::severity;

/// `file:line:column: Must fix: headline [name]`, then the closing lines.
pub(crate) fn write(report: &Report<'_>) -> String {
    let sources = report.compilation.sources();
    let mut out = String::new();
    for found in &report.shown {
        let position = sources.start(found.primary);
        let more = if found.repeats > 0 { format!(" ({} more)", found.repeats) } else { String::new() };
        let _ = writeln!(
            out,
            "{}:{}:{}: {}: {}{more} [{}]",
            sources.name(found.primary),
            position.line,
            position.column,
            severity(found.severity),
            found.headline,
            found.finding.name
        );
    }
    for line in report.closing_lines() {
        let _ = writeln!(out, "{line}");
    }
    out
}
