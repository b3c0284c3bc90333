//! What a lint is: one finding, and one function that looks for it.

use crate::analysis::{Analysis, Incomplete};
use crate::calendar::Date;
use crate::lints::times::Times;
use crate::policy::{Claims, Index, Policy};
use crate::source::{Audience, Confidence, Diagnostic, Finding, Severity, Sink, Span};
use crate::strategy::Strategy;
use crate::worksheet::Worksheet;

/// A story of the author that does not come out as expected. Stories are run above this room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnmetStory {
    /// Its number among the stories that can be run, from 0.
    pub number: usize,
    /// What is expected and does not happen, in the order written.
    pub differs: Vec<Differs>,
    /// Whether no routing rule fits its contact.
    pub no_rule_fits: bool,
    /// Why its contact cannot be decided, as a sentence, where it cannot.
    pub refused: Option<String>,
}

/// One thing that a story expects and that does not happen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Differs {
    /// Its number among what the story expects, from 0.
    pub number: usize,
    /// What happens in this matter, in words.
    pub happens: String,
    /// The part of the strategy that decides it, where it is one: not for a cell without a promise, or a channel without
    /// a desk.
    pub decider: Option<(Decider, Span)>,
}

/// What kind of part decides something that a story expects.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decider {
    /// A routing rule.
    Rule,
    /// A promise of the table.
    Promise,
    /// The hours of a desk.
    Hours,
}

/// What a lint looks at. A lint sees a subject and a sink, never the runner and never another lint.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    /// The strategy as meant.
    pub strategy: &'a Strategy,
    /// What of it runs.
    pub policy: &'a Policy,
    /// What follows from the lists of what runs: desks of channels, cells of contacts.
    pub index: &'a Index,
    /// Its guarantees and stories.
    pub claims: &'a Claims,
    /// The stories that do not come out as expected, in the order written.
    pub unmet_stories: &'a [UnmetStory],
    /// What is known of every contact, or why nothing exact is.
    pub analysis: Result<&'a Analysis, Incomplete>,
    /// The self-check, answered from the data.
    pub worksheet: &'a Worksheet,
    /// When desks answer and groups are on duty.
    pub times: &'a Times<'a>,
    /// The day at which age is judged.
    pub today: Date,
}

/// When a lint is asked.
#[derive(Debug, Clone, Copy)]
pub enum Check {
    /// Of one strategy.
    Strategy(fn(&Subject<'_>, &mut Sink)),
}

/// A lint: data and one function.
#[derive(Debug)]
pub struct Lint {
    /// Name, code, severity, confidence, audience, page.
    pub finding: Finding,
    /// The function.
    pub check: Check,
    /// Whether what it finds can follow from a part that could not be read, so that it waits until everything has a
    /// meaning.
    pub waits_for_whole: bool,
}

impl Lint {
    /// A lint that authors see.
    #[must_use]
    pub const fn author(
        name: &'static str,
        code: &'static str,
        severity: Severity,
        confidence: Confidence,
        page: &'static str,
        check: fn(&Subject<'_>, &mut Sink),
    ) -> Self {
        Self::new(Finding { name, code, severity, confidence, audience: Audience::Author, page }, check)
    }

    /// A lint that reviewers see: advice, and what the strategy does not say. Never above `Worth a look`.
    #[must_use]
    pub const fn reviewer(
        name: &'static str,
        code: &'static str,
        confidence: Confidence,
        page: &'static str,
        check: fn(&Subject<'_>, &mut Sink),
    ) -> Self {
        let severity = Severity::Look;
        Self::new(Finding { name, code, severity, confidence, audience: Audience::Reviewer, page }, check)
    }

    /// A lint that only auditors see: what can be left open for good reasons. Never above `Worth a look`.
    #[must_use]
    pub const fn auditor(
        name: &'static str,
        code: &'static str,
        confidence: Confidence,
        page: &'static str,
        check: fn(&Subject<'_>, &mut Sink),
    ) -> Self {
        let severity = Severity::Look;
        Self::new(Finding { name, code, severity, confidence, audience: Audience::Auditor, page }, check)
    }

    const fn new(finding: Finding, check: fn(&Subject<'_>, &mut Sink)) -> Self {
        Self { finding, check: Check::Strategy(check), waits_for_whole: false }
    }

    /// The same lint, which waits until everything in the strategy has a meaning.
    #[must_use]
    pub const fn waiting_for_whole(self) -> Self {
        Self { waits_for_whole: true, ..self }
    }
}

/// What came out.
#[derive(Debug, Clone, Default)]
pub struct Outcome {
    /// The findings that stand.
    pub findings: Vec<Diagnostic>,
    /// The findings that the team has accepted, each with the number of its entry in the register.
    pub accepted: Vec<(usize, Diagnostic)>,
    /// How many findings wait until everything in the strategy has a meaning.
    pub withheld: u32,
}
