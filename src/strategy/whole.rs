//! A whole strategy: written, meant, and what of it runs.

use std::collections::BTreeMap;

use crate::policy::{Claims, Origins, Policy, PolicyBuilder};
use crate::source::{Diagnostic, Sink, Span, Spanned, quoted};
use crate::strategy::components::{self, Components, ComponentsSyntax};
use crate::strategy::governance::{Governance, GovernanceSyntax};
use crate::strategy::header::{self, Header};
use crate::strategy::merge::Merged;
use crate::strategy::names::{NameKind, Names};
use crate::strategy::reader::{self, Keys};
use crate::strategy::{errors, otherwise, renamed, section_words, tables};
use crate::yaml::{Entry, Fault, FaultKind, Value};

/// A strategy as it was written.
#[derive(Debug, Clone, Default)]
pub struct StrategySyntax {
    /// The top of the file.
    pub header: Header,
    /// The ten components.
    pub components: ComponentsSyntax,
    /// The governance part.
    pub governance: GovernanceSyntax,
    /// Kinds of names whose section could not be read whole.
    pub unreadable: Vec<NameKind>,
    /// Names that an overlay took away, and where it says so.
    pub removed: Vec<(NameKind, Spanned<String>)>,
    /// Whether anything was written at all.
    pub blank: bool,
    /// The start of the first file.
    pub start: Span,
}

/// A strategy as it is meant.
#[derive(Debug, Clone, Default)]
pub struct Strategy {
    /// The top of the file.
    pub header: Header,
    /// The ten components.
    pub components: Components,
    /// The governance part.
    pub governance: Governance,
    /// Who is called what.
    pub names: Names,
    /// Whether anything was written at all.
    pub blank: bool,
    /// The start of the first file.
    pub start: Span,
}

/// Reads the sections. A section that is written twice is reported with both places.
#[must_use]
pub fn read(merged: &Merged, sink: &mut Sink) -> StrategySyntax {
    for fault in &merged.faults {
        sink.push(told(merged, fault));
    }
    for span in &merged.shapeless {
        sink.push(errors::no_sections(*span));
    }
    let start = Span::new(merged.first(), 0, 0);
    let mut syntax = StrategySyntax { start, ..StrategySyntax::default() };
    let mut seen: BTreeMap<&str, &Entry> = BTreeMap::new();
    let mut top: Vec<&Entry> = Vec::new();
    let mut twice: Vec<&str> = Vec::new();
    for entry in &merged.entries {
        if let Some(first) = seen.get(entry.key.text.as_str()) {
            sink.push(errors::described_twice(&entry.key.text, first, entry, false));
            twice.push(&entry.key.text);
            continue;
        }
        seen.insert(&entry.key.text, entry);
        top.push(entry);
    }
    syntax.blank = top.is_empty();
    if syntax.blank {
        if sink.is_empty() {
            sink.push(errors::nothing_written(start));
        }
        return syntax;
    }
    read_sections(&top, (!merged.incomplete).then_some(start), &mut syntax, sink);
    otherwise::tell(&merged.entries, sink);
    syntax.unreadable = unreadable(merged, &twice);
    syntax.removed = removed(merged);
    syntax
}

/// The finding of a fault, with what only the whole file knows.
fn told(merged: &Merged, fault: &Fault) -> Diagnostic {
    if let FaultKind::LoneDash { key } = &fault.kind {
        let path = merged.path_at(fault.span);
        return errors::lone_dash(key, path.first().map_or("", String::as_str), tables::is_text(&path), fault.span);
    }
    let finding = errors::fault(fault);
    match (&fault.kind, fault.edits.first()) {
        // A hashtag stands behind the value that it belongs to.
        (FaultKind::HashtagInside { .. }, Some(edit)) => finding.path(merged.path_at(edit.span.at_start())),
        (_, _) => finding,
    }
}

fn read_sections(top: &[&Entry], start: Option<Span>, syntax: &mut StrategySyntax, sink: &mut Sink) {
    let mut header_entries: Vec<Entry> = Vec::new();
    for entry in top {
        let section = syntax.components.read(entry, sink) || syntax.governance.read(entry, sink);
        if section {
            if entry.value.is_empty() {
                reader::report_empty(entry, sink, empty_section(entry, top));
            }
            continue;
        }
        if header::FIELDS.iter().any(|field| field.fits(&entry.key.text)) {
            header_entries.push((*entry).clone());
        } else if sink.has_enough_of("unknown-key") {
            sink.withhold();
        } else {
            sink.push(unknown_at_top(entry, &renamed::places(top)));
        }
    }
    let keys: Keys<'_> = reader::sort(&header_entries, "", header::FIELDS, sink);
    syntax.header = header::read(&keys, start, sink);
    syntax.header.facts = reader::facts(&header_entries);
}

/// A key at the top that means nothing: what was meant is there already, or nothing is near it.
fn unknown_at_top(entry: &Entry, places: &BTreeMap<&str, Span>) -> Diagnostic {
    let meant = section_words::section(&entry.key.text, renamed::has_lines(entry));
    if let Some((name, place)) = meant.as_deref().and_then(|name| Some((name, *places.get(name)?))) {
        return errors::other_name_of_section(entry, name, place);
    }
    if renamed::has_lines(entry) {
        let all = || components::TABLES.iter().map(|table| table.key.to_owned());
        let missing: Vec<String> = all().filter(|key| !places.contains_key(key.as_str())).collect();
        return errors::unknown_section_at_top(entry, &if missing.is_empty() { all().collect() } else { missing });
    }
    errors::unknown_key(entry, "", header::FIELDS, None)
}

