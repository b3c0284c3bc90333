//! What is said of text that had to be read otherwise than it was written.

use crate::notation::PastedCell;
use crate::source::{Diagnostic, Finding, Fix, Pasted, quoted};
use crate::strategy::errors::finding::{
    AT_HANDLE, BAD_INDENTATION, COMMENT_INSIDE, CONTROL_CHARACTER, DUPLICATE_ANCHOR, FILE_TOO_LARGE,
    HASHTAG_AFTER_VALUE, HASHTAG_BECAME_COMMENT, MISSING_COLON, MISSING_NAME, NEEDS_QUOTES, PASTED_CHARACTERS,
    RECURSIVE_ALIAS, SECOND_COLON, SECOND_DOCUMENT, TAB_INDENTATION, TOO_DEEP, TOO_MANY_FAULTS, TOO_MANY_VALUES,
    UNCLOSED_BRACKET, UNCLOSED_QUOTE, UNKNOWN_ALIAS, UNREADABLE_TEXT,
};
use crate::yaml::{Fault, FaultKind};

/// The finding of a fault.
pub fn fault(fault: &Fault) -> Diagnostic {
    let finding =
        indentation(fault).or_else(|| layout(fault)).or_else(|| hashtags(fault)).or_else(|| characters(fault));
    let finding = finding.or_else(|| references(fault));
    let finding = finding.unwrap_or_else(|| limits(fault));
    with_edits(finding, fault)
}

/// Whether something that was written there could not be kept, so that names may be missing because of it.
pub fn loses_text(fault: &Fault) -> bool {
    match fault.kind {
        // Another sign in place of the colon is put right, and the line is read.
        FaultKind::MissingColon { .. } if !fault.edits.is_empty() => false,
        FaultKind::TooDeep { .. }
        | FaultKind::TooManyNodes { .. }
        | FaultKind::TooManyFaults { .. }
        | FaultKind::TooLarge { .. }
        | FaultKind::MoreThanOneDocument
        | FaultKind::UnknownAlias { .. }
        | FaultKind::RecursiveAlias { .. }
        | FaultKind::NothingToMerge
        | FaultKind::MissingColon { heading: false, .. }
        | FaultKind::TextAboveLines { .. }
        | FaultKind::Mixed { .. }
        | FaultKind::EmptyKey
        | FaultKind::UnclosedFlow { .. }
        | FaultKind::Unreadable { .. } => true,
        FaultKind::TabIndentation { .. }
        | FaultKind::Indentation { .. }
        | FaultKind::AtHandle { .. }
        | FaultKind::HashtagSwallowed { .. }
        | FaultKind::HashtagInside { .. }
        | FaultKind::ReservedStart { .. }
        | FaultKind::LoneDash { .. }
        | FaultKind::UnclosedQuote { .. }
        | FaultKind::TextAfterQuote { .. }
        | FaultKind::QuoteInside { .. }
        | FaultKind::QuotedParts
        | FaultKind::UnknownEscape { .. }
        | FaultKind::SecondColon { .. }
        | FaultKind::MissingColon { heading: true, .. }
        | FaultKind::CommentInside { .. }
        | FaultKind::MissingBar { .. }
        | FaultKind::StrayDash { .. }
        | FaultKind::StrayBlanks
        | FaultKind::MissingSpaceAfterColon { .. }
        | FaultKind::Pasted { .. }
        | FaultKind::KeyNotText { .. }
        | FaultKind::ControlCharacter { .. }
        | FaultKind::DuplicateAnchor { .. } => false,
    }
}

/// Adds the repair that the reader knows, where the words have not given one yet.
fn with_edits(mut finding: Diagnostic, fault: &Fault) -> Diagnostic {
    if let Some(first) = finding.fixes.first_mut() {
        if first.edits.is_empty() {
            first.edits.clone_from(&fault.edits);
        }
    } else if let Some(edit) = fault.edits.first() {
        finding.fixes.push(Fix { text: edit.text.clone(), edits: fault.edits.clone(), safe: false });
    }
    finding
}

