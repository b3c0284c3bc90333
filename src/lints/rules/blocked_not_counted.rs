//! Callers who never reach the queue, and are not mentioned.

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::columns::{Promised, columns, is_timed};
use crate::lints::rules::shared::words_of_the_trade::{BLOCKED, speaks_of};
use crate::policy::{ChannelKind, Clause, ObjectiveKind};
use crate::source::{Confidence, Diagnostic, Sink};

/// The lint.
pub(super) static LINT: Lint =
    Lint::reviewer("blocked-not-counted", "S310", Confidence::Likely, include_str!("blocked_not_counted.md"), check);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let section = &subject.strategy.components.service_levels;
    let levels = &section.content;
    let counting = &levels.counting;
    let lists = counting.also_counted.iter().chain(&counting.not_counted).chain(&counting.normal_conditions);
    let mentioned = lists.into_iter().any(|written| speaks_of(&written.text, &BLOCKED));
    let about =
        |kind: ObjectiveKind| matches!(kind, ObjectiveKind::Blockage | ObjectiveKind::Busy | ObjectiveKind::AnswerRate);
    let busy = |it: &Promised<'_>| it.promise.clauses.iter().any(|clause| matches!(clause, Clause::Busy { .. }));
    let objective = levels.also.iter().any(|one| one.kind.is_some_and(|kind| about(kind.value)));
    let columns = columns(subject);
    if mentioned || objective || columns.iter().any(|column| column.promised().any(|it| busy(&it))) {
        return;
    }
    let phone = columns.iter().filter(|column| column.kinds.contains(&ChannelKind::Phone));
    let Some(promised) = phone.into_iter().find_map(|column| column.promised().find(|it| is_timed(it.promise))) else {
        return;
    };
    sink.push(
        Diagnostic::new(
            &LINT.finding,
            section.span,
            "The strategy does not say whether callers who find no free line count.",
        )
        .why(
            "A share answered in time can look healthy while most callers never reach the queue: they hear a busy \
             tone or are told to try the web.",
        )
        .see(promised.span, "a promise on the phone")
        .advise("add under counting the line also counted: blocked calls")
        .advise("add a limit to the promise: at most 3% busy"),
    );
}
