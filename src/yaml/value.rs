//! Names what is wrong with a value or a key that the crate does not read, and keeps its text.

use std::ops::Range;

use crate::source::{CLOSING_QUOTES, Edit, Pasted, Span, ascii_quote};
use crate::yaml::events::{Cause, Piece, Place, read_piece};
use crate::yaml::fault::{FaultKind, Reserved};
use crate::yaml::line::{Line, clip, in_quotes, quoted_length, slice};
use crate::yaml::reading::Reader;
use crate::yaml::tree::{Node, Scalar, Style, Value};

impl Reader<'_> {
    /// A value as far as it can be made out; its fault is told. `key` is empty for an item of a list.
    pub(in crate::yaml) fn named_value(&mut self, key: &str, range: Range<usize>, cause: Option<&Cause>) -> Node {
        let written = slice(self.text, range.clone());
        let span = self.builder.span(range.start, range.end);
        let raw = self.builder.raw(range.start, range.end);
        if cause == Some(&Cause::TooDeep) {
            self.too_deep(Line { content: range.start, ..Line::at(self.text, range.start) });
            return raw;
        }
        if written.contains(|c: char| c.is_control() && c != '\t') {
            self.unreadable(Line { content: range.start, ..Line::at(self.text, range.start) }, cause);
            return raw;
        }
        match written.chars().next() {
            None => return self.nothing(range.start),
            Some('@') => return self.handle(range),
            Some('"' | '\'') => return self.quoted(range, cause),
            Some('[' | '{') => return self.bracketed(range, cause),
            Some('-') if written == "-" => {
                let kind = FaultKind::LoneDash { key: clip(key) };
                let edits = vec![Edit { span, text: in_quotes(written) }];
                self.builder.fault(span, kind, edits);
                return raw;
            }
            Some(_) => {}
        }
        if let Some(start) = reserved(written) {
            self.reserve(span, start);
        } else if let Some(colon) = second_colon(written) {
            let before = clip(slice(written, 0..colon).trim_end());
            let colon = self.builder.span(range.start + colon, range.start + colon + 1);
            let kind = FaultKind::SecondColon { key: clip(key), before, colon };
            self.builder.fault(colon, kind, vec![Edit { span, text: in_quotes(written) }]);
        } else {
            self.unreadable(Line { content: range.start, ..Line::at(self.text, range.start) }, cause);
        }
        raw
    }

    /// Tells what is wrong with a key as written.
    pub(in crate::yaml) fn name_key(&mut self, span: Span) {
        let written = slice(self.text, span.range());
        if written.starts_with('@') {
            self.reserve(span, Reserved::At);
        } else if let Some(start) = reserved(written) {
            self.reserve(span, start);
        } else if let Some(length) = quoted_length(written).filter(|length| *length < written.len()) {
            let kind = text_after(written, length);
            self.builder.fault(span, kind, vec![Edit { span, text: in_quotes(written) }]);
        } else if let Some(quote) = written.chars().next().filter(|first| matches!(first, '"' | '\'')) {
            let opened = self.builder.span(span.start as usize, span.start as usize + 1);
            let edits = vec![Edit { span, text: in_quotes(written) }];
            self.builder.fault(span, FaultKind::UnclosedQuote { quote, opened }, edits);
        }
    }

    /// Tells that a value or a key begins with a character that has a meaning of its own.
    fn reserve(&mut self, span: Span, start: Reserved) {
        let written = slice(self.text, span.range());
        let kind = FaultKind::ReservedStart { start, text: clip(written) };
        self.builder.fault(span, kind, vec![Edit { span, text: in_quotes(written) }]);
    }

    /// `@acornhelp`: one word is read without its `@`, more words as they stand.
    fn handle(&mut self, range: Range<usize>) -> Node {
        let written = slice(self.text, range.clone());
        let span = self.builder.span(range.start, range.end);
        let handle = written.trim_start_matches('@');
        let one_word = !handle.is_empty() && !handle.contains([' ', '\t', ',']);
        let edit = if one_word { handle.to_owned() } else { in_quotes(written) };
        let kind = FaultKind::AtHandle { handle: clip(handle) };
        self.builder.fault(span, kind, vec![Edit { span, text: edit }]);
        let skipped = if one_word { written.len() - handle.len() } else { 0 };
        self.builder.raw(range.start + skipped, range.end)
    }

    /// A value that begins with a quote.
    fn quoted(&mut self, range: Range<usize>, cause: Option<&Cause>) -> Node {
        let written = slice(self.text, range.clone());
        let span = self.builder.span(range.start, range.end);
        let opened = self.builder.span(range.start, range.start + 1);
        let quote = if written.starts_with('"') { '"' } else { '\'' };
        match quoted_length(written) {
            None => {
                let last = written.char_indices().next_back().filter(|(_, last)| CLOSING_QUOTES.contains(last));
                let Some((at, last)) = last else {
                    let end = self.builder.span(range.end, range.end);
                    let edits = vec![Edit { span: end, text: quote.to_string() }];
                    self.builder.fault(span, FaultKind::UnclosedQuote { quote, opened }, edits);
                    return self.builder.raw(range.start + 1, range.end);
                };
                let place = self.builder.span(range.start + at, range.start + at + last.len_utf8());
                let places = vec![Edit { span: place, text: ascii_quote(last).to_string() }];
                let kind = FaultKind::Pasted { what: Pasted::SmartQuotes, places: places.clone() };
                self.builder.fault(place, kind, places);
                self.builder.raw(range.start + 1, range.start + at)
            }
            Some(length) if length < written.len() => {
                if let Some(node) = self.quotes_inside(span, quote, length) {
                    return node;
                }
                let kind = text_after(written, length);
                self.builder.fault(span, kind, vec![Edit { span, text: in_quotes(written) }]);
                self.builder.raw(range.start, range.end)
            }
            Some(length) => {
                let inner = slice(written, 1..length - 1);
                let Some(at) = inner.find('\\') else {
                    self.unreadable(Line { content: range.start, ..Line::at(self.text, range.start) }, cause);
                    return self.builder.raw(range.start, range.end);
                };
                let escape: String = slice(inner, at..inner.len()).chars().take(2).collect();
                let kind = FaultKind::UnknownEscape { escape };
                let edits = vec![Edit { span, text: format!("'{}'", inner.replace('\'', "''")) }];
                self.builder.fault(span, kind, edits);
                self.builder.raw(range.start + 1, range.end - 1)
            }
        }
    }

    /// `'Corner's Books'` and `'phone', 'chat'`, which are meant without their outer quotes.
    fn quotes_inside(&mut self, span: Span, quote: char, length: usize) -> Option<Node> {
        let written = slice(self.text, span.range());
        if let Some(bare) = without_quotes(written) {
            self.builder.fault(span, FaultKind::QuotedParts, vec![Edit { span, text: bare.clone() }]);
            let text = Scalar { exact: false, ..Scalar::new(bare, span, Style::Plain) };
            return Some(Node { span, value: Value::Scalar(text) });
        }
        let inner = inside_quotes(written, quote, length)?;
        let kind = FaultKind::QuoteInside { quote, inner: clip(inner) };
        self.builder.fault(span, kind, vec![Edit { span, text: plain_or_quoted(inner) }]);
        Some(self.builder.raw(span.start as usize + 1, span.end as usize - 1))
    }

    /// A value in brackets: closes what is open at its end and reads it again.
    fn bracketed(&mut self, range: Range<usize>, cause: Option<&Cause>) -> Node {
        let written = slice(self.text, range.clone());
        let line = Line { content: range.start, ..Line::at(self.text, range.start) };
        let Some((missing, at)) = unclosed(written) else {
            self.unreadable(line, cause);
            return self.builder.raw(range.start, range.end);
        };
        let open = if slice(written, at..at + 1) == "[" { '[' } else { '{' };
        let opened = self.builder.span(range.start + at, range.start + at + 1);
        let end = self.builder.span(range.end, range.end);
        let span = self.builder.span(range.start, range.end);
        if open == '{' && at == 0 && !written.contains(':') {
            // Without a colon there is nothing that it could hold.
            let edits = vec![Edit { span: opened, text: String::new() }];
            self.builder.fault(span, FaultKind::UnclosedFlow { open, opened }, edits);
            return self.builder.raw(range.start + 1, range.end);
        }
        self.builder.fault(
            span,
            FaultKind::UnclosedFlow { open, opened },
            vec![Edit { span: end, text: missing.clone() }],
        );
        let scratch = format!("{written}{missing}");
        let mut apart = crate::yaml::frames::Builder::new(self.builder.source, self.text);
        let piece = Piece { text: &scratch, base: range.start, cap: range.end, column: 0, place: Place::Root };
        let levels = self.builder.frames.len() + missing.len();
        let reads = read_piece(&mut apart, piece).is_ok() && levels < crate::yaml::frames::DEPTH_LIMIT;
        match apart.root.take().filter(|_| reads && apart.frames.is_empty() && apart.faults.is_empty()) {
            Some(node) if self.builder.charge(apart.nodes) => node,
            Some(_) | None => self.builder.raw(range.start, range.end),
        }
    }
}

