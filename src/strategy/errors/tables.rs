//! What is said of tables of promises, of objectives beside them, and of how they are counted.

use crate::measure::Formula;
use crate::notation::{TableFault, TableFaultKind};
use crate::source::{Diagnostic, Span, quoted};
use crate::strategy::errors::finding::{
    ALWAYS_WITH_PEOPLE, DESCRIBED_TWICE, GIVEN_TWICE, LADDER_NOT_RISING, RAGGED_ROW, TABLE_WANTED, TOO_MANY_NAMES,
    UNCLEAR_PROMISE, UNKNOWN_FORMULA, UNKNOWN_HEADING,
};
use crate::strategy::guess;
use crate::strategy::written::Written;

/// Something else where a table belongs.
pub fn table_wanted(key: &str, span: Span) -> Diagnostic {
    Diagnostic::new(&TABLE_WANTED, span, format!("{} needs a table.", quoted(key)))
        .why("Promises stand in a table: a row for each contact type, a column for each channel.")
        .advise(format!(
            "write it line by line after {key}: |\n  | contact type | phone       |\n  |--------------|-------------|\n  \
             | Order help   | 80% in 20 s |"
        ))
}

/// A line of a table that does not fit the others; `row` is what stands in its first cell.
pub fn table_fault(fault: &TableFault, row: &str) -> Diagnostic {
    match fault.kind {
        TableFaultKind::NoHeadings | TableFaultKind::NoRows => {
            Diagnostic::new(&TABLE_WANTED, fault.span, "This table has no rows, so it promises nothing.")
                .why("Each contact type has a row of its own.")
                .advise("add a row for each contact type")
        }
        TableFaultKind::NoCells => {
            Diagnostic::new(&RAGGED_ROW, fault.span, format!("The line {} is not a row of this table.", quoted(row)))
                .why("The cells of a row are divided by upright lines.")
                .advise("put an upright line before and after each cell, or remove the line")
        }
        TableFaultKind::Ragged { headings, cells } => ragged_row(row, fault.span, cells, headings),
        TableFaultKind::TooWide { limit } => {
            Diagnostic::new(&TOO_MANY_NAMES, fault.span, format!("This table has more than {limit} columns."))
                .why("It is left out.")
                .advise("use the kinds of channels as headings, such as social")
        }
        TableFaultKind::TooLong { limit } => {
            Diagnostic::new(&TOO_MANY_NAMES, fault.span, format!("This table has more than {limit} rows."))
                .why("This one and those after it are left out.")
                .advise("use the kinds of channels as headings, and rows of contact types that others are part of")
        }
    }
}

/// A row with more or fewer cells than there are columns.
fn ragged_row(row: &str, span: Span, cells: usize, columns: usize) -> Diagnostic {
    let (count, word) = (cells.abs_diff(columns), if cells < columns { "few" } else { "many" });
    let cells_word = if count == 1 { "cell" } else { "cells" };
    let row = if row.is_empty() { "A row without a name".to_owned() } else { format!("The row {}", quoted(row)) };
    Diagnostic::new(&RAGGED_ROW, span, format!("{row} has {count} {cells_word} too {word}."))
        .why("A promise could stand below the wrong channel.")
        .advise("give each column one cell, between two upright lines; leave it blank where nothing is decided")
}

/// A first heading that is not `contact type`.
pub fn first_heading(written: &Written) -> Diagnostic {
    let found = if written.text.is_empty() { "blank".to_owned() } else { quoted(&written.text) };
    let headline = format!("The first heading is {found} and should be contact type.");
    Diagnostic::new(&UNKNOWN_HEADING, written.span, headline)
        .why("The rows are contact types, and the other headings are channels.")
        .replace(written.span, "contact type")
}

/// A heading without words.
pub fn heading_missing(span: Span) -> Diagnostic {
    Diagnostic::new(&UNKNOWN_HEADING, span, "A column has no heading.")
        .why("Nobody can tell for which channel its promises hold.")
        .advise("write the name of a channel or a kind at its top, or remove the column")
}

