//! Just inside and just outside: the two numbers between which a comparison turns.

use std::collections::BTreeSet;

use crate::policy::{Comparison, Decimal, FieldId, FieldKind, FieldValue, Policy, Test};
use crate::stories::suggest::sketch::value_words;

/// Two numbers of a field, next to each other, of which a comparison takes one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Boundary {
    pub(crate) field: FieldId,
    /// The number that fits.
    pub(crate) inside: FieldValue,
    /// The number beside it, which does not.
    pub(crate) outside: FieldValue,
}

/// The boundaries of some tests, through named conditions too.
pub(crate) fn boundaries<'p>(policy: &'p Policy, tests: impl IntoIterator<Item = &'p Test>) -> Vec<Boundary> {
    let mut found = BTreeSet::new();
    let (mut terms, mut open) = (BTreeSet::new(), tests.into_iter().collect::<Vec<&Test>>());
    while let Some(test) = open.pop() {
        match test {
            Test::Number { field, comparison } => found.extend(of_comparison(policy, *field, *comparison)),
            Test::Term { term, .. } if terms.insert(*term) => {
                open.extend(policy.term(*term).into_iter().flat_map(|(_, tests)| tests));
            }
            Test::Term { .. } | Test::Named { .. } | Test::Known { .. } | Test::Desk { .. } => {}
        }
    }
    found.into_iter().collect()
}

fn of_comparison(policy: &Policy, field: FieldId, comparison: Comparison) -> Vec<Boundary> {
    let Some(kind) = policy.field(field).map(|field| &field.kind) else { return Vec::new() };
    let pairs = match comparison {
        Comparison::Above(at) => vec![(at.plus(step(kind, at)), at)],
        Comparison::AtMost(at) => vec![(at, at.plus(step(kind, at)))],
        Comparison::Below(at) => vec![(at.minus(step(kind, at)), at)],
        Comparison::AtLeast(at) => vec![(at, at.minus(step(kind, at)))],
        Comparison::Between(low, high) => {
            vec![(low, low.minus(step(kind, low))), (high, high.plus(step(kind, high)))]
        }
    };
    let possible = |number: &Decimal| match kind {
        FieldKind::Number { low, high } => {
            low.is_none_or(|low| low <= *number) && high.is_none_or(|high| *number <= high)
        }
        FieldKind::Time => value_words(kind, &FieldValue::Number(*number)).is_some(),
        FieldKind::OneOf(_) | FieldKind::YesNo | FieldKind::Text => false,
    };
    let pairs = pairs.into_iter().filter(|(inside, outside)| {
        comparison.fits(*inside) && !comparison.fits(*outside) && possible(inside) && possible(outside)
    });
    let value = FieldValue::Number;
    pairs.map(|(inside, outside)| Boundary { field, inside: value(inside), outside: value(outside) }).collect()
}

/// How far the number beside another one is from it: a second; one digit finer than what is written; for whole numbers 1,
/// or a tenth where the field has few of them.
fn step(kind: &FieldKind, at: Decimal) -> Decimal {
    const ONE: i64 = 1_000_000_000;
    let narrow = match kind {
        FieldKind::Number { low: Some(low), high: Some(high) } => high.minus(*low) <= Decimal::whole(20),
        FieldKind::Number { .. } | FieldKind::Time | FieldKind::OneOf(_) | FieldKind::YesNo | FieldKind::Text => false,
    };
    let mut digit = ONE;
    while at.billionths() % digit != 0 && digit > 10 {
        digit /= 10;
    }
    let whole = digit == ONE;
    let step = match kind {
        FieldKind::Time => ONE,
        FieldKind::Number { .. } if whole && !narrow => ONE,
        FieldKind::Number { .. } | FieldKind::OneOf(_) | FieldKind::YesNo | FieldKind::Text => digit / 10,
    };
    Decimal::from_billionths(step)
}
