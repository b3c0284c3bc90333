//! Where a line belongs: which of the open mappings and lists it goes on with, and by how much it stands off.

use crate::source::{Edit, Span};
use crate::yaml::events::Place;
use crate::yaml::fault::FaultKind;
use crate::yaml::frames::{Frame, Parts};
use crate::yaml::line::{Line, clip, slice};
use crate::yaml::reading::Reader;
use crate::yaml::tree::Value;

/// How many bytes below a line are looked at to tell which of two lines stands off.
const LOOK_AHEAD: usize = 1 << 16;

/// What a line looks like, without asking where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::yaml) struct Look {
    /// Whether it has a key (otherwise it is an item of a list).
    pub(in crate::yaml) keys: bool,
    /// Whether it has no value on the line, and lines stand below that belong to it.
    pub(in crate::yaml) heading: bool,
}

impl Reader<'_> {
    /// Where a line belongs if it stands right; `None` if it does not, or if nobody can tell without reading it.
    pub(in crate::yaml) fn place_of(&mut self, line: Line) -> Option<Place> {
        if line.blanks(self.text).contains('\t') {
            return None;
        }
        let content = line.text(self.text);
        self.place_at(line.column, !is_item(content))
    }

    /// The same for a line with keys (or a list item) at a column.
    pub(in crate::yaml) fn place_at(&mut self, column: usize, keys: bool) -> Option<Place> {
        let builder = &mut self.builder;
        if builder.frames.is_empty() {
            return builder.root.is_none().then_some(Place::Root);
        }
        let fits = |frame: &Frame| !frame.flow && frame.column == column && frame.has_keys() == keys;
        if let Some(at) = builder.frames.iter().rposition(fits) {
            return Some(Place::Frame(at));
        }
        let top = builder.frames.last().map(|frame| frame.column)?;
        if column > top {
            return builder.reopen().then_some(Place::Child);
        }
        if keys {
            return None;
        }
        // A list may stand at the column of its key.
        let at = builder.frames.iter().rposition(|frame| frame.column == column && frame.has_keys())?;
        if at + 1 == builder.frames.len() && builder.reopen() { Some(Place::Child) } else { None }
    }

    /// Finds a place for a line that does not stand right, and notes by how much it stands off. `None` where a key
    /// stands among items or an item among keys. The column is the one at which it was meant to stand.
    pub(in crate::yaml) fn misplaced(
        &mut self,
        line: Line,
        column: usize,
        look: Look,
        key: Span,
    ) -> Option<(Place, usize)> {
        if let Some(fitting) = self.first_of_lines(line, look) {
            let next = Line::speaking(self.text, line.next).unwrap_or(line);
            let (neighbour, neighbour_span) = self.label(next);
            let key_text = clip(slice(self.text, key.range()));
            let kind = FaultKind::Indentation { key: key_text, found: column, fitting, neighbour, neighbour_span };
            self.indentation(line, key, fitting, kind);
            return Some((Place::Child, fitting));
        }
        let place = self.place_beside(line, column, look, key)?;
        Some((place, column))
    }

    /// The column at which the first line below a heading was meant to stand: that of the next line.
    fn first_of_lines(&mut self, line: Line, look: Look) -> Option<usize> {
        let top = self.builder.frames.last().map(|frame| frame.column)?;
        let below = self.column_below(line);
        (look.keys && !look.heading && below > top && below > line.column && self.builder.reopen()).then_some(below)
    }

    /// The key of a line (its text where it has none), and where that stands.
    pub(in crate::yaml) fn label(&self, line: Line) -> (String, Span) {
        let text = line.text(self.text);
        let label = crate::yaml::line::key_line(text).map_or(text, |key| slice(text, key.key));
        (clip(label), self.builder.span(line.content, line.content + label.len()))
    }

    /// The open mapping (or list) that a line goes on with which stands off; notes by how much.
    fn place_beside(&mut self, line: Line, column: usize, look: Look, key: Span) -> Option<Place> {
        let other = |frame: &Frame| !frame.flow && frame.column == column && frame.has_keys() != look.keys;
        if let Some(at) = self.builder.frames.iter().rposition(other) {
            return if look.keys && self.list_becomes_keys(at) { Some(Place::Frame(at)) } else { None };
        }
        if let Some(at) = self.heading_off(line, column, look) {
            return Some(Place::Frame(at));
        }
        let Some(at) = self.nearest(line, column, look) else { return self.outermost(column, look.keys) };
        if self.is_first_line_off(line, column, at) {
            self.first_line_off(column, at);
            return Some(Place::Frame(at));
        }
        let fitting = self.builder.frames.get(at).map_or(0, |frame| frame.column);
        if let Some((neighbour, neighbour_span)) = self.builder.frames.get(at).and_then(Frame::neighbour) {
            let kind = FaultKind::Indentation {
                key: clip(slice(self.text, key.range())),
                found: column,
                fitting,
                neighbour,
                neighbour_span,
            };
            self.indentation(line, key, fitting, kind);
        }
        Some(Place::Frame(at))
    }

    /// Notes a fault of indentation, with the change that repairs it. A line that stands off just like its neighbour
    /// above adds its change to the fault of that.
    pub(in crate::yaml) fn indentation(&mut self, line: Line, span: Span, fitting: usize, kind: FaultKind) {
        let blanks = self.builder.span(line.start, line.content);
        let edit = Edit { span: blanks, text: " ".repeat(fitting) };
        let off = self.off.replace(span);
        if let (Some(last), FaultKind::Indentation { found, fitting, neighbour_span, .. }) =
            (self.builder.faults.last_mut(), &kind)
            && let FaultKind::Indentation { found: before, fitting: then, .. } = &last.kind
            && before == found
            && then == fitting
            && off == Some(*neighbour_span)
        {
            last.edits.push(edit);
            self.explained = true;
            return;
        }
        self.builder.fault(span, kind, vec![edit]);
    }

    /// The open mapping (or list) that a line at the wrong column most likely goes on with.
    fn nearest(&self, line: Line, column: usize, look: Look) -> Option<usize> {
        let frames = &self.builder.frames;
        let same = |frame: &Frame| !frame.flow && frame.has_keys() == look.keys;
        let inner = frames.iter().position(|frame| same(frame) && frame.column > column);
        let outer = frames.iter().rposition(|frame| same(frame) && frame.column <= column);
        let (Some(inner), Some(outer)) = (inner, outer) else {
            // Left of everything: the first line may be the one that stands off (see `outermost`).
            let one = self.builder.frames.first().is_some_and(|frame| frame.len() == 1);
            return outer.or_else(|| inner.filter(|at| *at > 0 || !one));
        };
        let column_of = |at: usize| frames.get(at).map_or(0, |frame: &Frame| frame.column);
        if self.is_first_line_off(line, column, inner) {
            return Some(inner);
        }
        if look.heading {
            let below = self.column_below(line);
            // What stands below a heading tells its level: the lines below its sisters stand at the same column.
            return Some(if below > column_of(inner) { inner } else { outer });
        }
        let top = frames.len() - 1;
        if top > inner && self.column_below(line) == column_of(top) && frames.last().is_some_and(same) {
            return Some(top);
        }
        let nearer = column_of(inner) - column <= column - column_of(outer);
        Some(if nearer { inner } else { outer })
    }

    /// The column of the next line that is not silent.
    pub(in crate::yaml) fn column_below(&self, line: Line) -> usize {
        Line::speaking(self.text, line.next).map_or(0, |next| next.column)
    }

    /// Whether the one entry that a mapping has so far stands off, and not the line at `column`: the next line of the
    /// mapping stands at `column` too.
    fn is_first_line_off(&self, line: Line, column: usize, at: usize) -> bool {
        let frame = self.builder.frames.get(at).filter(|frame| frame.len() == 1);
        frame.is_some_and(|frame| self.next_is_at(line, column, frame.column))
    }

    /// Whether the next line that stands no deeper than both columns stands at `column`.
    pub(in crate::yaml) fn next_is_at(&self, line: Line, column: usize, other: usize) -> bool {
        let farther = column.max(other);
        let mut next = line;
        while let Some(below) =
            Line::speaking(self.text, next.next).filter(|below| below.start < line.start + LOOK_AHEAD)
        {
            if below.column <= farther {
                return below.column == column;
            }
            next = below;
        }
        false
    }

    /// Notes that the one entry of an open mapping stands off, and makes the mapping go on at `column`.
    fn first_line_off(&mut self, column: usize, at: usize) {
        let Some(frame) = self.builder.frames.get_mut(at) else { return };
        let found = std::mem::replace(&mut frame.column, column);
        let (start, first) = (frame.start, frame.neighbour());
        let line = Line::at(self.text, start);
        let Some((key, span)) = first.filter(|_| line.start + found == start) else { return };
        let next = self.next_at(line, column);
        let (neighbour, neighbour_span) = self.label(next);
        let kind = FaultKind::Indentation { key, found, fitting: column, neighbour, neighbour_span };
        self.indentation(line, span, column, kind);
    }

    /// The next line below that stands at a column.
    fn next_at(&self, line: Line, column: usize) -> Line {
        let mut next = line;
        while let Some(below) =
            Line::speaking(self.text, next.next).filter(|below| below.start < line.start + LOOK_AHEAD)
        {
            if below.column == column {
                return below;
            }
            next = below;
        }
        line
    }

    /// Makes the outermost mapping go on at a column left of where it began.
    fn outermost(&mut self, column: usize, keys: bool) -> Option<Place> {
        if self.builder.frames.is_empty() {
            return Some(self.begin_anew(column, keys));
        }
        self.builder.frames.first().filter(|frame| frame.has_keys() == keys && frame.column > column)?;
        self.first_line_off(column, 0);
        Some(Place::Frame(0))
    }

    /// What stands at the root cannot go on. A mapping there is opened again, anything else gives way to what follows.
    fn begin_anew(&mut self, column: usize, keys: bool) -> Place {
        let Some(root) = self.builder.root.take() else { return Place::Root };
        let start = root.span.start as usize;
        match root.value {
            Value::Mapping(entries) if keys => {
                self.builder.frames.push(Frame::new(Parts::Entries(entries), false, column, start));
                Place::Frame(0)
            }
            Value::Sequence(items) if !keys => {
                self.builder.frames.push(Frame::new(Parts::Items(items), false, column, start));
                Place::Frame(0)
            }
            Value::Scalar(text) => {
                let kind = FaultKind::MissingColon { text: clip(&text.text), heading: false };
                self.builder.fault(root.span, kind, Vec::new());
                Place::Root
            }
            Value::Empty | Value::Mapping(_) | Value::Sequence(_) => {
                let text = clip(slice(self.text, root.span.range()));
                self.builder.fault(root.span, FaultKind::Mixed { text, key: !keys }, Vec::new());
                Place::Root
            }
        }
    }
}

/// Whether a line is an item of a list.
pub(in crate::yaml) fn is_item(content: &str) -> bool {
    content == "-" || content.starts_with("- ") || content.starts_with("-\t")
}
