//! Findings for programs: one object with a published, versioned schema.

use schemars::JsonSchema;
use serde::Serialize;

use crate::cli::formats::format::Format;
use crate::cli::formats::report::{Report, path_in_words};
use crate::cli::outcome::Refusal;
use crate::compilation::{Confidence, Diagnostic, Severity, Sources, Span};

/// One object, for programs.
pub(crate) const FORMAT: Format = Format {
    name: "json",
    about: "one object, for programs; its form is printed by: frontdesk schema findings",
    for_people: false,
    write: |reports, _look| {
        write(reports).map_err(|error| Refusal::new(format!("The findings cannot be written as JSON: {error}."), ""))
    },
};

/// The version of this format. It grows by one when a reader of the old one would be misled.
const VERSION: u32 = 1;

/// All findings of one strategy for one reader; of several strategies where several were checked at once.
#[derive(Debug, Serialize, JsonSchema)]
struct Findings {
    /// The version of this format: 1.
    format: u32,
    /// The name of the strategy; of several, all of them with commas between them.
    strategy: String,
    /// The day at which age was judged, as YYYY-MM-DD.
    today: String,
    /// The findings, worst first; of several strategies, one strategy after the other.
    findings: Vec<Found>,
    /// How many findings wait until others are fixed.
    withheld: u32,
    /// How many findings are accepted in the strategy itself.
    accepted: usize,
}

/// How bad a finding is.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum HowBad {
    /// Must fix.
    Must,
    /// Should fix.
    Should,
    /// Worth a look.
    Look,
}

/// How sure the tool is.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum HowSure {
    /// It is so.
    Sure,
    /// It most often is.
    Likely,
}

/// One finding.
#[derive(Debug, Serialize, JsonSchema)]
struct Found {
    /// The name of the finding, for `frontdesk explain`.
    name: &'static str,
    /// Its letter code.
    code: &'static str,
    /// How bad it is.
    severity: HowBad,
    /// How sure the tool is.
    confidence: HowSure,
    /// What is wrong, in one sentence.
    headline: String,
    /// The file.
    file: String,
    /// The line of the first letter, from 1.
    line: u32,
    /// The column of the first letter, from 1, in letters.
    column: u32,
    /// The line just after the last letter.
    end_line: u32,
    /// The column just after the last letter.
    end_column: u32,
    /// The place in words.
    path: String,
    /// Why it matters; empty where the headline says all.
    why: String,
    /// A concrete customer who would be let down.
    story: Option<String>,
    /// What to do; of several choices the first.
    fix: Option<String>,
    /// All choices of what to do.
    fixes: Vec<String>,
    /// Other places that belong to it, repeats included.
    related: Vec<OtherPlace>,
}

/// Another place.
#[derive(Debug, Serialize, JsonSchema)]
struct OtherPlace {
    /// The file.
    file: String,
    /// The line, from 1.
    line: u32,
    /// The column, from 1, in letters.
    column: u32,
    /// What is there.
    label: String,
}

/// The findings as one JSON object, two blanks an indentation, with a line break at the end.
fn write(reports: &[Report<'_>]) -> Result<String, serde_json::Error> {
    let entries =
        |report: &Report<'_>| -> Vec<Found> { report.shown.iter().map(|found| entry(found, report.sources)).collect() };
    let findings = Findings {
        format: VERSION,
        strategy: reports.iter().map(|report| report.strategy).collect::<Vec<_>>().join(", "),
        today: reports.first().map(|report| report.today.to_string()).unwrap_or_default(),
        findings: reports.iter().flat_map(entries).collect(),
        withheld: reports.iter().map(|report| report.withheld).sum(),
        accepted: reports.iter().map(|report| report.accepted).sum(),
    };
    serde_json::to_string_pretty(&findings).map(|text| text + "\n")
}

/// The schema of the format.
pub(crate) fn schema() -> serde_json::Value {
    schemars::schema_for!(Findings).to_value()
}

fn entry(found: &Diagnostic, sources: &Sources) -> Found {
    let (start, end) = (sources.start(found.primary), sources.end(found.primary));
    Found {
        name: found.finding.name,
        code: found.finding.code,
        severity: match found.severity {
            Severity::Must => HowBad::Must,
            Severity::Should => HowBad::Should,
            Severity::Look => HowBad::Look,
        },
        confidence: match found.finding.confidence {
            Confidence::Sure => HowSure::Sure,
            Confidence::Likely => HowSure::Likely,
        },
        headline: found.headline.clone(),
        file: sources.name(found.primary).to_owned(),
        line: start.line,
        column: start.column,
        end_line: end.line,
        end_column: end.column,
        path: path_in_words(&found.path),
        why: found.why.clone(),
        story: found.story.clone(),
        fix: found.fixes.first().map(|fix| fix.text.clone()),
        fixes: found.fixes.iter().map(|fix| fix.text.clone()).collect(),
        related: found.related.iter().map(|related| other_place(related.span, &related.label, sources)).collect(),
    }
}

fn other_place(span: Span, label: &str, sources: &Sources) -> OtherPlace {
    let start = sources.start(span);
    OtherPlace { file: sources.name(span).to_owned(), line: start.line, column: start.column, label: label.to_owned() }
}
