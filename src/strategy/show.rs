//! What holds where nothing was written, and the whole strategy with the origin of every line.

use std::fmt::Write as _;

use crate::source::Sources;
use crate::strategy::field::{Field, Key, Shape};
use crate::strategy::header;
use crate::strategy::merge::Merged;
use crate::strategy::tables::tables;
use crate::yaml::{Entry, Node, Style, Value};

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

/// All files as one: included and overlaid, each line with the file and line that it came from.
#[must_use]
pub fn show_result(merged: &Merged, sources: &Sources) -> String {
    let mut out = String::new();
    for entry in &merged.entries {
        if !matches!(entry.key.text.as_str(), "include" | "based on") {
            show(&mut out, entry, 0, sources);
        }
    }
    out
}

fn show(out: &mut String, entry: &Entry, depth: usize, sources: &Sources) {
    let indent = "  ".repeat(depth);
    let key = written(&entry.key.text, entry.key.style);
    let origin = format!("{}:{}", sources.name(entry.key.span), sources.start(entry.key.span).line);
    let line = |value: &str| {
        let text = format!("{indent}{key}:{}{value}", if value.is_empty() { "" } else { " " });
        format!("{text:<70}  # {origin}\n")
    };
    match &entry.value.value {
        Value::Empty => out.push_str(&line("")),
        Value::Scalar(scalar) if matches!(scalar.style, Style::Literal | Style::Folded) => {
            let mark = if scalar.style == Style::Literal { "|" } else { ">" };
            out.push_str(&line(mark));
            for text in scalar.text.lines() {
                let _ = writeln!(out, "{indent}  {text}");
            }
        }
        Value::Scalar(scalar) => out.push_str(&line(&written(&scalar.text, scalar.style))),
        Value::Sequence(items) => {
            out.push_str(&line(""));
            for item in items.iter().filter_map(Node::scalar) {
                let _ = writeln!(out, "{indent}  - {}", written(&item.text, item.style));
            }
        }
        Value::Mapping(entries) => {
            out.push_str(&line(""));
            for entry in entries {
                show(out, entry, depth + 1, sources);
            }
        }
    }
}

/// A value as it stands in a file, quoted where it was.
fn written(text: &str, style: Style) -> String {
    match style {
        Style::Plain | Style::Literal | Style::Folded => text.to_owned(),
        Style::SingleQuoted => format!("'{}'", text.replace('\'', "''")),
        Style::DoubleQuoted => {
            format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n"))
        }
    }
}
