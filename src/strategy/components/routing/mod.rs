//! Routing: which group answers which contact, and what happens while it waits.

mod keys;
mod lower;
mod model;
mod rule_table;
mod syntax;

#[cfg(test)]
mod tests;

pub use model::{EscalationModel, RoutingModel, RuleModel, StepModel};
pub use syntax::{EscalationSyntax, RoutingSyntax, RuleSyntax, StepSyntax, as_rules, holds_table};

crate::strategy::component::component! {
    /// The component `routing`.
    Routing = "routing", keys::FIELDS, include_str!("component.md"), RoutingSyntax, RoutingModel;
    syntax::read, syntax::declare, model::resolve, lower::lower
}
