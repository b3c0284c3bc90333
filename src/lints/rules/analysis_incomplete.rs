//! Routing of which it is not known whether each rule ever wins.

use crate::analysis::{Analysis, Incomplete, Reach};
use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::listing::listed;
use crate::lints::rules::shared::same_rules::running;
use crate::source::{Confidence, Diagnostic, Severity, Sink};

/// The lint.
pub(super) static LINT: Lint = Lint::author(
    "analysis-incomplete",
    "R320",
    Severity::Look,
    Confidence::Sure,
    include_str!("analysis_incomplete.md"),
    check,
)
.waiting_for_whole();

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    reached(subject, sink);
    compared(subject, sink);
}

/// Whether each rule ever decides anything.
fn reached(subject: &Subject<'_>, sink: &mut Sink) {
    let rules: Vec<_> = running(&subject.strategy.components.routing.content.rules).collect();
    let Some(first) = rules.first() else { return };
    let finding = match subject.analysis {
        // What is not understood, and terms that go round in circles, are told where they stand.
        Err(Incomplete::NotWhole | Incomplete::CircularTerm) => return,
        Err(incomplete @ (Incomplete::TooManyMoments | Incomplete::TooHard)) => {
            let why = if incomplete == Incomplete::TooManyMoments {
                "The rules ask for desks that open and close in more combinations than are looked at."
            } else {
                "The rules hang together in more ways than are looked at."
            };
            Diagnostic::new(&LINT.finding, first.head.span, "It is not known whether each rule ever decides anything.")
                .why(why)
                .advise("ask for fewer desks in conditions, or for fewer things in one rule")
        }
        Ok(analysis) => {
            let unknown = rules.iter().zip(&analysis.coverage.reach);
            let unknown: Vec<_> =
                unknown.filter(|(_, reach)| **reach == Reach::Unknown).map(|(rule, _)| rule).collect();
            let Some(first) = unknown.first() else { return };
            let names = listed(unknown.iter().map(|rule| rule.head.name.as_str()));
            Diagnostic::new(&LINT.finding, first.head.span, "It is not known whether each rule ever decides anything.")
                .why(format!("Not every contact could be looked at for {names}."))
                .advise("split such rules, so that each asks for fewer things at once")
        }
    };
    sink.push(finding);
}

/// Whether the rules were set against each other.
fn compared(subject: &Subject<'_>, sink: &mut Sink) {
    let Ok(Analysis { against, .. }) = subject.analysis else { return };
    let rules = &subject.strategy.components.routing.content.rules;
    let Some(first) = running(rules).next() else { return };
    if against.is_complete() {
        return;
    }
    sink.push(
        Diagnostic::new(&LINT.finding, first.head.span, "It is not known whether rules compete, or could be left out.")
            .why("So many rules fit the same contacts that not every one could be set against every other.")
            .advise("give the rules fewer contacts in common, or split the strategy"),
    );
}
