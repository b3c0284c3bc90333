//! Questions asked of a whole policy, answered for every contact: who reaches nobody, which rules never win, what is
//! guaranteed.
//!
//! Floor 3. Knows policies and nothing of YAML. Answers are exact; where the work would pass a bound, they say so.

mod claim;
mod claimed;
mod code;
mod compared;
mod coverage;
mod guarantee;
mod meant;
mod moment;
mod promised;
mod solver;
mod space;
mod told;
mod usual;
mod whole;
mod witness;

#[cfg(test)]
mod enumerated;

pub use claimed::claim_in_words;
pub use coverage::{Coverage, Reach, contacts_of_rules, coverage};
pub use guarantee::{Counterexample, Verdict, guarantees};
pub use meant::contacts_that_fit;
pub use moment::Moment;
pub use space::{Incomplete, Space};
pub use whole::{Analysis, analyse};
pub use witness::{Spoken, Witness};
