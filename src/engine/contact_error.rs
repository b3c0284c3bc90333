//! Why a contact cannot be decided: the part at fault, as data and in plain words.

use std::fmt;

use crate::policy::Decimal;

/// What is wrong with a contact that was handed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ContactError {
    /// A part that every contact has is not there.
    Missing {
        /// Its name.
        member: &'static str,
    },
    /// A part is there twice.
    Twice {
        /// Its name.
        member: String,
    },
    /// A part that neither the language nor the strategy knows.
    UnknownMember {
        /// Its name.
        member: String,
        /// The names that can be given.
        known: Vec<String>,
    },
    /// A channel that the strategy does not have.
    UnknownChannel {
        /// The name given.
        name: String,
        /// The channels that there are.
        known: Vec<String>,
    },
    /// A contact type that the strategy does not have, and it has none that takes everything else.
    UnknownContactType {
        /// The name given.
        name: String,
        /// The contact types that there are.
        known: Vec<String>,
    },
    /// A zone that the bundled database does not have.
    UnknownZone {
        /// The name given.
        name: String,
    },
    /// A part holds another kind of value than it should.
    WrongKind {
        /// Its name.
        member: String,
        /// What it holds, in a few words.
        wanted: &'static str,
        /// What was given, in a few words.
        given: String,
    },
    /// A number that its field cannot have.
    OutOfRange {
        /// The name of the field.
        member: String,
        /// The number given.
        given: String,
        /// The least number, where there is one.
        low: Option<Decimal>,
        /// The greatest number, where there is one.
        high: Option<Decimal>,
    },
}

impl std::error::Error for ContactError {}

impl fmt::Display for ContactError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing { member } => write!(f, "The contact has no \"{member}\"."),
            Self::Twice { member } => write!(f, "The contact has \"{member}\" twice."),
            Self::UnknownMember { member, known } => {
                write!(f, "A contact has no part called \"{member}\". It can have: {}.", list(known))
            }
            Self::UnknownChannel { name, known } => {
                write!(f, "There is no channel called \"{name}\". The channels are: {}.", list(known))
            }
            Self::UnknownContactType { name, known } => write!(
                f,
                "There is no contact type called \"{name}\", and none that takes everything else. The contact types \
                 are: {}.",
                list(known)
            ),
            Self::UnknownZone { name } => {
                write!(f, "There is no time zone called \"{name}\". Write it like Europe/London.")
            }
            Self::WrongKind { member, wanted, given } => {
                write!(f, "\"{member}\" is {given}, but it holds {wanted}.")
            }
            Self::OutOfRange { member, given, low, high } => {
                write!(f, "\"{member}\" is {given}")?;
                match (low, high) {
                    (Some(low), Some(high)) => write!(f, ", but it goes from {low} to {high}."),
                    (Some(low), None) => write!(f, ", but the least is {low}."),
                    (None, Some(high)) => write!(f, ", but the most is {high}."),
                    (None, None) => write!(f, ", which has more than 9 digits before the point."),
                }
            }
        }
    }
}

/// At most six names; the rest is counted.
fn list(names: &[String]) -> String {
    const SHOWN: usize = 6;
    let shown: Vec<_> = names.iter().take(SHOWN).map(String::as_str).collect();
    match names.len().saturating_sub(SHOWN) {
        0 => shown.join(", "),
        more => format!("{} and {more} more", shown.join(", ")),
    }
}
