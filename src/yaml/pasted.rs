//! Characters that a text processor put in place of those on the keyboard: where they are, and what belongs there.

use std::ops::Range;

use crate::yaml::fault::Pasted;

/// Curved quotes that open.
const OPENING_QUOTES: [char; 8] = ['“', '„', '‟', '«', '‘', '‚', '‛', '‹'];

/// Curved quotes that close; the German closing quote is the English opening one.
pub(in crate::yaml) const CLOSING_QUOTES: [char; 8] = ['”', '“', '‟', '»', '’', '‘', '‛', '›'];

/// Days of the week, as they are written before and after a dash.
const DAYS: [&str; 14] = [
    "mon",
    "tue",
    "wed",
    "thu",
    "fri",
    "sat",
    "sun",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

/// One character (with the blanks around it, where they go too) and what stands for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::yaml) struct Found {
    /// Its bytes in the text.
    pub(in crate::yaml) range: Range<usize>,
    /// Which kind.
    pub(in crate::yaml) what: Pasted,
    /// What is to be written in its place.
    pub(in crate::yaml) write: &'static str,
    /// What is read in its place.
    pub(in crate::yaml) read: &'static str,
}

/// The quote on the keyboard that stands for a curved one.
pub(in crate::yaml) fn ascii_quote(quote: char) -> &'static str {
    if matches!(quote, '‘' | '’' | '‚' | '‛' | '‹' | '›') { "'" } else { "\"" }
}

/// All such characters of a text. In a row of a table each cell counts as a whole value.
pub(in crate::yaml) fn find(text: &str, row: bool) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    if text.is_ascii() {
        return found;
    }
    let mut done = 0;
    for (at, letter) in text.char_indices() {
        if at < done || letter.is_ascii() {
            continue;
        }
        let range = at..at + letter.len_utf8();
        match letter {
            '\u{a0}' | '\u{202f}' | '\u{2007}' => {
                found.push(Found { range, what: Pasted::NonBreakingSpace, write: " ", read: " " });
            }
            '\u{200b}' | '\u{2060}' | '\u{ad}' | '\u{feff}' => {
                found.push(Found { range, what: Pasted::Invisible, write: "", read: "" });
            }
            '–' | '—' | '‒' | '−' => {
                if let Some(range) = dash(text, range, row) {
                    while found.last().is_some_and(|before| before.range.start >= range.start) {
                        found.pop();
                    }
                    done = range.end;
                    found.push(Found { range, what: Pasted::LongDash, write: "-", read: "-" });
                }
            }
            _ => {}
        }
    }
    if !row {
        around(text, &mut found);
    }
    found
}

/// The text with what is read in place of what was found.
pub(in crate::yaml) fn replaced(text: &str, found: &[Found]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for one in found {
        out.push_str(text.get(at..one.range.start).unwrap_or(""));
        out.push_str(one.read);
        at = one.range.end;
    }
    out.push_str(text.get(at..).unwrap_or(""));
    out
}

/// Curved quotes around the whole text.
fn around(text: &str, found: &mut Vec<Found>) {
    let first = text.chars().next().filter(|first| OPENING_QUOTES.contains(first));
    let last = text.char_indices().next_back().filter(|(at, last)| *at > 0 && CLOSING_QUOTES.contains(last));
    let (Some(first), Some((at, last))) = (first, last) else { return };
    let quote = |range: Range<usize>, letter: char| Found {
        range,
        what: Pasted::SmartQuotes,
        write: ascii_quote(letter),
        read: "",
    };
    found.insert(0, quote(0..first.len_utf8(), first));
    found.push(quote(at..at + last.len_utf8(), last));
}

/// Whether a long dash stands for the one on the keyboard: as a whole value or cell, between digits or days (with the
/// blanks around it), or as a minus sign. The answer is what it replaces. In prose it may stay.
fn dash(text: &str, range: Range<usize>, row: bool) -> Option<Range<usize>> {
    let before = text.get(..range.start)?;
    let after = text.get(range.end..)?;
    let (left, right) = (before.trim_end(), after.trim_start());
    let edge = |letter: Option<char>| letter.is_none_or(|letter| row && letter == '|');
    let (previous, next) = (left.chars().next_back(), right.chars().next());
    if edge(previous) && edge(next) {
        return Some(range);
    }
    let digit = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_digit());
    let days = is_day(left.rsplit(|c: char| !c.is_alphabetic()).next())
        && is_day(right.split(|c: char| !c.is_alphabetic()).next());
    if (digit(previous) && digit(next)) || days {
        return Some(left.len()..range.end + (after.len() - right.len()));
    }
    let begins = edge(before.chars().next_back()) || before.ends_with(char::is_whitespace);
    (begins && digit(after.chars().next())).then_some(range)
}

/// Whether a word is a day of the week.
fn is_day(word: Option<&str>) -> bool {
    word.is_some_and(|word| word.len() <= 9 && DAYS.contains(&word.to_ascii_lowercase().as_str()))
}
