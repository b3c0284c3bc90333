//! Pieces that several sections share: their heads, tables of named parts, notes, links.

use crate::document::block::{Block, Inline, Row, Section, Text, WIDE, identity, link, plain, quiet, running, strong};
use crate::document::content::Content;
use crate::document::{marks, owner};
use crate::source::capital;
use crate::strategy::{Fact, Named, Note};

/// A component with its owner, its reasons, what of it has no meaning, and a sentence where it was not written.
pub(crate) fn section(content: &Content<'_>, number: usize, key: &'static str, question: &str) -> Section {
    let mut section = Section {
        id: identity(&[key]),
        title: format!("{number}. {}", capital(key)),
        strip: owner::strip(content, &[key]),
        question: question.to_owned(),
        blocks: Vec::new(),
    };
    let sections = content.strategy.components.sections();
    if let Some((_, written, _, note)) = sections.into_iter().find(|(known, ..)| *known == key) {
        section.blocks.extend(notes(note));
        if !written {
            section.blocks.push(Block::Paragraph { text: quiet("This part is not written yet.") });
        }
    }
    section.blocks.extend(marks::list(content, Some(key)));
    section
}

/// A part that governs the strategy as a whole. `keys` are the sections of the strategy that it shows.
pub(crate) fn governing(
    content: &Content<'_>,
    id: &str,
    title: &str,
    keys: &[&str],
    question: &str,
    blocks: Vec<Block>,
) -> Section {
    Section {
        id: id.to_owned(),
        title: title.to_owned(),
        strip: owner::strip(content, keys),
        question: question.to_owned(),
        blocks,
    }
}

/// Reasons and sources as notes.
pub(crate) fn notes(note: &Note) -> Vec<Block> {
    notes_of(note, "")
}

/// The same where it must be said what they are about.
pub(crate) fn notes_of(note: &Note, about: &str) -> Vec<Block> {
    let label = |word: &str| if about.is_empty() { word.to_owned() } else { format!("{word} ({about})") };
    let mut blocks = Vec::new();
    if let Some(why) = &note.why {
        blocks.push(Block::Note { label: label("Why"), text: running(why.value.trim()), address: None });
    }
    if let Some(source) = &note.source {
        let as_of = source.value.as_of.map_or_else(String::new, |date| format!(", as of {date}"));
        blocks.push(Block::Note {
            label: label("Source"),
            text: running(&format!("{}{as_of}", source.value.title)),
            address: source.value.address.clone(),
        });
    }
    blocks
}

/// The link to a named part of a section.
pub(crate) fn to(section: &str, name: &str) -> Inline {
    link(name, identity(&[section, name]))
}

/// A named part, with what holds for it although it is written elsewhere.
pub(crate) struct Part<'a> {
    /// Its name, and what is written below it.
    pub(crate) head: &'a Named,
    /// A label, and what holds under it.
    pub(crate) taken: Vec<(String, Text)>,
}

impl<'a> From<&'a Named> for Part<'a> {
    fn from(head: &'a Named) -> Self {
        Self { head, taken: Vec::new() }
    }
}

/// The facts under a label: its own, and those of the keys below it.
pub(crate) fn facts_under<'a>(head: &'a Named, label: &str) -> Vec<&'a Fact> {
    let under =
        |fact: &&Fact| fact.label == label || fact.label.strip_prefix(label).is_some_and(|it| it.starts_with(JOIN));
    head.facts.iter().filter(under).collect()
}

/// What stands between the keys of a label.
const JOIN: &str = " › ";

/// What stands under a label, or what holds instead, or a quiet default.
fn cell(content: &Content<'_>, part: &Part<'_>, label: &str, default: &str) -> Text {
    let facts = facts_under(part.head, label);
    if !facts.is_empty() {
        return value(content, &facts);
    }
    let taken = part.taken.iter().find(|(known, _)| known == label);
    match taken {
        Some((_, text)) => text.clone(),
        None if default.is_empty() => Vec::new(),
        None => quiet(default),
    }
}

/// What is written under one key. Keys below it are said with what they hold: `phone: 12 min; email: 18 min`.
pub(crate) fn value(content: &Content<'_>, facts: &[&Fact]) -> Text {
    let paths: Vec<(Vec<&str>, &Fact)> = facts
        .iter()
        .filter(|fact| !is_note(fact))
        .map(|fact| (fact.label.split(JOIN).skip(1).collect(), *fact))
        .collect();
    let mut text = Text::new();
    nested(content, &paths, 0, &mut text);
    text
}

fn nested(content: &Content<'_>, facts: &[(Vec<&str>, &Fact)], depth: usize, text: &mut Text) {
    let mut first = true;
    // What stands below a key stands together, so that no more is looked through than that.
    for below in facts.chunk_by(|(one, _), (next, _)| one.get(depth) == next.get(depth)) {
        let Some(key) = below.first().and_then(|(path, _)| path.get(depth)) else {
            below.iter().for_each(|(_, fact)| text.extend(marks::said(content, fact)));
            continue;
        };
        if !std::mem::take(&mut first) {
            text.extend(plain(if depth == 0 { "; " } else { ", " }));
        }
        text.extend(plain(if depth == 0 { format!("{key}: ") } else { format!("{key} ") }));
        nested(content, below, depth + 1, text);
    }
}

/// Whether a fact is the reason or the source of something below a key.
fn is_note(fact: &Fact) -> bool {
    fact.label.rsplit_once(JOIN).is_some_and(|(_, last)| matches!(last, "why" | "source"))
}

