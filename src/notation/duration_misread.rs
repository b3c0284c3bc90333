//! Near misses of lengths of time.

use crate::calendar::{Duration, Unit};
use crate::measure::Decimal;
use crate::notation::duration_parts::{self, unit_of};
use crate::notation::misread_kind::MisreadKind;
use crate::notation::miss::Miss;

/// Small numbers that people write as words.
const NUMBER_WORDS: [(&str, &str); 15] = [
    ("a", "1"),
    ("an", "1"),
    ("one", "1"),
    ("two", "2"),
    ("three", "3"),
    ("four", "4"),
    ("five", "5"),
    ("six", "6"),
    ("seven", "7"),
    ("eight", "8"),
    ("nine", "9"),
    ("ten", "10"),
    ("twelve", "12"),
    ("fifteen", "15"),
    ("twenty", "20"),
];

/// The near miss of a text that does not read as a length of time.
pub(crate) fn look(text: &str) -> Option<Miss> {
    if text.starts_with('P') {
        let whole = iso(text)?.to_string();
        return Some(Miss::new(0, text.len(), MisreadKind::IsoDuration).becomes(whole));
    }
    let digits = text.bytes().take_while(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b',' | b'_')).count();
    let (number, rest) = text.split_at_checked(digits)?;
    if number.is_empty() {
        return leading(text).or_else(|| number_word(text));
    }
    if !number.ends_with(|last: char| last.is_ascii_digit()) {
        return None;
    }
    let unit = rest.trim();
    let is_range = matches!(rest.trim_start().get(..1), Some("-"));
    if let Some(miss) = duration_parts::look(text).filter(|_| !is_range) {
        return Some(miss);
    }
    if number.bytes().all(|byte| byte == b'0') {
        return Some(Miss::new(0, text.len(), MisreadKind::ZeroDuration));
    }
    if unit.is_empty() {
        let miss = Miss::new(0, digits, MisreadKind::NoUnit { number: number.to_owned() });
        return Some(miss.or_either([format!("{number} s"), format!("{number} min")]));
    }
    if let Some(miss) = odd_number(text, number, unit) {
        return Some(miss);
    }
    range(text, number, rest).or_else(|| trailing(text, digits)).or_else(|| wrong_unit(text, number, rest, unit))
}

/// `10-15 min`, `10 to 15 min`: somebody has to say which.
fn range(text: &str, number: &str, rest: &str) -> Option<Miss> {
    let after = rest.trim_start();
    let joint = ["-", "to ", "or "].into_iter().find(|joint| after.starts_with(joint))?;
    let upper = after.get(joint.len()..)?.trim_start();
    let digits = upper.bytes().take_while(u8::is_ascii_digit).count();
    let (upper_number, unit) = upper.split_at_checked(digits)?;
    if upper_number.is_empty() || unit_of(unit.trim()).is_none() {
        return None;
    }
    let kind = MisreadKind::TwoNumbers { found: text.to_owned() };
    Some(Miss::new(0, text.len(), kind).or_either([number, upper_number].map(|number| format!("{number}{unit}"))))
}

/// `about 5 min`, `up to 5 min`: words before the length of time that it does not need.
fn leading(text: &str) -> Option<Miss> {
    let lower = text.to_ascii_lowercase();
    let words = [
        "about ",
        "around ",
        "approximately ",
        "approx. ",
        "approx ",
        "ca. ",
        "up to ",
        "at most ",
        "less than ",
        "under ",
        "max. ",
        "max ",
        "maximum ",
        "within ",
        "a maximum of ",
    ];
    let lead = words.into_iter().find(|lead| lower.starts_with(lead))?;
    let rest = text.get(lead.len()..).filter(|rest| rest.starts_with(|first: char| first.is_ascii_digit()))?;
    let found = text.get(..lead.len())?.trim_end().to_owned();
    Some(Miss::new(0, found.len(), MisreadKind::ExtraWords { found }).becomes(rest))
}

