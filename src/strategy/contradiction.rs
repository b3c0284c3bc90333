//! Tests that no contact can pass together: two names that one contact cannot have, numbers with nothing between them.

use std::collections::{BTreeMap, BTreeSet};

use crate::measure::Decimal;
use crate::policy::{Comparison, FieldId, NamedAxis, Test};
use crate::source::{Sink, Spanned};
use crate::strategy::condition;
use crate::strategy::errors;
use crate::strategy::names::{NameKind, Names};
use crate::strategy::written::Written;

/// A condition with its names resolved; `None` where something of it has no meaning, which has been reported. Reports one
/// that fits no contact, whatever it is. `what` says in words whose condition it is: `The rule "Club members"`.
pub(in crate::strategy) fn resolve(
    what: &str,
    written: &Written,
    names: &Names,
    sink: &mut Sink,
) -> Option<Vec<Spanned<Test>>> {
    let tests = condition::resolve(written, names, sink)?;
    let broken = |test: &Spanned<Test>| matches!(test.value, Test::Term { term, .. } if names.is_broken_term(term));
    if tests.iter().any(broken) {
        return None;
    }
    report(what, written, &tests, names, sink);
    Some(tests)
}

fn report(what: &str, written: &Written, tests: &[Spanned<Test>], names: &Names, sink: &mut Sink) {
    let Some(clash) = find(tests, names) else { return };
    let text = |at: &Spanned<Test>| written.text_at(at.span).to_owned();
    let (second, first) = match clash {
        Clash::Two(first, second) => (second, Some(first)),
        Clash::Nothing(only) => (only, None),
    };
    let first = first.map(|first| (text(first), first.span));
    sink.push(errors::impossible_condition(what, first, &text(second), second.span));
}

/// What makes a condition impossible.
enum Clash<'t> {
    /// These two, of which the second stands later.
    Two(&'t Spanned<Test>, &'t Spanned<Test>),
    /// This one, which together with those before it leaves nothing.
    Nothing(&'t Spanned<Test>),
}

fn find<'t>(tests: &'t [Spanned<Test>], names: &Names) -> Option<Clash<'t>> {
    let mut possible = Possible::default();
    let (at, last) = tests.iter().enumerate().find(|(_, test)| !possible.still(&test.value, names))?;
    let partner = tests.iter().take(at).find(|earlier| clash(&earlier.value, &last.value));
    Some(partner.map_or(Clash::Nothing(last), |first| Clash::Two(first, last)))
}

/// What contacts can still have after some tests. Reading on costs the length of the condition, however many tests.
#[derive(Default)]
struct Possible {
    /// The names that are left, where a test says `is`.
    left: BTreeMap<NamedAxis, BTreeSet<u16>>,
    /// The names that are taken out by `is not`.
    out: BTreeMap<NamedAxis, BTreeSet<u16>>,
    known: BTreeMap<NamedAxis, bool>,
    numbers: BTreeMap<FieldId, Range>,
    /// Terms (negated) and desks (open) by their first test.
    others: BTreeMap<Test, bool>,
}

impl Possible {
    /// Takes one more test; answers whether any contact is left.
    fn still(&mut self, test: &Test, names: &Names) -> bool {
        match test {
            Test::Named { axis, values, negated } => self.still_named(*axis, values, *negated, names),
            Test::Number { field, comparison } => {
                let known = *self.known.entry(NamedAxis::Field(*field)).or_insert(true);
                let range = self.numbers.entry(*field).or_default();
                *range = range.meet(Range::of(*comparison));
                known && !range.is_empty()
            }
            Test::Known { axis, known } => self.known.entry(*axis).or_insert(*known) == known,
            Test::Term { term, negated } => {
                let first = Test::Term { term: *term, negated: false };
                self.others.entry(first).or_insert(*negated) == negated
            }
            Test::Desk { desk, open } => {
                let first = Test::Desk { desk: *desk, open: true };
                self.others.entry(first).or_insert(*open) == open
            }
        }
    }

