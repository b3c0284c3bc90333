//! What runs, as plain data. Everything that reads a policy knows this room and nothing of YAML.
//!
//! Floor 2. Ground types that its fields hold are re-exported here, so that a reader of policies needs no other arrow.

mod axis;
mod builder;
mod claim;
mod condition;
mod desk;
mod desk_tables;
mod field;
mod group;
mod ids;
mod index;
mod information;
mod objective;
mod origin;
mod promise_table;
mod rule;
mod side;
mod who;
mod whole;

#[cfg(test)]
mod example;
#[cfg(test)]
mod random;
#[cfg(test)]
mod random_rules;

pub use crate::calendar::{
    ChannelStatus, Clock, Closure, Combination, Counting, Date, DaySpan, Days, Deadline, Duration, Hours, Instant,
    LocalTime, OpenSpan, Partition, Season, SpecialDay, TimeOfDay, Timetable, Unit, Weekday, WeeklyHours, Zone, due,
    holiday_data_version, say_local, say_seconds, tzdb_version,
};
pub use crate::measure::{Comparison, Decimal, Formula, Share};
pub use axis::{Axes, Axis, AxisOf, Region};
pub use builder::PolicyBuilder;
pub use claim::{Claim, Claims, Expectation, Guarantee, Scope, Story};
pub use condition::{Known, NamedAxis, NamedValue, TermAnswers, Test};
pub use desk::{Desk, DeskZone};
pub use desk_tables::{DeskHours, DeskTables};
pub use field::{Field, FieldKind, FieldValue};
pub use group::{Group, OnDuty, People, Skill};
pub use ids::{
    ChannelId, ContactTypeId, DeskId, FieldId, GroupId, LanguageId, PromiseId, RuleId, SeasonId, SegmentId, TermId,
};
pub use index::{CellIndex, Index};
pub use information::{Constraints, Information, Item, Sensitivity};
pub use objective::{Clause, CountingRules, Level, NamedObjective, ObjectiveKind, Promise};
pub use origin::{Element, Origin, Origins, Place, Places};
pub use promise_table::{Cell, Column, PromiseTable, Promised};
pub use rule::{Action, Escalation, Rule, Step, Teller};
pub use side::Side;
pub use who::{
    Channel, ChannelKind, ChannelSet, ContactType, Family, Gravity, Mode, PrivateMessages, Reply, ReplyNeed, Segment,
};
pub use whole::Policy;

#[cfg(test)]
pub(crate) use example::acorn;
#[cfg(test)]
pub(crate) use random::{Tape, random_policy};
#[cfg(test)]
pub(crate) use random_rules::{meeting_rules, random_guarantees};
