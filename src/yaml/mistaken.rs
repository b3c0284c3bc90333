//! Lines that turn out to be something else than they looked like, once the next line is read: a text that is a key,
//! a value beside a heading, a list that is none, a heading among its own lines.

use crate::source::{Edit, Span};
use crate::yaml::fault::FaultKind;
use crate::yaml::frames::{Frame, Parts};
use crate::yaml::line::{KeyLine, Line, clip, line_start, other_sign, signs_after_colon, slice, tight_colon};
use crate::yaml::polish::tight_entry;
use crate::yaml::reading::Reader;
use crate::yaml::settle::Look;
use crate::yaml::tree::{Entry, Node, Scalar, Style, Value};

impl Reader<'_> {
    /// A text that stands alone on the line above, where a key should stand: it becomes a key that waits for its
    /// value. `true` if there was one.
    pub(in crate::yaml) fn text_becomes_key(&mut self, column: usize) -> bool {
        let Some(text) = self.lone_text() else { return false };
        let start = text.span.start as usize;
        let own = start - line_start(self.text, start);
        if column < own {
            return false;
        }
        let value = match self.builder.frames.is_empty() {
            true => self.builder.root.take(),
            false => self.builder.take_value(),
        };
        let Some(Value::Scalar(text)) = value.map(|node| node.value) else { return false };
        let mut frame = Frame::new(Parts::Entries(Vec::new()), false, own, start);
        let heading = column > own;
        if let Some(shape) = tight_colon(&text.text).filter(|_| !heading) {
            frame.parts = Parts::Entries(vec![self.tight_entry(start, &shape)]);
        } else if let Some(shape) = other_sign(&text.text).filter(|shape| heading == shape.value.is_empty()) {
            let (key, value) = self.sign_entry(text.span, &shape);
            match value {
                Some(value) => frame.parts = Parts::Entries(vec![Entry { key, value, merged: false }]),
                None => frame.pending = Some(key),
            }
        } else if let Some(colon) = signs_after_colon(&text.text).filter(|_| heading) {
            frame.pending = Some(self.signs_entry(text.span, colon));
        } else {
            let name = self.missing_colon(text.span, heading);
            frame.pending = heading.then_some(name);
        }
        self.builder.open(frame)
    }

    /// The key of a line without a colon; tells so.
    pub(in crate::yaml) fn missing_colon(&mut self, whole: Span, heading: bool) -> Scalar {
        let text = slice(self.text, whole.range());
        let end = self.builder.span(whole.end as usize, whole.end as usize);
        let colon = Edit { span: end, text: ":".to_owned() };
        let edits = if heading { vec![colon] } else { Vec::new() };
        self.builder.fault(whole, FaultKind::MissingColon { text: clip(text), heading }, edits);
        Scalar::new(text, whole, Style::Plain)
    }

    /// The key of `Main desk:,`, where signs without a meaning stand after the colon; tells so.
    pub(in crate::yaml) fn signs_entry(&mut self, whole: Span, colon: usize) -> Scalar {
        let start = whole.start as usize;
        let key = self.builder.span(start, start + colon);
        let signs = self.builder.span(start + colon + 1, whole.end as usize);
        let name = Scalar::new(slice(self.text, key.range()), key, Style::Plain);
        let kind = FaultKind::TextAboveLines { key: clip(&name.text), text: clip(slice(self.text, signs.range())) };
        self.builder.fault(signs, kind, vec![Edit { span: signs, text: String::new() }]);
        name
    }

    /// The key and the value of `open; Mon-Fri`, where another sign stands in place of the colon; tells so.
    pub(in crate::yaml) fn sign_entry(&mut self, whole: Span, shape: &KeyLine) -> (Scalar, Option<Node>) {
        let start = whole.start as usize;
        let key = self.builder.span(start + shape.key.start, start + shape.key.end);
        let value = self.builder.span(start + shape.value.start, start + shape.value.end);
        let heading = shape.value.is_empty();
        let kind = FaultKind::MissingColon { text: clip(slice(self.text, whole.range())), heading };
        let sign = self.builder.span(key.end as usize, value.start as usize);
        let colon = if heading { ":" } else { ": " };
        self.builder.fault(whole, kind, vec![Edit { span: sign, text: colon.to_owned() }]);
        let name = Scalar::new(slice(self.text, key.range()), key, Style::Plain);
        (name, (!heading).then(|| self.builder.raw(value.start as usize, value.end as usize)))
    }

    /// The entry of `key:value`, of which the text begins at the byte `start`; tells that a blank is missing.
    pub(in crate::yaml) fn tight_entry(&mut self, start: usize, shape: &KeyLine) -> Entry {
        let (entry, fault) = tight_entry(self.builder.source, self.text, start, shape);
        self.builder.faults.push(fault);
        entry
    }

    /// The last value, if it is a text on one line of its own, below its key or at the root.
    fn lone_text(&self) -> Option<Scalar> {
        let (value, key_end) = match self.builder.frames.last() {
            None => (self.builder.root.as_ref()?, None),
            Some(frame) => {
                let entry = frame.entries()?.last()?;
                (&entry.value, Some(entry.key.span.end as usize))
            }
        };
        let text = value.scalar().filter(|text| text.style == Style::Plain && text.exact && text.span == value.span)?;
        let start = line_start(self.text, text.span.start as usize);
        key_end.is_none_or(|end| end < start).then(|| text.clone())
    }

    /// The value beside a key, where keys stand below it: it gives way to them. `true` if it did.
    pub(in crate::yaml) fn text_above_lines(&mut self, line: Line, column: usize) -> bool {
        let Some(frame) = self.builder.frames.last().filter(|frame| frame.pending.is_none() && column > frame.column)
        else {
            return false;
        };
        let Some(entry) = frame.entries().and_then(<[Entry]>::last) else { return false };
        let (key, span) = (entry.key.clone(), entry.value.span);
        let written = slice(self.text, span.range());
        let text = entry.value.scalar().filter(|text| text.span == span && !written.contains(['\n', '\r']));
        let beside = text.is_some_and(|text| !matches!(text.style, Style::Literal | Style::Folded));
        let says_something = written.contains(char::is_alphanumeric);
        let (own, alone) = (frame.column, frame.len() == 1);
        // One line deeper stands off; two and more are the lines of a heading, unless the line above is the only one
        // at its column, and off by one blank itself.
        let lines = self.next_is_at(line, column, column);
        let above_off = alone && column - own == 1 && !self.next_is_at(line, own, own);
        if !beside || (says_something && (!lines || above_off)) {
            return false;
        }
        self.builder.take_value();
        let whole = self.builder.span(key.span.start as usize, Line::at(self.text, span.start as usize).end);
        let told = self.builder.faults.iter_mut().rev().take(8).find(|fault| whole.holds(fault.span));
        let edit = match says_something {
            true => Edit { span: span.at_start(), text: "# ".to_owned() },
            false => Edit { span, text: String::new() },
        };
        match told {
            None => {
                let kind = FaultKind::TextAboveLines { key: clip(&key.text), text: clip(written) };
                self.builder.fault(span, kind, vec![edit]);
            }
            // Signs without a meaning are to go; what was told of them stays.
            Some(fault) if !says_something => fault.edits = vec![Edit { span: fault.span, text: String::new() }],
            Some(_) => {}
        }
        true
    }

    /// A table below a key that has no `|` after its colon, or something else with a `|` at its end. `true` if the
    /// rows below can follow.
    pub(in crate::yaml) fn begin_table(&mut self, line: Line) -> bool {
        let column = self.builder.frames.last().map_or(0, |frame| frame.column);
        if line.column <= column || !line.text(self.text).starts_with('|') {
            return false;
        }
        if self.builder.reopen() {
            let key = self.builder.frames.last().and_then(|frame| frame.pending.clone());
            let Some(key) = key else { return false };
            let at = self.builder.after_colon(key.span);
            let kind = FaultKind::MissingBar { key: clip(&key.text) };
            self.builder.fault(key.span, kind, vec![Edit { span: at, text: " |".to_owned() }]);
            self.attach_table(at);
            return true;
        }
        let entry = self.builder.frames.last().and_then(Frame::entries).and_then(<[Entry]>::last);
        let bar = entry.filter(|entry| entry.value.scalar().is_some_and(|text| text.exact && text.text.ends_with('|')));
        let Some(span) = bar.map(|entry| entry.value.span) else { return false };
        self.builder.take_value();
        self.explained = true;
        self.attach_table(self.builder.span(span.end as usize, span.end as usize));
        true
    }

    /// Gives the key that waits a table without rows so far.
    pub(in crate::yaml) fn attach_table(&mut self, span: Span) {
        let table = Scalar { exact: false, ..Scalar::new("", span, Style::Literal) };
        self.builder.attach(Node { span, value: Value::Scalar(table) });
    }

    /// A list of one item with keys, at the column at which more keys follow: its dash is too much. `true` if so.
    pub(in crate::yaml) fn list_becomes_keys(&mut self, at: usize) -> bool {
        let single = self.builder.frames.get(at).is_some_and(|frame| {
            let nested = self.builder.frames.get(at + 1).map(Frame::has_keys);
            match (&frame.parts, nested) {
                (Parts::Items(items), Some(keys)) => items.is_empty() && keys,
                (Parts::Items(items), None) => matches!(items.as_slice(), [only] if only.mapping().is_some()),
                (Parts::Entries(_), _) => false,
            }
        });
        if !single {
            return false;
        }
        while self.builder.frames.len() > at + 1 {
            self.builder.close(None);
        }
        let Some(frame) = self.builder.frames.last_mut() else { return false };
        let start = frame.start;
        let Parts::Items(items) = &mut frame.parts else { return false };
        let Some(Node { value: Value::Mapping(entries), span }) = items.pop() else { return false };
        let (one, first) = (entries.len() == 1, span.start as usize);
        frame.parts = Parts::Entries(entries);
        self.stray_dash(start, first, Line::at(self.text, first).end, one);
        true
    }

    /// Tells that the dash at the byte `dash` is too much; what follows it is at `from..to`.
    pub(in crate::yaml) fn stray_dash(&mut self, dash: usize, from: usize, to: usize, repairs: bool) {
        let edit = Edit { span: self.builder.span(dash, from), text: String::new() };
        let edits = if repairs { vec![edit] } else { Vec::new() };
        let kind = FaultKind::StrayDash { text: clip(slice(self.text, from..to).trim_end()) };
        self.builder.fault(self.builder.span(dash, dash + 1), kind, edits);
    }

    /// A heading that stands at the column of its own lines, told by the next heading, which stands further left:
    /// it takes the lines below it, and the mapping goes on at the column of the next one.
    pub(in crate::yaml) fn heading_off(&mut self, line: Line, column: usize, look: Look) -> Option<usize> {
        let outer = self.builder.frames.iter().rposition(|frame| !frame.flow && frame.column < column)?;
        let at = outer + 1;
        let frame = self.builder.frames.get(at).filter(|frame| look.heading && frame.len() > 1)?;
        let first = frame.entries()?.first()?;
        let empty = first.value.is_empty() && first.value.span.start == first.value.span.end;
        if !empty || frame.start != first.key.span.start as usize {
            return None;
        }
        while self.builder.frames.len() > at + 1 {
            self.builder.close(None);
        }
        self.builder.flush();
        let frame = self.builder.frames.last_mut()?;
        let found = std::mem::replace(&mut frame.column, column);
        let Parts::Entries(entries) = &mut frame.parts else { return None };
        let lines = entries.split_off(1);
        let span = lines.first().map(|entry| entry.key.span)?;
        let span = lines.last().map_or(span, |last| span.to(last.span()));
        let first = entries.first_mut()?;
        first.value = Node { span, value: Value::Mapping(lines) };
        let (key, key_span) = (clip(&first.key.text), first.key.span);
        let (neighbour, neighbour_span) = self.label(line);
        let kind = FaultKind::Indentation { key, found, fitting: column, neighbour, neighbour_span };
        self.indentation(Line::at(self.text, key_span.start as usize), key_span, column, kind);
        Some(at)
    }

    /// Whether a line without a colon opens the lines below it. If those go on with what is open further out, they
    /// were there before it.
    pub(in crate::yaml) fn opens_lines(&self, line: Line, column: usize) -> bool {
        let below = self.column_below(line);
        let frames = &self.builder.frames;
        let before = frames.iter().zip(frames.iter().skip(1)).find(|(_, inner)| inner.column == below);
        below > line.column && before.is_none_or(|(outer, _)| outer.column == column)
    }
}