fn at(fault: &Fault, kind: &'static Finding, headline: impl Into<String>) -> Diagnostic {
    Diagnostic::new(kind, fault.span, headline)
}

/// `one space`, `4 spaces`.
fn spaces(count: usize) -> String {
    if count == 1 { "one space".to_owned() } else { format!("{count} spaces") }
}

/// A line that is indented with tabs.
fn tabbed(fault: &Fault, key: &str, tabs: usize, fitting: usize) -> Diagnostic {
    let (many, all) = match tabs {
        0 | 1 => ("a tab".to_owned(), "the tab".to_owned()),
        2 => ("2 tabs".to_owned(), "both tabs".to_owned()),
        more => (format!("{more} tabs"), format!("all {more} tabs")),
    };
    at(fault, &TAB_INDENTATION, format!("The line of {} is indented with {many}.", quoted(key)))
        .why("Tabs are as wide as each program likes, so nobody can tell what this line belongs to.")
        .advise(format!("put {} in place of {all}", spaces(fitting)))
}

/// Lines that do not line up, and colons.
#[expect(clippy::wildcard_enum_match_arm, reason = "the next of these functions takes the other kinds")]
fn indentation(fault: &Fault) -> Option<Diagnostic> {
    let finding = match &fault.kind {
        FaultKind::TabIndentation { key, tabs, fitting } => tabbed(fault, key, *tabs, *fitting),
        FaultKind::Indentation { key, found, fitting, neighbour, neighbour_span } => {
            let side = if found < fitting { "left" } else { "right" };
            let many = spaces(found.abs_diff(*fitting));
            let verb = if found < fitting { "add" } else { "remove" };
            let headline = if fault.edits.len() > 1 {
                format!("These {} lines start {many} further {side} than those they belong to.", fault.edits.len())
            } else {
                format!("This line starts {many} further {side} than the lines it belongs to.")
            };
            at(fault, &BAD_INDENTATION, headline)
                .why(format!(
                    "{} has {}, {} has {}. What belongs together must line up.",
                    quoted(key),
                    spaces(*found),
                    quoted(neighbour),
                    spaces(*fitting)
                ))
                .see(*neighbour_span, "it should line up with this")
                .advise(format!("{verb} {many}"))
        }
        FaultKind::SecondColon { key, before, colon } if ends_with_day(before) => {
            at(fault, &SECOND_COLON, format!("The value of {} has a second colon.", quoted(key)))
                .why("No colon is needed after the days.")
                .put_right("leave the colon out", *colon, "")
        }
        FaultKind::SecondColon { key, before, .. } => {
            at(fault, &SECOND_COLON, format!("The value of {} has a second colon.", quoted(key)))
                .why(format!("A colon ends a name, so {} could be a name too.", quoted(before)))
                .advise("leave out the second colon, or put the whole value in quotes")
        }
        FaultKind::MissingColon { text, heading: true } => {
            at(fault, &MISSING_COLON, format!("{} has no colon after it.", quoted(text)))
                .why("The lines below it belong to it, so it is a name, and a name ends with a colon.")
                .advise("add a colon at the end of the line")
        }
        FaultKind::MissingColon { text, heading: false } if !fault.edits.is_empty() => {
            at(fault, &MISSING_COLON, format!("{} has another sign where its colon should be.", quoted(text)))
                .why("A colon ends a name, and nothing else does.")
                .advise("write a colon and a space in its place")
        }
        FaultKind::MissingColon { text, heading: false } => {
            at(fault, &MISSING_COLON, format!("{} has no colon, so it says nothing.", quoted(text)))
                .why("Each line is a name, a colon, and what is said of it. This line is left out.")
                .advise("write a name and a colon before it, or begin the line with # to make it a comment")
        }
        FaultKind::CommentInside { comment } => {
            at(fault, &COMMENT_INSIDE, "A comment stands in the middle of a value that goes on below it.")
                .why("Other programs stop reading the value there.")
                .see(*comment, "the comment")
                .advise("move the comment above the value")
        }
        FaultKind::MissingSpaceAfterColon { key, value } => {
            at(fault, &MISSING_COLON, format!("There is no space after the colon of {}.", quoted(key)))
                .why("Other programs would read the whole line as one word.")
                .advise(format!("{key}: {value}"))
        }
        FaultKind::EmptyKey => at(fault, &MISSING_NAME, "This line has a colon but no name before it.")
            .advise("write the name before the colon, or remove the line"),
        FaultKind::KeyNotText { text } => {
            at(fault, &NEEDS_QUOTES, format!("{} cannot stand before a colon.", quoted(text)))
                .why("A name is plain words.")
                .advise("choose a plain name")
        }
        _ => return None,
    };
    Some(finding)
}

