//! Near misses of lengths of time in several parts: `00:06:00` as phone systems report it, `2:30`, `1 h 30 min`, `6m30s`.

use crate::calendar::{Duration, Unit};
use crate::notation::misread_kind::MisreadKind;
use crate::notation::miss::Miss;

/// A length of time in several parts, or as a clock shows it. One that is no time at all is left to others.
pub(crate) fn look(text: &str) -> Option<Miss> {
    let (bare, said) = without_hint(text);
    report(text, bare).or_else(|| clock(text, bare, said)).or_else(|| several_units(text)).or_else(|| apostrophes(text))
}

/// What a clock's figures are of, where it is said after them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Hint {
    HoursMinutes,
    MinutesSeconds,
}

/// `06:30 (mm:ss)`, `1:30 h`: the figures alone, and what they are of.
fn without_hint(text: &str) -> (&str, Option<Hint>) {
    let words = [
        ("hh:mm:ss", None),
        ("h:mm:ss", None),
        ("mm:ss", Some(Hint::MinutesSeconds)),
        ("m:ss", Some(Hint::MinutesSeconds)),
        ("hh:mm", Some(Hint::HoursMinutes)),
        ("h:mm", Some(Hint::HoursMinutes)),
        ("hours", Some(Hint::HoursMinutes)),
        ("hrs", Some(Hint::HoursMinutes)),
        ("h", Some(Hint::HoursMinutes)),
        ("minutes", Some(Hint::MinutesSeconds)),
        ("mins", Some(Hint::MinutesSeconds)),
        ("min", Some(Hint::MinutesSeconds)),
    ];
    if !text.contains(':') {
        return (text, None);
    }
    let lower = text.trim_end_matches([')', ']']);
    let found = words.into_iter().find_map(|(word, hint)| {
        let rest = lower.strip_suffix(word)?.trim_end_matches(['(', '[', ' ']);
        rest.ends_with(|last: char| last.is_ascii_digit()).then_some((rest, hint))
    });
    found.unwrap_or((text, None))
}

/// A number of at most three digits.
fn figure(text: &str) -> Option<u64> {
    let fits = (1..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| fits)
}

/// So many seconds in the largest unit that holds them without a rest.
fn written(seconds: u64) -> Option<String> {
    let (amount, unit) = match seconds {
        0 => return None,
        _ if seconds.is_multiple_of(3600) => (seconds / 3600, Unit::Hour),
        _ if seconds.is_multiple_of(60) => (seconds / 60, Unit::Minute),
        _ => (seconds, Unit::Second),
    };
    Some(Duration::new(u32::try_from(amount).ok()?, unit).to_string())
}

/// `00:06:00`, as phone systems report it: hours, minutes and seconds.
fn report(text: &str, bare: &str) -> Option<Miss> {
    let (bare, fraction) = bare.split_once('.').unwrap_or((bare, "0"));
    let figures: Vec<u64> = bare.split(':').map(figure).collect::<Option<_>>()?;
    let [hours, minutes, seconds] = figures.as_slice() else { return None };
    if *minutes > 59 || *seconds > 59 || !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let whole = written(hours * 3600 + minutes * 60 + seconds)?;
    Some(Miss::new(0, text.len(), MisreadKind::ReportedLength(text.to_owned())).becomes(whole))
}

/// `2:30`: hours and minutes, or minutes and seconds.
fn clock(text: &str, bare: &str, hint: Option<Hint>) -> Option<Miss> {
    let (whole, part) = bare.split_once(':')?;
    let amount = figure(whole)? * 60 + figure(part).filter(|_| part.len() == 2)?;
    let all = |kind| Miss::new(0, text.len(), kind);
    let found = text.to_owned();
    match hint {
        Some(Hint::HoursMinutes) => Some(all(MisreadKind::ReportedLength(found)).becomes(written(amount * 60)?)),
        Some(Hint::MinutesSeconds) => Some(all(MisreadKind::ReportedLength(found)).becomes(written(amount)?)),
        None => Some(all(MisreadKind::ClockLength { found }).or_either([written(amount * 60)?, written(amount)?])),
    }
}

/// `6'30"`, `6'`: minutes and seconds as stop watches show them.
fn apostrophes(text: &str) -> Option<Miss> {
    let (minutes, rest) = text.split_once(['\'', '\u{2019}', '\u{2032}'])?;
    let seconds = rest.trim().trim_end_matches(['"', '\'', '\u{201d}', '\u{2033}']);
    let seconds = if seconds.is_empty() { 0 } else { figure(seconds).filter(|seconds| *seconds < 60)? };
    let whole = written(figure(minutes.trim())? * 60 + seconds)?;
    Some(Miss::new(0, text.len(), MisreadKind::TwoUnits).becomes(whole))
}

