//! From nodes to values: known keys, unknown keys, doubles, and values of each shape.

use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet};

use crate::notation::{self, Misread, MisreadPart};
use crate::source::{Diagnostic, Excerpt, Sink, Span, Spanned};
use crate::strategy::field::{Field, Key, Shape, row};
use crate::strategy::room_for_names::RoomForNames;
use crate::strategy::written::{Citation, Fact, Named, Note, Written};
use crate::strategy::{errors, guess, meant};
use crate::yaml::{Entry, Node, Style, Value};

/// The entries of one part of the file, each with its row of the table.
#[derive(Debug, Default)]
pub struct Keys<'a> {
    rows: Vec<(&'static Field, &'a Entry)>,
    /// `why` and `source`, which may stand beside anything.
    pub note: Note,
}

impl<'a> Keys<'a> {
    /// The entry of a key that is written in exactly these words.
    #[must_use]
    pub fn get(&self, word: &str) -> Option<&'a Entry> {
        let found = self.rows.iter().find(|(field, _)| matches!(field.key, Key::Word(known) if known == word));
        found.map(|(_, entry)| *entry)
    }

    /// The entries whose key begins with these fixed words, in the order written, each with the rest of its key.
    pub fn phrases(&self, words: &'static str) -> impl Iterator<Item = (Written, &'a Entry)> + '_ {
        let fits = move |field: &Field| matches!(field.key, Key::Phrase { words: known, .. } if known == words);
        self.rows.iter().filter(move |(field, _)| fits(field)).map(move |(_, entry)| {
            let key = Written::new(&entry.key);
            let rest = key.excerpt().piece(words.len(), key.text.len());
            (Written::from(rest), *entry)
        })
    }

    /// The entries whose key is a name of the author's, in the order written.
    pub fn names(&self) -> impl Iterator<Item = &'a Entry> + '_ {
        self.rows.iter().filter(|(field, _)| matches!(field.key, Key::Name(_))).map(|(_, entry)| *entry)
    }
}

impl Keys<'_> {
    /// The text of a key.
    pub fn text(&self, word: &str, sink: &mut Sink) -> Option<Written> {
        self.get(word).and_then(|entry| text(entry, sink))
    }

    /// The values of a key, with commas between them.
    pub fn list(&self, word: &str, sink: &mut Sink) -> Vec<Written> {
        self.get(word).map_or_else(Vec::new, |entry| list(entry, sink))
    }

    /// The value of a key, read by a phrase grammar.
    pub fn phrase<T>(
        &self,
        word: &str,
        sink: &mut Sink,
        read: impl for<'e> Fn(Excerpt<'e>) -> Result<T, Misread>,
    ) -> Option<T> {
        self.get(word).and_then(|entry| phrase(entry, sink, read))
    }

    /// The value of a key, one of these words.
    pub fn word<T: Copy>(&self, word: &str, sink: &mut Sink, words: &[(T, &'static str)]) -> Option<Spanned<T>> {
        self.get(word).and_then(|entry| self::word(entry, sink, words))
    }
}

/// Sorts the entries below `entry` by the table. Reports unknown keys, doubles, and values that have no keys at all.
pub fn keys<'a>(entry: &'a Entry, fields: &'static [Field], sink: &mut Sink) -> Keys<'a> {
    let section = &entry.key.text;
    let taken = standing(entry.value.mapping().unwrap_or_default());
    keys_or(entry, fields, sink, |unknown| {
        errors::unknown_key(unknown, section, fields, meant::key(fields, &unknown.key.text, &taken).as_deref())
    })
}

/// The same with words of its own for a key that the table does not know.
pub fn keys_or<'a>(
    entry: &'a Entry,
    fields: &'static [Field],
    sink: &mut Sink,
    unknown: impl Fn(&Entry) -> Diagnostic,
) -> Keys<'a> {
    let entries = match &entry.value.value {
        Value::Mapping(entries) => entries,
        Value::Empty => return Keys::default(),
        Value::Scalar(_) if sink.has_enough_of("misplaced-value") => {
            sink.withhold();
            return Keys::default();
        }
        Value::Scalar(scalar) => {
            push_unless_explained(errors::keys_missing(&entry.key.text, scalar, fields), sink);
            return Keys::default();
        }
        Value::Sequence(_) => {
            sink.push(errors::dashes_without_names(&entry.key.text, entry.value.span, fields));
            return Keys::default();
        }
    };
    sort_or(entries, &entry.key.text, fields, sink, unknown)
}

