//! What a rule is asked again before it counts: its tests on axes of which several cells share a row.

use std::collections::BTreeSet;

use crate::policy::{AxisOf, Comparison, Decimal, FieldId, NamedAxis, NamedValue, Policy, Test};

/// The tests that are asked again, by rule. Rows are exact where a value is no number, so that only numbers are asked about
/// on an axis of numbers.
#[derive(Debug, Default)]
pub(crate) struct Checks {
    /// The axes of numbers.
    numbers: Vec<FieldId>,
    /// Where these are few, rule after rule: the range on each of them. No branch is taken for a test that a rule does not
    /// have.
    ranges: Vec<Range>,
    /// Where they are many, by rule: the ranges on those that it tests.
    some_ranges: Vec<Vec<(usize, Range)>>,
    /// The axes of names.
    named: Vec<NamedAxis>,
    /// By rule: on which of the axes of names which values fit.
    names: Vec<Vec<(usize, Vec<u16>, bool)>>,
}

/// For so many axes of numbers every rule has a range, whether it tests them or not.
const FEW: usize = 4;

/// From the first to the second, in billionths, both included.
#[derive(Debug, Clone, Copy)]
struct Range(i64, i64);

/// The values of a contact that are kept for it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Kept {
    numbers: Vec<Option<Decimal>>,
    named: Vec<NamedValue>,
}

impl Kept {
    pub(crate) fn clear(&mut self) {
        self.numbers.clear();
        self.named.clear();
    }

    pub(crate) fn number(&mut self, number: Option<Decimal>) {
        self.numbers.push(number);
    }

    pub(crate) fn named(&mut self, value: NamedValue) {
        self.named.push(value);
    }
}

impl Range {
    /// Whether a number lies in it; what is no number does.
    #[inline]
    fn fits(self, number: Option<&Decimal>) -> bool {
        number.is_none_or(|number| (self.0 <= number.billionths()) & (number.billionths() <= self.1))
    }

    fn of(comparison: Comparison) -> Self {
        let (least, most) = (i64::MIN, i64::MAX);
        // Above the greatest number there is none.
        match comparison {
            Comparison::Above(bound) => {
                bound.billionths().checked_add(1).map_or(Self(most, least), |low| Self(low, most))
            }
            Comparison::AtLeast(bound) => Self(bound.billionths(), most),
            Comparison::Below(bound) => {
                bound.billionths().checked_sub(1).map_or(Self(most, least), |high| Self(least, high))
            }
            Comparison::AtMost(bound) => Self(least, bound.billionths()),
            Comparison::Between(low, high) => Self(low.billionths(), high.billionths()),
        }
    }
}

impl Checks {
    /// The checks of a policy's rules on some axes.
    pub(crate) fn new(policy: &Policy, on: &[AxisOf]) -> Self {
        let mut checks = Self::default();
        for axis in on {
            match axis {
                AxisOf::Number(field) => checks.numbers.push(*field),
                AxisOf::Named(axis) => checks.named.push(*axis),
                // An axis of two cells is never too long.
                AxisOf::Desk(_) | AxisOf::Term(_) => {}
            }
        }
        if checks.numbers.len() <= FEW {
            let all = |tests| checks.numbers.iter().map(move |field| range(tests, *field));
            checks.ranges = policy.rules.iter().flat_map(|rule| all(&rule.tests)).collect();
        } else {
            checks.some_ranges = policy.rules.iter().map(|rule| some_ranges(&rule.tests, &checks.numbers)).collect();
        }
        if !checks.named.is_empty() {
            let names = |tests: &[Test]| tests.iter().filter_map(|test| names(test, &checks.named)).collect();
            checks.names = policy.rules.iter().map(|rule| names(&rule.tests)).collect();
        }
        checks
    }

    /// Whether a rule fits the values that were kept.
    #[inline]
    pub(crate) fn fit(&self, rule: usize, kept: &Kept) -> bool {
        let first = rule * self.numbers.len();
        let ranges = self.ranges.get(first..first + self.numbers.len()).unwrap_or_default();
        let within =
            ranges.iter().zip(&kept.numbers).fold(true, |all, (range, number)| all & range.fits(number.as_ref()));
        within
            && (self.some_ranges.is_empty() || self.some_fit(rule, kept))
            && (self.names.is_empty() || self.names_fit(rule, kept))
    }

    fn some_fit(&self, rule: usize, kept: &Kept) -> bool {
        let asked = self.some_ranges.get(rule).map_or(&[][..], Vec::as_slice);
        asked.iter().all(|(axis, range)| range.fits(kept.numbers.get(*axis).and_then(Option::as_ref)))
    }

    fn names_fit(&self, rule: usize, kept: &Kept) -> bool {
        let asked = self.names.get(rule).map_or(&[][..], Vec::as_slice);
        asked.iter().all(|(axis, values, negated)| {
            let value = kept.named.get(*axis).copied().unwrap_or(NamedValue::Unknown);
            matches!(value, NamedValue::At(value) if values.binary_search(&value).is_ok()) != *negated
        })
    }
}

/// The numbers of a field that fit all of these tests.
fn range(tests: &[Test], of: FieldId) -> Range {
    let comparisons = tests.iter().filter_map(|test| match test {
        Test::Number { field, comparison } if *field == of => Some(Range::of(*comparison)),
        Test::Number { .. } | Test::Named { .. } | Test::Known { .. } | Test::Term { .. } | Test::Desk { .. } => None,
    });
    comparisons.fold(Range(i64::MIN, i64::MAX), |all, one| Range(all.0.max(one.0), all.1.min(one.1)))
}

/// The ranges of those fields that any of these tests is about.
fn some_ranges(tests: &[Test], of: &[FieldId]) -> Vec<(usize, Range)> {
    let fields: BTreeSet<FieldId> = tests.iter().filter_map(compared).collect();
    let places = fields.iter().filter_map(|field| of.iter().position(|known| known == field).map(|at| (at, *field)));
    places.map(|(at, field)| (at, range(tests, field))).collect()
}

/// The field whose number a test is about.
fn compared(test: &Test) -> Option<FieldId> {
    match test {
        Test::Number { field, .. } => Some(*field),
        Test::Named { .. } | Test::Known { .. } | Test::Term { .. } | Test::Desk { .. } => None,
    }
}

fn names(test: &Test, on: &[NamedAxis]) -> Option<(usize, Vec<u16>, bool)> {
    match test {
        Test::Named { axis, values, negated } => {
            let at = on.iter().position(|named| named == axis)?;
            Some((at, values.clone(), *negated))
        }
        Test::Number { .. } | Test::Known { .. } | Test::Term { .. } | Test::Desk { .. } => None,
    }
}
