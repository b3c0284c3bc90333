//! The author's own cases: contacts written as a phrase, run against the engine and compared. Floor 4.

mod ask;
mod compare;
mod contact;
mod coverage;
mod expected;
mod otherwise;
mod problem;
mod report;
mod run;
mod slice;
mod suggest;

#[cfg(test)]
mod tests;

pub use ask::{AskError, Asked, NamedPart, Remark, ask};
pub use compare::Decider;
pub use contact::{ContactPhraseError, contact_from_phrase};
pub use coverage::StoryCoverage;
pub use otherwise::{Changed, Otherwise, otherwise};
pub use problem::StoryProblem;
pub use report::{PlacedStory, StoryReport};
pub use run::{Met, StoryResult, StoryStep, run};
pub use slice::{LARGEST_SLICE, Slice, SliceError, slice, slice_of};
pub use suggest::{LeftOut, Reason, Suggestion, Suggestions, suggest};
