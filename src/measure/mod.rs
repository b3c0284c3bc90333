//! Service-level formulas, ladders, and which promise implies which. Floor 1: knows nothing of ours.

mod comparison;
mod decimal;
mod formula;
mod share;

pub use comparison::Comparison;
pub use decimal::Decimal;
pub use formula::Formula;
pub use share::Share;
