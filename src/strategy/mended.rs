//! Sections that are not written as names with colons, read as they were meant: lists with dashes, names on one line.

use crate::notation;
use crate::source::{Diagnostic, Edit, Excerpt, Sink, Span};
use crate::strategy::errors;
use crate::strategy::field::{Field, Key, Shape, row};
use crate::strategy::header;
use crate::strategy::renamed;
use crate::strategy::tables::tables;
use crate::yaml::{Entry, FaultKind, Node, Scalar, Style, Tree, Value};

/// How long a line without a colon may be to be taken for a name, in bytes.
const LONGEST_NAME_BYTES: usize = 60;

/// How many lines without colons are read as names: more are no list that somebody wrote.
const MOST_LINES: usize = 30_000;

/// Sections that say in words of their own that they do not know a key.
const WITH_WORDS_OF_THEIR_OWN: [&str; 2] = ["owners", "self-check"];

/// What text programs put before the lines of a list.
const BULLETS: [char; 6] = ['\u{2022}', '\u{b7}', '\u{25cf}', '\u{25aa}', '\u{2023}', '\u{2013}'];

/// Words that lists with dashes put before a name.
const NAME_WORDS: [&str; 4] = ["name", "title", "rule", "id"];

/// Reads a file as it was meant where that is sure, and tells what was not written so.
pub(in crate::strategy) fn mend(tree: &mut Tree, text: &str, sink: &mut Sink) {
    let Tree { root, faults, .. } = tree;
    let Some(root) = root else { return };
    renamed::sections(root_entries(root), sink);
    let changes = root_entries(root).iter().any(|entry| entry.key.text == "based on");
    for entry in root_entries(root) {
        if let Some(fields) = fields_of_section(&entry.key.text) {
            Mending { text, changes, sink }.below(entry, fields, false);
        }
    }
    faults.retain(|fault| {
        let lost = matches!(fault.kind, FaultKind::MissingColon { heading: false, .. }) && fault.edits.is_empty();
        let told = if lost { insert(root, None, fault.span, text) } else { None };
        let mended = told.is_some();
        if let Some(finding) = told {
            sink.push(finding);
        }
        !mended
    });
}

fn root_entries(root: &mut Node) -> &mut [Entry] {
    match &mut root.value {
        Value::Mapping(entries) => entries,
        Value::Empty | Value::Scalar(_) | Value::Sequence(_) => &mut [],
    }
}

/// The keys of a section.
fn fields_of_section(key: &str) -> Option<&'static [Field]> {
    tables().find(|table| table.key == key).map(|table| table.fields)
}

/// The keys below an entry, and whether one value may stand in their place.
fn keys_below(fields: &'static [Field], written: &str) -> Option<(&'static [Field], bool)> {
    match row(fields, written)?.shape {
        Shape::Keys(below) | Shape::KeysOrNothing(below) => Some((below, false)),
        Shape::KeysOr(below, _) => Some((below, true)),
        Shape::Text | Shape::List | Shape::Phrase(_) | Shape::Word(_) | Shape::Table => None,
    }
}

/// Whether the keys of a section are names of the author's.
fn has_names(fields: &[Field]) -> bool {
    fields.iter().any(|field| matches!(field.key, Key::Name(_)))
}

/// Whether a name alone says enough.
fn names_suffice(fields: &[Field]) -> bool {
    fields.iter().any(|field| matches!((field.key, field.shape), (Key::Name(_), Shape::KeysOrNothing(_))))
}

/// The mending of one file.
struct Mending<'t, 's> {
    text: &'t str,
    /// Whether the file is laid over another one, so that it says only what differs.
    changes: bool,
    sink: &'s mut Sink,
}

impl Mending<'_, '_> {
    /// INVARIANT: tables of keys are no deeper than a strategy, so this may recurse.
    fn below(&mut self, entry: &mut Entry, fields: &'static [Field], or_value: bool) {
        match &entry.value.value {
            Value::Sequence(items) => self.dashes(&entry.key.clone(), items.clone(), entry, fields, or_value),
            Value::Scalar(scalar) if !or_value => {
                let lines = lines(scalar, self.text, entry.key.span);
                self.lines(&entry.key.clone(), &lines, entry, fields);
            }
            Value::Empty | Value::Scalar(_) | Value::Mapping(_) => {}
        }
        if let Value::Mapping(entries) = &mut entry.value.value {
            let key = entry.key.text.as_str();
            if !WITH_WORDS_OF_THEIR_OWN.contains(&key) {
                renamed::keys(entries, fields, key, self.changes, self.sink);
            }
            for inner in entries {
                if let Some((below, or_value)) = keys_below(fields, &inner.key.text) {
                    self.below(inner, below, or_value);
                }
            }
        }
    }

