//! What is said of a phrase that cannot be read: which words, for which near miss.

use crate::notation::{Misread, MisreadKind, Phrase};
use crate::source::{Diagnostic, Edit, Fix, capital, quoted};
use crate::strategy::errors::finding::{
    NO_UNIT, OTHER_SPELLING, PASTED_CHARACTERS, UNCLEAR_NUMBER, UNCLEAR_SHARE, UNREADABLE_PHRASE,
};
use crate::strategy::errors::said::{Said, said};
use crate::strategy::errors::{phrases_more, phrases_time};
use crate::strategy::written::Written;

/// The finding of a phrase that could not be read. `key` is the key whose value it is; `whole` is the whole value.
pub fn misread(misread: &Misread, key: &str, whole: &Written) -> Diagnostic {
    let part = quoted(whole.text_at(misread.span));
    let words = general(&misread.kind, key, whole, part)
        .or_else(|| phrases_time::words(&misread.kind))
        .or_else(|| phrases_more::words(&misread.kind))
        .unwrap_or_else(|| unreadable(misread.kind.wanted(), key, &quoted(&whole.text)));
    let finding = Diagnostic::new(words.finding, misread.span, words.headline).why(words.why);
    with_fixes(finding, misread, whole, words.advice)
}

/// The suggestion where it is sure, the two honest choices where there are two, else the advice.
fn with_fixes(mut finding: Diagnostic, misread: &Misread, whole: &Written, advice: String) -> Diagnostic {
    let texts = misread.suggestion.iter().chain(misread.choices.iter().take(2));
    for text in texts {
        let edits = if whole.exact { vec![Edit { span: whole.span, text: text.clone() }] } else { Vec::new() };
        finding.fixes.push(Fix { text: text.clone(), edits, safe: false });
    }
    if finding.fixes.is_empty() && !advice.is_empty() {
        return finding.advise(advice);
    }
    finding
}

/// What the phrase should have been, with an example: `a length of time, such as 45 min`.
pub(crate) fn wanted(phrase: Phrase) -> String {
    format!("{}, such as {}", name(phrase), phrase.example())
}

/// What a kind of phrase is called.
pub(crate) fn name(phrase: Phrase) -> &'static str {
    match phrase {
        Phrase::Duration => "a length of time",
        Phrase::Share => "a share",
        Phrase::Date => "a date",
        Phrase::DateRange => "a stretch of dates",
        Phrase::TimeOfDay => "a time of day",
        Phrase::Hours => "weekly hours",
        Phrase::DayHours => "the hours of a day",
        Phrase::ClosedOn => "dates or public holidays",
        Phrase::Promise => "a promise",
        Phrase::Condition => "a condition",
        Phrase::Owner => "a person, a function and a date",
        Phrase::SourceNote => "a title, an address and a date",
        Phrase::Status => "a status",
        Phrase::Rate => "a rate",
        Phrase::Money => "an amount of money",
        Phrase::Count => "a whole number",
        Phrase::YesNo => "yes or no",
        Phrase::Volume => "a number of contacts",
        Phrase::People => "a number of people",
        Phrase::Mix => "dedicated or blended",
        Phrase::Skills => "skills",
        Phrase::FieldType => "what a field holds",
        Phrase::Loop => "who hears it, and when",
        Phrase::Escalation => "who is told",
        Phrase::Claims => "what always or never holds",
        Phrase::Comparison => "two kinds of contacts",
        Phrase::Contact => "a contact",
        Phrase::Expectations => "what should happen",
        Phrase::List => "names with commas between them",
    }
}

/// Whether a phrase most often is a part of a longer one, so that the part is quoted that should have been it.
fn is_part(phrase: Phrase) -> bool {
    matches!(
        phrase,
        Phrase::Duration | Phrase::Share | Phrase::Date | Phrase::TimeOfDay | Phrase::Count | Phrase::Money
    )
}

/// What has no more telling words.
fn unreadable(phrase: Phrase, key: &str, shown: &str) -> Said {
    said(
        &UNREADABLE_PHRASE,
        format!("{shown} does not say {}.", name(phrase)),
        "Nobody can act on what cannot be told for certain.",
        match (key, phrase) {
            ("keep for", Phrase::Duration) => "write how long, such as 24 months".to_owned(),
            (_, phrase) => format!("write it like this: {}", phrase.example()),
        },
    )
}

/// What joins parts, in words.
fn joint(written: &str) -> String {
    match written {
        ", " => "a comma and a blank".to_owned(),
        " " => "a blank".to_owned(),
        "-" => "a short dash without blanks".to_owned(),
        _ => format!(
            "the {} {}",
            if written.trim().contains(' ') { "words" } else { "word" },
            written.trim_matches([' ', ','])
        ),
    }
}

/// What stands in place of something, without the blanks around it.
fn bare(found: &str) -> String {
    quoted(if found.trim().is_empty() { found } else { found.trim() })
}

/// What is missing of a phrase: what it needs, and what to write.
fn missing_part(phrase: Phrase, whole: &Written) -> (String, String) {
    let text = &whole.text;
    if phrase == Phrase::Duration && text.ends_with('%') {
        return (
            "A share without a time cannot be measured.".to_owned(),
            format!("write the time after it: {text} in 20 s"),
        );
    }
    if phrase == Phrase::Mix {
        return (
            "It does not say with what other work.".to_owned(),
            "write the other work after it, such as blended with email".to_owned(),
        );
    }
    (format!("Here it needs {}.", wanted(phrase)), format!("add {} after it", name(phrase)))
}

