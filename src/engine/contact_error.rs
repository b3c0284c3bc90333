//! Why a contact cannot be decided: the part at fault, as data and in plain words.

use std::fmt;

use crate::engine::given::short;
use crate::policy::{Decimal, Instant, Zone};

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
        /// The part that other systems call so, or that is spelt so but for capitals, blanks, hyphens and underscores.
        meant: Option<String>,
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
    /// A customer segment that the strategy does not have, and it has none that takes everyone else.
    UnknownCustomer {
        /// The name given.
        name: String,
        /// The segments that there are.
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
    /// An instant outside the years of the calendar.
    OutOfYears {
        /// The name of the part.
        member: String,
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
        f.write_str(&self.in_words(&|_, _| None))
    }
}

impl ContactError {
    /// The sentence for people. `guess` says which of some names was probably meant by another.
    #[must_use]
    pub fn in_words(&self, guess: &dyn Fn(&str, &[&str]) -> Option<String>) -> String {
        let guess = |name: &str, known: &[String]| {
            let meant = guess(name, &known.iter().map(String::as_str).collect::<Vec<_>>());
            meant.map(|meant| format!("Did you mean \"{}\"?", short(&meant)))
        };
        match self {
            Self::Missing { member } => {
                format!("The contact has no \"{member}\". Every contact has \"contact type\", \"channel\" and \"at\".")
            }
            Self::Twice { member } => format!("The contact has \"{}\" twice.", short(member)),
            Self::UnknownMember { member, meant, known } => {
                let meant = meant.as_ref().map(|meant| format!("Did you mean \"{}\"?", short(meant)));
                let remedy = meant.or_else(|| guess(member, known));
                let remedy = remedy.unwrap_or_else(|| format!("It can have: {}.", list(known, MEMBERS_SHOWN)));
                format!("A contact has no part called \"{}\". {remedy}", short(member))
            }
            Self::UnknownChannel { name, known } => {
                let remedy = guess(name, known);
                let remedy = remedy.unwrap_or_else(|| format!("The channels are: {}.", list(known, NAMES_SHOWN)));
                format!("There is no channel called \"{}\". {remedy}", short(name))
            }
            Self::UnknownContactType { name, known } => {
                let remedy = guess(name, known);
                let remedy = remedy.unwrap_or_else(|| format!("The contact types are: {}.", list(known, NAMES_SHOWN)));
                let name = short(name);
                format!("There is no contact type called \"{name}\", and none that takes everything else. {remedy}")
            }
            Self::UnknownCustomer { name, known } => {
                let remedy = guess(name, known);
                let remedy = remedy.unwrap_or_else(|| format!("The customers are: {}.", list(known, NAMES_SHOWN)));
                let name = short(name);
                format!("There is no customer called \"{name}\", and none that takes everyone else. {remedy}")
            }
            Self::UnknownZone { name } => {
                let known: Vec<String> = Zone::names().map(str::to_owned).collect();
                let remedy = guess(name, &known).unwrap_or_else(|| "Write it like Europe/London.".to_owned());
                format!("There is no time zone called \"{}\". {remedy}", short(name))
            }
            Self::WrongKind { member, wanted, given } => {
                format!("\"{}\" is {given}, but it holds {wanted}.", short(member))
            }
            Self::OutOfYears { member } => {
                let day = |at: Instant| at.to_string().chars().take(10).collect::<String>();
                let (first, last) = (day(Instant::FIRST), day(Instant::LAST));
                format!("\"{}\" lies outside the years that can be asked about: from {first} to {last}.", short(member))
            }
            Self::OutOfRange { member, given, low, high } => {
                let limit = match (low, high) {
                    (Some(low), Some(high)) => format!("but it goes from {low} to {high}"),
                    (Some(low), None) => format!("but the least is {low}"),
                    (None, Some(high)) => format!("but the most is {high}"),
                    (None, None) => "which has more than 9 digits before the point".to_owned(),
                };
                format!("\"{}\" is {}, {limit}.", short(member), short(given))
            }
        }
    }
}

/// How many names are told.
const NAMES_SHOWN: usize = 6;

/// How many parts of a contact are told: those that every contact can have, and some of the strategy's own.
const MEMBERS_SHOWN: usize = 14;

/// At most so many names; the rest is counted.
fn list(names: &[String], most: usize) -> String {
    let shown: Vec<_> = names.iter().take(most).map(|name| short(name)).collect();
    match names.len().saturating_sub(most) {
        0 => shown.join(", "),
        more => format!("{} and {more} more", shown.join(", ")),
    }
}
