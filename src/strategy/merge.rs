//! Several files as one: sections from included files, and overlays that change a base, name by name.

use std::collections::BTreeSet;

use crate::source::{Sink, SourceId, Sources, Span};
use crate::strategy::errors;
use crate::strategy::field::{Field, Key, Shape};
use crate::strategy::mended::mend;
use crate::strategy::tables::tables;
use crate::yaml::{Entry, Fault, Node, Tree, Value};

/// How many files may be stacked by `based on`.
const MOST_BASES: usize = 8;

/// One strategy out of all its files.
#[derive(Debug, Clone, Default)]
pub struct Merged {
    /// The entries at the top, included and overlaid; doubles kept, so that they can be reported.
    pub entries: Vec<Entry>,
    /// The faults of all files.
    pub faults: Vec<Fault>,
    /// Files that hold something else than entries.
    pub shapeless: Vec<Span>,
    trees: Vec<Tree>,
}

impl Merged {
    /// The place in words of a span, from the outside in.
    #[must_use]
    pub fn path_at(&self, span: Span) -> Vec<String> {
        self.trees.iter().find(|tree| tree.source == span.source).map_or_else(Vec::new, |tree| tree.path_at(span))
    }

    /// The first file.
    #[must_use]
    pub fn first(&self) -> SourceId {
        self.trees.first().map_or(SourceId(0), |tree| tree.source)
    }
}

/// The files that the sources name, as paths beside the first file, in the order in which they are named.
#[must_use]
pub fn files_named(sources: &Sources, trees: &[Tree]) -> Vec<String> {
    let mut names = Vec::new();
    for tree in trees {
        for (key, name) in named_by(tree) {
            let path = beside(sources, &name);
            if key != Named::Neither && !names.contains(&path) {
                names.push(path);
            }
        }
    }
    names
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Named {
    Include,
    Base,
    Neither,
}

/// The files that one file names.
fn named_by(tree: &Tree) -> Vec<(Named, String)> {
    let entries = tree.root.as_ref().and_then(Node::mapping).unwrap_or(&[]);
    let mut named = Vec::new();
    for entry in entries {
        let kind = match entry.key.text.as_str() {
            "include" => Named::Include,
            "based on" => Named::Base,
            _ => Named::Neither,
        };
        if kind == Named::Neither {
            continue;
        }
        for name in values(&entry.value) {
            named.push((kind, name));
        }
    }
    named
}

fn values(node: &Node) -> Vec<String> {
    match &node.value {
        Value::Scalar(scalar) => scalar.text.split(',').map(|name| name.trim().to_owned()).collect(),
        Value::Sequence(items) => items.iter().filter_map(Node::scalar).map(|item| item.text.clone()).collect(),
        Value::Mapping(_) | Value::Empty => Vec::new(),
    }
    .into_iter()
    .filter(|name| !name.is_empty())
    .collect()
}

/// The path of a named file: in the folder of the first one.
fn beside(sources: &Sources, name: &str) -> String {
    let first = sources.get(SourceId(0)).map_or("", |file| file.name());
    match first.rfind(['/', '\\']) {
        Some(end) => format!("{}{name}", first.get(..=end).unwrap_or("")),
        None => name.to_owned(),
    }
}

/// Joins all files into one strategy.
#[must_use]
pub fn merge(mut trees: Vec<Tree>, sources: &Sources, sink: &mut Sink) -> Merged {
    let mut merged = Merged::default();
    for tree in &mut trees {
        mend(tree, sources.get(tree.source).map_or("", |file| file.text()), sink);
    }
    for tree in &trees {
        merged.faults.extend(tree.faults.iter().cloned());
        if let Some(root) = &tree.root
            && matches!(root.value, Value::Scalar(_) | Value::Sequence(_))
            && tree.faults.is_empty()
        {
            merged.shapeless.push(root.span);
        }
    }
    let joining = Joining { trees: &trees, sources };
    let mut seen = BTreeSet::new();
    merged.entries = joining.file(0, &mut seen, MOST_BASES, sink);
    merged.trees = trees;
    merged
}

struct Joining<'a> {
    trees: &'a [Tree],
    sources: &'a Sources,
}

