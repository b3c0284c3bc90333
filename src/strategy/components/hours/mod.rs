//! Hours: the days and hours at which each channel is answered.

mod lower;
mod model;
mod syntax;

pub use model::{DeskModel, HoursModel, SeasonModel};
pub use syntax::{DeskSyntax, HoursSyntax, SeasonSyntax};

crate::strategy::component::component! {
    /// The component `hours`.
    Hours = "hours", syntax::FIELDS, include_str!("component.md"), HoursSyntax, HoursModel;
    syntax::read, syntax::declare, model::resolve, lower::lower
}
