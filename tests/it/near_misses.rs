//! Near misses: values and lines as managers mistype them, one fenced example each, and everything that must or should be
//! fixed in it, or what one finding says of it.

use std::fmt::Write as _;

use frontdesk::compilation::{Compilation, Diagnostic, Severity, findings};

use crate::bless;
use crate::pages::complete;
use crate::support::{compile_text, files, root, whole};

/// The fenced examples of a file, each with the words after its fence.
pub(crate) fn examples(page: &str) -> Vec<(String, String)> {
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

/// The whole text of an example. One that says `whole file` after its fence brings everything itself.
pub(crate) fn whole_text(title: &str, example: &str) -> String {
    if title == "whole file" { example.to_owned() } else { complete(example) }
}

/// An example as it is compiled.
pub(crate) fn compiled(title: &str, example: &str) -> Compilation {
    compile_text("example.strategy.yaml", &whole_text(title, example))
}

/// What is said of an example. One that names a finding after its fence is shown with that finding alone, also where it
/// is only worth a look.
fn told(title: &str, example: &str) -> String {
    let compilation = compiled(title, example);
    let all = findings();
    let only = all.iter().find(|finding| finding.name == title);
    assert!(title.is_empty() || title == "whole file" || only.is_some(), "{title} is no finding");
    let mut out = String::new();
    for line in example.lines() {
        let _ = writeln!(out, "| {line}");
    }
    // What such a small strategy does not say is beside the point.
    let shown = |found: &&Diagnostic| match only {
        Some(only) => found.finding.name == only.name,
        None => found.severity < Severity::Look,
    };
    for found in compilation.diagnostics().iter().filter(shown) {
        out.push_str(&whole(&compilation, found));
    }
    if only.is_none() {
        let _ = writeln!(out, "withheld: {}", compilation.withheld());
    }
    out.push('\n');
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
