//! What is known of a guarantee, and how simple a counterexample is.

use crate::analysis::point::Point;
use crate::analysis::space::Space;
use crate::analysis::witness::Witness;
use crate::policy::{Claim, RuleId};

/// What is known of a guarantee.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// It holds for every contact that it is about.
    Holds,
    /// There is no contact that it is about.
    AboutNobody,
    /// It does not hold.
    Fails(Box<Counterexample>),
    /// It hangs on the hours of a desk whether the promise of this contact is as claimed, and neither is known.
    HangsOnHours(Box<Counterexample>),
    /// The question was too hard, so nothing is known.
    Unknown,
}

/// A contact for which a guarantee does not hold, or is not known to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counterexample {
    /// The contact, the one with the fewest unusual things about it.
    pub contact: Witness,
    /// The contact that it is compared with.
    pub compared: Option<Witness>,
    /// The claim that does not hold, or that holds although it never should.
    pub claim: Claim,
    /// Whether the claim should never hold.
    pub never: bool,
    /// The rule that decides the contact; none where no rule does.
    pub rule: Option<RuleId>,
}

/// How many things about a contact are not the usual ones.
pub(crate) fn unusual(space: &Space<'_>, point: &Point) -> usize {
    let axes = space.axes.list().iter().zip(&space.possible).zip(point);
    let own = axes.filter(|((axis, _), _)| !axis.is_term());
    own.filter(|((_, possible), cell)| possible.first() != Some(cell)).count()
}
