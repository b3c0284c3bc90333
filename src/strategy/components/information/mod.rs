//! Information: what agents and customers see, and what is recorded.

mod lower;
mod model;
mod syntax;

#[cfg(test)]
mod tests;

pub use model::{InformationModel, ItemModel};
pub use syntax::{InformationSyntax, ItemSyntax};

crate::strategy::component::component! {
    /// The component `information`.
    Information = "information", syntax::FIELDS, include_str!("component.md"), InformationSyntax, InformationModel;
    syntax::read, syntax::declare, model::resolve, lower::lower
}
