//! Hours, holidays, seasons, clocks; the only room that knows the time crate. Floor 1: knows nothing of ours.

mod channel_status;
mod civil;
mod clock;
mod combination;
mod date;
mod duration;
mod holidays;
mod hours;
mod instant;
mod partition;
mod readings;
mod say;
mod spans;
mod stamp;
mod table;
mod time_of_day;
mod timetable;
mod weekly;
mod working_days;
mod zone;
mod zone_names;

pub use channel_status::ChannelStatus;
pub use clock::{Clock, Counting, active_seconds, due, due_with_pauses};
pub use combination::Combination;
pub use date::{Date, Weekday};
pub use duration::{Deadline, Duration, Unit};
pub use holidays::{Holiday, HolidayList, holiday_data_version};
pub use hours::{Closure, DaySpan, Hours, Season, SpecialDay};
pub use instant::Instant;
pub use partition::{Partition, Piece};
pub use say::{say_local, say_local_in_full, say_seconds};
pub use stamp::Stamp;
pub use time_of_day::TimeOfDay;
pub use timetable::Timetable;
pub use weekly::{Days, OpenSpan, WeeklyHours};
pub use zone::{LocalTime, Zone, tzdb_version};

#[cfg(test)]
mod laws;
#[cfg(test)]
mod oracle;
#[cfg(test)]
mod random_hours;
#[cfg(test)]
mod tests;