/// `1 h 30 min`, also with units in other spellings, also joined by `and`; `1h30`, `6 min 30`.
fn several_units(text: &str) -> Option<Miss> {
    let tight: String = text.replace(" and ", " ").chars().filter(|found| *found != ' ').collect();
    let mut seconds = 0_u64;
    let mut smallest = Unit::Hour;
    let mut count = 0;
    let mut before: Option<Unit> = None;
    let mut rest = tight.as_str();
    while !rest.is_empty() {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let letters = rest.bytes().skip(digits).take_while(u8::is_ascii_alphabetic).count();
        let number = rest.get(..digits).filter(|number| (1..=6).contains(&number.len()))?;
        let amount: u32 = number.parse().ok()?;
        let named = rest.get(digits..digits + letters)?;
        let last = digits + letters == rest.len();
        let unit = part_unit(named, before, last && digits == 2)?;
        if text.contains(" and ") && before.is_some_and(|before| before <= unit) {
            // `2 min and 4 min`: a sum begins with the larger unit.
            return Some(Miss::new(0, text.len(), MisreadKind::TwoLengths { found: text.to_owned() }));
        }
        before = Some(unit);
        if unit > Unit::Hour {
            // A day is no number of hours, nor a month one of days: what one unit could say is the author's to tell.
            return (count > 0 || !last).then(|| Miss::new(0, text.len(), MisreadKind::TwoUnits));
        }
        // `5 m` alone could be months, but not between hours and seconds.
        if named.eq_ignore_ascii_case("m") && count == 0 && last {
            return None;
        }
        seconds += Duration::new(amount, unit).seconds()?;
        // A part of nothing, such as the hours of `0 h 6 min`, asks for no smaller unit.
        smallest = if amount > 0 { smallest.min(unit) } else { smallest };
        count += 1;
        rest = rest.get(digits + letters..)?;
    }
    if count < 2 || seconds == 0 {
        return None;
    }
    let minutes = smallest != Unit::Second && seconds.is_multiple_of(60);
    let (amount, unit) = if minutes { (seconds / 60, Unit::Minute) } else { (seconds, Unit::Second) };
    let whole = Duration::new(u32::try_from(amount).ok()?, unit).to_string();
    Some(Miss::new(0, text.len(), MisreadKind::TwoUnits).becomes(whole))
}

/// The unit of one part; `open_end` where the last two figures may have none.
fn part_unit(named: &str, before: Option<Unit>, open_end: bool) -> Option<Unit> {
    match (named.to_ascii_lowercase().as_str(), before) {
        ("m", None | Some(Unit::Hour)) => Some(Unit::Minute),
        ("", Some(Unit::Hour)) if open_end => Some(Unit::Minute),
        ("", Some(Unit::Minute)) if open_end => Some(Unit::Second),
        (other, _) => unit_of(other),
    }
}

/// The unit that a word stands for, in any spelling that has one meaning.
pub(crate) fn unit_of(text: &str) -> Option<Unit> {
    Some(match text.to_ascii_lowercase().trim_end_matches('.') {
        "s" | "sec" | "secs" | "second" | "seconds" => Unit::Second,
        "min" | "mins" | "minute" | "minutes" => Unit::Minute,
        "h" | "hr" | "hrs" | "hour" | "hours" => Unit::Hour,
        "open hour" | "open hours" | "open h" | "business hour" | "business hours" | "working hour"
        | "working hours" | "office hours" => Unit::OpenHour,
        "clock hour" | "clock hours" | "clock h" => Unit::ClockHour,
        "day" | "days" | "calendar day" | "calendar days" => Unit::Day,
        "working day" | "working days" | "workday" | "workdays" | "work day" | "work days" | "business day"
        | "business days" | "bd" | "bds" | "wd" => Unit::WorkingDay,
        "week" | "weeks" | "wk" | "wks" | "w" => Unit::Week,
        "month" | "months" | "mth" | "mths" | "mo" | "mos" => Unit::Month,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn becomes(text: &str) -> Option<String> {
        look(text).and_then(|miss| miss.rewrite)
    }

    #[test]
    fn reports_of_phone_systems_are_understood() {
        for (text, right) in [
            ("00:06:00", "6 min"),
            ("00:00:45", "45 s"),
            ("01:30:00", "90 min"),
            ("02:00:00", "2 h"),
            ("1:02:03", "3723 s"),
            ("0:06:00", "6 min"),
            ("00:06:00.5", "6 min"),
            ("00:06:00 (hh:mm:ss)", "6 min"),
            ("06:30 (mm:ss)", "390 s"),
            ("6:30 min", "390 s"),
            ("1:30 h", "90 min"),
            ("25:00:00", "25 h"),
        ] {
            assert_eq!(becomes(text).as_deref(), Some(right), "{text}");
        }
        assert_eq!(look("6:00").unwrap().choices, ["6 h", "6 min"]);
        assert_eq!(look("00:45").unwrap().choices, ["45 min", "45 s"]);
        for text in ["00:00:00", "00:00", "00:75:00", "6", "6 min", "5 m", "1:2:3:4", "9:5"] {
            assert_eq!(look(text), None, "{text}");
        }
    }

    #[test]
    fn several_units_become_one() {
        for (text, right) in [
            ("6m 30s", "390 s"),
            ("6m30s", "390 s"),
            ("1h30", "90 min"),
            ("6 min 30", "390 s"),
            ("00h06m00s", "6 min"),
            ("0 h 6 min", "6 min"),
            ("1 hour and 30 minutes", "90 min"),
            ("2 min 30 s", "150 s"),
            ("6'30\"", "390 s"),
        ] {
            assert_eq!(becomes(text).as_deref(), Some(right), "{text}");
        }
        assert_eq!(look("1 day 4 h").unwrap().rewrite, None);
        assert_eq!(look("0 h 0 min"), None);
    }
}
