//! What is said of overlays, and of the files that a strategy is made of.

use crate::source::{Diagnostic, Edit, Fix, Span, Spanned, quoted, some_of};
use crate::strategy::errors::finding::{
    ADDED_WITHOUT_CONDITION, EMPTY_VALUE, FILE_NAMED_TWICE, MISSING_FILE, NOT_IN_BASE, TANGLED_FILES, UNCLEAR_CHANGE,
};
use crate::strategy::guess;
use crate::yaml::Entry;

const MISSPELLED: &str = "An overlay changes what is there. A misspelled name would change nothing, and nobody would \
                          notice.";

fn guessed(name: &str, known: &[Spanned<String>]) -> Option<Spanned<String>> {
    let candidates: Vec<&str> = known.iter().map(|name| name.value.as_str()).collect();
    let guess = guess::nearest(name, &candidates)?;
    known.iter().find(|known| known.value == guess).cloned()
}

fn there_are(known: &[Spanned<String>]) -> String {
    let names: Vec<String> = known.iter().map(|name| name.value.clone()).collect();
    if names.is_empty() { String::new() } else { format!(" There it has {}.", some_of(&names)) }
}

/// A name in an overlay that its base does not have. `mark` is what says that it is new: where, and the text.
pub fn not_in_base(entry: &Entry, mark: Option<(Span, String)>, known: &[Spanned<String>]) -> Diagnostic {
    let (name, span) = (entry.key.text.as_str(), entry.key.span);
    let guess = guessed(name, known);
    let there = if guess.is_some() { String::new() } else { there_are(known) };
    let mut finding = Diagnostic::new(&NOT_IN_BASE, span, format!("The base has nothing called {}.", quoted(name)))
        .why(format!("{MISSPELLED}{there}"));
    if let Some(guess) = guess {
        finding = finding.see(guess.span, "the base has this").replace(span, guess.value);
    }
    let text = match &mark {
        Some((_, text)) if text.trim_end().ends_with("added:") => "write added: before the value, if it is new",
        Some(_) => "write added: yes below it, if it is new",
        None => "give the table a column added, with yes in this row, if it is new",
    };
    let edits = mark.into_iter().map(|(span, text)| Edit { span, text }).collect();
    finding.fixes.push(Fix { text: text.to_owned(), edits, safe: false });
    finding
}

/// `removed: yes` below a name that the base does not have, or no longer.
pub fn nothing_to_remove(entry: &Entry, known: &[Spanned<String>], earlier: Option<Span>) -> Diagnostic {
    let (name, span) = (entry.key.text.as_str(), entry.key.span);
    let headline = format!("{} cannot be taken away: the base does not have it.", quoted(name));
    let finding = Diagnostic::new(&NOT_IN_BASE, span, headline);
    match (earlier, guessed(name, known)) {
        (Some(earlier), _) => finding
            .why("It has been taken away already.")
            .see(earlier, "removed here")
            .advise("leave it out here, with the line removed: yes"),
        (None, Some(guess)) => finding.why(MISSPELLED).see(guess.span, "the base has this").replace(span, guess.value),
        (None, None) => {
            finding.why(format!("{MISSPELLED}{}", there_are(known))).advise("correct the name, or leave it out here")
        }
    }
}

/// `before: NAME` with a name that nothing beside it has.
pub fn unknown_place(before: &Spanned<String>, known: &[Spanned<String>]) -> Diagnostic {
    let headline = format!("There is nothing called {} before which this could stand.", quoted(&before.value));
    let finding = Diagnostic::new(&NOT_IN_BASE, before.span, headline)
        .why(format!("The first one that fits counts, so its place decides.{}", there_are(known)));
    match guessed(&before.value, known) {
        Some(guess) => finding.see(guess.span, "the base has this").replace(before.span, guess.value),
        None => finding.advise("write the name of the one that comes after it"),
    }
}

