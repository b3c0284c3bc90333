//! The tree while it grows: what is open, what is complete, and how to take back what was read too far.

use crate::source::{Edit, SourceId, Span};
use crate::yaml::anchors::{Anchor, Anchors, Named, is_merge, merge, text_weight};
use crate::yaml::fault::{Fault, FaultKind};
use crate::yaml::line::{Line, clip, line_start, slice};
use crate::yaml::tree::{Comment, Entry, Node, Scalar, Style, Value};

/// How many levels of values are read.
pub(in crate::yaml) const DEPTH_LIMIT: usize = 64;

/// How many faults are told. A text with more is no strategy.
pub(in crate::yaml) const FAULT_LIMIT: usize = 500;

/// How many values are read, aliases written out.
pub(in crate::yaml) const NODE_LIMIT: usize = 500_000;

/// What a frame collects.
#[derive(Debug)]
pub(in crate::yaml) enum Parts {
    Entries(Vec<Entry>),
    Items(Vec<Node>),
}

/// A mapping or list that is still open.
#[derive(Debug)]
pub(in crate::yaml) struct Frame {
    pub(in crate::yaml) parts: Parts,
    /// Whether it is written in brackets.
    pub(in crate::yaml) flow: bool,
    /// The column of its keys or dashes.
    pub(in crate::yaml) column: usize,
    /// Its first byte.
    pub(in crate::yaml) start: usize,
    /// The key that waits for its value.
    pub(in crate::yaml) pending: Option<Scalar>,
    /// The name that it gives itself.
    pub(in crate::yaml) anchor: Option<String>,
}

impl Frame {
    pub(in crate::yaml) fn new(parts: Parts, flow: bool, column: usize, start: usize) -> Self {
        Self { parts, flow, column, start, pending: None, anchor: None }
    }

    /// The last complete entry.
    pub(in crate::yaml) fn last_entry(&mut self) -> Option<&mut Entry> {
        match &mut self.parts {
            Parts::Entries(entries) => entries.last_mut(),
            Parts::Items(_) => None,
        }
    }

    /// Whether it has keys.
    pub(in crate::yaml) fn has_keys(&self) -> bool {
        matches!(self.parts, Parts::Entries(_))
    }

    /// Its complete entries, if it has keys.
    pub(in crate::yaml) fn entries(&self) -> Option<&[Entry]> {
        match &self.parts {
            Parts::Entries(entries) => Some(entries),
            Parts::Items(_) => None,
        }
    }

    /// How many parts it has, the key that waits included.
    pub(in crate::yaml) fn len(&self) -> usize {
        let complete = match &self.parts {
            Parts::Entries(entries) => entries.len(),
            Parts::Items(items) => items.len(),
        };
        complete + usize::from(self.pending.is_some())
    }

    /// Its last key (or item), with which a new one should line up.
    pub(in crate::yaml) fn neighbour(&self) -> Option<(String, Span)> {
        let told = |key: &Scalar| (clip(&key.text), key.span);
        match &self.parts {
            Parts::Entries(entries) => self.pending.as_ref().or(entries.last().map(|entry| &entry.key)).map(told),
            Parts::Items(items) => items.last().map(|item| match item.scalar() {
                Some(text) => told(text),
                None => (String::new(), item.span),
            }),
        }
    }

    /// Where its last complete part begins.
    fn last_start(&self) -> Option<usize> {
        match &self.parts {
            Parts::Entries(entries) => entries.last().map(|entry| entry.key.span.start as usize),
            Parts::Items(items) => items.last().map(|item| item.span.start as usize),
        }
    }

    /// Takes back what begins at or after the byte `from`.
    fn rewind(&mut self, from: usize) {
        while self.last_start().is_some_and(|start| start >= from) {
            match &mut self.parts {
                Parts::Entries(entries) => drop(entries.pop()),
                Parts::Items(items) => drop(items.pop()),
            }
        }
        self.pending.take_if(|key| key.span.start as usize >= from);
    }
}

/// The tree while it grows.
#[derive(Debug)]
pub(in crate::yaml) struct Builder<'t> {
    pub(in crate::yaml) source: SourceId,
    pub(in crate::yaml) text: &'t str,
    pub(in crate::yaml) root: Option<Node>,
    pub(in crate::yaml) frames: Vec<Frame>,
    pub(in crate::yaml) comments: Vec<Comment>,
    pub(in crate::yaml) faults: Vec<Fault>,
    pub(in crate::yaml) anchors: Anchors,
    /// How many values were read, aliases written out.
    pub(in crate::yaml) nodes: usize,
    /// Where the last complete value ends.
    pub(in crate::yaml) last_end: usize,
}