    /// A list with dashes where names and their lines belong.
    fn dashes(&mut self, key: &Scalar, items: Vec<Node>, entry: &mut Entry, fields: &'static [Field], or_value: bool) {
        let names = has_names(fields);
        if or_value && !items.iter().any(|item| item.mapping().is_some()) {
            return;
        }
        let span = entry.value.span;
        let mut edits = Some(Vec::new());
        let mut entries = Vec::new();
        let mut from = key.span.end as usize;
        for item in items {
            let place = item.span;
            let Some((found, plain)) = entries_of(item, names, fields, self.text) else { return };
            let dash =
                self.text.get(from..place.start as usize).and_then(|before| before.rfind('-')).map(|at| from + at);
            let repair = dash.filter(|_| plain).map(|dash| undash(self.text, key.span, dash, place, &found));
            edits = edits.zip(repair).map(|(mut all, more)| {
                all.extend(more);
                all
            });
            from = place.end as usize;
            entries.extend(found);
        }
        let Some(first) = entries.first() else { return };
        let example = format!("{}:", first.key.text);
        let finding = errors::dashes_for_names(&key.text, span, names, &example, edits.unwrap_or_default());
        self.sink.push(finding);
        entry.value.value = Value::Mapping(entries);
    }

    /// Text where names and their lines belong: each line is a key without its colon, or a name.
    fn lines(&mut self, key: &Scalar, lines: &[Span], entry: &mut Entry, fields: &'static [Field]) {
        let mut entries = Vec::new();
        let mut told = Sink::new();
        for place in lines.iter().filter(|_| lines.len() <= MOST_LINES) {
            let Some((found, finding)) = keyed(*place, fields, self.text) else { break };
            entries.push(found);
            told.push(finding);
        }
        if !entries.is_empty() && entries.len() == lines.len() {
            entry.value.value = Value::Mapping(entries);
            let (findings, withheld) = told.into_parts();
            findings.into_iter().for_each(|finding| self.sink.push(finding));
            (0..withheld).for_each(|_| self.sink.withhold());
            return;
        }
        // `contact types: Order help, Returns`
        let beside = entry.value.scalar().filter(|scalar| scalar.style == Style::Plain && names_suffice(fields));
        let Some(excerpt) =
            beside.map(Scalar::excerpt).filter(|excerpt| excerpt.exact && excerpt.span == entry.value.span)
        else {
            return;
        };
        let names = excerpt.split(",");
        if names.iter().any(|name| name.text.is_empty() || name.text.len() > LONGEST_NAME_BYTES) {
            return;
        }
        let texts: Vec<&str> = names.iter().map(|name| name.text).collect();
        self.sink.push(errors::names_on_one_line(&key.text, excerpt.span, &texts));
        let named =
            |name: &Excerpt<'_>| Entry { key: Scalar::part(*name), value: nothing_after(name.span), merged: false };
        entry.value.value = Value::Mapping(names.iter().map(named).collect());
    }
}

/// The entries that an item of a list stands for, and whether leaving out its dash is all that it needs. `None` where
/// it has no name.
fn entries_of(item: Node, names: bool, fields: &'static [Field], text: &str) -> Option<(Vec<Entry>, bool)> {
    match item.value {
        Value::Scalar(scalar) if names && scalar.style == Style::Plain && scalar.text.len() <= LONGEST_NAME_BYTES => {
            let value = nothing_after(item.span);
            Some((vec![Entry { key: scalar, value, merged: false }], true))
        }
        Value::Scalar(_) => keyed(item.span, fields, text).map(|(entry, _)| (vec![entry], false)),
        Value::Mapping(mut entries) => {
            if !names || entries.len() == 1 {
                return Some((entries, true));
            }
            if entries.first()?.value.is_empty() {
                let rest = entries.split_off(1);
                let first = entries.pop()?;
                let span = rest.first()?.span().to(rest.last()?.span());
                let value = Node { span, value: Value::Mapping(rest) };
                return Some((vec![Entry { value, ..first }], true));
            }
            let at = entries.iter().position(|entry| NAME_WORDS.contains(&entry.key.text.as_str()))?;
            let name = entries.remove(at);
            let Value::Scalar(key) = name.value.value else { return None };
            let value = Node { span: item.span, value: Value::Mapping(entries) };
            Some((vec![Entry { key, value, merged: false }], false))
        }
        Value::Empty | Value::Sequence(_) => None,
    }
}

