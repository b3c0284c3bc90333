//! Nobody is named who could remove the cause of a contact type.

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::listing::{listed, one_or_count};
use crate::source::{Confidence, Diagnostic, Sink};
use crate::strategy::ContactTypeModel;

/// The lint.
pub(super) static LINT: Lint =
    Lint::reviewer("no-business-unit", "T308", Confidence::Sure, include_str!("no_business_unit.md"), check);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let section = &subject.strategy.components.contact_types;
    let types = &section.content;
    let known = |one: &&ContactTypeModel| {
        let parent = one.part_of.and_then(|parent| types.get(parent.value));
        one.business_unit.is_some() || parent.is_some_and(|parent| parent.business_unit.is_some())
    };
    let catch_all = |one: &&ContactTypeModel| one.everything_else.is_some_and(|line| line.value);
    let without = types.types.iter().filter(|one| !known(one) && !catch_all(one));
    let names: Vec<&str> = without.map(|one| one.head.name.as_str()).collect();
    if names.is_empty() {
        return;
    }
    let headline =
        format!("The strategy does not say who can remove the cause of {}.", one_or_count(&names, "contact types"));
    sink.push(
        Diagnostic::new(&LINT.finding, section.span, headline)
            .why(format!("No business unit is named for {}.", listed(&names)))
            .advise("add business unit: with the department that can remove the cause"),
    );
}
