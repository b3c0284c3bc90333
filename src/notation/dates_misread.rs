//! Near misses of several dates: `24-26 December 2026`, `24.12.-26.12.2026`, `24, 25 and 26 December 2026`.

use crate::calendar::Date;
use crate::notation::date_misread::{MONTHS, WEEKDAYS, days_in, in_numbers, make};
use crate::notation::misread_kind::MisreadKind;
use crate::notation::miss::Miss;

/// The longest text in which several dates are sought, in bytes.
const LONGEST: usize = 100;

/// What people write between the first and the last day, the plainest first.
const JOINTS: [&str; 13] =
    [" to ", " until ", " till ", " through ", " thru ", " up to ", " - ", "..", " \u{2013} ", " -", "- ", "-", "/"];

/// A date as far as one piece of a text says it.
#[derive(Debug, Clone, Copy)]
struct Part {
    year: Option<u32>,
    month: Option<u32>,
    day: u32,
    /// Whether the day stands before the month, where figures alone leave it open.
    day_first: Option<bool>,
}

/// Years, months and days of the first and the last date.
type Ends = [(Option<u32>, u32, u32); 2];

/// A stretch of dates of which at least one end is not written as the language writes it.
pub(crate) fn stretch(text: &str) -> Option<Miss> {
    if text.len() > LONGEST || in_numbers(text).is_some() {
        return None;
    }
    let lower = text.to_ascii_lowercase();
    let between = lower.strip_prefix("between ");
    let bare = between.or_else(|| lower.strip_prefix("from ")).unwrap_or(&lower);
    let joints = JOINTS.into_iter().chain(between.map(|_| " and "));
    let ends = joints.flat_map(|joint| bare.match_indices(joint)).find_map(|(at, joint)| {
        let (first, last) = (bare.get(..at)?.trim(), bare.get(at + joint.len()..)?.trim());
        let plain = Date::parse(first).is_some() && Date::parse(last).is_some();
        let found = if plain { Vec::new() } else { readings(first, last) };
        (!found.is_empty()).then_some(found)
    })?;
    Some(told(text, &ends))
}

/// Several dates where one date belongs.
pub(crate) fn several(text: &str) -> Option<Miss> {
    let plain = || {
        let (first, last) = text.split_once(" to ")?;
        Date::parse(first).zip(Date::parse(last))
    };
    let several = plain().is_some() || stretch(text).is_some() || listed(text).is_some();
    several.then(|| Miss::new(0, text.len(), MisreadKind::SeveralDates { found: text.to_owned() }))
}

/// What is said of a stretch that reads in these ways.
fn told(text: &str, ends: &[Ends]) -> Miss {
    let found = text.to_owned();
    let all = |kind| Miss::new(0, text.len(), kind);
    let written = |ends: &Ends| {
        let [from, to] = ends.map(|(year, month, day)| make(year?, month, day));
        Some(format!("{} to {}", from?, to?))
    };
    if let [[from, to]] = ends
        && let (Some(first), Some(last)) = (date(*from), date(*to))
        && first > last
    {
        return all(MisreadKind::RangeBackwards { from: first, to: last }).becomes(format!("{last} to {first}"));
    }
    let mut texts: Vec<String> = ends.iter().filter_map(written).collect();
    texts.dedup();
    if texts.len() > 1 {
        return all(MisreadKind::DatesEitherWay(found)).or_either(texts.into_iter().take(2));
    }
    if let Some(text) = texts.pop() {
        return all(MisreadKind::DatesForm(found)).becomes(text);
    }
    for (year, month, day) in ends.iter().flatten() {
        if let Some(year) = year
            && make(*year, *month, *day).is_none()
        {
            let days_in_month = days_in(*year, *month);
            return all(MisreadKind::NoSuchDate { year: *year, month: *month, day: *day, days_in_month });
        }
    }
    let example = ends.first().map(|[from, to]| {
        // Where the months run over the end of a year, the next one has begun.
        let next = if from.1 > to.1 { 2027 } else { 2026 };
        format!("2026-{:02}-{:02} to {next}-{:02}-{:02}", from.1, from.2, to.1, to.2)
    });
    all(MisreadKind::DatesWithoutYear { found, example: example.unwrap_or_default() })
}

/// The date, where its year is known and the calendar has it.
fn date((year, month, day): (Option<u32>, u32, u32)) -> Option<Date> {
    Date::parse(&make(year?, month, day)?)
}

