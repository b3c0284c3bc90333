//! One person owns everything.

use crate::lints::lint::{Lint, Subject};
use crate::source::{Confidence, Diagnostic, Sink, quoted};

/// The lint.
pub(super) static LINT: Lint =
    Lint::reviewer("one-owner-for-all", "F315", Confidence::Likely, include_str!("one_owner_for_all.md"), check);

/// In a small strategy one owner is natural.
const SECTIONS: usize = 5;

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let owners = &subject.strategy.governance.owners;
    let (Some(first), count) = (owners.content.owners.first(), owners.content.owners.len()) else { return };
    let same = owners
        .content
        .owners
        .iter()
        .all(|owner| owner.person.value.to_lowercase() == first.person.value.to_lowercase());
    if count < SECTIONS || !same {
        return;
    }
    let headline = format!("{} owns all {count} sections.", quoted(&first.person.value));
    sink.push(
        Diagnostic::new(&LINT.finding, owners.span, headline)
            .why("An access strategy needs the marketers, planners and engineers who know its parts.")
            .advise("name for each section the person who knows it best"),
    );
}