    fn still_named(&mut self, axis: NamedAxis, values: &[u16], negated: bool, names: &Names) -> bool {
        if values.is_empty() {
            // A kind without channels has a finding of its own.
            return true;
        }
        let out = self.out.entry(axis).or_default();
        if negated {
            out.extend(values);
            return match self.left.get(&axis) {
                Some(left) => !left.is_subset(out),
                None => count_of(axis, names).is_none_or(|count| out.len() < count),
            };
        }
        let values: BTreeSet<u16> = values.iter().copied().collect();
        let left = self.left.entry(axis).or_insert_with(|| values.clone());
        left.retain(|value| values.contains(value));
        !left.is_subset(out) && *self.known.entry(axis).or_insert(true)
    }
}

/// How many names there are on an axis; `None` where contacts may have something else, or nothing.
fn count_of(axis: NamedAxis, names: &Names) -> Option<usize> {
    match axis {
        NamedAxis::Day => Some(7),
        NamedAxis::ContactType => Some(names.all(NameKind::ContactType).len()),
        NamedAxis::Channel => Some(names.all(NameKind::Channel).len()),
        NamedAxis::Customer | NamedAxis::Language | NamedAxis::Field(_) => None,
    }
}

/// A range of numbers: each end with whether it is included.
#[derive(Debug, Clone, Copy, Default)]
struct Range {
    low: Option<(Decimal, bool)>,
    high: Option<(Decimal, bool)>,
}

impl Range {
    fn of(comparison: Comparison) -> Self {
        match comparison {
            Comparison::Above(bound) => Self { low: Some((bound, false)), high: None },
            Comparison::AtLeast(bound) => Self { low: Some((bound, true)), high: None },
            Comparison::Below(bound) => Self { low: None, high: Some((bound, false)) },
            Comparison::AtMost(bound) => Self { low: None, high: Some((bound, true)) },
            Comparison::Between(low, high) => Self { low: Some((low, true)), high: Some((high, true)) },
        }
    }

    /// What lies in both. Of two ends at one number the one that leaves it out is the narrower.
    fn meet(self, other: Self) -> Self {
        let later = |(one, one_in): (Decimal, bool), (two, two_in): (Decimal, bool)| {
            if (one, !one_in) >= (two, !two_in) { (one, one_in) } else { (two, two_in) }
        };
        let earlier = |(one, one_in): (Decimal, bool), (two, two_in): (Decimal, bool)| {
            if (one, one_in) <= (two, two_in) { (one, one_in) } else { (two, two_in) }
        };
        let narrower =
            |one: Option<(Decimal, bool)>, two: Option<(Decimal, bool)>, pick: &dyn Fn(_, _) -> _| match (one, two) {
                (Some(one), Some(two)) => Some(pick(one, two)),
                (one, two) => one.or(two),
            };
        Self { low: narrower(self.low, other.low, &later), high: narrower(self.high, other.high, &earlier) }
    }

    fn is_empty(self) -> bool {
        match (self.low, self.high) {
            (Some((low, low_in)), Some((high, high_in))) => low > high || (low == high && !(low_in && high_in)),
            (None, _) | (_, None) => false,
        }
    }
}

