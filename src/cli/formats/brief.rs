//! One line a finding, for lists and editors.

use std::fmt::Write as _;

use crate::cli::formats::format::{Format, one_by_one};
use crate::cli::formats::plain;
use crate::cli::formats::report::Report;
use crate::cli::formats::text::severity;

/// One line a finding.
pub(crate) const FORMAT: Format = Format {
    name: "brief",
    about: "one line a finding",
    for_people: true,
    write: |reports, _look| Ok(one_by_one(reports, write)),
};

/// `file:line:column: Must fix: headline [name]`, then the closing lines.
fn write(report: &Report<'_>) -> String {
    let sources = report.sources;
    let mut out = String::new();
    for found in &report.shown {
        let position = sources.start(found.primary);
        let more = if found.repeats > 0 { format!(" ({} more)", found.repeats) } else { String::new() };
        let _ = writeln!(
            out,
            "{}:{}:{}: {}: {}{more} [{}]",
            plain::line(sources.name(found.primary)),
            position.line,
            position.column,
            severity(found.severity),
            plain::line(&found.headline),
            found.finding.name
        );
    }
    for line in report.closing_lines() {
        let _ = writeln!(out, "{}", plain::line(&line));
    }
    out
}
