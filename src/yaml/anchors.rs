//! Anchors, aliases and merges: what stands in for what, and how much of it.

use std::collections::{BTreeMap, BTreeSet};

use crate::source::Span;
use crate::yaml::tree::{Entry, Node, Scalar, Style, Value};

/// What an anchor names.
#[derive(Debug)]
pub(in crate::yaml) struct Anchor {
    /// The anchor itself, with its `&`.
    pub(in crate::yaml) span: Span,
    /// Where its value begins.
    pub(in crate::yaml) value_start: u32,
    /// Whether an alias means it.
    pub(in crate::yaml) used: bool,
    /// The value; `None` while it is still being read.
    pub(in crate::yaml) value: Option<Named>,
}

/// A value with a name, ready to be written out.
#[derive(Debug)]
pub(in crate::yaml) struct Named {
    /// The value.
    pub(in crate::yaml) node: Node,
    /// How much it counts against the limit of values.
    pub(in crate::yaml) weight: usize,
    /// How many levels it has.
    pub(in crate::yaml) depth: usize,
}

impl Named {
    /// Weighs a value.
    pub(in crate::yaml) fn new(node: Node) -> Self {
        let (weight, depth) = weigh(&node);
        Self { node, weight, depth }
    }
}

/// All anchors so far, by name.
pub(in crate::yaml) type Anchors = BTreeMap<String, Anchor>;

/// How much a text counts: long texts count as several values, so that aliases cannot multiply them for nothing.
pub(in crate::yaml) fn text_weight(text: &str) -> usize {
    1 + text.len() / 64
}

/// The weight and the number of levels. INVARIANT: no tree is deeper than the limit of levels, so this may recurse.
fn weigh(node: &Node) -> (usize, usize) {
    let inner = |parts: &mut dyn Iterator<Item = (usize, usize)>| {
        parts.fold((1, 1), |(weight, depth), (more, levels)| (weight + more, depth.max(levels + 1)))
    };
    match &node.value {
        Value::Empty => (1, 0),
        Value::Scalar(scalar) => (text_weight(&scalar.text), 0),
        Value::Sequence(items) => inner(&mut items.iter().map(weigh)),
        Value::Mapping(entries) => inner(&mut entries.iter().map(|entry| {
            let (weight, depth) = weigh(&entry.value);
            (weight + text_weight(&entry.key.text), depth)
        })),
    }
}

/// Whether a key is the merge key of YAML 1.1.
pub(in crate::yaml) fn is_merge(key: &Scalar) -> bool {
    key.style == Style::Plain && key.text == "<<"
}

/// Carries out `<<`: its entries go to the end, those of earlier ones first, except where the key is there already.
/// Answers the places of those that have nothing to merge.
pub(in crate::yaml) fn merge(entries: &mut Vec<Entry>) -> Vec<Span> {
    let mut nothing = Vec::new();
    let mut sources = Vec::new();
    let mut written = Vec::with_capacity(entries.len());
    for entry in entries.drain(..) {
        if !is_merge(&entry.key) {
            written.push(entry);
            continue;
        }
        let whole = entry.span();
        match entry.value.value {
            Value::Mapping(more) => sources.push(more),
            Value::Sequence(items) => {
                for item in items {
                    match item.value {
                        Value::Mapping(more) => sources.push(more),
                        Value::Scalar(_) | Value::Sequence(_) => nothing.push(item.span),
                        Value::Empty => {}
                    }
                }
            }
            Value::Scalar(_) => nothing.push(whole),
            Value::Empty => {}
        }
    }
    *entries = written;
    let mut known: BTreeSet<String> = entries.iter().map(|entry| entry.key.text.clone()).collect();
    for entry in sources.into_iter().flatten() {
        if known.insert(entry.key.text.clone()) {
            entries.push(Entry { merged: true, ..entry });
        }
    }
    nothing
}