/// Entries that are each to stand before another of them.
pub fn before_each_other(name: &str, before: &Spanned<String>) -> Diagnostic {
    let headline = format!("{} cannot stand before {}.", quoted(name), quoted(&before.value));
    Diagnostic::new(&UNCLEAR_CHANGE, before.span, headline)
        .why("The two are to stand before each other, so nobody knows which one comes first.")
        .advise("leave out the line before, or name another one")
}

/// A mark with something else than it takes.
pub fn unclear_mark(word: &str, mark: Span, said: Option<(&str, Span)>) -> Diagnostic {
    let finding = match said {
        Some((said, span)) => {
            let headline = format!("The line {word} says {}, and can only say yes.", quoted(said));
            Diagnostic::new(&UNCLEAR_CHANGE, span, headline)
        }
        None => Diagnostic::new(&UNCLEAR_CHANGE, mark, format!("The line {word} does not say what it means.")),
    };
    let finding = finding.why("Somebody else must be able to tell what this file changes.");
    match (word, said) {
        ("before", _) => finding.advise("write the name of the one that comes after it"),
        (_, Some((_, span))) => finding.replace(span, "yes").advise(format!("remove the line {word}")),
        (_, None) => finding.advise(format!("write {word}: yes, or remove the line")),
    }
}

/// A line with a time that the base does not have, where it has others of that kind. `mark` is what says that it is one more:
/// where, and the text; `indent` is how far in the line stands.
pub fn second_time(
    entry: &Entry,
    rivals: &[Spanned<String>],
    mark: Option<(Span, String)>,
    indent: usize,
) -> Diagnostic {
    let (name, span) = (entry.key.text.as_str(), entry.key.span);
    let old = rivals.first().map_or("", |rival| rival.value.as_str());
    let headline = format!("Nobody can tell whether {} is one more, or stands for {}.", quoted(name), quoted(old));
    let mut finding = Diagnostic::new(&UNCLEAR_CHANGE, span, headline)
        .why("The base has another time. What it says happens too, unless it is taken away.");
    for rival in rivals.iter().take(MOST_RIVALS) {
        finding = finding.see(rival.span, "the base has this");
    }
    let Some((place, text)) = mark else {
        return finding.advise(format!(
            "write the rule in lines of its own, with removed: yes below {old}, or added: before the new value"
        ));
    };
    let blanks = " ".repeat(indent);
    finding = match rivals {
        [_] => {
            let edit = Edit { span: span.at_start(), text: format!("{old}:\n{blanks}  removed: yes\n{blanks}") };
            let text = format!("write {old}: with removed: yes below it, if this takes its place");
            finding.fixes.push(Fix { text, edits: vec![edit], safe: false });
            finding
        }
        _ => finding.advise("write removed: yes below the one of the base whose place it takes"),
    };
    let words = "write added: before the value, if it is one more".to_owned();
    finding.fixes.push(Fix { text: words, edits: vec![Edit { span: place, text }], safe: false });
    finding
}

/// How many lines of the base are named beside a new one.
const MOST_RIVALS: usize = 2;

/// `added: yes` and `removed: yes` at once.
pub fn added_and_removed(name: &str, removed: Span, added: Span) -> Diagnostic {
    Diagnostic::new(&UNCLEAR_CHANGE, removed, format!("{} is added and taken away at once.", quoted(name)))
        .why("Nobody knows which of the two is meant.")
        .see(added, "added here")
        .advise("remove one of the two lines")
}

/// `removed: yes` beside other lines.
pub fn changed_and_removed(name: &str, removed: Span, change: Span) -> Diagnostic {
    Diagnostic::new(&UNCLEAR_CHANGE, removed, format!("{} is taken away and changed at once.", quoted(name)))
        .why("What is written beside removed: yes would have no effect.")
        .see(change, "this changes it")
        .advise("remove the line removed: yes, or the lines beside it")
}

