//! Everything that is asked of a policy when a strategy is checked.

use crate::analysis::coverage::{Coverage, coverage};
use crate::analysis::guarantee::guarantees;
use crate::analysis::space::{Incomplete, Space};
use crate::analysis::verdict::Verdict;
use crate::policy::{Claims, Policy};

/// The answers about a whole policy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Analysis {
    /// What the rules take and what they leave.
    pub coverage: Coverage,
    /// What is known of each guarantee, in the order written.
    pub verdicts: Vec<Verdict>,
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
    Ok(Analysis { coverage: coverage(&space), verdicts })
}
