//! Random desks for property tests: hours that meet clock changes, midnights, closures and special days.

use proptest::prelude::*;
use proptest::test_runner::Config;

use crate::calendar::civil::DAY;
use crate::calendar::*;

/// Zones whose clocks change at midnight, by half an hour, by two hours, twice in spring, or over a whole date.
const LIVELY: [&str; 16] = [
    "Australia/Lord_Howe",
    "Africa/Cairo",
    "America/Santiago",
    "Antarctica/Troll",
    "Africa/Casablanca",
    "Europe/London",
    "America/New_York",
    "Pacific/Apia",
    "America/Havana",
    "Asia/Beirut",
    "Atlantic/Azores",
    "America/Nuuk",
    "Pacific/Easter",
    "America/St_Johns",
    "Pacific/Chatham",
    "Europe/Dublin",
];

/// A few cases, so that all tests together take seconds; `PROPTEST_CASES=2000` runs more.
pub(crate) fn cases(few: u32) -> Config {
    let usual = Config::default();
    let asked = usual.cases != 256;
    Config { cases: if asked { usual.cases } else { few }, failure_persistence: None, ..usual }
}

/// A zone, most often a lively one, and an instant near one of its clock changes between 2004 and 2034.
pub(crate) fn zone_and_instant() -> impl Strategy<Value = (Zone, Instant)> {
    let names: Vec<_> = Zone::names().collect();
    let zone = prop_oneof![prop::sample::select(LIVELY.to_vec()), prop::sample::select(names)];
    (zone, any::<prop::sample::Index>(), -2 * DAY..2 * DAY).prop_map(|(name, which, shift)| {
        let zone = Zone::find(name).unwrap();
        let (from, to) = (Instant::from_seconds(1_072_915_200), Instant::from_seconds(2_019_686_400));
        let changes = zone.transitions(from, to);
        let near =
            if changes.is_empty() { Instant::from_seconds(1_794_999_960) } else { changes[which.index(changes.len())] };
        (zone, near.plus_seconds(shift.div_euclid(60) * 60))
    })
}

/// A time of day on a quarter of an hour or close to one; often early in the morning or at midnight, where clocks change.
fn time() -> impl Strategy<Value = TimeOfDay> {
    let minute = prop_oneof![
        2 => (0u32..=96).prop_map(|quarter| quarter * 15),
        2 => (0u32..=16).prop_map(|quarter| quarter * 15),
        1 => prop::sample::select(vec![0, 1, 1439, 1440]),
        1 => 0u32..=1440,
    ];
    minute.prop_map(|minute| TimeOfDay::from_seconds(minute * 60).unwrap())
}

fn day_span() -> impl Strategy<Value = DaySpan> {
    (time(), time()).prop_map(|(from, to)| DaySpan { from, to, next_day: to <= from })
}

/// Hours of a week.
pub(crate) fn weekly() -> impl Strategy<Value = WeeklyHours> {
    let span = (day_span(), 0u8..7, 0u8..7).prop_map(|(span, first, last)| OpenSpan {
        days: Days::range(Weekday::ALL[usize::from(first)], Weekday::ALL[usize::from(last)]),
        from: span.from,
        to: span.to,
        next_day: span.next_day,
    });
    prop_oneof![
        8 => prop::collection::vec(span, 1..5).prop_map(WeeklyHours::Spans),
        1 => Just(WeeklyHours::Always),
        1 => Just(WeeklyHours::Never),
    ]
}

/// A desk whose seasons, closures and special days lie around an instant.
pub(crate) fn desk(zone: Zone, around: Instant) -> impl Strategy<Value = Hours> {
    let middle = zone.local(around).date;
    let date = move || (-6i64..=6).prop_map(move |days| middle.plus_days(days));
    let season = (date(), 0i64..8, weekly()).prop_map(|(from, length, weekly)| Season {
        name: "Season".to_owned(),
        from,
        to: from.plus_days(length),
        weekly,
    });
    let part = prop::option::of((time(), time()));
    let closure = (date(), 0i64..3, part).prop_map(|(from, length, part)| Closure::Dates {
        from,
        to: from.plus_days(length),
        name: None,
        part,
    });
    let special =
        (date(), prop::collection::vec(day_span(), 0..3)).prop_map(|(date, spans)| SpecialDay { date, spans });
    (
        weekly(),
        prop::collection::vec(season, 0..3),
        prop::collection::vec(closure, 0..4),
        prop::collection::vec(special, 0..4),
    )
        .prop_map(move |(weekly, seasons, closed, special)| Hours {
            zone: zone.clone(),
            weekly,
            seasons,
            closed,
            special,
        })
}

/// An instant near a clock change, and a desk in that zone.
pub(crate) fn desk_near_a_change() -> impl Strategy<Value = (Instant, Hours)> {
    zone_and_instant().prop_flat_map(|(zone, around)| (Just(around), desk(zone, around)))
}

/// An instant near a clock change of the first of two desks, in zones of their own.
pub(crate) fn two_desks() -> impl Strategy<Value = (Instant, Hours, Hours)> {
    (zone_and_instant(), zone_and_instant())
        .prop_flat_map(|((first, around), (second, _))| (Just(around), desk(first, around), desk(second, around)))
}
