//! Desks of which nobody knows whether they are open on public holidays.

use crate::calendar::holiday_data_version;
use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::desks::opens_and_closes;
use crate::lints::rules::shared::listing::{agreeing, listed, one_or_count};
use crate::lints::rules::shared::uses::only_hours;
use crate::source::{Confidence, Diagnostic, Sink};

/// The lint.
pub(super) static LINT: Lint = Lint::reviewer(
    "public-holidays-not-said",
    "H302",
    Confidence::Sure,
    include_str!("public_holidays_not_said.md"),
    check,
);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let desks = &subject.strategy.components.hours.content.desks;
    let says = |label: &str| label == "closed on" || label.starts_with("special days");
    let silent: Vec<_> = desks
        .iter()
        .filter(|desk| opens_and_closes(desk) && !desk.head.facts.iter().any(|fact| says(&fact.label)))
        .collect();
    let Some(first) = silent.first().filter(|_| !only_hours(subject.strategy)) else { return };
    let names: Vec<&str> = silent.iter().map(|desk| desk.head.name.as_str()).collect();
    let (which, is) = (one_or_count(&names, "desks"), agreeing(names.len(), "is", "are"));
    let headline = format!("The strategy does not say whether {which} {is} open on public holidays.");
    sink.push(
        Diagnostic::new(&LINT.finding, first.head.span, headline)
            .why(format!(
                "As written, {} {} on Christmas Day as on any other day. Public holidays are known as of {}.",
                listed(&names),
                agreeing(names.len(), "is open", "are open"),
                holiday_data_version()
            ))
            .advise("add closed on: public holidays in the country or region, or the dates under special days:"),
    );
}
