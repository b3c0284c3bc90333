//! The published cases about time, run through the timetable. Where they come from: `tests/cases/time/README.md`.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::calendar::*;

const CASES: &str = include_str!("../../tests/cases/time/time.json");
const COVERAGE: &str = include_str!("../../tests/cases/time/time-coverage.json");

fn instant(value: &Value) -> Instant {
    Instant::parse_rfc3339(value.as_str().unwrap()).unwrap()
}

fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

/// A span whose end may be written beyond 24:00.
fn day_span(value: &Value) -> DaySpan {
    let seconds = |value: &Value| {
        let (hours, minutes) = value.as_str().unwrap().split_once(':').unwrap();
        hours.parse::<u32>().unwrap() * 3600 + minutes.parse::<u32>().unwrap() * 60
    };
    let (from, to) = (seconds(&value[0]), seconds(&value[1]));
    let next_day = to > 86_400;
    let time = |seconds| TimeOfDay::from_seconds(seconds).unwrap();
    DaySpan { from: time(from), to: time(if next_day { to - 86_400 } else { to }), next_day }
}

fn members<'v>(value: &'v Value, key: &str) -> impl Iterator<Item = (&'v String, &'v Value)> {
    value.get(key).and_then(Value::as_object).into_iter().flatten()
}

fn spans(value: &Value) -> impl Iterator<Item = DaySpan> + '_ {
    value.as_array().unwrap().iter().map(day_span)
}

fn hours(schedule: &Value) -> Hours {
    let mut weekly = Vec::new();
    for (day, listed) in members(schedule, "weekly") {
        let day = Weekday::ALL.into_iter().find(|known| known.short().to_lowercase() == *day).unwrap();
        weekly.extend(spans(listed).map(|DaySpan { from, to, next_day }| OpenSpan {
            days: Days::one(day),
            from,
            to,
            next_day,
        }));
    }
    let mut closed = Vec::new();
    for holiday in schedule.get("holidays").and_then(Value::as_array).into_iter().flatten() {
        let date = date(holiday.as_str().unwrap());
        closed.push(Closure::Dates { from: date, to: date, name: None, part: None });
    }
    for (day, listed) in members(schedule, "breaks") {
        let date = date(day);
        closed.extend(spans(listed).map(|span| {
            let part = Some((span.from, span.to));
            Closure::Dates { from: date, to: date, name: None, part }
        }));
    }
    let special = members(schedule, "specials")
        .map(|(day, listed)| SpecialDay { date: date(day), spans: spans(listed).collect() })
        .collect();
    let zone = Zone::find(schedule["tz"].as_str().unwrap()).unwrap();
    Hours { zone, weekly: WeeklyHours::Spans(weekly), seasons: Vec::new(), closed, special }
}

fn answer(case: &Value, around: impl Fn(Instant) -> Instant) -> Value {
    let inputs = &case["inputs"];
    let hours = hours(&case["schedule"]);
    let zone = hours.zone.clone();
    let start = instant(inputs.get("at").unwrap_or(&inputs["start"]));
    let timetable = Timetable::new(&[hours], around(start));
    let printed = |instant: Option<Instant>| instant.map_or(Value::Null, |instant| instant.to_string().into());
    match case["operation"].as_str().unwrap() {
        "is_open" => timetable.is_open(start).into(),
        "next_change" => {
            let limit = start.plus_seconds(400 * 86_400);
            printed(timetable.next_change(start).filter(|change| *change <= limit))
        }
        "elapsed" => timetable.open_seconds(start, instant(&inputs["end"])).into(),
        "due_at" => {
            let deadline = match inputs.get("business_days") {
                Some(days) => Deadline::SameTime { working_days: days.as_u64().unwrap().try_into().unwrap() },
                None => {
                    let seconds = inputs["business_seconds"].as_u64().unwrap().try_into().unwrap();
                    Deadline::Within(Duration::new(seconds, Unit::Second))
                }
            };
            let pauses = inputs.get("pauses").and_then(Value::as_array).into_iter().flatten();
            let pauses: Vec<_> = pauses.map(|pause| (instant(&pause[0]), instant(&pause[1]))).collect();
            let unpaused = due(&timetable, &zone, Clock::default(), start, deadline);
            let paused = due_with_pauses(&timetable, &zone, Clock::default(), start, deadline, &pauses);
            assert!(!pauses.is_empty() || paused == unpaused);
            printed(paused)
        }
        other => panic!("{other}"),
    }
}

fn run(around: impl Fn(Instant) -> Instant) {
    let cases: Value = serde_json::from_str(CASES).unwrap();
    let (mut run, mut skipped, mut wrong) = (0, 0, Vec::new());
    for case in cases["cases"].as_array().unwrap() {
        let tags = case["tags"].as_array().unwrap().iter().filter_map(Value::as_str);
        if tags.filter_map(|tag| tag.strip_prefix("tzdb>=")).any(|needed| tzdb_version() < needed) {
            skipped += 1;
            continue;
        }
        run += 1;
        let found = answer(case, &around);
        if found != case["expected"] {
            wrong.push(format!("{}: {found}, not {}", case["id"], case["expected"]));
        }
    }
    println!("{run} cases, {skipped} skipped for want of newer time zone data");
    assert_eq!(run + skipped, 158);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn all_published_cases() {
    run(|start| start);
}

#[test]
fn all_published_cases_from_far_away() {
    run(|start| start.plus_seconds(86_400 * 366 * 40));
    run(|start| start.plus_seconds(-86_400 * 366 * 40));
    run(|_| Instant::LAST);
}

#[test]
fn all_published_partitions() {
    let cases: Value = serde_json::from_str(COVERAGE).unwrap();
    let cases = cases["cases"].as_array().unwrap();
    assert_eq!(cases.len(), 3);
    for case in cases {
        let (from, to) = (instant(&case["from"]), instant(&case["to"]));
        let schedules: Vec<_> = members(case, "schedules").collect();
        let timetables: Vec<_> =
            schedules.iter().map(|(_, hours_of)| Timetable::new(&[hours(hours_of)], from)).collect();
        let partition = Partition::new(&timetables.iter().collect::<Vec<_>>(), from, to);
        let mut found: BTreeMap<Vec<&str>, Vec<Piece>> = BTreeMap::new();
        for piece in partition.pieces() {
            let mut names: Vec<_> =
                partition.sets()[piece.set].iter().map(|index| schedules[*index].0.as_str()).collect();
            names.sort();
            found.entry(names).or_default().push(*piece);
        }
        let expected = case["expected"].as_array().unwrap();
        assert_eq!(found.len(), expected.len(), "{}", case["id"]);
        for set in expected {
            let names: Vec<_> = set["open"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
            let pieces = &found[&names];
            let length = |piece: &Piece| piece.from.seconds_until(piece.to);
            assert_eq!(pieces.iter().map(length).sum::<u64>(), set["seconds"].as_u64().unwrap(), "{names:?}");
            assert_eq!(pieces.len() as u64, set["pieces"].as_u64().unwrap(), "{names:?}");
            assert_eq!(pieces[0].from, instant(&set["first"]), "{names:?}");
            // The first of the longest.
            let longest = pieces.iter().rev().max_by_key(|piece| length(piece)).unwrap();
            assert_eq!(
                (longest.from, longest.to),
                (instant(&set["longest"][0]), instant(&set["longest"][1])),
                "{names:?}"
            );
        }
    }
}
