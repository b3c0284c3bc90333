//! A section that was last confirmed on a day that is still to come.

use crate::lints::lint::{Lint, Subject};
use crate::source::{Confidence, Diagnostic, Severity, Sink, quoted};

/// The lint.
pub(super) static LINT: Lint = Lint::author(
    "update-in-future",
    "F313",
    Severity::Should,
    Confidence::Sure,
    include_str!("update_in_future.md"),
    check,
);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    for owner in &subject.strategy.governance.owners.content.owners {
        let Some(updated) = owner.updated.filter(|updated| updated.value > subject.today) else { continue };
        let name = quoted(&owner.head.name);
        let headline = format!("The last update of {name} is in the future: {}.", updated.value);
        sink.push(
            Diagnostic::new(&LINT.finding, updated.span, headline)
                .why(format!("Today is {}. Until then nobody is told when the section gets old.", subject.today))
                .advise("write the day on which it was last looked through"),
        );
    }
}
