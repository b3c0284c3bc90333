//! Near misses: values and lines as managers mistype them, one fenced example each, and everything that must or should be
//! fixed in it.

use std::fmt::Write as _;

use frontdesk::compilation::Severity;

use crate::bless;
use crate::pages::complete;
use crate::support::{compile_text, files, root, whole};

/// The fenced examples of a file, each with the words after its fence.
fn examples(page: &str) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    let mut open = false;
    for line in page.lines() {
        match (open, line.strip_prefix("```yaml")) {
            (false, Some(title)) => {
                found.push((title.trim().to_owned(), String::new()));
                open = true;
            }
            (false, None) => {}
            (true, _) if line == "```" => open = false,
            (true, _) => {
                let (_, text) = found.last_mut().unwrap();
                text.push_str(line);
                text.push('\n');
            }
        }
    }
    assert!(!open, "the last example is not closed");
    found
}

/// An example that says `whole file` after its fence brings everything itself.
fn told(title: &str, example: &str) -> String {
    let text = if title == "whole file" { example.to_owned() } else { complete(example) };
    let mut out = String::new();
    for line in example.lines() {
        let _ = writeln!(out, "| {line}");
    }
    let compilation = compile_text("example.strategy.yaml", &text);
    // What such a small strategy does not say is beside the point.
    for found in compilation.diagnostics().iter().filter(|found| found.severity < Severity::Look) {
        out.push_str(&whole(&compilation, found));
    }
    let _ = writeln!(out, "withheld: {}\n", compilation.withheld());
    out
}

#[test]
fn every_near_miss_is_answered_as_before() {
    let pages = files(&root().join("tests/near_misses"), ".md");
    assert!(!pages.is_empty());
    for path in pages {
        let page = std::fs::read_to_string(&path).unwrap();
        let found: String = examples(&page).iter().map(|(title, example)| told(title, example)).collect();
        bless::same(&path.with_extension("txt"), &found);
    }
}
