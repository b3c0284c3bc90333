//! Every sentence that the tool can say about a strategy is shown whole in some blessed text, where a reader of a change
//! sees it: the sources are read, and each piece of a sentence is looked for.

use std::collections::BTreeSet;
use std::path::Path;

use crate::support::{files, root};

/// The files whose sentences are told to managers.
const ROOMS: [&str; 3] = ["src/strategy/errors", "src/lints/rules", "src/lints/accepted.rs"];

/// Where what was said is kept.
const SHOWN: [(&str, &str); 6] = [
    ("tests/messages", ".txt"),
    ("tests/near_misses", ".txt"),
    ("tests/faults", ".txt"),
    ("tests/cases", ".txt"),
    ("strategies", ".findings.txt"),
    ("tests/it/cli", ".rs"),
];

const LIMIT: &str = "a limit that only files of many pages meet, which hostile.rs makes";
const PART: &str = "a part of longer phrases, whose near misses have words of their own";
const SECOND: &str = "told only beside a second fault that has no repair of its own";
const SEARCH: &str = "told only where a search is given up, which takes thousands of rules";
const CHAIN: &str = "told only of several files that are laid over one another in a row";
const MONEY: &str = "no key of the language holds an amount of money yet, only its notation does";

/// Sentences that no blessed text shows, each with the reason.
const NOT_SHOWN: [(&str, &str); 62] = [
    ("This stands more than", LIMIT),
    ("A strategy needs three levels. What lies deeper is left out.", LIMIT),
    ("move it further left, to where it belongs", LIMIT),
    ("This file holds more than", LIMIT),
    ("What follows is left out.", LIMIT),
    ("split it into several files, and name them under include", LIMIT),
    ("faults in how this file is written.", LIMIT),
    ("What follows is left out. It may be another kind of file.", LIMIT),
    ("put the first ones right, and check again", LIMIT),
    ("MB. The largest that is read has", LIMIT),
    ("There are more than", LIMIT),
    ("What comes after this one is left out.", LIMIT),
    ("split the strategy, or merge entries that are treated alike", LIMIT),
    ("This value is far longer than any value needs to be.", LIMIT),
    ("letters are read.", LIMIT),
    ("look for data that went into the file by mistake, or merge entries that say the same", LIMIT),
    ("The table of rules has more than", LIMIT),
    ("merge rules that treat contacts alike", LIMIT),
    ("use the kinds of channels as headings, and rows of contact types that others are part of", LIMIT),
    ("The table of rules is far too wide.", LIMIT),
    ("columns are read.", LIMIT),
    ("write the rules one below the other, each with its lines below its name", LIMIT),
    ("This table has more than", LIMIT),
    ("It is left out.", LIMIT),
    ("use the kinds of channels as headings, such as social", LIMIT),
    ("This one and those after it are left out.", LIMIT),
    ("use kinds of channels as headings, and rows of contact types that others are part of", LIMIT),
    ("objectives beside the table.", LIMIT),
    ("move those that hold for one contact type and channel into the table", LIMIT),
    ("an amount of money", MONEY),
    ("has no currency.", MONEY),
    ("write the currency after it, such as", MONEY),
    ("is another way to write an amount of money.", MONEY),
    ("The amount comes first, then three letters for the currency.", MONEY),
    ("write it like this: 4.50 GBP", MONEY),
    ("who hears it, and when", PART),
    ("write a comma in place of or", SECOND),
    ("write open or closed", SECOND),
    (", and maybe others", SEARCH),
    ("The rules ask for desks that open and close in more combinations than are looked at.", SEARCH),
    ("The rules hang together in more ways than are looked at.", SEARCH),
    ("It is not known whether each rule ever decides anything.", SEARCH),
    ("It is not known whether rules compete, or could be left out.", SEARCH),
    ("So many rules fit the same contacts that not every one could be set against every other.", SEARCH),
    ("give the rules fewer contacts in common, or split the strategy", SEARCH),
    ("ask for fewer desks in conditions, or for fewer things in one rule", SEARCH),
    ("Not every contact could be looked at for", SEARCH),
    ("split such rules, so that each asks for fewer things at once", SEARCH),
    ("The desks open and close in too many combinations to look at every moment.", SEARCH),
    ("It has been taken away already.", CHAIN),
    ("leave it out here, with the line removed: yes", CHAIN),
    ("files are based on one another.", CHAIN),
    ("Nobody could tell any more where a line comes from.", CHAIN),
    ("join some of them", CHAIN),
    ("write one number", SECOND),
    ("leave it out, or write what is promised", SECOND),
    ("working days, or", SECOND),
    ("write a number and a unit, such as 4 h", SECOND),
    ("write it with s, min or h", SECOND),
    ("swap the times, or add next day", SECOND),
    ("write the days before the times, such as Mon-Fri or every day", SECOND),
    ("write the days first", SECOND),
];

/// What a source says, as far as it is told: the longest piece between braces of each text of three words or more.
/// Comments, attributes, tests and plain lists of words that are looked for are passed over.
fn sentences(source: &str) -> Vec<String> {
    let source = source.split("#[cfg(test)]").next().unwrap_or("");
    texts(source).iter().filter_map(|text| piece(text)).collect()
}

/// The longest piece of a text between braces and breaks of lines, if it has three words.
fn piece(text: &str) -> Option<String> {
    let mut pieces = vec![String::new()];
    let mut inside = false;
    for letter in text.chars() {
        match letter {
            '{' => {
                inside = true;
                pieces.push(String::new());
            }
            '}' => inside = false,
            '\n' => pieces.push(String::new()),
            _ if inside => {}
            _ => pieces.last_mut().unwrap().push(letter),
        }
    }
    let long = pieces.iter().map(|piece| piece.trim()).filter(|piece| piece.split_whitespace().count() >= 3);
    long.max_by_key(|piece| piece.len()).map(str::to_owned)
}