/// Near misses that any phrase can have.
#[expect(clippy::wildcard_enum_match_arm, reason = "the next of these functions takes the other kinds")]
#[expect(clippy::too_many_lines, reason = "a table: one arm for each near miss")]
fn general(kind: &MisreadKind, key: &str, whole: &Written, part: String) -> Option<Said> {
    let text = quoted(&whole.text);
    let words = match kind {
        MisreadKind::TooLong { limit_bytes } => said(
            &UNREADABLE_PHRASE,
            "This value is far longer than any value needs to be.",
            format!("At most {limit_bytes} letters are read."),
            "shorten it",
        ),
        MisreadKind::Empty { wanted: phrase } => said(
            &UNREADABLE_PHRASE,
            if key.is_empty() {
                format!("{} is missing here.", capital(name(*phrase)))
            } else {
                format!("{} says nothing.", quoted(key))
            },
            format!("It needs {}.", wanted(*phrase)),
            "write it, or remove the line",
        ),
        MisreadKind::NoUnit { number } => said(
            &NO_UNIT,
            format!("{} has no unit.", quoted(number)),
            // Of a promise and a step no key is known; with a key, nobody waits for it.
            if key.is_empty() {
                "It could be seconds, minutes or hours, and customers would wait for the wrong one."
            } else {
                "It could be seconds, minutes or hours."
            },
            format!("write {number} s, {number} min or {number} h"),
        ),
        MisreadKind::Unreadable { wanted: phrase } => {
            unreadable(*phrase, key, if is_part(*phrase) { &part } else { &text })
        }
        MisreadKind::OddCharacter { found, write } => said(
            &PASTED_CHARACTERS,
            format!("The character {found} here was put in by a text program."),
            "It looks right, but other programs do not read it.",
            if write.is_empty() { "delete it".to_owned() } else { format!("type {} instead", quoted(write)) },
        ),
        MisreadKind::Blanks => said(
            &OTHER_SPELLING,
            format!("{text} has a blank too many or too few."),
            "",
            "use single blanks between words",
        ),
        MisreadKind::WrongWord { found, write } if found.is_empty() => said(
            &OTHER_SPELLING,
            format!("{} is missing here.", quoted(write.trim())),
            "Without it a reader has to guess what the rest means.",
            format!("write {} first", write.trim()),
        ),
        MisreadKind::WrongWord { found, write } => said(
            &OTHER_SPELLING,
            format!("{} is said in another way here.", quoted(found)),
            if write == "-" {
                "A dash says that it is not offered, on purpose.".to_owned()
            } else {
                format!("One thing has one spelling: {write}.")
            },
            format!("write {write}"),
        ),
        MisreadKind::WrongSeparator { found, write } if found == " " && *write == ", " => said(
            &OTHER_SPELLING,
            "A comma is missing here.",
            "Without it the rest of the line is read as a part of what stands before it.",
            "write a comma before the rest",
        ),
        MisreadKind::WrongSeparator { found, write } => said(
            &OTHER_SPELLING,
            format!("{} does not join the parts here.", bare(found)),
            format!("They are joined by {}.", joint(write)),
            format!("write {} instead", joint(write)),
        ),
        MisreadKind::EmptyItem => said(
            &UNREADABLE_PHRASE,
            "There is a comma with nothing beside it.",
            "A reader cannot tell whether something is missing.",
            "remove the comma, or write what is missing",
        ),
        MisreadKind::ExtraWords { found } => said(
            &OTHER_SPELLING,
            format!("{} is not needed here.", quoted(found)),
            "The rest says it all.",
            "leave these words out",
        ),
        MisreadKind::MissingPart { wanted: phrase } => {
            let (why, advice) = missing_part(*phrase, whole);
            said(&UNREADABLE_PHRASE, format!("{text} is not complete."), why, advice)
        }
        MisreadKind::OnlyAlone { word } => said(
            &UNREADABLE_PHRASE,
            format!("{} says all there is to say, so nothing can stand beside it.", quoted(word)),
            "",
            "",
        ),
        MisreadKind::NumberForm { found } => said(
            &UNCLEAR_NUMBER,
            format!("{} is not written as a plain number.", quoted(found)),
            "Other programs read it in other ways.",
            "write digits only",
        ),
        MisreadKind::TwoNumbers { found } => said(
            &UNCLEAR_NUMBER,
            format!("{} names two numbers where one is needed.", quoted(found)),
            "One of them has to be worked with, and nobody knows which.",
            "write one number",
        ),
        MisreadKind::NumberTooLarge { found } => said(
            &UNCLEAR_NUMBER,
            format!("{} is a larger number than can be meant here.", quoted(found)),
            "",
            "write the number of digits that was meant",
        ),
        MisreadKind::NotANumber { found } => {
            said(&UNCLEAR_NUMBER, format!("{} is not a number.", quoted(found)), "", "write a number in digits")
        }
        MisreadKind::ShareWithoutSign { number } => said(
            &UNCLEAR_SHARE,
            format!("{number} has no percent sign."),
            "Without it a reader could take it for a plain number.",
            format!("{number}%"),
        ),
        MisreadKind::ShareAsFraction { number } => said(
            &UNCLEAR_SHARE,
            format!("{number} could be a share of one or of a hundred."),
            "Shares are written in percent.",
            "write it in percent",
        ),
        MisreadKind::ShareForm { found } => said(
            &UNCLEAR_SHARE,
            format!("{} is another way to write a share.", quoted(found)),
            "Shares are written with a point and a percent sign, such as 80.5%.",
            "write it like this: 80%",
        ),
        MisreadKind::ShareOverWhole { number } => said(
            &UNCLEAR_SHARE,
            format!("{number}% is more than all contacts."),
            "All of them are 100%.",
            "write a share of at most 100%",
        ),
        MisreadKind::NegativeShare { number } => {
            said(&UNCLEAR_SHARE, format!("{number}% is less than nothing."), "", "write a share from 0% to 100%")
        }
        _ => return None,
    };
    Some(words)
}
