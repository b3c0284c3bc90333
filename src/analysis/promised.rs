//! When one promise is at most another, as customers count it: nobody who has the first waits longer than the second says.
//!
//! Points are compared with points, averages with averages. Where it hangs on the hours of a desk and neither is known, it
//! is left open.

use std::cell::RefCell;
use std::collections::BTreeMap;

use crate::analysis::deadlines::Deadlines;
use crate::policy::{Cell, ChannelId, Clause, Deadline, Duration, Policy, Promise, PromiseId};

/// The order of a policy's promises.
#[derive(Debug)]
pub struct PromiseOrder<'p> {
    policy: &'p Policy,
    deadlines: Deadlines<'p>,
    /// For each promise the number of what it says: most cells say what others say too.
    kinds: Vec<usize>,
    /// Whether one kind of promise is at most another, at desks of a number.
    known: RefCell<BTreeMap<(usize, usize, usize), Option<bool>>>,
}

impl<'p> PromiseOrder<'p> {
    /// For the cells of a policy.
    #[must_use]
    pub fn new(policy: &'p Policy) -> Self {
        let mut numbers: BTreeMap<&[Clause], usize> = BTreeMap::new();
        let kinds = policy.promises.iter().map(|promise| {
            let next = numbers.len();
            *numbers.entry(promise.clauses.as_slice()).or_insert(next)
        });
        let kinds = kinds.collect();
        Self { policy, deadlines: Deadlines::new(policy), kinds, known: RefCell::default() }
    }

    /// Whether the first cell certainly serves customers less well than the second, both counted on the hours of one
    /// channel. What cannot be compared does not.
    #[must_use]
    pub fn serves_less(&self, channel: ChannelId, one: Cell, two: Cell) -> bool {
        let at_most = |one: Cell, two: Cell| self.at_most_the_same(channel, Some(one), Some(two));
        at_most(two, one) == Some(true) && at_most(one, two) == Some(false)
    }

    /// Whether a cell of the table promises an answer within a length of time, to contacts on a channel. A cell without a
    /// promise does not. `None` where it is not known.
    pub(crate) fn at_most(&self, channel: ChannelId, cell: Option<Cell>, length: Duration) -> Option<bool> {
        match cell {
            Some(Cell::Always) => Some(true),
            Some(Cell::Promise(promise)) => {
                within(&self.deadlines, self.deadlines.line(channel), self.policy.promise(promise)?, length)
            }
            Some(Cell::NoPromise | Cell::NotOffered) | None => Some(false),
        }
    }

    /// Whether the promise of one cell is at most that of another. No promise is more than any; two without one are alike.
    /// Both are counted on the hours of one channel. `None` where it is not known.
    pub(crate) fn at_most_the_same(&self, channel: ChannelId, one: Option<Cell>, two: Option<Cell>) -> Option<bool> {
        match (one, two) {
            (Some(Cell::Always), _) => Some(true),
            (_, Some(Cell::Always)) => Some(false),
            (_, Some(Cell::NoPromise | Cell::NotOffered) | None) => Some(true),
            (Some(Cell::NoPromise | Cell::NotOffered) | None, Some(Cell::Promise(_))) => Some(false),
            (Some(Cell::Promise(one)), Some(Cell::Promise(two))) => self.promise(channel, one, two),
        }
    }

    fn promise(&self, channel: ChannelId, one: PromiseId, two: PromiseId) -> Option<bool> {
        let kind = |promise: PromiseId| self.kinds.get(promise.index()).copied();
        let line = self.deadlines.line(channel);
        let question = (line, kind(one)?, kind(two)?);
        if let Some(known) = self.known.borrow().get(&question) {
            return *known;
        }
        let answer = implies(&self.deadlines, line, self.policy.promise(one)?, self.policy.promise(two)?);
        self.known.borrow_mut().insert(question, answer);
        answer
    }
}

/// Whether everything that a promise says about time is within a length: each point of a ladder, or the average.
fn within(deadlines: &Deadlines<'_>, line: usize, promise: &Promise, length: Duration) -> Option<bool> {
    let timed: Vec<Deadline> = promise.clauses.iter().filter_map(timed).collect();
    if timed.is_empty() {
        return Some(false);
    }
    let limit = Deadline::Within(length);
    all(timed.into_iter().map(|deadline| deadlines.never_after(line, &[deadline], limit)))
}

