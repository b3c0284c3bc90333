//! No contact type for what fits no other.

use crate::lints::lint::{Lint, Subject};
use crate::source::{Confidence, Diagnostic, Sink};

/// The lint.
pub(super) static LINT: Lint = Lint::reviewer(
    "no-everything-else-type",
    "T304",
    Confidence::Sure,
    include_str!("no_everything_else_type.md"),
    check,
);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let section = &subject.strategy.components.contact_types;
    let types = &section.content.types;
    if types.is_empty() || types.iter().any(|one| one.everything_else.is_some_and(|line| line.value)) {
        return;
    }
    sink.push(
        Diagnostic::new(&LINT.finding, section.span, "The strategy does not say what becomes of any other contact.")
            .why("No contact type takes everything else, so a contact that names an unknown one is refused.")
            .advise("add a contact type with everything else: yes"),
    );
}
