//! What can be told from one line alone: its indentation, its key, its value and its comment.

use std::ops::Range;

/// How many characters of a text are told in a fault.
const CLIP: usize = 100;

/// One line, taken apart. All numbers are bytes of the whole text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::yaml) struct Line {
    /// The first byte.
    pub(in crate::yaml) start: usize,
    /// The first byte that is no blank, no tab and no blank from a text processor.
    pub(in crate::yaml) content: usize,
    /// How many of those stand before it.
    pub(in crate::yaml) column: usize,
    /// The byte after the last one, without the line break.
    pub(in crate::yaml) end: usize,
    /// The first byte of the next line.
    pub(in crate::yaml) next: usize,
}

impl Line {
    /// The line that holds the byte `at`.
    pub(in crate::yaml) fn at(text: &str, at: usize) -> Self {
        let bytes = text.as_bytes();
        let start = line_start(text, at);
        let tail = bytes.get(start..).unwrap_or_default();
        let end = start + tail.iter().position(|byte| is_break(*byte)).unwrap_or(tail.len());
        let next = match (bytes.get(end), bytes.get(end + 1)) {
            (Some(b'\r'), Some(b'\n')) => end + 2,
            (Some(_), _) => end + 1,
            (None, _) => end,
        };
        let blanks = bytes.get(start..end).unwrap_or_default().iter().take_while(|byte| is_blank(**byte)).count();
        let strange = bytes.get(start + blanks).is_some_and(|byte| !byte.is_ascii());
        if strange {
            let written = slice(text, start..end);
            let blanks = written.chars().take_while(|letter| is_any_blank(*letter));
            let (column, bytes) =
                blanks.fold((0, 0), |(column, bytes), letter| (column + 1, bytes + letter.len_utf8()));
            return Self { start, content: start + bytes, column, end, next };
        }
        Self { start, content: start + blanks, column: blanks, end, next }
    }

    /// Whether a blank from a text processor stands in its indentation.
    pub(in crate::yaml) fn is_pasted(&self) -> bool {
        self.column != self.content - self.start
    }

    /// The text after the indentation, with a comment, if there is one.
    pub(in crate::yaml) fn text<'a>(&self, text: &'a str) -> &'a str {
        slice(text, self.content..self.end)
    }

    /// The indentation.
    pub(in crate::yaml) fn blanks<'a>(&self, text: &'a str) -> &'a str {
        slice(text, self.start..self.content)
    }

    /// Whether it holds neither a key nor a value.
    pub(in crate::yaml) fn is_silent(&self, text: &str) -> bool {
        self.content == self.end || text.as_bytes().get(self.content) == Some(&b'#')
    }

    /// The first line from the byte `at` on that is not silent; `None` at the end of the text.
    pub(in crate::yaml) fn speaking(text: &str, at: usize) -> Option<Self> {
        let mut at = at;
        while at < text.len() {
            let line = Self::at(text, at);
            if !line.is_silent(text) {
                return Some(line);
            }
            at = line.next;
        }
        None
    }
}

/// A value and the comment behind it, as ranges of the text in which they were looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::yaml) struct KeyLine {
    /// The key, with its quotes.
    pub(in crate::yaml) key: Range<usize>,
    /// The colon.
    pub(in crate::yaml) colon: usize,
    /// The value, empty where none was written.
    pub(in crate::yaml) value: Range<usize>,
}

/// Whether the byte ends a line.
pub(in crate::yaml) fn is_break(byte: u8) -> bool {
    matches!(byte, b'\n' | b'\r')
}

/// Whether the byte is a blank or a tab.
pub(in crate::yaml) fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t')
}

/// Whether the letter is a blank, a tab or a blank from a text processor.
fn is_any_blank(letter: char) -> bool {
    matches!(letter, ' ' | '\t' | '\u{a0}' | '\u{202f}' | '\u{2007}')
}

/// The bytes of a text, or nothing where the range does not fit.
pub(in crate::yaml) fn slice(text: &str, range: Range<usize>) -> &str {
    text.get(range).unwrap_or("")
}

/// The first byte of the line that holds the byte `at`.
pub(in crate::yaml) fn line_start(text: &str, at: usize) -> usize {
    let before = text.as_bytes().get(..at.min(text.len())).unwrap_or_default();
    before.iter().rposition(|byte| is_break(*byte)).map_or(0, |at| at + 1)
}

/// The text, cut to what a message can bear.
pub(in crate::yaml) fn clip(text: &str) -> String {
    match text.char_indices().nth(CLIP) {
        Some((at, _)) => format!("{}…", slice(text, 0..at)),
        None => text.to_owned(),
    }
}

/// Where the comment of a line begins: at a `#` at its start or after a blank, outside quotes that open the text.
/// The answer is the length of the text where there is none.
pub(in crate::yaml) fn comment_start(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut blank_before = true;
    for (at, byte) in bytes.iter().enumerate() {
        if *byte == b'#' && blank_before {
            return at;
        }
        blank_before = is_blank(*byte);
    }
    bytes.len()
}

