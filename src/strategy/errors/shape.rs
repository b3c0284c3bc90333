//! What is said of keys and of the shape of values.

use crate::source::{Diagnostic, Edit, Fix, Span, quoted, some_of};
use crate::strategy::errors::finding::{
    DASHED_LIST, DESCRIBED_TWICE, EMPTY_VALUE, MISPLACED_VALUE, MISSING_COLON, MISSING_KEY, NO_UNIT, READ_OTHERWISE,
    UNCLEAR_NUMBER, UNKNOWN_KEY, UNKNOWN_WORD,
};
use crate::strategy::field::{Field, Key};
use crate::strategy::meant;
use crate::strategy::written::Written;
use crate::yaml::{Entry, Node, Scalar, Value};

/// A key that the table does not know.
pub fn unknown_key(entry: &Entry, section: &str, fields: &[Field], guess: Option<&str>) -> Diagnostic {
    let written = quoted(&entry.key.text);
    let place = if section.is_empty() { "a strategy".to_owned() } else { format!("{section} here") };
    let headline = format!("{written} is not something that {place} can say.");
    if let Some(guess) = guess.filter(|guess| guess.to_lowercase() == entry.key.text.to_lowercase()) {
        // One slip in many places, told once.
        return Diagnostic::new(
            &UNKNOWN_KEY,
            entry.key.span,
            "The words of the language are written in small letters.",
        )
        .why("Nothing written under a word in capitals would have any effect.")
        .replace(entry.key.span, guess);
    }
    let finding =
        Diagnostic::new(&UNKNOWN_KEY, entry.key.span, headline).why("Nothing written under it would have any effect.");
    if let Some(guess) = guess {
        return finding.replace(entry.key.span, guess);
    }
    let value = entry.value.scalar().map_or("", |scalar| scalar.text.trim_end());
    if let Some(line) = meant::step_with_time(fields, &entry.key.text, value) {
        return finding
            .why("A later step says after what time it is taken. Without it nothing would happen.")
            .advise(format!("write the time in it: {line}"));
    }
    if let Some(line) = meant::told_with_time(fields, &entry.key.text, value) {
        return finding
            .why("Who is told says after what time without an answer. Without it nothing would happen.")
            .advise(format!("write the time in it: {line}"));
    }
    let known: Vec<String> =
        fields.iter().filter(|field| !matches!(field.key, Key::Name(_))).map(Field::shown).collect();
    finding.advise(format!("remove it, or use one of {}", some_of(&known)))
}

/// Nobody is helped where no contact is handled at once.
pub fn none_at_once(key: &str, at: Span) -> Diagnostic {
    Diagnostic::new(&UNCLEAR_NUMBER, at, format!("{} is 0, so nobody would be helped.", quoted(key)))
        .why("Whoever answers handles one contact at least.")
        .advise("write 1 or more, or remove the line")
}

/// A promise that stands alone under service levels, beside the table that it belongs into.
pub fn promise_without_table(entry: &Entry) -> Diagnostic {
    let headline = format!("{} is not something that service levels here can say.", quoted(&entry.key.text));
    Diagnostic::new(&UNKNOWN_KEY, entry.key.span, headline)
        .why("Promises stand in a table: a heading for each channel, a row for each contact type.")
        .advise("write the table below promises: |, and the promise in its cell")
}

/// A section under another name, beside the one of that name.
pub fn other_name_of_section(entry: &Entry, name: &str, place: Span) -> Diagnostic {
    let headline = format!("{} is not something that a strategy can say.", quoted(&entry.key.text));
    Diagnostic::new(&UNKNOWN_KEY, entry.key.span, headline)
        .why("Nothing written under it would have any effect.")
        .see(place, format!("{name} is here"))
        .advise(format!("move what stands below it to {name}"))
}

