//! Near misses of numbers, rates and money.

use crate::measure::Decimal;
use crate::notation::duration_misread::{number_in_words, plain_number};
use crate::notation::misread_kind::MisreadKind;
use crate::notation::miss::Miss;
use crate::notation::slips::{leading_words, whole_words, wrong_separator, wrong_word};

/// The near miss of a text that does not read as a whole number.
pub(crate) fn look_count(text: &str) -> Option<Miss> {
    let form = MisreadKind::NumberForm { found: text.to_owned() };
    let all = || Miss::new(0, text.len(), form.clone());
    if let Some(plain) = plain_number(text) {
        return Some(all().becomes(plain));
    }
    if let Some(plain) = with_power(text) {
        return Some(all().becomes(plain));
    }
    if let Some(thousands) = text.strip_suffix(['k', 'K']).filter(|digits| is_number(digits)) {
        return Some(all().becomes(format!("{thousands}000")));
    }
    if let Some((whole, part)) = text.split_once('.').filter(|(whole, part)| is_number(whole) && is_number(part)) {
        let zero = part.bytes().all(|byte| byte == b'0');
        let next = whole.parse::<u32>().ok()?.checked_add(1)?;
        return Some(if zero { all().becomes(whole) } else { all().or_either([whole.to_owned(), next.to_string()]) });
    }
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = text.get(digits..)?;
    if digits > 0 && rest.starts_with(' ') && rest.trim().starts_with(char::is_alphabetic) {
        let found = rest.trim().to_owned();
        let miss = Miss::new(text.len() - found.len(), text.len(), MisreadKind::ExtraWords { found });
        return Some(miss.becomes(text.get(..digits)?));
    }
    if let Some((first, second)) = text.split_once('-').filter(|(one, two)| is_number(one) && is_number(two)) {
        return Some(all().or_either([first.to_owned(), second.to_owned()]));
    }
    if let Some(digits) = number_in_words(text) {
        let kind = MisreadKind::WrongWord { found: text.to_owned(), write: digits.to_owned() };
        return Some(Miss::new(0, text.len(), kind).becomes(digits));
    }
    let words = text.chars().all(|found| found.is_alphabetic() || found == ' ');
    words.then(|| Miss::new(0, text.len(), MisreadKind::NotANumber { found: text.to_owned() }))
}

/// `1e3`: a number as spreadsheets shorten it.
fn with_power(text: &str) -> Option<String> {
    let (number, power) = text.split_once(['e', 'E'])?;
    let power = power.strip_prefix('+').unwrap_or(power);
    let fits = is_number(number) && number.len() <= 6 && is_number(power) && power.len() <= 2;
    let amount = number.parse::<u32>().ok().filter(|_| fits)?.checked_mul(10_u32.checked_pow(power.parse().ok()?)?)?;
    Some(amount.to_string())
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The near miss of a text that does not read as `yes` or `no`.
pub(crate) fn look_yes_no(text: &str) -> Option<Miss> {
    let words = [
        ("yes", "yes"),
        ("y", "yes"),
        ("true", "yes"),
        ("on", "yes"),
        ("1", "yes"),
        ("always", "yes"),
        ("no", "no"),
        ("n", "no"),
        ("false", "no"),
        ("off", "no"),
        ("0", "no"),
        ("none", "no"),
        ("never", "no"),
    ];
    whole_words(text, &words)
}

/// The near miss of a text that does not read as a rate.
pub(crate) fn look_rate(text: &str) -> Option<Miss> {
    let digits = text.bytes().take_while(|byte| byte.is_ascii_digit() || matches!(byte, b',' | b'_' | b'.')).count();
    let (number, rest) = text.split_at_checked(digits).filter(|(number, _)| !number.is_empty())?;
    let rest = rest.trim_end();
    if rest.is_empty() {
        let kind = MisreadKind::NoRateUnit { number: number.to_owned() };
        return Some(
            Miss::new(0, text.len(), kind).or_either([format!("{number} per h"), format!("{number} per day")]),
        );
    }
    if let Some(plain) = plain_number(number) {
        let kind = MisreadKind::NumberForm { found: number.to_owned() };
        return Some(Miss::put(text, 0, digits, kind, &plain));
    }
    if let Some(miss) = wrong_separator(text, &[" / ", "/"], " per ").filter(|_| rest.trim_start().starts_with('/')) {
        return Some(miss);
    }
    let often = [("daily", "per day"), ("weekly", "per week"), ("monthly", "per month"), ("hourly", "per h")];
    let words = rest.strip_prefix(' ')?;
    let start = digits + 1;
    if let Some(miss) = whole_words(words, &often) {
        return Some(miss.within(text, start, text.len()));
    }
    let by = [("an", "per"), ("a", "per"), ("each", "per"), ("every", "per"), ("in one", "per"), ("Per", "per")];
    if let Some(miss) = leading_words(words, &by) {
        return Some(miss.within(text, start, text.len()));
    }
    if let Some(unit) = words.strip_prefix("per ") {
        let units = [
            ("hour", "h"),
            ("hr", "h"),
            ("hours", "h"),
            ("h", "h"),
            ("days", "day"),
            ("day", "day"),
            ("weeks", "week"),
            ("week", "week"),
            ("months", "month"),
            ("month", "month"),
        ];
        let at = text.len() - unit.len();
        let known = whole_words(unit, &units).map(|miss| miss.within(text, at, text.len()));
        return known.or_else(|| {
            let miss = Miss::new(at, text.len(), MisreadKind::RateUnit { found: unit.to_owned() });
            let half = number.parse::<u32>().ok().filter(|number| unit == "fortnight" && number.is_multiple_of(2));
            Some(match half {
                Some(number) => miss.becomes(format!("{} per week", number / 2)),
                None => miss,
            })
        });
    }
    let end = [" per ", " a ", " an "].into_iter().filter_map(|joint| words.find(joint)).min()?;
    Some(wrong_word(text, start, start + end, ""))
}

/// The near miss of a text that does not read as an amount of money.
pub(crate) fn look_money(text: &str) -> Option<Miss> {
    let letters: String = text.chars().filter(|found| found.is_alphabetic()).collect();
    let number: String =
        text.chars().filter(|found| found.is_ascii_digit() || matches!(found, '.' | ',')).collect::<String>();
    // One comma with two digits after it is a decimal comma; other commas group thousands.
    let decimal_comma = number.len().checked_sub(3).is_some_and(|at| number.get(at..=at) == Some(","));
    let plain = if decimal_comma { number.replace('.', "").replace(',', ".") } else { number.replace(',', "") };
    let amount = Decimal::parse(&plain)?;
    let sign = text.chars().find_map(|found| match found {
        '\u{a3}' => Some("GBP"),
        '\u{20ac}' => Some("EUR"),
        _ => None,
    });
    let currency = match (sign, letters.len()) {
        (Some(sign), 0) => sign.to_owned(),
        (None, 3) if letters.is_ascii() => letters.to_ascii_uppercase(),
        (None, 0) => {
            let kind = MisreadKind::NoCurrency { amount: plain };
            return Some(Miss::new(0, text.len(), kind));
        }
        _ => return None,
    };
    let whole = format!("{plain} {currency}");
    let kind = MisreadKind::MoneyForm { found: text.to_owned() };
    (amount >= Decimal::ZERO).then(|| Miss::new(0, text.len(), kind).becomes(whole))
}
