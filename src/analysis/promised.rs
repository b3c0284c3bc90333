//! When one promise is at most another, as customers count it: nobody who has the first waits longer than the second says.
//!
//! Only what is comparable is compared: points with points of the same kind of clock, averages with averages. What cannot
//! be compared is not at most the other.

use crate::policy::{Cell, Clause, Deadline, Duration, Policy, Promise, Unit};

/// Whether a cell of the table promises an answer within a length of time. A cell without a promise does not.
pub(crate) fn at_most(policy: &Policy, cell: Option<Cell>, length: Duration) -> bool {
    match cell {
        Some(Cell::Always) => true,
        Some(Cell::Promise(promise)) => policy.promise(promise).is_some_and(|promise| within(promise, length)),
        Some(Cell::NoPromise | Cell::NotOffered) | None => false,
    }
}

/// Whether the promise of one cell is at most that of another. No promise is more than any; two without one are alike.
pub(crate) fn at_most_the_same(policy: &Policy, one: Option<Cell>, two: Option<Cell>) -> bool {
    let promise = |cell: Option<Cell>| match cell {
        Some(Cell::Promise(promise)) => policy.promise(promise),
        Some(Cell::Always | Cell::NoPromise | Cell::NotOffered) | None => None,
    };
    match (one, two) {
        (Some(Cell::Always), _) => true,
        (_, Some(Cell::Always)) => false,
        (_, Some(Cell::NoPromise | Cell::NotOffered) | None) => true,
        (Some(Cell::NoPromise | Cell::NotOffered) | None, Some(Cell::Promise(_))) => false,
        (Some(Cell::Promise(_)), Some(Cell::Promise(_))) => match (promise(one), promise(two)) {
            (Some(one), Some(two)) => implies(one, two),
            _ => false,
        },
    }
}

/// Whether everything that a promise says about time is within a length: each point of a ladder, or the average.
fn within(promise: &Promise, length: Duration) -> bool {
    let mut timed = promise.clauses.iter().filter_map(|clause| match clause {
        Clause::Point { deadline, .. } => Some(sooner(*deadline, Deadline::Within(length))),
        Clause::Average(average) => Some(sooner(Deadline::Within(*average), Deadline::Within(length))),
        Clause::Over { over, .. } => Some(sooner(Deadline::Within(*over), Deadline::Within(length))),
        Clause::Abandoned { .. } | Clause::Busy { .. } => None,
    });
    let first = timed.next();
    first.is_some_and(|first| first && timed.all(|within| within))
}

/// Whether keeping the first promise keeps the second.
fn implies(one: &Promise, two: &Promise) -> bool {
    two.clauses.iter().all(|wanted| one.clauses.iter().any(|given| clause_implies(given, wanted)))
}

fn clause_implies(given: &Clause, wanted: &Clause) -> bool {
    match (given, wanted) {
        (
            Clause::Point { share, strict, deadline },
            Clause::Point { share: wanted, strict: wanted_strict, deadline: later },
        ) => {
            let enough = share > wanted || (share == wanted && (*strict || !wanted_strict));
            enough && sooner(*deadline, *later)
        }
        (Clause::Average(given), Clause::Average(wanted)) => {
            sooner(Deadline::Within(*given), Deadline::Within(*wanted))
        }
        (Clause::Abandoned { at_most, after }, Clause::Abandoned { at_most: wanted, after: wanted_after }) => {
            at_most <= wanted && after == wanted_after
        }
        (Clause::Busy { at_most }, Clause::Busy { at_most: wanted }) => at_most <= wanted,
        (Clause::Over { fewer_than, over }, Clause::Over { fewer_than: wanted, over: longer }) => {
            fewer_than <= wanted && sooner(Deadline::Within(*over), Deadline::Within(*longer))
        }
        (
            Clause::Point { .. }
            | Clause::Average(_)
            | Clause::Abandoned { .. }
            | Clause::Busy { .. }
            | Clause::Over { .. },
            _,
        ) => false,
    }
}

/// Whether the first deadline never falls after the second.
fn sooner(one: Deadline, two: Deadline) -> bool {
    match (one, two) {
        (Deadline::Within(one), Deadline::Within(two)) => shorter(one, two),
        (Deadline::AtTime { working_day, time }, Deadline::AtTime { working_day: later_day, time: later }) => {
            working_day < later_day || (working_day == later_day && time <= later)
        }
        (Deadline::SameTime { working_days }, Deadline::SameTime { working_days: later }) => working_days <= later,
        // The same time of a working day is before its close; a time of a day is before the close of the next.
        (Deadline::SameTime { working_days }, Deadline::Within(Duration { amount, unit: Unit::WorkingDay })) => {
            working_days <= amount
        }
        (Deadline::AtTime { working_day, .. }, Deadline::Within(Duration { amount, unit: Unit::WorkingDay })) => {
            working_day < amount
        }
        (Deadline::Within(_) | Deadline::AtTime { .. } | Deadline::SameTime { .. }, _) => false,
    }
}

