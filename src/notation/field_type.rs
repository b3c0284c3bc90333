//! What a field of the author's own may hold: `number from -1 to 1`, `one of a, b`, `yes or no`, `text`.

use std::fmt;

use crate::measure::Decimal;
use crate::notation::condition::build_decimal;
use crate::notation::grammar::{Found, Rule, parse};
use crate::notation::misread::Misread;
use crate::notation::misread_kind::MisreadKind;
use crate::notation::miss::{Miss, splice};
use crate::notation::passage::Passage;
use crate::notation::phrase::Phrase;
use crate::notation::reader::{Attempt, Fault, Reader};
use crate::notation::slips::{leading_words, whole_words, wrong_separator, wrong_word};
use crate::source::{Excerpt, Spanned};

/// What a field may hold, and where it exists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldType {
    /// What it may hold.
    pub kind: FieldKind,
    /// The condition under which a contact can have it, to be read as a condition. Elsewhere its absence is a fact.
    pub only_when: Option<Passage>,
}

/// What a field may hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldKind {
    /// A number, perhaps within limits that it may reach.
    Number {
        /// The lower and the upper limit.
        range: Option<(Decimal, Decimal)>,
    },
    /// One of these values, one at least.
    OneOf(Vec<Spanned<String>>),
    /// Yes or no.
    YesNo,
    /// Any text: to be shown and recorded, not to be tested.
    Text,
}

pub(crate) const FIELD_TYPE: Reader<'static, FieldType> =
    Reader { wanted: Phrase::FieldType, parse: &parse_field_type, look: &look };

/// Reads what a field may hold.
///
/// # Errors
/// Says what is wrong with any other text.
pub fn field_type(excerpt: Excerpt<'_>) -> Result<FieldType, Misread> {
    FIELD_TYPE.read(excerpt)
}

fn parse_field_type(excerpt: Excerpt<'_>) -> Attempt<FieldType> {
    let phrase = parse(Rule::field_phrase, excerpt)?;
    let found = phrase.first()?;
    let rule = found.rule();
    let kind = if rule == Rule::number_field {
        FieldKind::Number { range: build_range(&found)? }
    } else if rule == Rule::one_of {
        FieldKind::OneOf(found.all(Rule::choice).map(|choice| choice.words()).collect())
    } else if rule == Rule::yes_or_no {
        FieldKind::YesNo
    } else {
        FieldKind::Text
    };
    let only_when = phrase.part(Rule::only_when).map(|part| part.need(Rule::rest)).transpose()?;
    let only_when = only_when.map(|rest| Passage::keep(excerpt.piece(rest.start(), rest.end())));
    Ok(FieldType { kind, only_when })
}

fn build_range(found: &Found<'_>) -> Attempt<Option<(Decimal, Decimal)>> {
    let mut numbers = found.all(Rule::decimal).map(|number| build_decimal(&number));
    let Some(first) = numbers.next().transpose()? else { return Ok(None) };
    let second = numbers.next().ok_or(Fault::Stuck(found.start()))??;
    if first > second {
        return Err(Miss::new(found.start(), found.end(), MisreadKind::BetweenBackwards).into());
    }
    Ok(Some((first, second)))
}

/// How a condition begins after what a field holds; a comma belongs before it.
const ONLY_WORDS: [&str; 4] = [" only when ", " only if ", " only for ", " only on "];