/// A row without its contact type.
pub fn row_without_name(span: Span) -> Diagnostic {
    Diagnostic::new(&UNKNOWN_HEADING, span, "A row does not say its contact type.")
        .why("Nobody can tell which contacts its promises are for.")
        .advise("write the contact type in its first cell, or remove the row")
}

/// A row or column that is there twice.
pub fn given_twice(name: &str, what: &str, span: Span, first: Span) -> Diagnostic {
    Diagnostic::new(&GIVEN_TWICE, span, format!("The {what} {} is there twice.", quoted(name)))
        .why("Only the first one counts.")
        .see(first, "first here")
        .advise("keep one of them")
}

/// Two steps of a ladder that do not fit each other; `mended` is the whole promise with their times swapped, where that
/// puts it right, and `kept` the whole promise with only the stricter of the two.
pub fn ladder_not_rising(
    text: &Written,
    first: &str,
    second: &str,
    mended: Option<String>,
    kept: String,
) -> Diagnostic {
    let headline = format!("{} does not fit beside {}.", quoted(second), quoted(first));
    let finding = Diagnostic::new(&LADDER_NOT_RISING, text.span, headline)
        .why("A larger share of contacts must be given more time. One of the two promises says nothing.");
    match mended {
        Some(mended) if text.exact => finding.replace(text.span, mended),
        Some(mended) => finding.advise(mended),
        None if text.exact => finding.replace(text.span, kept),
        None => finding.advise(kept),
    }
}

/// `always` on a channel where people answer.
pub fn always_with_people(heading: &str, span: Span) -> Diagnostic {
    let headline = format!("People answer on {}, so always promises nothing there.", quoted(heading));
    Diagnostic::new(&ALWAYS_WITH_PEOPLE, span, headline)
        .why("Always is for help that is there at once without a person. Here a customer waits, and nobody said how long.")
        .advise("write how long, such as 80% in 20 s, or no promise")
}

/// More promises than a strategy may have.
pub fn too_many_promises(limit: usize, span: Span) -> Diagnostic {
    Diagnostic::new(&TOO_MANY_NAMES, span, format!("There are more than {limit} promises."))
        .why("This one and those after it are left out.")
        .advise("use kinds of channels as headings, and rows of contact types that others are part of")
}

/// More objectives than a strategy may have.
pub fn too_many_objectives(limit: usize, span: Span) -> Diagnostic {
    Diagnostic::new(&TOO_MANY_NAMES, span, format!("There are more than {limit} objectives beside the table."))
        .why("This one and those after it are left out.")
        .advise("move those that hold for one contact type and channel into the table")
}

/// A target that says that nothing is aimed at.
pub fn no_aim(written: &Written) -> Diagnostic {
    Diagnostic::new(&UNCLEAR_PROMISE, written.span, format!("{} is nothing to aim at.", quoted(&written.text)))
        .why("An objective beside the table says what it aims at.")
        .advise("write a share and a time, such as 80% in 20 s, or remove the objective")
}

/// A season whose dates here are not those of the desk that has it too.
pub fn season_dates_differ(name: &str, span: Span, first: Span) -> Diagnostic {
    Diagnostic::new(&DESCRIBED_TWICE, span, format!("{} has other dates here than under hours.", quoted(name)))
        .why("Nobody can tell on which dates its promises hold.")
        .see(first, "first here")
        .advise("give both the same dates, remove this one, or choose another name")
}

/// A formula in other words.
pub fn unknown_formula(written: &Written) -> Diagnostic {
    let all = Formula::all().map(|formula| formula.to_string());
    let headline = format!("{} is not one of the six formulas.", quoted(&written.text));
    let finding = Diagnostic::new(&UNKNOWN_FORMULA, written.span, headline)
        .why("On the same contacts the six formulas give results that differ by five points.");
    let known: Vec<&str> = all.iter().map(String::as_str).collect();
    match guess::closest(&written.text, &known) {
        Some(formula) => finding.replace(written.span, formula),
        None => finding.advise(format!("choose one of these:\n      {}", all.join("\n      "))),
    }
}
