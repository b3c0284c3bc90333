//! Reads one line by hand: names its fault, and keeps its key and its value.

use std::ops::Range;

use crate::source::{Edit, Span};
use crate::yaml::events::{Cause, Piece, Place, read_piece};
use crate::yaml::fault::FaultKind;
use crate::yaml::frames::{DEPTH_LIMIT, Frame, Parts};
use crate::yaml::line::{
    KeyLine, Line, clip, comment_start, key_line, other_sign, quoted_length, signs_after_colon, slice, tight_colon,
    trimmed,
};
use crate::yaml::reading::{Reader, Rest};
use crate::yaml::settle::{Look, is_item};
use crate::yaml::tree::{Comment, Node, Scalar, Style, Value};
use crate::yaml::value::{inside_quotes, is_special, plain_or_quoted};

/// How wide editors show a tab, in blanks.
const TAB_WIDTHS: [usize; 2] = [4, 8];

impl Reader<'_> {
    /// Reads one line. `cause` tells why the crate does not read it; `None` where it stands at a wrong column.
    pub(in crate::yaml) fn by_hand(&mut self, line: Line, cause: Option<&Cause>) {
        let content = line.text(self.text);
        if self.goes_on_with_table(line) || (self.begin_table(line) && self.goes_on_with_table(line)) {
            return;
        }
        let tabs = line.blanks(self.text).matches('\t').count();
        let shape = key_line(content);
        let column = if tabs > 0 { self.tabbed(line, tabs, shape.as_ref()) } else { line.column };
        if is_item(content) {
            self.item_line(line, column, cause);
        } else if let Some(shape) = shape {
            self.key_line(line, column, &shape, cause);
        } else {
            self.keyless_line(line, column, cause);
        }
    }

    /// The place of a part of a line, given in bytes from its first letter.
    fn part(&self, line: Line, range: &Range<usize>) -> Span {
        self.builder.span(line.content + range.start, line.content + range.end)
    }

    /// The column that a line with tabs was meant to have; notes the fault.
    fn tabbed(&mut self, line: Line, tabs: usize, shape: Option<&KeyLine>) -> usize {
        let content = line.text(self.text);
        let keys = !is_item(content);
        let blanks = line.column.saturating_sub(tabs);
        let fits = |frame: &Frame, column: usize| !frame.flow && frame.column == column && frame.has_keys() == keys;
        let frames = &self.builder.frames;
        let open = |column: &usize| frames.iter().any(|frame| fits(frame, *column));
        let before = self.tabs.get(&tabs).copied().filter(open);
        let shown = TAB_WIDTHS.iter().map(|width| blanks + tabs * width).find(open);
        let narrow = blanks + tabs * 2;
        let top = frames.last().map_or(0, |frame| frame.column);
        let column = match before.or(shown) {
            Some(column) => column,
            None if self.builder.reopen() => top + 2,
            None => narrow,
        };
        self.tabs.split_off(&tabs);
        self.tabs.insert(tabs, column);
        let label = shape.map_or(0..content.len(), |shape| shape.key.clone());
        // The mark stands under what is indented: under the tabs themselves nobody sees it.
        let span = self.part(line, &label);
        let kind = FaultKind::TabIndentation { key: clip(slice(content, label)), tabs, fitting: column };
        self.indentation(line, span, column, kind);
        column
    }

    /// A line with a key.
    fn key_line(&mut self, line: Line, column: usize, shape: &KeyLine, cause: Option<&Cause>) {
        if self.is_second_colon(line, column, shape) {
            return;
        }
        let opens = matches!(line.text(self.text).as_bytes().get(shape.value.start), None | Some(b'|' | b'>' | b'#'));
        let heading = opens && self.column_below(line) > line.column;
        let key = self.part(line, &shape.key);
        let right = match self.place_at(column, true) {
            None if self.text_becomes_key(column) || self.text_above_lines(line, column) => self.place_at(column, true),
            place => place,
        };
        let right = right.map(|place| (place, column));
        let place = right.or_else(|| self.misplaced(line, column, Look { keys: true, heading }, key));
        let Some((place, column)) = place else { return self.mixed(line, true) };
        if cause.is_none_or(|cause| *cause != Cause::TooDeep) && self.reads_alone(line, column, place) {
            return;
        }
        if !self.enter(place, true, column, line.content) {
            return self.too_deep(line);
        }
        self.push_key(line, column, shape, cause);
    }

    /// Reads the line as a text of its own; `false` if the crate does not read it.
    fn reads_alone(&mut self, line: Line, column: usize, place: Place) -> bool {
        let piece = Piece { text: line.text(self.text), base: line.content, cap: line.end, column, place };
        self.reads(piece)
    }

    /// Reads a piece; leaves nothing of it behind if the crate does not read it.
    fn reads(&mut self, piece: Piece<'_>) -> bool {
        let told = self.builder.faults.len();
        let reads = read_piece(&mut self.builder, piece).is_ok();
        if !reads {
            let mut faults = std::mem::take(&mut self.builder.faults);
            faults.truncate(told);
            self.builder.rewind(piece.base);
            self.builder.faults = faults;
        }
        reads
    }

    /// Makes ready for an entry or item at a place; `false` where it would be too deep.
    fn enter(&mut self, place: Place, keys: bool, column: usize, start: usize) -> bool {
        match place {
            Place::Frame(at) => {
                while self.builder.frames.len() > at + 1 {
                    self.builder.close(None);
                }
                self.builder.flush();
                true
            }
            Place::Root | Place::Child => {
                let parts = if keys { Parts::Entries(Vec::new()) } else { Parts::Items(Vec::new()) };
                self.builder.open(Frame::new(parts, false, column, start))
            }
        }
    }

    /// Puts a key and its value into the mapping that was entered.
    fn push_key(&mut self, line: Line, column: usize, shape: &KeyLine, cause: Option<&Cause>) {
        let content = line.text(self.text);
        let told = self.builder.faults.len();
        let key = self.key_scalar(line, &shape.key);
        let name = key.text.clone();
        let fault_in_key = self.builder.faults.len() > told;
        if let Some(frame) = self.builder.frames.last_mut() {
            frame.pending = Some(key);
        }
        let value = self.part(line, &shape.value).range();
        self.comment(line, shape.value.end.max(shape.colon + 1));
        if cause == Some(&Cause::TooDeep) {
            return self.too_deep(line);
        }
        if shape.value.is_empty() {
            if !fault_in_key && cause.is_some() {
                self.unreadable(line, cause);
            }
            return;
        }
        let second = slice(content, shape.value.clone()).contains(": ");
        if !(fault_in_key && !second && self.value_reads_alone(&value)) {
            let node = self.named_value(&name, value.clone(), cause);
            self.builder.attach(node);
        }
        let open = matches!(content.as_bytes().get(shape.value.start), Some(b'[' | b'{'));
        self.rest = Some(if open { Rest::Deeper(column) } else { Rest::Keyless(column) });
    }

    /// Reads a value by the crate, where only the key before it is at fault.
    fn value_reads_alone(&mut self, value: &Range<usize>) -> bool {
        let text = slice(self.text, value.clone());
        let piece = Piece { text, base: value.start, cap: value.end, column: 0, place: Place::Child };
        self.reads(piece)
    }

    /// The key of a line; notes what is wrong with it.
    fn key_scalar(&mut self, line: Line, range: &Range<usize>) -> Scalar {
        let span = self.part(line, range);
        let written = slice(self.text, span.range());
        if written.is_empty() {
            self.builder.fault(span, FaultKind::EmptyKey, Vec::new());
        }
        if quoted_length(written) == Some(written.len()) {
            let style = if written.starts_with('"') { Style::DoubleQuoted } else { Style::SingleQuoted };
            let text = slice(written, 1..written.len() - 1);
            return Scalar::new(text, span, style);
        }
        let quote = written.chars().next().filter(|first| matches!(first, '"' | '\''));
        let inner = quote.zip(quoted_length(written)).and_then(|(quote, length)| {
            let inner = inside_quotes(written, quote, length)?;
            Some((quote, inner))
        });
        if let Some((quote, inner)) = inner {
            let kind = FaultKind::QuoteInside { quote, inner: clip(inner) };
            self.builder.fault(span, kind, vec![Edit { span, text: plain_or_quoted(inner) }]);
            let within = self.builder.span(span.start as usize + 1, span.end as usize - 1);
            return Scalar::new(inner, within, Style::Plain);
        }
        self.name_key(span);
        Scalar::new(written, span, Style::Plain)
    }

    /// An item of a list.
    fn item_line(&mut self, line: Line, column: usize, cause: Option<&Cause>) {
        let content = line.text(self.text);
        let look = Look { keys: false, heading: false };
        let key = self.builder.span(line.content, line.end);
        let item = trimmed(content, 1..content.len());
        let inner = Line { content: line.content + item.start, ..line };
        let among_keys = self.builder.frames.iter().any(|frame| frame.column == column && frame.has_keys());
        if let Some(shape) = key_line(slice(content, item.clone())).filter(|_| among_keys)
            && self.place_at(column, false).is_none()
        {
            self.stray_dash(line.content, inner.content, line.end, true);
            return self.key_line(inner, column, &shape, cause);
        }
        let right = self.place_at(column, false).map(|place| (place, column));
        let place = right.or_else(|| self.misplaced(line, column, look, key));
        let Some((place, column)) = place else { return self.mixed(line, false) };
        if cause.is_none_or(|cause| *cause != Cause::TooDeep) && self.reads_alone(line, column, place) {
            return;
        }
        if cause == Some(&Cause::TooDeep) || !self.enter(place, false, column, line.content) {
            return self.too_deep(line);
        }
        if let Some(shape) = key_line(slice(content, item.clone())) {
            let column = column + item.start;
            if self.enter(Place::Child, true, column, inner.content) {
                self.push_key(inner, column, &shape, cause);
            }
            return;
        }
        let end = item.start + comment_start(slice(content, item.clone()));
        let value = self.part(line, &trimmed(content, item.start..end)).range();
        self.comment(line, end);
        let node = self.named_value("", value, cause);
        self.builder.attach(node);
        self.rest = Some(Rest::Keyless(column));
    }

    /// A line that has no key and is no item.
    fn keyless_line(&mut self, line: Line, column: usize, cause: Option<&Cause>) {
        let content = line.text(self.text);
        let end = comment_start(content);
        let text = trimmed(content, 0..end);
        if let Some(shape) = tight_colon(slice(content, text.clone())) {
            let entry = self.tight_entry(line.content + text.start, &shape);
            return self.hand_made(line, column, entry.key, Some(entry.value));
        }
        if self.goes_on_with_text(line, column, &text, cause) || self.is_value_below(line, &text) {
            return;
        }
        let heading = self.opens_lines(line, column);
        let span = self.part(line, &text);
        if cause == Some(&Cause::TooDeep) || is_special(slice(content, text.clone())) {
            self.named_value("", span.range(), cause);
            return;
        }
        if heading && self.opens_table(line, column, &text) {
            return;
        }
        self.comment(line, text.end);
        let written = slice(content, text);
        if let Some(shape) = other_sign(written).filter(|shape| heading == shape.value.is_empty()) {
            let (name, value) = self.sign_entry(span, &shape);
            return self.hand_made(line, column, name, value);
        }
        let colon = signs_after_colon(written).filter(|_| heading);
        let name = match colon {
            Some(colon) => self.signs_entry(span, colon),
            None => self.missing_colon(span, heading),
        };
        if heading {
            self.hand_made(line, column, name, None);
        }
    }

    /// `levels:|`, `levels |` and `levels; |` above a table: all but the right `levels: |`. `true` if so.
    fn opens_table(&mut self, line: Line, column: usize, text: &Range<usize>) -> bool {
        let Some(written) = slice(line.text(self.text), text.clone()).strip_suffix('|') else { return false };
        let end = line.content + text.end;
        let key = written.trim_end();
        let span = self.part(line, &(text.start..text.start + key.len()));
        let name = if key.ends_with(':') && key.len() == written.len() {
            let shape = KeyLine { key: 0..key.len() - 1, colon: key.len() - 1, value: key.len()..key.len() + 1 };
            self.tight_entry(line.content, &shape).key
        } else if let Some(shape) = other_sign(key).filter(|shape| shape.value.is_empty()) {
            self.sign_entry(span, &shape).0
        } else {
            self.missing_colon(span, true)
        };
        self.hand_made(line, column, name, None);
        self.attach_table(self.builder.span(end, end));
        true
    }

    /// Puts in a key and a value that were made out by hand, after their fault has been told. Without a value the key
    /// waits for the lines below it.
    fn hand_made(&mut self, line: Line, column: usize, key: Scalar, value: Option<Node>) {
        let look = Look { keys: true, heading: value.is_none() };
        let right = self.place_at(column, true).map(|place| (place, column));
        let place = right.or_else(|| self.misplaced(line, column, look, key.span));
        let Some((place, column)) = place else { return self.mixed(line, true) };
        if !self.enter(place, true, column, line.content) {
            return self.too_deep(line);
        }
        if let Some(frame) = self.builder.frames.last_mut() {
            frame.pending = Some(key);
        }
        if let Some(value) = value {
            self.builder.attach(value);
        }
    }

    /// Keeps the comment of a line, if there is one at or after a byte of it.
    fn comment(&mut self, line: Line, from: usize) {
        let content = line.text(self.text);
        let rest = slice(content, from..content.len());
        let start = from + (rest.len() - rest.trim_start().len());
        if let Some(text) = slice(content, start..content.len()).strip_prefix('#') {
            let span = self.part(line, &(start..content.len()));
            self.builder.comments.push(Comment { span, text: text.trim().to_owned() });
        }
    }

    /// Tells that a line is deeper than is read; what belongs to it is passed over.
    pub(in crate::yaml) fn too_deep(&mut self, line: Line) {
        let span = self.builder.span(line.content, line.end);
        self.builder.fault(span, FaultKind::TooDeep { limit: DEPTH_LIMIT }, Vec::new());
        self.rest = Some(Rest::Deeper(line.column));
    }

    /// Tells that a key stands among items, or an item among keys.
    fn mixed(&mut self, line: Line, key: bool) {
        let content = line.text(self.text);
        let text = slice(content, trimmed(content, 0..comment_start(content)));
        let span = self.builder.span(line.content, line.content + text.len());
        self.builder.fault(span, FaultKind::Mixed { text: clip(text), key }, Vec::new());
        self.rest = Some(Rest::Deeper(line.column));
    }

    /// Tells a fault that has no name.
    pub(in crate::yaml) fn unreadable(&mut self, line: Line, cause: Option<&Cause>) {
        if cause == Some(&Cause::TooDeep) {
            return self.too_deep(line);
        }
        let fault = self.nameless(line, cause);
        self.builder.fault(fault.span, fault.kind, fault.edits);
    }

    /// An empty value, where nothing can be made out.
    pub(in crate::yaml) fn nothing(&self, at: usize) -> Node {
        Node { span: self.builder.span(at, at), value: Value::Empty }
    }
}
