//! Asks every lint, then applies the register of accepted gaps.

use crate::lints::accepted;
use crate::lints::lint::{Check, Lint, Outcome, Subject};
use crate::lints::rules::LINTS;
use crate::source::{Diagnostic, Finding, Sink, Span};

/// Findings that can follow from a part that could not be read; they wait until everything has a meaning.
const WAITS_FOR_WHOLE: [&str; 8] = [
    "unused-group",
    "unused-desk",
    "unused-term",
    "unused-field",
    "unused-channel",
    "unused-season",
    "unused-segment",
    "no-catch-all-rule",
];

/// Every finding of this room, in the order of the list.
pub fn all() -> impl Iterator<Item = &'static Finding> {
    LINTS.iter().map(|lint: &&'static Lint| &lint.finding).chain(accepted::FINDINGS.iter().copied())
}

/// Asks every lint. `path` tells the place in words of a span; `known` are the names of all findings of the tool that
/// cannot be accepted because they are about reading or naming.
#[must_use]
pub fn run(subject: &Subject<'_>, path: &dyn Fn(Span) -> Vec<String>, known: &[&'static str]) -> Outcome {
    let mut sink = Sink::new();
    for lint in LINTS {
        match lint.check {
            Check::Strategy(check) => check(subject, &mut sink),
        }
    }
    let mut findings: Vec<Diagnostic> = sink.so_far().to_vec();
    let mut withheld = sink.withheld();
    if !subject.policy.complete {
        // A name that seems unused may be used where something could not be read.
        let before = findings.len();
        findings.retain(|found| !WAITS_FOR_WHOLE.contains(&found.finding.name));
        withheld += u32::try_from(before - findings.len()).unwrap_or(u32::MAX);
    }
    for finding in &mut findings {
        if finding.path.is_empty() {
            finding.path = path(finding.primary);
        }
    }
    let mut outcome = accepted::apply(subject, findings, known);
    outcome.withheld = withheld;
    outcome
}
