//! Lines that go on with the value above them: rows of a table, and text over several lines.

use std::ops::Range;

use crate::source::{Edit, Span};
use crate::yaml::events::Cause;
use crate::yaml::fault::FaultKind;
use crate::yaml::frames::Frame;
use crate::yaml::line::{KeyLine, Line, clip, in_quotes, key_line, slice};
use crate::yaml::reading::Reader;
use crate::yaml::tree::{Row, Scalar, Style, Value};

/// A table (or other text line by line) that may go on.
struct Above {
    /// Its first byte.
    begin: usize,
    /// Its key.
    key: Span,
    /// The column of its key.
    column: usize,
    /// Its first row.
    first: Option<Span>,
    /// Its last row.
    last: Option<Span>,
    /// Whether it has no more than one row.
    single: bool,
}

impl Reader<'_> {
    /// The last complete value of the deepest open mapping, and the column of its key, if it is a text.
    fn text_above(&mut self) -> Option<(&mut Scalar, usize)> {
        let frame = self.builder.frames.last_mut().filter(|frame| frame.pending.is_none())?;
        let column = frame.column;
        let entry = frame.last_entry()?;
        let used = entry.value.span;
        match &mut entry.value.value {
            Value::Scalar(text) if text.span == used => Some((text, column)),
            Value::Empty | Value::Scalar(_) | Value::Mapping(_) | Value::Sequence(_) => None,
        }
    }

    /// The table (or other text line by line) above a line that may go on with it.
    fn table_above(&mut self, line: Line) -> Option<Above> {
        let text = self.text;
        let content = line.text(text);
        let frame = self.builder.frames.last()?;
        let key = frame.entries().and_then(<[_]>::last).map(|entry| entry.key.span)?;
        let (table, column) = self.text_above().filter(|(above, _)| above.style == Style::Literal)?;
        let mut rows = table.rows().iter().filter(|row| row.start < row.end);
        let place = |row: &Row| Span { start: row.start, end: row.end, ..key };
        let first = rows.next().map(place);
        let single = rows.next().is_none();
        let last = table.rows().iter().rfind(|row| row.start < row.end).map(place);
        let is_table = first.is_none_or(|first| slice(text, first.range()).starts_with('|'));
        let prose = !content.starts_with('|');
        let apart = line.column <= column || key_line(content).is_some() || (is_table && first.is_some());
        let begin = table.span.start as usize;
        (!prose || !apart).then_some(Above { begin, key, column, first, last, single })
    }

    /// A row of a table that stands at another column than those above it, or after such a row.
    pub(in crate::yaml) fn goes_on_with_table(&mut self, line: Line) -> bool {
        let Some(above) = self.table_above(line) else { return false };
        let told = self.builder.faults.len();
        let explained = std::mem::take(&mut self.explained);
        let fitting = self.row_column(line, &above);
        let content = line.text(self.text);
        if content.contains(|letter: char| letter.is_control() && letter != '\t') {
            self.unreadable(line, None);
        }
        let known = self.table.is_some_and(|(begin, _)| begin == above.begin);
        if !known && !line.is_pasted() && !self.explained && self.builder.faults.len() == told {
            self.tell_break(line, &above);
        }
        let spaces = line.blanks(self.text).bytes().all(|byte| byte == b' ');
        let start = if spaces && line.column > fitting { line.start + fitting } else { line.content };
        self.push_row(start, line.end);
        self.table = self.text_above().map(|(table, _)| (table.span.start as usize, fitting));
        self.explained |= explained;
        true
    }

    /// The column at which a row fits; tells by how much it (or the only row above it) stands off.
    fn row_column(&mut self, line: Line, above: &Above) -> usize {
        let text = self.text;
        let tabs = line.blanks(text).matches('\t').count();
        let fresh = if tabs > 0 || line.column <= above.column { above.column + 2 } else { line.column };
        let first_column = above.first.map_or(fresh, |first| Line::at(text, first.start as usize).column);
        let known = self.table.filter(|(begin, _)| *begin == above.begin).map(|(_, column)| column);
        let fitting = known.unwrap_or(first_column);
        let here = self.builder.span(line.content, line.end);
        let off = line.column < fitting;
        let first = above.first.filter(|_| above.single && known.is_none() && tabs == 0 && off);
        if let Some(first) = first.filter(|_| self.next_is_at(line, line.column, fitting)) {
            let kind = self.row_off(first, first_column, line.column, here);
            self.indentation(Line::at(text, above.begin), first, line.column, kind);
            return line.column;
        }
        if tabs > 0 {
            let kind = FaultKind::TabIndentation { key: clip(line.text(text)), tabs, fitting };
            self.indentation(line, here, fitting, kind);
        } else if off {
            let kind = self.row_off(here, line.column, fitting, above.last.unwrap_or(above.key));
            self.indentation(line, here, fitting, kind);
        }
        fitting
    }

    /// Tells why a row that stands right is not read together with those above it: a comment or an empty line with
    /// blanks stands between.
    fn tell_break(&mut self, line: Line, above: &Above) {
        let mut at = Line::at(self.text, above.last.unwrap_or(above.key).end as usize).next;
        while at < line.start {
            let between = Line::at(self.text, at);
            at = between.next;
            let place = self.builder.span(between.content, between.end);
            if between.content < between.end {
                return self.builder.fault(place, FaultKind::CommentInside { comment: place }, Vec::new());
            }
            if between.start < between.content {
                let blanks = self.builder.span(between.start, between.content);
                let whole = self.builder.span(between.start, between.next);
                let edits = vec![Edit { span: whole, text: String::new() }];
                return self.builder.fault(blanks, FaultKind::StrayBlanks, edits);
            }
        }
        // A table without rows so far was opened by hand, and why has been told.
        if above.first.is_some() {
            self.unreadable(line, None);
        }
    }

    /// The fault of a row that stands at a wrong column.
    fn row_off(&self, row: Span, found: usize, fitting: usize, neighbour: Span) -> FaultKind {
        let told = |span: Span| clip(slice(self.text, span.range()));
        FaultKind::Indentation { key: told(row), found, fitting, neighbour: told(neighbour), neighbour_span: neighbour }
    }

    /// Puts a row at the end of the table above.
    fn push_row(&mut self, start: usize, end: usize) {
        let text = self.text;
        let span = self.builder.span(start, end);
        self.builder.last_end = self.builder.last_end.max(end);
        let Some((table, _)) = self.text_above() else { return };
        if !table.text.is_empty() && !table.text.ends_with('\n') {
            table.text.push('\n');
        }
        // INVARIANT: one place for each line that ends with a line feed.
        table.text.push_str(slice(text, start..end));
        table.text.push('\n');
        table.add_row(Row { start: span.start, end: span.end, exact: true });
        table.span = if table.rows().len() == 1 { span } else { table.span.to(span) };
        let whole = table.span;
        if let Some(entry) = self.builder.frames.last_mut().and_then(Frame::last_entry) {
            entry.value.span = whole;
        }
    }

    /// A line with a colon that goes on with a text over several lines: `why: long` / `  text: more`.
    pub(in crate::yaml) fn is_second_colon(&mut self, line: Line, column: usize, shape: &KeyLine) -> bool {
        let content = line.text(self.text);
        let text = self.text;
        let Some((above, key_column)) = self.text_above() else { return false };
        let lines = slice(text, above.span.range());
        let Some(last) = lines.lines().last().filter(|_| above.style == Style::Plain && !above.exact) else {
            return false;
        };
        let own = last.len() - last.trim_start().len();
        if column <= key_column || own != column {
            return false;
        }
        let value = shape.value.end.max(shape.colon + 1);
        above.text.push(' ');
        above.text.push_str(slice(content, 0..value));
        let start = above.span.start as usize;
        let end = line.content + value;
        let whole = self.builder.span(start, end);
        let colon = self.builder.span(line.content + shape.colon, line.content + shape.colon + 1);
        self.stretch(whole);
        let key = self.builder.frames.last_mut().and_then(Frame::last_entry).map(|entry| entry.key.text.clone());
        let kind = FaultKind::SecondColon {
            key: clip(&key.unwrap_or_default()),
            before: clip(slice(content, shape.key.clone())),
            colon,
        };
        let edits = vec![Edit { span: whole, text: in_quotes(slice(text, start..end)) }];
        self.builder.fault(colon, kind, edits);
        true
    }

    /// A line without a key below a text, which the crate did not read as going on with it: a comment stands between.
    pub(in crate::yaml) fn goes_on_with_text(
        &mut self,
        line: Line,
        column: usize,
        part: &Range<usize>,
        cause: Option<&Cause>,
    ) -> bool {
        let content = line.text(self.text);
        let comment = self.builder.comments.last().map(|comment| comment.span);
        let Some((above, key_column)) = self.text_above() else { return false };
        if column <= key_column || above.style != Style::Plain {
            return false;
        }
        above.text.push(' ');
        above.text.push_str(slice(content, part.clone()));
        let (start, before) = (above.span.start as usize, above.span.end);
        let whole = self.builder.span(start, line.content + part.end);
        self.stretch(whole);
        let told = line.is_pasted() || line.blanks(self.text).contains('\t');
        let between = comment.filter(|comment| comment.start >= before && comment.end as usize <= line.start);
        match between {
            Some(comment) => self.builder.fault(comment, FaultKind::CommentInside { comment }, Vec::new()),
            // That the blanks before it are the wrong ones has been told.
            None if told => {}
            None => self.unreadable(line, cause),
        }
        true
    }

    /// A text alone below its key, indented with the wrong blanks (which has been told): it is the value.
    pub(in crate::yaml) fn is_value_below(&mut self, line: Line, part: &Range<usize>) -> bool {
        let told = line.is_pasted() || line.blanks(self.text).contains('\t');
        let value = told && self.column_below(line) <= line.column && self.builder.reopen();
        if value {
            let node = self.builder.raw(line.content + part.start, line.content + part.end);
            self.builder.attach(node);
        }
        value
    }

    /// Lets the last value reach over more lines.
    fn stretch(&mut self, whole: Span) {
        self.builder.last_end = self.builder.last_end.max(whole.end as usize);
        let Some(entry) = self.builder.frames.last_mut().and_then(Frame::last_entry) else { return };
        entry.value.span = whole;
        if let Value::Scalar(text) = &mut entry.value.value {
            text.span = whole;
            text.exact = false;
        }
    }
}
