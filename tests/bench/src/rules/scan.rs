//! Rules made ready to be tried one after the other: what the index is compared with.

use crate::rules::{Condition, RuleSet, UNKNOWN, Values};

/// A condition made ready: a bit for each name, or a range.
#[derive(Debug, Clone, Copy)]
enum Compiled {
    Names(u64),
    Range(i64, i64),
}

impl Compiled {
    fn new(condition: &Condition) -> Self {
        let names = |some: &[usize]| some.iter().fold(0, |all, name| all | 1 << name);
        match condition {
            Condition::OneOf(some) => Self::Names(names(some)),
            Condition::NoneOf(some) => Self::Names(!names(some)),
            // The least number of all stands for what is not known.
            Condition::Between(low, high) => Self::Range(low.unwrap_or(UNKNOWN + 1), high.unwrap_or(i64::MAX)),
            Condition::Is(yes) => Self::Names(1 << u8::from(*yes)),
        }
    }

    #[inline]
    fn fits(self, value: i64) -> bool {
        match self {
            Self::Names(names) => names >> value & 1 == 1,
            Self::Range(low, high) => low <= value && value <= high,
        }
    }
}

/// Stands for a name that is not known; there are fewer names than that.
const NO_NAME: i64 = 63;

/// The rules of a set, their conditions made ready.
#[derive(Debug)]
pub struct Scan(Vec<Vec<(usize, Compiled)>>);

impl Scan {
    /// Makes the rules of a set ready.
    #[must_use]
    pub fn new(set: &RuleSet) -> Self {
        let ready = |(at, condition): &(usize, Condition)| (*at, Compiled::new(condition));
        Self(set.rules.iter().map(|rule| rule.when.iter().map(ready).collect()).collect())
    }

    /// A contact made ready: its values in one piece.
    #[must_use]
    pub fn ready<const MOST: usize>(set: &RuleSet, contact: &[i64]) -> [i64; MOST] {
        let mut ready = [0; MOST];
        for ((to, value), attribute) in ready.iter_mut().zip(contact).zip(&set.attributes) {
            let is_number = matches!(attribute.values, Values::Numbers(..));
            *to = if *value == UNKNOWN && !is_number { NO_NAME } else { *value };
        }
        ready
    }

    /// The first rule that fits a contact.
    #[must_use]
    #[inline]
    pub fn first<const MOST: usize>(&self, contact: &[i64; MOST]) -> Option<usize> {
        self.0.iter().position(|rule| rule.iter().all(|(at, condition)| condition.fits(contact[*at])))
    }
}
