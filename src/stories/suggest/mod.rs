//! The stories that a strategy lacks: for each rule, boundary, promise, guarantee and desk, what happens there today.

mod boundary;
mod choices;
mod desk_edges;
mod expect;
mod moments;
mod promises;
mod proof;
mod proposal;
mod propose;
mod sketch;
mod witness;

#[cfg(test)]
mod tests;

pub(crate) use boundary::boundaries;
pub use proposal::{LeftOut, Reason, Suggestion, Suggestions};
pub use propose::suggest;
