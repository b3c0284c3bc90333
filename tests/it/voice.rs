//! How messages are worded: length, full sentences, no words of machinery, no blame. Held over everything that any test
//! strategy makes the tool say.

use frontdesk::compilation::{Compilation, findings};

use crate::near_misses::{compiled, examples};
use crate::support::{compile_file, compile_text, files, root};

const FORBIDDEN: [&str; 26] = [
    "parse",
    "parser",
    "token",
    "scalar",
    "mapping",
    "sequence",
    "schema",
    "string",
    "integer",
    "boolean",
    "null",
    "regex",
    "pattern",
    "invalid",
    "illegal",
    "expected",
    "unexpected",
    "node",
    "key",
    "keys",
    "syntax",
    "block",
    "violation",
    "must match",
    "please",
    "oops",
];

/// The text without what stands in quotes: the author's own words are his.
fn own_words(text: &str) -> String {
    let mut out = String::new();
    let mut quoted = false;
    for letter in text.chars() {
        if letter == '"' {
            quoted = !quoted;
        } else if !quoted {
            out.push(letter);
        }
    }
    out.to_lowercase()
}

/// The text with one word in place of whatever stands in quotes.
fn with_short_names(text: &str) -> String {
    text.split('"').enumerate().map(|(at, part)| if at % 2 == 0 { part } else { "name" }).collect()
}

fn forbidden(text: &str) -> Option<&'static str> {
    let words = own_words(text);
    let has = |word: &str| {
        words.match_indices(word).any(|(at, _)| {
            let before = words[..at].chars().next_back();
            let after = words[at + word.len()..].chars().next();
            !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
        })
    };
    let alone = |word: &str| has(word) && !words.contains("contact type");
    FORBIDDEN.into_iter().find(|word| has(word)).or_else(|| alone("type").then_some("type"))
}

fn check(compilation: &Compilation, faults: &mut Vec<String>) {
    for found in compilation.diagnostics() {
        let name = found.finding.name;
        let headline = &found.headline;
        let mut say = |what: String| faults.push(format!("{name}: {what}: {headline}"));
        if headline.chars().count() > 90 && own_words(headline).chars().count() > 60 {
            say(format!("{} letters in the headline", headline.chars().count()));
        }
        if !headline.ends_with('.') && !headline.ends_with('?') {
            say("no full stop".into());
        }
        if headline.chars().next().is_some_and(|first| first.is_lowercase()) {
            say("no capital".into());
        }
        let told: Vec<&str> = [headline.as_str(), found.why.as_str()]
            .into_iter()
            .chain(found.story.as_deref())
            .chain(found.related.iter().map(|related| related.label.as_str()))
            .collect();
        for text in told {
            if let Some(word) = forbidden(text) {
                say(format!("the word {word} in {text:?}"));
            }
            // A sign that is named stands between blanks or in quotes.
            let loud = |pair: &[char]| matches!(pair, [before, '!'] if before.is_alphanumeric());
            if own_words(text).chars().collect::<Vec<_>>().windows(2).any(loud) {
                say(format!("an exclamation mark in {text:?}"));
            }
        }
        if !found.why.is_empty() && !found.why.ends_with(['.', '?', ')']) {
            say(format!("the reason is no full sentence: {:?}", found.why));
        }
        if found.fixes.len() > 2 {
            say("more than two choices".into());
        }
        if found.fixes.is_empty() {
            say("nothing to do".into());
        }
        if found.fixes.iter().any(|fix| fix.text.trim().is_empty()) {
            say("a fix without words".into());
        }
        // Names in quotes are as long as their authors like: each counts as one word.
        let words = with_short_names(headline).split_whitespace().count();
        if words > 15 {
            say(format!("{words} words in the headline"));
        }
    }
}

/// Every example of every page, every near miss, and every strategy of the tests.
#[test]
fn every_message_is_worded_for_managers() {
    let mut faults = Vec::new();
    for finding in findings() {
        for example in finding.page.split("```yaml ").skip(1) {
            let text = example.split_once('\n').map_or("", |(_, rest)| rest);
            let text = text.split("\n```").next().unwrap_or("");
            let whole = format!("format: 1\nstrategy: Example\ntime zone: Europe/London\n{text}\n");
            check(&compile_text("example.strategy.yaml", &whole), &mut faults);
        }
    }
    for folder in ["strategies", "tests/cases", "tests/faults"] {
        for path in files(&root().join(folder), ".strategy.yaml") {
            check(&compile_file(&path), &mut faults);
        }
    }
    for path in files(&root().join("tests/near_misses"), ".md") {
        let page = std::fs::read_to_string(&path).unwrap();
        for (title, example) in examples(&page) {
            check(&compiled(&title, &example), &mut faults);
        }
    }
    faults.sort();
    faults.dedup();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_words_of_machinery_are_found() {
    assert_eq!(forbidden("This is an invalid value."), Some("invalid"));
    assert_eq!(forbidden("The contact type \"invalid\" is fine."), None);
    assert_eq!(forbidden("A monkey is no key."), Some("key"));
    assert_eq!(forbidden("It has a type."), Some("type"));
}
