//! What holds where nothing was written, and the whole strategy with the origin of every line.

use std::fmt::Write as _;

use crate::source::{Sink, Sources, Span};
use crate::strategy::components::service_levels::{TableSyntax, read_table};
use crate::strategy::field::{Field, Key, Shape};
use crate::strategy::header;
use crate::strategy::merge::Merged;
use crate::strategy::names::Names;
use crate::strategy::tables::tables;
use crate::yaml::{Entry, Node, Scalar, Style, Value};

/// Every default that applies, as lines `path: value`, in the order of the strategy.
#[must_use]
pub fn show_defaults(merged: &Merged) -> String {
    let mut out = String::from("# What holds where nothing is written.\n");
    defaults(&mut out, &merged.entries, header::FIELDS, "");
    for table in tables() {
        if let Some(entry) = merged.entries.iter().find(|entry| entry.key.text == table.key) {
            below(&mut out, entry, table.fields, &entry.key.text);
        }
    }
    out
}

fn below(out: &mut String, entry: &Entry, fields: &[Field], path: &str) {
    match &entry.value.value {
        Value::Mapping(entries) => defaults(out, entries, fields, path),
        Value::Empty => defaults(out, &[], fields, path),
        Value::Scalar(_) | Value::Sequence(_) => {}
    }
}

fn defaults(out: &mut String, entries: &[Entry], fields: &[Field], path: &str) {
    let place = |key: &str| if path.is_empty() { key.to_owned() } else { format!("{path} › {key}") };
    for field in fields {
        if let (Key::Word(word), Some(default)) = (field.key, field.default)
            && !entries.iter().any(|entry| entry.key.text == word)
        {
            let _ = writeln!(out, "{}: {default}", place(word));
        }
    }
    for entry in entries {
        let words = fields.iter().find(|field| !matches!(field.key, Key::Name(_)) && field.fits(&entry.key.text));
        let field = words.or_else(|| fields.iter().find(|field| matches!(field.key, Key::Name(_))));
        if let Some(Shape::Keys(inner) | Shape::KeysOr(inner, _) | Shape::KeysOrNothing(inner)) =
            field.map(|field| field.shape)
        {
            below(out, entry, inner, &place(&entry.key.text));
        }
    }
}

/// What is known of the files beside their entries.
#[derive(Clone, Copy)]
struct Known<'a> {
    sources: &'a Sources,
    names: &'a Names,
    /// Whether tables are of promises, whose rows and columns go with what they speak of.
    promises: bool,
}

/// All files as one: included and overlaid, each line with the file and line that it came from.
#[must_use]
pub fn show_result(merged: &Merged, sources: &Sources, names: &Names) -> String {
    let mut out = String::new();
    let said = |entry: &&Entry| !matches!(entry.key.text.as_str(), "include" | "based on");
    let at_top = |entry: &&Entry| header::FIELDS.iter().any(|field| field.fits(&entry.key.text));
    let (top, sections): (Vec<&Entry>, Vec<&Entry>) = merged.entries.iter().filter(said).partition(at_top);
    for entry in top.into_iter().chain(sections) {
        let promises = entry.key.text == "service levels";
        show(&mut out, entry, 0, Known { sources, names, promises });
    }
    out
}

fn show(out: &mut String, entry: &Entry, depth: usize, known: Known<'_>) {
    let sources = known.sources;
    let indent = "  ".repeat(depth);
    let key = written(&entry.key.text, entry.key.style);
    let line = |value: &str, origin: &str| {
        let text = format!("{indent}{key}:{}{value}", if value.is_empty() { "" } else { " " });
        format!("{text:<70}  # {origin}\n")
    };
    let origin = origin(entry.key.span, sources);
    match &entry.value.value {
        Value::Empty => out.push_str(&line("", &origin)),
        Value::Scalar(scalar) if !scalar.layers().is_empty() || known.promises && scalar.style == Style::Literal => {
            let table = read_table(entry, &mut Sink::new());
            match table.map(|table| (without_gone(&table, known.names), table)) {
                Some((left, table)) if !scalar.layers().is_empty() || left != table => {
                    if !left.rows.is_empty() && !left.columns.is_empty() {
                        out.push_str(&line("|", &origin));
                        laid_table(out, &left, &indent, sources);
                    }
                }
                Some(_) | None => lines(out, scalar, &line, &origin, &indent, sources),
            }
        }
        Value::Scalar(scalar) if matches!(scalar.style, Style::Literal | Style::Folded) => {
            lines(out, scalar, &line, &origin, &indent, sources);
        }
        Value::Scalar(scalar) => {
            out.push_str(&line(&written(&scalar.text, scalar.style), &self::origin(scalar.span, sources)));
        }
        Value::Sequence(items) => {
            out.push_str(&line("", &origin));
            for item in items.iter().filter_map(Node::scalar) {
                let text = format!("{indent}  - {}", written(&item.text, item.style));
                let _ = writeln!(out, "{text:<70}  # {}", self::origin(item.span, sources));
            }
        }
        Value::Mapping(entries) => {
            out.push_str(&line("", &origin));
            for entry in entries {
                show(out, entry, depth + 1, known);
            }
        }
    }
}

