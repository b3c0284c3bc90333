//! What is said of routing rules: rules without an end, steps out of order, conditions that nothing fits.

use crate::calendar::{Duration, Unit};
use crate::notation::{TableFault, TableFaultKind};
use crate::source::{Diagnostic, Span, Spanned, quoted};
use crate::strategy::errors::finding::{
    IMPOSSIBLE_CONDITION, NO_UNIT, RAGGED_ROW, RULE_WITHOUT_TARGET, STEP_WITHOUT_GROUP, STEPS_OUT_OF_ORDER,
    TABLE_WANTED, TOO_MANY_NAMES, UNCLEAR_NUMBER, UNKNOWN_HEADING, UNNAMED_ROW,
};
use crate::strategy::written::Written;

/// A rule that neither sends a contact anywhere nor says that no reply is needed.
pub fn rule_without_target(name: &str, at: Span) -> Diagnostic {
    Diagnostic::new(&RULE_WITHOUT_TARGET, at, format!("{} sends its contacts to nobody.", quoted(name)))
        .why("The first rule that fits wins, so no later rule takes them either.")
        .reaching_nobody()
        .advise("add the line send to, with an agent group")
        .advise("add the line reply: none needed")
}

/// A rule with a next step but no first one.
pub fn step_without_group(name: &str, step: Span) -> Diagnostic {
    Diagnostic::new(&STEP_WITHOUT_GROUP, step, format!("{} says who comes next, but not who is first.", quoted(name)))
        .why("Until then the contact waits with nobody.")
        .advise("add the line send to, with the group that answers first")
}

/// A step that is not later than the one before.
pub fn steps_out_of_order(name: &str, earlier: Spanned<Duration>, later: Spanned<Duration>) -> Diagnostic {
    let headline = format!("The steps of {} are not in order.", quoted(name));
    Diagnostic::new(&STEPS_OUT_OF_ORDER, later.span, headline)
        .why(format!(
            "All times count from the arrival of the contact: {} does not come after {}.",
            later.value, earlier.value
        ))
        .see(earlier.span, "this step is written before it")
        .advise("write the steps in the order in which they happen, each later than the one before")
}

/// A condition that fits no contact. `first` is the test that the second contradicts, where it is one alone.
pub fn impossible_condition(what: &str, first: Option<(String, Span)>, second: &str, at: Span) -> Diagnostic {
    let finding = Diagnostic::new(&IMPOSSIBLE_CONDITION, at, format!("{what} fits no contact at all."));
    match first {
        Some((text, span)) => finding
            .why(format!("{} and {} never hold together.", quoted(&text), quoted(second)))
            .see(span, "this test")
            .advise("name several values in one test, with commas between them, or leave out one of the tests"),
        None => finding
            .why(format!("With {} nothing is left that could fit.", quoted(second)))
            .advise("leave out one of the tests"),
    }
}

/// For how long a customer comes back to the same person, without a unit.
pub fn same_person_without_unit(number: &str, written: &Written) -> Diagnostic {
    let unit = |unit: Unit| format!("{number} {}", unit.written(if number == "1" { 1 } else { 2 }));
    let finding = Diagnostic::new(&NO_UNIT, written.span, format!("{} has no unit.", quoted(number)))
        .why("It could be days or hours. Customers come back to the same person for so long.");
    match written.exact {
        true => finding.replace(written.span, unit(Unit::Day)).replace(written.span, unit(Unit::Hour)),
        false => finding.advise(unit(Unit::Day)).advise(unit(Unit::Hour)),
    }
}

/// A priority before the first.
pub fn priority_from_one(at: Span) -> Diagnostic {
    Diagnostic::new(&UNCLEAR_NUMBER, at, "Priorities begin with 1.")
        .why("1 is first, 2 comes after it.")
        .replace(at, "1")
}

/// A row of a table of rules that has no name.
pub fn unnamed_row(at: Span) -> Diagnostic {
    Diagnostic::new(&UNNAMED_ROW, at, "This row names no rule.")
        .why("Each rule needs a name, so that decisions and stories can say which one decided.")
        .advise("write a name in the first column")
}