/// The reasons and sources that stand below keys, each with the key that it is about.
fn notes_below(head: &Named) -> Vec<Block> {
    let below = head.facts.iter().filter(|fact| is_note(fact)).filter_map(|fact| {
        let (about, word) = fact.label.rsplit_once(JOIN)?;
        let label = format!("{} ({about})", capital(word));
        Some(Block::Note { label, text: running(fact.text.trim()), address: None })
    });
    below.collect()
}

/// A column of a table of named parts: its heading, the label of the fact, and what holds where nothing is written.
pub(crate) type FactColumn = (&'static str, &'static str, &'static str);

/// A table of named parts, then for each part what the table does not show: further facts and reasons.
pub(crate) fn named_parts<'a, P: Into<Part<'a>>>(
    content: &Content<'_>,
    section: &str,
    caption: &str,
    what: &str,
    parts: impl Iterator<Item = P>,
    columns: &[FactColumn],
) -> Vec<Block> {
    let parts: Vec<Part<'_>> = parts.map(Into::into).collect();
    if parts.is_empty() {
        return Vec::new();
    }
    let shown: Vec<&FactColumn> = columns
        .iter()
        .filter(|(_, label, default)| {
            let says = |part: &Part<'_>| !facts_under(part.head, label).is_empty();
            !default.is_empty() || parts.iter().any(says)
        })
        .collect();
    let in_table: Vec<&str> = shown.iter().map(|(_, label, _)| *label).collect();
    let mut head = vec![plain(what)];
    head.extend(shown.iter().map(|(heading, ..)| plain(*heading)));
    let mut rows = Vec::with_capacity(parts.len());
    let mut below = Vec::new();
    for part in &parts {
        let mut name = strong(&part.head.name);
        if let Some(finding) = marks::misread(content, part.head.span) {
            name.extend([Inline::Text { text: " ".to_owned() }, marks::not_understood(Some(finding))]);
        }
        let mut cells = vec![name];
        cells.extend(shown.iter().map(|(_, label, default)| cell(content, part, label, default)));
        let details = details(content, section, part, &in_table);
        rows.push(row(section, &part.head.name, cells, &details));
        below.extend(details);
    }
    let wide = head.len() > WIDE;
    let mut blocks = vec![Block::Table { caption: caption.to_owned(), head, rows, wide }];
    blocks.extend(below);
    blocks
}

/// A row that links to the named part lead to, unless it has a heading of its own.
pub(crate) fn row(section: &str, name: &str, cells: Vec<Text>, details: &[Block]) -> Row {
    let id = if details.is_empty() { identity(&[section, name]) } else { String::new() };
    Row { id, cells }
}

/// What a table of named parts does not show of one of them, under its own heading; nothing where it shows all.
/// `shown` holds the keys that the table shows.
pub(crate) fn details(content: &Content<'_>, section: &str, part: &Part<'_>, shown: &[&str]) -> Vec<Block> {
    let head = part.head;
    let further = facts(content, head, |key| !shown.contains(&key));
    let taken = part.taken.iter().filter(|(label, _)| !shown.contains(&label.as_str()));
    let taken = taken.filter(|(label, _)| facts_under(head, label).is_empty());
    let further: Vec<(String, Text)> =
        further.into_iter().chain(taken.map(|(label, text)| (capital(label), text.clone()))).collect();
    let mut blocks = Vec::new();
    if !further.is_empty() {
        blocks.push(Block::Facts { facts: further });
    }
    blocks.extend(notes(&head.note));
    blocks.extend(notes_below(head));
    if !blocks.is_empty() {
        blocks.insert(0, Block::Heading { id: identity(&[section, &head.name]), text: head.name.clone() });
    }
    blocks
}

/// The outermost key of a label.
fn first_key(fact: &Fact) -> &str {
    fact.label.split(JOIN).next().unwrap_or_default()
}

/// Everything written under keys that are wanted, key by key.
pub(crate) fn facts(content: &Content<'_>, head: &Named, wanted: impl Fn(&str) -> bool) -> Vec<(String, Text)> {
    let said: Vec<&Fact> = head.facts.iter().filter(|fact| !fact.label.is_empty() && !is_note(fact)).collect();
    // What stands under a key stands together, so that no more is looked through than that.
    let mut pairs = Vec::new();
    for under in said.chunk_by(|one, next| first_key(one) == first_key(next)) {
        let Some(fact) = under.first().filter(|fact| wanted(first_key(fact))) else { continue };
        pairs.push((marks::label(content, fact, first_key(fact)), value(content, under)));
    }
    pairs
}

/// Everything that a section with keys of its own says, with the reasons that stand below its keys.
pub(crate) fn own_facts(content: &Content<'_>, head: &Named, wanted: impl Fn(&str) -> bool) -> Vec<Block> {
    let facts = facts(content, head, &wanted);
    let mut blocks = if facts.is_empty() { Vec::new() } else { vec![Block::Facts { facts }] };
    let below = head.facts.iter().filter(|fact| is_note(fact) && fact.label.split(JOIN).next().is_some_and(&wanted));
    let wanted: Vec<&Fact> = below.collect();
    let part = Named { facts: wanted.into_iter().cloned().collect(), ..Named::default() };
    blocks.extend(notes_below(&part));
    blocks
}

/// A heading for a named part, so that links to it lead somewhere, with all that is written below it.
pub(crate) fn headed(content: &Content<'_>, section: &str, head: &Named) -> Vec<Block> {
    let blocks = details(content, section, &head.into(), &[]);
    if blocks.is_empty() {
        return vec![Block::Heading { id: identity(&[section, &head.name]), text: head.name.clone() }];
    }
    blocks
}