/// Whether a key stands among entries. They are looked through once, when that is first asked.
pub(in crate::strategy) fn standing(entries: &[Entry]) -> impl Fn(&str) -> bool + '_ {
    let keys = LazyCell::new(|| entries.iter().map(|entry| entry.key.text.as_str()).collect::<BTreeSet<&str>>());
    move |word| keys.contains(word)
}

/// Sorts entries by the table; `section` says in words where they stand.
pub fn sort<'a>(entries: &'a [Entry], section: &str, fields: &'static [Field], sink: &mut Sink) -> Keys<'a> {
    let taken = standing(entries);
    sort_or(entries, section, fields, sink, |unknown| {
        errors::unknown_key(unknown, section, fields, meant::key(fields, &unknown.key.text, &taken).as_deref())
    })
}

fn sort_or<'a>(
    entries: &'a [Entry],
    section: &str,
    fields: &'static [Field],
    sink: &mut Sink,
    unknown: impl Fn(&Entry) -> Diagnostic,
) -> Keys<'a> {
    let mut keys = Keys::default();
    let mut seen: BTreeMap<&str, &Entry> = BTreeMap::new();
    let mut room = RoomForNames::of(fields);
    for entry in entries {
        let written = entry.key.text.as_str();
        if written.is_empty() {
            // A colon without a name has been reported by whoever read the text.
            sink.withhold();
            continue;
        }
        if let Some(first) = seen.get(written) {
            if sink.has_enough_of("described-twice") {
                sink.withhold();
                continue;
            }
            let named = fields.iter().any(|field| matches!(field.key, Key::Name(_)) && !is_word(fields, written));
            sink.push(errors::described_twice(written, first, entry, named));
            continue;
        }
        seen.insert(written, entry);
        if take_note(entry, fields, &mut keys.note, sink) {
            continue;
        }
        match row(fields, written) {
            Some(field) => {
                // A name alone may say enough; a word that opens lines says nothing without them.
                let opens_lines = matches!((field.key, field.shape), (Key::Word(_), Shape::Keys(_)));
                if opens_lines && entry.value.is_empty() {
                    report_empty(entry, sink, errors::empty_section(written, entry.key.span));
                }
                if matches!(field.key, Key::Name(_)) && !room.take(section, entry, sink) {
                    break;
                }
                keys.rows.push((field, entry));
            }
            None if sink.has_enough_of("unknown-key") => sink.withhold(),
            None => sink.push(unknown(entry)),
        }
    }
    keys
}

fn is_word(fields: &[Field], written: &str) -> bool {
    fields.iter().any(|field| !matches!(field.key, Key::Name(_)) && field.fits(written))
}

/// Takes `why` and `source` where the table has no row of its own for them.
fn take_note(entry: &Entry, fields: &[Field], note: &mut Note, sink: &mut Sink) -> bool {
    let own_row = |word: &'static str| fields.iter().any(|field| field.key == Key::Word(word));
    match entry.key.text.as_str() {
        "why" if !own_row("why") => {
            note.why = text(entry, sink).map(|why| why.spanned());
            true
        }
        "source" if !own_row("source") => {
            note.source = citation(entry, sink);
            true
        }
        _ => false,
    }
}

/// The reasons that stand directly below a section; what is wrong with them has been reported by whoever read it.
#[must_use]
pub fn section_note(entry: &Entry) -> Note {
    let mut note = Note::default();
    let mut silent = Sink::new();
    for inner in entry.value.mapping().unwrap_or(&[]) {
        take_note(inner, &[], &mut note, &mut silent);
    }
    note
}

