//! A component that was last confirmed before the one on which it rests was changed.

use crate::lints::lint::{Check, Lint, Subject};
use crate::source::{Audience, Confidence, Diagnostic, Finding, Severity, Sink};

/// The lint. Only auditors see it: a later date need not have changed anything that matters here.
pub(crate) static LINT: Lint = Lint {
    finding: Finding {
        name: "older-than-its-basis",
        code: "F323",
        severity: Severity::Look,
        confidence: Confidence::Likely,
        audience: Audience::Auditor,
        page: include_str!("older_than_its_basis.md"),
    },
    since: "0.1.0",
    check: Check::Strategy(check),
};

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
