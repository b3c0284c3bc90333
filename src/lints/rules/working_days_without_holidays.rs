//! Promises in working days on desks that work on public holidays.

use std::collections::BTreeSet;

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::desks::opens_and_closes;
use crate::lints::rules::shared::listing::{agreeing, listed, one_or_count};
use crate::lints::rules::shared::working_days::desks_that_count_them;
use crate::source::{Confidence, Diagnostic, Sink};

/// The lint.
pub(super) static LINT: Lint = Lint::reviewer(
    "working-days-without-holidays",
    "H310",
    Confidence::Sure,
    include_str!("working_days_without_holidays.md"),
    check,
);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let desks = &subject.strategy.components.hours.content.desks;
    let silent =
        |at: &usize| desks.get(*at).is_some_and(|desk| opens_and_closes(desk) && desk.head.fact("closed on").is_none());
    let found: BTreeSet<usize> = desks_that_count_them(subject).into_keys().filter(silent).collect();
    let found: Vec<_> = found.into_iter().filter_map(|at| desks.get(at)).collect();
    let Some(first) = found.first() else { return };
    let names: Vec<&str> = found.iter().map(|desk| desk.head.name.as_str()).collect();
    let (which, closes) = (one_or_count(&names, "desks"), agreeing(names.len(), "closes", "close"));
    let headline = format!("The strategy promises working days, but {which} {closes} on no public holiday.");
    sink.push(
        Diagnostic::new(&LINT.finding, first.head.span, headline)
            .why(format!(
                "A working day is a date on which the desk is open: for {} Christmas Day is one.",
                listed(&names)
            ))
            .advise("add closed on: public holidays in the country or region"),
    );
}
