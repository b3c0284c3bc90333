//! Every key is printed in the document: none is accepted and dropped, and neither is a reason or a source at any level.

use std::fmt::Write as _;

use frontdesk::compilation::Compilation;
use frontdesk::strategy::{Field, Key, Shape, header, tables};

use crate::support::compile_text;

/// Which of the two forms a value takes that may be keys or one text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Keys,
    OneValue,
}

/// A strategy that uses every key, and what has to be found in its document.
struct Writer {
    form: Form,
    text: String,
    /// The unique words, each with the keys above it.
    marked: Vec<(String, Vec<String>)>,
    /// The other values, each with the keys above it.
    said: Vec<(String, Vec<String>)>,
    owners: u32,
}

impl Writer {
    fn mark(&mut self, path: &[String]) -> String {
        let word = format!("Mark{:04}", self.marked.len());
        self.marked.push((word.clone(), path.to_vec()));
        word
    }

    fn line(&mut self, depth: usize, key: &str, value: &str) {
        let _ = writeln!(self.text, "{}{key}:{}{value}", "  ".repeat(depth), if value.is_empty() { "" } else { " " });
    }

    /// All keys of a table, then why and source.
    fn keys(&mut self, fields: &'static [Field], path: &[String]) {
        for field in fields {
            let key = match field.key {
                Key::Word(word) => word.to_owned(),
                Key::Phrase { words, then } => format!("{words} {}", sample(then)),
                Key::Name(what) => sample(what).to_owned(),
            };
            let path = [path, std::slice::from_ref(&key)].concat();
            self.value(field, &key, &path);
        }
        let own = |word| fields.iter().any(|field| field.key == Key::Word(word));
        if !own("why") {
            let path = [path, &["why".to_owned()]].concat();
            let word = self.mark(&path);
            self.line(path.len() - 1, "why", &format!("{word} is the reason"));
        }
        if !own("source") {
            let path = [path, &["source".to_owned()]].concat();
            let word = self.mark(&path);
            let value = format!("{word} handbook, https://acorn.example/handbook, as of 2026-10-01");
            self.line(path.len() - 1, "source", &value);
        }
    }

    fn value(&mut self, field: &'static Field, key: &str, path: &[String]) {
        let depth = path.len() - 1;
        match &field.shape {
            Shape::Keys(fields) | Shape::KeysOrNothing(fields) => {
                self.line(depth, key, "");
                self.keys(fields, path);
            }
            Shape::KeysOr(fields, _) if self.form == Form::Keys => {
                self.line(depth, key, "");
                self.keys(fields, path);
            }
            Shape::KeysOr(_, shape) => self.one_value(shape, field.example, key, path),
            shape @ (Shape::Text | Shape::List | Shape::Phrase(_) | Shape::Word(_) | Shape::Table) => {
                self.one_value(shape, field.example, key, path);
            }
        }
    }

    /// A free text gets a word of its own; every other value is the one of the table of keys, which has a meaning.
    fn one_value(&mut self, shape: &Shape, example: &str, key: &str, path: &[String]) {
        let depth = path.len() - 1;
        match shape {
            Shape::Text if is_free(path) => {
                let word = self.mark(path);
                self.line(depth, key, &format!("{word} in our words"));
            }
            Shape::Word(words) => self.line(depth, key, words.first().unwrap()),
            Shape::Table => {
                self.line(depth, key, "|");
                let pad = "  ".repeat(depth + 1);
                let (head, row) = match path.first().map(String::as_str) {
                    Some("routing") => ("| rule | send to |", "| Everything | Social team |"),
                    _ => ("| contact type | phone |", "| Order help | 80% in 20 s |"),
                };
                let _ = writeln!(self.text, "{pad}{head}\n{pad}{row}");
            }
            Shape::Text | Shape::List | Shape::Phrase(_) if path.first().is_some_and(|part| part == "owners") => {
                // Who keeps a part current stands in the columns of a table: each piece of it, in words or as a date.
                let (who, since) = example.split_once(", updated ").unwrap();
                let date = format!("2026-02-{:02}", self.owners + 1);
                self.owners += 1;
                let review = since.split_once(", review ").map_or("", |(_, every)| every);
                let last = if review.is_empty() { String::new() } else { format!(", review {review}") };
                self.line(depth, key, &format!("{who}, updated {date}{last}"));
                self.said.extend([who.to_owned(), date, review.to_owned()].map(|piece| (piece, path.to_vec())));
            }
            Shape::Text | Shape::List | Shape::Phrase(_) => {
                self.line(depth, key, example);
                self.said.push((example.to_owned(), path.to_vec()));
            }
            Shape::Keys(_) | Shape::KeysOr(..) | Shape::KeysOrNothing(_) => panic!("keys in place of one value"),
        }
    }
}

/// Something of the author's that a key may begin with or be.
fn sample(what: &str) -> &'static str {
    match what {
        "a customer segment" => "Trail Club",
        "a contact type" => "Order help",
        "a channel" => "phone",
        "a desk" => "Main desk",
        "an agent group" => "Social team",
        "a season" => "Peak",
        "a date" => "2026-12-24",
        "a length of time" => "20 min",
        other => Box::leak(format!("The {}", other.replace(',', "")).into_boxed_str()),
    }
}

/// Whether a text may be any words.
fn is_free(path: &[String]) -> bool {
    !matches!(path.iter().map(String::as_str).collect::<Vec<_>>().as_slice(), ["format" | "include" | "based on"])
}

fn written(form: Form) -> Writer {
    let mut writer = Writer { form, text: String::new(), marked: Vec::new(), said: Vec::new(), owners: 0 };
    for field in header::FIELDS {
        let key = field.shown();
        match key.as_str() {
            "format" => writer.line(0, &key, "1"),
            "include" | "based on" => {}
            _ => writer.value(field, &key, std::slice::from_ref(&key)),
        }
    }
    for table in tables() {
        writer.line(0, table.key, "");
        writer.keys(table.fields, &[table.key.to_owned()]);
    }
    writer
}

fn missing(document: &str, marked: &[(String, Vec<String>)]) -> Vec<String> {
    let lost = marked.iter().filter(|(word, _)| !document.contains(word.as_str()));
    lost.map(|(_, path)| path.join(" › ")).collect()
}

fn compiled(writer: &Writer) -> Compilation {
    let compilation = compile_text("every_key.strategy.yaml", &writer.text);
    for found in compilation.diagnostics() {
        let name = found.finding.name;
        assert!(name != "unknown-key" && name != "misplaced-value", "{name}: {}\n{}", found.headline, writer.text);
    }
    compilation
}

#[test]
fn every_text_reason_and_source_is_printed_in_both_documents() {
    for form in [Form::Keys, Form::OneValue] {
        let writer = written(form);
        assert!(writer.marked.len() > 150, "{}", writer.marked.len());
        let compilation = compiled(&writer);
        let markdown = compilation.document_markdown().replace('\\', "");
        assert_eq!(missing(&markdown, &writer.marked), [""; 0], "Markdown");
        assert_eq!(missing(&markdown, &writer.said), [""; 0], "other values");
        assert_eq!(missing(&compilation.document_html().unwrap(), &writer.marked), [""; 0], "HTML");
    }
}
