//! A table of promises: written cell by cell, then meant.

use std::collections::BTreeMap;

use crate::calendar::Deadline;
use crate::notation::{self, Clause, Passage};
use crate::policy::{ChannelSet, ContactTypeId, Promise};
use crate::source::{Sink, Span, Spanned};
use crate::strategy::errors;
use crate::strategy::names::{NameKind, Names};
use crate::strategy::written::Written;
use crate::yaml::{Entry, Value};

/// A cell as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellSyntax {
    /// The text; empty for a blank cell.
    pub text: Written,
    /// The promise, where it could be read.
    pub promise: Option<notation::Promise>,
}

/// A table as written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TableSyntax {
    /// The headings after the first one.
    pub columns: Vec<Written>,
    /// The rows: the contact type, and one cell a column.
    pub rows: Vec<(Written, Vec<CellSyntax>)>,
    /// Where the table stands.
    pub span: Span,
}

fn kept(passage: &Passage) -> Written {
    Written { text: passage.text.clone(), span: passage.span, exact: passage.exact }
}

/// Reads a table from a `|` value.
pub fn read(entry: &Entry, sink: &mut Sink) -> Option<TableSyntax> {
    let scalar = match &entry.value.value {
        Value::Scalar(scalar) => scalar,
        Value::Empty => {
            sink.push(errors::empty_value(&entry.key.text, entry.key.span));
            return None;
        }
        Value::Mapping(_) | Value::Sequence(_) => {
            sink.push(errors::table_wanted(&entry.key.text, entry.value.span));
            return None;
        }
    };
    let lines = scalar.lines();
    if !lines.iter().any(|line| line.text.contains('|')) {
        sink.push(errors::table_wanted(&entry.key.text, entry.value.span));
        return None;
    }
    let table = notation::table(&lines);
    let mut headings = table.headings.iter().map(kept);
    let first = headings.next().unwrap_or_default();
    if first.text != "contact type" {
        sink.push(errors::first_heading(&first));
    }
    let columns: Vec<Written> = headings.collect();
    let mut rows = Vec::new();
    for row in &table.rows {
        let mut cells = row.cells.iter().map(kept);
        let Some(name) = cells.next() else { continue };
        let written: Vec<Written> = cells.collect();
        if written.len() != columns.len() {
            sink.push(errors::ragged_row(&name.text, row.span, written.len(), columns.len()));
        }
        let cells = columns.iter().enumerate().map(|(at, column)| {
            let text = written.get(at).cloned().unwrap_or(Written { span: row.span, ..Written::default() });
            read_cell(text, &name, column, sink)
        });
        rows.push((name.clone(), cells.collect()));
    }
    Some(TableSyntax { columns, rows, span: entry.value.span })
}

fn read_cell(text: Written, row: &Written, column: &Written, sink: &mut Sink) -> CellSyntax {
    if text.text.is_empty() {
        return CellSyntax { text, promise: None };
    }
    let path = cell_path(&row.text, &column.text);
    match notation::promise(text.excerpt()) {
        Ok(promise) => {
            if let Some(finding) = falling(&promise, &text) {
                sink.push(finding.path(path));
            }
            CellSyntax { text, promise: Some(promise) }
        }
        Err(misread) => {
            sink.push(errors::misread(&misread, "", &text).path(path));
            CellSyntax { text, promise: None }
        }
    }
}

/// The place of a cell in words.
#[must_use]
pub fn cell_path(row: &str, column: &str) -> [String; 3] {
    ["service levels".to_owned(), row.to_owned(), column.to_owned()]
}

/// A ladder whose steps do not rise: a larger share must be given more time.
fn falling(promise: &notation::Promise, text: &Written) -> Option<crate::source::Diagnostic> {
    let points: Vec<_> = promise
        .clauses
        .iter()
        .filter_map(|clause| match clause.value {
            Clause::Point { share, deadline: Deadline::Within(within), .. } => Some((share, within)),
            Clause::Point { .. }
            | Clause::Average(_)
            | Clause::Abandoned { .. }
            | Clause::Busy { .. }
            | Clause::Over { .. }
            | Clause::Always
            | Clause::NoPromise
            | Clause::NotOffered => None,
        })
        .collect();
    let comparable = |a: crate::calendar::Duration, b: crate::calendar::Duration| match (a.seconds(), b.seconds()) {
        (Some(a), Some(b)) => Some(a.cmp(&b)),
        (None, None) if a.unit == b.unit => Some(a.amount.cmp(&b.amount)),
        (Some(_) | None, Some(_) | None) => None,
    };
    let wrong = points.iter().zip(points.iter().skip(1)).find(|((share, within), (next_share, next_within))| {
        let order = comparable(*within, *next_within);
        let rises = next_share > share && order.is_none_or(std::cmp::Ordering::is_lt);
        let falls = next_share < share && order.is_none_or(std::cmp::Ordering::is_gt);
        !rises && !falls
    });
    wrong.map(|((share, within), (next_share, next_within))| {
        errors::ladder_not_rising(text, (*share, *within), (*next_share, *next_within))
    })
}

