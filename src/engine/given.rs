//! What a door hands in: the members of a contact by their names, before anything has been looked up.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use crate::policy::Decimal;

/// One value of a contact, as handed in; a text is borrowed where it can be.
#[derive(Debug, Clone, PartialEq)]
pub enum Given<'a> {
    /// Text.
    Text(Cow<'a, str>),
    /// A number.
    Number(Numeral<'a>),
    /// Yes or no.
    YesNo(bool),
    /// Stated to be not known.
    Nothing,
    /// A list or an object, which no member of a contact is.
    Many,
}

/// A number, as handed in. It prints as it is written.
#[derive(Debug, Clone, PartialEq)]
pub enum Numeral<'a> {
    /// In digits.
    Written(Cow<'a, str>),
    /// A whole number.
    Whole(i64),
    /// With a fraction.
    Fraction(f64),
}

impl fmt::Display for Numeral<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Written(written) => f.write_str(written),
            Self::Whole(number) => number.fmt(f),
            Self::Fraction(number) => number.fmt(f),
        }
    }
}

impl Numeral<'_> {
    /// The number, to the nearest of nine digits after the point: systems that measure hand in all the digits they have.
    /// `None` where it has too many before the point.
    pub(crate) fn decimal(&self) -> Option<Decimal> {
        const BILLION: i64 = 1_000_000_000;
        match self {
            Self::Written(written) => nearest(written),
            Self::Whole(number) if (1 - BILLION..BILLION).contains(number) => {
                Some(Decimal::from_billionths(number * BILLION))
            }
            Self::Whole(number) => nearest(&number.to_string()),
            Self::Fraction(number) => exact(*number).or_else(|| nearest(&number.to_string())),
        }
    }
}

/// The number where it is written with nine digits after the point at most.
fn exact(number: f64) -> Option<Decimal> {
    // Below this, numbers lie so close together that each text with nine digits after the point has one of its own, and
    // billionths are whole numbers that it can hold.
    const LIMIT: f64 = 4e6;
    if number.abs() >= LIMIT {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, reason = "it is below 4e15")]
    let billionths = (number * 1e9).round() as i64;
    #[expect(clippy::cast_precision_loss, reason = "it is below 4e15")]
    let again = billionths as f64 / 1e9;
    #[expect(clippy::float_cmp, reason = "the very same number is asked for")]
    let same = again == number;
    same.then(|| Decimal::from_billionths(billionths))
}

fn nearest(written: &str) -> Option<Decimal> {
    let Some((whole, fraction)) = written.split_once('.') else { return Decimal::parse(written) };
    let Some((kept, dropped)) = fraction.split_at_checked(9) else { return Decimal::parse(written) };
    let number = Decimal::parse(&format!("{whole}.{kept}"))?;
    let more = i64::from(dropped.starts_with(['5', '6', '7', '8', '9']));
    let more = Decimal::from_billionths(if written.starts_with('-') { -more } else { more });
    dropped.bytes().all(|byte| byte.is_ascii_digit()).then(|| number.plus(more))
}

impl Given<'_> {
    /// The value in a few words, for messages.
    #[must_use]
    pub fn words(&self) -> String {
        match self {
            Self::Text(text) => format!("\"{}\"", short(text)),
            Self::Number(number) => short(&number.to_string()),
            Self::YesNo(true) => "yes".into(),
            Self::YesNo(false) => "no".into(),
            Self::Nothing => "nothing".into(),
            Self::Many => "a list or an object".into(),
        }
    }
}

/// At most so many letters of what was handed in are told again.
const TOLD: usize = 60;

/// A text cut where it is too long for a sentence.
pub(crate) fn short(text: &str) -> String {
    let mut letters = text.chars();
    let start: String = letters.by_ref().take(TOLD).collect();
    if letters.next().is_some() { format!("{start}…") } else { start }
}

impl<'a> From<&'a str> for Given<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text.into())
    }
}

impl From<String> for Given<'_> {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

/// The members of a contact in the order given; a name that comes twice is kept twice, so that it can be refused.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Members<'a>(pub Vec<(Cow<'a, str>, Given<'a>)>);

impl<'a, const N: usize> From<[(&'a str, Given<'a>); N]> for Members<'a> {
    fn from(members: [(&'a str, Given<'a>); N]) -> Self {
        Self(members.into_iter().map(|(name, value)| (name.into(), value)).collect())
    }
}

/// A contact has mostly so many members.
const USUAL: usize = 12;

impl<'de: 'a, 'a> Deserialize<'de> for Members<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Collect;
        impl<'de> Visitor<'de> for Collect {
            type Value = Vec<(Cow<'de, str>, Given<'de>)>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object with the members of a contact")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut members = Vec::with_capacity(USUAL);
                while let Some((Name(name), value)) = map.next_entry()? {
                    members.push((name, value));
                }
                Ok(members)
            }
        }
        deserializer.deserialize_map(Collect).map(Self)
    }
}

/// A text that is borrowed from the line where it holds no escapes.
struct Name<'a>(Cow<'a, str>);

impl<'de> Deserialize<'de> for Name<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct OneName;
        impl<'de> Visitor<'de> for OneName {
            type Value = Name<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the name of a member")
            }

            fn visit_borrowed_str<E>(self, name: &'de str) -> Result<Self::Value, E> {
                Ok(Name(name.into()))
            }

            fn visit_str<E>(self, name: &str) -> Result<Self::Value, E> {
                Ok(Name(name.to_owned().into()))
            }
        }
        deserializer.deserialize_str(OneName)
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Given<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(OneValue)
    }
}

/// Takes any value. Numbers keep their digits as far as the reader of the text does.
struct OneValue;

impl<'de> Visitor<'de> for OneValue {
    type Value = Given<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text, a number, yes or no, or nothing")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Self::Value, E> {
        Ok(Given::YesNo(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Self::Value, E> {
        Ok(Given::Number(Numeral::Whole(value)))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Self::Value, E> {
        let whole = i64::try_from(value).map(Numeral::Whole);
        Ok(Given::Number(whole.unwrap_or_else(|_| Numeral::Written(value.to_string().into()))))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Self::Value, E> {
        Ok(Given::Number(Numeral::Fraction(value)))
    }

    fn visit_borrowed_str<E>(self, value: &'de str) -> Result<Self::Value, E> {
        Ok(Given::Text(value.into()))
    }

    fn visit_str<E>(self, value: &str) -> Result<Self::Value, E> {
        Ok(Given::Text(value.to_owned().into()))
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(Given::Nothing)
    }

    fn visit_none<E>(self) -> Result<Self::Value, E> {
        Ok(Given::Nothing)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Given::Many)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Given::Many)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fraction_is_the_number_that_its_digits_are() {
        let mut seed = 7_u64;
        for round in 0..60_000_u32 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let number = match round % 4 {
                0 => f64::from_bits(seed),
                1 => f64::from(u32::try_from(seed >> 40).unwrap()) / 1000.0 - 8000.0,
                2 => f64::from(u32::try_from(seed >> 32).unwrap()) / 1e9,
                _ => f64::from(u32::try_from(seed >> 32).unwrap()) / 7.0,
            };
            if number.is_finite() {
                assert_eq!(Numeral::Fraction(number).decimal(), nearest(&number.to_string()), "{number}");
            }
            let whole = i64::from_ne_bytes(seed.to_ne_bytes()) >> (round % 64);
            assert_eq!(Numeral::Whole(whole).decimal(), nearest(&whole.to_string()), "{whole}");
        }
        assert_eq!(Numeral::Fraction(-0.0).decimal(), Some(Decimal::ZERO));
    }
}