/// The changes that make an entry of an item: the dash goes, and a name gets its colon. Where the dash stands at the
/// column of the section's key, a blank takes its place, so that the name stays below it.
fn undash(text: &str, key: Span, dash: usize, item: Span, found: &[Entry]) -> Vec<Edit> {
    let column = |at: usize| at - text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |line| line + 1);
    let start = item.start as usize;
    let deeper = column(dash) > column(key.start as usize);
    let blanks = if deeper { String::new() } else { " ".repeat(start - dash) };
    let mut edits = vec![Edit { span: Span::new(item.source, dash, start), text: blanks }];
    if found.first().is_some_and(|entry| entry.value.is_empty() && entry.key.span == item) {
        let end = Span::new(item.source, item.end as usize, item.end as usize);
        edits.push(Edit { span: end, text: ":".to_owned() });
    }
    edits
}

/// The lines of a text below its key, without comments.
fn lines(scalar: &Scalar, text: &str, key: Span) -> Vec<Span> {
    let range = scalar.span.range();
    let below = text.get(key.range().end..range.start).is_some_and(|between| between.contains('\n'));
    if scalar.style != Style::Plain || !below {
        return Vec::new();
    }
    let mut at = range.start;
    let mut places = Vec::new();
    for line in text.get(range).unwrap_or("").split('\n') {
        let words = line.trim_end();
        let lead = words.len() - words.trim_start().len();
        if words.len() > lead && !words.trim_start().starts_with('#') {
            places.push(Span::new(scalar.span.source, at + lead, at + words.len()));
        }
        at += line.len() + 1;
    }
    places
}

/// Puts a line without its colon where it belongs, and says so. `fields` are the keys there; none at the top.
fn insert(node: &mut Node, fields: Option<&'static [Field]>, line: Span, text: &str) -> Option<Diagnostic> {
    let column = |at: u32| {
        let at = at as usize;
        at - text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |start| start + 1)
    };
    let Value::Mapping(entries) = &mut node.value else { return None };
    let own = column(entries.first()?.key.span.start);
    let above = entries.iter().take_while(|entry| !entry.merged && entry.key.span.start <= line.start).count();
    let finding = if own == column(line.start) {
        let (entry, finding) = keyed(line, fields.unwrap_or(header::FIELDS), text)?;
        entries.insert(above, entry);
        finding
    } else {
        let entry = entries.get_mut(above.checked_sub(1)?)?;
        let inner = match fields {
            Some(fields) => keys_below(fields, &entry.key.text).map(|(below, _)| below),
            None => fields_of_section(&entry.key.text),
        };
        insert(&mut entry.value, Some(inner?), line, text)?
    };
    node.span = node.span.to(line);
    Some(finding)
}

/// A line that begins with a known key, or that is a name, without its colon: the entry, and what is said of it.
fn keyed(line: Span, fields: &'static [Field], text: &str) -> Option<(Entry, Diagnostic)> {
    let whole = text.get(line.range())?;
    if whole.contains(": ") || whole.ends_with(':') {
        return None;
    }
    // A text program puts bullets before the lines of a list.
    let written = whole.trim_start_matches(BULLETS).trim_start();
    let bullet = whole.len() - written.len();
    let line = Span::new(line.source, line.start as usize + bullet, line.end as usize);
    let length = fields.iter().filter_map(|field| key_length(field, written)).max();
    let Some(length) = length else {
        let name = names_suffice(fields) && written.len() <= LONGEST_NAME_BYTES && !written.contains(',');
        if !name {
            return None;
        }
        let entry = Entry { key: Scalar::new(written, line, Style::Plain), value: nothing_after(line), merged: false };
        let from = line.start as usize - bullet;
        let edit = Edit { span: Span::new(line.source, from, line.end as usize), text: format!("{written}:") };
        return Some((entry, errors::colon_left_out(written, "", line, edit)));
    };
    let whole = Excerpt::exact(written, line);
    let (key, value) = (whole.piece(0, length), whole.piece(length, written.len()));
    let entry = Entry {
        key: Scalar::new(key.text, key.span, Style::Plain),
        value: Node { span: value.span, value: Value::Scalar(Scalar::new(value.text, value.span, Style::Plain)) },
        merged: false,
    };
    let end = Span::new(line.source, key.span.end as usize, key.span.end as usize);
    let finding = errors::colon_left_out(key.text, value.text, key.span, Edit { span: end, text: ":".to_owned() });
    Some((entry, finding))
}

