//! What agents see, what is recorded, and what may not be said in public.

use crate::calendar::Duration;
use crate::policy::who::ChannelSet;

/// How sensitive an item is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sensitivity {
    /// Anyone may know it.
    Public,
    /// It is about a person.
    Personal,
    /// It pays.
    Payment,
    /// It is about health.
    Health,
}

impl Sensitivity {
    /// All, with their words.
    pub const ALL: [(Self, &'static str); 4] =
        [(Self::Public, "public"), (Self::Personal, "personal"), (Self::Payment, "payment"), (Self::Health, "health")];

    /// The word of the strategy file.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::Personal => "personal",
            Self::Payment => "payment",
            Self::Health => "health",
        }
    }
}

/// One item of information.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The name.
    pub name: String,
    /// How sensitive, where stated.
    pub sensitivity: Option<Sensitivity>,
    /// The channels on which it may be used; empty: all.
    pub only_on: Vec<ChannelSet>,
    /// The system that it comes from.
    pub source_system: Option<String>,
    /// How long it is kept.
    pub keep_for: Option<Duration>,
}

/// What agents and customers see, and what is recorded.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Information {
    /// What agents need to see.
    pub agents_see: Vec<Item>,
    /// What customers can find out themselves.
    pub customers_see: Vec<Item>,
    /// What is recorded.
    pub we_record: Vec<Item>,
    /// Whether customer history flows across channels, as written.
    pub history_across_channels: Option<String>,
    /// The reference that ties interactions together, as written.
    pub case_number: Option<String>,
}

/// What may be said where.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Constraints {
    /// What may be said publicly, as written.
    pub publicly: Vec<String>,
    /// What must go private, as written.
    pub privately: Vec<String>,
}
