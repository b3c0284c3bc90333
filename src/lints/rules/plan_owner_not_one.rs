//! A plan owner that is several people, or a whole team.

use crate::lints::lint::{Lint, Subject};
use crate::source::{Confidence, Diagnostic, Severity, Sink, quoted};
use crate::strategy::{is_one_person, is_placeholder};

/// The lint.
pub(super) static LINT: Lint = Lint::author(
    "plan-owner-not-one",
    "F324",
    Severity::Should,
    Confidence::Likely,
    include_str!("plan_owner_not_one.md"),
    check,
);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let Some(owner) = &subject.strategy.header.plan_owner else { return };
    let name = owner.text.split(',').next().unwrap_or(&owner.text).trim();
    if is_one_person(name) || is_placeholder(name) {
        return;
    }
    sink.push(
        Diagnostic::new(&LINT.finding, owner.span, format!("{} is not one person or role.", quoted(name)))
            .why("The plan owner is accountable for the whole. Where several are, each waits for the others.")
            .advise("write one person or role, and name the others under stakeholders or owners"),
    );
}
