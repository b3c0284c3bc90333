//! A strategy that has ended, and does not say so; or says so, and has not.

use crate::lints::lint::{Lint, Subject};
use crate::source::{Confidence, Diagnostic, Edit, Fix, Severity, Sink};
use crate::strategy::Status;

/// The lint.
pub(super) static LINT: Lint = Lint::author(
    "strategy-expired",
    "F321",
    Severity::Should,
    Confidence::Sure,
    include_str!("strategy_expired.md"),
    check,
);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let header = &subject.strategy.header;
    let Some(until) = header.applies_until else { return };
    // An end before the beginning has been reported.
    if header.applies_from.is_some_and(|from| from.value > until.value) {
        return;
    }
    let expired = header.status.filter(|status| status.value == Status::Expired);
    let ended = until.value < subject.today;
    match expired {
        None if ended => {
            let headline = format!("The strategy applied until {}; today is {}.", until.value, subject.today);
            let finding = Diagnostic::new(&LINT.finding, until.span, headline)
                .why("Its promises no longer hold, but nothing on it says so.")
                .advise("write the date until which it holds");
            let text = "status: expired".to_owned();
            let edit = header.status.map(|status| Edit { span: status.span, text: "expired".to_owned() });
            let expired = Fix { text, edits: edit.into_iter().collect(), safe: false };
            sink.push(Diagnostic { fixes: finding.fixes.into_iter().chain([expired]).collect(), ..finding });
        }
        Some(status) if !ended => {
            let headline = format!("The strategy is expired, but applies until {}.", until.value);
            sink.push(
                Diagnostic::new(&LINT.finding, status.span, headline)
                    .why(format!("Today is {}. One of the two lines is wrong.", subject.today))
                    .advise("write the status that it has, approved or draft")
                    .advise("write the day on which it ended")
                    .see(until.span, "the last day"),
            );
        }
        Some(_) | None => {}
    }
}