/// The texts in double quotes of a Rust source, as they are read.
fn texts(source: &str) -> Vec<String> {
    let mut found = Vec::new();
    let letters: Vec<char> = source.chars().collect();
    let starts = |at: usize, words: &str| words.chars().enumerate().all(|(i, c)| letters.get(at + i) == Some(&c));
    let mut at = 0;
    // How deep in the brackets of an attribute, or of a list of words.
    let mut passed_over: usize = 0;
    while at < letters.len() {
        let letter = letters[at];
        if starts(at, "//") {
            while at < letters.len() && letters[at] != '\n' {
                at += 1;
            }
        } else if letter == '\'' && letters.get(at + 2) == Some(&'\'') {
            at += 3;
        } else if letter == '\'' && letters.get(at + 1) == Some(&'\\') {
            at += 2;
            while at < letters.len() && letters[at] != '\'' {
                at += 1;
            }
            at += 1;
        } else if letter == '"' {
            let (text, end) = text_at(&letters, at + 1);
            if passed_over == 0 {
                found.push(text);
            }
            at = end;
        } else if passed_over == 0 && starts(at, "#[") {
            passed_over = 1;
            at += 2;
        } else if passed_over == 0 && starts(at, ": [&str; ") {
            // The list itself stands after the equals sign.
            while at < letters.len() && letters[at] != '=' {
                at += 1;
            }
            while at < letters.len() && letters[at] != '[' {
                at += 1;
            }
            passed_over = 1;
            at += 1;
        } else {
            match letter {
                '[' if passed_over > 0 => passed_over += 1,
                ']' if passed_over > 0 => passed_over -= 1,
                _ => {}
            }
            at += 1;
        }
    }
    found
}

/// The text that begins at `at`, behind its quote, and the place behind the closing one.
fn text_at(letters: &[char], mut at: usize) -> (String, usize) {
    let mut text = String::new();
    while at < letters.len() && letters[at] != '"' {
        if letters[at] != '\\' {
            text.push(letters[at]);
            at += 1;
            continue;
        }
        match letters.get(at + 1) {
            Some('n') => text.push('\n'),
            Some('\n') => {
                at += 2;
                while letters.get(at).is_some_and(|letter| letter.is_whitespace()) {
                    at += 1;
                }
                continue;
            }
            Some(other) => text.push(*other),
            None => {}
        }
        at += 2;
    }
    (text, at + 1)
}

/// Everything that is shown, with what runs over several lines in one.
fn shown() -> String {
    let mut all = String::new();
    for (folder, ending) in SHOWN {
        for path in files(&root().join(folder), ending) {
            all.push_str(&std::fs::read_to_string(path).unwrap());
        }
    }
    all
}

fn sources(place: &str) -> Vec<std::path::PathBuf> {
    let path = root().join(place);
    let is_test = |path: &Path| path.ends_with("tests.rs");
    let found = if path.is_dir() { files(&path, ".rs") } else { vec![path] };
    found.into_iter().filter(|path| !is_test(path)).collect()
}

#[test]
fn every_sentence_is_shown_whole() {
    let shown = shown();
    let excepted: BTreeSet<&str> = NOT_SHOWN.iter().map(|(sentence, _)| *sentence).collect();
    let mut met = BTreeSet::new();
    let mut faults = Vec::new();
    let mut count = 0;
    for path in ROOMS.into_iter().flat_map(sources) {
        for sentence in sentences(&std::fs::read_to_string(&path).unwrap()) {
            count += 1;
            let is_excepted = excepted.get(sentence.as_str());
            // At the beginning of a sentence a piece has a capital.
            let capital = sentence.chars().take(1).flat_map(char::to_uppercase).chain(sentence.chars().skip(1));
            let is_shown = shown.contains(&sentence) || shown.contains(&capital.collect::<String>());
            match (is_shown, is_excepted) {
                (false, None) => faults.push(format!("{}: no text shows: {sentence}", path.display())),
                (true, Some(_)) => faults.push(format!("shown, so no exception is needed: {sentence}")),
                (true, None) => {}
                (false, Some(excepted)) => {
                    met.insert(*excepted);
                }
            }
        }
    }
    let gone = excepted.iter().filter(|sentence| !met.contains(*sentence));
    faults.extend(gone.map(|sentence| format!("nothing says this any longer: {sentence}")));
    assert!(count > 700, "only {count} sentences were found");
    assert!(NOT_SHOWN.iter().all(|(_, reason)| reason.split(' ').count() > 2));
    assert!(faults.is_empty(), "{}\n{} of {count}", faults.join("\n"), faults.len());
}

#[test]
fn sentences_are_found_in_sources() {
    let source = r#"
//! A comment that says "nothing at all here".
#[expect(clippy::x, reason = "a reason is not told")]
const WORDS: [&str; 2] = ["looked for only", "not said by anybody"];
const QUOTE: char = '"';
fn words() -> String {
    let short = "two words";
    let cut = "a sentence over \
               two lines";
    let table = "its heading\nand the longest line of all";
    format!("{} is not a \"word\" that {key} knows.", x) + '\'' + "one more sentence"
}
#[cfg(test)]
mod tests { const X: &str = "never told to anybody"; }
"#;
    assert_eq!(
        sentences(source),
        ["a sentence over two lines", "and the longest line of all", "is not a \"word\" that", "one more sentence"]
    );
}