/// In how many ways two pieces are the ends of a stretch; the day before the month first.
fn readings(first: &str, last: &str) -> Vec<Ends> {
    let mut found = Vec::new();
    for from in parts(first) {
        for to in parts(last) {
            let clash = from.day_first.zip(to.day_first).is_some_and(|(one, other)| one != other);
            if let Some(ends) = ends(from, to).filter(|_| !clash) {
                found.push(ends);
            }
        }
    }
    // Where one way is in the calendar, another that is not cannot be meant.
    let exists = |ends: &Ends| ends.iter().all(|(year, month, day)| make(year.unwrap_or(2028), *month, *day).is_some());
    if found.iter().any(exists) {
        found.retain(exists);
    }
    found
}

/// Each end takes from the other what it does not say itself.
fn ends(from: Part, to: Part) -> Option<Ends> {
    let (first, last) = (from.month.or(to.month)?, to.month.or(from.month)?);
    let turn = u32::from(first > last);
    let year = from.year.or_else(|| to.year.map(|year| year - turn.min(year)));
    let end = to.year.or_else(|| from.year.map(|year| year + turn));
    Some([(year, first, from.day), (end, last, to.day)])
}

/// Several days with commas or `and` between them, of which the last or the first says month and year.
pub(crate) fn listed(text: &str) -> Option<Miss> {
    if text.len() > LONGEST {
        return None;
    }
    let lower = text.to_ascii_lowercase().replace(" and ", ", ").replace(" & ", ", ");
    let mut pieces: Vec<&str> = lower.split(", ").map(str::trim).collect();
    let is_year = |piece: &&str| piece.len() == 4 && piece.bytes().all(|byte| byte.is_ascii_digit());
    let mut year = pieces.last().filter(|piece| is_year(piece)).and_then(|year| year.parse::<u32>().ok());
    if year.is_some() {
        pieces.pop();
    }
    let days: Vec<Part> = pieces.iter().map(|piece| only(parts(piece))).collect::<Option<_>>()?;
    if days.len() < 2 || days.iter().all(|day| day.month.is_some() && day.year.is_some()) {
        return None;
    }
    let mut month = days.iter().find_map(|day| day.month);
    let mut dates = Vec::new();
    for day in days.iter().rev() {
        let before = month;
        month = day.month.or(month);
        year =
            day.year.or_else(|| year.map(|year| year.saturating_sub(u32::from(month > before && !dates.is_empty()))));
        dates.push(make(year?, month?, day.day)?);
    }
    dates.reverse();
    Some(Miss::new(0, text.len(), MisreadKind::DatesForm(text.to_owned())).becomes(dates.join(", ")))
}

/// The one of several, where there is only one.
fn only(parts: Vec<Part>) -> Option<Part> {
    let [part] = parts.as_slice() else { return None };
    Some(*part)
}

/// What a piece says of a date, in each way in which it can be read.
fn parts(piece: &str) -> Vec<Part> {
    let figures = in_figures(piece);
    if figures.is_empty() { in_words(piece).into_iter().collect() } else { figures }
}

/// `24`, `24.`, `24.12.`, `12/24`, `24/12/2026`, `2026-12-24`.
fn in_figures(piece: &str) -> Vec<Part> {
    let Some(sign) = ['/', '.', '-'].into_iter().find(|sign| piece.contains(*sign)).or(Some('.')) else {
        return Vec::new();
    };
    let texts: Vec<&str> = piece.trim_end_matches('.').split(sign).collect();
    let number = |text: &str| {
        let fits = matches!(text.len(), 1 | 2 | 4) && text.bytes().all(|byte| byte.is_ascii_digit());
        text.parse::<u32>().ok().filter(|_| fits)
    };
    let Some(numbers) = texts.iter().map(|text| number(text)).collect::<Option<Vec<u32>>>() else {
        return Vec::new();
    };
    let is_year = |at: usize| texts.get(at).is_some_and(|text| text.len() == 4);
    let (first, second, year) = match numbers.as_slice() {
        [day] if !is_year(0) => return fits(Part { year: None, month: None, day: *day, day_first: None }),
        [first, second] if !is_year(0) && !is_year(1) => (*first, *second, None),
        [year, month, day] if is_year(0) && !is_year(1) && !is_year(2) => {
            return fits(Part { year: Some(*year), month: Some(*month), day: *day, day_first: None });
        }
        [first, second, year] if is_year(2) && !is_year(0) && !is_year(1) => (*first, *second, Some(*year)),
        [first, second, year] if !is_year(0) && !is_year(1) => (*first, *second, Some(2000 + *year)),
        _ => return Vec::new(),
    };
    let mut found = fits(Part { year, month: Some(second), day: first, day_first: Some(true) });
    // Where points part the numbers, the day comes first.
    if sign != '.' || found.is_empty() {
        found.extend(fits(Part { year, month: Some(first), day: second, day_first: Some(false) }));
    }
    found
}

/// The part, where such a day and month can be.
fn fits(part: Part) -> Vec<Part> {
    let month = part.month.is_none_or(|month| (1..=12).contains(&month));
    if month && (1..=31).contains(&part.day) { vec![part] } else { Vec::new() }
}