/// Whether two tests cannot both hold.
fn clash(first: &Test, second: &Test) -> bool {
    match (first, second) {
        (
            Test::Named { axis: one, values: some, negated: false },
            Test::Named { axis: two, values: others, negated: false },
        ) => one == two && !some.is_empty() && !others.is_empty() && !some.iter().any(|value| others.contains(value)),
        (
            Test::Named { axis: one, values: some, negated: false },
            Test::Named { axis: two, values: others, negated: true },
        )
        | (
            Test::Named { axis: two, values: others, negated: true },
            Test::Named { axis: one, values: some, negated: false },
        ) => one == two && !some.is_empty() && some.iter().all(|value| others.contains(value)),
        (Test::Known { axis: one, known: false }, Test::Named { axis: two, values, negated: false })
        | (Test::Named { axis: two, values, negated: false }, Test::Known { axis: one, known: false }) => {
            one == two && !values.is_empty()
        }
        (Test::Known { axis: one, known }, Test::Known { axis: two, known: other }) => one == two && known != other,
        (Test::Known { axis, known: false }, Test::Number { field, .. })
        | (Test::Number { field, .. }, Test::Known { axis, known: false }) => *axis == NamedAxis::Field(*field),
        (Test::Number { field: one, comparison: some }, Test::Number { field: two, comparison: others }) => {
            one == two && Range::of(*some).meet(Range::of(*others)).is_empty()
        }
        (Test::Term { term: one, negated }, Test::Term { term: two, negated: other }) => one == two && negated != other,
        (Test::Desk { desk: one, open }, Test::Desk { desk: two, open: other }) => one == two && open != other,
        (
            Test::Named { .. } | Test::Number { .. } | Test::Known { .. } | Test::Term { .. } | Test::Desk { .. },
            Test::Named { .. } | Test::Number { .. } | Test::Known { .. } | Test::Term { .. } | Test::Desk { .. },
        ) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::{DeskId, TermId};
    use crate::source::Span;

    fn named(axis: NamedAxis, values: &[u16], negated: bool) -> Test {
        Test::Named { axis, values: values.to_vec(), negated }
    }

    fn number(comparison: Comparison) -> Test {
        Test::Number { field: FieldId(0), comparison }
    }

    fn clashes(tests: &[Test]) -> bool {
        let placed: Vec<_> = tests.iter().cloned().map(|test| Spanned::new(test, Span::default())).collect();
        find(&placed, &Names::new()).is_some()
    }

    #[test]
    fn two_names_that_one_contact_cannot_have() {
        let (day, language) = (NamedAxis::Day, NamedAxis::Language);
        assert!(clashes(&[named(day, &[0], false), named(day, &[1, 2], false)]));
        assert!(!clashes(&[named(day, &[0, 1], false), named(day, &[1, 2], false)]));
        assert!(clashes(&[named(day, &[0], false), named(day, &[0, 1], true)]));
        assert!(clashes(&[named(day, &[0, 1], true), named(day, &[0], false)]));
        assert!(!clashes(&[named(day, &[0, 1], true), named(day, &[1, 2], true)]));
        assert!(!clashes(&[named(day, &[0], false), named(language, &[1], false)]));
        assert!(clashes(&[named(day, &[0, 1, 2, 3], true), named(day, &[4, 5, 6], true)]));
        assert!(!clashes(&[named(language, &[0, 1, 2, 3], true), named(language, &[4, 5, 6], true)]));
        let three = [named(language, &[0, 1], false), named(language, &[1, 2], false), named(language, &[0, 2], false)];
        assert!(clashes(&three) && !clashes(&three[..2]) && !clashes(&three[1..]));
    }

    #[test]
    fn a_kind_without_channels_has_its_own_finding() {
        assert!(!clashes(&[named(NamedAxis::Channel, &[], false), named(NamedAxis::Channel, &[0], false)]));
    }

    #[test]
    fn numbers_with_nothing_between_them() {
        let at = |text: &str| Decimal::parse(text).unwrap();
        assert!(clashes(&[number(Comparison::Above(at("0.2"))), number(Comparison::Below(at("-0.5")))]));
        assert!(clashes(&[number(Comparison::Above(at("0.2"))), number(Comparison::Below(at("0.2")))]));
        assert!(clashes(&[number(Comparison::Above(at("0.2"))), number(Comparison::AtMost(at("0.2")))]));
        assert!(!clashes(&[number(Comparison::AtLeast(at("0.2"))), number(Comparison::AtMost(at("0.2")))]));
        assert!(!clashes(&[number(Comparison::Above(at("0.2"))), number(Comparison::Above(at("0.5")))]));
        assert!(clashes(&[number(Comparison::Between(at("0"), at("1"))), number(Comparison::Above(at("1")))]));
    }

    #[test]
    fn yes_and_no_of_one_thing() {
        let term = |negated| Test::Term { term: TermId(0), negated };
        let desk = |open| Test::Desk { desk: DeskId(0), open };
        let known = |known| Test::Known { axis: NamedAxis::Field(FieldId(0)), known };
        assert!(clashes(&[term(true), term(false)]) && !clashes(&[term(true), term(true)]));
        assert!(clashes(&[desk(true), desk(false)]) && !clashes(&[desk(true), desk(true)]));
        assert!(clashes(&[known(true), known(false)]) && !clashes(&[known(true), known(true)]));
        assert!(clashes(&[known(false), number(Comparison::Above(Decimal::ZERO))]));
        assert!(!clashes(&[known(true), number(Comparison::Above(Decimal::ZERO))]));
    }
}