/// The length of the quoted text at the start of `text`, with its quotes; `None` where it is not closed.
pub(in crate::yaml) fn quoted_length(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let quote = *bytes.first().filter(|byte| matches!(byte, b'"' | b'\''))?;
    let mut at = 1;
    while let Some(byte) = bytes.get(at) {
        let escape = *byte == b'\\' && quote == b'"';
        let doubled = *byte == quote && quote == b'\'' && bytes.get(at + 1) == Some(&b'\'');
        if escape || doubled {
            at += 2;
        } else if *byte == quote {
            return Some(at + 1);
        } else {
            at += 1;
        }
    }
    None
}

/// Takes `key: value   # comment` apart. `None` where no colon stands at the end or before a blank.
pub(in crate::yaml) fn key_line(text: &str) -> Option<KeyLine> {
    let bytes = text.as_bytes();
    if matches!(bytes.first(), Some(b'|' | b'>' | b'[' | b'{')) {
        return None;
    }
    let from = quoted_length(text).unwrap_or(0);
    let ends = |at: usize| bytes.get(at).is_none_or(|byte| is_blank(*byte));
    let limit = from + comment_start(slice(text, from..text.len()));
    let colon = (from..limit).find(|at| bytes.get(*at) == Some(&b':') && ends(at + 1))?;
    let key = trimmed(text, 0..colon);
    let rest = trimmed(text, colon + 1..text.len());
    let rest_text = slice(text, rest.clone());
    let quoted = quoted_length(rest_text).unwrap_or(0);
    let end = rest.start + quoted + comment_start_after(slice(rest_text, quoted..rest_text.len()), quoted > 0);
    Some(KeyLine { key, colon, value: trimmed(text, rest.start..end) })
}

/// As `comment_start`, for a text of which something stands directly before it.
fn comment_start_after(text: &str, something_before: bool) -> usize {
    if something_before && text.starts_with('#') {
        return 1 + comment_start_after(slice(text, 1..text.len()), true);
    }
    comment_start(text)
}

/// The range without blanks at both ends.
pub(in crate::yaml) fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let inner = slice(text, range.clone());
    let start = range.start + (inner.len() - inner.trim_start_matches([' ', '\t']).len());
    let length = inner.trim_matches([' ', '\t']).len();
    start..start + length
}

/// Takes `key:value` apart, where a blank is missing after the colon. Addresses and times of day are none.
pub(in crate::yaml) fn tight_colon(text: &str) -> Option<KeyLine> {
    let colon = text.find(':')?;
    let (key, value) = (slice(text, 0..colon), slice(text, colon + 1..text.len()));
    let ends = |c: char| c.is_alphabetic() || c == '?';
    let named = key.starts_with(char::is_alphabetic) && key.ends_with(ends) && key.chars().all(is_of_name);
    let address = matches!(key, "mailto" | "tel" | "urn") || value.starts_with(['/', ':', ' ', '\t']);
    let says = value.contains(char::is_alphanumeric) && !value.contains(char::is_control);
    let fits = named && !address && key.len() <= CLIP && says && !value.contains(": ");
    fits.then(|| KeyLine { key: 0..colon, colon, value: trimmed(text, colon + 1..text.len()) })
}

/// Takes `key; value`, `key = value` and `key：value` apart: another sign stands where the colon should. The colon of
/// the answer is the first byte after the key.
pub(in crate::yaml) fn other_sign(text: &str) -> Option<KeyLine> {
    let (sign, letter) = text.char_indices().find(|(_, letter)| matches!(letter, ';' | '：' | '=' | '﹕' | '∶'))?;
    let key = trimmed(text, 0..sign);
    let written = slice(text, key.clone());
    let named = written.starts_with(char::is_alphabetic) && written.chars().all(is_of_name) && written.len() <= CLIP;
    let value = trimmed(text, sign + letter.len_utf8()..text.len());
    named.then_some(KeyLine { colon: key.end, key, value })
}

/// The colon of `Main desk:,`, behind which only signs without a meaning stand.
pub(in crate::yaml) fn signs_after_colon(text: &str) -> Option<usize> {
    let colon = text.find(':')?;
    let signs = slice(text, colon + 1..text.len());
    (colon > 0 && !signs.is_empty() && !signs.contains(char::is_alphanumeric)).then_some(colon)
}

/// Whether a letter is one of which names and keywords are made.
fn is_of_name(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, ' ' | '-' | '\'' | '’' | '?')
}

/// The text in quotes, such that it is read as it stands.
pub(in crate::yaml) fn in_quotes(text: &str) -> String {
    if text.contains(['"', '\\']) { format!("'{}'", text.replace('\'', "''")) } else { format!("\"{text}\"") }
}
