//! Service-level formulas, ladders, and which promise implies which. Floor 1: knows nothing of ours.

mod decimal;
mod formula;
mod share;

pub use decimal::Decimal;
pub use formula::Formula;
pub use share::Share;
