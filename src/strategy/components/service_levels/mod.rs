//! Service levels: what is promised for each contact type on each channel, and how it is counted.

mod counting;
mod ladder;
mod layers;
mod lower;
mod model;
mod objective;
mod syntax;
mod table;
mod table_model;
mod target;

#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_counting;

pub use counting::{CountingModel, CountingSyntax};
pub(crate) use layers::read as read_table;
pub use model::{SeasonDates, ServiceLevelsModel};
pub use objective::{ObjectiveModel, ObjectiveSyntax};
pub use syntax::{SeasonSyntax, ServiceLevelsSyntax};
pub use table::{CellSyntax, RowSyntax, TableSyntax};
pub use table_model::{CellModel, TableModel};

crate::strategy::component::component! {
    /// The component `service levels`.
    ServiceLevels =
        "service levels", syntax::FIELDS, include_str!("component.md"), ServiceLevelsSyntax, ServiceLevelsModel;
    syntax::read, syntax::declare, model::resolve, lower::lower
}
