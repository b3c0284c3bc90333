//! Laws that time keeps to, whatever the hours: properties of open time, due instants, changes, zones and partitions.

use proptest::prelude::*;

use crate::calendar::random_hours::{cases, desk_near_a_change, two_desks, weekly, zone_and_instant};
use crate::calendar::*;

const DAY: i64 = 86_400;

/// Seconds before or after an instant, most of them within a fortnight.
fn shift() -> impl Strategy<Value = i64> {
    prop_oneof![3 => -14 * DAY..14 * DAY, 1 => -900 * DAY..900 * DAY]
}

/// Some open time to wait for.
fn amount() -> impl Strategy<Value = u64> {
    prop_oneof![1..120u64, 1..400_000u64, (1..100u64).prop_map(|hours| hours * 3600)]
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn open_time_adds_up((around, hours) in desk_near_a_change(), a in shift(), b in shift(), c in shift()) {
        let timetable = Timetable::new(&[hours], around);
        let mut at = [a, b, c].map(|shift| around.plus_seconds(shift));
        at.sort();
        let [a, b, c] = at;
        let open = |from, to| timetable.open_seconds(from, to);
        prop_assert_eq!(open(a, b) + open(b, c), open(a, c));
        prop_assert!(open(a, c) <= a.seconds_until(c));
        prop_assert_eq!(open(c, a), 0);
        let spans = timetable.spans(a, c);
        prop_assert_eq!(spans.iter().map(|(from, to)| from.seconds_until(*to)).sum::<u64>(), open(a, c));
    }

    #[test]
    fn due_is_the_earliest_with_enough((around, hours) in desk_near_a_change(), s in shift(), d in amount(), e in amount()) {
        let timetable = Timetable::new(&[hours], around);
        let start = around.plus_seconds(s);
        prop_assert_eq!(timetable.due(start, 0), Some(start));
        let Some(due) = timetable.due(start, d) else {
            // Never open enough: decided, and not for want of looking.
            prop_assert!(timetable.open_seconds(start, start.plus_seconds(100_000 * DAY)) < d);
            return Ok(());
        };
        prop_assert_eq!(timetable.open_seconds(start, due), d);
        prop_assert!(timetable.open_seconds(start, due.plus_seconds(-1)) < d);
        prop_assert_eq!(timetable.due(timetable.next_opening(start).unwrap(), d), Some(due));
        if let Some(later) = timetable.due(start, d + e) {
            prop_assert!(due < later);
            prop_assert_eq!(timetable.due(due, e), Some(later));
        }
        let later_start = timetable.due(start.plus_seconds(e as i64), d);
        prop_assert!(later_start.is_none_or(|later| due <= later));
    }

    #[test]
    fn changes_are_flips((around, hours) in desk_near_a_change(), s in shift(), inside in 0.0..1.0f64) {
        let timetable = Timetable::new(&[hours], around);
        let start = around.plus_seconds(s);
        let state = timetable.is_open(start);
        let Some(change) = timetable.next_change(start) else {
            for days in [1, 30, 400, 5_000, 40_000] {
                prop_assert_eq!(timetable.is_open(start.plus_seconds(days * DAY)), state);
            }
            return Ok(());
        };
        prop_assert!(change > start);
        prop_assert_eq!(timetable.is_open(change), !state);
        let between = start.plus_seconds((start.seconds_until(change) as f64 * inside) as i64);
        prop_assert_eq!(timetable.is_open(between), state);
        prop_assert_eq!(timetable.is_open(change.plus_seconds(-1)), state);
    }

    #[test]
    fn no_answer_depends_on_the_horizon((around, hours) in desk_near_a_change(), s in shift(), d in amount(), years in -60..60i64) {
        let near = Timetable::new(std::slice::from_ref(&hours), around);
        let far = Timetable::new(std::slice::from_ref(&hours), around.plus_seconds(years * 366 * DAY));
        let (start, date) = (around.plus_seconds(s), hours.zone.local(around.plus_seconds(s)).date);
        for timetable in [&far, &far.clone()] {
            prop_assert_eq!(near.is_open(start), timetable.is_open(start));
            prop_assert_eq!(near.next_change(start), timetable.next_change(start));
            prop_assert_eq!(near.due(start, d), timetable.due(start, d));
            prop_assert_eq!(near.open_seconds(around, start), timetable.open_seconds(around, start));
            prop_assert_eq!(near.working_day_after(date, 3), timetable.working_day_after(date, 3));
            prop_assert_eq!(near.opens_and_closes_on(date), timetable.opens_and_closes_on(date));
        }
    }

    #[test]
    fn a_span_may_be_written_in_two((zone, around) in zone_and_instant(), week in weekly(), cut in 0u32..1440) {
        let cut = TimeOfDay::from_seconds(cut * 60).unwrap();
        let mut split = week.clone();
        if let WeeklyHours::Spans(spans) = &mut split {
            for span in spans.clone().iter().filter(|span| span.from < cut && (span.next_day || cut < span.to)) {
                spans.retain(|other| other != span);
                spans.push(OpenSpan { to: cut, next_day: false, ..*span });
                spans.push(OpenSpan { from: cut, ..*span });
            }
        }
        let [whole, split] =
            [week, split].map(|week| Timetable::new(&[Hours::every_week(zone.clone(), week)], around));
        let (from, to) = (around.plus_seconds(-20 * DAY), around.plus_seconds(20 * DAY));
        prop_assert_eq!(whole.spans(from, to), split.spans(from, to));
    }

    #[test]
    fn always_is_all_of_the_time((zone, around) in zone_and_instant(), a in shift(), d in amount()) {
        let always = Timetable::new(&[Hours::every_week(zone, WeeklyHours::Always)], around);
        let start = around.plus_seconds(a);
        let due = start.plus_seconds(d as i64);
        prop_assert_eq!(always.open_seconds(start, due), d);
        prop_assert_eq!(always.due(start, d), Some(due));
        prop_assert_eq!(always.next_change(start), None);
    }

    #[test]
    fn a_fixed_offset_is_utc_moved((_, around) in zone_and_instant(), hours in 1..12i64, week in weekly(), s in shift()) {
        let fixed = Zone::find(&format!("Etc/GMT-{hours}")).unwrap();
        let [moved, utc] = [fixed, Zone::utc()].map(|zone| Timetable::new(&[Hours::every_week(zone, week.clone())], around));
        let start = around.plus_seconds(s);
        let back = |instant: Instant| instant.plus_seconds(hours * 3600);
        prop_assert_eq!(moved.is_open(start), utc.is_open(back(start)));
        prop_assert_eq!(moved.next_change(start).map(back), utc.next_change(back(start)));
        prop_assert_eq!(moved.close_of_working_day(start, 2, true).map(back), utc.close_of_working_day(back(start), 2, true));
    }

    #[test]
    fn a_partition_adds_up((around, first, second) in two_desks(), a in shift(), b in shift()) {
        let timetables = [first, second].map(|hours| Timetable::new(&[hours], around));
        let (from, to) = (around.plus_seconds(a.min(b)), around.plus_seconds(a.max(b)));
        let partition = Partition::new(&timetables.each_ref(), from, to);
        let (mut sum, mut open, mut end) = (0, [0, 0], from);
        for piece in partition.pieces() {
            prop_assert_eq!(piece.from, end);
            prop_assert!(piece.from < piece.to);
            end = piece.to;
            sum += piece.from.seconds_until(piece.to);
            for index in &partition.sets()[piece.set] {
                open[*index] += piece.from.seconds_until(piece.to);
            }
        }
        prop_assert_eq!(end, to);
        prop_assert_eq!(sum, from.seconds_until(to));
        prop_assert_eq!(open, timetables.each_ref().map(|timetable| timetable.open_seconds(from, to)));
        prop_assert!(partition.pieces().windows(2).all(|pair| pair[0].set != pair[1].set));
    }

    #[test]
    fn closing_a_date_takes_away_its_length((zone, around) in zone_and_instant()) {
        let date = zone.local(around).date;
        let mut hours = Hours::every_week(zone.clone(), WeeklyHours::Always);
        hours.closed.push(Closure::Dates { from: date, to: date, name: None, part: None });
        let (from, to) = (around.plus_seconds(-3 * DAY), around.plus_seconds(3 * DAY));
        let closed = Timetable::new(&[hours], around).open_seconds(from, to);
        let minutes = (0..6 * 1440).filter(|minute| zone.local(from.plus_seconds(minute * 60)).date == date).count();
        prop_assert_eq!(from.seconds_until(to) - closed, minutes as u64 * 60);
    }

    #[test]
    fn pauses_stop_the_clock((around, hours) in desk_near_a_change(), s in shift(), d in 1..100_000u32, pauses in prop::collection::vec((-3 * DAY..20 * DAY, 0..2 * DAY), 0..5)) {
        let (zone, start) = (hours.zone.clone(), around.plus_seconds(s));
        let timetable = Timetable::new(&[hours], around);
        let pauses: Vec<_> = pauses
            .into_iter()
            .map(|(from, length)| (start.plus_seconds(from), start.plus_seconds(from + length)))
            .collect();
        for counting in [Counting::WhileOpen, Counting::AllHours] {
            let clock = Clock { counting, after_close_counts_next: false };
            let deadline = Deadline::Within(Duration::new(d, Unit::Second));
            let Some(unpaused) = due(&timetable, &zone, clock, start, deadline) else { continue };
            let Some(due) = due_with_pauses(&timetable, &zone, clock, start, deadline, &pauses) else { continue };
            let active = |to| active_seconds(&timetable, counting, start, to, &pauses);
            prop_assert!(unpaused <= due);
            prop_assert_eq!(active(due), u64::from(d));
            prop_assert!(active(due.plus_seconds(-1)) < u64::from(d));
        }
    }

    #[test]
    fn working_days_never_come_earlier_for_a_later_start(
        (around, hours) in desk_near_a_change(),
        n in 1..5u32,
        a in shift(),
        b in shift(),
    ) {
        let zone = hours.zone.clone();
        let timetable = Timetable::new(&[hours], around);
        let [early, late] = [a.min(b), a.max(b)].map(|shift| around.plus_seconds(shift));
        // Inside a repeated hour the clock itself runs back.
        prop_assume!(zone.local(early) <= zone.local(late));
        for next in [false, true] {
            let close = |received| timetable.close_of_working_day(received, n, next);
            prop_assert!(close(late).is_none_or(|late| close(early).is_some_and(|early| early <= late)));
        }
        let same = |start| timetable.same_time_working_days(start, n);
        prop_assert!(same(late).is_none_or(|late| same(early).is_some_and(|early| early <= late)));
    }
}
