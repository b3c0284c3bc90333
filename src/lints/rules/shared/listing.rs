//! Names and numbers in sentences, and where a name stands in its list.

use crate::source::{Span, quoted};
use crate::strategy::Fact;

/// How many names a sentence holds before it says how many more there are.
const NAMED_AT_MOST: usize = 3;

/// `"a"`, `"a" and "b"`, `"a", "b" and "c"`; from four on the first three and how many more there are.
#[must_use]
pub(crate) fn listed<S: AsRef<str>>(names: impl IntoIterator<Item = S>) -> String {
    counted(names.into_iter().map(|name| quoted(name.as_ref())))
}

/// The same of what is worded already.
#[must_use]
pub(crate) fn counted(words: impl IntoIterator<Item = String>) -> String {
    let mut words: Vec<String> = words.into_iter().collect();
    let more = words.len().saturating_sub(NAMED_AT_MOST);
    words.truncate(NAMED_AT_MOST);
    if more > 0 {
        return format!("{} and {more} more", words.join(", "));
    }
    match words.split_last() {
        None => "nothing".to_owned(),
        Some((only, [])) => only.clone(),
        Some((last, first)) => format!("{} and {last}", first.join(", ")),
    }
}

/// The name in quotation marks where there is one, else how many there are: `"Main desk"`, `3 desks`.
#[must_use]
pub(crate) fn one_or_count<S: AsRef<str>>(names: &[S], many: &str) -> String {
    match names {
        [only] => quoted(only.as_ref()),
        _ => format!("{} {many}", names.len()),
    }
}

/// `has` of one, `have` of none or several.
#[must_use]
pub(crate) fn agreeing<'w>(count: usize, one: &'w str, several: &'w str) -> &'w str {
    if count == 1 { one } else { several }
}

/// Where an item of a list stands that was written as one line of text; none where that cannot be told.
#[must_use]
pub(crate) fn place_of(list: &Fact, item: &str) -> Option<Span> {
    let written = list.span.range();
    let mut at = written.start;
    if written.len() != list.text.len() {
        return None;
    }
    for piece in list.text.split(',') {
        let begins = at + piece.len() - piece.trim_start().len();
        let name = piece.split(" (").next().unwrap_or(piece).trim();
        if name == item {
            return Some(Span::new(list.span.source, begins, begins + name.len()));
        }
        at += piece.len() + 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_name_three_and_count_the_rest() {
        assert_eq!(listed::<&str>([]), "nothing");
        assert_eq!(listed(["a"]), "\"a\"");
        assert_eq!(listed(["a", "b"]), "\"a\" and \"b\"");
        assert_eq!(listed(["a".to_owned(), "b".to_owned(), "c".to_owned()]), "\"a\", \"b\" and \"c\"");
        assert_eq!(listed(["a", "b", "c", "d", "e"]), "\"a\", \"b\", \"c\" and 2 more");
        assert_eq!(one_or_count(&["a"], "desks"), "\"a\"");
        assert_eq!(one_or_count(&["a", "b"], "desks"), "2 desks");
    }

    #[test]
    fn an_item_is_found_in_its_line() {
        let span = |start, end| Span::new(crate::source::SourceId(0), start, end);
        let text = "orders, German (fluent), refunds".to_owned();
        let fact = Fact { label: "needs".into(), span: span(100, 100 + text.len()), text, keys: Vec::new() };
        assert_eq!(place_of(&fact, "German"), Some(span(108, 114)));
        assert_eq!(place_of(&fact, "refunds"), Some(span(125, 132)));
        assert_eq!(place_of(&fact, "French"), None);
        let quoted = Fact { span: span(100, 200), ..fact };
        assert_eq!(place_of(&quoted, "orders"), None, "the text does not stand there letter for letter");
    }
}