/// What stands between the quotes at both ends of a text, where the same quote closes (after `length` bytes) inside it
/// already, before a letter.
pub(in crate::yaml) fn inside_quotes(written: &str, quote: char, length: usize) -> Option<&str> {
    let goes_on = slice(written, length..written.len()).starts_with(char::is_alphanumeric)
        || slice(written, 0..length - 1).ends_with(' ');
    let inner = written.strip_prefix(quote)?.strip_suffix(quote)?;
    (goes_on && !inner.contains(['\\', '\n', '\r']) && !inner.trim().is_empty()).then_some(inner)
}

/// `phone, chat` of `'phone', 'chat'`, where nothing in it needs quotes.
fn without_quotes(written: &str) -> Option<String> {
    let parts = written.split(',').map(|part| {
        let part = part.trim();
        let inner = part.get(1..part.len().checked_sub(1)?)?;
        let whole = quoted_length(part) == Some(part.len());
        (whole && !inner.is_empty() && !inner.contains(['"', '\'', '\\'])).then_some(inner)
    });
    let bare = parts.collect::<Option<Vec<&str>>>()?.join(", ");
    is_plain(&bare).then_some(bare)
}

/// Whether a text reads as it stands without quotes.
fn is_plain(text: &str) -> bool {
    !is_special(text) && text.trim() == text && second_colon(text).is_none() && !text.contains(" #")
}

