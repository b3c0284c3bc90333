//! Tables in Markdown: headings, rows and cells, each with its place in the file.

use crate::notation::passage::Passage;
use crate::source::{Excerpt, Pasted, Span, find_pasted, replace_pasted};

/// The most columns that a table may have.
const MOST_COLUMNS: usize = 1_000;

/// The most rows that a table may have.
const MOST_ROWS: usize = 30_000;

/// The most cells that a table may have, those of its headings left out.
const MOST_CELLS: usize = 400_000;

/// A table as written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// The cells of the first row.
    pub headings: Vec<Passage>,
    /// The rows below it; each has as many cells as there are headings.
    pub rows: Vec<Row>,
}

/// One row below the headings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its cells; a blank cell is an empty text at its place.
    pub cells: Vec<Passage>,
    /// The whole line.
    pub span: Span,
}

/// Why lines are no table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TableFault {
    /// The line at fault, or its surplus cells.
    pub span: Span,
    /// What is wrong with it.
    pub kind: TableFaultKind,
}

/// What is wrong with a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableFaultKind {
    /// There is no line with anything in it.
    NoHeadings,
    /// There is no row below the headings.
    NoRows,
    /// A row has more or fewer cells than there are headings.
    Ragged {
        /// How many headings there are.
        headings: usize,
        /// How many cells the row has.
        cells: usize,
    },
    /// A line without a single `|`.
    NoCells,
    /// More columns than any table needs.
    TooWide {
        /// The most that are read.
        limit: usize,
    },
    /// More rows than any table needs. This one and those after it are left out.
    TooLong {
        /// The most that are read.
        limit: usize,
    },
}

/// A table, and what was wrong with some of its lines. Lines at fault are left out of the table, but for a row that
/// only lacks cells at its end: its missing cells are read as blank.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TableReading {
    /// What could be read.
    pub table: Table,
    /// What could not, in the order of the lines.
    pub faults: Vec<TableFault>,
    /// Cells with characters of a text program, which are read as those on the keyboard.
    pub pasted: Vec<PastedCell>,
}

/// A cell with characters that a text program put in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastedCell {
    /// The cell.
    pub span: Span,
    /// The first kind of such characters in it.
    pub what: Pasted,
    /// The cell as it is read.
    pub text: String,
    /// What stands in the first cell of its row; empty for the headings and for that cell itself.
    pub row: String,
    /// The heading of its column; empty for the headings and the first column.
    pub column: String,
}

impl TableReading {
    /// The table, if nothing was wrong with it.
    ///
    /// # Errors
    /// The faults, if there were any.
    pub fn whole(self) -> Result<Table, Vec<TableFault>> {
        if self.faults.is_empty() { Ok(self.table) } else { Err(self.faults) }
    }
}

