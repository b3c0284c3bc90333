//! 2. Contact types: why customers contact us.

use crate::document::block::{Inline, Section, Text};
use crate::document::content::Content;
use crate::document::parts::{Part, facts_under, named_parts, section, value};
use crate::strategy::{ContactTypeModel, Named};

/// What a part takes over from the type that it is a part of, where it does not say so itself.
const TAKEN_OVER: [&str; 5] = ["gravity", "reply", "private only", "never on", "handle time"];

pub(super) fn write(content: &Content<'_>) -> Option<Section> {
    let mut section = section(content, 2, "contact types", "Why do customers contact us, and how grave is it?");
    let types = &content.strategy.components.contact_types.content.types;
    section.blocks.extend(named_parts(
        content,
        "contact types",
        "Contact types",
        "Contact type",
        types.iter().map(|one| with_parent(content, one)),
        &[
            ("Part of", "part of", ""),
            ("Examples", "examples", ""),
            ("Gravity", "gravity", "normal"),
            ("Share of contacts", "share of contacts", ""),
            ("Handle time", "handle time", ""),
            ("Reply", "reply", "always"),
            ("Business unit", "business unit", ""),
        ],
    ));
    Some(section)
}

/// A contact type with what it takes over, marked so.
fn with_parent<'a>(content: &Content<'a>, one: &'a ContactTypeModel) -> Part<'a> {
    let model = &content.strategy.components.contact_types.content;
    let parent = one.part_of.and_then(|parent| model.get(parent.value));
    let taken = parent.map_or_else(Vec::new, |parent| {
        let labels = TAKEN_OVER.into_iter().filter(|label| facts_under(&one.head, label).is_empty());
        labels.filter_map(|label| Some((label.to_owned(), as_for(content, &parent.head, label)?))).collect()
    });
    Part { head: &one.head, taken }
}

fn as_for(content: &Content<'_>, parent: &Named, label: &str) -> Option<Text> {
    let facts = facts_under(parent, label);
    if facts.is_empty() {
        return None;
    }
    let mut text = value(content, &facts);
    text.push(Inline::Quiet { text: format!(", as for {}", parent.name) });
    Some(text)
}
