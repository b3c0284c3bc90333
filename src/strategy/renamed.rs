//! Keys under other names, read under the names that were meant, so that nothing follows from a slip of the finger.

use std::collections::{BTreeMap, BTreeSet};

use crate::source::{Excerpt, Sink, Span};
use crate::strategy::errors;
use crate::strategy::field::{Field, Key};
use crate::strategy::header;
use crate::strategy::meant;
use crate::strategy::section_words;
use crate::strategy::tables::tables;
use crate::yaml::{Entry, Scalar, Value};

/// How many unknown keys of one place are looked at: a hostile file may hold many thousands.
const MOST_LOOKED_AT: usize = 300;

/// Whether a key means something at the top of a file.
pub(in crate::strategy) fn is_top(written: &str) -> bool {
    tables().any(|table| table.key == written) || header::FIELDS.iter().any(|field| field.fits(written))
}

/// Reads the sections of a file under the names that were meant.
pub(in crate::strategy) fn sections(entries: &mut [Entry], sink: &mut Sink) {
    let guess = |entry: &Entry| section_words::section(&entry.key.text, has_lines(entry));
    rename(entries, header::FIELDS, "", &|written| is_top(written), &guess, sink);
}

/// Whether lines stand below an entry.
pub(in crate::strategy) fn has_lines(entry: &Entry) -> bool {
    matches!(entry.value.value, Value::Mapping(_) | Value::Sequence(_))
}

/// Reads the keys below `section` under the names that were meant.
///
/// `changes` says that they only change what a base has; then nothing that is not there is missing.
pub(in crate::strategy) fn keys(
    entries: &mut [Entry],
    fields: &'static [Field],
    section: &str,
    changes: bool,
    sink: &mut Sink,
) {
    // There any name may stand.
    if fields.iter().any(|field| matches!(field.key, Key::Name(_))) {
        return;
    }
    let known = |written: &str| {
        matches!(written, "why" | "source" | "added" | "removed" | "before")
            || fields.iter().any(|field| field.fits(written))
    };
    let mut unknown = entries.iter().filter(|entry| !entry.key.text.is_empty() && !known(&entry.key.text));
    if unknown.next().is_none() {
        return;
    }
    let lone = unknown.next().is_none();
    let taken: BTreeSet<String> = entries.iter().map(|entry| entry.key.text.clone()).collect();
    let is_taken = |word: &str| taken.contains(word);
    let left = meant::only_missing(fields, &is_taken).filter(|_| lone && (!changes || is_taken("added")));
    let guess = |entry: &Entry| {
        let left = left.filter(|_| entry.value.scalar().is_some());
        meant::key(fields, &entry.key.text, &is_taken).or_else(|| left.map(str::to_owned))
    };
    rename(entries, fields, section, &known, &guess, sink);
}

fn rename(
    entries: &mut [Entry],
    fields: &[Field],
    section: &str,
    known: &dyn Fn(&str) -> bool,
    guess: &dyn Fn(&Entry) -> Option<String>,
    sink: &mut Sink,
) {
    let mut taken: BTreeSet<String> = entries.iter().map(|entry| entry.key.text.clone()).collect();
    let unknown = entries.iter_mut().filter(|entry| !entry.key.text.is_empty() && !known(&entry.key.text));
    for entry in unknown.take(MOST_LOOKED_AT) {
        // What is there already is told by whoever sorts the keys.
        let Some(name) = guess(entry).filter(|name| !taken.contains(name)) else { continue };
        sink.push(errors::unknown_key(entry, section, fields, Some(&name)));
        entry.key = Scalar::part(Excerpt { text: &name, span: entry.key.span, exact: false });
        taken.insert(name);
    }
}

/// The place of each key at the top, the first of each name.
pub(in crate::strategy) fn places<'a>(entries: &[&'a Entry]) -> BTreeMap<&'a str, Span> {
    let mut places = BTreeMap::new();
    for entry in entries {
        places.entry(entry.key.text.as_str()).or_insert(entry.key.span);
    }
    places
}