/// Reads a table line by line and goes on after a fault. A `|` at the start and at the end of a line may be left out,
/// the line of dashes below the headings too; `\|` is a bar inside a cell. Blank lines are passed over.
///
/// A table is cut by hand: its whole grammar is `row = [ "|" ] cell { "|" cell } [ "|" ]`.
#[must_use]
pub fn table(lines: &[Excerpt<'_>]) -> TableReading {
    let mut reading = TableReading::default();
    let mut written = lines.iter().copied().map(trimmed).filter(|line| !line.text.is_empty()).peekable();
    let Some(first) = written.next() else {
        let span = lines.first().map_or(Span::default(), |line| line.span);
        reading.faults.push(TableFault { span, kind: TableFaultKind::NoHeadings });
        return reading;
    };
    reading.table.headings = cells(first);
    let pasted = plain_cells(&mut reading.table.headings);
    reading.note(&pasted, &reading.table.headings.clone(), false);
    if !first.text.contains('|') {
        reading.faults.push(TableFault { span: first.span, kind: TableFaultKind::NoCells });
        return reading;
    }
    if reading.table.headings.len() > MOST_COLUMNS {
        let kind = TableFaultKind::TooWide { limit: MOST_COLUMNS };
        reading.faults.push(TableFault { span: first.span, kind });
        return reading;
    }
    written.next_if(|line| is_rule(line.text));
    if written.peek().is_none() {
        reading.faults.push(TableFault { span: first.span, kind: TableFaultKind::NoRows });
    }
    let limit = MOST_ROWS.min(MOST_CELLS / reading.table.headings.len().max(1));
    for (at, line) in written.enumerate() {
        if at == limit {
            reading.faults.push(TableFault { span: line.span, kind: TableFaultKind::TooLong { limit } });
            break;
        }
        reading.row(line);
    }
    reading
}

impl TableReading {
    /// Keeps which cells had characters of a text program.
    fn note(&mut self, pasted: &[(usize, Pasted)], cells: &[Passage], is_row: bool) {
        let text = |cell: Option<&Passage>| cell.map_or_else(String::new, |cell| cell.text.clone());
        for (at, what) in pasted {
            let Some(cell) = cells.get(*at) else { continue };
            let named = is_row && *at > 0;
            self.pasted.push(PastedCell {
                span: cell.span,
                what: *what,
                text: cell.text.clone(),
                row: if named { text(cells.first()) } else { String::new() },
                column: if named { text(self.table.headings.get(*at)) } else { String::new() },
            });
        }
    }

    fn row(&mut self, line: Excerpt<'_>) {
        if !line.text.contains('|') {
            self.faults.push(TableFault { span: line.span, kind: TableFaultKind::NoCells });
            return;
        }
        let mut cells = cells(line);
        let pasted = plain_cells(&mut cells);
        self.note(&pasted, &cells, true);
        let (headings, count) = (self.table.headings.len(), cells.len());
        if count != headings {
            let surplus =
                cells.get(headings).map_or(line.span, |cell| cell.span.to(Span { start: line.span.end, ..line.span }));
            let kind = TableFaultKind::Ragged { headings, cells: count };
            self.faults.push(TableFault { span: surplus, kind });
            if count > headings {
                return;
            }
            let end = Span { start: line.span.end, ..line.span };
            cells.resize(headings, Passage { text: String::new(), span: end, exact: line.exact });
        }
        self.table.rows.push(Row { cells, span: line.span });
    }
}

/// Reads cells with characters of a text program as if they were those on the keyboard.
fn plain_cells(cells: &mut [Passage]) -> Vec<(usize, Pasted)> {
    let mut pasted = Vec::new();
    for (at, cell) in cells.iter_mut().enumerate() {
        let found = find_pasted(&cell.text);
        let Some(first) = found.first() else { continue };
        pasted.push((at, first.what));
        cell.text = replace_pasted(&cell.text, &found).trim().to_owned();
        cell.exact = false;
    }
    pasted
}

fn trimmed(line: Excerpt<'_>) -> Excerpt<'_> {
    line.piece(0, line.text.len())
}

/// The line of dashes (and colons) below the headings: dashes only, three at least somewhere, so that a row of single
/// dashes stays a row of decisions.
fn is_rule(line: &str) -> bool {
    line.contains("---") && line.bytes().all(|byte| matches!(byte, b'|' | b'-' | b':' | b' '))
}

/// The cells of one line.
fn cells(line: Excerpt<'_>) -> Vec<Passage> {
    let text = line.text;
    let mut cells = Vec::new();
    let mut start = usize::from(text.starts_with('|'));
    let mut escaped = false;
    let mut any_escaped = false;
    for (at, byte) in text.bytes().enumerate().skip(start) {
        match byte {
            b'|' if !escaped => {
                cells.push(cell(line, start, at, any_escaped));
                start = at + 1;
                any_escaped = false;
            }
            b'|' => any_escaped = true,
            _ => {}
        }
        escaped = byte == b'\\' && !escaped;
    }
    if start < text.len() {
        cells.push(cell(line, start, text.len(), any_escaped));
    }
    cells
}

fn cell(line: Excerpt<'_>, start: usize, end: usize, escaped: bool) -> Passage {
    let piece = line.piece(start, end);
    if !escaped {
        return Passage::keep(piece);
    }
    Passage { text: piece.text.replace("\\|", "|"), span: piece.span, exact: false }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notation::checks::at;
    use crate::notation::promise::promise;
    use crate::source::SourceId;

    /// The lines of a text, each with its place.
    fn lines(text: &str) -> Vec<Excerpt<'_>> {
        let mut at = 0;
        text.split('\n')
            .map(|line| {
                let span = Span::new(SourceId(0), at, at + line.len());
                at += line.len() + 1;
                Excerpt::exact(line, span)
            })
            .collect()
    }

    const PROMISES: &str = "| contact type | phone       | chat |\n|--------------|-------------|------|\n\
                            | Order help   | 80% in 30 s | -    |\n| Praise       |             | x \\| y |";

    #[test]
    fn cells_point_into_the_file() {
        let table = table(&lines(PROMISES)).whole().unwrap();
        let headings: Vec<_> = table.headings.iter().map(|cell| cell.text.as_str()).collect();
        assert_eq!(headings, ["contact type", "phone", "chat"]);
        let cell = &table.rows[0].cells[1];
        assert_eq!(at(PROMISES, cell.span), "80% in 30 s");
        let read = promise(cell.excerpt()).unwrap();
        assert_eq!(read.span, cell.span);
        assert!(table.rows[1].cells[1].is_empty());
        assert_eq!(table.rows[1].cells[2].text, "x | y");
        assert_eq!(at(PROMISES, table.rows[1].cells[2].span), "x \\| y");
    }

    #[test]
    fn bars_at_the_ends_and_the_line_of_dashes_may_be_left_out() {
        let table = table(&lines("when | send to\n\nchannel is x | Social team\n- | -\n")).whole().unwrap();
        assert_eq!(table.headings.len(), 2);
        assert_eq!(table.rows.len(), 2);
        assert_eq!(table.rows[1].cells[0].text, "-");
    }

    #[test]
    fn a_row_of_other_length_is_reported_and_the_rest_is_read() {
        let text = "| a | b |\n|---|---|\n| 1 |\n| 1 | 2 | 3 |\n| 1 | 2 |";
        let reading = table(&lines(text));
        let kinds: Vec<_> = reading.faults.iter().map(|fault| fault.kind).collect();
        assert_eq!(
            kinds,
            [TableFaultKind::Ragged { headings: 2, cells: 1 }, TableFaultKind::Ragged { headings: 2, cells: 3 }]
        );
        assert_eq!(at(text, reading.faults[0].span), "| 1 |");
        assert_eq!(at(text, reading.faults[1].span), "3 |");
        assert_eq!(reading.table.rows.len(), 2);
        assert!(reading.table.rows[0].cells[1].is_empty());
    }

    #[test]
    fn what_is_no_table_says_so() {
        let kind = |text: &str| table(&lines(text)).whole().unwrap_err()[0].kind;
        assert_eq!(kind(""), TableFaultKind::NoHeadings);
        assert_eq!(kind("just words"), TableFaultKind::NoCells);
        assert_eq!(kind("| a | b |\n|---|---|"), TableFaultKind::NoRows);
        assert_eq!(kind("| a | b |\nwords"), TableFaultKind::NoCells);
        assert_eq!(kind(&"|".repeat(2000)), TableFaultKind::TooWide { limit: 1000 });
        assert_eq!(kind(&"| a |\n".repeat(30_002)), TableFaultKind::TooLong { limit: 30_000 });
        assert_eq!(table(&lines(&"||\n".repeat(40_000))).table.rows.len(), 30_000);
        let wide = format!("{}\n", "|".repeat(1001)).repeat(500);
        assert_eq!(kind(&wide), TableFaultKind::TooLong { limit: 400 });
    }

    #[test]
    fn cells_with_characters_of_a_text_program_are_read_and_told_at_their_own_place() {
        let text =
            "| contact\u{a0}type | phone |\n|---|---|\n| Order help | 80%\u{a0}in\u{2009}20 s |\n| Praise | \u{2013} |";
        let reading = table(&lines(text));
        let told: Vec<_> = reading.pasted.iter().map(|cell| (at(text, cell.span), cell.text.as_str())).collect();
        assert_eq!(
            told,
            [("contact\u{a0}type", "contact type"), ("80%\u{a0}in\u{2009}20 s", "80% in 20 s"), ("\u{2013}", "-")]
        );
        assert_eq!((reading.pasted[1].row.as_str(), reading.pasted[1].column.as_str()), ("Order help", "phone"));
        let cell = &reading.table.rows[0].cells[1];
        assert_eq!((cell.text.as_str(), cell.exact), ("80% in 20 s", false));
        assert!(promise(cell.excerpt()).is_ok());
        assert_eq!(reading.table.headings[0].text, "contact type");
    }
}