/// A section that nobody knows; `missing` are the sections that are not written.
pub fn unknown_section_at_top(entry: &Entry, missing: &[String]) -> Diagnostic {
    let headline = format!("{} is not something that a strategy can say.", quoted(&entry.key.text));
    Diagnostic::new(&UNKNOWN_KEY, entry.key.span, headline)
        .why("Nothing written under it would have any effect.")
        .advise(format!("remove it, or give it the name of its section: {}", some_of(missing)))
}

/// A section that does not exist, where an owner is named for it.
pub fn unknown_section(entry: &Entry, guess: Option<&str>, known: &[&str]) -> Diagnostic {
    let headline = format!("There is no section called {}.", quoted(&entry.key.text));
    let finding = Diagnostic::new(&UNKNOWN_KEY, entry.key.span, headline).why("Its owner would not be shown anywhere.");
    let sections: Vec<String> = known.iter().map(|section| (*section).to_owned()).collect();
    match guess {
        Some(guess) => finding.replace(entry.key.span, guess),
        None => finding.advise(format!("use the name of a section, such as {}", some_of(&sections))),
    }
}

/// A question that the self-check does not ask.
pub fn unknown_question(entry: &Entry, guess: Option<&str>, known: &[&str]) -> Diagnostic {
    let headline = format!("{} is not a question of the self-check.", quoted(&entry.key.text));
    let finding =
        Diagnostic::new(&UNKNOWN_KEY, entry.key.span, headline).why("Its answer would not be shown anywhere.");
    match guess {
        Some(guess) => finding.replace(entry.key.span, guess),
        None => finding.advise(format!("use one of these:\n      {}", known.join("\n      "))),
    }
}

/// A word outside a closed list.
pub fn unknown_word(written: &Written, key: &str, known: &[&str], guess: Option<&str>) -> Diagnostic {
    let headline = format!("{} is not a word that {key} knows.", quoted(&written.text));
    let finding = Diagnostic::new(&UNKNOWN_WORD, written.span, headline);
    let words: Vec<String> = known.iter().map(|word| (*word).to_owned()).collect();
    let finding = finding.why(format!("It can be {}.", some_of(&words)));
    let only = if let [only] = known { Some(*only) } else { None };
    match guess.or(only) {
        Some(guess) => finding.replace(written.span, guess),
        None => finding.advise("choose one of these words"),
    }
}

/// A key with nothing after its colon.
pub fn empty_value(key: &str, span: Span) -> Diagnostic {
    Diagnostic::new(&EMPTY_VALUE, span, format!("{} has nothing after its colon.", quoted(key)))
        .why("A reader cannot tell whether it was decided or left open.")
        .advise("write the value after the colon, or remove the line")
}

/// A key that opens lines, with none below it.
pub fn empty_section(key: &str, span: Span) -> Diagnostic {
    Diagnostic::new(&EMPTY_VALUE, span, format!("{} has nothing below it.", quoted(key)))
        .why("A reader cannot tell whether it was decided or left open.")
        .advise("write what belongs below it, or remove the line")
}

/// A routing section without rules; `contact` is one that would have been routed, in words.
pub fn empty_routing(span: Span, contact: &str, group: Option<&str>) -> Diagnostic {
    let finding =
        Diagnostic::new(&EMPTY_VALUE, span, "\"routing\" has nothing below it, so every contact reaches nobody.")
            .why("Routing says which agent group answers.")
            .story(format!("{contact}, Monday 10:00, is sent to no agent group."))
            .reaching_nobody();
    match group {
        Some(group) => finding.advise(format!("write a last rule below it:\n  Everything else:\n    send to: {group}")),
        None => finding.advise("write agent groups, and a last rule that sends everything else to one of them"),
    }
}

/// A text that other programs take for something else.
pub fn read_otherwise(text: &str, what: &str, span: Span) -> Diagnostic {
    Diagnostic::new(&READ_OTHERWISE, span, format!("Other programs do not read {} as it is written.", quoted(text)))
        .why(format!("Many of them take it for {what}. In quotes it is the same to all."))
        .replace(span, format!("\"{text}\""))
}