/// The text without quotes where it reads so, otherwise in those that do not stand in it.
pub(in crate::yaml) fn plain_or_quoted(text: &str) -> String {
    if is_plain(text) && !text.starts_with('#') { text.to_owned() } else { in_quotes(text) }
}

/// Whether a text cannot stand without quotes, because of the character with which it begins.
pub(in crate::yaml) fn is_special(written: &str) -> bool {
    written.starts_with(['@', '"', '\'', '[', '{']) || reserved(written).is_some()
}

/// The character with a meaning of its own with which a text begins.
fn reserved(written: &str) -> Option<Reserved> {
    let mut letters = written.chars();
    let first = letters.next()?;
    let alone = letters.next().is_none_or(|second| second == ' ' || second == '\t');
    match first {
        '*' => Some(Reserved::Star),
        '&' => Some(Reserved::Ampersand),
        '!' => Some(Reserved::Exclamation),
        '%' => Some(Reserved::Percent),
        '`' => Some(Reserved::Backtick),
        '|' => Some(Reserved::Bar),
        '>' => Some(Reserved::Greater),
        ',' => Some(Reserved::Comma),
        ']' | '}' => Some(Reserved::ClosingBracket),
        '?' if alone => Some(Reserved::Question),
        '-' if alone => Some(Reserved::Dash),
        ':' if alone => Some(Reserved::Colon),
        _ => None,
    }
}

/// Where a second colon stands that the crate takes for that of a key.
fn second_colon(written: &str) -> Option<usize> {
    let bytes = written.as_bytes();
    let ends = |at: usize| bytes.get(at).is_none_or(|byte| crate::yaml::line::is_blank(*byte));
    (0..bytes.len()).find(|at| bytes.get(*at) == Some(&b':') && ends(at + 1))
}

/// A closed quote with something behind it.
fn text_after(written: &str, length: usize) -> FaultKind {
    FaultKind::TextAfterQuote {
        quoted: clip(slice(written, 0..length)),
        rest: clip(slice(written, length..written.len()).trim()),
    }
}

/// The brackets that are missing at the end, and where the innermost of those that need them opened. `None` where
/// nothing is missing at the end.
fn unclosed(written: &str) -> Option<(String, usize)> {
    let mut open = Vec::new();
    let mut at = 0;
    while at < written.len() {
        let rest = slice(written, at..written.len());
        match rest.chars().next() {
            Some('[') => open.push((']', at)),
            Some('{') => open.push(('}', at)),
            Some(closing @ (']' | '}')) => {
                if open.pop().is_none_or(|(wanted, _)| wanted != closing) {
                    return None;
                }
            }
            Some('"' | '\'') if slice(written, 0..at).ends_with([' ', '[', '{', ',']) => {
                at += quoted_length(rest)?.saturating_sub(1);
            }
            Some(_) | None => {}
        }
        at += rest.chars().next().map_or(1, char::len_utf8);
    }
    let place = open.last().map(|(_, at)| *at)?;
    Some((open.iter().rev().map(|(closing, _)| *closing).collect(), place))
}