/// Whether the last word is a day of the week.
fn ends_with_day(text: &str) -> bool {
    let last = text.rsplit(|letter: char| !letter.is_alphabetic()).next().unwrap_or("");
    let first: String = last.chars().take(3).collect::<String>().to_lowercase();
    last.len() >= 3 && ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].contains(&first.as_str()) || last == "day"
}

/// Headings, tables and dashes that are not quite what they should be.
#[expect(clippy::wildcard_enum_match_arm, reason = "the next of these functions takes the other kinds")]
fn layout(fault: &Fault) -> Option<Diagnostic> {
    let finding = match &fault.kind {
        FaultKind::TextAboveLines { key, text } => {
            at(fault, &UNREADABLE_TEXT, format!("{} has both text beside it and lines below it.", quoted(key)))
                .why(format!("It can have one or the other. {} is left out.", quoted(text)))
                .advise("remove it, or put # before it to make it a comment")
        }
        FaultKind::MissingBar { key } => {
            at(fault, &UNREADABLE_TEXT, format!("The table below {} needs a | after the colon.", quoted(key)))
                .why("The | tells that the lines below it are a table.")
                .advise(format!("{key}: |"))
        }
        FaultKind::StrayDash { text } => {
            at(fault, &MISSING_COLON, format!("The dash before {} makes a list of it.", quoted(text)))
                .why("The lines beside it are names with colons, and the two cannot be mixed.")
                .advise("leave out the dash")
        }
        FaultKind::Mixed { text, key: true } => {
            at(fault, &MISSING_COLON, format!("{} stands among lines that begin with dashes.", quoted(text)))
                .why("Names with colons and lines with dashes cannot be mixed. This line is left out.")
                .advise("begin every line here with a name and a colon")
        }
        FaultKind::Mixed { text, key: false } => {
            at(fault, &MISSING_COLON, format!("{} begins with a dash among lines that begin with names.", quoted(text)))
                .why("Names with colons and lines with dashes cannot be mixed. This line is left out.")
                .advise("write it as a name and a colon, or on one line with commas")
        }
        FaultKind::StrayBlanks => at(fault, &BAD_INDENTATION, "This empty line has spaces that cut the table in two.")
            .why("Nobody sees them, but other programs stop reading the table here.")
            .advise("remove the line"),
        _ => return None,
    };
    Some(finding)
}

/// Hashtags that became comments.
#[expect(clippy::wildcard_enum_match_arm, reason = "the next of these functions takes the other kinds")]
fn hashtags(fault: &Fault) -> Option<Diagnostic> {
    let quotes = |text: &String| fault.edits.first().map_or_else(|| text.clone(), |edit| edit.text.clone());
    let finding = match &fault.kind {
        FaultKind::HashtagSwallowed { hashtag, .. } => {
            at(fault, &HASHTAG_BECAME_COMMENT, format!("{} disappeared, because # starts a comment.", quoted(hashtag)))
                .why("Every other program reads nothing here.")
                .advise(format!("put it in quotes: \"{hashtag}\""))
        }
        FaultKind::HashtagInside { hashtag, whole, sure: true } => {
            at(fault, &HASHTAG_BECAME_COMMENT, format!("{} disappeared, because # starts a comment.", quoted(hashtag)))
                .why("Every other program stops reading before it.")
                .advise(format!("put the whole value in quotes: {}", quotes(whole)))
        }
        FaultKind::HashtagInside { hashtag, whole, sure: false } => {
            at(fault, &HASHTAG_AFTER_VALUE, format!("{} is not read, because # starts a comment.", quoted(hashtag)))
                .why("Every other program stops reading before it. A comment has a blank after its #.")
                .advise(format!("put the whole value in quotes: {}", quotes(whole)))
        }
        _ => return None,
    };
    Some(finding)
}

