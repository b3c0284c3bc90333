//! Lines of a rule that begin alike and name a time, such as `then after 5 min`: whether a time that the base does not have
//! stands beside those of the base, or in the place of one.

use std::collections::BTreeMap;

use crate::source::Spanned;
use crate::strategy::overlay::kind::Kind;
use crate::yaml::Entry;

/// For each line with a time that the base does not have: those of its kind that the base has and the overlay says nothing
/// of. Nothing where the overlay takes one of them away, since then the new one is meant to stand for it.
pub(super) fn rivals(
    base: &[Entry],
    over: &[Entry],
    kind: impl Fn(&str) -> Kind,
) -> BTreeMap<String, Vec<Spanned<String>>> {
    let mut rivals = BTreeMap::new();
    for entry in over {
        let Some(words) = kind(&entry.key.text).timed else { continue };
        let alike = |other: &&Entry| kind(&other.key.text).timed == Some(words);
        let has = |entries: &[Entry], key: &str| entries.iter().any(|entry| entry.key.text == key);
        if has(base, &entry.key.text) || over.iter().filter(alike).any(is_taken_away) {
            continue;
        }
        let unsaid = base.iter().filter(alike).filter(|known| !has(over, &known.key.text));
        let unsaid: Vec<_> = unsaid.map(|known| Spanned::new(known.key.text.clone(), known.key.span)).collect();
        if !unsaid.is_empty() {
            rivals.insert(entry.key.text.clone(), unsaid);
        }
    }
    rivals
}

/// Whether the overlay takes this line away.
fn is_taken_away(entry: &Entry) -> bool {
    entry.value.mapping().is_some_and(|below| below.iter().any(|mark| mark.key.text == "removed"))
}
