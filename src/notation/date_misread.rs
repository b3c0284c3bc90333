//! Near misses of dates and of ranges of dates.

use crate::calendar::Date;
use crate::notation::misread_kind::MisreadKind;
use crate::notation::miss::Miss;

pub(crate) const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

pub(crate) const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// A text of the right form that is no date of the calendar.
pub(crate) fn no_such_date(text: &str) -> Option<Miss> {
    let mut numbers = text.split('-').map(|part| part.parse::<u32>().ok());
    let (year, month, day) = (numbers.next()??, numbers.next()??, numbers.next()??);
    let days_in_month = days_in(year, month);
    let miss = Miss::new(0, text.len(), MisreadKind::NoSuchDate { year, month, day, days_in_month });
    Some(match make(year, day, month) {
        Some(swapped) if days_in_month.is_none() => miss.becomes(swapped),
        _ => miss,
    })
}

pub(crate) fn days_in(year: u32, month: u32) -> Option<u8> {
    let (year, month) = (i16::try_from(year).ok()?, u8::try_from(month).ok()?);
    (1..=31).rev().find(|day| Date::new(year, month, *day).is_some())
}

/// The date as it is written, where there is such a date.
pub(crate) fn make(year: u32, month: u32, day: u32) -> Option<String> {
    let date = Date::new(i16::try_from(year).ok()?, u8::try_from(month).ok()?, u8::try_from(day).ok()?)?;
    Some(date.to_string())
}

/// The near miss of a text that does not read as a date.
pub(crate) fn look(text: &str) -> Option<Miss> {
    if text.len() > 60 {
        return None;
    }
    in_numbers(text).or_else(|| in_words(text))
}

/// `31/12/2026`, `31.12.2026`, `2026/12/01`, `2026-2-9`, `20261201`.
pub(crate) fn in_numbers(text: &str) -> Option<Miss> {
    let compact = text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit());
    let parts: Vec<&str> = if compact {
        [text.get(..4), text.get(4..6), text.get(6..)].into_iter().flatten().collect()
    } else {
        text.split(['/', '.', '-', ' ']).collect()
    };
    let [first, second, third] = parts.as_slice() else { return None };
    let number = |part: &str| -> Option<u32> {
        let fits = (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        part.parse().ok().filter(|_| fits)
    };
    let (one, two, three) = (number(first)?, number(second)?, number(third)?);
    let found = text.to_owned();
    let form = Miss::new(0, text.len(), MisreadKind::DateForm { found: found.clone() });
    let become_or_stay = |whole: Option<String>| match whole {
        Some(whole) => form.clone().becomes(whole),
        None => form.clone(),
    };
    if first.len() == 4 {
        return Some(become_or_stay(make(one, two, three)));
    }
    if third.len() != 4 {
        // A year of two digits is one of this century.
        let short = first.len() <= 2 && second.len() <= 2 && third.len() == 2;
        let miss = short.then(|| in_numbers(&format!("{one}/{two}/20{third}")))??;
        let either = matches!(miss.kind, MisreadKind::DateEitherWay { .. });
        let kind = if either { MisreadKind::DateEitherWay { found } } else { MisreadKind::DateForm { found } };
        return Some(Miss { end: text.len(), kind, ..miss });
    }
    let (day_first, month_first) = (make(three, two, one), make(three, one, two));
    // Where points part the numbers, the day comes first.
    let month_first = month_first.filter(|_| day_first.is_none() || !text.contains('.'));
    Some(match (day_first, month_first) {
        (Some(day_first), Some(month_first)) if day_first != month_first => {
            let kind = MisreadKind::DateEitherWay { found };
            Miss::new(0, text.len(), kind).or_either([day_first, month_first])
        }
        (day_first, month_first) => become_or_stay(day_first.or(month_first)),
    })
}

/// `1 Dec 2026`, `December 1, 2026`, `1st of December`.
fn in_words(text: &str) -> Option<Miss> {
    let (mut month, mut day, mut year) = (None, None, None);
    for word in text.split([' ', ',', '-', '.', '/']).filter(|word| !word.is_empty()) {
        let lower = word.to_ascii_lowercase();
        let digits = lower.trim_end_matches(|found: char| found.is_ascii_alphabetic());
        let ending = lower.get(digits.len()..).unwrap_or("");
        if digits.is_empty() {
            if let Some(at) = MONTHS.iter().position(|name| lower.len() >= 3 && name.starts_with(lower.as_str())) {
                month = month.xor(u32::try_from(at + 1).ok());
            } else if !WEEKDAYS.iter().any(|name| lower.len() >= 3 && name.starts_with(lower.as_str()))
                && !matches!(lower.as_str(), "of" | "the")
            {
                return None;
            }
        } else if digits.len() == 4 && ending.is_empty() {
            year = digits.parse::<u32>().ok();
        } else if digits.len() <= 2 && matches!(ending, "" | "st" | "nd" | "rd" | "th") {
            let number = digits.parse::<u32>().ok();
            match (day, month) {
                (None, _) => day = number,
                // A year of two digits is one of this century.
                (Some(_), Some(_)) if year.is_none() && ending.is_empty() => year = number.map(|year| 2000 + year),
                (Some(_), _) => return None,
            }
        } else {
            return None;
        }
    }
    let (month, day) = (month?, day?);
    let found = text.to_owned();
    let Some(year) = year else {
        return Some(Miss::new(0, text.len(), MisreadKind::DateWithoutYear { found, month, day }));
    };
    let miss = Miss::new(0, text.len(), MisreadKind::DateForm { found });
    Some(match make(year, month, day) {
        Some(whole) => miss.becomes(whole),
        None => {
            let days_in_month = days_in(year, month);
            Miss { kind: MisreadKind::NoSuchDate { year, month, day, days_in_month }, ..miss }
        }
    })
}