impl Joining<'_> {
    /// The entries of a file with those of the files it includes, laid over its base.
    fn file(&self, at: usize, seen: &mut BTreeSet<usize>, bases: usize, sink: &mut Sink) -> Vec<Entry> {
        if !seen.insert(at) {
            return Vec::new();
        }
        let Some(tree) = self.trees.get(at) else { return Vec::new() };
        let mut own: Vec<Entry> = tree.root.as_ref().and_then(Node::mapping).unwrap_or(&[]).to_vec();
        let mut base = None;
        for (kind, name) in named_by(tree) {
            let Some(other) = self.index(&name) else { continue };
            match kind {
                Named::Include => own.extend(self.file(other, seen, bases, sink)),
                Named::Base if bases > 0 => base = Some(self.file(other, seen, bases - 1, sink)),
                Named::Base | Named::Neither => {}
            }
        }
        match base {
            Some(base) => overlay_top(base, own, sink),
            None => own,
        }
    }

    fn index(&self, name: &str) -> Option<usize> {
        self.sources.find(&beside(self.sources, name)).map(|id| usize::from(id.0))
    }
}

/// Lays the entries of an overlay over those of its base.
fn overlay_top(mut base: Vec<Entry>, over: Vec<Entry>, sink: &mut Sink) -> Vec<Entry> {
    base.retain(|entry| !matches!(entry.key.text.as_str(), "include" | "based on"));
    for entry in over {
        let fields = tables().find(|table| table.key == entry.key.text).map(|table| table.fields);
        let at = base.iter().position(|known| known.key.text == entry.key.text);
        match (at.and_then(|at| base.get_mut(at)), fields) {
            (Some(known), Some(fields)) => lay(known, entry, fields, sink),
            (Some(known), None) => *known = entry,
            (None, _) => base.push(entry),
        }
    }
    base
}

/// Lays one entry over the entry of the same name. Keys below are laid one by one; a text, list or table replaces.
fn lay(known: &mut Entry, over: Entry, fields: &'static [Field], sink: &mut Sink) {
    let below = match (&mut known.value.value, over.value.value) {
        (Value::Mapping(below), Value::Mapping(entries)) => (below, entries),
        (_, value) => {
            known.key = over.key;
            known.value = Node { span: over.value.span, value };
            return;
        }
    };
    let (below, entries) = below;
    for entry in entries {
        let field = fields.iter().filter(|field| field.fits(&entry.key.text)).min_by_key(|field| rank(field));
        let named = field.is_some_and(|field| matches!(field.key, Key::Name(_)));
        let at = below.iter().position(|known| known.key.text == entry.key.text);
        match (at, mark(&entry)) {
            (Some(at), Some(Mark::Removed)) => {
                below.remove(at);
            }
            (Some(at), Some(Mark::Added) | None) => {
                if let Some(known) = below.get_mut(at) {
                    lay(known, without_mark(entry), inner(field), sink);
                }
            }
            (None, Some(Mark::Added)) => below.push(without_mark(entry)),
            (None, _) if named => sink.push(errors::not_in_base(&entry.key.text, entry.key.span)),
            (None, _) => below.push(entry),
        }
    }
}

fn rank(field: &Field) -> u8 {
    match field.key {
        Key::Word(_) => 0,
        Key::Phrase { .. } => 1,
        Key::Name(_) => 2,
    }
}

fn inner(field: Option<&Field>) -> &'static [Field] {
    match field.map(|field| field.shape) {
        Some(Shape::Keys(fields) | Shape::KeysOr(fields, _) | Shape::KeysOrNothing(fields)) => fields,
        Some(Shape::Text | Shape::List | Shape::Phrase(_) | Shape::Word(_) | Shape::Table) | None => &[],
    }
}

/// What an overlay says of a whole entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    /// `added: yes`: it is new, on purpose.
    Added,
    /// `removed: yes`: it is gone, on purpose.
    Removed,
}

fn mark(entry: &Entry) -> Option<Mark> {
    let yes = |word: &str| {
        let found = entry.value.get(word).and_then(|entry| entry.value.scalar());
        found.is_some_and(|scalar| scalar.text == "yes")
    };
    if yes("removed") {
        Some(Mark::Removed)
    } else if yes("added") {
        Some(Mark::Added)
    } else {
        None
    }
}

fn without_mark(mut entry: Entry) -> Entry {
    if let Value::Mapping(below) = &mut entry.value.value {
        below.retain(|entry| entry.key.text != "added");
    }
    entry
}
