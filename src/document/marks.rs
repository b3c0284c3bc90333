//! What was not understood: shown as it was written, and marked with the finding that says why.

use crate::document::block::{Block, Inline, State, Text, plain, quiet, running, state};
use crate::document::content::Content;
use crate::source::{Diagnostic, Severity, Span, capital};
use crate::strategy::{FINDINGS, Fact};

/// The findings of reading: something written has no meaning.
fn misreadings<'a>(content: &Content<'a>) -> impl Iterator<Item = &'a Diagnostic> {
    let must = content.findings.iter().take_while(|found| found.severity == Severity::Must);
    must.filter(|found| FINDINGS.iter().any(|finding| finding.name == found.finding.name))
}

/// The finding that says that something at this place has no meaning.
pub(crate) fn misread(content: &Content<'_>, span: Span) -> Option<&'static str> {
    let meets = |at: Span| {
        let overlaps = at.start < span.end && span.start < at.end;
        at.source == span.source && (overlaps || at == span)
    };
    let here = |found: &&Diagnostic| {
        meets(found.primary) || (found.repeats > 0 && found.related.iter().any(|related| meets(related.span)))
    };
    content
        .findings
        .iter()
        .take_while(|found| found.severity == Severity::Must)
        .filter(here)
        .map(|found| found.finding.name)
        .find(|name| FINDINGS.iter().any(|finding| finding.name == *name))
}

/// The mark beside something that has no meaning, with the name of the finding where it is known.
pub(crate) fn not_understood(finding: Option<&str>) -> Inline {
    state(State::Gap, finding.map_or_else(|| "not understood".to_owned(), |name| format!("not understood: {name}")))
}

/// A text as written, marked where something in it has no meaning.
pub(crate) fn as_written(content: &Content<'_>, text: &str, span: Span) -> Text {
    let mut shown = running(text.trim());
    shown.extend(misread(content, span).into_iter().flat_map(|name| marked(Some(name))));
    shown
}

/// A text as written of which it is known that it has no meaning.
pub(crate) fn unread(content: &Content<'_>, text: &str, span: Span) -> Text {
    let mut shown = running(text.trim());
    shown.extend(marked(misread(content, span)));
    shown
}

fn marked(finding: Option<&str>) -> [Inline; 2] {
    [Inline::Text { text: " ".to_owned() }, not_understood(finding)]
}

/// What a key says, marked where the value or the key has no meaning.
pub(crate) fn said(content: &Content<'_>, fact: &Fact) -> Text {
    let places = fact.keys.iter().copied().chain([fact.span]);
    let finding = places.filter_map(|span| misread(content, span)).next();
    let mut shown = if fact.text.trim().is_empty() { quiet("nothing written") } else { running(fact.text.trim()) };
    shown.extend(finding.into_iter().flat_map(|name| marked(Some(name))));
    shown
}

/// The key of a fact as a label. One that the language does not have is shown as it was written.
pub(crate) fn label(content: &Content<'_>, fact: &Fact, key: &str) -> String {
    let unknown = fact.keys.first().is_some_and(|span| misread(content, *span).is_some());
    if unknown { key.to_owned() } else { capital(key) }
}

/// What has no meaning in one part of the strategy, or outside of the ten parts where `section` is `None`: each with
/// its line and the name of its finding.
pub(crate) fn list(content: &Content<'_>, section: Option<&str>) -> Vec<Block> {
    let components = content.strategy.components.sections();
    let here = |found: &&Diagnostic| {
        let first = found.path.first().map(|first| first.to_lowercase());
        match section {
            Some(section) => first.as_deref() == Some(section),
            None => !components.iter().any(|(key, ..)| first.as_deref() == Some(*key)),
        }
    };
    let items: Vec<Text> = misreadings(content).filter(here).map(|found| item(content, found)).collect();
    if items.is_empty() {
        return Vec::new();
    }
    let words = "Not understood here, and therefore without effect until it is put right:";
    vec![Block::Paragraph { text: vec![state(State::Gap, words)] }, Block::List { numbered: false, items }]
}

fn item(content: &Content<'_>, found: &Diagnostic) -> Text {
    let line = content.sources.start(found.primary).line;
    let file = content.sources.name(found.primary);
    let place = if file == content.sources.name(content.strategy.start) { String::new() } else { format!("{file}, ") };
    let more = match found.repeats {
        0 => String::new(),
        1 => ", and in 1 more place".to_owned(),
        several => format!(", and in {several} more places"),
    };
    let mut text = plain(format!("{place}line {line}{more}: {} ", found.headline));
    text.extend(quiet(format!("({})", found.finding.name)));
    text
}
