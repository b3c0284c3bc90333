//! Every example of the language reference is read: written alone under its key, it raises nothing that must or should be
//! fixed, but for names that only a whole strategy declares.

use std::fmt::Write as _;

use frontdesk::compilation::{Compilation, Severity};
use frontdesk::strategy::{Field, Key, Shape, header, tables};

use crate::support::{compile_text, whole};

/// Findings about names that the example takes from the rest of a strategy, or about what stands beside it there.
const ABOUT_THE_REST: [&str; 12] = [
    "unknown-name",
    "empty-kind",
    "missing-key",
    "missing-file",
    "missing-kind",
    "unused-term",
    "unused-field",
    "acceptance-incomplete",
    "no-catch-all-segment",
    "customer-shares-off",
    "contact-type-shares-off",
    "step-without-group",
];

/// The example of a field at the end of its keys, as lines.
fn lines(keys: &[String], value: &str) -> String {
    let mut text = String::new();
    for (depth, key) in keys.iter().enumerate() {
        let last = depth + 1 == keys.len();
        let _ = writeln!(
            text,
            "{}{key}:{}{}",
            "  ".repeat(depth),
            if last { " " } else { "" },
            if last { value } else { "" }
        );
    }
    text
}

/// What is said of the line on which the example stands.
fn said(compilation: &Compilation, line: u32) -> Vec<String> {
    let found = compilation.diagnostics().iter().filter(|found| {
        found.severity < Severity::Look
            && compilation.sources().start(found.primary).line == line
            && !ABOUT_THE_REST.contains(&found.finding.name)
    });
    found.map(|found| whole(compilation, found)).collect()
}

fn check(fields: &'static [Field], above: &[String], faults: &mut Vec<String>, count: &mut usize) {
    for field in fields {
        let mut keys = above.to_vec();
        keys.push(match field.key {
            Key::Word(word) => word.to_owned(),
            Key::Phrase { words, .. } => format!("{words} 20 min"),
            Key::Name("a date") => "2026-12-01".to_owned(),
            Key::Name(_) => "Some name".to_owned(),
        });
        // A table needs lines, and a name with keys below it is itself the example.
        let other = matches!(field.shape, Shape::Table)
            || matches!((field.key, field.shape), (Key::Name(_), Shape::Keys(_) | Shape::KeysOrNothing(_)));
        if !field.example.is_empty() && !other {
            *count += 1;
            let top = "format: 1\nstrategy: Example\ntime zone: Europe/London\n";
            let skipped = keys.len() == 1 && ["format", "strategy", "time zone"].contains(&keys[0].as_str());
            let text =
                if skipped { lines(&keys, field.example) } else { top.to_owned() + &lines(&keys, field.example) };
            let line = u32::try_from(text.lines().count()).unwrap();
            let compilation = compile_text("example.strategy.yaml", &text);
            faults.extend(said(&compilation, line).into_iter().map(|said| format!("{text}{said}")));
        }
        if let Shape::Keys(below) | Shape::KeysOr(below, _) | Shape::KeysOrNothing(below) = field.shape {
            check(below, &keys, faults, count);
        }
    }
}

#[test]
fn every_example_of_the_reference_is_read() {
    let (mut faults, mut count) = (Vec::new(), 0);
    check(header::FIELDS, &[], &mut faults, &mut count);
    for table in tables() {
        check(table.fields, &[table.key.to_owned()], &mut faults, &mut count);
    }
    assert!(count > 150, "only {count} examples were found");
    assert!(faults.is_empty(), "{}\n{} of {count}", faults.join("\n"), faults.len());
}
