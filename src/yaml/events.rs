//! From the events of the YAML crate to the growing tree. Nothing else in the house sees an event.

use std::borrow::Cow;

use granit_parser::{ErrorKind, Event, Parser, ScalarStyle, StructureStyle, Tag};

use crate::source::{Edit, Span};
use crate::yaml::fault::{FaultKind, Reserved};
use crate::yaml::frames::{Builder, DEPTH_LIMIT, Frame, Parts};
use crate::yaml::line::{clip, in_quotes, line_start, slice};
use crate::yaml::tree::{Comment, Node, Row, Scalar, Style, Value};

/// Where the first value of a piece of text belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::yaml) enum Place {
    /// It is the root.
    Root,
    /// It goes on with the open mapping or list of that number.
    Frame(usize),
    /// It is the value of the key that waits.
    Child,
}

/// A piece of text to read.
#[derive(Debug, Clone, Copy)]
pub(in crate::yaml) struct Piece<'p> {
    /// The text.
    pub(in crate::yaml) text: &'p str,
    /// Where its first byte stands in the file.
    pub(in crate::yaml) base: usize,
    /// No place lies behind this byte of the file.
    pub(in crate::yaml) cap: usize,
    /// The column of its first byte.
    pub(in crate::yaml) column: usize,
    /// Where its first value belongs.
    pub(in crate::yaml) place: Place,
}

/// Why reading stopped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::yaml) enum Cause {
    /// The crate refuses the text; what it says.
    Refused(String),
    /// What stands here does not go on with what is open.
    Misplaced,
    /// A second document begins.
    SecondDocument,
    /// Too many levels.
    TooDeep,
    /// Too many values.
    TooManyNodes,
}

/// Where and why reading stopped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::yaml) struct Stop {
    /// The byte of the file.
    pub(in crate::yaml) at: usize,
    /// The byte up to which the text was looked at.
    pub(in crate::yaml) seen: usize,
    /// Why.
    pub(in crate::yaml) cause: Cause,
}

/// Reads one piece into the tree. What is still open in indentation at its end stays open.
pub(in crate::yaml) fn read_piece(builder: &mut Builder<'_>, piece: Piece<'_>) -> Result<(), Stop> {
    let options = granit_parser::options! {
        emit_unresolved_aliases: true,
        emit_anchor_events: true,
        max_buffered_comment_events: usize::MAX,
        flow_nesting_limit: DEPTH_LIMIT + 1,
        block_nesting_limit: DEPTH_LIMIT + 1,
    };
    let mut run = Run { builder, piece, begun: false, ends: 0, held: None, documents: 0 };
    for event in Parser::new_from_str_with_options(piece.text, options) {
        match event {
            Ok((event, span)) => run.take(event, span)?,
            Err(error) => {
                let at = run.absolute(error.marker().byte_offset().unwrap_or(0));
                let too_deep = *error.kind() == ErrorKind::RecursionLimitExceeded;
                let cause = if too_deep { Cause::TooDeep } else { Cause::Refused(error.kind().to_string()) };
                // A quote that nothing closes is told at its start, after a look at all that follows.
                let to_the_end = *error.kind() == ErrorKind::UnclosedQuotedScalar;
                let seen = if to_the_end { piece.base + piece.text.len() } else { at };
                return Err(Stop { at, seen, cause });
            }
        }
    }
    Ok(())
}

/// The reading of one piece.
struct Run<'b, 't, 'p> {
    builder: &'b mut Builder<'t>,
    piece: Piece<'p>,
    /// Whether the first value was met.
    begun: bool,
    /// How many mappings and lists have ended by indentation without anything after them. They stay open until
    /// something follows, so that a text that goes on elsewhere can go on with them.
    ends: usize,
    /// A text that waits for its anchor.
    held: Option<Node>,
    documents: usize,
}