/// A line in a table of rules that does not fit the others.
pub fn rule_table_fault(fault: &TableFault) -> Diagnostic {
    match fault.kind {
        TableFaultKind::NoHeadings => {
            Diagnostic::new(&TABLE_WANTED, fault.span, "The table of rules has nothing in it.")
                .why("It begins with a row of headings: rule, when, send to.")
                .advise("write the headings and the rules")
        }
        TableFaultKind::NoRows => {
            Diagnostic::new(&TABLE_WANTED, fault.span, "The table of rules has headings and no rules.")
                .why("Without rules every contact reaches nobody.")
                .reaching_nobody()
                .advise("add a row for each rule")
        }
        TableFaultKind::NoCells => {
            Diagnostic::new(&TABLE_WANTED, fault.span, "This line in the table of rules is no rule.")
                .why("Each line has an upright line at both ends and between its cells. This one is left out.")
                .advise("put upright lines between its cells, or move it out of the table")
        }
        TableFaultKind::TooWide { limit } => {
            Diagnostic::new(&TABLE_WANTED, fault.span, "The table of rules is far too wide.")
                .why(format!("At most {limit} columns are read."))
                .advise("write the rules one below the other, each with its lines below its name")
        }
        TableFaultKind::TooLong { limit } => {
            Diagnostic::new(&TOO_MANY_NAMES, fault.span, format!("The table of rules has more than {limit} rows."))
                .why("This one and those after it are left out.")
                .advise("merge rules that treat contacts alike")
        }
        TableFaultKind::Ragged { headings, cells } => {
            let word = if cells < headings { "fewer" } else { "more" };
            Diagnostic::new(&RAGGED_ROW, fault.span, format!("This rule has {word} cells than there are headings."))
                .why(format!(
                    "There are {headings} headings and {cells} cells. A group could stand below the wrong heading."
                ))
                .advise("give each column one cell, between two upright lines; leave it blank where nothing is said")
        }
    }
}

/// A table of rules whose first column holds something else than names.
pub fn no_names_of_rules(heading: &str, at: Span) -> Diagnostic {
    let headline = format!("The first heading is {} and should be rule.", quoted(heading));
    Diagnostic::new(&UNKNOWN_HEADING, at, headline)
        .why("Each rule needs a name, so that decisions and stories can say which one decided.")
        .advise("add a first column rule, with a name for each rule, and write the rest as conditions in a column when")
}

/// Headings that are named like what a condition tests.
pub fn tests_as_headings(headings: &[&str], example: Option<&str>, at: Span) -> Diagnostic {
    let names: Vec<String> = headings.iter().map(|heading| quoted(heading)).collect();
    let headline = match names.as_slice() {
        [only] => format!("{only} is no heading of a table of rules."),
        [one, other] => format!("{one} and {other} are no headings of a table of rules."),
        several => format!("{} are no headings of a table of rules.", several.join(", ")),
    };
    let example = example.unwrap_or("channel is phone");
    Diagnostic::new(&UNKNOWN_HEADING, at, headline)
        .why("Which contacts a rule fits is one condition, in the column when.")
        .advise(format!("write one column when in their place, with cells such as {example}"))
}

/// Something else where the table of rules belongs.
pub fn no_rule_table(at: Span) -> Diagnostic {
    Diagnostic::new(&TABLE_WANTED, at, "Below \"rules\" there is no table.")
        .why("The word stands for a table of rules, so it is no name of a rule.")
        .advise("write the rules as a table, or give the rule another name")
}

/// The first heading of a table of rules is another one than it should be.
pub fn first_heading_of_rules(written: &Written, right: &str) -> Diagnostic {
    let found = if written.text.is_empty() { "blank".to_owned() } else { quoted(&written.text) };
    let headline = format!("The first heading is {found} and should be {right}.");
    let finding = Diagnostic::new(&UNKNOWN_HEADING, written.span, headline)
        .why("The names of the rules stand in the first column.");
    if written.text.is_empty() {
        finding.advise(format!("write {right}"))
    } else {
        finding.replace(written.span, right)
    }
}