/// Dashes where a comma list belongs; the items are read all the same.
pub fn dashes_for_commas(key: &Scalar, value: &Node, items: &[&str]) -> Diagnostic {
    let (text, span) = (items.join(", "), value.span);
    // Only a bracket stands behind the last item.
    let brackets = match &value.value {
        Value::Sequence(items) => items.last().is_some_and(|last| last.span.end < span.end),
        Value::Empty | Value::Scalar(_) | Value::Mapping(_) => false,
    };
    let how = if brackets { "in brackets, which it does not need" } else { "with dashes instead of commas" };
    // From the key on: the dashes may stand at its column, where a text would be a key without a colon.
    let whole = Span { start: key.span.end, ..span };
    let edits = vec![Edit { span: whole, text: format!(": {text}") }];
    let mut finding = Diagnostic::new(&DASHED_LIST, span, format!("{} is written {how}.", quoted(&key.text)))
        .why("Several values stand on one line with commas between them.");
    finding.fixes.push(Fix { text, edits, safe: false });
    finding
}

/// Dashes where names (or keys) with colons belong; they are read all the same. `example` is the first of them with its
/// colon.
pub fn dashes_for_names(key: &str, span: Span, names: bool, example: &str, edits: Vec<Edit>) -> Diagnostic {
    let what = if names { "name" } else { "line" };
    let mut finding =
        Diagnostic::new(&MISPLACED_VALUE, span, format!("The {what}s below {} begin with dashes.", quoted(key)));
    let text = if names {
        finding = finding.why("A name with a colon is what messages, the document and reviewers call it by.");
        format!("leave out the dashes, and end each name with a colon: {example}")
    } else {
        "leave out the dashes".to_owned()
    };
    finding.fixes.push(Fix { text, edits, safe: false });
    finding
}

/// Dashes where names with colons belong, of which some have no name.
pub fn dashes_without_names(key: &str, span: Span, fields: &[Field]) -> Diagnostic {
    let headline = format!("The entries of {} begin with dashes.", quoted(key));
    Diagnostic::new(&MISPLACED_VALUE, span, headline)
        .why("Each entry needs a name, so that messages, document and reviewers can call it by its name.")
        .advise(format!("leave out the dashes and begin each entry with {}", name_of_entry(fields)))
}

/// Names with commas where each has a line of its own; they are read all the same.
pub fn names_on_one_line(key: &str, span: Span, names: &[&str]) -> Diagnostic {
    let each: Vec<String> = names.iter().take(2).map(|name| format!("{name}:")).collect();
    Diagnostic::new(&MISPLACED_VALUE, span, format!("{} needs lines of its own below it.", quoted(key)))
        .why("On one line there is no place for what is said of each.")
        .advise(format!("begin a new, further indented line for each name, with a colon after it: {}", each.join(" ")))
}

/// A line without the colon after its key (or name); it is read as if the colon stood there.
pub fn colon_left_out(key: &str, value: &str, span: Span, colon: Edit) -> Diagnostic {
    let why = if value.is_empty() {
        "Without it other programs do not take it for a name."
    } else {
        "Without it other programs cannot tell where the name ends and what is said of it begins."
    };
    let mut finding = Diagnostic::new(&MISSING_COLON, span, format!("{} has no colon after it.", quoted(key))).why(why);
    let text = if value.is_empty() { format!("{key}:") } else { format!("{key}: {value}") };
    finding.fixes.push(Fix { text, edits: vec![colon], safe: false });
    finding
}

/// A text where keys belong.
pub fn keys_missing(key: &str, scalar: &Scalar, fields: &[Field]) -> Diagnostic {
    let headline = format!("{} needs lines of its own below it.", quoted(key));
    Diagnostic::new(&MISPLACED_VALUE, scalar.span, headline)
        .why(format!("{} says too little on one line.", quoted(&scalar.text)))
        .advise(format!("begin a new, further indented line with {}", name_or_key(fields)))
}

