//! Questions asked of a whole policy, answered for every contact: who reaches nobody, which rules never win, what is
//! guaranteed.
//!
//! Floor 3. Knows policies and nothing of YAML. Answers are exact; where the work would pass a bound, they say so.

mod arrivals;
mod claim;
mod claimed;
mod code;
mod compared;
mod coverage;
mod deadlines;
mod gap;
mod guarantee;
mod holding;
mod meant;
mod merged;
mod moment;
mod needless;
mod outcome;
mod overlap;
mod parity;
mod passed;
mod pledged;
mod point;
mod promised;
mod quick;
mod recognised;
mod solver;
mod space;
mod switched;
mod told;
mod usual;
mod verdict;
mod whole;
mod witness;

#[cfg(test)]
mod enumerated;
#[cfg(test)]
mod enumerated_arrivals;
#[cfg(test)]
mod enumerated_rules;

pub use arrivals::{Arrival, Question, answered_contacts, are_answered, arrivals, decide_answered};
pub use claimed::claim_in_words;
pub use coverage::{Coverage, Reach, contacts_of_rules, coverage, reach, unanswered};
pub use gap::{Gap, Gaps, Limit, gaps};
pub use guarantee::guarantees;
pub use meant::contacts_that_fit;
pub use merged::Merge;
pub use moment::Moment;
pub use needless::Need;
pub use overlap::{Contest, Contested, Overlaps, contested};
pub use parity::{Later, later_elsewhere};
pub use passed::{Circle, Way, circle};
pub use pledged::{Alike, Pledged, pledged};
pub use promised::PromiseOrder;
pub use recognised::{Unrecognised, unrecognised};
pub use space::{Incomplete, Space};
pub use verdict::{Counterexample, Verdict};
pub use whole::{Against, Analysis, analyse};
pub use witness::{Spoken, Witness};
