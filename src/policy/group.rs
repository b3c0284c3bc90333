//! An agent group.

use std::fmt;

use crate::calendar::{Hours, TimeOfDay};
use crate::policy::ids::{DeskId, LanguageId};

/// A capability, with its level where that matters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Skill {
    /// The name.
    pub name: String,
    /// The level, as written.
    pub level: Option<String>,
}

impl fmt::Display for Skill {
    /// `German`, or `German (fluent)` where a level is said.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)?;
        self.level.as_ref().map_or(Ok(()), |level| write!(f, " ({level})"))
    }
}

/// How many people a group has.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum People {
    /// The strategy does not say.
    #[default]
    NotSaid,
    /// The same number at any time.
    Number(u32),
    /// A number from each time of day on.
    ByTime(Vec<(TimeOfDay, u32)>),
    /// As many as the promises need.
    AsNeeded,
}

/// When a group is on duty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum OnDuty {
    /// The strategy does not say.
    #[default]
    NotSaid,
    /// While any of these desks is open.
    Desks(Vec<DeskId>),
    /// At these hours.
    Hours(Box<Hours>),
}

/// An agent group: people who share skills for routing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The name.
    pub name: String,
    /// How many.
    pub people: People,
    /// When.
    pub on_duty: OnDuty,
    /// What they can do.
    pub skills: Vec<Skill>,
    /// The languages they speak; empty: not said.
    pub languages: Vec<LanguageId>,
    /// How many contacts one of them handles at once, where stated.
    pub contacts_at_once: Option<u32>,
}
