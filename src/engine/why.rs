//! Why a rule did not fit: the tests that failed, and what was found instead.

use crate::engine::contact::Spoken;
use crate::engine::facts::Facts;
use crate::policy::{Decimal, FieldValue, Known, NamedAxis, NamedValue, RuleId, Test};

/// A rule that did not fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WhyNot {
    /// Which.
    pub rule: RuleId,
    /// The tests that failed, at least one.
    pub failed: Vec<FailedTest>,
}

/// A test that failed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FailedTest {
    /// Which of the tests, counted from 0.
    pub test: u16,
    /// What was found.
    pub found: Found,
}

/// What a test found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// The value is not known.
    Unknown,
    /// A name of the test's axis, by its number.
    Name(u16),
    /// A name that the strategy does not have; empty where the contact does not say which.
    OtherName(String),
    /// A number.
    Number(Decimal),
    /// Text.
    Text(String),
    /// A desk is open, or closed.
    Desk {
        /// Open or closed.
        open: bool,
    },
    /// A named condition holds, or does not.
    Term {
        /// Whether it holds.
        holds: bool,
        /// The tests of the condition that failed; empty where it holds, and within conditions within conditions.
        failed: Vec<FailedTest>,
    },
}

/// How deep conditions within conditions are told; a reader follows no further.
const TOLD_DEPTH: usize = 2;

impl Facts<'_> {
    /// The tests that fail, in order.
    pub(crate) fn failed(&self, tests: &[Test]) -> Vec<FailedTest> {
        self.failed_within(tests, TOLD_DEPTH)
    }

    fn failed_within(&self, tests: &[Test], depth: usize) -> Vec<FailedTest> {
        let failing = (0u16..).zip(tests).filter(|(_, test)| !test.fits(self));
        failing.map(|(at, test)| FailedTest { test: at, found: self.found(test, depth) }).collect()
    }

    fn found(&self, test: &Test, depth: usize) -> Found {
        match test {
            Test::Named { axis, .. } | Test::Known { axis, .. } => self.found_on(*axis),
            Test::Number { field, .. } => self.found_on(NamedAxis::Field(*field)),
            Test::Desk { desk, .. } => Found::Desk { open: self.desk_is_open(*desk) },
            Test::Term { term, .. } => {
                let holds = self.term(*term);
                let tests = self.policy.term(*term).filter(|_| !holds && depth > 0);
                let failed = tests.map_or(Vec::new(), |(_, tests)| self.failed_within(tests, depth - 1));
                Found::Term { holds, failed }
            }
        }
    }

    fn found_on(&self, axis: NamedAxis) -> Found {
        match (self.named(axis), axis) {
            (NamedValue::At(value), _) => Found::Name(value),
            (NamedValue::Unknown, _) => Found::Unknown,
            (NamedValue::Other, NamedAxis::Field(field)) => match self.field(field) {
                Some(FieldValue::Number(number)) => Found::Number(*number),
                Some(FieldValue::Text(text)) => Found::Text(text.clone()),
                Some(FieldValue::Name(_)) | None => Found::OtherName(String::new()),
            },
            (
                NamedValue::Other,
                NamedAxis::Customer
                | NamedAxis::ContactType
                | NamedAxis::Channel
                | NamedAxis::Language
                | NamedAxis::Day,
            ) => match &self.contact.language {
                Spoken::Other(name) => Found::OtherName(name.clone()),
                Spoken::Unknown | Spoken::Named(_) => Found::OtherName(String::new()),
            },
        }
    }
}
