//! Asks every lint, then applies the register of accepted gaps.

use crate::lints::accepted;
use crate::lints::lint::{Check, Lint, Outcome, Subject};
use crate::lints::rules::LINTS;
use crate::source::{Diagnostic, Finding, Sink, Span};

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
    for finding in &mut findings {
        if finding.path.is_empty() {
            finding.path = path(finding.primary);
        }
    }
    accepted::apply(subject, findings, known)
}
