//! Rules as a table: each row becomes what the same rule would be with its keys below its name.

use crate::notation::{self, Passage};
use crate::source::{Diagnostic, Sink};
use crate::strategy::components::routing::keys::RULE;
use crate::strategy::written::Written;
use crate::strategy::{errors, reader};
use crate::yaml::{Entry, Node, Scalar, Style, Value};

/// The heading of the column with the names.
const NAMES: &str = "rule";

/// Whether a text was meant as a table.
pub(super) fn is_table(scalar: &Scalar) -> bool {
    scalar.style == Style::Literal || scalar.text.contains('|')
}

/// The rules of a table, and whether a column of it means nothing.
#[derive(Default)]
pub(super) struct Rows {
    /// Each rule as if it had been written with its keys below its name.
    pub(super) rules: Vec<Entry>,
    /// Whether a column is named like no key, which has been reported; its cells are left out.
    pub(super) lost_column: bool,
}

/// The columns of an overlay that say what is new, what is gone, and where it stands.
const MARKS: [&str; 3] = ["added", "removed", "before"];

/// Reads a table of rules. Blank cells say nothing, and so do dashes.
pub(super) fn rows(entry: &Entry, sink: &mut Sink) -> Rows {
    rows_with(entry, &[], sink)
}

/// The same for an overlay or its base: columns may hold marks.
pub(super) fn marked_rows(entry: &Entry, sink: &mut Sink) -> Rows {
    rows_with(entry, &MARKS, sink)
}

fn rows_with(entry: &Entry, marks: &[&str], sink: &mut Sink) -> Rows {
    let Value::Scalar(scalar) = &entry.value.value else { return Rows::default() };
    let reading = notation::table(&scalar.lines());
    for cell in &reading.pasted {
        let parts = [entry.key.text.clone(), cell.row.clone(), cell.column.clone()];
        let path = parts.into_iter().filter(|part| !part.is_empty());
        sink.push(errors::pasted_cell(cell).path(path));
    }
    for fault in &reading.faults {
        let finding = errors::rule_table_fault(fault);
        // A table with nothing in it has no place of its own.
        let place = if fault.span.start == fault.span.end { entry.key.span } else { fault.span };
        sink.push(Diagnostic { primary: place, ..finding });
    }
    let Some((names, columns)) = reading.table.headings.split_first() else { return Rows::default() };
    if names.text != NAMES {
        sink.push(errors::first_heading_of_rules(&Written::from(names.clone()), NAMES));
    }
    let has_meaning = |column: &Passage| marks.contains(&column.text.as_str()) || has_meaning(column);
    check_columns(columns, marks, sink);
    let mut rows = Rows { rules: Vec::new(), lost_column: !columns.iter().all(has_meaning) };
    for row in &reading.table.rows {
        let Some((name, cells)) = row.cells.split_first() else { continue };
        if name.is_empty() {
            sink.push(errors::unnamed_row(row.span));
            continue;
        }
        let says =
            |(column, cell): &(&Passage, &Passage)| has_meaning(column) && !matches!(cell.text.as_str(), "" | "-");
        let filled = columns.iter().zip(cells).filter(says);
        let keys = filled.map(|(column, cell)| line(column, cell)).collect();
        let value = Node { span: row.span, value: Value::Mapping(keys) };
        rows.rules.push(Entry { key: Scalar::part(name.excerpt()), value, merged: false });
    }
    rows
}

/// Whether a column is named like a key of a rule.
fn has_meaning(column: &Passage) -> bool {
    is_reason(column) || RULE.iter().any(|field| field.fits(&column.text))
}

fn is_reason(column: &Passage) -> bool {
    matches!(column.text.as_str(), "why" | "source")
}

/// Reports columns that are named like no key, or twice, whatever their cells hold.
fn check_columns(columns: &[Passage], marks: &[&str], sink: &mut Sink) {
    let said = |column: &&Passage| !is_reason(column) && !marks.contains(&column.text.as_str());
    let lines: Vec<Entry> = columns.iter().filter(said).map(|column| line(column, column)).collect();
    reader::sort(&lines, "a rule", RULE, sink);
}

/// A key and its value.
fn line(key: &Passage, value: &Passage) -> Entry {
    let scalar = Scalar::part(value.excerpt());
    let value = Node { span: scalar.span, value: Value::Scalar(scalar) };
    Entry { key: Scalar::part(key.excerpt()), value, merged: false }
}