/// A cell as meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CellModel {
    /// Nothing written: a gap.
    Blank,
    /// Something that could not be read; reported.
    Unreadable,
    /// A promise.
    Promise(Promise),
    /// At once, without a person.
    Always,
    /// Answered, without a promise.
    NoPromise,
    /// Not offered here, on purpose.
    NotOffered,
}

/// A table as meant.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TableModel {
    /// The columns whose heading has a meaning.
    pub columns: Vec<(Written, ChannelSet)>,
    /// The rows whose name has a meaning, with the cells of these columns.
    pub rows: Vec<(Written, ContactTypeId, Vec<Spanned<CellModel>>)>,
    /// Where the table stands.
    pub span: Span,
}

/// Gives headings and rows their meaning; the cells of those that have none are left out.
pub fn resolve(syntax: &TableSyntax, names: &Names, sink: &mut Sink) -> TableModel {
    let mut columns = Vec::new();
    let mut kept_columns = Vec::new();
    let mut seen_columns: BTreeMap<&str, Span> = BTreeMap::new();
    for (at, column) in syntax.columns.iter().enumerate() {
        if column.text.is_empty() {
            sink.push(errors::heading_missing(column.span));
            continue;
        }
        if let Some(first) = seen_columns.insert(&column.text, column.span) {
            sink.push(errors::given_twice(&column.text, "column", column.span, first));
            continue;
        }
        if let Some(set) = names.find_channels(&column.spanned(), sink) {
            columns.push((column.clone(), set));
            kept_columns.push(at);
        }
    }
    let mut rows = Vec::new();
    let mut seen_rows: BTreeMap<&str, Span> = BTreeMap::new();
    for (name, cells) in &syntax.rows {
        if let Some(first) = seen_rows.insert(&name.text, name.span) {
            sink.push(errors::given_twice(&name.text, "row", name.span, first));
            continue;
        }
        let Some(number) = names.find(NameKind::ContactType, &name.spanned(), sink) else { continue };
        let cells = kept_columns.iter().filter_map(|at| cells.get(*at)).map(meant).collect();
        rows.push((name.clone(), ContactTypeId(number), cells));
    }
    TableModel { columns, rows, span: syntax.span }
}

fn meant(cell: &CellSyntax) -> Spanned<CellModel> {
    let model = match &cell.promise {
        None if cell.text.text.is_empty() => CellModel::Blank,
        None => CellModel::Unreadable,
        Some(promise) => of_promise(promise, &cell.text.text),
    };
    Spanned::new(model, cell.text.span)
}

/// What a promise phrase means in a cell.
fn of_promise(promise: &notation::Promise, written: &str) -> CellModel {
    match promise.clauses.first().map(|clause| clause.value) {
        Some(Clause::Always) => CellModel::Always,
        Some(Clause::NoPromise) => CellModel::NoPromise,
        Some(Clause::NotOffered) => CellModel::NotOffered,
        Some(_) | None => CellModel::Promise(promise_as_run(promise, written)),
    }
}

/// A promise as it runs.
#[must_use]
pub fn promise_as_run(promise: &notation::Promise, written: &str) -> Promise {
    use crate::policy::Clause as Run;
    let clauses = promise.clauses.iter().filter_map(|clause| match clause.value {
        Clause::Point { share, strict, deadline } => Some(Run::Point { share, strict, deadline }),
        Clause::Average(within) => Some(Run::Average(within)),
        Clause::Abandoned { at_most, after } => Some(Run::Abandoned { at_most, after }),
        Clause::Busy { at_most } => Some(Run::Busy { at_most }),
        Clause::Over { fewer_than, over } => Some(Run::Over { fewer_than, over }),
        Clause::Always | Clause::NoPromise | Clause::NotOffered => None,
    });
    Promise { written: written.to_owned(), clauses: clauses.collect() }
}