/// Characters with a meaning of their own, quotes, and what text programs put in.
#[expect(clippy::wildcard_enum_match_arm, reason = "the next of these functions takes the other kinds")]
fn characters(fault: &Fault) -> Option<Diagnostic> {
    let finding = match &fault.kind {
        FaultKind::AtHandle { handle } => {
            at(fault, &AT_HANDLE, format!("The @ before {} stops other programs from reading this.", quoted(handle)))
                .why("No value can begin with @.")
                .advise(format!("leave out the @: {handle}"))
        }
        FaultKind::ReservedStart { text, .. } => {
            let first: String = text.chars().take(1).collect();
            at(fault, &NEEDS_QUOTES, format!("A value that begins with {first} needs quotes."))
                .why(format!("Other programs give {first} a meaning of its own."))
                .advise(format!("put it in quotes: \"{text}\""))
        }
        FaultKind::UnclosedQuote { quote, .. } => {
            at(fault, &UNCLOSED_QUOTE, format!("The quote {quote} is opened here and never closed."))
                .why("Everything after it could belong to the quoted text.")
                .advise(format!("close it with {quote}, or leave it out"))
        }
        FaultKind::TextAfterQuote { quoted: part, rest } => {
            at(fault, &UNCLOSED_QUOTE, format!("{} follows the closing quote.", quoted(rest)))
                .why(format!("Quotes go around the whole value, and {part} is only a part of it."))
                .advise("put quotes around all of it, or leave them out")
        }
        FaultKind::QuoteInside { quote, inner } => {
            let what = if *quote == '\'' { "apostrophe" } else { "quote" };
            at(fault, &UNCLOSED_QUOTE, format!("The {what} in {inner} ends the quoted text too early."))
                .why(format!("Other programs cannot tell it from the {quote} that closes the whole text."))
                .advise(fault.edits.first().map_or_else(|| inner.clone(), |edit| edit.text.clone()))
        }
        FaultKind::QuotedParts => at(fault, &UNCLOSED_QUOTE, "Each part of this list has quotes of its own.")
            .why("Other programs read the first one and stop. Names need no quotes.")
            .advise(fault.edits.first().map_or_else(String::new, |edit| edit.text.clone())),
        FaultKind::UnknownEscape { escape } => {
            at(fault, &NEEDS_QUOTES, format!("{} has no meaning inside double quotes.", quoted(escape)))
                .why("A backslash inside double quotes changes the letter after it.")
                .advise("use single quotes, which change nothing")
        }
        FaultKind::Pasted { what, places } => pasted(fault, *what, places.len()),
        FaultKind::UnclosedFlow { open, .. } => {
            let close = if *open == '[' { ']' } else { '}' };
            at(fault, &UNCLOSED_BRACKET, format!("The bracket {open} is opened here and never closed."))
                .why("A strategy needs no brackets: several values stand on one line with commas between them.")
                .advise(format!("leave out the bracket, or close it with {close}"))
        }
        FaultKind::ControlCharacter { character } => {
            let number = u32::from(*character);
            at(fault, &CONTROL_CHARACTER, format!("There is a character here that cannot be seen (number {number})."))
                .why("It may come from copying out of another program.")
                .advise("delete it")
        }
        _ => return None,
    };
    Some(finding)
}

fn pasted(fault: &Fault, what: Pasted, places: usize) -> Diagnostic {
    let (headline, fix) = pasted_words(what);
    let finding = at(fault, &PASTED_CHARACTERS, headline).why(LOOKS_RIGHT).advise(fix);
    if places > 1 {
        let why = format!("{} It is in {places} places on this line.", finding.why);
        return finding.why(why);
    }
    finding
}

