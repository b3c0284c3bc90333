//! Service levels: what is promised for each contact type on each channel, and how it is counted.

mod counting;
mod lower;
mod model;
mod objective;
mod syntax;
mod table;

pub use counting::{CountingModel, CountingSyntax};
pub use model::{SeasonDates, ServiceLevelsModel};
pub use objective::{ObjectiveModel, ObjectiveSyntax};
pub use syntax::ServiceLevelsSyntax;
pub use table::{CellModel, CellSyntax, TableModel, TableSyntax};

crate::strategy::component::component! {
    /// The component `service levels`.
    ServiceLevels =
        "service levels", syntax::FIELDS, include_str!("component.md"), ServiceLevelsSyntax, ServiceLevelsModel;
    syntax::read, syntax::declare, model::resolve, lower::lower
}
