//! A phone promise that a queue of people who hang up can still keep.

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::columns::{columns, is_timed};
use crate::policy::{ChannelKind, Clause, ObjectiveKind};
use crate::source::{Confidence, Diagnostic, Sink, quoted};

/// The lint.
pub(super) static LINT: Lint =
    Lint::reviewer("no-abandonment-limit", "S306", Confidence::Sure, include_str!("no_abandonment_limit.md"), check);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let levels = &subject.strategy.components.service_levels.content;
    let limits = |kind: ObjectiveKind| matches!(kind, ObjectiveKind::Abandonment | ObjectiveKind::AnswerRate);
    let abandoned = |clause: &Clause| matches!(clause, Clause::Abandoned { .. });
    let objectives = levels.also.iter().any(|one| {
        let clauses = one.target.iter().flat_map(|target| &target.value.clauses);
        one.kind.is_some_and(|kind| limits(kind.value)) || clauses.into_iter().any(abandoned)
    });
    let columns = columns(subject);
    let in_a_cell = columns.iter().any(|column| column.promised().any(|it| it.promise.clauses.iter().any(abandoned)));
    if objectives || in_a_cell {
        return;
    }
    let phone = columns.iter().filter(|column| column.kinds.contains(&ChannelKind::Phone));
    let mut timed = phone.filter_map(|column| Some((column, column.promised().find(|it| is_timed(it.promise))?)));
    let Some((column, promised)) = timed.next() else { return };
    sink.push(
        Diagnostic::new(
            &LINT.finding,
            promised.span,
            "The strategy does not say how many callers may give up before an answer.",
        )
        .path(column.table.cell_path(&promised.row.text, &column.heading.text))
        .why(format!(
            "{} can be kept while many callers hang up, since those who are gone no longer wait.",
            quoted(&promised.promise.written)
        ))
        .advise(format!("add it to the promise: {}, at most 5% abandoned", promised.promise.written)),
    );
}
