//! A guarantee of which it is not known whether it holds.

use crate::analysis::{Incomplete, Verdict};
use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::guaranteed::guaranteed;
use crate::source::{Confidence, Diagnostic, Severity, Sink, quoted};
use crate::strategy::GuaranteeModel;

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
            Ok(Verdict::HangsOnHours(example)) => {
                sink.push(hangs_on_hours(model, example.told(subject.policy)));
                continue;
            }
            // What is not understood, and terms that go round in circles, are told where they stand.
            Err(Incomplete::NotWhole | Incomplete::CircularTerm) => continue,
            Err(Incomplete::TooManyMoments) => {
                "The desks open and close in too many combinations to look at every moment."
            }
            Ok(Verdict::Unknown) | Err(Incomplete::TooHard) => {
                "It hangs on so many things at once that not every contact could be looked at."
            }
        };
        let advice = "split it into several guarantees, each about fewer contacts";
        sink.push(Diagnostic::new(&LINT.finding, model.head.span, headline(model)).why(why).advise(advice));
    }
}

fn headline(model: &GuaranteeModel) -> String {
    format!("Nobody knows yet whether the guarantee {} holds.", quoted(&model.head.name))
}

/// No moment is known at which the promise is more than the guarantee allows, and none is ruled out.
fn hangs_on_hours(model: &GuaranteeModel, example: String) -> Diagnostic {
    Diagnostic::new(&LINT.finding, model.head.span, headline(model))
        .why("Promise and guarantee count differently, so that it hangs on the hours which of the two comes first.")
        .story(example)
        .advise("write the guarantee in the unit of the promise")
}
