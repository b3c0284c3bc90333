//! Numbers: `12`, `yes`, `50 per h`, `4.50 GBP`.

use std::fmt;

use crate::measure::Decimal;
use crate::notation::amount_misread::{look_count, look_money, look_rate, look_yes_no};
use crate::notation::duration::build_amount;
use crate::notation::grammar::{Found, Rule, parse};
use crate::notation::misread::Misread;
use crate::notation::misread_kind::MisreadKind;
use crate::notation::miss::{Miss, splice};
use crate::notation::phrase::Phrase;
use crate::notation::reader::{Attempt, Fault, Reader};
use crate::source::{Excerpt, Spanned};

/// The stretch of time that a rate counts in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Per {
    /// `per h`
    Hour,
    /// `per day`
    Day,
    /// `per week`
    Week,
    /// `per month`
    Month,
}

/// So many contacts in a stretch of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rate {
    /// How many; not negative.
    pub amount: Decimal,
    /// In what.
    pub per: Per,
}

/// An amount of money. Prints with two digits after the point at least.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Money {
    /// How much; not negative.
    pub amount: Decimal,
    /// The three letters of the currency, `GBP`.
    pub currency: String,
}

pub(crate) const COUNT: Reader<'static, Spanned<u32>> =
    Reader { wanted: Phrase::Count, parse: &parse_count, look: &look_count };

pub(crate) const YES_NO: Reader<'static, Spanned<bool>> =
    Reader { wanted: Phrase::YesNo, parse: &parse_yes_no, look: &look_yes_no };

pub(crate) const RATE: Reader<'static, Spanned<Rate>> =
    Reader { wanted: Phrase::Rate, parse: &parse_rate, look: &look_rate };

pub(crate) const MONEY: Reader<'static, Spanned<Money>> =
    Reader { wanted: Phrase::Money, parse: &parse_money, look: &look_money };

/// Reads a whole number of at most nine digits, `12`.
///
/// # Errors
/// Says what is wrong with any other text: grouping, zeros in front, a unit.
pub fn count(excerpt: Excerpt<'_>) -> Result<Spanned<u32>, Misread> {
    COUNT.read(excerpt)
}

/// Reads `yes` or `no`.
///
/// # Errors
/// Says what is wrong with any other text.
pub fn yes_no(excerpt: Excerpt<'_>) -> Result<Spanned<bool>, Misread> {
    YES_NO.read(excerpt)
}

/// Reads `50 per h`.
///
/// # Errors
/// Says what is wrong with any other text.
pub fn rate(excerpt: Excerpt<'_>) -> Result<Spanned<Rate>, Misread> {
    RATE.read(excerpt)
}

/// Reads `4.50 GBP`.
///
/// # Errors
/// Says what is wrong with any other text.
pub fn money(excerpt: Excerpt<'_>) -> Result<Spanned<Money>, Misread> {
    MONEY.read(excerpt)
}

fn parse_count(excerpt: Excerpt<'_>) -> Attempt<Spanned<u32>> {
    let found = parse(Rule::count_phrase, excerpt)?.need(Rule::number)?;
    Ok(found.with(build_amount(found.text(), found.start())?))
}

fn parse_yes_no(excerpt: Excerpt<'_>) -> Attempt<Spanned<bool>> {
    let found = parse(Rule::yes_no_phrase, excerpt)?.first()?;
    Ok(found.with(found.rule() == Rule::yes))
}

fn parse_rate(excerpt: Excerpt<'_>) -> Attempt<Spanned<Rate>> {
    build_rate(&parse(Rule::rate_phrase, excerpt)?.need(Rule::rate)?)
}

/// The rate that the rule `rate` matched.
pub(crate) fn build_rate(found: &Found<'_>) -> Attempt<Spanned<Rate>> {
    let number = found.need(Rule::amount)?;
    if let Some(miss) = either_way(&number) {
        return Err(miss.into());
    }
    let amount = build_decimal_amount(&number)?;
    let per = found.need(Rule::per)?;
    let per = Per::ALL.into_iter().find(|unit| unit.written() == per.text()).ok_or(Fault::Stuck(per.start()))?;
    Ok(found.with(Rate { amount, per }))
}

/// `1.200 per week` is twelve hundred in some countries, and hardly more than one in others.
pub(crate) fn either_way(number: &Found<'_>) -> Option<Miss> {
    let (whole, part) = number.text().split_once('.').filter(|(whole, part)| part.len() == 3 && *whole != "0")?;
    let kind = MisreadKind::NumberEitherWay { found: number.text().to_owned() };
    let put = |text: String| splice(number.whole(), number.start(), number.end(), &text);
    let fraction = format!("{whole}.{part}");
    let fraction = fraction.trim_end_matches('0').trim_end_matches('.').to_owned();

    let choices = [format!("{whole}{part}"), fraction].map(put);
    Some(Miss::new(number.start(), number.end(), kind).or_either(choices))
}

fn build_decimal_amount(found: &Found<'_>) -> Attempt<Decimal> {
    Decimal::parse(found.text()).ok_or_else(|| {
        let kind = MisreadKind::NumberTooLarge { found: found.text().to_owned() };
        Miss::new(found.start(), found.end(), kind).into()
    })
}