/// `TITLE, ADDRESS, as of DATE`.
pub fn citation(entry: &Entry, sink: &mut Sink) -> Option<Spanned<Citation>> {
    let written = text(entry, sink)?;
    let note = reported_as(notation::source(written.excerpt()), &entry.key.text, &written, sink)?;
    let citation =
        Citation { title: note.title.value, address: Some(note.address.value), as_of: Some(note.as_of.value) };
    Some(Spanned::new(citation, written.span))
}

/// The one value of an entry, as text. Reports a missing value, a lone dash, and keys or dashes in its place.
pub fn text(entry: &Entry, sink: &mut Sink) -> Option<Written> {
    match &entry.value.value {
        Value::Scalar(scalar) => {
            let written = Written::new(scalar);
            if written.text.is_empty() && matches!(scalar.style, Style::Literal | Style::Folded) {
                report_empty(entry, sink, errors::empty_value(&entry.key.text, entry.key.span));
                return None;
            }
            if written.text == "-" {
                let told =
                    |finding: &Diagnostic| finding.finding.name == "lone-dash" && finding.primary == written.span;
                if !sink.so_far().iter().any(told) {
                    sink.push(errors::lone_dash(&entry.key.text, "", false, written.span));
                }
                return None;
            }
            Some(written)
        }
        Value::Empty => {
            report_empty(entry, sink, errors::empty_value(&entry.key.text, entry.key.span));
            None
        }
        Value::Mapping(_) => {
            push_unless_explained(errors::keys_for_value(&entry.key.text, entry.value.span), sink);
            None
        }
        Value::Sequence(items) => {
            let texts: Vec<_> =
                items.iter().filter_map(|item| item.scalar().map(|scalar| scalar.text.as_str())).collect();
            push_unless_explained(errors::dashes_for_commas(&entry.key, &entry.value, &texts), sink);
            None
        }
    }
}

/// Reports the shape of a value, unless an earlier finding about the same text explains it.
fn push_unless_explained(finding: crate::source::Diagnostic, sink: &mut Sink) {
    if sink.has_enough_of(finding.finding.name) {
        sink.withhold();
        return;
    }
    let place = finding.primary;
    let touches = |at: Span| at.source == place.source && at.start <= place.end && place.start <= at.end;
    if sink.so_far().iter().any(|earlier| touches(earlier.primary)) {
        sink.withhold();
    } else {
        sink.push(finding);
    }
}

/// Whether an entry stands in a list with dashes, or on one line with others, which has been told: what it lacks waits.
pub fn is_explained(entry: Span, sink: &Sink) -> bool {
    sink.so_far().iter().any(|earlier| earlier.finding.name == "misplaced-value" && earlier.primary.holds(entry))
}

/// Reports a key with nothing after or below it, unless a fault of the text at the same place explains it.
pub fn report_empty(entry: &Entry, sink: &mut Sink, finding: Diagnostic) {
    let key = entry.key.span;
    let near = |at: Span| at.source == key.source && at.start >= key.start && at.start <= entry.value.span.end + 8;
    let explains = |diagnostic: &Diagnostic| errors::is_of_text(diagnostic.finding) && near(diagnostic.primary);
    let enough = sink.has_enough_of(finding.finding.name);
    if enough || sink.so_far().iter().any(explains) || is_explained(key, sink) {
        sink.withhold();
    } else {
        sink.push(finding);
    }
}

/// Texts with commas between them. A list with dashes is reported and read all the same.
pub fn list(entry: &Entry, sink: &mut Sink) -> Vec<Written> {
    if let Value::Sequence(items) = &entry.value.value {
        let texts: Vec<_> = items.iter().filter_map(Node::scalar).map(Written::new).collect();
        let shown: Vec<_> = texts.iter().map(|item| item.text.as_str()).collect();
        push_unless_explained(errors::dashes_for_commas(&entry.key, &entry.value, &shown), sink);
        return texts;
    }
    text(entry, sink).map_or_else(Vec::new, |written| list_of(&written, &entry.key.text, sink))
}

