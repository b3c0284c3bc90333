//! Several files as one: sections from included files, and overlays laid over their base.

use std::collections::{BTreeMap, BTreeSet};

use crate::source::{Diagnostic, Sink, SourceId, Sources, Span, Spanned};
use crate::strategy::errors;
use crate::strategy::mended::mend;
use crate::strategy::overlay::{Laying, Removed};
use crate::strategy::section_words;
use crate::yaml::{Entry, Fault, Node, Scalar, Tree, Value};

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
    /// What overlays took away.
    pub removed: Vec<Removed>,
    /// Whether a file that is named could not be joined, which has been reported.
    pub incomplete: bool,
    /// The files before they were joined; of a file that names no other, everything but its entries, which are all there are.
    trees: Vec<Tree>,
}

impl Merged {
    /// The place in words of a span, from the outside in.
    #[must_use]
    pub fn path_at(&self, span: Span) -> Vec<String> {
        match self.trees.iter().find(|tree| tree.source == span.source) {
            Some(tree) if tree.root.is_some() => tree.path_at(span),
            Some(_) => Entry::path_at(&self.entries, span),
            None => Vec::new(),
        }
    }

    /// The first file.
    #[must_use]
    pub fn first(&self) -> SourceId {
        self.trees.first().map_or(SourceId(0), |tree| tree.source)
    }
}

/// The files that the sources name, as paths beside the first file, in the order in which they are named, each with the
/// first place that names it.
#[must_use]
pub fn files_named(sources: &Sources, trees: &[Tree]) -> Vec<Spanned<String>> {
    let mut names: Vec<Spanned<String>> = Vec::new();
    for (_, name) in trees.iter().flat_map(named_by) {
        let path = beside(sources, &name.value);
        if !names.iter().any(|known| known.value == path) {
            names.push(Spanned::new(path, name.span));
        }
    }
    names
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Named {
    Include,
    Base,
}

/// The files that one file names.
fn named_by(tree: &Tree) -> Vec<(Named, Spanned<String>)> {
    let entries = tree.root.as_ref().and_then(Node::mapping).unwrap_or(&[]);
    let mut named = Vec::new();
    for entry in entries {
        let kind = match entry.key.text.as_str() {
            "include" => Named::Include,
            "based on" => Named::Base,
            other if section_words::is_file_key(other, "include") => Named::Include,
            other if section_words::is_file_key(other, "based on") => Named::Base,
            _ => continue,
        };
        named.extend(values(&entry.value).into_iter().map(|name| (kind, name)));
    }
    named
}

fn values(node: &Node) -> Vec<Spanned<String>> {
    let pieces = |scalar: &Scalar| -> Vec<Spanned<String>> {
        let pieces = scalar.excerpt().split(",").into_iter();
        pieces.map(|piece| Spanned::new(piece.text.to_owned(), piece.span)).collect()
    };
    let names = match &node.value {
        Value::Scalar(scalar) => pieces(scalar),
        Value::Sequence(items) => items.iter().filter_map(Node::scalar).flat_map(pieces).collect(),
        Value::Mapping(_) | Value::Empty => Vec::new(),
    };
    names.into_iter().filter(|name| !name.value.is_empty()).collect()
}

/// The path of a named file: in the folder of the first one.
fn beside(sources: &Sources, name: &str) -> String {
    let first = sources.get(SourceId(0)).map_or("", |file| file.name());
    let name = name.strip_prefix("./").unwrap_or(name);
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
        tree.comments = Vec::new();
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
    if let [lone] = trees.as_mut_slice()
        && named_by(lone).is_empty()
    {
        // Its entries may be very many: they are not kept twice.
        merged.entries = lone.root.take().map_or_else(Vec::new, Node::into_entries);
        merged.trees = trees;
        return merged;
    }
    let lost = |tree: &Tree| tree.faults.iter().any(errors::loses_text);
    let mut joining = Joining {
        trees: &trees,
        sources,
        faults: &merged.faults,
        base_lost: trees.iter().skip(1).any(lost),
        stack: Vec::new(),
        read: BTreeSet::new(),
        removed: Vec::new(),
        incomplete: false,
        sink,
    };
    merged.entries = joining.file(0, MOST_BASES);
    (merged.removed, merged.incomplete) = (joining.removed, joining.incomplete);
    merged.trees = trees;
    merged
}

struct Joining<'a> {
    trees: &'a [Tree],
    sources: &'a Sources,
    faults: &'a [Fault],
    base_lost: bool,
    /// The files on the way to the one that is being joined.
    stack: Vec<usize>,
    /// The files that were joined, so that none counts twice.
    read: BTreeSet<usize>,
    removed: Vec<Removed>,
    incomplete: bool,
    sink: &'a mut Sink,
}

