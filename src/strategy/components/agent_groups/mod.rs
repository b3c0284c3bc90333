//! Agent groups: the people who answer.

mod lower;
mod model;
mod syntax;

#[cfg(test)]
mod tests;

pub use model::{AgentGroupsModel, GroupModel, OnDutyModel};
pub use syntax::{AgentGroupsSyntax, GroupSyntax, NewOrExisting};

crate::strategy::component::component! {
    /// The component `agent groups`.
    AgentGroups = "agent groups", syntax::FIELDS, include_str!("component.md"), AgentGroupsSyntax, AgentGroupsModel;
    syntax::read, syntax::declare, model::resolve, lower::lower
}