fn name_of_entry(fields: &[Field]) -> String {
    let name = fields.iter().find_map(|field| match field.key {
        Key::Name(what) => Some(format!("the name of {what} and a colon")),
        Key::Word(_) | Key::Phrase { .. } => None,
    });
    name.unwrap_or_else(|| name_or_key(fields))
}

fn name_or_key(fields: &[Field]) -> String {
    let words: Vec<String> = fields
        .iter()
        .map(|field| match field.key {
            Key::Word(word) => format!("{word}:"),
            Key::Phrase { words, .. } => format!("{words} …:"),
            Key::Name(what) => format!("the name of {what} and a colon"),
        })
        .collect();
    some_of(&words)
}

/// Keys where one value belongs.
pub fn keys_for_value(key: &str, span: Span) -> Diagnostic {
    Diagnostic::new(&MISPLACED_VALUE, span, format!("{} holds more lines where one value belongs.", quoted(key)))
        .advise("write the value on the same line, after the colon")
}

/// A name or key that was written twice.
pub fn described_twice(written: &str, first: &Entry, second: &Entry, named: bool) -> Diagnostic {
    let verb = if named { "described" } else { "written" };
    let headline = format!("{} is {verb} twice.", quoted(written));
    let why = match difference(first, second) {
        Some(difference) => format!("They differ: {difference}. Only the first one counts."),
        None => "They say the same.".to_owned(),
    };
    Diagnostic::new(&DESCRIBED_TWICE, second.key.span, headline)
        .why(why)
        .see(first.key.span, "first here")
        .advise("keep one, and remove the other or give it a name of its own")
}

/// An item that stands twice in a list.
pub fn listed_twice(item: &Written, first: Span) -> Diagnostic {
    Diagnostic::new(&DESCRIBED_TWICE, item.span, format!("{} is listed twice.", quoted(&item.text)))
        .why("A reader looks for a difference that is not there.")
        .see(first, "first here")
        .advise("remove one of them")
}

/// A time to keep something, without its unit.
pub fn keep_without_unit(number: &str, span: Span) -> Diagnostic {
    Diagnostic::new(&NO_UNIT, span, format!("{} has no unit.", quoted(number)))
        .why("It could be days or months, so records would be kept too long or not long enough.")
        .replace(span, format!("{number} months"))
        .replace(span, format!("{number} days"))
}

/// The first thing in which two entries differ, in words.
fn difference(first: &Entry, second: &Entry) -> Option<String> {
    match (&first.value.value, &second.value.value) {
        (Value::Scalar(one), Value::Scalar(two)) => {
            (one.text != two.text).then(|| format!("{} and {}", quoted(one.text.trim()), quoted(two.text.trim())))
        }
        (Value::Mapping(one), Value::Mapping(two)) => {
            let differing = one.iter().find_map(|entry| {
                let twin = two.iter().find(|other| other.key.text == entry.key.text)?;
                let difference = difference(entry, twin)?;
                Some(format!("{} {difference}", entry.key.text))
            });
            let alone = || {
                let other = |entry: &&Entry, list: &[Entry]| !list.iter().any(|it| it.key.text == entry.key.text);
                let only = one.iter().find(|entry| other(entry, two)).or_else(|| two.iter().find(|e| other(e, one)))?;
                Some(format!("only one has {}", quoted(&only.key.text)))
            };
            differing.or_else(alone)
        }
        (Value::Empty, Value::Empty) => None,
        (Value::Sequence(_), Value::Sequence(_)) => (first.value != second.value).then(|| "their lists".to_owned()),
        _ => Some("one says more than the other".to_owned()),
    }
}

/// A required key that is missing.
pub fn missing_required(key: &str, of: &str, at: Span, why: &str, example: &str) -> Diagnostic {
    Diagnostic::new(&MISSING_KEY, at, format!("{of} does not say its {}.", quoted(key)))
        .why(why)
        .advise(format!("add the line {key}: {example}"))
}