fn timed(clause: &Clause) -> Option<Deadline> {
    match clause {
        Clause::Point { deadline, .. } => Some(*deadline),
        Clause::Average(average) => Some(Deadline::Within(*average)),
        Clause::Over { over, .. } => Some(Deadline::Within(*over)),
        Clause::Abandoned { .. } | Clause::Busy { .. } => None,
    }
}

/// Whether all of these are so; not known where one of them is not known and none is wrong.
fn all(answers: impl Iterator<Item = Option<bool>>) -> Option<bool> {
    let mut known = Some(true);
    for answer in answers {
        match answer {
            Some(false) => return Some(false),
            Some(true) => {}
            None => known = None,
        }
    }
    known
}

/// Whether keeping the first promise keeps the second.
fn implies(deadlines: &Deadlines<'_>, line: usize, one: &Promise, two: &Promise) -> Option<bool> {
    all(two.clauses.iter().map(|wanted| kept(deadlines, line, &one.clauses, wanted)))
}

/// Whether one part of a promise is kept by whoever keeps all of these.
fn kept(deadlines: &Deadlines<'_>, line: usize, given: &[Clause], wanted: &Clause) -> Option<bool> {
    let never_after = |given: &[Deadline], wanted: Deadline| deadlines.never_after(line, given, wanted);
    match wanted {
        Clause::Point { share, strict, deadline } => {
            let enough = given.iter().filter_map(|clause| match clause {
                Clause::Point { share: own, strict: own_strict, deadline } => {
                    (own > share || (own == share && (*own_strict || !strict))).then_some(*deadline)
                }
                Clause::Average(_) | Clause::Abandoned { .. } | Clause::Busy { .. } | Clause::Over { .. } => None,
            });
            never_after(&enough.collect::<Vec<_>>(), *deadline)
        }
        Clause::Average(wanted) => {
            let averages = given.iter().filter_map(|clause| match clause {
                Clause::Average(average) => Some(Deadline::Within(*average)),
                Clause::Point { .. } | Clause::Abandoned { .. } | Clause::Busy { .. } | Clause::Over { .. } => None,
            });
            never_after(&averages.collect::<Vec<_>>(), Deadline::Within(*wanted))
        }
        Clause::Over { fewer_than, over } => {
            let enough = given.iter().filter_map(|clause| match clause {
                Clause::Over { fewer_than: own, over } => (own <= fewer_than).then_some(Deadline::Within(*over)),
                Clause::Point { .. } | Clause::Abandoned { .. } | Clause::Busy { .. } | Clause::Average(_) => None,
            });
            never_after(&enough.collect::<Vec<_>>(), Deadline::Within(*over))
        }
        Clause::Abandoned { at_most, after } => Some(given.iter().any(
            |clause| matches!(clause, Clause::Abandoned { at_most: own, after: own_after } if own <= at_most && own_after == after),
        )),
        Clause::Busy { at_most } => {
            Some(given.iter().any(|clause| matches!(clause, Clause::Busy { at_most: own } if own <= at_most)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::{Decimal, Share, Unit, acorn};

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
    fn a_ladder_keeps_a_promise_by_any_of_its_points_and_is_within_a_time_by_all() {
        let (policy, ..) = acorn();
        let deadlines = Deadlines::new(&policy);
        let phone = deadlines.line(policy.channel_named("phone").unwrap());
        let seconds = |amount| Deadline::Within(length(amount, Unit::Second));
        let ladder = promise(vec![point(90, seconds(15)), point(95, seconds(20))]);
        let kept = |one: &Promise, two: &Promise| implies(&deadlines, phone, one, two);
        assert_eq!(kept(&ladder, &promise(vec![point(80, seconds(20))])), Some(true));
        assert_eq!(kept(&ladder, &promise(vec![point(95, seconds(15))])), Some(false));
        assert_eq!(kept(&promise(vec![point(80, seconds(20))]), &ladder), Some(false));
        let in_time = |promise: &Promise, amount| within(&deadlines, phone, promise, length(amount, Unit::Second));
        assert_eq!((in_time(&ladder, 20), in_time(&ladder, 15)), (Some(true), Some(false)));
        let busy = promise(vec![Clause::Busy { at_most: Share::percent(Decimal::whole(3)).unwrap() }]);
        assert_eq!(in_time(&busy, 3600), Some(false));
    }
}
