//! A table of promises as written: headings, rows, and each cell read at its own place.

use std::collections::BTreeMap;

use crate::notation::{self, Passage, TableFaultKind};
use crate::source::{Excerpt, Sink, Span, Spanned};
use crate::strategy::components::service_levels::ladder;
use crate::strategy::errors;
use crate::strategy::written::Written;
use crate::yaml::{Entry, Scalar, Style, Value};

/// A cell as written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CellSyntax {
    /// The text; empty for a blank cell.
    pub text: Written,
    /// The promise, where it could be read.
    pub promise: Option<Spanned<notation::Promise>>,
    /// Whether the row has too few or too many cells, so that nobody knows which column this one belongs to.
    pub uncertain: bool,
}

/// A row as written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RowSyntax {
    /// The contact type.
    pub name: Written,
    /// One cell a column.
    pub cells: Vec<CellSyntax>,
}

/// A table as written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TableSyntax {
    /// Where it stands, in words: `service levels`, then the key where that is `for …` or `in …`.
    pub path: Vec<String>,
    /// The headings after the first one.
    pub columns: Vec<Written>,
    /// The rows, in the order written.
    pub rows: Vec<RowSyntax>,
    /// Where the table stands.
    pub span: Span,
    /// Whether some line of it could not be read.
    pub incomplete: bool,
}

impl TableSyntax {
    /// The place of something in the table, in words.
    fn place(&self, parts: &[&str]) -> Vec<String> {
        below(&self.path, parts)
    }
}

/// A path with more parts at its end; parts without words are left out.
pub(crate) fn below(path: &[String], parts: &[&str]) -> Vec<String> {
    let parts = parts.iter().filter(|part| !part.is_empty()).map(|part| (*part).to_owned());
    path.iter().cloned().chain(parts).collect()
}

/// Reads a table from a `|` value, without those that are laid over it; none where something else stands in its place, which is reported.
pub(crate) fn read(entry: &Entry, sink: &mut Sink) -> Option<TableSyntax> {
    let key = entry.key.text.as_str();
    let scalar = match &entry.value.value {
        Value::Scalar(scalar) => scalar,
        Value::Empty => {
            sink.push(errors::empty_value(key, entry.key.span));
            return None;
        }
        Value::Mapping(_) | Value::Sequence(_) => {
            sink.push(errors::table_wanted(key, entry.value.span));
            return None;
        }
    };
    if !is_table(scalar) {
        sink.push(errors::table_wanted(key, entry.value.span));
        return None;
    }
    let mut table = TableSyntax { span: entry.value.span, ..TableSyntax::default() };
    table.path.push("service levels".to_owned());
    if !matches!(key, "service levels" | "promises") {
        table.path.push(key.to_owned());
    }
    read_lines(&mut table, &scalar.lines(), sink);
    Some(table)
}

/// Reads a table that is laid over another one.
pub(crate) fn read_layer(below: &TableSyntax, layer: &Scalar, sink: &mut Sink) -> TableSyntax {
    let mut table = TableSyntax { span: layer.span, path: below.path.clone(), ..TableSyntax::default() };
    read_lines(&mut table, &layer.lines(), sink);
    table
}

/// Whether a text has the lines of a table: its own lines (as after `|`), with upright lines in them.
fn is_table(scalar: &Scalar) -> bool {
    scalar.style == Style::Literal && scalar.text.contains('|')
}

