//! Asks every lint, then applies the register of accepted gaps.

use crate::lints::accepted;
use crate::lints::lint::{Check, Lint, Outcome, Subject};
use crate::lints::misunderstood::Misunderstood;
use crate::lints::rules::LINTS;
use crate::source::{Diagnostic, Finding, Severity, Sink, Span};

/// Every finding of this room, in the order of the list.
pub fn all() -> impl Iterator<Item = &'static Finding> {
    LINTS.iter().map(|lint: &&'static Lint| &lint.finding).chain(accepted::FINDINGS.iter().copied())
}

/// Asks every lint. `path` tells the place in words of a span; `known` are the names of all findings of the tool that
/// cannot be accepted because they are about reading or naming; `told` is what was found of these, each with its place.
#[must_use]
pub fn run(
    subject: &Subject<'_>,
    told: &[Diagnostic],
    path: &dyn Fn(Span) -> Vec<String>,
    known: &[&'static str],
) -> Outcome {
    let (mut sink, mut waiting) = (Sink::new(), Sink::new());
    for lint in LINTS {
        // A name that seems unused may be used where something could not be read.
        let waits = lint.waits_for_whole && !subject.policy.complete;
        let into = if waits { &mut waiting } else { &mut sink };
        match lint.check {
            Check::Strategy(check) => check(subject, into),
        }
    }
    sink.locate(path);
    let (findings, withheld) = sink.into_parts();
    let waiting = u32::try_from(waiting.len()).unwrap_or(u32::MAX).saturating_add(waiting.withheld());
    let mut withheld = withheld.saturating_add(waiting);
    let faults = told.iter().filter(|found| found.severity == Severity::Must);
    let some_wait = withheld > 0 || !subject.policy.complete || faults.clone().next().is_some();
    let mut outcome = accepted::apply(subject, findings, known, some_wait);
    withheld = withheld.saturating_add(outcome.withheld);
    let misunderstood = Misunderstood::new(faults.map(|found| found.path.as_slice()));
    outcome.findings.retain(|finding| {
        let waits = misunderstood.explains(finding);
        withheld = withheld.saturating_add(u32::from(waits));
        !waits
    });
    outcome.withheld = withheld;
    outcome
}
