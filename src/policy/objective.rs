//! Promises, and how they are counted.

use crate::calendar::{Deadline, Duration};
use crate::measure::{Formula, Share};
use crate::policy::ids::{ContactTypeId, LanguageId, SeasonId, SegmentId};
use crate::policy::who::ChannelSet;

/// One part of a promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Clause {
    /// A share of contacts by a deadline; several make a ladder.
    Point {
        /// The share.
        share: Share,
        /// Whether it must be more than the share, not just as much.
        strict: bool,
        /// The deadline.
        deadline: Deadline,
    },
    /// The mean over all contacts.
    Average(Duration),
    /// A limit on abandonment.
    Abandoned {
        /// The greatest share.
        at_most: Share,
        /// Only contacts that waited longer than this count.
        after: Option<Duration>,
    },
    /// A limit on contacts that find the line busy.
    Busy {
        /// The greatest share.
        at_most: Share,
    },
    /// Fewer than a share wait longer than a time.
    Over {
        /// The share that is not reached.
        fewer_than: Share,
        /// The time.
        over: Duration,
    },
}

/// A promise: all of its clauses.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Promise {
    /// As the author wrote it.
    pub written: String,
    /// Its parts, in the order written.
    pub clauses: Vec<Clause>,
}

impl Promise {
    /// The ladder points: share, strictness and deadline, in the order written.
    pub fn points(&self) -> impl Iterator<Item = (Share, bool, Deadline)> + '_ {
        self.clauses.iter().filter_map(|clause| match clause {
            Clause::Point { share, strict, deadline } => Some((*share, *strict, *deadline)),
            Clause::Average(_) | Clause::Abandoned { .. } | Clause::Busy { .. } | Clause::Over { .. } => None,
        })
    }
}

/// To whom an objective is binding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Level {
    /// Customers are told.
    #[default]
    Published,
    /// Known inside only.
    Internal,
    /// Somebody above us demands it.
    Regulatory,
}

impl Level {
    /// All, with their words.
    pub const ALL: [(Self, &'static str); 3] =
        [(Self::Published, "published"), (Self::Internal, "internal"), (Self::Regulatory, "regulatory")];

    /// The word of the strategy file.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Published => "published",
            Self::Internal => "internal",
            Self::Regulatory => "regulatory",
        }
    }
}

/// How promises are counted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CountingRules {
    /// Whether s, min and h run on all hours and not only while the desk is open.
    pub all_hours: bool,
    /// Whether a contact with no open time left on its date counts as received on the next working day.
    pub after_close_next_working_day: bool,
    /// The formula, where stated.
    pub formula: Option<Formula>,
    /// When the clock starts, as written.
    pub starts_when: Option<String>,
    /// When it stops, as written.
    pub stops_when: Option<String>,
    /// What pauses it, as written.
    pub pauses_while: Vec<String>,
    /// What is left out, as written.
    pub not_counted: Vec<String>,
    /// What is counted besides, as written (blocked, deflected …).
    pub also_counted: Vec<String>,
    /// The interval of measurement, as written.
    pub interval: Option<String>,
    /// The period of reporting, as written.
    pub period: Option<String>,
    /// What normal operating conditions are, as written.
    pub normal_conditions: Option<String>,
}

/// What a named objective measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ObjectiveKind {
    /// A share of contacts answered within a threshold.
    ServiceLevel,
    /// A share of contacts that may wait, replied to within a time.
    ResponseTime,
    /// A share of cases solved within a time.
    ResolutionTime,
    /// The mean wait of answered contacts.
    AverageSpeedOfAnswer,
    /// Nobody waits longer.
    MaximumWait,
    /// The share that leaves before an answer.
    Abandonment,
    /// The share that is answered at all.
    AnswerRate,
    /// The share that cannot enter.
    Blockage,
    /// The share that finds the line busy.
    Busy,
    /// The wait after a transfer.
    TransferTime,
    /// The share solved without a repeat.
    FirstContactResolution,
    /// A sampled judgement.
    Quality,
    /// The share of time in which the service can be used.
    Availability,
    /// The share of available time spent handling.
    Occupancy,
    /// The time between two updates on an open case.
    Update,
}

impl ObjectiveKind {
    /// All, with their words.
    pub const ALL: [(Self, &'static str); 15] = [
        (Self::ServiceLevel, "service level"),
        (Self::ResponseTime, "response time"),
        (Self::ResolutionTime, "resolution time"),
        (Self::AverageSpeedOfAnswer, "average speed of answer"),
        (Self::MaximumWait, "maximum wait"),
        (Self::Abandonment, "abandonment"),
        (Self::AnswerRate, "answer rate"),
        (Self::Blockage, "blockage"),
        (Self::Busy, "busy"),
        (Self::TransferTime, "transfer time"),
        (Self::FirstContactResolution, "first contact resolution"),
        (Self::Quality, "quality"),
        (Self::Availability, "availability"),
        (Self::Occupancy, "occupancy"),
        (Self::Update, "update"),
    ];

    /// The words of the strategy file.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(kind, _)| *kind == self).map_or("", |(_, word)| word)
    }
}

/// An objective in its long form, beside the table of promises. Empty lists stand for any.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedObjective {
    /// The name; for an internal promise, the business unit that makes it.
    pub name: String,
    /// What it measures.
    pub kind: ObjectiveKind,
    /// For these contact types.
    pub contact_types: Vec<ContactTypeId>,
    /// On these channels.
    pub channels: Vec<ChannelSet>,
    /// For these customers.
    pub segments: Vec<SegmentId>,
    /// In these languages.
    pub languages: Vec<LanguageId>,
    /// In this season.
    pub season: Option<SeasonId>,
    /// What is promised, where it is a promise in time or share.
    pub target: Option<Promise>,
    /// How it is counted: its own rules, and the strategy's counting for what they leave open.
    pub counting: CountingRules,
    /// Published, internal or regulatory.
    pub level: Level,
    /// Whether a business unit makes it to the contact center.
    pub by_business_unit: bool,
}
