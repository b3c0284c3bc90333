//! Working days: the dates on which a desk opens, counted after the date of receipt.

use crate::calendar::instant::Instant;
use crate::calendar::table::OpenDate;
use crate::calendar::time_of_day::TimeOfDay;
use crate::calendar::timetable::Timetable;

/// Dates are those of the timetable's zone. A date counts if the desk is open at any instant of it, even if only with
/// the end of last night's span. Working day 0 is the start itself.
impl Timetable {
    /// The end of the last open time of the `n`-th working day after the date of receipt, whether or not the desk was
    /// open then; on a desk that is open across midnight that is 24:00.
    ///
    /// With `after_close_counts_next` a contact for which no open time is left on its date counts as received on the next
    /// working day. `None` if there will never be that many working days.
    #[must_use]
    pub fn close_of_working_day(&self, received: Instant, n: u32, after_close_counts_next: bool) -> Option<Instant> {
        if n == 0 {
            return Some(received);
        }
        let day = self.nth_working_day(received, n, after_close_counts_next)?;
        Some(Instant::from_seconds(day.closes))
    }

    /// The first open instant at or after a time of day on that working day. Where the desk is closed from that time on,
    /// this is its next opening, on a later date.
    #[must_use]
    pub fn at_time_on_working_day(
        &self,
        received: Instant,
        n: u32,
        time: TimeOfDay,
        after_close_counts_next: bool,
    ) -> Option<Instant> {
        if n == 0 {
            return Some(received);
        }
        let day = self.nth_working_day(received, n, after_close_counts_next)?;
        self.next_opening(self.zone().first_at(day.date(), time))
    }

    /// The same time of day, `n` working days later: the start is moved to the next opening if the desk is closed, and
    /// the result is the first open instant at or after that opening's time of day on the `n`-th working day after its
    /// date.
    #[must_use]
    pub fn same_time_working_days(&self, start: Instant, n: u32) -> Option<Instant> {
        if n == 0 {
            return Some(start);
        }
        let local = self.zone().local(self.next_opening(start)?);
        let day = self.open_date_after(local.date, n)?;
        self.next_opening(self.zone().first_at(day.date(), local.time))
    }

    fn nth_working_day(&self, received: Instant, n: u32, after_close_counts_next: bool) -> Option<OpenDate> {
        let mut date = self.zone().local(received).date;
        let time_is_left = || self.open_date(date).is_some_and(|day| day.closes > received.seconds());
        if after_close_counts_next && !time_is_left() {
            date = self.open_date_after(date, 1)?.date();
        }
        self.open_date_after(date, n)
    }
}
