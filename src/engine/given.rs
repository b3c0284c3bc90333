//! What a door hands in: the members of a contact by their names, before anything has been looked up.

use std::fmt;

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

/// One value of a contact, as handed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Given {
    /// Text.
    Text(String),
    /// A number, as written.
    Number(String),
    /// Yes or no.
    YesNo(bool),
    /// Stated to be not known.
    Nothing,
    /// A list or an object, which no member of a contact is.
    Many,
}

impl Given {
    /// The value in a few words, for messages.
    #[must_use]
    pub fn words(&self) -> String {
        match self {
            Self::Text(text) => format!("\"{}\"", short(text)),
            Self::Number(number) => short(number),
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

impl From<&str> for Given {
    fn from(text: &str) -> Self {
        Self::Text(text.into())
    }
}

/// The members of a contact in the order given; a name that comes twice is kept twice, so that it can be refused.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Members(pub Vec<(String, Given)>);

impl<const N: usize> From<[(&str, Given); N]> for Members {
    fn from(members: [(&str, Given); N]) -> Self {
        Self(members.into_iter().map(|(name, value)| (name.into(), value)).collect())
    }
}

impl<'de> Deserialize<'de> for Members {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Collect;
        impl<'de> Visitor<'de> for Collect {
            type Value = Members;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object with the members of a contact")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Members, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }
        deserializer.deserialize_map(Collect)
    }
}

impl<'de> Deserialize<'de> for Given {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(OneValue)
    }
}

/// Takes any value. Numbers keep their digits as far as the reader of the text does.
struct OneValue;

impl<'de> Visitor<'de> for OneValue {
    type Value = Given;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text, a number, yes or no, or nothing")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Given, E> {
        Ok(Given::YesNo(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Given, E> {
        Ok(Given::Number(value.to_string()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Given, E> {
        Ok(Given::Number(value.to_string()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Given, E> {
        Ok(Given::Number(value.to_string()))
    }

    fn visit_str<E>(self, value: &str) -> Result<Given, E> {
        Ok(Given::Text(value.into()))
    }

    fn visit_string<E>(self, value: String) -> Result<Given, E> {
        Ok(Given::Text(value))
    }

    fn visit_unit<E>(self) -> Result<Given, E> {
        Ok(Given::Nothing)
    }

    fn visit_none<E>(self) -> Result<Given, E> {
        Ok(Given::Nothing)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Given, A::Error> {
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Given::Many)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Given, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Given::Many)
    }
}