impl<'t> Builder<'t> {
    pub(in crate::yaml) fn new(source: SourceId, text: &'t str) -> Self {
        Self {
            source,
            text,
            root: None,
            frames: Vec::new(),
            comments: Vec::new(),
            faults: Vec::new(),
            anchors: Anchors::new(),
            nodes: 0,
            last_end: 0,
        }
    }

    /// The place of some bytes.
    pub(in crate::yaml) fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.source, start, end)
    }

    /// Notes a fault with the changes that repair it; one more than the limit at most.
    pub(in crate::yaml) fn fault(&mut self, span: Span, kind: FaultKind, edits: Vec<Edit>) {
        if self.faults.len() <= FAULT_LIMIT {
            self.faults.push(Fault { span, kind, edits });
        }
    }

    /// Counts values against the limit; `false` when it is passed.
    pub(in crate::yaml) fn charge(&mut self, weight: usize) -> bool {
        self.nodes = self.nodes.saturating_add(weight);
        self.nodes <= NODE_LIMIT
    }

    /// Puts a complete value where it belongs: behind its key, into its list, or at the root. In a mapping without a
    /// key that waits it is the next key.
    pub(in crate::yaml) fn attach(&mut self, node: Node) {
        self.last_end = self.last_end.max(node.span.end as usize);
        let Some(frame) = self.frames.last_mut() else {
            self.root = Some(node);
            return;
        };
        match &mut frame.parts {
            Parts::Items(items) => items.push(node),
            Parts::Entries(entries) => match frame.pending.take() {
                Some(key) => entries.push(Entry { key, value: node, merged: false }),
                None => {
                    let key = self.key(node);
                    if let Some(frame) = self.frames.last_mut() {
                        frame.pending = Some(key);
                    }
                }
            },
        }
    }

    /// A value in the place of a key. What is no text is kept as it was written.
    fn key(&mut self, node: Node) -> Scalar {
        let span = node.span;
        match node.value {
            Value::Scalar(scalar) => Scalar { exact: scalar.exact && scalar.span == span, span, ..scalar },
            Value::Empty => {
                self.fault(span, FaultKind::EmptyKey, Vec::new());
                Scalar::new("", span, Style::Plain)
            }
            Value::Mapping(_) | Value::Sequence(_) => {
                let text = slice(self.text, span.range());
                let told = clip(text);
                self.fault(span, FaultKind::KeyNotText { text: told }, Vec::new());
                Scalar::new(text, span, Style::Plain)
            }
        }
    }

    /// Opens a mapping or list. `false` when it would be too deep.
    pub(in crate::yaml) fn open(&mut self, frame: Frame) -> bool {
        let fits = self.frames.len() < DEPTH_LIMIT;
        if fits {
            self.frames.push(frame);
        }
        fits
    }

    /// Closes the deepest open mapping or list. One in brackets ends at the byte `end`.
    pub(in crate::yaml) fn close(&mut self, end: Option<usize>) {
        self.flush();
        let Some(frame) = self.frames.pop() else { return };
        let (value, last) = match frame.parts {
            Parts::Items(items) => {
                let last = items.last().map(|item| item.span.end);
                (Value::Sequence(items), last)
            }
            Parts::Entries(mut entries) => {
                let last = entries.last().map(|entry| entry.span().end);
                if entries.iter().any(|entry| is_merge(&entry.key)) {
                    for span in merge(&mut entries) {
                        self.fault(span, FaultKind::NothingToMerge, Vec::new());
                    }
                }
                (Value::Mapping(entries), last)
            }
        };
        let end = end.unwrap_or_else(|| last.map_or(frame.start, |last| last as usize));
        let node = Node { span: self.span(frame.start, end), value };
        if let Some(name) = frame.anchor {
            self.name(&name, &node);
        }
        self.attach(node);
    }

    /// Gives the key that still waits for a value an empty one.
    pub(in crate::yaml) fn flush(&mut self) {
        let Some(key) = self.frames.last_mut().and_then(|frame| frame.pending.take()) else { return };
        let value = Node { span: self.after_colon(key.span), value: Value::Empty };
        if let Some(Frame { parts: Parts::Entries(entries), .. }) = self.frames.last_mut() {
            entries.push(Entry { key, value, merged: false });
        }
    }

    /// Makes the last key wait for its value again, if it got none. `true` if a key waits.
    pub(in crate::yaml) fn reopen(&mut self) -> bool {
        let Some(frame) = self.frames.last_mut() else { return false };
        let Parts::Entries(entries) = &mut frame.parts else { return false };
        if frame.pending.is_none() {
            // An alias that stands for nothing has a place of its own and is a value.
            let empty = |entry: &mut Entry| entry.value.is_empty() && entry.value.span.start == entry.value.span.end;
            frame.pending = entries.pop_if(empty).map(|entry| entry.key);
        }
        frame.pending.is_some()
    }

    /// The empty place just after the colon of a key; after the key itself where it has none.
    pub(in crate::yaml) fn after_colon(&self, key: Span) -> Span {
        let end = key.end as usize;
        let rest = slice(self.text, end..self.text.len());
        let blanks = rest.len() - rest.trim_start_matches([' ', '\t']).len();
        let colon = self.text.as_bytes().get(end + blanks) == Some(&b':');
        let at = if colon { end + blanks + 1 } else { end };
        self.span(at, at)
    }

    /// Begins an anchor: its value is still being read.
    pub(in crate::yaml) fn begin_name(&mut self, name: &str, span: Span, value_start: usize) {
        let value_start = u32::try_from(value_start).unwrap_or(u32::MAX);
        let anchor = Anchor { span, value_start, used: false, value: None };
        let Some(earlier) = self.anchors.insert(name.to_owned(), anchor) else { return };
        if earlier.span != span {
            let kind = FaultKind::DuplicateAnchor { name: name.to_owned(), first: earlier.span };
            self.fault(span, kind, Vec::new());
        }
    }

    /// Completes an anchor.
    pub(in crate::yaml) fn name(&mut self, name: &str, node: &Node) {
        let named = Named::new(node.clone());
        self.charge(named.weight);
        if let Some(anchor) = self.anchors.get_mut(name) {
            anchor.value = Some(named);
        }
    }

    /// Where what was read incompletely begins, when reading stopped at the byte `stop`: the first byte of a line.
    /// Nothing before the byte `from` counts.
    pub(in crate::yaml) fn unfinished(&self, from: usize, stop: usize) -> usize {
        let stop_line = line_start(self.text, stop);
        let flow = self.frames.iter().position(|frame| frame.flow);
        let outer = flow.map_or(self.frames.len(), |at| at);
        let frame = self.frames.get(..outer).and_then(<[Frame]>::last);
        let pending = frame.and_then(|frame| frame.pending.as_ref()).map(|key| key.span.start as usize);
        let bracket = flow.and_then(|at| self.frames.get(at)).map(|frame| frame.start);
        let begun = match pending.filter(|start| *start >= from).or(bracket) {
            Some(start) => start,
            None if self.last_end >= stop_line && self.last_end > from => {
                let root = self.root.as_ref().map(|root| root.span.start as usize);
                frame.map_or(root, Frame::last_start).unwrap_or(stop_line)
            }
            None => Line::speaking(self.text, self.after_last(from)).map_or(stop_line, |line| line.start),
        };
        line_start(self.text, begun.min(stop_line)).max(from)
    }

    /// The start of the first line that has nothing of the last complete value.
    fn after_last(&self, from: usize) -> usize {
        if self.last_end > from { Line::at(self.text, self.last_end).next } else { from }
    }

    /// Makes a key of the deepest open mapping wait for a value again that it had; answers that value.
    pub(in crate::yaml) fn take_value(&mut self) -> Option<Node> {
        let frame = self.frames.last_mut()?;
        let Parts::Entries(entries) = &mut frame.parts else { return None };
        let entry = entries.pop()?;
        frame.pending = Some(entry.key);
        Some(entry.value)
    }

    /// Takes back everything that begins at or after the byte `from`.
    pub(in crate::yaml) fn rewind(&mut self, from: usize) {
        while self.frames.last().is_some_and(|frame| frame.start >= from) {
            if let Some(name) = self.frames.pop().and_then(|frame| frame.anchor) {
                self.anchors.remove(&name);
            }
        }
        for frame in &mut self.frames {
            frame.rewind(from);
        }
        self.root.take_if(|root| root.span.start as usize >= from);
        while self.comments.last().is_some_and(|comment| comment.span.start as usize >= from) {
            self.comments.pop();
        }
        while self.faults.last().is_some_and(|fault| fault.span.start as usize >= from) {
            self.faults.pop();
        }
        self.last_end = self.last_end.min(from);
    }

    /// A text as it stands in the file, on one line.
    pub(in crate::yaml) fn raw(&self, start: usize, end: usize) -> Node {
        let span = self.span(start, end);
        let scalar = Scalar::new(slice(self.text, start..end), span, Style::Plain);
        Node { span, value: Value::Scalar(scalar) }
    }

    /// Counts one text.
    pub(in crate::yaml) fn charge_text(&mut self, text: &str) -> bool {
        self.charge(text_weight(text))
    }
}