/// `two working days`, `an hour`, `half an hour`.
fn number_word(text: &str) -> Option<Miss> {
    let put = |found: &str, write: &str| {
        let kind = MisreadKind::WrongWord { found: found.to_owned(), write: write.to_owned() };
        Miss::put(text, 0, found.len(), kind, write)
    };
    for half in ["half an hour", "half hour"] {
        if text.eq_ignore_ascii_case(half) {
            return Some(put(text, "30 min"));
        }
    }
    let (word, rest) = text.split_once(' ')?;
    let known_unit = unit_of(rest.trim()).is_some() || matches!(rest.trim(), "m" | "d");
    let (_, digits) = NUMBER_WORDS.into_iter().find(|(spoken, _)| word.eq_ignore_ascii_case(spoken))?;
    known_unit.then(|| put(word, digits))
}

/// `5 min max`, `20 s or less`: words after the length of time that it does not need.
fn trailing(text: &str, digits: usize) -> Option<Miss> {
    for words in [" or less", " or fewer", " at most", " at the most", " maximum", " max", " only"] {
        let Some(kept) = text.strip_suffix(words).filter(|kept| kept.len() > digits) else { continue };
        let found = words.trim_start().to_owned();
        return Some(Miss::new(text.len() - found.len(), text.len(), MisreadKind::ExtraWords { found }).becomes(kept));
    }
    None
}

/// A small number that is written as a word.
pub(crate) fn number_in_words(text: &str) -> Option<&'static str> {
    let found = NUMBER_WORDS.into_iter().find(|(spoken, _)| text.eq_ignore_ascii_case(spoken));
    found.map(|(_, digits)| digits).filter(|_| text.len() > 2)
}

/// Numbers with a zero in front, with grouping, or with a part of a unit.
fn odd_number(text: &str, number: &str, unit: &str) -> Option<Miss> {
    if let Some(digits) = plain_number(number) {
        let kind = MisreadKind::NumberForm { found: number.to_owned() };
        return Some(Miss::put(text, 0, number.len(), kind, &digits));
    }
    let (whole, part) = number.split_once(['.', ','])?;
    if part.len() > 6 || whole.len() > 6 || !(whole.bytes().chain(part.bytes())).all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let unit = unit_of(unit)?;
    let scale = 10_u64.pow(u32::try_from(part.len()).ok()?);
    let thousandths = whole.parse::<u64>().ok()? * scale + part.parse::<u64>().ok()?;
    let miss = Miss::new(0, text.len(), MisreadKind::FractionOfUnit { number: number.to_owned(), unit });
    let smaller = match unit {
        Unit::Minute => Some(Unit::Second),
        Unit::Hour => Some(Unit::Minute),
        Unit::Second | Unit::OpenHour | Unit::ClockHour | Unit::Day | Unit::WorkingDay | Unit::Week | Unit::Month => {
            None
        }
    };
    let exact = |amount: u64, unit: Unit| {
        let whole = amount.is_multiple_of(scale).then(|| amount / scale)?;
        (whole > 0).then(|| Duration::new(u32::try_from(whole).unwrap_or(u32::MAX), unit).to_string())
    };
    let whole = exact(thousandths, unit).or_else(|| exact(thousandths * 60, smaller?));
    Some(match whole {
        Some(whole) => miss.becomes(whole),
        None => miss,
    })
}

/// `-0,5`: a comma where the point belongs. `1,500` may be either, and is left to its author.
pub(crate) fn decimal_comma(text: &str) -> Option<String> {
    let (whole, part) = text.split_once(',')?;
    let sure = part.len() != 3 || matches!(whole, "0" | "-0");
    let plain = format!("{whole}.{part}");
    (sure && Decimal::parse(&plain).is_some()).then_some(plain)
}

/// A number without zeros in front and without grouping, where it has one of these and is a number without it.
pub(crate) fn plain_number(number: &str) -> Option<String> {
    let grouped = number.contains([',', '_', ' ', '\'']);
    if grouped {
        let mut groups = number.split([',', '_', ' ', '\'']);
        let first = groups.next()?;
        let fits = !first.is_empty() && first.len() <= 3 && groups.all(|group| group.len() == 3);
        if !fits {
            return None;
        }
    }
    let digits: String = number.chars().filter(|found| !matches!(found, ',' | '_' | ' ' | '\'')).collect();
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let plain = digits.trim_start_matches('0');
    let plain = if plain.is_empty() { "0" } else { plain };
    (plain != number).then(|| plain.to_owned())
}

