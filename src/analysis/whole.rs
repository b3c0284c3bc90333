//! Everything that is asked of a policy when a strategy is checked.

use crate::analysis::coverage::{Coverage, Reach, coverage};
use crate::analysis::guarantee::guarantees;
use crate::analysis::holding::Holding;
use crate::analysis::merged::{Merge, merges};
use crate::analysis::needless::{Need, needs};
use crate::analysis::outcome::Outcomes;
use crate::analysis::overlap::{Overlaps, overlaps};
use crate::analysis::space::{Incomplete, Space};
use crate::analysis::verdict::Verdict;
use crate::policy::{Claims, Policy};

/// The answers about a whole policy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Analysis {
    /// What the rules take and what they leave.
    pub coverage: Coverage,
    /// What the rules are to each other.
    pub against: Against,
    /// What is known of each guarantee, in the order written.
    pub verdicts: Vec<Verdict>,
}

/// What the rules are to each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Against {
    /// For each rule, whether something would change without it.
    pub needs: Vec<Need>,
    /// The rules that could be one.
    pub merges: Vec<Merge>,
    /// Whether these are all of them.
    pub all_merges: bool,
    /// The pairs of rules of which the order decides.
    pub overlaps: Overlaps,
}

impl Against {
    /// Whether every rule was set against every other.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.all_merges && self.overlaps.complete && !self.needs.contains(&Need::Unknown)
    }
}

/// Sets the rules against each other.
#[must_use]
pub(crate) fn against(space: &Space<'_>, reach: &[Reach]) -> Against {
    let holding = Holding::new(space);
    let outcomes = Outcomes::new(space.policy);
    let needs = needs(space, &holding, &outcomes, reach);
    let (merges, all_merges) = merges(space, &holding, &outcomes, reach, &needs);
    let overlaps = overlaps(space, &holding, &outcomes, reach);
    Against { needs, merges, all_merges, overlaps }
}

/// Asks everything about a policy and what is claimed of it.
///
/// # Errors
///
/// Says why nothing exact can be said.
pub fn analyse(policy: &Policy, claims: &Claims) -> Result<Analysis, Incomplete> {
    if !policy.complete {
        return Err(Incomplete::NotWhole);
    }
    let space = Space::new(policy, &claims.guarantees)?;
    let verdicts = if claims.guarantees.is_empty() { Vec::new() } else { guarantees(&space, &claims.guarantees) };
    let coverage = coverage(&space);
    let against = against(&space, &coverage.reach);
    Ok(Analysis { coverage, against, verdicts })
}
