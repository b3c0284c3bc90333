//! A component that was last confirmed before the one on which it rests was changed.

use crate::lints::lint::{Lint, Subject};
use crate::source::{Confidence, Diagnostic, Sink};

/// The lint. Only auditors see it: a later date need not have changed anything that matters here.
pub(super) static LINT: Lint =
    Lint::auditor("older-than-its-basis", "F323", Confidence::Likely, include_str!("older_than_its_basis.md"), check);

/// A component in words, its name, and the one on which it rests.
const RESTS_ON: [(&str, &str, &str); 3] = [
    ("Service levels were", "service levels", "contact types"),
    ("Routing was", "routing", "channels"),
    ("Agent groups were", "agent groups", "hours"),
];

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let owners = &subject.strategy.governance.owners.content;
    for (words, component, basis) in RESTS_ON {
        let updated = |section: &str| owners.of(section).and_then(|owner| owner.updated);
        let (Some(own), Some(other)) = (updated(component), updated(basis)) else { continue };
        if own.value >= other.value {
            continue;
        }
        sink.push(
            Diagnostic::new(&LINT.finding, own.span, format!("{words} confirmed before {basis} were changed."))
                .why(format!("The one is of {}, the other of {}.", own.value, other.value))
                .advise(format!("look whether the section {component} still fits, then write the date"))
                .see(other.span, format!("the date of {basis}")),
        );
    }
}
