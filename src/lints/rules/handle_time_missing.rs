//! Contact types without a handle time.

use std::collections::BTreeSet;

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::listing::{agreeing, listed, one_or_count};
use crate::policy::ContactTypeId;
use crate::source::{Confidence, Diagnostic, Sink};
use crate::strategy::ContactTypeModel;

/// The lint. Only auditors see it: staffing is planned without it, too, in a program of its own.
pub(super) static LINT: Lint =
    Lint::auditor("handle-time-missing", "T310", Confidence::Sure, include_str!("handle_time_missing.md"), check);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let section = &subject.strategy.components.contact_types;
    let types = &section.content;
    let parents: BTreeSet<ContactTypeId> =
        types.types.iter().filter_map(|one| one.part_of).map(|parent| parent.value).collect();
    let says = |one: &ContactTypeModel| one.head.facts.iter().any(|fact| fact.label.starts_with("handle time"));
    let known =
        |one: &ContactTypeModel| says(one) || one.part_of.and_then(|parent| types.get(parent.value)).is_some_and(says);
    let leaves = types.types.iter().zip(0u16..).filter(|(_, number)| !parents.contains(&ContactTypeId(*number)));
    let names: Vec<&str> = leaves.filter(|(one, _)| !known(one)).map(|(one, _)| one.head.name.as_str()).collect();
    if names.is_empty() {
        return;
    }
    let take = agreeing(names.len(), "takes", "take");
    let headline = format!("The strategy does not say how long {} {take}.", one_or_count(&names, "contact types"));
    sink.push(
        Diagnostic::new(&LINT.finding, section.span, headline)
            .why(format!(
                "There is no handle time for {}, so nobody can work out how many people it needs.",
                listed(&names)
            ))
            .advise("add handle time: with a time such as 6 min"),
    );
}
