//! A guarantee of which it is not known whether it holds.

use crate::analysis::{Incomplete, Verdict};
use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::guaranteed::guaranteed;
use crate::source::{Confidence, Diagnostic, Severity, Sink, quoted};

/// The lint.
pub(super) static LINT: Lint = Lint::author(
    "guarantee-not-proven",
    "F328",
    Severity::Look,
    Confidence::Sure,
    include_str!("guarantee_not_proven.md"),
    check,
)
.waiting_for_whole();

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    for (model, _, verdict) in guaranteed(subject) {
        let why = match verdict {
            Ok(Verdict::Holds | Verdict::AboutNobody | Verdict::Fails(_)) => continue,
            // What is not understood, and terms that go round in circles, are told where they stand.
            Err(Incomplete::NotWhole | Incomplete::CircularTerm) => continue,
            Err(Incomplete::TooManyMoments) => {
                "The desks open and close in too many combinations to look at every moment."
            }
            Ok(Verdict::Unknown) | Err(Incomplete::TooHard) => {
                "It hangs on so many things at once that not every contact could be looked at."
            }
        };
        let headline = format!("Nobody knows yet whether the guarantee {} holds.", quoted(&model.head.name));
        sink.push(
            Diagnostic::new(&LINT.finding, model.head.span, headline)
                .why(why)
                .advise("split it into several guarantees, each about fewer contacts"),
        );
    }
}
