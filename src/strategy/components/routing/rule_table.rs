//! Rules as a table: each row becomes what the same rule would be with its keys below its name.

use std::collections::BTreeSet;

use crate::notation::{self, Passage};
use crate::source::{Diagnostic, Excerpt, Sink, Span};
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
        if sink.has_enough_of("pasted-characters") {
            sink.withhold();
            continue;
        }
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
    // Below such a heading stand no names, so the same words may come again.
    let nameless = tested(names).is_some();
    if nameless {
        sink.push(errors::no_names_of_rules(&names.text, names.span));
    } else if names.text != NAMES {
        sink.push(errors::first_heading_of_rules(&Written::from(names.clone()), NAMES));
    }
    let has_meaning = |column: &Passage| marks.contains(&column.text.as_str()) || has_meaning(column);
    check_columns(columns, marks, sink);
    report_tests(columns, &reading.table.rows, sink);
    let is_read = |column: &Passage| has_meaning(column) || tested(column).is_some();
    let mut rows = Rows { rules: Vec::new(), lost_column: nameless || !columns.iter().all(is_read) };
    let mut seen = BTreeSet::new();
    for row in &reading.table.rows {
        let Some((name, cells)) = row.cells.split_first() else { continue };
        if name.is_empty() {
            sink.push(errors::unnamed_row(row.span));
            continue;
        }
        if nameless && !seen.insert(name.text.as_str()) {
            sink.withhold();
            continue;
        }
        let says =
            |(column, cell): &(&Passage, &Passage)| has_meaning(column) && !matches!(cell.text.as_str(), "" | "-");
        let filled = columns.iter().zip(cells).filter(says);
        let mut keys: Vec<Entry> = filled.map(|(column, cell)| line(column, cell)).collect();
        if let Some(when) = condition(columns, cells) {
            keys.retain(|key| key.key.text != WHEN);
            keys.push(when);
        }
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

/// The key of a rule that says which contacts it fits.
const WHEN: &str = "when";

/// The field of a condition that a column is named like, which would stand under `when`.
fn tested(column: &Passage) -> Option<&'static str> {
    let fields = [
        ("contact type", "contact type"),
        ("contact types", "contact type"),
        ("type of contact", "contact type"),
        ("type", "contact type"),
        ("channel", "channel"),
        ("channels", "channel"),
        ("customer", "customer"),
        ("customers", "customer"),
        ("segment", "customer"),
        ("language", "language"),
        ("languages", "language"),
        ("day", "day"),
        ("days", "day"),
    ];
    let written = column.text.to_lowercase();
    fields.into_iter().find(|(words, _)| *words == written).map(|(_, field)| field)
}

/// What the cells of a row ask for in columns that are named like fields, as the language writes it.
fn tests(columns: &[Passage], cells: &[Passage]) -> Vec<(String, Span)> {
    let pairs = columns.iter().zip(cells);
    let asked = pairs.filter_map(|(column, cell)| Some((tested(column)?, cell)));
    let takes_all = |cell: &str| matches!(cell.to_lowercase().as_str(), "" | "-" | "*" | "all" | "any" | "every");
    let asked = asked.filter(|(_, cell)| !takes_all(&cell.text));
    asked.map(|(field, cell)| (format!("{field} is {}", cell.text), cell.span)).collect()
}

/// The condition of a row with such cells, and that of its column `when`.
fn condition(columns: &[Passage], cells: &[Passage]) -> Option<Entry> {
    let tests = tests(columns, cells);
    let span = tests.iter().map(|(_, span)| *span).reduce(Span::to)?;
    let column = columns.iter().find(|column| tested(column).is_some())?;
    let written = columns.iter().zip(cells).find(|(column, cell)| column.text == WHEN && !cell.is_empty());
    let all = written.map(|(_, cell)| cell.text.clone()).into_iter().chain(tests.into_iter().map(|(test, _)| test));
    let text = all.collect::<Vec<_>>().join(" and ");
    let scalar = Scalar::part(Excerpt { text: &text, span, exact: false });
    let key = Scalar::part(Excerpt { text: WHEN, span: column.span, exact: false });
    Some(Entry { key, value: Node { span, value: Value::Scalar(scalar) }, merged: false })
}

/// Reports columns that are named like fields, once, with the condition of the first row that has one.
fn report_tests(columns: &[Passage], rows: &[notation::Row], sink: &mut Sink) {
    let named: Vec<&Passage> = columns.iter().filter(|column| tested(column).is_some()).collect();
    let Some(first) = named.first() else { return };
    let example = rows.iter().find_map(|row| {
        let (_, cells) = row.cells.split_first()?;
        condition(columns, cells)?.value.scalar().map(|scalar| scalar.text.clone())
    });
    let headings: Vec<&str> = named.iter().map(|column| column.text.as_str()).collect();
    sink.push(errors::tests_as_headings(&headings, example.as_deref(), first.span));
}

/// Reports columns that are named like no key, or twice, whatever their cells hold.
fn check_columns(columns: &[Passage], marks: &[&str], sink: &mut Sink) {
    let said =
        |column: &&Passage| !is_reason(column) && !marks.contains(&column.text.as_str()) && tested(column).is_none();
    let lines: Vec<Entry> = columns.iter().filter(said).map(|column| line(column, column)).collect();
    reader::sort(&lines, "a rule", RULE, sink);
}

/// A key and its value.
fn line(key: &Passage, value: &Passage) -> Entry {
    let scalar = Scalar::part(value.excerpt());
    let value = Node { span: scalar.span, value: Value::Scalar(scalar) };
    Entry { key: Scalar::part(key.excerpt()), value, merged: false }
}
