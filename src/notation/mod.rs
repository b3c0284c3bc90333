//! The small languages inside the values of a strategy file; the only room that knows the grammar crate.

mod condition;
mod condition_misread;
mod date;
mod date_misread;
mod duration;
mod duration_misread;
mod grammar;
mod hours;
mod hours_misread;
mod list;
mod misread;
mod passage;
mod phrase;
mod promise;
mod promise_misread;
mod reader;
mod share;
mod table;
mod tidy;
mod time_of_day;

#[cfg(test)]
mod checks;
#[cfg(test)]
mod condition_tests;
#[cfg(test)]
mod hours_tests;
#[cfg(test)]
mod promise_tests;

pub use condition::{AnyWords, BUILT_IN_FIELDS, Comparison, Condition, KnownWords, Test, Vocabulary, condition};
pub use date::{date, date_range};
pub use duration::{after_prefix, duration};
pub use hours::{DaySpan, WeeklyPhrase, day_hours, hours};
pub use list::list;
pub use misread::{LONGEST_PHRASE_BYTES, Misread, MisreadKind};
pub use passage::Passage;
pub use phrase::Phrase;
pub use promise::{Clause, Promise, promise};
pub use share::share;
pub use table::{Row, Table, TableFault, TableFaultKind, TableReading, table};
pub use time_of_day::time_of_day;