fn read_lines(table: &mut TableSyntax, lines: &[Excerpt<'_>], sink: &mut Sink) {
    let reading = notation::table(lines);
    for cell in &reading.pasted {
        if sink.has_enough_of("pasted-characters") {
            sink.withhold();
            continue;
        }
        sink.push(errors::pasted_cell(cell).path(table.place(&[&cell.row, &cell.column])));
    }
    let mut headings = reading.table.headings.iter().map(written);
    if let Some(first) = headings.next().filter(|first| first.text != "contact type") {
        sink.push(errors::first_heading(&first).path(table.path.clone()));
    }
    table.columns = headings.collect();
    // Rows with cells too few or too many: by their place, how many of their cells were written.
    let mut ragged: BTreeMap<Span, usize> = BTreeMap::new();
    let mut long: Vec<Vec<Passage>> = Vec::new();
    for fault in &reading.faults {
        let Some(line) = line_at(lines, fault.span) else { continue };
        // A line read alone is nothing but headings, so these are its cells.
        let cells = notation::table(&[line]).table.headings;
        let row = cells.first().map_or("", |cell| cell.text.as_str());
        table.incomplete = true;
        sink.push(errors::table_fault(fault, row).path(table.place(&[row])));
        match fault.kind {
            TableFaultKind::Ragged { headings, cells: count } if count > headings => long.push(cells),
            TableFaultKind::Ragged { cells, .. } => {
                ragged.insert(line.span, cells);
            }
            TableFaultKind::NoHeadings
            | TableFaultKind::NoRows
            | TableFaultKind::NoCells
            | TableFaultKind::TooWide { .. }
            | TableFaultKind::TooLong { .. } => {}
        }
    }
    let told = sink.len();
    let mut waiting = Sink::new();
    for row in &reading.table.rows {
        match ragged.get(&row.span) {
            // Which cells there are is not known yet, so what they say waits.
            Some(certain) => read_row(table, &row.cells, *certain, &mut waiting),
            None => read_row(table, &row.cells, row.cells.len(), sink),
        }
    }
    for cells in &long {
        read_row(table, cells, 0, &mut waiting);
    }
    (0..waiting.len()).for_each(|_| sink.withhold());
    // A cell that cannot be read is told once, and not for its dash too.
    let misread: Vec<Span> = sink.so_far().get(told..).unwrap_or(&[]).iter().map(|finding| finding.primary).collect();
    for cell in reading.pasted.iter().filter(|cell| misread.contains(&cell.span)) {
        sink.retract("pasted-characters", cell.span);
    }
    table.rows.sort_by_key(|row| row.name.span.start);
}

/// The line that holds the place.
fn line_at<'l>(lines: &[Excerpt<'l>], span: Span) -> Option<Excerpt<'l>> {
    let begun = lines.get(..lines.partition_point(|line| line.span.start <= span.start))?;
    begun.last().copied()
}

fn written(passage: &Passage) -> Written {
    Written::from(passage.excerpt())
}

/// Adds a row; its cells from the one numbered `certain` on stand below a column that nobody knows.
fn read_row(table: &mut TableSyntax, cells: &[Passage], certain: usize, sink: &mut Sink) {
    let Some((name, cells)) = cells.split_first() else { return };
    let name = written(name);
    let mut row = Vec::new();
    for (at, (column, cell)) in table.columns.iter().zip(cells).enumerate() {
        let text = written(cell);
        let uncertain = at + 1 >= certain;
        let promise = if text.text.is_empty() {
            None
        } else {
            let place = || table.place(&[&name.text, if uncertain { "" } else { &column.text }]);
            read_promise(&text, place, sink)
        };
        row.push(CellSyntax { text, promise, uncertain });
    }
    table.rows.push(RowSyntax { name, cells: row });
}

/// Reads a promise and reports what is wrong with it at the place that `path` says.
pub(crate) fn read_promise(
    text: &Written,
    path: impl Fn() -> Vec<String>,
    sink: &mut Sink,
) -> Option<Spanned<notation::Promise>> {
    match notation::promise_each(text.excerpt()) {
        Ok(promise) => {
            if let Some(finding) = ladder::not_rising(&promise.value, text) {
                sink.push(finding.path(path()));
            }
            Some(promise)
        }
        Err(parts) => {
            for finding in errors::misread_parts(&parts, "", text) {
                sink.push(finding.path(path()));
            }
            None
        }
    }
}
