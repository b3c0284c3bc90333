//! Words that several lints share: names in a list, and one contact for a story.

use crate::calendar::Date;
use crate::policy::{ChannelId, ContactTypeId, Policy, SegmentId};
use crate::source::Span;
use crate::strategy::Fact;
use crate::strategy::words::quoted;

/// How many names a sentence holds before it says how many more there are.
pub(super) const NAMED_AT_MOST: usize = 3;

/// `"a", "b" and "c"`, or `"a", "b", "c" and 4 more`.
pub(super) fn listed<'n>(names: impl IntoIterator<Item = &'n str>) -> String {
    counted(names.into_iter().map(quoted))
}

/// The same of what is worded already.
pub(super) fn counted(words: impl IntoIterator<Item = String>) -> String {
    let mut words: Vec<String> = words.into_iter().collect();
    let more = words.len().saturating_sub(NAMED_AT_MOST);
    words.truncate(NAMED_AT_MOST);
    if more > 0 {
        return format!("{} and {more} more", words.join(", "));
    }
    match words.split_last() {
        None => String::new(),
        Some((only, [])) => only.clone(),
        Some((last, first)) => format!("{} and {last}", first.join(", ")),
    }
}

/// `has` of one, `have` of none or several.
pub(super) fn agreeing<'w>(count: usize, one: &'w str, several: &'w str) -> &'w str {
    if count == 1 { one } else { several }
}

/// One contact in words: `"Order help" on "phone" from "Trail Club"`; what the strategy does not name is left out.
pub(super) fn contact(
    policy: &Policy,
    contact_type: Option<ContactTypeId>,
    channel: Option<ChannelId>,
    segment: Option<SegmentId>,
) -> String {
    let mut words = contact_type
        .and_then(|id| policy.contact_type(id))
        .map_or_else(|| "A contact".to_owned(), |contact_type| quoted(&contact_type.name));
    if let Some(channel) = channel.and_then(|id| policy.channel(id)) {
        words += &format!(" on {}", quoted(&channel.name));
    }
    if let Some(segment) = segment.and_then(|id| policy.segment(id)) {
        words += &format!(" from {}", quoted(&segment.name));
    }
    words
}

/// A date as people say it: `Monday 7 December 2026`.
pub(super) fn said(date: Date) -> String {
    format!("{} {} {} {}", date.weekday().name(), date.day(), date.month_name(), date.year())
}

/// Where an item of a list stands that was written as one line of text; none where that cannot be told.
pub(super) fn place_of(list: &Fact, item: &str) -> Option<Span> {
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
        assert_eq!(listed([]), "");
        assert_eq!(listed(["a"]), "\"a\"");
        assert_eq!(listed(["a", "b"]), "\"a\" and \"b\"");
        assert_eq!(listed(["a", "b", "c"]), "\"a\", \"b\" and \"c\"");
        assert_eq!(listed(["a", "b", "c", "d", "e"]), "\"a\", \"b\", \"c\" and 2 more");
    }

    #[test]
    fn an_item_is_found_in_its_line() {
        let span = |start, end| Span::new(crate::source::SourceId(0), start, end);
        let text = "orders, German (fluent), refunds".to_owned();
        let fact = Fact { label: "needs".into(), span: span(100, 100 + text.len()), text };
        assert_eq!(place_of(&fact, "German"), Some(span(108, 114)));
        assert_eq!(place_of(&fact, "refunds"), Some(span(125, 132)));
        assert_eq!(place_of(&fact, "French"), None);
        let quoted = Fact { span: span(100, 200), ..fact };
        assert_eq!(place_of(&quoted, "orders"), None, "the text does not stand there letter for letter");
    }
}
