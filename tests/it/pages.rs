//! Every page beside code is run: `avoid` raises exactly the finding of the page, `prefer` raises none that must or
//! should be fixed.

use std::collections::{BTreeMap, BTreeSet};

use frontdesk::compilation::{Compilation, Severity, findings};

use crate::bless;
use crate::support::{compile_text, files, root, whole};

/// A fenced example of a page.
struct Example {
    /// `avoid` or `prefer`.
    avoid: bool,
    /// The finding that it is about, where the page is not that of one finding.
    finding: Option<String>,
    text: String,
    line: usize,
}

fn examples(page: &str) -> Vec<Example> {
    let mut found = Vec::new();
    let mut open: Option<Example> = None;
    for (at, line) in page.lines().enumerate() {
        if let Some(example) = &mut open {
            if line == "```" {
                found.extend(open.take());
            } else {
                example.text.push_str(line);
                example.text.push('\n');
            }
        } else if let Some(words) = line.strip_prefix("```yaml ") {
            let mut words = words.split(' ');
            let avoid = match words.next() {
                Some("avoid") => true,
                Some("prefer") => false,
                other => panic!("line {}: {other:?} is neither avoid nor prefer", at + 1),
            };
            open = Some(Example { avoid, finding: words.next().map(str::to_owned), text: String::new(), line: at + 1 });
        }
    }
    assert!(open.is_none(), "an example is not closed");
    found
}

/// An example with the top that every file needs, where it does not bring its own.
pub(crate) fn complete(text: &str) -> String {
    let mut whole = String::new();
    for (key, value) in [("format", "1"), ("strategy", "Example"), ("time zone", "Europe/London")] {
        if !text.contains(&format!("{key}:")) || !text.lines().any(|line| line.starts_with(&format!("{key}:"))) {
            whole.push_str(&format!("{key}: {value}\n"));
        }
    }
    whole + text
}

/// An example as it is compiled: whole, in a file of its own.
fn compiled(example: &Example) -> Compilation {
    // An example that is about how a file begins brings everything itself.
    let text = if example.text.starts_with("# whole file") { example.text.clone() } else { complete(&example.text) };
    compile_text("example.strategy.yaml", &text)
}

fn names(compilation: &Compilation, at_least: Severity) -> BTreeSet<&'static str> {
    compilation
        .diagnostics()
        .iter()
        .filter(|found| found.severity <= at_least)
        .map(|found| found.finding.name)
        .collect()
}

fn told(compilation: &Compilation) -> String {
    compilation
        .diagnostics()
        .iter()
        .filter(|found| found.severity < Severity::Look)
        .map(|found| whole(compilation, found))
        .collect()
}

/// Checks one page; `own` is the finding that it is the page of.
fn check(title: &str, page: &str, own: Option<&str>, faults: &mut Vec<String>) {
    for example in examples(page) {
        let compilation = compiled(&example);
        let place = format!("{title}, line {}", example.line);
        let serious = names(&compilation, Severity::Should);
        if example.avoid {
            let wanted =
                example.finding.as_deref().or(own).unwrap_or_else(|| panic!("{place}: avoid names no finding"));
            if !names(&compilation, Severity::Look).contains(wanted) {
                faults.push(format!("{place}: does not raise {wanted}, but {serious:?}\n{}", told(&compilation)));
            }
            if let Some(other) = serious.iter().find(|name| **name != wanted) {
                faults.push(format!("{place}: raises {other} besides\n{}", told(&compilation)));
            }
        } else {
            if let Some(own) = own.filter(|own| names(&compilation, Severity::Look).contains(own)) {
                faults.push(format!("{place}: raises {own}"));
            }
            if !serious.is_empty() {
                faults.push(format!("{place}: raises {serious:?}\n{}", told(&compilation)));
            }
        }
    }
}

/// Findings about size, whose example would be a file of megabytes, and about two files at once; `hostile.rs` and the
/// case folders show them.
const WITHOUT_EXAMPLE: [&str; 10] = [
    "analysis-incomplete",
    "too-many-names",
    "too-deep",
    "too-many-values",
    "too-many-faults",
    "file-too-large",
    "not-in-base",
    "unclear-change",
    "added-without-condition",
    "file-named-twice",
];

#[test]
fn every_finding_has_a_page_whose_examples_hold() {
    let mut faults = Vec::new();
    for finding in findings() {
        let found = examples(finding.page);
        let shown = found.iter().any(|example| example.avoid) && found.iter().any(|example| !example.avoid);
        if shown == WITHOUT_EXAMPLE.contains(&finding.name) {
            faults.push(format!("{}: the page needs an avoid and a prefer example", finding.name));
        }
        if finding.page.lines().next() != Some(format!("# {}", finding.name).as_str()) {
            faults.push(format!("{}: the page does not begin with the name", finding.name));
        }
        check(finding.name, finding.page, Some(finding.name), &mut faults);
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// What each page's wrong examples make the tool say, whole: one file for each letter of the codes.
#[test]
fn every_page_shows_its_message_whole() {
    let mut letters: BTreeMap<&str, String> = BTreeMap::new();
    for finding in findings() {
        let letter = finding.code.get(..1).unwrap();
        let shown = letters.entry(letter).or_default();
        for example in examples(finding.page).iter().filter(|example| example.avoid) {
            let compilation = compiled(example);
            let raised = compilation.diagnostics().iter().filter(|found| found.finding.name == finding.name);
            shown.extend(raised.map(|found| whole(&compilation, found) + "\n"));
        }
    }
    for (letter, shown) in letters {
        bless::same(&root().join("tests/messages").join(format!("{letter}.txt")), &shown);
    }
}

#[test]
fn the_examples_of_components_hold() {
    let mut faults = Vec::new();
    let mut pages = files(&root().join("src/strategy/components"), "component.md");
    pages.extend(files(&root().join("src/strategy/governance"), ".md"));
    assert!(pages.len() >= 19, "{} pages", pages.len());
    for path in pages {
        let page = std::fs::read_to_string(&path).unwrap();
        check(&path.display().to_string(), &page, None, &mut faults);
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn names_and_codes_are_unique() {
    let mut names = BTreeSet::new();
    let mut codes = BTreeSet::new();
    for finding in findings() {
        assert!(names.insert(finding.name), "{} is used twice", finding.name);
        assert!(codes.insert(finding.code), "{} ({}) is used twice", finding.code, finding.name);
        let kebab = finding.name.chars().all(|letter| letter.is_ascii_lowercase() || letter == '-');
        assert!(kebab, "{} is not in lower case with dashes", finding.name);
        let (letter, number) = finding.code.split_at(1);
        assert!("CTAHSRGIBDXFW".contains(letter) && number.len() == 3, "{} is no code", finding.code);
    }
}
