//! THE LIST of what governs the strategy as a whole. A new part is a file and two lines here.

pub mod accepted_gaps;
pub mod brand;
pub mod contact_fields;
pub mod guarantees;
pub mod owners;
#[cfg(test)]
mod rules_tests;
pub mod self_check;
pub mod stakeholders;
pub mod stories;
pub mod terms;

crate::strategy::parts::parts! {
    /// The governance part as written.
    GovernanceSyntax;
    /// The governance part as meant.
    Governance;
    stakeholders: stakeholders::Stakeholders,
    owners: owners::Owners,
    brand: brand::Brand,
    terms: terms::Terms,
    contact_fields: contact_fields::ContactFields,
    self_check: self_check::SelfCheck,
    guarantees: guarantees::Guarantees,
    accepted_gaps: accepted_gaps::AcceptedGaps,
    stories: stories::Stories,
}