/// The same for a text that was taken out of a longer value.
pub fn list_of(written: &Written, key: &str, sink: &mut Sink) -> Vec<Written> {
    match notation::list(written.excerpt()) {
        Ok(items) => {
            items.into_iter().map(|item| Written { exact: written.exact, span: item.span, text: item.value }).collect()
        }
        Err(misread) => {
            sink.push(errors::misread(&misread, key, written));
            Vec::new()
        }
    }
}

/// Skills with commas between them, each perhaps with a level in brackets. A list with dashes is reported and read all
/// the same.
pub fn skills(entry: &Entry, sink: &mut Sink) -> Vec<notation::Skill> {
    let mut skills = Vec::new();
    for item in list(entry, sink) {
        let read = reported_as(notation::skills(item.excerpt()), &entry.key.text, &item, sink);
        skills.extend(read.unwrap_or_default());
    }
    skills
}

/// The value of an entry, read by a phrase grammar.
pub fn phrase<T>(
    entry: &Entry,
    sink: &mut Sink,
    read: impl for<'e> Fn(Excerpt<'e>) -> Result<T, Misread>,
) -> Option<T> {
    let written = text(entry, sink)?;
    let result = read(written.excerpt());
    // Where it is sure what was meant it is read so: nothing may follow from a slip of the finger.
    let meant = result.as_ref().err().and_then(|misread| misread.suggestion.clone());
    reported_as(result, &entry.key.text, &written, sink)
        .or_else(|| read(Excerpt { text: meant.as_deref()?, span: written.span, exact: false }).ok())
}

/// A whole number that is not 0.
pub fn at_least_one(entry: &Entry, sink: &mut Sink) -> Option<Spanned<u32>> {
    let number = phrase(entry, sink, notation::count)?;
    if number.value == 0 {
        sink.push(errors::none_at_once(&entry.key.text, number.span));
        return None;
    }
    Some(number)
}

/// The value of an entry that has several parts, each of which is reported by itself where it cannot be read.
pub fn phrase_each<T>(
    entry: &Entry,
    sink: &mut Sink,
    read: impl for<'e> Fn(Excerpt<'e>) -> Result<T, Vec<MisreadPart>>,
) -> Option<T> {
    let written = text(entry, sink)?;
    match read(written.excerpt()) {
        Ok(value) => Some(value),
        Err(parts) => {
            errors::push_misread_parts(&parts, &entry.key.text, &written, sink);
            None
        }
    }
}

/// The value where it could be read; the finding where not.
pub fn reported<T>(result: Result<T, Misread>, written: &Written, sink: &mut Sink) -> Option<T> {
    reported_as(result, "", written, sink)
}

/// The same, told of the key whose value it is.
pub fn reported_as<T>(result: Result<T, Misread>, key: &str, written: &Written, sink: &mut Sink) -> Option<T> {
    match result {
        Ok(value) => Some(value),
        Err(misread) => {
            errors::push_misread(&misread, key, written, sink);
            None
        }
    }
}

/// Reports required keys that are missing below `entry`.
pub fn require(keys: &Keys<'_>, fields: &[Field], entry: &Entry, sink: &mut Sink) {
    // A text in their place has been told.
    let told = matches!(entry.value.value, Value::Scalar(_));
    for field in fields.iter().filter(|field| field.required) {
        if let Key::Word(word) = field.key
            && keys.get(word).is_none()
        {
            if told || sink.has_enough_of("missing-key") || is_explained(entry.key.span, sink) {
                sink.withhold();
                continue;
            }
            let of = crate::source::quoted(&entry.key.text);
            sink.push(errors::missing_required(word, &of, entry.key.span, field.about, field.example));
        }
    }
}

