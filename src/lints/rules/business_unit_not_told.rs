//! Business units that could remove a cause and never hear of it.

use std::collections::BTreeMap;

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::listing::listed;
use crate::source::{Confidence, Diagnostic, Sink, Span, quoted};

/// The lint.
pub(super) static LINT: Lint = Lint::reviewer(
    "business-unit-not-told",
    "B303",
    Confidence::Likely,
    include_str!("business_unit_not_told.md"),
    check,
);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let components = &subject.strategy.components;
    let collaboration = &components.collaboration;
    if !collaboration.written {
        return;
    }
    let who = collaboration.content.loops.iter().flat_map(|one| &one.who).map(|who| who.value.as_str());
    let audience = collaboration.content.metrics.iter().flat_map(|metric| &metric.audience);
    // A feedback loop that could not be read may be the one.
    let unread = collaboration.content.unreadable.iter().flat_map(|one| &one.facts).map(|fact| fact.text.as_str());
    let hearing: Vec<&str> = who.chain(audience.map(|one| one.text.as_str())).chain(unread).collect();
    let hearing = hearing.join("\n").to_lowercase();
    let mut silent: BTreeMap<&str, (&str, Span)> = BTreeMap::new();
    for one in &components.contact_types.content.types {
        let Some(unit) = &one.business_unit else { continue };
        if !hearing.contains(&unit.text.to_lowercase()) {
            silent.entry(&unit.text).or_insert((&one.head.name, unit.span));
        }
    }
    let Some((unit, (contact_type, span))) = silent.iter().next() else { return };
    let headline = match silent.len() {
        1 => format!("The strategy does not say how {} hears of its contacts.", quoted(unit)),
        several => format!("The strategy does not say how {several} business units hear of their contacts."),
    };
    sink.push(
        Diagnostic::new(&LINT.finding, *span, headline)
            .why(format!(
                "{} could remove the cause of {}. No feedback loop and no metric goes to {}.",
                quoted(unit),
                quoted(contact_type),
                listed(silent.keys().copied())
            ))
            .advise(format!("add a feedback loop: {unit}, every week, top 10 reasons")),
    );
}
