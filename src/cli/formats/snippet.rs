//! The line of the file that a finding is about, with a mark under the exact part; drawn by miette.

use std::fmt;

use miette::{
    Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteError, MietteSpanContents, SourceCode,
    SourceSpan, SpanContents, ThemeCharacters,
};

use crate::compilation::{SourceFile, Span};

/// One line of a file as miette wants it, found by the file's own index of lines and cut to a window around the mark,
/// so that neither a long file nor an endless line costs anything.
struct OneLine<'a> {
    text: &'a str,
    start: usize,
    number: usize,
}

impl SourceCode for OneLine<'_> {
    fn read_span<'a>(
        &'a self,
        _span: &SourceSpan,
        _lines_before: usize,
        _lines_after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let span = (self.start, self.text.len()).into();
        Ok(Box::new(MietteSpanContents::new(self.text.as_bytes(), span, self.number, 0, 1)))
    }
}

/// The smallest diagnostic that makes miette draw one line.
struct Marked<'a> {
    line: OneLine<'a>,
    mark: (usize, usize),
}

impl fmt::Display for Marked<'_> {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        Ok(())
    }
}

impl fmt::Debug for Marked<'_> {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        Ok(())
    }
}

impl std::error::Error for Marked<'_> {}

impl Diagnostic for Marked<'_> {
    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(&self.line)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let label = LabeledSpan::new_primary_with_span(None, self.mark);
        Some(Box::new(std::iter::once(label)))
    }
}

/// Draws the line of `span` with its mark, at most `width` columns wide. Each line of the drawing ends with a line break;
/// empty where the line is blank.
pub(crate) fn draw(file: &SourceFile, span: Span, width: usize) -> String {
    let number = file.lines().line_of(span.start as usize);
    let line_start = file.lines().range_of(number, file.text()).start;
    let line = file.line(number);
    if line.trim().is_empty() {
        return String::new();
    }
    let from = (span.start as usize).saturating_sub(line_start).min(line.len());
    let to = (span.end as usize).saturating_sub(line_start).clamp(from, line.len());
    let (window_start, window) = cut(line, from, to, width.saturating_sub(10).max(20));
    let mark_start = line_start + from;
    let mark_end = (line_start + to).min(line_start + window_start + window.len());
    let line = OneLine { text: window, start: line_start + window_start, number };
    let marked = Marked { line, mark: (mark_start, mark_end.saturating_sub(mark_start)) };
    let mut drawing = String::new();
    if handler(width).render_report(&mut drawing, &marked).is_err() {
        return String::new();
    }
    keep_lines(&drawing)
}

/// The part of a line around the mark that fits into `most` bytes, at letter boundaries, with where it begins.
fn cut(line: &str, from: usize, to: usize, most: usize) -> (usize, &str) {
    if line.len() <= most {
        return (0, line);
    }
    let shown = (to - from).min(most / 2);
    let mut start = if from + shown + 8 <= most { 0 } else { from.saturating_sub(most.saturating_sub(shown) / 2) };
    while !line.is_char_boundary(start) {
        start -= 1;
    }
    let mut end = (start + most).min(line.len());
    while !line.is_char_boundary(end) {
        end -= 1;
    }
    (start, line.get(start..end).unwrap_or(""))
}

/// Plain characters only: nothing that an old console or a screen reader stumbles over.
fn handler(width: usize) -> GraphicalReportHandler {
    let characters = ThemeCharacters { underline: '~', uarrow: '^', vbar: '|', vbar_break: ' ', ..ThemeCharacters::ascii() };
    let theme = GraphicalTheme { characters, ..GraphicalTheme::none() };
    GraphicalReportHandler::new_themed(theme)
        .with_links(false)
        .with_urls(false)
        .with_context_lines(0)
        .with_wrap_lines(false)
        .with_width(width)
}

/// Only the numbered line and the mark below it, without miette's frame.
fn keep_lines(drawing: &str) -> String {
    let mut kept = String::new();
    for line in drawing.lines() {
        let gutter = line.trim_start();
        let numbered = gutter.starts_with(|letter: char| letter.is_ascii_digit());
        let marking = gutter.trim_matches([' ', '~', '^']).is_empty() && !gutter.is_empty();
        if numbered || marking {
            kept.push_str("  ");
            kept.push_str(line.trim_end());
            kept.push('\n');
        }
    }
    kept
}
