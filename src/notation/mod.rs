//! The small languages inside the values of a strategy file; the only room that knows the grammar crate.

mod amount;
mod amount_misread;
mod closed_on;
mod collaboration;
mod condition;
mod condition_field;
mod condition_misread;
mod condition_number;
mod contact_parts;
mod date;
mod date_misread;
mod dates_misread;
mod duration;
mod duration_misread;
mod duration_parts;
mod each;
mod expectation;
mod field_type;
mod grammar;
mod guarantee;
mod hours;
mod hours_misread;
mod list;
mod misread;
mod misread_kind;
mod miss;
mod owner;
mod passage;
mod people;
mod phrase;
mod places;
mod promise;
mod promise_misread;
mod promise_spoken;
mod reader;
mod share;
mod skills;
mod slips;
mod status;
mod story;
mod story_misread;
mod table;
mod tidy;
mod time_of_day;
mod vocabulary;
mod volume;

#[cfg(test)]
mod checks;
#[cfg(test)]
mod condition_tests;
#[cfg(test)]
mod guarantee_tests;
#[cfg(test)]
mod hours_tests;
#[cfg(test)]
mod promise_tests;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod story_tests;

pub use amount::{Money, Per, Rate, count, money, rate, yes_no};
pub use closed_on::{ClosedOn, closed_on};
pub use collaboration::{FeedbackLoop, HowOften, LoopTopic, escalation, loop_phrase};
pub use condition::{Condition, Test, condition};
pub use contact_parts::{ContactParts, Guess, contact_parts};
pub use date::{date, date_range};
pub use duration::{after_prefix, duration};
pub use each::{MisreadPart, closed_on_each, condition_each, day_hours_each, hours_each, promise_each};
pub use expectation::{Expectation, expectations};
pub use field_type::{FieldKind, FieldType, field_type};
pub use guarantee::{Claim, Compared, claims, compare};
pub use hours::{DaySpan, WeeklyPhrase, day_hours, hours};
pub use list::list;
pub use misread::{LONGEST_PHRASE_BYTES, Misread};
pub use misread_kind::MisreadKind;
pub use owner::{Owner, SourceNote, owner, source};
pub use passage::Passage;
pub use people::{People, Shift, people};
pub use phrase::Phrase;
pub use places::places;
pub use promise::{Clause, Promise, promise};
pub use share::share;
pub use skills::{Mix, Skill, mix, skills};
pub use status::{bare_status, status};
pub use story::{ContactLine, ContactNames, Fact, Moment, MomentDay, contact_phrase};
pub use table::{PastedCell, Row, Table, TableFault, TableFaultKind, TableReading, table};
pub use time_of_day::time_of_day;
pub use vocabulary::{AnyWords, BUILT_IN_FIELDS, KnownWords, Vocabulary};
pub use volume::{Volume, volume};
