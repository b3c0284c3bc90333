//! A table of an overlay laid over that of its base, cell by cell; each cell keeps the place at which it was written.

use std::collections::BTreeMap;

use crate::source::{Sink, Span};
use crate::strategy::components::service_levels::table::{self, CellSyntax, RowSyntax, TableSyntax, below};
use crate::strategy::components::service_levels::table_model::MOST_PROMISES;
use crate::strategy::errors;
use crate::strategy::written::Written;
use crate::yaml::{Entry, Scalar};

/// The most cells of tables that are laid upon each other: a narrow long one and a wide short one would make a huge one.
const MOST_CELLS: usize = 1_000_000;

/// Reads a table with all that are laid over it; none where something else stands in its place, which is reported.
pub(crate) fn read(entry: &Entry, sink: &mut Sink) -> Option<TableSyntax> {
    let mut read = table::read(entry, sink)?;
    for layer in entry.value.scalar().map_or(&[] as &[Scalar], Scalar::layers) {
        let over = table::read_layer(&read, layer, sink);
        lay(&mut read, over, sink);
    }
    Some(read)
}

/// Lays a table over another one: rows by contact type, columns by heading. A blank cell stays as it is below; rows and
/// columns that are new stand behind the others.
fn lay(table: &mut TableSyntax, over: TableSyntax, sink: &mut Sink) {
    let path = table.path.clone();
    let (height, width) = (table.rows.len() + over.rows.len(), table.columns.len() + over.columns.len());
    if height.saturating_mul(width) > MOST_CELLS {
        sink.push(errors::too_many_promises(MOST_PROMISES, over.span).path(path));
        table.incomplete = true;
        return;
    }
    let columns = places(table.columns.iter());
    let mut twice = Twice { what: "column", path: &path, seen: BTreeMap::new() };
    let mut into = Vec::new();
    for heading in over.columns {
        if twice.is(&heading, sink) {
            into.push(None);
            continue;
        }
        let known = columns.get(&heading.text).copied().filter(|_| !heading.text.is_empty());
        into.push(Some(known.unwrap_or_else(|| {
            table.columns.push(heading);
            table.columns.len() - 1
        })));
    }
    let rows = places(table.rows.iter().map(|row| &row.name));
    let mut twice = Twice { what: "row", path: &path, seen: BTreeMap::new() };
    for row in over.rows {
        if twice.is(&row.name, sink) {
            continue;
        }
        let known = rows.get(&row.name.text).copied().filter(|_| !row.name.text.is_empty());
        let at = known.unwrap_or_else(|| {
            table.rows.push(RowSyntax { name: row.name.clone(), cells: Vec::new() });
            table.rows.len() - 1
        });
        if let Some(known) = table.rows.get_mut(at) {
            lay_row(known, row, &into);
        }
    }
    let width = table.columns.len();
    for row in &mut table.rows {
        let name = Written { text: String::new(), ..row.name.clone() };
        row.cells.resize(width, CellSyntax { text: name, promise: None, uncertain: false });
    }
    table.incomplete |= over.incomplete;
}

/// Lays the cells of a row; `into` says for each of them below which column of the base it stands.
fn lay_row(known: &mut RowSyntax, over: RowSyntax, into: &[Option<usize>]) {
    for (cell, at) in over.cells.into_iter().zip(into) {
        let Some(at) = *at else { continue };
        if known.cells.len() <= at {
            let blank = Written { text: String::new(), ..known.name.clone() };
            known.cells.resize(at + 1, CellSyntax { text: blank, promise: None, uncertain: false });
        }
        let Some(below) = known.cells.get_mut(at) else { continue };
        if !cell.text.text.is_empty() {
            *below = cell;
        } else if cell.uncertain {
            below.uncertain = true;
        } else if below.text.text.is_empty() {
            below.text = cell.text;
        }
    }
}

fn places<'w>(names: impl Iterator<Item = &'w Written>) -> BTreeMap<String, usize> {
    let mut places = BTreeMap::new();
    for (at, name) in names.enumerate() {
        places.entry(name.text.clone()).or_insert(at);
    }
    places
}

/// Names that stand twice in one and the same table; the first one counts.
struct Twice<'p> {
    what: &'static str,
    path: &'p [String],
    seen: BTreeMap<String, Span>,
}

impl Twice<'_> {
    /// Whether the name was there before, which is reported.
    fn is(&mut self, name: &Written, sink: &mut Sink) -> bool {
        let Some(first) = self.seen.get(&name.text).copied() else {
            self.seen.insert(name.text.clone(), name.span);
            return false;
        };
        if name.text.is_empty() {
            sink.withhold();
        } else {
            let finding = errors::given_twice(&name.text, self.what, name.span, first);
            sink.push(finding.path(below(self.path, &[&name.text])));
        }
        true
    }
}
