//! A table of promises as meant: headings are channels, rows are contact types, cells are promises.

use std::collections::BTreeMap;

use crate::notation::{self, Clause};
use crate::policy::{CellIndex, ChannelSet, ContactTypeId, Policy, Promise};
use crate::source::{Sink, Span, Spanned};
use crate::strategy::components::service_levels::table::{CellSyntax, TableSyntax, below};
use crate::strategy::errors;
use crate::strategy::names::{NameKind, Names};
use crate::strategy::written::Written;

/// The most promises that one strategy may have; their numbers are 16 bits wide.
pub(crate) const MOST_PROMISES: usize = 60_000;

/// A cell as meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CellModel {
    /// Nothing written: a gap.
    Blank,
    /// Something that has no meaning, which has been reported.
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
    /// Where it stands, in words: `service levels`, then the key where that is `for …` or `in …`.
    pub path: Vec<String>,
    /// The columns whose heading has a meaning.
    pub columns: Vec<(Written, ChannelSet)>,
    /// The rows whose name has a meaning, with the cells of these columns.
    pub rows: Vec<(Written, ContactTypeId, Vec<Spanned<CellModel>>)>,
    /// The table as written, with the columns and rows that have no meaning.
    pub written: TableSyntax,
    /// Where the table stands.
    pub span: Span,
    /// Whether a heading or a row is missing because it has no meaning, so that a gap may only follow from that.
    pub incomplete: bool,
}

impl TableModel {
    /// The place of a cell, in words.
    #[must_use]
    pub fn cell_path(&self, row: &str, column: &str) -> Vec<String> {
        below(&self.path, &[row, column])
    }

    /// Where its cells stand for the channels of what runs.
    #[must_use]
    pub fn index(&self, policy: &Policy) -> CellIndex {
        let columns = self.columns.iter().map(|(_, set)| *set);
        CellIndex::new(policy, columns, self.rows.iter().map(|(_, contact_type, _)| *contact_type))
    }

    /// The cell at a row and column, unless it is blank.
    #[must_use]
    pub fn cell_at(&self, row: usize, column: usize) -> Option<&Spanned<CellModel>> {
        let (_, _, cells) = self.rows.get(row)?;
        cells.get(column).filter(|cell| cell.value != CellModel::Blank)
    }
}

/// Gives headings and rows their meaning; the cells of those that have none are left out. `promises` counts the
/// promises of all tables.
pub(crate) fn resolve(syntax: &TableSyntax, names: &Names, promises: &mut usize, sink: &mut Sink) -> TableModel {
    let mut table = TableModel {
        path: syntax.path.clone(),
        span: syntax.span,
        incomplete: syntax.incomplete,
        written: syntax.clone(),
        ..TableModel::default()
    };
    let kept = resolve_columns(syntax, names, &mut table, sink);
    let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
    for row in &syntax.rows {
        if names.is_row_gone(&row.name.spanned()) {
            continue;
        }
        let Some(number) = resolve_row(&row.name, &syntax.path, &mut seen, names, sink) else {
            table.incomplete = true;
            continue;
        };
        let mut cells = Vec::new();
        for (at, (heading, set)) in kept.iter().zip(&table.columns) {
            let Some(cell) = row.cells.get(*at) else { continue };
            let place = || below(&syntax.path, &[&row.name.text, &heading.text]);
            let mut model = meant(cell);
            if model == CellModel::Always && people_answer(*set, names) {
                sink.push(errors::always_with_people(&heading.text, cell.text.span).path(place()));
            }
            if matches!(model, CellModel::Promise(_)) {
                *promises += 1;
                if *promises == MOST_PROMISES + 1 {
                    sink.push(errors::too_many_promises(MOST_PROMISES, cell.text.span).path(place()));
                }
                if *promises > MOST_PROMISES {
                    model = CellModel::Unreadable;
                }
            }
            cells.push(Spanned::new(model, cell.text.span));
        }
        table.rows.push((row.name.clone(), ContactTypeId(number), cells));
    }
    table
}

/// Adds the columns that have a meaning, and answers their positions as written.
fn resolve_columns(syntax: &TableSyntax, names: &Names, table: &mut TableModel, sink: &mut Sink) -> Vec<usize> {
    let mut kept = Vec::new();
    let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
    for (at, column) in syntax.columns.iter().enumerate() {
        let path = || below(&syntax.path, &[&column.text]);
        if names.is_column_gone(&column.spanned()) {
            continue;
        }
        let set = if column.text.is_empty() {
            sink.push(errors::heading_missing(column.span).path(path()));
            None
        } else if let Some(first) = seen.get(column.text.as_str()) {
            sink.push(errors::given_twice(&column.text, "column", column.span, *first).path(path()));
            None
        } else {
            seen.insert(&column.text, column.span);
            at_path(path, sink, |sink| names.find_channels(&column.spanned(), sink))
        };
        match set {
            Some(set) => {
                table.columns.push((column.clone(), set));
                kept.push(at);
            }
            None => table.incomplete = true,
        }
    }
    kept
}

/// The contact type of a row.
fn resolve_row<'s>(
    name: &'s Written,
    path: &[String],
    seen: &mut BTreeMap<&'s str, Span>,
    names: &Names,
    sink: &mut Sink,
) -> Option<u16> {
    let path = || below(path, &[&name.text]);
    if name.text.is_empty() {
        sink.push(errors::row_without_name(name.span).path(path()));
        return None;
    }
    if let Some(first) = seen.get(name.text.as_str()) {
        sink.push(errors::given_twice(&name.text, "row", name.span, *first).path(path()));
        return None;
    }
    seen.insert(&name.text, name.span);
    at_path(path, sink, |sink| names.find(NameKind::ContactType, &name.spanned(), sink))
}

/// Findings about parts of a table say where they are themselves: to the tree a table is one text.
fn at_path<T>(path: impl Fn() -> Vec<String>, sink: &mut Sink, find: impl FnOnce(&mut Sink) -> T) -> T {
    let mut inner = Sink::new();
    let found = find(&mut inner);
    for finding in inner.so_far() {
        sink.push(finding.clone().path(path()));
    }
    for _ in 0..inner.withheld() {
        sink.withhold();
    }
    found
}

/// Whether some channel of the set is answered by people, as far as the kinds are known.
fn people_answer(set: ChannelSet, names: &Names) -> bool {
    match set {
        ChannelSet::One(channel) => names.kind_of(channel).is_some_and(|kind| !kind.unassisted()),
        ChannelSet::Kind(kind) => !kind.unassisted(),
        ChannelSet::Family(_) => true,
    }
}

fn meant(cell: &CellSyntax) -> CellModel {
    match &cell.promise {
        _ if cell.uncertain => CellModel::Unreadable,
        None if cell.text.text.is_empty() => CellModel::Blank,
        None => CellModel::Unreadable,
        Some(promise) => match promise.value.clauses.first().map(|clause| &clause.value) {
            Some(Clause::Always) => CellModel::Always,
            Some(Clause::NoPromise) => CellModel::NoPromise,
            Some(Clause::NotOffered) => CellModel::NotOffered,
            Some(
                Clause::Point { .. }
                | Clause::Average(_)
                | Clause::Abandoned { .. }
                | Clause::Busy { .. }
                | Clause::Over { .. },
            )
            | None => CellModel::Promise(promise_as_run(&promise.value, &cell.text.text)),
        },
    }
}

/// A promise as it runs.
#[must_use]
pub(crate) fn promise_as_run(promise: &notation::Promise, written: &str) -> Promise {
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