/// `added: yes` below something that the base has.
pub fn added_already_there(name: &str, added: Span, base: Span) -> Diagnostic {
    Diagnostic::new(&UNCLEAR_CHANGE, added, format!("{} is added, but the base has it already.", quoted(name)))
        .why("Whoever wrote it may not know that it changes something which is in use.")
        .see(base, "the base has it here")
        .advise("remove the line added, if it is to be changed")
        .advise("give it another name, if it is something new")
}

/// An entry of an overlay with nothing after it.
pub fn changes_nothing(name: &str, span: Span, one_value: bool) -> Diagnostic {
    let first = if one_value { "write after the colon what differs" } else { "write below it what differs" };
    Diagnostic::new(&EMPTY_VALUE, span, format!("{} changes nothing: it has nothing after its colon.", quoted(name)))
        .why("It stays as it is in the base.")
        .advise(format!("{first}, or removed: yes below it to take it away"))
        .advise("remove the line")
}

/// An added rule or segment without a condition, where the base has one that takes everything.
pub fn added_without_condition(condition: &str, entry: &Entry, last: &Entry) -> Diagnostic {
    let (name, last_name) = (quoted(&entry.key.text), quoted(&last.key.text));
    Diagnostic::new(&ADDED_WITHOUT_CONDITION, entry.key.span, format!("{name} is added without the line {condition}."))
        .why(format!("It would take every contact that is left, and {last_name} would never have one."))
        .see(last.key.span, "this one takes all that are left")
        .advise(format!("add the line {condition}, with the contacts that it is for"))
        .advise(format!("take {last_name} away with removed: yes, if this one takes its place"))
}

/// A file that was named and is not there.
pub fn missing_file(name: &Spanned<String>) -> Diagnostic {
    Diagnostic::new(&MISSING_FILE, name.span, format!("There is no file {}.", quoted(&name.value)))
        .why("What stands in it is missing from the strategy, so nothing can be said of the whole.")
        .advise("correct the name; files lie in the folder of the first file, or in folders in it")
}

/// Files that name each other, or themselves.
pub fn circular_files(name: &Spanned<String>) -> Diagnostic {
    let headline = format!("{} would be a part of itself.", quoted(&name.value));
    Diagnostic::new(&TANGLED_FILES, name.span, headline)
        .why("A file that is read on the way to another one cannot be named there again.")
        .advise("leave it out here")
}

/// A base that is a part of the overlay already.
pub fn base_included(name: &Spanned<String>) -> Diagnostic {
    let headline = format!("{} is named as the base and as a part.", quoted(&name.value));
    Diagnostic::new(&TANGLED_FILES, name.span, headline)
        .why("Nobody knows whether this file changes it or holds it.")
        .advise("name it under based on alone, or under include alone")
}

/// A file that is named as a part twice.
pub fn file_named_twice(name: &Spanned<String>, first: Span) -> Diagnostic {
    Diagnostic::new(&FILE_NAMED_TWICE, name.span, format!("{} is included twice.", quoted(&name.value)))
        .why("It is read once. Where the second name was to be another file, that file is not part of the strategy.")
        .see(first, "first here")
        .advise("leave it out here, or name the file that is meant")
}

/// A second base.
pub fn second_base(name: &Spanned<String>, first: Span) -> Diagnostic {
    Diagnostic::new(&TANGLED_FILES, name.span, "A strategy is based on one other, and this is a second one.")
        .why("Where two bases differ, nobody knows which one counts.")
        .see(first, "the first one")
        .advise("name one base here, and let that one be based on the other")
}

/// More bases upon each other than are read.
pub fn too_many_bases(name: &Spanned<String>, most: usize) -> Diagnostic {
    Diagnostic::new(&TANGLED_FILES, name.span, format!("More than {most} files are based on one another."))
        .why("Nobody could tell any more where a line comes from.")
        .advise("join some of them")
}
