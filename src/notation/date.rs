//! Dates and ranges of dates: `2026-12-01`, `2026-12-24 to 2026-12-27`.

use crate::calendar::Date;
use crate::notation::date_misread::{look, no_such_date};
use crate::notation::dates_misread::{several, stretch};
use crate::notation::grammar::{Found, Rule, parse};
use crate::notation::misread::Misread;
use crate::notation::misread_kind::MisreadKind;
use crate::notation::miss::Miss;
use crate::notation::phrase::Phrase;
use crate::notation::reader::{Attempt, Fault, Reader};
use crate::source::{Excerpt, Spanned};

pub(crate) const DATE: Reader<'static, Spanned<Date>> =
    Reader { wanted: Phrase::Date, parse: &parse_date, look: &|text| several(text).or_else(|| look(text)) };

pub(crate) const DATE_RANGE: Reader<'static, (Date, Date)> =
    Reader { wanted: Phrase::DateRange, parse: &parse_range, look: &look_range };

/// Reads `2026-12-01`.
///
/// # Errors
/// Says what is wrong with any other text; swapped parts are put right where only one reading is a date.
pub fn date(excerpt: Excerpt<'_>) -> Result<Spanned<Date>, Misread> {
    DATE.read(excerpt)
}

/// Reads `2026-12-24 to 2026-12-27`: the first and the last day, both included.
///
/// # Errors
/// Says what is wrong with any other text, and where the end comes before the start.
pub fn date_range(excerpt: Excerpt<'_>) -> Result<(Date, Date), Misread> {
    DATE_RANGE.read(excerpt)
}

fn parse_date(excerpt: Excerpt<'_>) -> Attempt<Spanned<Date>> {
    build_date(&parse(Rule::date_phrase, excerpt)?.need(Rule::date)?)
}

fn parse_range(excerpt: Excerpt<'_>) -> Attempt<(Date, Date)> {
    build_range(&parse(Rule::date_range_phrase, excerpt)?.need(Rule::date_range)?)
}

/// The date that the rule `date` matched.
pub(crate) fn build_date(found: &Found<'_>) -> Attempt<Spanned<Date>> {
    match Date::parse(found.text()) {
        Some(date) => Ok(found.with(date)),
        None => Err(no_such_date(found.text()).map_or(Fault::Stuck(found.start()), |miss| {
            let (start, whole) = (found.start(), found.whole());
            miss.within(whole, start, found.end()).into()
        })),
    }
}

/// The range that the rule `date_range` matched.
pub(crate) fn build_range(found: &Found<'_>) -> Attempt<(Date, Date)> {
    let mut dates = found.all(Rule::date);
    let mut next = || dates.next().ok_or(Fault::Stuck(found.start())).and_then(|date| build_date(&date));
    let (from, to) = (next()?.value, next()?.value);
    if from > to {
        return Err(Miss::new(found.start(), found.end(), MisreadKind::RangeBackwards { from, to }).into());
    }
    Ok((from, to))
}

/// What people write between the two dates of a range.
const BETWEEN: [&str; 8] = [" - ", " until ", " till ", " through ", " and ", "..", "/", "-"];

