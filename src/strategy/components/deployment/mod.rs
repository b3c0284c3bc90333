//! Deployment: how services are added, changed and ended.

mod lower;
mod model;
mod syntax;

#[cfg(test)]
mod tests;

pub use model::DeploymentModel;
pub use syntax::DeploymentSyntax;

crate::strategy::component::component! {
    /// The component `deployment`.
    Deployment = "deployment", syntax::FIELDS, include_str!("component.md"), DeploymentSyntax, DeploymentModel;
    syntax::read, syntax::declare, model::resolve, lower::lower
}
