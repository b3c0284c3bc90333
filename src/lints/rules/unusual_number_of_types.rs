//! A list of contact types that is too short to tell anything or too long to be used.

use std::collections::BTreeSet;

use crate::lints::lint::{Lint, Subject};
use crate::policy::ContactTypeId;
use crate::source::{Confidence, Diagnostic, Sink};

/// The lint.
pub(super) static LINT: Lint = Lint::reviewer(
    "unusual-number-of-types",
    "T305",
    Confidence::Sure,
    include_str!("unusual_number_of_types.md"),
    check,
);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let section = &subject.strategy.components.contact_types;
    let types = &section.content.types;
    let parents: BTreeSet<ContactTypeId> =
        types.iter().filter_map(|one| one.part_of).map(|parent| parent.value).collect();
    let count = types.len() - parents.len();
    let (headline, fix) = match count {
        0 | 6..=60 => return,
        1 => {
            ("There is only one contact type.".to_owned(), "tell apart what is routed, promised or counted differently")
        }
        2..=5 => (
            format!("There are only {count} contact types."),
            "tell apart what is routed, promised or counted differently",
        ),
        _ => (format!("There are {count} contact types."), "join those that are handled alike"),
    };
    sink.push(
        Diagnostic::new(&LINT.finding, section.span, headline)
            .why("Fewer than 6 say too little about why customers call; more than 60 nobody can choose from.")
            .advise(fix),
    );
}
