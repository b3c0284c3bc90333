//! Lengths of time: `45 min`, `2 working days`; as a value or at the end of a key.

use crate::calendar::{Duration, Unit};
use crate::notation::duration_misread::look;
use crate::notation::grammar::{Found, Rule, parse};
use crate::notation::misread::Misread;
use crate::notation::misread_kind::MisreadKind;
use crate::notation::miss::Miss;
use crate::notation::phrase::Phrase;
use crate::notation::reader::{Attempt, Reader};
use crate::source::{Excerpt, Spanned};

pub(crate) const DURATION: Reader<'static, Spanned<Duration>> =
    Reader { wanted: Phrase::Duration, parse: &parse_duration, look: &look };

/// Reads `45 min`. A length of time is a whole number of one unit and at least 1.
///
/// # Errors
/// Says what is wrong with any other text.
pub fn duration(excerpt: Excerpt<'_>) -> Result<Spanned<Duration>, Misread> {
    DURATION.read(excerpt)
}

/// Reads the length of time at the end of a key such as `then after 20 min`, given what stands before it. `None`
/// where the key begins otherwise. A suggestion is the whole key.
pub fn after_prefix(key: Excerpt<'_>, prefix: &str) -> Option<Result<Spanned<Duration>, Misread>> {
    key.text.strip_prefix(prefix)?;
    let rest = key.piece(prefix.len(), key.text.len());
    let whole = |text: String| [prefix, &text].concat();
    Some(duration(rest).map_err(|misread| Misread {
        suggestion: misread.suggestion.map(whole),
        choices: misread.choices.into_iter().map(whole).collect(),
        ..misread
    }))
}

fn parse_duration(excerpt: Excerpt<'_>) -> Attempt<Spanned<Duration>> {
    let phrase = parse(Rule::duration_phrase, excerpt)?;
    build_duration(&phrase.need(Rule::duration)?)
}

/// The length of time that the rule `duration` matched.
pub(crate) fn build_duration(found: &Found<'_>) -> Attempt<Spanned<Duration>> {
    let (amount, unit) = found.text().split_once(' ').unwrap_or((found.text(), ""));
    let Some(unit) = unit_as_written(unit) else {
        let kind = MisreadKind::UnknownUnit { found: unit.to_owned() };
        return Err(Miss::new(found.start(), found.end(), kind).into());
    };
    let amount = build_amount(amount, found.start())?;
    Ok(found.with(Duration::new(amount, unit)))
}

/// A whole number of at most nine digits; `start` is where it stands.
pub(crate) fn build_amount(digits: &str, start: usize) -> Attempt<u32> {
    let amount = if digits.len() > 9 { None } else { digits.parse().ok() };
    amount.ok_or_else(|| {
        let kind = MisreadKind::NumberTooLarge { found: digits.to_owned() };
        Miss::new(start, start + digits.len(), kind).into()
    })
}

