//! Owners who do not say when they last looked at their part.

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::listing::{listed, one_or_count};
use crate::source::{Confidence, Diagnostic, Sink};

/// The lint.
pub(super) static LINT: Lint =
    Lint::reviewer("owner-without-update", "F312", Confidence::Sure, include_str!("owner_without_update.md"), check);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let owners = &subject.strategy.governance.owners.content.owners;
    let silent: Vec<_> = owners.iter().filter(|owner| owner.updated.is_none()).collect();
    let Some(first) = silent.first() else { return };
    let names: Vec<&str> = silent.iter().map(|owner| owner.head.name.as_str()).collect();
    let which = one_or_count(&names, "sections");
    sink.push(
        Diagnostic::new(
            &LINT.finding,
            first.person.span,
            format!("The strategy does not say when {which} was last confirmed."),
        )
        .why(format!("There is no date for {}, so nobody knows whether it still holds.", listed(&names)))
        .advise(format!("add updated {}, once it has been looked through", subject.today)),
    );
}