/// How many bytes of the line the key takes, where it begins with that key and something follows.
fn key_length(field: &Field, written: &str) -> Option<usize> {
    let followed = |length: usize| {
        let rest = written.get(length..)?;
        (rest.starts_with(' ') && !rest.trim().is_empty()).then_some(length)
    };
    match field.key {
        Key::Word(word) => written.strip_prefix(word).and_then(|_| followed(word.len())),
        // Only a length of time tells where it ends.
        Key::Phrase { words, then: "a length of time" } => {
            let from = words.len() + 1;
            let rest = written.strip_prefix(words)?.strip_prefix(' ')?;
            let ends = rest.match_indices(' ').map(|(at, _)| at).take(4);
            let reads = |end: &usize| {
                let time = rest.get(..*end).unwrap_or("");
                notation::duration(Excerpt::exact(time, Span::default())).is_ok()
            };
            ends.filter(reads).max().and_then(|end| followed(from + end))
        }
        Key::Phrase { .. } | Key::Name(_) => None,
    }
}

/// An empty value after a name.
fn nothing_after(name: Span) -> Node {
    Node { span: Span::new(name.source, name.end as usize, name.end as usize), value: Value::Empty }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::SourceId;
    use crate::yaml;

    /// What is said of a text, and the text with every repair of it made.
    fn repaired(text: &str) -> (Vec<String>, String) {
        let mut tree = yaml::read(SourceId(0), text);
        let mut sink = Sink::new();
        mend(&mut tree, text, &mut sink);
        assert_eq!(tree.faults, [], "{text}");
        let said = sink.so_far().iter().map(|finding| finding.headline.clone()).collect();
        let mut edits: Vec<&Edit> =
            sink.so_far().iter().flat_map(|finding| &finding.fixes).flat_map(|fix| &fix.edits).collect();
        edits.sort_by_key(|edit| edit.span);
        let mut after = text.to_owned();
        for edit in edits.into_iter().rev() {
            after.replace_range(edit.span.range(), &edit.text);
        }
        (said, after)
    }

    #[test]
    fn repairs_make_the_text_that_was_meant() {
        for (text, after) in [
            ("contact types:\n  - Order help\n  - Returns\n", "contact types:\n  Order help:\n  Returns:\n"),
            ("contact types:\n- Order help\n- Returns\n", "contact types:\n  Order help:\n  Returns:\n"),
            (
                "contact types:\n  - Returns:\n      gravity: high\n  - Praise:\n    gravity: low\n",
                "contact types:\n  Returns:\n      gravity: high\n  Praise:\n    gravity: low\n",
            ),
            ("hours:\n  Main desk:\n    - open: always\n", "hours:\n  Main desk:\n    open: always\n"),
            ("terms:\n  - angry: sentiment below -0.3\n", "terms:\n  angry: sentiment below -0.3\n"),
            (
                "routing:\n  All:\n    when channel is x\n    send to: Care team\n    then after 20 min Club team\n",
                "routing:\n  All:\n    when: channel is x\n    send to: Care team\n    then after 20 min: Club team\n",
            ),
            ("routing:\n  All:\n    send to Care team\n", "routing:\n  All:\n    send to: Care team\n"),
            ("channels:\n  phone\n  chat:\n    tool: Sprout\n", "channels:\n  phone:\n  chat:\n    tool: Sprout\n"),
            ("format: 1\ntime zone Europe/London\n", "format: 1\ntime zone: Europe/London\n"),
        ] {
            let (said, found) = repaired(text);
            assert_eq!(found, after, "{said:?}");
            assert_eq!(repaired(after).0, Vec::<String>::new());
        }
    }

    #[test]
    fn what_is_not_sure_is_left_alone() {
        // No entry has a name, a text says more than names, a list stands where a list may stand.
        for text in [
            "routing:\n  - when: channel is x\n    send to: Care team\n",
            "hours: whenever somebody is there\n",
            "information:\n  agents see:\n    - order history\n",
        ] {
            let (said, found) = repaired(text);
            assert_eq!((said, found.as_str()), (Vec::new(), text));
        }
    }

    #[test]
    fn names_on_one_line_are_read() {
        let text = "contact types: Order help, Returns\n";
        let mut tree = yaml::read(SourceId(0), text);
        let mut sink = Sink::new();
        mend(&mut tree, text, &mut sink);
        let section = tree.root.as_ref().and_then(|root| root.get("contact types")).unwrap();
        let names: Vec<_> = section.value.mapping().unwrap().iter().map(|entry| entry.key.text.as_str()).collect();
        assert_eq!(names, ["Order help", "Returns"]);
        assert_eq!(sink.len(), 1);
    }
}