fn look(text: &str) -> Option<Miss> {
    if let Some(at) = ONLY_WORDS.iter().filter_map(|words| text.find(words)).min().filter(|at| *at > 0)
        && !text.get(..at)?.ends_with(',')
    {
        // Whatever else is wrong with the condition or what stands before it is told once they are parted.
        let kind = MisreadKind::WrongSeparator { found: " ".into(), write: ", " };
        return Some(Miss::put(text, at, at + 1, kind, ", "));
    }
    let end = text.find(", only").unwrap_or(text.len());
    let kind = text.get(..end)?;
    let odd_kind = if FIELD_TYPE.reads(kind) { None } else { look_kind(kind) };
    odd_kind.map(|miss| miss.within(text, 0, end)).or_else(|| {
        let words = [("only if", "only when"), ("only for", "only when"), ("only on", "only when channel is")];
        let start = end + ", ".len();
        let rest = text.get(start..)?;
        leading_words(rest, &words).map(|miss| miss.within(text, start, text.len())).or_else(|| {
            let missing = MisreadKind::MissingPart { wanted: Phrase::Condition };
            (rest == "only when" || rest == "only").then(|| Miss::new(start, text.len(), missing))
        })
    })
}

fn look_kind(text: &str) -> Option<Miss> {
    let words = [
        ("number", "number"),
        ("integer", "number"),
        ("int", "number"),
        ("float", "number"),
        ("decimal", "number"),
        ("numeric", "number"),
        ("whole number", "number"),
        ("a number", "number"),
        ("boolean", "yes or no"),
        ("bool", "yes or no"),
        ("true or false", "yes or no"),
        ("true/false", "yes or no"),
        ("yes/no", "yes or no"),
        ("yes, no", "yes or no"),
        ("flag", "yes or no"),
        ("yes or no", "yes or no"),
        ("string", "text"),
        ("free text", "text"),
        ("words", "text"),
        ("any", "text"),
        ("anything", "text"),
        ("text", "text"),
    ];
    let leads = [
        ("either", "one of"),
        ("any of", "one of"),
        ("choice of", "one of"),
        ("enum", "one of"),
        ("list of", "one of"),
        ("One of", "one of"),
        ("one of:", "one of"),
        ("number between", "number from"),
        ("integer from", "number from"),
        ("from", "number from"),
    ];
    if let Some(miss) = whole_words(text, &words).or_else(|| leading_words(text, &leads)) {
        return Some(miss);
    }
    if let Some(limits) = text.strip_prefix("number ") {
        return look_limits(text, limits);
    }
    if text == "one of" {
        return Some(Miss::new(0, text.len(), MisreadKind::MissingPart { wanted: Phrase::List }));
    }
    if text.strip_prefix("one of ").is_some() {
        return crate::notation::list::empty_item(text);
    }
    // `editor, gateway` and `editor or gateway`: the values alone.
    if text.contains(", ") || text.contains(" or ") {
        let kind = MisreadKind::WrongWord { found: String::new(), write: "one of".into() };
        let values = text.replace(", or ", ", ").replace(" or ", ", ");
        return Some(Miss::new(0, text.len(), kind).becomes(format!("one of {values}")));
    }
    let separator = text.find(" / ").or_else(|| text.find('/'))?;
    (separator > 0)
        .then(|| wrong_word(text, 0, text.len(), &format!("one of {}", text.replace(" / ", ", ").replace('/', ", "))))
}

/// What is wrong with the limits of a number, which end `text`.
fn look_limits(text: &str, limits: &str) -> Option<Miss> {
    let start = text.len() - limits.len();
    let Some(limits) = limits.strip_prefix("from ") else {
        if let Some(miss) = dash(limits) {
            let from = format!("number from {}", miss.rewrite.as_deref().unwrap_or(""));
            return Some(miss.within(text, start, text.len()).becomes(from));
        }
        let number = limits.starts_with(|found: char| found.is_ascii_digit() || found == '-');
        return number.then(|| {
            let kind = MisreadKind::WrongWord { found: "number".into(), write: "number from".into() };
            Miss::new(0, "number".len(), kind).becomes(splice(text, start, start, "from "))
        });
    };
    let start = text.len() - limits.len();
    wrong_separator(limits, &[" and ", " - ", " until ", "..", ", "], " to ")
        .or_else(|| dash(limits))
        .map(|miss| miss.within(text, start, text.len()))
}