impl Run<'_, '_, '_> {
    fn absolute(&self, offset: usize) -> usize {
        (self.piece.base + offset).min(self.piece.cap)
    }

    fn place(&self, span: granit_parser::Span) -> Span {
        let range = span.byte_range().unwrap_or_default();
        self.builder.span(self.absolute(range.start), self.absolute(range.end))
    }

    fn stop<T>(&self, span: Span, cause: Cause) -> Result<T, Stop> {
        Err(Stop { at: span.start as usize, seen: span.end as usize, cause })
    }

    /// Takes one event.
    fn take(&mut self, event: Event<'_>, raw: granit_parser::Span) -> Result<(), Stop> {
        let span = self.place(raw);
        if let Event::Comment(text, _) = event {
            self.builder.comments.push(Comment { span, text: text.trim().to_owned() });
            return Ok(());
        }
        if let Event::Anchor(_, name) = event {
            return self.anchor(&name, span);
        }
        self.release();
        if let Event::Scalar(text, style, anchor, tag) = event {
            self.before(span, None)?;
            let node = self.scalar(text, style, span);
            let node = self.untag(node, tag.as_deref(), raw);
            if !self.builder.charge_text(node.scalar().map_or("", |scalar| &scalar.text)) {
                return self.stop(span, Cause::TooManyNodes);
            }
            if anchor == 0 { self.builder.attach(node) } else { self.held = Some(node) }
        } else if let Event::MappingStart(style, _, tag) = event {
            self.note_tag(tag.as_deref(), raw);
            self.start(Parts::Entries(Vec::new()), style, span, raw)?;
        } else if let Event::SequenceStart(style, _, tag) = event {
            self.note_tag(tag.as_deref(), raw);
            self.start(Parts::Items(Vec::new()), style, span, raw)?;
        } else if matches!(event, Event::MappingEnd | Event::SequenceEnd) {
            self.end(span);
        } else if matches!(event, Event::Alias(_) | Event::UnresolvedAlias(_)) {
            self.before(span, None)?;
            self.alias(span)?;
        } else if let Event::DocumentStart(explicit, _) = event {
            self.documents += 1;
            let again = explicit && (self.builder.root.is_some() || !self.builder.frames.is_empty());
            if self.documents > 1 || again {
                return self.stop(span, Cause::SecondDocument);
            }
        }
        Ok(())
    }

    /// Puts a text that had no anchor after all where it belongs.
    fn release(&mut self) {
        if let Some(node) = self.held.take() {
            self.builder.attach(node);
        }
    }

    /// Makes ready for a value: closes what has ended, and finds the place of the first one.
    fn before(&mut self, span: Span, opens: Option<bool>) -> Result<bool, Stop> {
        for _ in 0..std::mem::take(&mut self.ends) {
            self.builder.close(None);
        }
        if std::mem::replace(&mut self.begun, true) {
            return Ok(false);
        }
        let Place::Frame(at) = self.piece.place else { return Ok(false) };
        let Some(frame) = self.builder.frames.get(at) else { return self.stop(span, Cause::Misplaced) };
        if opens != Some(frame.has_keys()) {
            return self.stop(span, Cause::Misplaced);
        }
        while self.builder.frames.len() > at + 1 {
            self.builder.close(None);
        }
        self.builder.flush();
        Ok(true)
    }

    /// A mapping or list begins.
    fn start(&mut self, parts: Parts, style: StructureStyle, span: Span, raw: granit_parser::Span) -> Result<(), Stop> {
        let flow = style == StructureStyle::Flow;
        let keys = matches!(parts, Parts::Entries(_));
        let first = !self.begun;
        if self.before(span, (!flow).then_some(keys))? {
            return Ok(());
        }
        if !self.builder.charge(1) {
            return self.stop(span, Cause::TooManyNodes);
        }
        let column = if first { self.piece.column } else { self.column(keys || flow, raw) };
        if self.builder.open(Frame::new(parts, flow, column, span.start as usize)) {
            return Ok(());
        }
        self.stop(span, Cause::TooDeep)
    }

    /// The column of a mapping or list. A list without brackets may stand at the column of its key; its event then
    /// tells that of its first item.
    fn column(&self, sure: bool, raw: granit_parser::Span) -> usize {
        let shift = if raw.start.line() <= 1 { self.piece.column } else { 0 };
        if sure {
            return raw.start.col() + shift;
        }
        let offset = raw.start.byte_offset().unwrap_or(0);
        let line = line_start(self.piece.text, offset);
        let blanks = slice(self.piece.text, line..offset).bytes().take_while(|byte| *byte == b' ').count();
        let parent = self.builder.frames.last().filter(|frame| frame.has_keys()).map(|frame| frame.column);
        if parent == Some(blanks + shift) { blanks + shift } else { raw.start.col() + shift }
    }

    /// A mapping or list ends. The last ones of a piece stay open, and so does the one that the piece goes on with.
    fn end(&mut self, span: Span) {
        let open = self.builder.frames.len().saturating_sub(self.ends);
        let flow = open.checked_sub(1).and_then(|at| self.builder.frames.get(at)).is_some_and(|frame| frame.flow);
        if !flow {
            self.ends += 1;
            return;
        }
        for _ in 0..std::mem::take(&mut self.ends) {
            self.builder.close(None);
        }
        self.builder.close(Some(span.end as usize));
    }

    /// A text with its place. A text of nothing at an empty place is an empty value.
    fn scalar(&self, text: Cow<'_, str>, style: ScalarStyle, span: Span) -> Node {
        let builder = &self.builder;
        let style = match style {
            ScalarStyle::Plain => Style::Plain,
            ScalarStyle::SingleQuoted => Style::SingleQuoted,
            ScalarStyle::DoubleQuoted => Style::DoubleQuoted,
            ScalarStyle::Literal => return self.literal(text, span),
            ScalarStyle::Folded => Style::Folded,
        };
        if style == Style::Plain && span.start == span.end {
            let key = builder.frames.last().and_then(|frame| frame.pending.as_ref());
            let span = key.map_or_else(|| self.after_dash(span), |key| builder.after_colon(key.span));
            return Node { span, value: Value::Empty };
        }
        let range = span.range();
        let written = slice(builder.text, range.clone());
        let (span, exact) = match style {
            Style::Plain => (span, written == text),
            Style::SingleQuoted | Style::DoubleQuoted => {
                let inner = range.start + 1..range.end.saturating_sub(1).max(range.start + 1);
                (span, slice(builder.text, inner) == text)
            }
            Style::Folded | Style::Literal => {
                (builder.span(range.start, range.start + written.trim_end().len()), false)
            }
        };
        let scalar = Scalar { exact, ..Scalar::new(text, span, style) };
        Node { span, value: Value::Scalar(scalar) }
    }

    /// The place of an item of nothing. The event stands behind the comment of its line, if there is one.
    fn after_dash(&self, span: Span) -> Span {
        let comment = self.builder.comments.last().filter(|comment| comment.span.end == span.start);
        let Some(comment) = comment else { return span };
        let before = slice(self.builder.text, 0..comment.span.start as usize).trim_end_matches([' ', '\t']);
        self.builder.span(before.len(), before.len())
    }

    /// The lines of a `|` block, each with its place.
    fn literal(&self, text: Cow<'_, str>, span: Span) -> Node {
        let builder = &self.builder;
        let start = span.start as usize;
        let indent = start - line_start(builder.text, start);
        let written = slice(builder.text, span.range());
        let span = builder.span(start, start + written.trim_end().len());
        let mut rows = Vec::new();
        let mut next = start;
        let mut begun = false;
        // INVARIANT: one place for each line that ends with a line feed, none for a text of nothing.
        let lines = (!text.is_empty()).then(|| text.strip_suffix('\n').unwrap_or(&text).split('\n'));
        for line in lines.into_iter().flatten() {
            if line.is_empty() && !begun {
                rows.push(Row { start: span.start, end: span.start, exact: true });
                continue;
            }
            let here = crate::yaml::line::Line::at(builder.text, next);
            let blanks = slice(builder.text, here.start..here.end).bytes().take_while(|byte| *byte == b' ').count();
            let from = if begun { here.start + indent.min(blanks) } else { next };
            begun = true;
            next = here.next;
            let place = builder.span(from, here.end);
            let exact = slice(builder.text, place.range()) == line;
            rows.push(Row { start: place.start, end: place.end, exact });
        }
        let scalar = Scalar::block(text, span, rows);
        Node { span, value: Value::Scalar(scalar) }
    }

    /// A tag that is none of YAML's own is a text that begins with `!`.
    fn untag(&mut self, node: Node, tag: Option<&Tag>, raw: granit_parser::Span) -> Node {
        let Some(start) = self.strange_tag(tag, raw) else { return node };
        let end = (node.span.end as usize).max(start.end as usize);
        let whole = self.builder.raw(start.start as usize, end);
        let Some(text) = whole.scalar().map(|scalar| scalar.text.clone()).filter(|text| !text.contains(['\n', '\r']))
        else {
            self.note_tag(tag, raw);
            return node;
        };
        let edits = vec![Edit { span: whole.span, text: in_quotes(&text) }];
        let kind = FaultKind::ReservedStart { start: Reserved::Exclamation, text: clip(&text) };
        self.builder.fault(whole.span, kind, edits);
        whole
    }

    /// Notes a tag that is none of YAML's own.
    fn note_tag(&mut self, tag: Option<&Tag>, raw: granit_parser::Span) {
        if let Some(span) = self.strange_tag(tag, raw) {
            let text = clip(slice(self.builder.text, span.range()));
            self.builder.fault(span, FaultKind::ReservedStart { start: Reserved::Exclamation, text }, Vec::new());
        }
    }

    /// The place of a tag that is none of YAML's own.
    fn strange_tag(&self, tag: Option<&Tag>, raw: granit_parser::Span) -> Option<Span> {
        tag.filter(|tag| !tag.is_yaml_core_schema())?;
        raw.tag_span().map(|span| self.place(span))
    }

    /// The anchor of the value that came just before.
    fn anchor(&mut self, name: &str, span: Span) -> Result<(), Stop> {
        if let Some(node) = self.held.take() {
            self.builder.begin_name(name, span, node.span.start as usize);
            self.builder.name(name, &node);
            self.builder.attach(node);
            return Ok(());
        }
        let Some(frame) = self.builder.frames.last_mut() else { return Ok(()) };
        frame.anchor = Some(name.to_owned());
        let start = frame.start;
        self.builder.begin_name(name, span, start);
        Ok(())
    }

    /// What an alias stands for.
    fn alias(&mut self, span: Span) -> Result<(), Stop> {
        let written = slice(self.builder.text, span.range());
        let name = written.strip_prefix('*').unwrap_or(written).to_owned();
        let levels = self.builder.frames.len();
        let known = !self.builder.anchors.is_empty();
        let found = self.builder.anchors.get_mut(&name).map(|anchor| {
            anchor.used = true;
            anchor.value.as_ref().map(|named| (named.weight, named.depth))
        });
        let (weight, depth) = match found {
            Some(Some(size)) => size,
            Some(None) => {
                self.builder.fault(span, FaultKind::RecursiveAlias { name }, Vec::new());
                self.builder.attach(Node { span, value: Value::Empty });
                return Ok(());
            }
            None => {
                let edits = vec![Edit { span, text: in_quotes(written) }];
                let star = FaultKind::ReservedStart { start: Reserved::Star, text: clip(written) };
                let kind = if known { FaultKind::UnknownAlias { name } } else { star };
                self.builder.fault(span, kind, edits);
                let node = self.builder.raw(span.start as usize, span.end as usize);
                self.builder.attach(node);
                return Ok(());
            }
        };
        if levels + depth > DEPTH_LIMIT {
            return self.stop(span, Cause::TooDeep);
        }
        if !self.builder.charge(weight) {
            return self.stop(span, Cause::TooManyNodes);
        }
        let named = self.builder.anchors.get(&name).and_then(|anchor| anchor.value.as_ref());
        let value = named.map_or(Value::Empty, |named| named.node.value.clone());
        self.builder.attach(Node { span, value });
        Ok(())
    }
}