/// A unit in another spelling, an ambiguous one, or one that the language does not have.
fn wrong_unit(text: &str, number: &str, rest: &str, unit: &str) -> Option<Miss> {
    let number = number.to_owned();
    let start = text.len() - rest.trim_start().len();
    let amount = number.parse::<u32>().unwrap_or(2);
    let lower = unit.to_ascii_lowercase();
    let either = |first: Unit, second: Unit| {
        let kind = MisreadKind::AmbiguousUnit { number: number.clone(), found: unit.to_owned() };
        let choices = [first, second].map(|unit| format!("{number} {}", unit.written(amount)));
        Some(Miss::new(start, start + unit.len(), kind).or_either(choices))
    };
    match lower.as_str() {
        "m" => return either(Unit::Minute, Unit::Month),
        "d" => return either(Unit::Day, Unit::WorkingDay),
        "ring" | "rings" => return Some(Miss::new(0, text.len(), MisreadKind::Rings { number })),
        _ => {}
    }
    let longer = [
        ("fortnight", 2, Unit::Week),
        ("quarter", 3, Unit::Month),
        ("year", 12, Unit::Month),
        ("yr", 12, Unit::Month),
        ("y", 12, Unit::Month),
    ];
    let singular = lower.strip_suffix('s').unwrap_or(&lower);
    if let Some((_, times, unit_meant)) = longer.into_iter().find(|(word, _, _)| *word == singular) {
        let kind = MisreadKind::UnknownUnit { found: unit.to_owned() };
        let whole = Duration::new(amount.checked_mul(times)?, unit_meant).to_string();
        return Some(Miss::new(start, start + unit.len(), kind).becomes(whole));
    }
    let Some(meant) = unit_of(unit) else {
        let words = unit.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b' ') && unit.len() <= 40;
        return words.then(|| {
            let kind = MisreadKind::UnknownUnit { found: unit.to_owned() };
            Miss::new(start, start + unit.len(), kind)
        });
    };
    let right = meant.written(amount);
    let whole = format!("{number} {right}");
    if unit == right {
        let kind = MisreadKind::NoBlankBeforeUnit { number, unit: unit.to_owned() };
        return Some(Miss::new(0, text.len(), kind).becomes(whole));
    }
    let business = lower.starts_with("business day") || lower == "bd" || lower == "bds";
    let kind = if business {
        MisreadKind::BusinessDays { number }
    } else {
        MisreadKind::UnitForm { found: unit.to_owned(), unit: meant }
    };
    Some(Miss::new(start, start + unit.len(), kind).becomes(whole))
}

/// `PT4H`, `P1D`, `P2W`, `PT1H30M`: only where one unit can say the same.
fn iso(text: &str) -> Option<Duration> {
    let rest = text.strip_prefix('P')?;
    let Some(clock) = rest.strip_prefix('T') else {
        let unit = match rest.chars().last()? {
            'D' => Unit::Day,
            'W' => Unit::Week,
            'M' => Unit::Month,
            _ => return None,
        };
        return whole_of(rest.get(..rest.len() - 1)?, unit);
    };
    let (mut seconds, mut smallest, mut number) = (0_u64, None, String::new());
    for found in clock.chars() {
        let unit = match found {
            'H' => Unit::Hour,
            'M' => Unit::Minute,
            'S' => Unit::Second,
            _ => {
                number.push(found);
                continue;
            }
        };
        seconds += whole_of(&number, unit)?.seconds()?;
        number.clear();
        smallest = Some(smallest.map_or(unit, |before: Unit| before.min(unit)));
    }
    let unit = smallest.filter(|_| number.is_empty())?;
    let size = Duration::new(1, unit).seconds()?;
    Some(Duration::new(u32::try_from(seconds / size).ok()?, unit)).filter(|duration| duration.amount > 0)
}

fn whole_of(digits: &str, unit: Unit) -> Option<Duration> {
    let fits = !digits.is_empty() && digits.len() <= 6 && digits.bytes().all(|byte| byte.is_ascii_digit());
    let amount: u32 = digits.parse().ok().filter(|amount| fits && *amount > 0)?;
    Some(Duration::new(amount, unit))
}
