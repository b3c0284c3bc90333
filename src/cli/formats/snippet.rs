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
    let (from, to) = at_least_one_letter(line, from, to);
    let (window_start, window) = cut(line, from, to, width.saturating_sub(10).max(20));
    let is_cut = window_start + window.len() < line.len();
    let mark_start = line_start + from;
    let mark_end = (line_start + to).min(line_start + window_start + window.len());
    let line = OneLine { text: window, start: line_start + window_start, number };
    let marked = Marked { line, mark: (mark_start, mark_end.saturating_sub(mark_start)) };
    let mut drawing = String::new();
    if handler(width).render_report(&mut drawing, &marked).is_err() {
        return String::new();
    }
    keep_lines(&drawing, if is_cut { "…" } else { "" })
}

/// An empty part is marked at the letter that it stands before; at the end of the line, at the last one.
fn at_least_one_letter(line: &str, from: usize, to: usize) -> (usize, usize) {
    if to > from {
        return (from, to);
    }
    let next = line.get(from..).and_then(|rest| rest.chars().next());
    let before = || line.get(..from).and_then(|before| before.chars().next_back());
    match next {
        Some(letter) => (from, from + letter.len_utf8()),
        None => before().map_or((from, to), |letter| (from - letter.len_utf8(), from)),
    }
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
    let characters =
        ThemeCharacters { underline: '~', uarrow: '^', vbar: '|', vbar_break: ' ', ..ThemeCharacters::ascii() };
    let theme = GraphicalTheme { characters, ..GraphicalTheme::none() };
    GraphicalReportHandler::new_themed(theme)
        .with_links(false)
        .with_urls(false)
        .with_context_lines(0)
        .with_wrap_lines(false)
        .with_width(width)
}

/// Only the numbered line, with `more` at its end, and the mark below it, without miette's frame.
fn keep_lines(drawing: &str, more: &str) -> String {
    let mut kept = String::new();
    for line in drawing.lines() {
        let gutter = line.trim_start();
        let numbered = gutter.starts_with(|letter: char| letter.is_ascii_digit());
        let marking = gutter.trim_matches([' ', '~', '^']).is_empty() && !gutter.is_empty();
        if numbered || marking {
            kept.push_str("  ");
            kept.push_str(line.trim_end());
            kept.push_str(if numbered { more } else { "" });
            kept.push('\n');
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compilation::SourceId;

    fn drawn(text: &str, start: usize, end: usize, width: usize) -> String {
        draw(&SourceFile::new("a", text), Span::new(SourceId(0), start, end), width)
    }

    /// What stands above the mark, as a reader sees it.
    fn marked(drawing: &str) -> String {
        let mut lines = drawing.lines();
        let (Some(line), Some(mark)) = (lines.next(), lines.next()) else { return String::new() };
        let under = line.chars().zip(mark.chars());
        under.filter(|(_, mark)| matches!(mark, '~' | '^')).map(|(letter, _)| letter).collect()
    }

    #[test]
    fn the_exact_part_is_marked() {
        let text = "hours:\r\n  Größe: 9-5\r\n";
        let at = text.find("9-5").unwrap();
        assert_eq!(marked(&drawn(text, at, at + 3, 80)), "9-5");
        let at = text.find("Größe").unwrap();
        assert_eq!(marked(&drawn(text, at, at + "Größe".len(), 80)), "Größe");
    }

    #[test]
    fn a_part_over_several_lines_is_marked_on_its_first() {
        assert_eq!(marked(&drawn("a:\n  b: 1\n  c: 2\n", 5, 16, 80)), "b: 1");
    }

    #[test]
    fn an_empty_part_has_a_mark_too() {
        assert_eq!(marked(&drawn("a: b\n", 3, 3, 80)), "b");
        assert_eq!(marked(&drawn("a: b\n", 4, 4, 80)), "b");
        assert_eq!(drawn("a:\n\n", 3, 3, 80), "", "there is nothing to draw of an empty line");
        assert_eq!(drawn("", 0, 0, 80), "");
    }

    #[test]
    fn a_long_line_is_cut_around_the_mark() {
        let text = format!("{}HERE{}\n", "é".repeat(40_000), "ü".repeat(40_000));
        let at = text.find("HERE").unwrap();
        let drawing = drawn(&text, at, at + 4, 80);
        assert_eq!(marked(&drawing), "HERE");
        assert!(drawing.lines().all(|line| line.chars().count() <= 80), "{drawing}");
    }

    #[test]
    fn every_place_of_a_long_line_can_be_drawn() {
        let text = "aé €\t".repeat(60) + "\nnext\n";
        for start in (0..text.len()).filter(|at| text.is_char_boundary(*at)) {
            for length in [0, 1, 40, 1_000] {
                let mut end = (start + length).min(text.len());
                while !text.is_char_boundary(end) {
                    end += 1;
                }
                let drawing = drawn(&text, start, end, 60);
                assert_eq!(drawing.lines().count(), 2, "{start}..{end}: {drawing}");
            }
        }
    }
}