/// `24th`, `Thu 24 December`, `December 24, 2026`, `24 Dec 26`.
fn in_words(piece: &str) -> Option<Part> {
    let (mut year, mut month, mut day) = (None, None, None);
    for word in piece.split([' ', ',', '-', '.']).filter(|word| !word.is_empty()) {
        let digits = word.trim_end_matches(|found: char| found.is_ascii_alphabetic());
        let ending = word.get(digits.len()..)?;
        let named = |names: &[&str]| names.iter().position(|name| word.len() >= 3 && name.starts_with(word));
        let number = digits.parse::<u32>().ok();
        match (digits.len(), number) {
            (0, _) => match named(&MONTHS) {
                Some(at) if month.is_none() => month = u32::try_from(at + 1).ok(),
                Some(_) => return None,
                None if named(&WEEKDAYS).is_some() || matches!(word, "of" | "the") => {}
                None => return None,
            },
            (4, Some(number)) if ending.is_empty() && year.is_none() => year = Some(number),
            (1 | 2, Some(number)) if matches!(ending, "" | "st" | "nd" | "rd" | "th") && day.is_none() => {
                day = Some(number);
            }
            (2, Some(number)) if ending.is_empty() && month.is_some() && year.is_none() => year = Some(2000 + number),
            (_, _) => return None,
        }
    }
    only(fits(Part { year, month, day: day?, day_first: None }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn becomes(text: &str) -> Option<String> {
        stretch(text).and_then(|miss| miss.rewrite)
    }

    #[test]
    fn no_day_of_a_stretch_is_lost() {
        for text in [
            "24-26 December 2026",
            "24.-26.12.2026",
            "24.12.-26.12.2026",
            "24.12.2026-26.12.2026",
            "24/12-26/12/2026",
            "24/12/2026 - 26/12/2026",
            "12/24-12/26/2026",
            "24-26/12/2026",
            "24-26.12.26",
            "Dec 24-26, 2026",
            "December 24 to 26, 2026",
            "December 24-26 2026",
            "24 December to 26 December 2026",
            "from 24 to 26 December 2026",
            "between 24 and 26 December 2026",
            "24th-26th December 2026",
            "Thu 24 - Sat 26 Dec 2026",
            "24th of December until 26th of December 2026",
            "2026-12-24..26",
            "2026-12-24-26",
            "2026-12-24 to 26",
            "24-Dec-2026 to 26-Dec-2026",
            "24-26 December 26",
            "2026/12/24-2026/12/26",
        ] {
            assert_eq!(becomes(text).as_deref(), Some("2026-12-24 to 2026-12-26"), "{text}");
        }
        assert_eq!(becomes("24 Dec - 2 Jan 2027").as_deref(), Some("2026-12-24 to 2027-01-02"));
        assert_eq!(becomes("24 Dec 2026 - 2 Jan").as_deref(), Some("2026-12-24 to 2027-01-02"));
        for text in ["24-12-2026", "01/02/2026", "2026-12-24 - 2026-12-26", "24 December 2026", "Dec 24", "9-5", "x-y"]
        {
            assert_eq!(stretch(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_not_sure_is_asked() {
        let either = stretch("1/2-3/2/2026").unwrap();
        assert_eq!(either.choices, ["2026-02-01 to 2026-02-03", "2026-01-02 to 2026-03-02"]);
        let no_year = stretch("Dec 24-26").unwrap();
        let example = "2026-12-24 to 2026-12-26".to_owned();
        assert_eq!(no_year.kind, MisreadKind::DatesWithoutYear { found: "Dec 24-26".into(), example });
        let gone = stretch("29-31 November 2026").unwrap();
        assert_eq!(becomes("26-24 December 2026").as_deref(), Some("2026-12-24 to 2026-12-26"));
        assert_eq!(gone.kind, MisreadKind::NoSuchDate { year: 2026, month: 11, day: 31, days_in_month: Some(30) });
    }

    #[test]
    fn days_one_by_one_stay_so() {
        let becomes = |text: &str| listed(text).and_then(|miss| miss.rewrite);
        assert_eq!(becomes("24 and 26 December 2026").as_deref(), Some("2026-12-24, 2026-12-26"));
        assert_eq!(becomes("24, 25 and 26 December 2026").as_deref(), Some("2026-12-24, 2026-12-25, 2026-12-26"));
        assert_eq!(becomes("December 24 and 26, 2026").as_deref(), Some("2026-12-24, 2026-12-26"));
        assert_eq!(becomes("25 December and 1 January 2027").as_deref(), Some("2026-12-25, 2027-01-01"));
        assert_eq!(becomes("24 and 26 December"), None);
        assert_eq!(becomes("24 December 2026"), None);
    }
}
