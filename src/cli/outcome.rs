//! How a command ends: the three exit codes, and what a door says when it cannot do its work.

use std::fmt;

/// What a command that ran found. What it prints does not depend on it; scripts do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Exit {
    /// Nothing at or above the limit was found: exit code 0.
    Fine,
    /// Findings at or above the limit, or lines that could not be decided: exit code 1.
    Findings,
    /// Part of the work could not be done; it was said where: exit code 2.
    CouldNotRun,
}

impl Exit {
    /// The exit code of the process.
    pub(crate) fn code(self) -> u8 {
        match self {
            Self::Fine => 0,
            Self::Findings => 1,
            Self::CouldNotRun => 2,
        }
    }

    /// `Findings` where there are any.
    pub(crate) fn findings(any: bool) -> Self {
        if any { Self::Findings } else { Self::Fine }
    }
}

/// Why a command could not do its work: what is in the way, and what to do. Exit code 2.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Refusal {
    what: String,
    remedy: String,
}

impl Refusal {
    /// What is in the way and what to do about it, each in full sentences.
    pub(crate) fn new(what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { what: what.into(), remedy: remedy.into() }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.what)?;
        if self.remedy.is_empty() { Ok(()) } else { write!(f, " {}", self.remedy) }
    }
}

impl std::error::Error for Refusal {}
