//! Whether a contact can ever be recognised as one of a customer segment: segments are tried from the top like rules.

use crate::analysis::coverage::{Reach, coverage};
use crate::analysis::meant::contacts_that_fit;
use crate::analysis::space::{Incomplete, Space};
use crate::analysis::witness::Witness;
use crate::policy::{NamedAxis, Policy, Rule, RuleId, SegmentId, Test};

/// A segment that no contact is ever taken for by what is known of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unrecognised {
    /// The segment.
    pub segment: SegmentId,
    /// The earlier ones that take between them every contact that it would; none where no contact fits it at all.
    pub taken_by: Vec<SegmentId>,
    /// A contact that fits it, and the segment that the contact is taken for. The contact itself names no customer.
    pub contact: Option<(Witness, SegmentId)>,
}

/// The segments that are recognised by something, and yet never. Contacts that bring the name of a segment with them are
/// not looked at: they are taken for it in any case.
///
/// # Errors
///
/// Says why nothing exact can be said.
pub fn unrecognised(policy: &Policy) -> Result<Vec<Unrecognised>, Incomplete> {
    let numbered = (0u16..).map(SegmentId).zip(&policy.segments);
    let tried: Vec<_> = numbered.filter(|(_, one)| !one.by_name_only && !one.recognised_by.is_empty()).collect();
    // A segment that is recognised by being one is told where it is read.
    if tried.is_empty()
        || tried.iter().any(|(_, segment)| segment.recognised_by.iter().any(|test| asks_who(policy, test)))
    {
        return Ok(Vec::new());
    }
    let rules = tried.iter().map(|(_, segment)| Rule {
        name: segment.name.clone(),
        tests: segment.recognised_by.clone(),
        action: crate::policy::Action::default(),
    });
    // No promise is asked for, so seasons tell no moments apart.
    let as_rules = Policy { rules: rules.collect(), promise_tables: Vec::new(), ..policy.clone() };
    let space = Space::new(&as_rules, &[])?;
    let segment = |rule: RuleId| tried.get(rule.index()).map(|(segment, _)| *segment);
    let reached = (0u16..).map(RuleId).zip(coverage(&space).reach);
    let never: Vec<(RuleId, Vec<RuleId>)> = reached
        .filter_map(|(rule, reach)| match reach {
            Reach::FitsNobody => Some((rule, Vec::new())),
            Reach::Taken(by) => Some((rule, by)),
            Reach::Wins | Reach::Unknown => None,
        })
        .collect();
    let rules: Vec<RuleId> = never.iter().map(|(rule, _)| *rule).collect();
    let mut found = Vec::new();
    for ((rule, by), fitting) in never.into_iter().zip(contacts_that_fit(&space, &rules)) {
        let Some(own) = segment(rule) else { continue };
        let contact = fitting.and_then(|(contact, taken)| {
            let contact = Witness { customer: None, ..contact };
            Some((contact, segment(taken)?))
        });
        let taken_by = by.into_iter().filter_map(segment).collect();
        found.push(Unrecognised { segment: own, taken_by, contact });
    }
    Ok(found)
}

/// Whether a test asks which segment the contact belongs to, by a named condition too.
fn asks_who(policy: &Policy, test: &Test) -> bool {
    match test {
        Test::Named { axis, .. } | Test::Known { axis, .. } => *axis == NamedAxis::Customer,
        // What terms are made of further down is looked at as far as terms of terms go.
        Test::Term { term, .. } => {
            let tests = policy.term(*term).map_or(&[][..], |(_, tests)| tests);
            tests.iter().any(|test| matches!(test, Test::Term { .. }) || asks_who(policy, test))
        }
        Test::Number { .. } | Test::Desk { .. } => false,
    }
}
