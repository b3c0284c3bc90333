//! Opinions: what is missing, contradictory or risky, and how to repair it. Floor 5.

mod accepted;
mod lint;
mod misunderstood;
pub mod rules;
mod run;
mod times;

pub use lint::{Check, Decider, Differs, Lint, Outcome, Subject, UnmetStory};
pub use run::{all, run};
pub use times::Times;