/// The unit in its right spelling, for one or for many.
pub(crate) fn unit_as_written(text: &str) -> Option<Unit> {
    Unit::ALL.into_iter().find(|unit| unit.written(2) == text || unit.written(1) == text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notation::checks::{exact, misread, read_all};

    #[test]
    fn right_forms_print_as_they_were_written() {
        read_all(
            duration,
            &[
                "20 s",
                "1 s",
                "45 min",
                "4 h",
                "1 open hour",
                "4 open hours",
                "4 clock hours",
                "1 day",
                "15 days",
                "1 working day",
                "2 working days",
                "1 week",
                "8 weeks",
                "1 month",
                "24 months",
                "999999999 s",
            ],
        );
    }

    #[test]
    fn keys_with_a_length_of_time_at_the_end() {
        let key = exact("then after 20 min");
        let read = after_prefix(key, "then after ").unwrap().unwrap();
        assert_eq!(read.value, Duration::new(20, Unit::Minute));
        assert_eq!(read.span.range(), 11..17);
        let wrong = after_prefix(exact("then after 20min"), "then after ").unwrap().unwrap_err();
        assert_eq!(wrong.suggestion.as_deref(), Some("then after 20 min"));
        assert_eq!(wrong.span.range(), 11..16);
        assert!(after_prefix(exact("then 20 min"), "then after ").is_none());
    }

    #[test]
    fn near_misses() {
        let number = |text: &str| text.to_owned();
        let form = |found: &str, unit| MisreadKind::UnitForm { found: found.into(), unit };
        let cases: Vec<(&str, MisreadKind, Option<&str>)> = vec![
            ("30", MisreadKind::NoUnit { number: number("30") }, None),
            ("5 m", MisreadKind::AmbiguousUnit { number: number("5"), found: "m".into() }, None),
            ("1d", MisreadKind::AmbiguousUnit { number: number("1"), found: "d".into() }, None),
            ("5 mins", form("mins", Unit::Minute), Some("5 min")),
            ("5 minutes", form("minutes", Unit::Minute), Some("5 min")),
            ("4 hours", form("hours", Unit::Hour), Some("4 h")),
            ("1 hour", form("hour", Unit::Hour), Some("1 h")),
            ("20 sec", form("sec", Unit::Second), Some("20 s")),
            ("3 hrs", form("hrs", Unit::Hour), Some("3 h")),
            ("20S", form("S", Unit::Second), Some("20 s")),
            ("1 days", form("days", Unit::Day), Some("1 day")),
            ("2 day", form("day", Unit::Day), Some("2 days")),
            ("2 years", MisreadKind::UnknownUnit { found: "years".into() }, Some("24 months")),
            ("3 fortnights", MisreadKind::UnknownUnit { found: "fortnights".into() }, Some("6 weeks")),
            ("about 5 min", MisreadKind::ExtraWords { found: "about".into() }, Some("5 min")),
            ("20 s or less", MisreadKind::ExtraWords { found: "or less".into() }, Some("20 s")),
            ("1 day 4 h", MisreadKind::TwoUnits, None),
            ("1.3333 h", MisreadKind::FractionOfUnit { number: number("1.3333"), unit: Unit::Hour }, None),
            ("20s", MisreadKind::NoBlankBeforeUnit { number: number("20"), unit: "s".into() }, Some("20 s")),
            ("1.5 h", MisreadKind::FractionOfUnit { number: number("1.5"), unit: Unit::Hour }, Some("90 min")),
            ("2.5 days", MisreadKind::FractionOfUnit { number: number("2.5"), unit: Unit::Day }, None),
            ("5 rings", MisreadKind::Rings { number: number("5") }, None),
            ("2 business days", MisreadKind::BusinessDays { number: number("2") }, Some("2 working days")),
            ("1 bd", MisreadKind::BusinessDays { number: number("1") }, Some("1 working day")),
            ("PT4H", MisreadKind::IsoDuration, Some("4 h")),
            ("P1D", MisreadKind::IsoDuration, Some("1 day")),
            ("PT1H30M", MisreadKind::IsoDuration, Some("90 min")),
            ("0 min", MisreadKind::ZeroDuration, None),
            ("0", MisreadKind::ZeroDuration, None),
            ("1 h 30 min", MisreadKind::TwoUnits, Some("90 min")),
            ("2 min and 4 min", MisreadKind::TwoLengths { found: "2 min and 4 min".into() }, None),
            ("1 hour and 30 minutes", MisreadKind::TwoUnits, Some("90 min")),
            ("05 min", MisreadKind::NumberForm { found: "05".into() }, Some("5 min")),
            ("1,000 s", MisreadKind::NumberForm { found: "1,000".into() }, Some("1000 s")),
            ("an hour", MisreadKind::WrongWord { found: "an".into(), write: "1".into() }, Some("1 h")),
            (
                "two working days",
                MisreadKind::WrongWord { found: "two".into(), write: "2".into() },
                Some("2 working days"),
            ),
            ("3 moons", MisreadKind::UnknownUnit { found: "moons".into() }, None),
            ("5000000000 s", MisreadKind::NumberTooLarge { found: "5000000000".into() }, None),
            ("soon", MisreadKind::Unreadable { wanted: Phrase::Duration }, None),
            ("", MisreadKind::Empty { wanted: Phrase::Duration }, None),
            ("20\u{a0}s", MisreadKind::OddCharacter { found: '\u{a0}', write: " " }, Some("20 s")),
        ];
        for (text, kind, suggestion) in cases {
            misread(duration, text, &kind, suggestion);
        }
    }

    #[test]
    fn where_two_readings_are_honest_both_are_offered() {
        let choices = |text: &str| duration(exact(text)).unwrap_err().choices;
        assert_eq!(choices("30"), ["30 s", "30 min"]);
        assert_eq!(choices("5 m"), ["5 min", "5 months"]);
        assert_eq!(choices("1d"), ["1 day", "1 working day"]);
    }
}
