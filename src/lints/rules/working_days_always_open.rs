//! Promises in working days on desks that are open on every day.

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::desks::is_round_the_clock;
use crate::lints::rules::shared::listing::{agreeing, listed, one_or_count};
use crate::lints::rules::shared::working_days::desks_that_count_them;
use crate::source::{Confidence, Diagnostic, Severity, Sink};
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
    let always = |desk: &&DeskModel| {
        let open = desk.open.as_ref().is_some_and(|open| is_round_the_clock(&open.hours));
        let people = desk.staffed.as_ref().is_none_or(|staffed| is_round_the_clock(&staffed.hours));
        open && people && desk.head.fact("closed on").is_none() && desk.head.fact("special days").is_none()
    };
    let found: Vec<&DeskModel> =
        desks_that_count_them(subject).into_iter().filter_map(|at| desks.get(at)).filter(always).collect();
    let Some(first) = found.first() else { return };
    let names: Vec<&str> = found.iter().map(|desk| desk.head.name.as_str()).collect();
    let (which, is) = (one_or_count(&names, "desks"), agreeing(names.len(), "is", "are"));
    sink.push(
        Diagnostic::new(
            &LINT.finding,
            first.head.fact("open").map_or(first.head.span, |open| open.span),
            format!("Working days are promised, and {which} {is} always open."),
        )
        .why(format!(
            "A working day is a date on which the desk is open. For {} that is every date, Sundays too.",
            listed(&names)
        ))
        .story("A customer writes on Friday at 16:00. Saturday and Sunday count, so what is promised in 2 working days is due on Sunday.")
        .advise("write the hours of those who work on it, as a desk of their own")
        .advise("promise days, if Sundays are meant to count"),
    );
}
