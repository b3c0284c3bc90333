//! What is said of a phrase that cannot be read: which words, for which near miss.

use crate::notation::{Misread, MisreadKind, Phrase};
use crate::source::{Diagnostic, Edit, Fix};
use crate::strategy::errors::finding::{
    OTHER_SPELLING, PASTED_CHARACTERS, UNCLEAR_NUMBER, UNCLEAR_SHARE, UNREADABLE_PHRASE,
};
use crate::strategy::errors::said::{Said, said};
use crate::strategy::errors::{phrases_more, phrases_time};
use crate::strategy::words::quoted;
use crate::strategy::written::Written;

/// The finding of a phrase that could not be read. `key` is the key whose value it is; `whole` is the whole value.
pub fn misread(misread: &Misread, key: &str, whole: &Written) -> Diagnostic {
    let part = quoted(whole.text_at(misread.span));
    let words = general(&misread.kind, key, whole, part)
        .or_else(|| phrases_time::words(&misread.kind))
        .unwrap_or_else(|| phrases_more::words(&misread.kind));
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
                "A value is missing here.".to_owned()
            } else {
                format!("{} says nothing.", quoted(key))
            },
            format!("It needs {}.", wanted(*phrase)),
            "write it, or remove the line",
        ),
        MisreadKind::Unreadable { wanted: phrase } => said(
            &UNREADABLE_PHRASE,
            format!("{} does not say {}.", if is_part(*phrase) { part } else { text }, name(*phrase)),
            "Nobody can act on what cannot be told for certain.",
            match (key, phrase) {
                ("keep for", Phrase::Duration) => "write how long, such as 24 months".to_owned(),
                (_, phrase) => format!("write it like this: {}", phrase.example()),
            },
        ),
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
            format!("The word {} is missing here.", quoted(write.trim())),
            "One thing has one spelling.",
            format!("write {} first", write.trim()),
        ),
        MisreadKind::WrongWord { found, write } => said(
            &OTHER_SPELLING,
            format!("{} is said in another way here.", quoted(found)),
            format!("One thing has one spelling: {write}."),
            format!("write {write}"),
        ),
        MisreadKind::WrongSeparator { found, write } => said(
            &OTHER_SPELLING,
            format!("{} does not join the parts here.", quoted(found)),
            format!("They are joined by {}.", quoted(write)),
            format!("write {} instead", quoted(write)),
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
            "One thing has one spelling.",
            "leave these words out",
        ),
        MisreadKind::MissingPart { wanted: phrase } => said(
            &UNREADABLE_PHRASE,
            format!("{text} is not complete."),
            match phrase {
                Phrase::Mix => "It needs with what, such as blended with email, phone first.".to_owned(),
                other => format!("Here it needs {}.", wanted(*other)),
            },
            "add what is missing",
        ),
        MisreadKind::OnlyAlone { word } => said(
            &UNREADABLE_PHRASE,
            format!("{} says all there is to say, so nothing can stand beside it.", quoted(word)),
            "",
            format!("keep only {word}, or only the rest"),
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
            "check the number",
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
