//! Contact types for which the table of promises has no row.

use std::collections::BTreeSet;

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::listing::{agreeing, listed};
use crate::lints::rules::shared::promised::Promised;
use crate::policy::{ContactTypeId, ReplyNeed};
use crate::source::{Confidence, Diagnostic, Sink, quoted};
use crate::strategy::ContactTypeModel;

/// The lint.
pub(super) static LINT: Lint = Lint::reviewer(
    "contact-type-without-row",
    "S321",
    Confidence::Sure,
    include_str!("contact_type_without_row.md"),
    check,
)
.waiting_for_whole();

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let components = &subject.strategy.components;
    let (section, types) = (&components.service_levels.content, &components.contact_types.content);
    let Some(table) = section.promises.as_ref().filter(|table| !table.incomplete) else { return };
    let objectives = || section.also.iter().filter(|one| one.target.is_some());
    // An objective for everybody says what holds for every contact type.
    if section.incomplete || objectives().any(|one| one.contact_types.is_empty()) {
        return;
    }
    let rows = section.tables().flat_map(|table| &table.rows).map(|(_, id, _)| *id);
    let own: BTreeSet<ContactTypeId> =
        rows.chain(objectives().flat_map(|one| one.contact_types.iter().copied())).collect();
    let promised = Promised::new(subject);
    let numbered = || (0u16..).map(ContactTypeId).zip(&types.types);
    // A contact type whose parts have rows is told through them.
    let told_by_parts: BTreeSet<ContactTypeId> = numbered()
        .filter(|(id, _)| own.contains(id))
        .filter_map(|(_, one)| one.part_of.map(|parent| parent.value))
        .collect();
    let explained = |id: ContactTypeId, one: &ContactTypeModel| {
        let parent = one.part_of.map(|parent| parent.value);
        own.contains(&id)
            || parent.is_some_and(|parent| own.contains(&parent))
            || told_by_parts.contains(&id)
            || types.reply(one).need == ReplyNeed::Never
            || promised.channels_of(id, one).next().is_none()
    };
    let missing: Vec<(ContactTypeId, &str)> =
        numbered().filter(|(id, one)| !explained(*id, one)).map(|(id, one)| (id, one.head.name.as_str())).collect();
    let Some((_, first)) = missing.first().copied() else { return };
    let headline = match missing.len() {
        1 => format!("The strategy does not say what is promised for {}.", quoted(first)),
        several => format!("The strategy does not say what is promised for {several} contact types."),
    };
    let has = agreeing(missing.len(), "has", "have");
    sink.push(
        Diagnostic::new(&LINT.finding, table.span, headline)
            .path(["service levels"])
            .why(format!(
                "{} {has} no row in the table, so nobody has decided how soon these customers get an answer.",
                listed(missing.iter().map(|(_, name)| *name))
            ))
            .advise(format!("add a row {first} to the table, with no promise in it where you decided so")),
    );
}
