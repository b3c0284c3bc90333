//! Contact types: why customers make contact.

mod lower;
mod model;
mod syntax;

#[cfg(test)]
mod tests;

pub use model::{ContactTypeModel, ContactTypesModel, ReplyModel};
pub use syntax::{ContactTypeSyntax, ContactTypesSyntax, ReplySyntax};

crate::strategy::component::component! {
    /// The component `contact types`.
    ContactTypes = "contact types", syntax::FIELDS, include_str!("component.md"), ContactTypesSyntax, ContactTypesModel;
    syntax::read, syntax::declare, model::resolve, lower::lower
}
