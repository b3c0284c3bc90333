//! The tree of a file: every key and value with its place, nothing converted, nothing left out.

use crate::source::{Excerpt, SourceId, Span};
use crate::yaml::fault::Fault;

/// A whole file as a tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tree {
    /// The file.
    pub source: SourceId,
    /// What it holds; nothing for an empty file or one of comments only.
    pub root: Option<Node>,
    /// Its comments, in the order of the text.
    pub comments: Vec<Comment>,
    /// What could not be read as it stands, in the order of the text.
    pub faults: Vec<Fault>,
}

/// A value and its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// The bytes of the value, without anchor and tag. For an empty value the empty place just after the colon; for
    /// an alias the place where it is used (what it stands for has the places of its definition).
    pub span: Span,
    /// The value.
    pub value: Value,
}

/// What a value is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Nothing was written. A written `~` or `null` is a scalar.
    Empty,
    /// A text.
    Scalar(Scalar),
    /// Keys and values, in the order of the text, repeated keys included.
    Mapping(Vec<Entry>),
    /// A list.
    Sequence(Vec<Node>),
}

/// A key and its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The key.
    pub key: Scalar,
    /// The value.
    pub value: Node,
    /// Whether it came by `<<`. Merged entries stand behind those that were written.
    pub merged: bool,
}

/// How a text was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Without quotes.
    Plain,
    /// In `'…'`.
    SingleQuoted,
    /// In `"…"`.
    DoubleQuoted,
    /// Line by line after `|`.
    Literal,
    /// As one paragraph after `>`.
    Folded,
}

/// A text. It is never converted: `17:30`, `no` and `012` stay what they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scalar {
    /// The text without quotes, escapes resolved, lines folded, indentation of a block removed.
    pub text: String,
    /// Its bytes, with quotes; of a block its lines, without the `|` or `>`.
    pub span: Span,
    /// How it was written.
    pub style: Style,
    /// Whether the text stands in the file byte for byte (inside the quotes, if there are any).
    pub(in crate::yaml) exact: bool,
    /// What few texts have: most are short, and there are very many of them.
    pub(in crate::yaml) more: Option<Box<More>>,
}

/// What only tables and other texts line by line have.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::yaml) struct More {
    /// Tables of other files that are laid over this one cell by cell, the lowest first.
    layers: Vec<Scalar>,
    /// The place of each line of a `|` block.
    rows: Vec<Row>,
}

/// The place of one line of a `|` block, without its indentation and its line break.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::yaml) struct Row {
    pub(in crate::yaml) start: u32,
    pub(in crate::yaml) end: u32,
    pub(in crate::yaml) exact: bool,
}

/// A comment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    /// Its bytes, with the `#`.
    pub span: Span,
    /// Its text, without the `#` and the blanks around.
    pub text: String,
}

impl Scalar {
    /// A text on one line that stands in its file byte for byte at `span` (with the quotes, if `style` has any).
    #[must_use]
    pub fn new(text: impl Into<String>, span: Span, style: Style) -> Self {
        Self { text: text.into(), span, style, exact: true, more: None }
    }

    /// The same for a `|` block, with the place of each of its lines.
    #[must_use]
    pub(in crate::yaml) fn block(text: impl Into<String>, span: Span, rows: Vec<Row>) -> Self {
        let more = Some(Box::new(More { layers: Vec::new(), rows }));
        Self { text: text.into(), span, style: Style::Literal, exact: false, more }
    }

    /// A text that was taken out of a longer one and has a place of its own, such as the cell of a table.
    #[must_use]
    pub fn part(excerpt: Excerpt<'_>) -> Self {
        let (text, span, exact) = (excerpt.text.to_owned(), excerpt.span, excerpt.exact);
        Self { text, span, style: Style::Plain, exact, more: None }
    }

    /// Tables of other files that are laid over this one cell by cell, the lowest first. Reading a file makes none.
    #[must_use]
    pub fn layers(&self) -> &[Self] {
        self.more.as_ref().map_or(&[], |more| more.layers.as_slice())
    }

    /// Lays a table of another file over this one and those that lie over it already.
    pub fn lay(&mut self, layer: Self) {
        self.more.get_or_insert_default().layers.push(layer);
    }

    /// The place of each line of a `|` block.
    pub(in crate::yaml) fn rows(&self) -> &[Row] {
        self.more.as_ref().map_or(&[], |more| more.rows.as_slice())
    }

    /// Adds the place of one more line.
    pub(in crate::yaml) fn add_row(&mut self, row: Row) {
        self.more.get_or_insert_default().rows.push(row);
    }