/// One word of a closed list.
pub fn word<T: Copy>(entry: &Entry, sink: &mut Sink, words: &[(T, &'static str)]) -> Option<Spanned<T>> {
    let written = text(entry, sink)?;
    word_of(&written, &entry.key.text, sink, words)
}

/// The same for a text that was taken out of a longer value.
pub fn word_of<T: Copy>(
    written: &Written,
    key: &str,
    sink: &mut Sink,
    words: &[(T, &'static str)],
) -> Option<Spanned<T>> {
    if let Some((value, _)) = words.iter().find(|(_, word)| *word == written.text) {
        return Some(Spanned::new(*value, written.span));
    }
    let known: Vec<&str> = words.iter().map(|(_, word)| *word).collect();
    let plain = written.text.strip_prefix('#');
    let bare = plain.unwrap_or(&written.text);
    let guess = guess::nearest(bare, &known).or_else(|| leading_word(bare, &known));
    let unknown = errors::unknown_word(written, key, &known, guess.as_deref());
    let finding = if plain.is_some() { errors::instead_of_hashtag(unknown, sink) } else { unknown };
    sink.push(finding);
    // Where it is sure what was meant it is read so: nothing may follow from a slip of the finger.
    let meant = words.iter().find(|(_, word)| guess.as_deref() == Some(*word));
    meant.map(|(value, _)| Spanned::new(*value, written.span))
}

/// The word with which a text begins that goes on to explain it: `always, as fast as we can`.
fn leading_word(text: &str, known: &[&str]) -> Option<String> {
    let lower = text.to_lowercase();
    let begins = |word: &&&str| lower.strip_prefix(**word).is_some_and(|rest| rest.starts_with([',', ' ', '.', ';']));
    known.iter().filter(begins).max_by_key(|word| word.len()).map(|word| (*word).to_owned())
}

/// `yes` or `no`.
pub fn yes_no(entry: &Entry, sink: &mut Sink) -> Option<Spanned<bool>> {
    word(entry, sink, &[(true, "yes"), (false, "no")])
}

/// The head of a named part: its name, its place, and everything written below it.
pub fn named(entry: &Entry, note: Note) -> Named {
    let mut facts = Vec::new();
    collect_facts(&entry.value, "", &[], &mut facts);
    let whole = entry.key.span.to(entry.value.span);
    Named { name: entry.key.text.clone(), span: entry.key.span, whole, facts, note }
}

/// The same where `why` is a line of its own and not a note.
pub fn named_with_why(entry: &Entry, note: Note) -> Named {
    let mut head = named(entry, note);
    if let Some(inner) = entry.value.get("why") {
        let text = inner.value.scalar().map_or("", |scalar| scalar.text.trim_end()).to_owned();
        let (span, keys) = (inner.value.span, vec![inner.key.span]);
        head.facts.push(Fact { label: "why".to_owned(), text, span, keys });
    }
    head
}

/// What was written under these keys, key by key, wherever they stand.
pub fn facts<'e>(entries: impl IntoIterator<Item = &'e Entry>) -> Vec<Fact> {
    let mut facts = Vec::new();
    for entry in entries {
        collect_entry(entry, "", &[], &mut facts);
    }
    facts
}

/// Everything written below a node, key by key.
fn collect_facts(node: &Node, label: &str, keys: &[Span], facts: &mut Vec<Fact>) {
    let mut say = |text: String, span: Span| {
        facts.push(Fact { label: label.to_owned(), text, span, keys: keys.to_vec() });
    };
    match &node.value {
        Value::Empty => {}
        Value::Scalar(scalar) => say(scalar.text.trim_end().to_owned(), scalar.span),
        Value::Sequence(items) => {
            let texts: Vec<_> = items.iter().filter_map(Node::scalar).map(|scalar| scalar.text.as_str()).collect();
            say(texts.join(", "), node.span);
        }
        Value::Mapping(entries) => {
            let notes = |entry: &&Entry| label.is_empty() && matches!(entry.key.text.as_str(), "why" | "source");
            for entry in entries.iter().filter(|entry| !notes(entry)) {
                collect_entry(entry, label, keys, facts);
            }
        }
    }
}

/// What one key says.
fn collect_entry(entry: &Entry, label: &str, keys: &[Span], facts: &mut Vec<Fact>) {
    let key = entry.key.text.as_str();
    let label = if label.is_empty() { key.to_owned() } else { format!("{label} › {key}") };
    let keys: Vec<Span> = keys.iter().copied().chain([entry.key.span]).collect();
    if entry.value.is_empty() {
        facts.push(Fact { label, text: String::new(), span: entry.key.span, keys });
    } else {
        collect_facts(&entry.value, &label, &keys, facts);
    }
}