/// A section with nothing below it. An empty routing is told with the first contact that the other sections name.
fn empty_section(entry: &Entry, top: &[&Entry]) -> Diagnostic {
    let (key, span) = (entry.key.text.as_str(), entry.key.span);
    if key != "routing" {
        return errors::empty_section(key, span);
    }
    let first = |section: &str| {
        let entries = top.iter().find(|entry| entry.key.text == section)?.value.mapping()?;
        entries.iter().map(|entry| entry.key.text.as_str()).find(|name| !matches!(*name, "" | "why" | "source"))
    };
    let mut contact = first("contact types").map_or_else(|| "A contact".to_owned(), quoted);
    if let Some(channel) = first("channels") {
        contact += &format!(" on {}", quoted(channel));
    }
    errors::empty_routing(span, &contact, first("agent groups"))
}

/// Which kinds of names a section declares, the one that its own entries are first.
const DECLARING: [(&str, &[NameKind]); 7] = [
    ("customers", &[NameKind::Customer, NameKind::Field]),
    ("contact types", &[NameKind::ContactType]),
    ("channels", &[NameKind::Channel]),
    ("hours", &[NameKind::Desk, NameKind::Season]),
    ("agent groups", &[NameKind::Group]),
    ("terms", &[NameKind::Term]),
    ("fields", &[NameKind::Field]),
];

/// The names that an overlay took away.
fn removed(merged: &Merged) -> Vec<(NameKind, Spanned<String>)> {
    let kind = |path: &[String]| match path {
        [section] => {
            let declaring = DECLARING.iter().find(|(key, _)| key == section);
            declaring.and_then(|(_, kinds)| kinds.first().copied())
        }
        [section, .., seasons] => {
            let declares = matches!(section.as_str(), "hours" | "service levels") && seasons == "seasons";
            declares.then_some(NameKind::Season)
        }
        [] => None,
    };
    merged.removed.iter().filter_map(|gone| Some((kind(&gone.path)?, gone.name.clone()))).collect()
}

/// How many keys at the top that nobody knows are looked at.
const MOST_UNKNOWN: usize = 300;

/// The kinds of names that may be missing because something in their section could not be read.
/// What a section says that is written `twice` the second time is one such thing, and a whole file another.
fn unreadable(merged: &Merged, twice: &[&str]) -> Vec<NameKind> {
    let sections = DECLARING;
    let lost = sections.iter().filter(|(key, _)| merged.incomplete || twice.contains(key));
    let mut kinds: Vec<NameKind> = lost.flat_map(|(_, lost)| lost.iter().copied()).collect();
    for fault in merged.faults.iter().filter(|fault| errors::loses_text(fault)) {
        let path = merged.path_at(fault.span);
        let section = path.first().map(String::as_str);
        match sections.iter().find(|(key, _)| section == Some(*key)) {
            Some((_, lost)) => kinds.extend_from_slice(lost),
            None if section.is_none() => kinds.extend(sections.iter().flat_map(|(_, lost)| lost.iter().copied())),
            None => {}
        }
    }
    for entry in &merged.entries {
        let lost = sections.iter().find(|(key, _)| entry.key.text == *key);
        if let Some((_, lost)) = lost.filter(|_| matches!(entry.value.value, Value::Scalar(_) | Value::Sequence(_))) {
            kinds.extend_from_slice(lost);
        }
    }
    // A section under another name beside the one of that name.
    for entry in merged.entries.iter().filter(|entry| !renamed::is_top(&entry.key.text)).take(MOST_UNKNOWN) {
        let meant = section_words::section(&entry.key.text, renamed::has_lines(entry));
        kinds.extend(sections.iter().filter(|(key, _)| meant.as_deref() == Some(*key)).flat_map(|(_, lost)| *lost));
    }
    // A section that nobody knows may be any of those that are missing.
    if merged.entries.iter().any(|entry| renamed::has_lines(entry) && !renamed::is_top(&entry.key.text)) {
        let written = |key: &str| merged.entries.iter().any(|entry| entry.key.text == key);
        kinds.extend(sections.iter().filter(|(key, _)| !written(key)).flat_map(|(_, lost)| lost.iter().copied()));
    }
    kinds.sort_unstable();
    kinds.dedup();
    kinds
}

/// Gives names their meaning.
#[must_use]
pub fn resolve(syntax: &StrategySyntax, sink: &mut Sink) -> Strategy {
    let mut names = Names::new();
    for kind in &syntax.unreadable {
        names.mark_unreadable(*kind);
    }
    for (kind, name) in &syntax.removed {
        names.mark_removed(*kind, name);
    }
    syntax.governance.declare(&mut names, sink);
    syntax.components.declare(&mut names, sink);
    let governance = syntax.governance.resolve(&names, sink);
    let components = syntax.components.resolve(&names, sink);
    Strategy { header: syntax.header.clone(), components, governance, names, blank: syntax.blank, start: syntax.start }
}

/// Keeps what decides, and remembers where it came from. `complete` says whether every name had a meaning.
#[must_use]
pub fn lower(strategy: &Strategy, complete: bool) -> (Policy, Claims, Origins) {
    let header = &strategy.header;
    let mut policy = PolicyBuilder::new(header.name(), header.zone());
    policy.header(
        header.version.as_ref().map(|version| version.text.clone()),
        header.applies_from.map(|date| date.value),
        header.applies_until.map(|date| date.value),
    );
    let languages = strategy.names.all(NameKind::Language).iter().map(|name| name.value.clone()).collect();
    policy.languages(languages);
    if !complete {
        policy.incomplete();
    }
    strategy.governance.lower(&mut policy);
    strategy.components.lower(&mut policy);
    policy.finish()
}