/// Whether the first length of time never ends after the second. A length in hours of the clock on the wall has passed
/// when as much open time has; never the other way round, and days are never a number of hours.
fn shorter(one: Duration, two: Duration) -> bool {
    if let (Some(seconds), Some(longer)) = (one.seconds(), two.seconds()) {
        return seconds <= longer && (one.unit == Unit::ClockHour || clock(one.unit) == clock(two.unit));
    }
    let dates = |length: Duration| match length.unit {
        Unit::Day => Some(u64::from(length.amount)),
        Unit::Week => Some(u64::from(length.amount) * 7),
        Unit::Second
        | Unit::Minute
        | Unit::Hour
        | Unit::OpenHour
        | Unit::ClockHour
        | Unit::WorkingDay
        | Unit::Month => None,
    };
    match (dates(one), dates(two)) {
        (Some(one), Some(two)) => one <= two,
        _ => one.unit == two.unit && one.amount <= two.amount,
    }
}

/// Which clock a unit runs on: as the strategy counts, while the desk is open, or on the wall.
fn clock(unit: Unit) -> u8 {
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour => 0,
        Unit::OpenHour => 1,
        Unit::ClockHour => 2,
        Unit::Day | Unit::WorkingDay | Unit::Week | Unit::Month => 3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::{Decimal, Share, TimeOfDay};

    fn promise(clauses: Vec<Clause>) -> Promise {
        Promise { written: String::new(), clauses }
    }

    fn point(percent: i32, deadline: Deadline) -> Clause {
        Clause::Point { share: Share::percent(Decimal::whole(percent)).unwrap(), strict: false, deadline }
    }

    fn length(amount: u32, unit: Unit) -> Duration {
        Duration::new(amount, unit)
    }

    #[test]
    fn lengths_are_compared_on_one_clock_only() {
        let open = length(4, Unit::OpenHour);
        for (one, two, shorter_than) in [
            (length(15, Unit::Minute), length(900, Unit::Second), true),
            (length(16, Unit::Minute), length(900, Unit::Second), false),
            (length(4, Unit::ClockHour), open, true),
            (open, length(4, Unit::ClockHour), false),
            (length(4, Unit::Hour), open, false),
            (length(7, Unit::Day), length(1, Unit::Week), true),
            (length(1, Unit::Day), length(24, Unit::ClockHour), false),
            (length(2, Unit::WorkingDay), length(3, Unit::WorkingDay), true),
            (length(2, Unit::WorkingDay), length(3, Unit::Day), false),
        ] {
            assert_eq!(shorter(one, two), shorter_than, "{one} and {two}");
        }
    }

    #[test]
    fn a_ladder_keeps_a_promise_by_any_of_its_points_and_is_within_a_time_by_all() {
        let seconds = |amount| Deadline::Within(length(amount, Unit::Second));
        let ladder = promise(vec![point(90, seconds(15)), point(95, seconds(20))]);
        assert!(implies(&ladder, &promise(vec![point(80, seconds(20))])));
        assert!(!implies(&ladder, &promise(vec![point(95, seconds(15))])));
        assert!(!implies(&promise(vec![point(80, seconds(20))]), &ladder));
        assert!(within(&ladder, length(20, Unit::Second)) && !within(&ladder, length(15, Unit::Second)));
        assert!(!within(
            &promise(vec![Clause::Busy { at_most: Share::percent(Decimal::whole(3)).unwrap() }]),
            length(1, Unit::Hour)
        ));
    }

    #[test]
    fn times_on_working_days_come_before_the_close_of_later_ones() {
        let noon = |working_day| Deadline::AtTime { working_day, time: TimeOfDay::new(12, 0).unwrap() };
        let days = |amount| Deadline::Within(length(amount, Unit::WorkingDay));
        assert!(sooner(noon(1), noon(2)) && !sooner(noon(2), noon(1)));
        assert!(sooner(noon(1), days(2)) && !sooner(noon(2), days(2)) && !sooner(days(1), noon(2)));
        assert!(sooner(Deadline::SameTime { working_days: 2 }, days(2)));
    }
}
