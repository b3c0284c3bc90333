//! Lines that go on with the value above them: rows of a table, and text over several lines.

use std::ops::Range;

use crate::source::{Edit, Span};
use crate::yaml::events::Cause;
use crate::yaml::fault::FaultKind;
use crate::yaml::frames::Frame;
use crate::yaml::line::{KeyLine, Line, clip, in_quotes, key_line, line_start, slice};
use crate::yaml::reading::Reader;
use crate::yaml::tree::{Row, Scalar, Style, Value};

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

    /// A row of a table that stands at another column than those above it, or after such a row.
    pub(in crate::yaml) fn goes_on_with_table(&mut self, line: Line) -> bool {
        let text = self.text;
        let content = line.text(text);
        let known = self.table;
        let Some((table, column)) = self.text_above().filter(|(above, _)| above.style == Style::Literal) else {
            return false;
        };
        if !content.starts_with('|') && (line.column() <= column || key_line(content).is_some()) {
            return false;
        }
        let (begin, count) =
            (table.span.start as usize, table.rows.iter().filter(|row| row.start < row.end).take(2).count());
        let first = table.rows.iter().find(|row| row.start < row.end).copied();
        let tabs = line.blanks(text).matches('\t').count();
        let fresh = if tabs > 0 { column + 2 } else { line.column() };
        let first_column = first.map_or(fresh, |row| row.start as usize - line_start(text, row.start as usize));
        let mut fitting = known.filter(|(start, _)| *start == begin).map_or(first_column, |(_, column)| column);
        let first_span = first.map(|row| self.builder.span(row.start as usize, row.end as usize));
        let here = self.builder.span(line.content, line.end);
        if count == 1 && line.column() < fitting && tabs == 0 && self.next_is_at(line, line.column(), fitting) {
            fitting = line.column();
            self.table = Some((begin, fitting));
            if let Some(span) = first_span {
                let off = self.row_off(span, first_column, fitting, here);
                self.indentation(Line::at(text, begin), span, fitting, off);
            }
        } else if tabs > 0 {
            let kind = FaultKind::TabIndentation { key: clip(content), tabs, fitting };
            let blanks = self.builder.span(line.start, line.content);
            self.indentation(line, blanks, fitting, kind);
        } else if line.column() < fitting {
            let kind = self.row_off(here, line.column(), fitting, first_span.unwrap_or(here));
            self.indentation(line, here, fitting, kind);
        }
        let deeper = tabs == 0 && line.column() > fitting;
        self.push_row(if deeper { line.start + fitting } else { line.content }, line.end);
        true
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
        table.rows.push(Row { start: span.start, end: span.end, exact: true });
        table.span = if table.rows.len() == 1 { span } else { table.span.to(span) };
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
        let between = comment.filter(|comment| comment.start >= before && comment.end as usize <= line.start);
        match between {
            Some(comment) => self.builder.fault(comment, FaultKind::CommentInside { comment }, Vec::new()),
            None => self.unreadable(line, cause),
        }
        true
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
