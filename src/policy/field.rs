//! What is known of a contact besides customer, type, channel, language and time.

use crate::measure::Decimal;
use crate::policy::condition::{NamedValue, Test};
use crate::policy::ids::FieldId;

/// A contact field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// The name as the author writes it.
    pub name: String,
    /// What it holds.
    pub kind: FieldKind,
    /// Where it can be known at all; empty: everywhere. Outside, its absence is a fact.
    pub only_when: Vec<Test>,
}

/// What a contact field holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldKind {
    /// A number, within bounds where they are stated.
    Number {
        /// The least value.
        low: Option<Decimal>,
        /// The greatest value.
        high: Option<Decimal>,
    },
    /// A length of time in seconds; conditions write it with a unit.
    Time,
    /// One of these names, or silently another one.
    OneOf(Vec<String>),
    /// Yes (0) or no (1).
    YesNo,
    /// Text, which is shown and recorded but never tested.
    Text,
}

/// The value of a field of one contact.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum FieldValue {
    /// A number, or a length of time in seconds.
    Number(Decimal),
    /// The position in the field's list of names; `None` for a name that is not in it.
    Name(Option<u16>),
    /// Text.
    Text(String),
}

impl FieldKind {
    /// The name of this number, on a field of names and on one of yes or no.
    #[must_use]
    pub fn name(&self, number: u16) -> Option<&str> {
        match self {
            Self::OneOf(names) => names.get(usize::from(number)).map(String::as_str),
            Self::YesNo => Some(if number == 0 { "yes" } else { "no" }),
            Self::Number { .. } | Self::Time | Self::Text => None,
        }
    }
}

impl FieldValue {
    /// The value on an axis of names: what has no name there is another one.
    #[must_use]
    pub fn name(&self) -> NamedValue {
        match self {
            Self::Name(Some(name)) => NamedValue::At(*name),
            Self::Name(None) | Self::Number(_) | Self::Text(_) => NamedValue::Other,
        }
    }

    /// The number, where it is one.
    #[must_use]
    pub fn number(&self) -> Option<Decimal> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Name(_) | Self::Text(_) => None,
        }
    }
}

impl Field {
    /// How many fields are built in; they have the first numbers.
    pub const BUILT_IN: u16 = 3;
    /// How the customer feels, from -1 (angry) to 1 (delighted).
    pub const SENTIMENT: FieldId = FieldId(0);
    /// How many people follow the customer where the contact was made.
    pub const FOLLOWERS: FieldId = FieldId(1);
    /// How long the contact has been waiting.
    pub const WAITING: FieldId = FieldId(2);

    /// The built-in fields, in the order of their numbers.
    #[must_use]
    pub fn built_in() -> Vec<Self> {
        let field = |name: &str, kind| Self { name: name.into(), kind, only_when: Vec::new() };
        let number = |low, high| FieldKind::Number { low, high };
        vec![
            field("sentiment", number(Some(Decimal::whole(-1)), Some(Decimal::whole(1)))),
            field("followers", number(Some(Decimal::ZERO), None)),
            field("waiting", FieldKind::Time),
        ]
    }
}
