//! The same promise in every cell: nobody has decided what is urgent.

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::columns::{Promised, columns_of};
use crate::source::{Confidence, Diagnostic, Sink, quoted};

/// The lint.
pub(super) static LINT: Lint =
    Lint::reviewer("one-promise-for-all", "S307", Confidence::Sure, include_str!("one_promise_for_all.md"), check);

/// A small table may well have one promise.
const CELLS_AT_LEAST: usize = 6;

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let Some(table) = &subject.strategy.components.service_levels.content.promises else { return };
    let columns = columns_of(table, subject.policy);
    let promises: Vec<Promised<'_>> = columns.iter().flat_map(|column| column.promised()).collect();
    let Some(first) = promises.first() else { return };
    let same = promises.iter().all(|it| it.promise.clauses == first.promise.clauses);
    if !same || promises.len() < CELLS_AT_LEAST {
        return;
    }
    let written = quoted(&first.promise.written);
    sink.push(
        Diagnostic::new(&LINT.finding, table.span, format!("All {} promises are {written}.", promises.len()))
            .path(["service levels"])
            .why("What is urgent for customers and what can wait get the same answer, so the urgent waits too long.")
            .advise("decide for each contact type how soon customers need an answer, by its gravity"),
    );
}