/// The near miss of a text that does not read as a range of dates.
fn look_range(text: &str) -> Option<Miss> {
    if text.len() > 100 {
        return None;
    }
    if let Some(miss) = stretch(text) {
        return Some(miss);
    }
    for word in ["from", "between"] {
        if let Some(rest) = text.strip_prefix(word).and_then(|rest| rest.strip_prefix(' ')) {
            let kind = MisreadKind::ExtraWords { found: word.to_owned() };
            return Some(Miss::new(0, word.len(), kind).becomes(rest));
        }
    }
    if let Some((first, _)) = text.split_once(" to ") {
        return DATE
            .miss_in(text, 0, first.len())
            .or_else(|| DATE.miss_in(text, first.len() + " to ".len(), text.len()))
            .filter(|miss| !matches!(miss.kind, MisreadKind::Unreadable { .. }));
    }
    for found in BETWEEN {
        for (at, _) in text.match_indices(found) {
            let (first, second) = (text.get(..at)?, text.get(at + found.len()..)?);
            if DATE.reads(first) && (DATE.reads(second) || look(second).is_some()) {
                let kind = MisreadKind::WrongSeparator { found: found.to_owned(), write: " to " };
                return Some(Miss::put(text, at, at + found.len(), kind, " to "));
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notation::checks::{exact, misread, read_all};

    #[test]
    fn right_forms_print_as_they_were_written() {
        read_all(date, &["2026-12-01", "2028-02-29", "0001-01-01", "9999-12-31"]);
        let (from, to) = date_range(exact("2026-12-24 to 2026-12-27")).unwrap();
        assert_eq!((from.to_string().as_str(), to.to_string().as_str()), ("2026-12-24", "2026-12-27"));
    }

    #[test]
    fn near_misses() {
        let form = |found: &str| MisreadKind::DateForm { found: found.into() };
        let none = |year, month, day, days_in_month| MisreadKind::NoSuchDate { year, month, day, days_in_month };
        let cases: Vec<(&str, MisreadKind, Option<&str>)> = vec![
            ("2026-31-02", none(2026, 31, 2, None), None),
            ("2026-25-12", none(2026, 25, 12, None), Some("2026-12-25")),
            ("2026-02-30", none(2026, 2, 30, Some(28)), None),
            ("2026-04-31", none(2026, 4, 31, Some(30)), None),
            ("31/12/2026", form("31/12/2026"), Some("2026-12-31")),
            ("12/31/2026", form("12/31/2026"), Some("2026-12-31")),
            ("31.12.2026", form("31.12.2026"), Some("2026-12-31")),
            ("1 Dec 2026", form("1 Dec 2026"), Some("2026-12-01")),
            ("1st of December 2026", form("1st of December 2026"), Some("2026-12-01")),
            ("December 1, 2026", form("December 1, 2026"), Some("2026-12-01")),
            ("Tuesday 1 December 2026", form("Tuesday 1 December 2026"), Some("2026-12-01")),
            ("2026/12/01", form("2026/12/01"), Some("2026-12-01")),
            ("2026-2-9", form("2026-2-9"), Some("2026-02-09")),
            ("20261201", form("20261201"), Some("2026-12-01")),
            ("04/04/2026", form("04/04/2026"), Some("2026-04-04")),
            ("01/02/2026", MisreadKind::DateEitherWay { found: "01/02/2026".into() }, None),
            ("31/12/26", form("31/12/26"), Some("2026-12-31")),
            ("01/02/26", MisreadKind::DateEitherWay { found: "01/02/26".into() }, None),
            ("31 Feb 2026", none(2026, 2, 31, Some(28)), None),
            ("2026-12-24 to 2026-12-26", MisreadKind::SeveralDates { found: "2026-12-24 to 2026-12-26".into() }, None),
            ("25 December", MisreadKind::DateWithoutYear { found: "25 December".into(), month: 12, day: 25 }, None),
            ("Dec 25", MisreadKind::DateWithoutYear { found: "Dec 25".into(), month: 12, day: 25 }, None),
            ("tomorrow", MisreadKind::Unreadable { wanted: Phrase::Date }, None),
            (
                "2026\u{2011}12\u{2011}01",
                MisreadKind::OddCharacter { found: '\u{2011}', write: "-" },
                Some("2026-12-01"),
            ),
        ];
        for (text, kind, suggestion) in cases {
            misread(date, text, &kind, suggestion);
        }
        assert_eq!(date(exact("01/02/2026")).unwrap_err().choices, ["2026-02-01", "2026-01-02"]);
    }

    #[test]
    fn near_misses_of_ranges() {
        let right = Some("2026-12-24 to 2026-12-27");
        let separator = |found: &str| MisreadKind::WrongSeparator { found: found.into(), write: " to " };
        misread(date_range, "2026-12-24 - 2026-12-27", &separator(" - "), right);
        misread(date_range, "2026-12-24-2026-12-27", &separator("-"), right);
        misread(date_range, "2026-12-24 until 2026-12-27", &separator(" until "), right);
        misread(date_range, "2026-12-24/2026-12-27", &separator("/"), right);
        misread(date_range, "from 2026-12-24 to 2026-12-27", &MisreadKind::ExtraWords { found: "from".into() }, right);
        let form = MisreadKind::DatesForm("24/12/2026 to 2026-12-27".into());
        misread(date_range, "24/12/2026 to 2026-12-27", &form, right);
        let date = |text| Date::parse(text).unwrap();
        let backwards = MisreadKind::RangeBackwards { from: date("2026-12-27"), to: date("2026-12-24") };
        misread(date_range, "2026-12-27 to 2026-12-24", &backwards, None);
        misread(date_range, "2026-12-27", &MisreadKind::Unreadable { wanted: Phrase::DateRange }, None);
    }
}