/// A cell of a table with characters of a text program.
pub fn pasted_cell(cell: &PastedCell) -> Diagnostic {
    let (headline, _) = pasted_words(cell.what);
    Diagnostic::new(&PASTED_CHARACTERS, cell.span, headline).why(LOOKS_RIGHT).replace(cell.span, cell.text.as_str())
}

/// Why characters of a text program matter.
const LOOKS_RIGHT: &str = "It looks right, but names and times written with it are not found by other programs.";

/// What is said of characters of a text program, and what to do.
fn pasted_words(what: Pasted) -> (&'static str, &'static str) {
    match what {
        Pasted::SmartQuotes => {
            ("The quotes are curved, as a text program writes them.", "use straight quotes, or none")
        }
        Pasted::LongDash => ("The dash is longer than the one on the keyboard.", "write the short dash: -"),
        Pasted::Invisible => ("There is a character here that shows nothing at all.", "delete it"),
        Pasted::NonBreakingSpace => ("A blank here is not the one on the keyboard.", "type a blank"),
    }
}

/// Anchors and aliases, which a strategy does not need.
#[expect(clippy::wildcard_enum_match_arm, reason = "the next of these functions takes the other kinds")]
fn references(fault: &Fault) -> Option<Diagnostic> {
    let finding = match &fault.kind {
        FaultKind::DuplicateAnchor { name, first } => {
            at(fault, &DUPLICATE_ANCHOR, format!("The mark &{name} is set twice."))
                .why("Each *mark means the latest one above it, which a reader can easily get wrong.")
                .see(*first, "first here")
                .advise("give one of them another name")
        }
        FaultKind::UnknownAlias { name } => at(fault, &UNKNOWN_ALIAS, format!("*{name} stands for nothing above it."))
            .why(format!("A value that begins with * repeats what was marked with &{name}."))
            .advise(format!("put it in quotes, if it is meant as text: \"*{name}\"")),
        FaultKind::RecursiveAlias { name } => {
            at(fault, &RECURSIVE_ALIAS, format!("*{name} stands inside the very thing that it repeats."))
                .why("It would never end.")
                .advise("write out what is meant")
        }
        FaultKind::NothingToMerge => at(fault, &UNKNOWN_ALIAS, "There is nothing to take over after <<.")
            .advise("write out what is meant, or remove the line"),
        _ => return None,
    };
    Some(finding)
}

/// What is too large, and the rest.
#[expect(clippy::wildcard_enum_match_arm, reason = "the last of these functions takes what is left")]
fn limits(fault: &Fault) -> Diagnostic {
    match &fault.kind {
        FaultKind::TooDeep { limit } => at(fault, &TOO_DEEP, format!("This stands more than {limit} levels deep."))
            .why("A strategy needs three levels. What lies deeper is left out.")
            .advise("move it further left, to where it belongs"),
        FaultKind::TooManyNodes { limit } => {
            at(fault, &TOO_MANY_VALUES, format!("This file holds more than {limit} values."))
                .why("What follows is left out.")
                .advise("split it into several files, and name them under include")
        }
        FaultKind::TooManyFaults { limit } => {
            at(fault, &TOO_MANY_FAULTS, format!("There are more than {limit} faults in how this file is written."))
                .why("What follows is left out. It may be another kind of file.")
                .advise("put the first ones right, and check again")
        }
        FaultKind::TooLarge { bytes, limit } => {
            let (size, most) = (bytes.div_ceil(1 << 20), limit >> 20);
            at(fault, &FILE_TOO_LARGE, format!("This file has {size} MB. The largest that is read has {most} MB."))
                .advise("split it into several files, and name them under include")
        }
        FaultKind::MoreThanOneDocument => {
            at(fault, &SECOND_DOCUMENT, "A line of three dashes begins a second file here.")
                .why("Only what stands above it is read.")
                .advise("remove the line, or move what follows into a file of its own")
        }
        _ => at(fault, &UNREADABLE_TEXT, "This line cannot be read.")
            .why("It does not have the form of a name, a colon, and what is said of it.")
            .advise("compare it with the lines around it, and write it as a name, a colon and a value"),
    }
}
