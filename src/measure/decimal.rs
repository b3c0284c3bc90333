//! Exact decimal numbers: what an author writes is what is compared.

use std::cmp::Ordering;
use std::fmt;

/// A decimal number with at most 9 digits before and 9 after the point, held as billionths. Equal numbers are equal
/// however they were written: `0.30` is `0.3`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Decimal(i64);

const ONE: i64 = 1_000_000_000;

impl Decimal {
    /// Zero.
    pub const ZERO: Self = Self(0);

    /// Reads `12`, `-0.3` or `4.50`: digits, one point at most, a minus in front; no exponent, no grouping.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (negative, digits) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
        let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(whole, rest)| (whole, Some(rest)));
        let all_digits = |part: &str| !part.is_empty() && part.len() <= 9 && part.bytes().all(|b| b.is_ascii_digit());
        if !all_digits(whole) || fraction.is_some_and(|part| !all_digits(part)) {
            return None;
        }
        let mut value = whole.parse::<i64>().ok()? * ONE;
        if let Some(part) = fraction {
            let scale = 10_i64.pow(9 - u32::try_from(part.len()).ok()?);
            value += part.parse::<i64>().ok()? * scale;
        }
        Some(Self(if negative { -value } else { value }))
    }

    /// A whole number.
    #[must_use]
    pub fn whole(number: i32) -> Self {
        Self(i64::from(number) * ONE)
    }

    /// The number where it is a whole one and not below zero.
    #[must_use]
    pub fn whole_part(self) -> Option<u32> {
        (self.0 % ONE == 0).then(|| u32::try_from(self.0 / ONE).ok()).flatten()
    }

    /// The number in billionths.
    #[must_use]
    pub fn billionths(self) -> i64 {
        self.0
    }

    /// From a number in billionths.
    #[must_use]
    pub fn from_billionths(billionths: i64) -> Self {
        Self(billionths)
    }

    /// The nearest floating-point number, for arithmetic that is an estimate anyway.
    #[must_use]
    pub fn to_f64(self) -> f64 {
        let whole = self.0 / ONE;
        let rest = self.0 % ONE;
        #[expect(clippy::cast_precision_loss, reason = "both parts are far below 2^53")]
        let value = whole as f64 + rest as f64 / 1e9;
        value
    }

    /// The sum; stays at the ends of the range.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    /// The difference; stays at the ends of the range.
    #[must_use]
    pub fn minus(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.cmp(&other.0)
    }
}

impl fmt::Display for Decimal {
    /// The shortest form: no zeros at the end, no point for whole numbers.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let magnitude = self.0.unsigned_abs();
        let (whole, fraction) = (magnitude / ONE.unsigned_abs(), magnitude % ONE.unsigned_abs());
        let sign = if self.0 < 0 { "-" } else { "" };
        if fraction == 0 {
            return write!(f, "{sign}{whole}");
        }
        let digits = format!("{fraction:09}");
        write!(f, "{sign}{whole}.{}", digits.trim_end_matches('0'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_numbers_are_equal_however_written() {
        assert_eq!(Decimal::parse("0.30"), Decimal::parse("0.3"));
        assert_eq!(Decimal::parse("-0.3").unwrap().to_string(), "-0.3");
        assert_eq!(Decimal::parse("4.50").unwrap().to_string(), "4.5");
        assert_eq!(Decimal::parse("-0").unwrap(), Decimal::ZERO);
        assert!(Decimal::parse("-0.3").unwrap() < Decimal::parse("-0.25").unwrap());
        for wrong in ["", ".5", "5.", "1e3", "1_000", "1,000", "+1", "--1", "0.1234567890", "1234567890"] {
            assert_eq!(Decimal::parse(wrong), None, "{wrong}");
        }
    }
}
