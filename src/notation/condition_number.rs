//! Near misses of the numbers of a test: other forms, words after them, two where one must stand.

use crate::measure::Decimal;
use crate::notation::duration::DURATION;
use crate::notation::duration_misread::{decimal_comma, plain_number};
use crate::notation::misread_kind::MisreadKind;
use crate::notation::miss::{Miss, splice};
use crate::notation::phrase::Phrase;

/// The first word of a text.
pub(crate) fn first_word(text: &str) -> &str {
    text.split(' ').next().unwrap_or("")
}

/// What stands where a number must.
pub(crate) fn number(whole: &str, start: usize, end: usize) -> Option<Miss> {
    let value = whole.get(start..end)?;
    let first = first_word(value);
    if Decimal::parse(first).is_none() {
        let kind = MisreadKind::NumberForm { found: first.to_owned() };
        if let Some(plain) = plain_number(first).or_else(|| decimal_comma(first)) {
            return Some(Miss::put(whole, start, start + first.len(), kind, &plain));
        }
    }
    let field = whole.get(..start)?.rsplit(" and ").next()?;
    let people = value.get(first.len()..).map(str::trim).filter(|rest| {
        Decimal::parse(first).is_some() && !field.starts_with("waiting ") && rest.chars().all(char::is_alphabetic)
    });
    if let Some(found) = people.filter(|found| !found.is_empty() && !DURATION.reads(value)) {
        // `followers above 10000 people`
        let miss = Miss::new(end - found.len(), end, MisreadKind::ExtraWords { found: found.to_owned() });
        return Some(miss.becomes(splice(whole, start + first.len(), end, "")));
    }
    if let Some(percent) = value.strip_suffix('%').and_then(Decimal::parse).filter(|_| field.starts_with("sentiment "))
    {
        let kind = MisreadKind::NotANumber { found: value.to_owned() };
        let part = Decimal::from_billionths(percent.billionths() / 100);
        return Some(Miss::put(whole, start, end, kind, &part.to_string()));
    }
    if let Some(thousands) = value.strip_suffix(['k', 'K']).filter(|number| number.parse::<u32>().is_ok()) {
        let kind = MisreadKind::NumberForm { found: value.to_owned() };
        return Some(Miss::put(whole, start, end, kind, &format!("{thousands}000")));
    }
    if value.starts_with(|found: char| found.is_ascii_digit())
        && let Some(miss) = DURATION.miss_in(whole, start, end)
        && !matches!(miss.kind, MisreadKind::Unreadable { .. } | MisreadKind::NoUnit { .. })
    {
        return Some(miss);
    }
    Some(Miss::new(start, end, MisreadKind::NotANumber { found: value.to_owned() }))
}

/// `between 1 to 5`, `between 1 - 5`, `between 1, 5`.
pub(crate) fn between(whole: &str, start: usize, end: usize) -> Option<Miss> {
    let value = whole.get(start..end)?;
    if let Some((first, second)) = value.split_once(" and ") {
        let at = start + first.len() + " and ".len();
        if Decimal::parse(first).is_none() {
            return number(whole, start, start + first.len());
        }
        return number(whole, at, at + second.len());
    }
    for found in [" to ", " - ", ", ", "-"] {
        if let Some(at) = value.find(found).filter(|at| *at > 0) {
            let kind = MisreadKind::WrongSeparator { found: found.to_owned(), write: " and " };
            return Some(Miss::put(whole, start + at, start + at + found.len(), kind, " and "));
        }
    }
    Some(Miss::new(start, end, MisreadKind::MissingPart { wanted: Phrase::Count }))
}