/// `0-120`, but not the sign of `-1`.
fn dash(limits: &str) -> Option<Miss> {
    let at = limits.match_indices('-').map(|(at, _)| at).find(|at| *at > 0)?;
    let both = [limits.get(..at)?, limits.get(at + 1..)?];
    let kind = MisreadKind::WrongSeparator { found: "-".into(), write: " to " };
    both.iter().all(|number| Decimal::parse(number).is_some()).then(|| Miss::put(limits, at, at + 1, kind, " to "))
}

impl fmt::Display for FieldType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.kind.fmt(f)?;
        self.only_when.as_ref().map_or(Ok(()), |condition| write!(f, ", only when {}", condition.text))
    }
}

impl fmt::Display for FieldKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number { range: Some((first, last)) } => write!(f, "number from {first} to {last}"),
            Self::Number { range: None } => f.write_str("number"),
            Self::OneOf(values) => {
                let values: Vec<&str> = values.iter().map(|value| value.value.as_str()).collect();
                write!(f, "one of {}", values.join(", "))
            }
            Self::YesNo => f.write_str("yes or no"),
            Self::Text => f.write_str("text"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notation::checks::{at, exact, misread, print_all};

    #[test]
    fn right_forms_print_as_they_were_written() {
        print_all(
            field_type,
            &[
                "number",
                "number from -1 to 1",
                "one of editor, gateway",
                "yes or no",
                "text",
                "one of a, b, only when channel is social, chat and day is Sat",
                "number from 0 to 100, only when channel is x",
            ],
        );
        let text = "one of a, b, only when channel is social";
        let condition = field_type(exact(text)).unwrap().only_when.unwrap();
        assert_eq!(at(text, condition.span), "channel is social");
    }

    #[test]
    fn near_misses() {
        let word = |found: &str, write: &str| MisreadKind::WrongWord { found: found.into(), write: write.into() };
        misread(field_type, "boolean", &word("boolean", "yes or no"), Some("yes or no"));
        misread(field_type, "yes/no", &word("yes/no", "yes or no"), Some("yes or no"));
        misread(field_type, "string", &word("string", "text"), Some("text"));
        misread(field_type, "integer", &word("integer", "number"), Some("number"));
        let range = Some("number from -1 to 1");
        let and = MisreadKind::WrongSeparator { found: " and ".into(), write: " to " };
        misread(field_type, "number between -1 and 1", &word("number between", "number from"), range);
        misread(field_type, "number from -1 and 1", &and, range);
        misread(field_type, "number -1 to 1", &word("number", "number from"), range);
        misread(field_type, "number from 1 to -1", &MisreadKind::BetweenBackwards, None);
        let values = Some("one of gold, silver");
        misread(field_type, "gold, silver", &word("", "one of"), values);
        misread(field_type, "gold or silver", &word("", "one of"), values);
        misread(field_type, "either gold, silver", &word("either", "one of"), values);
        let only = Some("text, only when channel is x");
        misread(field_type, "text, only if channel is x", &word("only if", "only when"), only);
        let missing = MisreadKind::MissingPart { wanted: Phrase::Condition };
        misread(field_type, "text, only when", &missing, None);
        let blank = MisreadKind::WrongSeparator { found: " ".into(), write: ", " };
        let only = |text: &str, mended: &str| misread(field_type, text, &blank, Some(mended));
        only("one of a, b only when channel is phone", "one of a, b, only when channel is phone");
        only("number from 0 to 120 only when channel is x, chat", "number from 0 to 120, only when channel is x, chat");
        only("text only if channel is phone", "text, only when channel is phone");
        only("bool only on phone", "yes or no, only when channel is phone");
        let dash = MisreadKind::WrongSeparator { found: "-".into(), write: " to " };
        misread(field_type, "number 0-120", &dash, Some("number from 0 to 120"));
        misread(field_type, "number from -5-120", &dash, Some("number from -5 to 120"));
        misread(field_type, "money", &MisreadKind::Unreadable { wanted: Phrase::FieldType }, None);
    }
}
