//! What is said of tables of promises.

use crate::calendar::Duration;
use crate::measure::{Formula, Share};
use crate::source::{Diagnostic, Span};
use crate::strategy::errors::finding::{
    GIVEN_TWICE, LADDER_NOT_RISING, RAGGED_ROW, TABLE_WANTED, UNKNOWN_FORMULA, UNKNOWN_HEADING,
};
use crate::strategy::words::quoted;
use crate::strategy::written::Written;

/// Something else where a table belongs.
pub fn table_wanted(key: &str, span: Span) -> Diagnostic {
    Diagnostic::new(&TABLE_WANTED, span, format!("{} needs a table.", quoted(key)))
        .why("Promises stand in a table: a row for each contact type, a column for each channel.")
        .advise(format!("{key}: |\n  | contact type | phone       |\n  |--------------|-------------|\n  | Order help   | 80% in 20 s |"))
}

/// A first heading that is not `contact type`.
pub fn first_heading(written: &Written) -> Diagnostic {
    let headline = format!("The first heading is {} and should be contact type.", quoted(&written.text));
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

/// A row with more or fewer cells than there are columns.
pub fn ragged_row(row: &str, span: Span, cells: usize, columns: usize) -> Diagnostic {
    let (count, word) = (cells.abs_diff(columns), if cells < columns { "fewer" } else { "more" });
    let cells_word = if count == 1 { "cell" } else { "cells" };
    let headline = format!("The row {} has {count} {cells_word} {word} than there are columns.", quoted(row));
    Diagnostic::new(&RAGGED_ROW, span, headline)
        .why("A promise could stand below the wrong channel.")
        .advise("give each column one cell, between two upright lines; leave it blank where nothing is decided")
}

/// A row or column that is there twice.
pub fn given_twice(name: &str, what: &str, span: Span, first: Span) -> Diagnostic {
    Diagnostic::new(&GIVEN_TWICE, span, format!("The {what} {} is there twice.", quoted(name)))
        .why("Only the first one counts.")
        .see(first, "first here")
        .advise("keep one of them")
}

/// A ladder whose steps do not rise.
pub fn ladder_not_rising(text: &Written, first: (Share, Duration), second: (Share, Duration)) -> Diagnostic {
    let ((share, within), (next_share, next_within)) = (first, second);
    let headline = format!("{next_share} in {next_within} does not fit beside {share} in {within}.");
    let (low, high) = if share <= next_share { (share, next_share) } else { (next_share, share) };
    let (short, long) =
        if within.seconds() <= next_within.seconds() { (within, next_within) } else { (next_within, within) };
    let finding = Diagnostic::new(&LADDER_NOT_RISING, text.span, headline)
        .why("A larger share of contacts must be given more time. One of the two promises says nothing.");
    if low == high || short == long {
        return finding.advise("keep the stricter of the two");
    }
    finding.replace(text.span, format!("{low} in {short}, {high} in {long}"))
}

/// A formula in other words.
pub fn unknown_formula(written: &Written) -> Diagnostic {
    let all = Formula::all().map(|formula| formula.to_string()).join("\n      ");
    Diagnostic::new(
        &UNKNOWN_FORMULA,
        written.span,
        format!("{} is not one of the six formulas.", quoted(&written.text)),
    )
    .why("On the same contacts the six formulas give results that differ by five points.")
    .advise(format!("choose one of these:\n      {all}"))
}