    /// The text as an excerpt, without surrounding blanks. It is exact where the file has the same bytes: text on one
    /// line that is plain or quoted without escapes, or a `|` block of one line.
    #[must_use]
    pub fn excerpt(&self) -> Excerpt<'_> {
        match self.style {
            Style::Plain | Style::Folded => self.within(0),
            Style::SingleQuoted | Style::DoubleQuoted => self.within(1),
            Style::Literal => {
                let lines = self.lines();
                match lines.as_slice() {
                    [only] => *only,
                    _ => Excerpt { text: self.text.trim(), span: self.span, exact: false },
                }
            }
        }
    }

    /// The lines that hold something: those of a `|` block, each at its own place without its indentation; otherwise
    /// the whole text as one excerpt.
    #[must_use]
    pub fn lines(&self) -> Vec<Excerpt<'_>> {
        if self.style != Style::Literal {
            return vec![self.excerpt()];
        }
        let lines = self.text.split('\n').zip(self.rows()).filter(|(line, _)| !line.trim().is_empty());
        lines
            .map(|(line, row)| {
                let span = Span::new(self.span.source, row.start as usize, row.end as usize);
                if row.exact {
                    Excerpt::exact(line, span).piece(0, line.len())
                } else {
                    Excerpt { text: line.trim(), span, exact: false }
                }
            })
            .collect()
    }

    /// The text inside quotes that are `quote` bytes wide.
    fn within(&self, quote: usize) -> Excerpt<'_> {
        if !self.exact {
            return Excerpt { text: self.text.trim(), span: self.span, exact: false };
        }
        let start = self.span.start as usize + quote;
        let span = Span::new(self.span.source, start, start + self.text.len());
        Excerpt::exact(&self.text, span).piece(0, self.text.len())
    }
}

impl Node {
    /// The text, if it is one.
    #[must_use]
    pub fn scalar(&self) -> Option<&Scalar> {
        match &self.value {
            Value::Scalar(scalar) => Some(scalar),
            Value::Empty | Value::Mapping(_) | Value::Sequence(_) => None,
        }
    }

    /// The entries, if it has keys.
    #[must_use]
    pub fn mapping(&self) -> Option<&[Entry]> {
        match &self.value {
            Value::Mapping(entries) => Some(entries),
            Value::Empty | Value::Scalar(_) | Value::Sequence(_) => None,
        }
    }

    /// The entries, if it has keys; none otherwise.
    #[must_use]
    pub fn into_entries(self) -> Vec<Entry> {
        match self.value {
            Value::Mapping(entries) => entries,
            Value::Empty | Value::Scalar(_) | Value::Sequence(_) => Vec::new(),
        }
    }

    /// The items, if it is a list.
    #[must_use]
    pub fn sequence(&self) -> Option<&[Self]> {
        match &self.value {
            Value::Sequence(items) => Some(items),
            Value::Empty | Value::Scalar(_) | Value::Mapping(_) => None,
        }
    }

    /// Whether nothing was written.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        matches!(self.value, Value::Empty)
    }

    /// The first entry of that key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Entry> {
        self.mapping()?.iter().find(|entry| entry.key.text == key)
    }
}

impl Entry {
    /// The bytes from the key to the end of the value, where both were written here.
    #[must_use]
    pub fn span(&self) -> Span {
        self.key.span.to(self.value.span)
    }
}

impl Tree {
    /// The keys from the outside in, down to the deepest entry whose key or value holds the place: for the condition
    /// of a routing rule `["routing", "Club members", "when"]`. Empty where no entry holds it.
    #[must_use]
    pub fn path_at(&self, span: Span) -> Vec<String> {
        let mut path = Vec::new();
        if let Some(root) = &self.root {
            follow(root, span, &mut path);
        }
        path
    }
}

impl Entry {
    /// The same as [`Tree::path_at`] for the entries at the top of a file.
    #[must_use]
    pub fn path_at(entries: &[Self], span: Span) -> Vec<String> {
        let mut path = Vec::new();
        if let Some(entry) = entry_at(entries, span) {
            path.push(entry.key.text.clone());
            follow(&entry.value, span, &mut path);
        }
        path
    }
}

/// Adds the keys on the way to the place.
fn follow(from: &Node, span: Span, path: &mut Vec<String>) {
    let mut next = Some(from);
    while let Some(node) = next {
        next = match &node.value {
            Value::Empty | Value::Scalar(_) => None,
            Value::Mapping(entries) => entry_at(entries, span).map(|entry| {
                path.push(entry.key.text.clone());
                &entry.value
            }),
            Value::Sequence(items) => items
                .get(..items.partition_point(|item| item.span.start <= span.start))
                .and_then(<[Node]>::last)
                .filter(|item| item.span.holds(span)),
        };
    }
}

/// The entry that was written at the place. Entries stand in the order of the text, merged ones last.
fn entry_at(entries: &[Entry], span: Span) -> Option<&Entry> {
    let written = entries.get(..entries.partition_point(|entry| !entry.merged))?;
    let begun = written.get(..written.partition_point(|entry| entry.key.span.start <= span.start))?;
    begun.last().filter(|entry| entry.span().holds(span))
}
