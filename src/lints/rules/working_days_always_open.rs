//! Promises in working days on desks that are open on every day.

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::desks::always_answers;
use crate::lints::rules::shared::listing::{agreeing, listed, one_or_count};
use crate::lints::rules::shared::working_days::{Source, desks_that_count_them};
use crate::source::{Confidence, Diagnostic, Severity, Sink, quoted};
use crate::strategy::DeskModel;

/// The lint.
pub(super) static LINT: Lint = Lint::author(
    "working-days-always-open",
    "S322",
    Severity::Look,
    Confidence::Likely,
    include_str!("working_days_always_open.md"),
    check,
);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let desks = &subject.strategy.components.hours.content.desks;
    // A desk that closes on some dates has days that are no working days.
    let always = |desk: &DeskModel| {
        always_answers(desk) && desk.head.fact("closed on").is_none() && desk.head.fact("special days").is_none()
    };
    let counting = desks_that_count_them(subject).into_iter();
    let found: Vec<(&DeskModel, Source<'_>)> =
        counting.filter_map(|(at, source)| Some((desks.get(at)?, source))).filter(|(desk, _)| always(desk)).collect();
    let Some((first, source)) = found.first() else { return };
    let names: Vec<&str> = found.iter().map(|(desk, _)| desk.head.name.as_str()).collect();
    let (which, is) = (one_or_count(&names, "desks"), agreeing(names.len(), "is", "are"));
    let headline = match source {
        Source::Cell(_) => format!("Working days are promised, and {which} {is} always open."),
        Source::Objective(_, name) => format!("{} is in working days, and {which} {is} always open.", quoted(name)),
    };
    sink.push(
        Diagnostic::new(&LINT.finding, first.head.fact("open").map_or(first.head.span, |open| open.span), headline)
        .see(source.span(), "promised in working days")
        .why(format!(
            "A working day is a date on which the desk is open. For {} that is every date, Sundays too.",
            listed(&names)
        ))
        .story("A customer writes on Friday at 16:00. Saturday and Sunday count, so what is promised in 2 working days is due on Sunday.")
        .advise("write the hours of those who work on it, as a desk of their own")
        .advise("promise days, if Sundays are meant to count"),
    );
}