impl Joining<'_> {
    /// The entries of a file with those of the files it includes, laid over its base.
    fn file(&mut self, at: usize, bases: usize) -> Vec<Entry> {
        let Some(tree) = self.trees.get(at) else { return Vec::new() };
        self.stack.push(at);
        self.read.insert(at);
        let mut own: Vec<Entry> = tree.root.as_ref().and_then(Node::mapping).unwrap_or(&[]).to_vec();
        let mut based_on: Option<Spanned<String>> = None;
        let mut parts: BTreeMap<usize, (Span, bool)> = BTreeMap::new();
        for (kind, name) in named_by(tree) {
            match kind {
                Named::Include => {
                    let Some(other) = self.other(&name) else { continue };
                    match parts.get_mut(&other) {
                        // The files were joined all the same, so nothing is missing.
                        Some((first, told @ false)) => {
                            self.sink.push(errors::file_named_twice(&name, *first));
                            *told = true;
                        }
                        Some((_, true)) => {}
                        None => {
                            parts.insert(other, (name.span, false));
                        }
                    }
                    if !self.read.contains(&other) {
                        let part = self.file(other, bases);
                        include(&mut own, part);
                    }
                }
                Named::Base => match &based_on {
                    Some(first) => self.report(errors::second_base(&name, first.span)),
                    None => based_on = Some(name),
                },
            }
        }
        let base = based_on.and_then(|name| self.base(&name, bases));
        self.stack.pop();
        let Some(base) = base else { return own };
        let mut laying = Laying {
            sources: self.sources,
            faults: self.faults,
            base_lost: self.base_lost || self.incomplete,
            removed: &mut self.removed,
            sink: self.sink,
        };
        laying.sections(base, own)
    }

    /// The entries of a base.
    fn base(&mut self, name: &Spanned<String>, bases: usize) -> Option<Vec<Entry>> {
        let other = self.other(name)?;
        if self.read.contains(&other) {
            self.report(errors::base_included(name));
        } else if bases == 0 {
            self.report(errors::too_many_bases(name, MOST_BASES));
        } else {
            return Some(self.file(other, bases - 1));
        }
        None
    }

    /// The file of that name, where there is one and it is not on the way to itself.
    fn other(&mut self, name: &Spanned<String>) -> Option<usize> {
        let other = self.sources.find(&beside(self.sources, &name.value)).map(|id| usize::from(id.0));
        let Some(other) = other else {
            self.report(errors::missing_file(name));
            return None;
        };
        if self.stack.contains(&other) {
            self.report(errors::circular_files(name));
            return None;
        }
        Some(other)
    }

    fn report(&mut self, finding: Diagnostic) {
        self.incomplete = true;
        self.sink.push(finding);
    }
}

/// Adds the sections of an included file. What it says of itself as a file stays behind: the files that it names, and
/// the same version of the language.
fn include(own: &mut Vec<Entry>, part: Vec<Entry>) {
    let format = own.iter().find(|entry| entry.key.text == "format").and_then(|entry| entry.value.scalar()).cloned();
    let same_format = |entry: &Entry| {
        let text = |scalar: Option<&Scalar>| scalar.map(|scalar| scalar.text.clone());
        entry.key.text == "format" && format.is_some() && text(entry.value.scalar()) == text(format.as_ref())
    };
    let about_itself = |entry: &Entry| matches!(entry.key.text.as_str(), "include" | "based on") || same_format(entry);
    own.extend(part.into_iter().filter(|entry| !about_itself(entry)));
}
