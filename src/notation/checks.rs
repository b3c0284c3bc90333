//! What the tests of all readers share: places that are right, forms that print back, near misses.

use std::fmt::Display;

use crate::notation::misread::Misread;
use crate::notation::misread_kind::MisreadKind;
use crate::source::{Excerpt, SourceId, Span, Spanned};

/// A text that stands at the start of a file.
pub(crate) fn exact(text: &str) -> Excerpt<'_> {
    Excerpt::exact(text, Span::new(SourceId(0), 0, text.len()))
}

/// The text at a place of a file that begins with `text`.
pub(crate) fn at(text: &str, span: Span) -> &str {
    text.get(span.range()).unwrap()
}

/// Each text reads, prints as it was written, and its place is the whole text.
pub(crate) fn read_all<T: Display>(reader: impl Fn(Excerpt<'_>) -> Result<Spanned<T>, Misread>, texts: &[&str]) {
    for text in texts {
        let read = reader(exact(text)).unwrap_or_else(|misread| panic!("{text}: {misread:?}"));
        assert_eq!(read.value.to_string(), *text);
        assert_eq!(read.span, exact(text).span, "{text}");
    }
}

/// The text is misread so, with that suggestion; a suggestion and all choices read.
#[track_caller]
pub(crate) fn misread<T>(
    reader: impl Fn(Excerpt<'_>) -> Result<T, Misread>,
    text: &str,
    kind: &MisreadKind,
    suggestion: Option<&str>,
) {
    let Err(found) = reader(exact(text)) else { panic!("{text}: reads") };
    assert_eq!((&found.kind, found.suggestion.as_deref()), (kind, suggestion), "{text}");
    assert!(exact(text).span.holds(found.span), "{text}: {:?}", found.span);
    for rewritten in found.suggestion.iter().chain(&found.choices) {
        assert!(reader(exact(rewritten)).is_ok(), "{text}: {rewritten}");
    }
}

/// Each text reads and prints as it was written.
pub(crate) fn print_all<T: Display>(reader: impl Fn(Excerpt<'_>) -> Result<T, Misread>, texts: &[&str]) {
    for text in texts {
        let read = reader(exact(text)).unwrap_or_else(|misread| panic!("{text}: {misread:?}"));
        assert_eq!(read.to_string(), *text);
    }
}
