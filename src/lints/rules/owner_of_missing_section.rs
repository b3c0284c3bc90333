//! An owner of something that is not in the strategy.

use crate::lints::lint::{Lint, Subject};
use crate::source::{Confidence, Diagnostic, Severity, Sink, quoted};

/// The lint.
pub(super) static LINT: Lint = Lint::author(
    "owner-of-missing-section",
    "F318",
    Severity::Should,
    Confidence::Sure,
    include_str!("owner_of_missing_section.md"),
    check,
);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let strategy = subject.strategy;
    // A section whose name could not be read may be the one that is missing. Before any component is written, owners come
    // first.
    let begun = strategy.components.sections().iter().any(|(_, written, ..)| *written);
    if !subject.policy.complete || !begun {
        return;
    }
    let sections = strategy.components.sections().into_iter().chain(strategy.governance.sections());
    let written: Vec<&str> = sections.filter(|(_, written, ..)| *written).map(|(section, ..)| section).collect();
    for owner in &strategy.governance.owners.content.owners {
        let section = owner.head.name.as_str();
        if written.contains(&section) {
            continue;
        }
        let headline = format!("{} owns {}, which is not written.", quoted(&owner.person.value), quoted(section));
        sink.push(
            Diagnostic::new(&LINT.finding, owner.head.span, headline)
                .why("Readers take the section for one that somebody keeps current, and there is none.")
                .advise(format!("write the section {section}:"))
                .advise("take the owner out"),
        );
    }
}
