//! Customers: who contacts us, and how a contact is known to be theirs.

mod lower;
mod model;
mod syntax;

#[cfg(test)]
mod tests;

pub use model::{CustomersModel, ImplicitField, SegmentModel};
pub use syntax::{CustomersSyntax, SegmentSyntax};

crate::strategy::component::component! {
    /// The component `customers`.
    Customers = "customers", syntax::FIELDS, include_str!("component.md"), CustomersSyntax, CustomersModel;
    syntax::read, syntax::declare, model::resolve, lower::lower
}
