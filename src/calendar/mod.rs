//! Hours, holidays, seasons, clocks; the only room that knows the time crate. Floor 1: knows nothing of ours.

mod date;
mod duration;
mod time_of_day;
mod weekly;

pub use date::{Date, Weekday};
pub use duration::{Deadline, Duration, Unit};
pub use time_of_day::TimeOfDay;
pub use weekly::{Days, OpenSpan, WeeklyHours};
