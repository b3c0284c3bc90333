//! A guarantee that no contact can be about.

use crate::analysis::Verdict;
use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::guaranteed::{condition, guaranteed};
use crate::policy::Scope;
use crate::source::{Confidence, Diagnostic, Severity, Sink, quoted};

/// The lint.
pub(super) static LINT: Lint = Lint::author(
    "guarantee-about-nobody",
    "F327",
    Severity::Should,
    Confidence::Sure,
    include_str!("guarantee_about_nobody.md"),
    check,
)
.waiting_for_whole();

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    // Without contact types or channels there is no contact at all, which is told of them.
    if subject.policy.contact_types.is_empty() || subject.policy.channels.is_empty() {
        return;
    }
    for (model, guarantee, verdict) in guaranteed(subject) {
        if verdict != Ok(&Verdict::AboutNobody) {
            continue;
        }
        let why = match guarantee.scope {
            Scope::When(_) => "No contact can be all that its condition asks for. Whatever happens, it is not broken.",
            Scope::Compare(..) => {
                "No contact can be one of the two that it compares. Whatever happens, it is not broken."
            }
        };
        let headline = format!("The guarantee {} is about no contact.", quoted(&model.head.name));
        sink.push(
            Diagnostic::new(&LINT.finding, condition(model), headline)
                .why(why)
                .advise("write which contacts are meant, or take the guarantee away"),
        );
    }
}
