//! Characters that a text processor put in place of those on the keyboard: where they are, and what belongs there.

use std::ops::Range;

/// Which characters a text processor put in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pasted {
    /// Curved quotes around a whole value or key.
    SmartQuotes,
    /// A dash longer than the one on the keyboard, between digits or weekdays or as a whole value or cell.
    LongDash,
    /// A blank that is not the one on the keyboard: one that holds two words together, or a narrower one.
    NonBreakingSpace,
    /// A character that shows nothing at all.
    Invisible,
}

/// Curved quotes that open.
const OPENING_QUOTES: [char; 8] = ['“', '„', '‟', '«', '‘', '‚', '‛', '‹'];

/// Curved quotes that close; the German closing quote is the English opening one.
pub const CLOSING_QUOTES: [char; 8] = ['”', '“', '‟', '»', '’', '‘', '‛', '›'];

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
pub struct PastedCharacter {
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// Which kind.
    pub what: Pasted,
    /// What is to be written in its place.
    pub write: &'static str,
    /// What is read in its place.
    pub read: &'static str,
}

/// The quote on the keyboard that stands for a curved one.
#[must_use]
pub fn ascii_quote(quote: char) -> &'static str {
    if matches!(quote, '‘' | '’' | '‚' | '‛' | '‹' | '›') { "'" } else { "\"" }
}

/// All such characters of a value, or of a cell of a table.
#[must_use]
pub fn find_pasted(text: &str) -> Vec<PastedCharacter> {
    let mut found: Vec<PastedCharacter> = Vec::new();
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
            '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' => {
                found.push(PastedCharacter { range, what: Pasted::NonBreakingSpace, write: " ", read: " " });
            }
            '\u{200b}' | '\u{2060}' | '\u{ad}' | '\u{feff}' => {
                found.push(PastedCharacter { range, what: Pasted::Invisible, write: "", read: "" });
            }
            '–' | '—' | '‒' | '−' => {
                if let Some(range) = dash(text, range) {
                    while found.last().is_some_and(|before| before.range.start >= range.start) {
                        found.pop();
                    }
                    done = range.end;
                    found.push(PastedCharacter { range, what: Pasted::LongDash, write: "-", read: "-" });
                }
            }
            _ => {}
        }
    }
    around(text, &mut found);
    found
}

/// The text with what is read in place of what was found.
#[must_use]
pub fn replace_pasted(text: &str, found: &[PastedCharacter]) -> String {
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
fn around(text: &str, found: &mut Vec<PastedCharacter>) {
    let first = text.chars().next().filter(|first| OPENING_QUOTES.contains(first));
    let last = text.char_indices().next_back().filter(|(at, last)| *at > 0 && CLOSING_QUOTES.contains(last));
    let (Some(first), Some((at, last))) = (first, last) else { return };
    let quote = |range: Range<usize>, letter: char| PastedCharacter {
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
fn dash(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let before = text.get(..range.start)?;
    let after = text.get(range.end..)?;
    let (left, right) = (before.trim_end(), after.trim_start());
    let edge = |letter: Option<char>| letter.is_none();
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
