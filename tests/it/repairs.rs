//! Every repair that can be made for the author is made, one at a time: what was found is gone, and nothing new must be
//! fixed.

use std::collections::BTreeMap;
use std::path::Path;

use frontdesk::compilation::{Compilation, Diagnostic, Edit, Severity};

use crate::near_misses::{examples, whole_text};
use crate::support::{compile_file, compile_text, files, root};

/// How often each finding is told, by name and headline.
fn told(compilation: &Compilation, at_least: Severity) -> BTreeMap<(&'static str, String), u32> {
    let found = compilation.diagnostics().iter().filter(|found| found.severity <= at_least);
    found.map(|found| ((found.finding.name, found.headline.clone()), found.repeats + 1)).collect()
}

/// A text after these edits.
pub(crate) fn repaired(text: &str, edits: &[Edit]) -> String {
    let mut edits: Vec<&Edit> = edits.iter().collect();
    edits.sort_by_key(|edit| edit.span);
    let mut after = text.to_owned();
    for edit in edits.into_iter().rev() {
        after.replace_range(edit.span.range(), &edit.text);
    }
    after
}

/// Makes the first repair of each finding of a text; answers what is wrong with any of them.
fn try_repairs(place: &str, text: &str) -> Vec<String> {
    let before = compile_text("example.strategy.yaml", text);
    let (all, must) = (told(&before, Severity::Should), told(&before, Severity::Must));
    let serious = |found: &&Diagnostic| found.severity < Severity::Look;
    // What a line says that was left out comes to light only once the lines around it are right.
    let left_out = before.diagnostics().iter().any(|found| found.why.contains("This line is left out."));
    let mut wrong = Vec::new();
    for found in before.diagnostics().iter().filter(serious) {
        let Some(fix) = found.fixes.first().filter(|fix| !fix.edits.is_empty()) else { continue };
        let after = compile_text("example.strategy.yaml", &repaired(text, &fix.edits));
        let key = (found.finding.name, found.headline.clone());
        let (times, left) = (all[&key], told(&after, Severity::Should).get(&key).copied().unwrap_or(0));
        if left >= times {
            wrong.push(format!("{place}: {}: {}\n  fix: {}\n  changes nothing", key.0, key.1, fix.text));
        }
        for (new, count) in told(&after, Severity::Must).into_iter().filter(|_| !left_out) {
            if must.get(&new).is_none_or(|times| count > *times) {
                wrong.push(format!("{place}: {}: {}\n  fix: {}\n  makes {}: {}", key.0, key.1, fix.text, new.0, new.1));
            }
        }
    }
    wrong
}

fn text_of(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap()
}

#[test]
fn every_repair_repairs_and_makes_nothing_new() {
    let mut wrong = Vec::new();
    for path in files(&root().join("tests/near_misses"), ".md") {
        for (at, (title, example)) in examples(&text_of(&path)).iter().enumerate() {
            let place = format!("{}, example {at}", path.file_name().unwrap().to_string_lossy());
            wrong.extend(try_repairs(&place, &whole_text(title, example)));
        }
    }
    for path in files(&root().join("tests/faults"), ".strategy.yaml") {
        assert!(!compile_file(&path).diagnostics().is_empty());
        wrong.extend(try_repairs(&path.file_name().unwrap().to_string_lossy(), &text_of(&path)));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
