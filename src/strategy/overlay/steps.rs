//! Lines of a rule that begin alike and name a time, such as `then after 5 min`: whether a time that the base does not have
//! stands beside those of the base, or in the place of one.

use std::collections::{BTreeMap, BTreeSet};

use crate::notation;
use crate::source::Spanned;
use crate::strategy::overlay::kind::Kind;
use crate::yaml::Entry;

/// For each kind of such lines those that the base has and the overlay says nothing of. Nothing where the overlay takes one
/// of the kind away, since then a new one is meant to stand for it.
pub(super) fn rivals(
    base: &[Entry],
    over: &[Entry],
    kind: impl Fn(&str) -> Kind,
) -> BTreeMap<&'static str, Vec<Spanned<String>>> {
    let said: BTreeSet<&str> = over.iter().map(|entry| entry.key.text.as_str()).collect();
    let mut rivals: BTreeMap<&str, Vec<_>> =
        over.iter().filter_map(|entry| kind(&entry.key.text).timed).map(|words| (words, Vec::new())).collect();
    for entry in over.iter().filter(|entry| is_taken_away(entry)) {
        kind(&entry.key.text).timed.and_then(|words| rivals.remove(words));
    }
    for known in base.iter().filter(|known| !said.contains(known.key.text.as_str())) {
        if let Some(unsaid) = kind(&known.key.text).timed.and_then(|words| rivals.get_mut(words)) {
            unsaid.push(Spanned::new(known.key.text.clone(), known.key.span));
        }
    }
    rivals.retain(|_, unsaid| !unsaid.is_empty());
    rivals
}

/// Whether the overlay takes this line away.
fn is_taken_away(entry: &Entry) -> bool {
    entry.value.mapping().is_some_and(|below| below.iter().any(|mark| mark.key.text == "removed"))
}

/// What the overlay adds behind what is kept; a line with a time before the first one of its kind that has a later time,
/// because such lines stand in the order in which they happen.
pub(super) fn in_time(mut kept: Vec<Entry>, added: Vec<Entry>, kind: impl Fn(&str) -> Kind) -> Vec<Entry> {
    for entry in added {
        let later = time(&entry, &kind).and_then(|(words, seconds)| {
            let is_later = |known: &Entry| matches!(time(known, &kind), Some((of, at)) if of == words && at > seconds);
            kept.iter().position(is_later)
        });
        kept.insert(later.unwrap_or(kept.len()), entry);
    }
    kept
}

/// The words with which a line begins and the time that it names, in seconds; none where it names no number of them.
fn time(entry: &Entry, kind: impl Fn(&str) -> Kind) -> Option<(&'static str, u64)> {
    let words = kind(&entry.key.text).timed?;
    let length = notation::after_prefix(entry.key.excerpt(), &format!("{words} "))?.ok()?;
    Some((words, length.value.seconds()?))
}
