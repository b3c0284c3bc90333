//! Lengths of time and instants as people say them.

use crate::calendar::instant::Instant;
use crate::calendar::zone::Zone;

/// A length of time that passed, in its two largest units: `45 s`, `9 h 55 min`, `2 days 3 h`. What is smaller than both
/// is left out, so that nothing is said to be longer than it was.
#[must_use]
pub fn say_seconds(seconds: u64) -> String {
    let (days, hours, minutes, rest) = (seconds / 86_400, seconds / 3600 % 24, seconds / 60 % 60, seconds % 60);
    let day_word = if days == 1 { "day" } else { "days" };
    let (large, small) = match (days, hours, minutes) {
        (0, 0, 0) => ((rest, "s"), (0, "")),
        (0, 0, _) => ((minutes, "min"), (rest, "s")),
        (0, _, _) => ((hours, "h"), (minutes, "min")),
        (_, _, _) => ((days, day_word), (hours, "h")),
    };
    if small.0 == 0 {
        format!("{} {}", large.0, large.1)
    } else {
        format!("{} {} {} {}", large.0, large.1, small.0, small.1)
    }
}

/// What calendar and wall clock of a zone show, in short: `Mon 2026-11-23 08:30`. Where clocks are put back and show that
/// twice, which of the two it is.
#[must_use]
pub fn say_local(zone: &Zone, instant: Instant) -> String {
    let local = zone.local(instant);
    format!("{} {} {}{}", local.weekday().short(), local.date, local.time, which_time(zone, instant))
}

/// What calendar and wall clock of a zone show, in full: `Sunday 22 November 2026, 22:05`.
#[must_use]
pub fn say_local_in_full(zone: &Zone, instant: Instant) -> String {
    let local = zone.local(instant);
    let (day, month, year) = (local.date.day(), local.date.month_name(), local.date.year());
    format!("{} {day} {month} {year}, {}{}", local.weekday().name(), local.time, which_time(zone, instant))
}

/// Which of two instants with the same reading this is; nothing where it is the only one.
fn which_time(zone: &Zone, instant: Instant) -> &'static str {
    let local = zone.local(instant);
    match zone.second_at(local.date, local.time) {
        None => "",
        Some(second) if second == instant => " (the second time, after the clocks go back)",
        Some(_) => " (the first time, before the clocks go back)",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_have_at_most_two_units() {
        for (seconds, said) in [
            (0, "0 s"),
            (45, "45 s"),
            (60, "1 min"),
            (330, "5 min 30 s"),
            (3600, "1 h"),
            (35_700, "9 h 55 min"),
            (86_399, "23 h 59 min"),
            (86_400, "1 day"),
            (183_600, "2 days 3 h"),
            (172_801, "2 days"),
        ] {
            assert_eq!(say_seconds(seconds), said);
        }
    }

    #[test]
    fn instants_are_told_in_the_zone() {
        let zone = Zone::find("Europe/London").unwrap();
        let late = Instant::parse_rfc3339("2026-11-22T22:05:00Z").unwrap();
        assert_eq!(say_local(&zone, late), "Sun 2026-11-22 22:05");
        assert_eq!(say_local_in_full(&zone, late), "Sunday 22 November 2026, 22:05");
        let said = |text| say_local(&zone, Instant::parse_rfc3339(text).unwrap());
        let first = "Sun 2026-10-25 01:15 (the first time, before the clocks go back)";
        assert_eq!(said("2026-10-25T00:15:00Z"), first);
        let second = "Sun 2026-10-25 01:15 (the second time, after the clocks go back)";
        assert_eq!(said("2026-10-25T01:15:00Z"), second);
        assert_eq!(said("2026-10-25T02:00:00Z"), "Sun 2026-10-25 02:00");
    }
}
