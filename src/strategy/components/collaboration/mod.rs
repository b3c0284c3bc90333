//! Collaboration: who else hears about it, how quality is looked at, and what is measured.

mod lower;
mod model;
mod syntax;

#[cfg(test)]
mod tests;

pub use model::{CollaborationModel, LoopModel};
pub use syntax::{CollaborationSyntax, LoopSyntax, MetricSyntax, QualitySyntax};

crate::strategy::component::component! {
    /// The component `collaboration`.
    Collaboration =
        "collaboration", syntax::FIELDS, include_str!("component.md"), CollaborationSyntax, CollaborationModel;
    syntax::read, syntax::declare, model::resolve, lower::lower
}
