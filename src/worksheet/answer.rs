//! What an answer is: how complete, from where, and what is missing.

use crate::source::{Span, Spanned};
use crate::strategy::{Named, Written};

/// How complete an answer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// By data that can be pointed at.
    Answered,
    /// In part, or only in free text.
    Partial,
    /// Not at all.
    Unanswered,
    /// The question does not arise; the reason says why.
    NotApplicable,
}

impl Status {
    /// The word for it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Answered => "answered",
            Self::Partial => "partial",
            Self::Unanswered => "unanswered",
            Self::NotApplicable => "not applicable",
        }
    }
}

/// Something in the strategy that answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// The section.
    pub section: &'static str,
    /// What it says.
    pub words: String,
    /// Where.
    pub span: Span,
}

/// The answer to one question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// How complete.
    pub status: Status,
    /// What is missing, or why the question does not arise; empty where it is answered.
    pub missing: String,
    /// From where.
    pub evidence: Vec<Evidence>,
}

impl Answer {
    /// Answered by data.
    #[must_use]
    pub fn answered(evidence: Vec<Evidence>) -> Self {
        Self { status: Status::Answered, missing: String::new(), evidence }
    }

    /// Answered in part.
    #[must_use]
    pub fn partial(evidence: Vec<Evidence>, missing: impl Into<String>) -> Self {
        Self { status: Status::Partial, missing: missing.into(), evidence }
    }

    /// Not answered.
    #[must_use]
    pub fn unanswered(missing: impl Into<String>) -> Self {
        Self { status: Status::Unanswered, missing: missing.into(), evidence: Vec::new() }
    }

    /// A question that does not arise.
    #[must_use]
    pub fn not_applicable(reason: impl Into<String>) -> Self {
        Self { status: Status::NotApplicable, missing: reason.into(), evidence: Vec::new() }
    }

    /// Answered where nothing is missing, else in part where there is evidence, else not.
    #[must_use]
    pub fn judge(evidence: Vec<Evidence>, missing: Vec<String>) -> Self {
        let missing_words = missing.join("; ");
        if evidence.is_empty() {
            Self::unanswered(missing_words)
        } else if missing.is_empty() {
            Self::answered(evidence)
        } else {
            Self::partial(evidence, missing_words)
        }
    }
}

/// Evidence from a text.
#[must_use]
pub(super) fn from_text(section: &'static str, written: &Written) -> Evidence {
    Evidence { section, words: written.text.clone(), span: written.span }
}

/// Evidence from a named part: its name, and what it says under these labels.
#[must_use]
pub(super) fn from_named(section: &'static str, head: &Named, labels: &[&str]) -> Evidence {
    let facts = head.facts.iter().filter(|fact| labels.contains(&fact.label.as_str()) && !fact.text.is_empty());
    let said: Vec<String> = facts.map(|fact| fact.text.clone()).collect();
    let words = if said.is_empty() { head.name.clone() } else { format!("{}: {}", head.name, said.join(", ")) };
    Evidence { section, words, span: head.span }
}

/// Evidence from a value at a place.
#[must_use]
pub(super) fn from_value<T>(section: &'static str, value: &Spanned<T>, words: impl Into<String>) -> Evidence {
    Evidence { section, words: words.into(), span: value.span }
}

/// At most three names, then how many more there are.
#[must_use]
pub(super) fn some(names: &[&str]) -> String {
    match names {
        [one] => (*one).to_owned(),
        _ if names.len() <= 3 => names.join(", "),
        _ => {
            let first: Vec<_> = names.iter().take(3).copied().collect();
            format!("{} and {} more", first.join(", "), names.len() - 3)
        }
    }
}
