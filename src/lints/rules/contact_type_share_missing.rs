//! Some contact types state their share, others do not.

use std::collections::BTreeSet;

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::listing::{listed, one_or_count};
use crate::policy::ContactTypeId;
use crate::source::{Confidence, Diagnostic, Sink};
use crate::strategy::ContactTypeModel;

/// The lint.
pub(super) static LINT: Lint = Lint::reviewer(
    "contact-type-share-missing",
    "T312",
    Confidence::Sure,
    include_str!("contact_type_share_missing.md"),
    check,
);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let types = &subject.strategy.components.contact_types.content;
    let says = |one: &ContactTypeModel| one.head.fact("share of contacts").is_some();
    if !types.types.iter().any(says) {
        return;
    }
    let summed: BTreeSet<ContactTypeId> =
        types.types.iter().filter(|one| says(one)).filter_map(|one| one.part_of).map(|parent| parent.value).collect();
    let without: Vec<&ContactTypeModel> = (0u16..)
        .map(ContactTypeId)
        .zip(&types.types)
        .filter(|(id, one)| {
            let in_parent = one.part_of.and_then(|parent| types.get(parent.value)).is_some_and(says);
            !says(one) && !in_parent && !summed.contains(id)
        })
        .map(|(_, one)| one)
        .collect();
    let Some(first) = without.first() else { return };
    let names: Vec<&str> = without.iter().map(|one| one.head.name.as_str()).collect();
    let headline =
        format!("The strategy does not say how many contacts are {}.", one_or_count(&names, "contact types"));
    let headline = match names.len() {
        1 => headline,
        several => format!("The strategy does not say how many contacts {several} contact types make."),
    };
    sink.push(
        Diagnostic::new(&LINT.finding, first.head.span, headline)
            .why(format!("Other contact types state their share. It is missing for {}.", listed(&names)))
            .advise("add share of contacts: with a share such as 20%"),
    );
}
