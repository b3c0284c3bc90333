//! The language reference, made from the tables of keys and the pages of the components.

use std::fmt::Write as _;

use crate::strategy::field::{Field, Key, Shape};
use crate::strategy::header;
use crate::strategy::tables::tables;

/// How several files become one.
const SEVERAL_FILES: &str = include_str!("overlay/several_files.md");

/// The whole reference, as Markdown.
#[must_use]
pub fn reference() -> String {
    let mut out = String::from(
        "<!-- Made from the tables of keys in src/strategy. Do not edit: FRONTDESK_BLESS=1 cargo test -->\n\
         # The strategy language: every key\n\n\
         `why:` and `source:` (`TITLE, ADDRESS, as of DATE`) may stand in any section, directly below it or \
         below any name in it, but not at the top of the file.\n\n\
         A name may not contain `, ` or ` and `: where several names stand on one line or in one sentence, these come \
         between them. Only names of contact types may hold ` and `.\n\n\
         ## At the top\n\n",
    );
    rows(&mut out, header::FIELDS);
    let several_files = SEVERAL_FILES.split_once('\n').map_or("", |(_, rest)| rest);
    let _ = writeln!(out, "## Several files\n\n{}\n", several_files.trim());
    for table in tables() {
        let _ = writeln!(out, "## {}\n", table.key);
        let about = table.about.split_once('\n').map_or("", |(_, rest)| rest).trim();
        let plain = without_examples(about);
        let _ = writeln!(out, "{}\n", plain.trim());
        rows(&mut out, table.fields);
        nested(&mut out, table.fields, table.key);
    }
    let mut text = out.trim_end().to_owned();
    text.push('\n');
    text
}

/// The page of a component without its examples, which the page itself shows.
fn without_examples(page: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for line in page.lines() {
        if line.starts_with("```") {
            inside = !inside;
        } else if !inside {
            out.push_str(line);
            out.push('\n');
        }
    }
    while out.contains("\n\n\n") {
        out = out.replace("\n\n\n", "\n\n");
    }
    out
}

fn rows(out: &mut String, fields: &[Field]) {
    out.push_str("| key | holds | meaning | example |\n| --- | --- | --- | --- |\n");
    // Keys that differ in nothing but their name share a row.
    let alike = |one: &Field, next: &Field| {
        one.about == next.about
            && one.required == next.required
            && one.default == next.default
            && holds(&one.shape) == holds(&next.shape)
            && !matches!(one.shape, Shape::Keys(_) | Shape::KeysOr(..) | Shape::KeysOrNothing(_))
    };
    for group in fields.chunk_by(alike) {
        let Some(field) = group.first() else { continue };
        let required = if field.required { " **Required.**" } else { "" };
        let default = field.default.map_or_else(String::new, |default| format!(" *Default: {default}.*"));
        let example = if field.example.is_empty() { String::new() } else { format!("`{}`", cell(field.example)) };
        let _ = writeln!(
            out,
            "| {} | {} | {}{required}{default} | {example} |",
            group.iter().map(key).collect::<Vec<_>>().join(", "),
            cell(&holds(&field.shape)),
            cell(field.about)
        );
    }
    out.push('\n');
}

fn key(field: &Field) -> String {
    match field.key {
        Key::Word(word) => format!("`{word}`"),
        Key::Phrase { words, then } => format!("`{words} …` ({then})"),
        Key::Name(what) => format!("the name of {what}"),
    }
}

fn holds(shape: &Shape) -> String {
    match shape {
        Shape::Text => "text".to_owned(),
        Shape::List => "values with commas between them".to_owned(),
        Shape::Phrase(what) => (*what).to_owned(),
        Shape::Word(words) => words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", "),
        Shape::Table => "a table".to_owned(),
        Shape::Keys(_) => "more keys".to_owned(),
        Shape::KeysOr(_, other) => format!("{}, or more keys", holds(other)),
        Shape::KeysOrNothing(_) => "more keys, or nothing".to_owned(),
    }
}

fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}

/// The tables below a table, each under its own heading.
fn nested(out: &mut String, fields: &[Field], path: &str) {
    for field in fields {
        let (Shape::Keys(below) | Shape::KeysOr(below, _) | Shape::KeysOrNothing(below)) = field.shape else {
            continue;
        };
        if below.is_empty() {
            continue;
        }
        let title = match field.key {
            Key::Name(what) => format!("{path} › {what}"),
            Key::Word(_) | Key::Phrase { .. } => format!("{path} › {}", field.shown()),
        };
        let _ = writeln!(out, "### {title}\n");
        rows(out, below);
        nested(out, below, &title);
    }
}