/// A text of several lines, as it stands in its file.
fn lines(
    out: &mut String,
    scalar: &Scalar,
    line: &dyn Fn(&str, &str) -> String,
    origin: &str,
    indent: &str,
    sources: &Sources,
) {
    let mark = if scalar.style == Style::Literal { "|" } else { ">" };
    let last = sources.end(scalar.span).line;
    out.push_str(&line(mark, &format!("{origin}-{last}")));
    for text in scalar.text.lines() {
        let _ = writeln!(out, "{indent}  {text}");
    }
}

/// A table of promises without the rows and columns for what an overlay took away.
fn without_gone(table: &TableSyntax, names: &Names) -> TableSyntax {
    let mut left = table.clone();
    let kept: Vec<bool> = table.columns.iter().map(|column| !names.is_column_gone(&column.spanned())).collect();
    let mut keep = kept.iter();
    left.columns.retain(|_| keep.next().copied().unwrap_or(true));
    left.rows.retain(|row| !names.is_row_gone(&row.name.spanned()));
    for row in &mut left.rows {
        let mut keep = kept.iter();
        row.cells.retain(|_| keep.next().copied().unwrap_or(true));
    }
    left
}

fn origin(span: Span, sources: &Sources) -> String {
    format!("{}:{}", sources.name(span), sources.start(span).line)
}

/// A table of several files. Its lines can hold no origin themselves, so each row is followed up below the table: where
/// the row is from, and those of its cells that are from elsewhere.
fn laid_table(out: &mut String, table: &TableSyntax, indent: &str, sources: &Sources) {
    let cell = |text: &str| text.replace('|', "\\|");
    let headings = std::iter::once("contact type").chain(table.columns.iter().map(|column| column.text.as_str()));
    let mut lines: Vec<Vec<String>> = vec![headings.map(cell).collect()];
    for row in &table.rows {
        let cells = row.cells.iter().map(|one| cell(&one.text.text));
        lines.push(std::iter::once(cell(&row.name.text)).chain(cells).collect());
    }
    let width = |at: usize| lines.iter().filter_map(|line| line.get(at)).map(|cell| cell.chars().count()).max();
    let widths: Vec<usize> = (0..=table.columns.len()).map(|at| width(at).unwrap_or(0).max(3)).collect();
    for (at, line) in lines.iter().enumerate() {
        let padded = |(width, at): (&usize, usize)| format!(" {:<width$} ", line.get(at).map_or("", String::as_str));
        let cells: Vec<String> = widths.iter().zip(0..).map(padded).collect();
        let _ = writeln!(out, "{indent}  |{}|", cells.join("|"));
        if at == 0 {
            let dashes: Vec<String> = widths.iter().map(|width| "-".repeat(width + 2)).collect();
            let _ = writeln!(out, "{indent}  |{}|", dashes.join("|"));
        }
    }
    let first = table.columns.first().map(|column| origin(column.span, sources));
    let headings = table.columns.iter().map(|column| (column.text.as_str(), origin(column.span, sources)));
    let _ = writeln!(out, "{indent}# headings: {}", follow_up(first.unwrap_or_default(), headings));
    for row in &table.rows {
        let cells = table.columns.iter().zip(&row.cells).filter(|(_, cell)| !cell.text.text.is_empty());
        let cells = cells.map(|(column, cell)| (column.text.as_str(), origin(cell.text.span, sources)));
        let _ = writeln!(out, "{indent}# {}: {}", row.name.text, follow_up(origin(row.name.span, sources), cells));
    }
}

/// Where a line is from, and which of its parts are from elsewhere.
fn follow_up<'n>(own: String, parts: impl Iterator<Item = (&'n str, String)>) -> String {
    let elsewhere = parts.filter(|(_, origin)| *origin != own).map(|(name, origin)| format!("; {name} {origin}"));
    let elsewhere: String = elsewhere.collect();
    own + &elsewhere
}

/// A name or a value as it stands in a file, quoted where it would not be read the same without.
#[must_use]
pub fn as_written(text: &str) -> String {
    written(text, Style::Plain)
}

/// A value as it stands in a file, quoted where it was, or where it would not be read the same without.
fn written(text: &str, style: Style) -> String {
    let lines = text.contains(['\n', '\r', '\t']);
    let plain = matches!(style, Style::Plain | Style::Literal | Style::Folded);
    if style == Style::DoubleQuoted || lines {
        let text = text.replace('\\', "\\\\").replace('"', "\\\"");
        let text = text.replace('\n', "\\n").replace('\r', "\\r").replace('\t', "\\t");
        return format!("\"{text}\"");
    }
    if plain && !needs_quotes(text) {
        return text.to_owned();
    }
    format!("'{}'", text.replace('\'', "''"))
}

/// Whether a text would be read as something else without quotes. What was written without any needs none; a cell of a
/// table that became a line may.
fn needs_quotes(text: &str) -> bool {
    let starts = text.starts_with(['#', '&', '*', '!', '|', '>', '\'', '"', '%', '@', '`', '[', ']', '{', '}', ',']);
    let begins = ["- ", "? ", ": "].iter().any(|begins| text.starts_with(begins));
    starts
        || begins
        || matches!(text, "" | "-" | "?")
        || text.contains(": ")
        || text.contains(" #")
        || text.ends_with(':')
}