fn parse_money(excerpt: Excerpt<'_>) -> Attempt<Spanned<Money>> {
    let found = parse(Rule::money_phrase, excerpt)?.need(Rule::money)?;
    let amount = build_decimal_amount(&found.need(Rule::amount)?)?;
    let currency = found.need(Rule::currency)?.text().to_owned();
    Ok(found.with(Money { amount, currency }))
}

impl Per {
    /// All four, from the shortest.
    pub const ALL: [Self; 4] = [Self::Hour, Self::Day, Self::Week, Self::Month];

    /// As it is written after `per`.
    #[must_use]
    pub fn written(self) -> &'static str {
        match self {
            Self::Hour => "h",
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
        }
    }
}

impl fmt::Display for Rate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} per {}", self.amount, self.per.written())
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let written = self.amount.to_string();
        let digits = written.split_once('.').map_or(0, |(_, part)| part.len());
        let rest = match digits {
            0 => ".00",
            1 => "0",
            _ => "",
        };
        write!(f, "{written}{rest} {}", self.currency)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notation::checks::{exact, misread, read_all};

    fn word(found: &str, write: &str) -> MisreadKind {
        MisreadKind::WrongWord { found: found.into(), write: write.into() }
    }

    #[test]
    fn right_forms_print_as_they_were_written() {
        read_all(count, &["0", "12", "999999999"]);
        read_all(rate, &["50 per h", "400 per day", "1200 per week", "0.5 per month"]);
        read_all(money, &["4.50 GBP", "0.00 EUR", "1250.00 USD", "0.125 USD"]);
        assert!(yes_no(exact("yes")).unwrap().value);
        assert!(!yes_no(exact("no")).unwrap().value);
    }

    #[test]
    fn near_misses_of_numbers() {
        let form = |found: &str| MisreadKind::NumberForm { found: found.into() };
        misread(count, "1_000", &form("1_000"), Some("1000"));
        misread(count, "1,000", &form("1,000"), Some("1000"));
        misread(count, "1 000", &form("1 000"), Some("1000"));
        misread(count, "012", &form("012"), Some("12"));
        misread(count, "12.0", &form("12.0"), Some("12"));
        misread(count, "1k", &form("1k"), Some("1000"));
        misread(count, "12 people", &MisreadKind::ExtraWords { found: "people".into() }, Some("12"));
        misread(count, "-3", &MisreadKind::Unreadable { wanted: Phrase::Count }, None);
        misread(count, "4.5", &form("4.5"), None);
        misread(count, "a few", &MisreadKind::NotANumber { found: "a few".into() }, None);
        misread(count, "9999999999", &MisreadKind::NumberTooLarge { found: "9999999999".into() }, None);
        for (text, write) in [("true", "yes"), ("Yes", "yes"), ("off", "no"), ("n", "no")] {
            misread(yes_no, text, &word(text, write), Some(write));
        }
        misread(yes_no, "perhaps", &MisreadKind::Unreadable { wanted: Phrase::YesNo }, None);
    }

    #[test]
    fn near_misses_of_rates() {
        let separator = |found: &str| MisreadKind::WrongSeparator { found: found.into(), write: " per " };
        misread(rate, "50/h", &separator("/"), Some("50 per h"));
        misread(rate, "50 / day", &separator(" / "), Some("50 per day"));
        misread(rate, "50 per hour", &word("hour", "h"), Some("50 per h"));
        misread(rate, "50 an hour", &word("an", "per"), Some("50 per h"));
        misread(rate, "50 calls per day", &MisreadKind::ExtraWords { found: "calls".into() }, Some("50 per day"));
        misread(rate, "400 daily", &word("daily", "per day"), Some("400 per day"));
        misread(rate, "1,200 per week", &MisreadKind::NumberForm { found: "1,200".into() }, Some("1200 per week"));
        misread(rate, "50", &MisreadKind::NoRateUnit { number: "50".into() }, None);
        assert_eq!(rate(exact("50")).unwrap_err().choices, ["50 per h", "50 per day"]);
        misread(rate, "50 per min", &MisreadKind::RateUnit { found: "min".into() }, None);
        let fortnight = MisreadKind::RateUnit { found: "fortnight".into() };
        misread(rate, "400 per fortnight", &fortnight, Some("200 per week"));
        misread(rate, "401 per fortnight", &fortnight, None);
    }

    #[test]
    fn near_misses_of_money() {
        let form = |found: &str| MisreadKind::MoneyForm { found: found.into() };
        misread(money, "GBP 4.50", &form("GBP 4.50"), Some("4.50 GBP"));
        misread(money, "\u{a3}4.50", &form("\u{a3}4.50"), Some("4.50 GBP"));
        misread(money, "4.50 gbp", &form("4.50 gbp"), Some("4.50 GBP"));
        misread(money, "4,50 EUR", &form("4,50 EUR"), Some("4.50 EUR"));
        misread(money, "$5", &MisreadKind::NoCurrency { amount: "5".into() }, None);
        misread(money, "4.50", &MisreadKind::NoCurrency { amount: "4.50".into() }, None);
        misread(money, "cheap", &MisreadKind::Unreadable { wanted: Phrase::Money }, None);
    }
}
