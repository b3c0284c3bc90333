//! Service levels as run.

use crate::policy::{
    Cell, ChannelSet, Column, CountingRules, Origin, PolicyBuilder, PromiseTable, Promised, SeasonId, SegmentId,
};
use crate::source::Span;
use crate::strategy::components::service_levels::counting;
use crate::strategy::components::service_levels::model::ServiceLevelsModel;
use crate::strategy::components::service_levels::objective::{self, ObjectiveModel};
use crate::strategy::components::service_levels::table_model::{CellModel, TableModel};
use crate::strategy::written::Written;

/// Keeps what decides: seasons, tables, counting, objectives.
pub(crate) fn lower(model: &ServiceLevelsModel, policy: &mut PolicyBuilder) {
    if model.incomplete {
        policy.incomplete();
    }
    for season in &model.seasons {
        let origin = Origin { span: season.name.span, path: season.path.clone() };
        policy.season(Promised { name: season.name.value.clone(), dates: season.dates.clone() }, origin);
    }
    if let Some(table) = &model.promises {
        lower_table(table, None, None, policy);
    }
    for (segment, table) in &model.for_customers {
        lower_table(table, Some(segment.value), None, policy);
    }
    for (season, table) in &model.in_seasons {
        lower_table(table, None, Some(season.value), policy);
    }
    let counting = counting::as_run(&model.counting, &CountingRules::default());
    if model.counting.is_written() {
        policy.counting(counting.clone(), origin(model.counting.head.whole, &["service levels", "counting"]));
    }
    policy.regulations(model.regulations.iter().map(|pack| pack.text.clone()).collect());
    for objective in &model.also {
        lower_objective(objective, &counting, false, policy);
    }
    for objective in &model.internal {
        lower_objective(objective, &counting, true, policy);
    }
}

fn origin(span: Span, path: &[&str]) -> Origin {
    Origin { span, path: path.iter().map(|part| (*part).to_owned()).collect() }
}

fn lower_table(table: &TableModel, segment: Option<SegmentId>, season: Option<SeasonId>, policy: &mut PolicyBuilder) {
    if table.incomplete {
        policy.incomplete();
    }
    let mut rows = Vec::new();
    for (name, contact_type, cells) in &table.rows {
        let mut row = Vec::new();
        for (cell, (heading, _)) in cells.iter().zip(&table.columns) {
            row.push(match &cell.value {
                CellModel::Blank => None,
                CellModel::Unreadable => {
                    policy.incomplete();
                    None
                }
                CellModel::Promise(promise) => {
                    let path = table.cell_path(&name.text, &heading.text);
                    Some(Cell::Promise(policy.promise(promise.clone(), Origin { span: cell.span, path })))
                }
                CellModel::Always => Some(Cell::Always),
                CellModel::NoPromise => Some(Cell::NoPromise),
                CellModel::NotOffered => Some(Cell::NotOffered),
            });
        }
        rows.push((*contact_type, row));
    }
    let column =
        |(heading, channels): &(Written, ChannelSet)| Column { heading: heading.text.clone(), channels: *channels };
    policy.promise_table(PromiseTable { segment, season, columns: table.columns.iter().map(column).collect(), rows });
}

fn lower_objective(model: &ObjectiveModel, base: &CountingRules, by_business_unit: bool, policy: &mut PolicyBuilder) {
    let key = if by_business_unit { "internal" } else { "also" };
    match objective::as_run(model, by_business_unit, base) {
        Some(objective) if !model.incomplete => {
            policy.objective(objective, origin(model.head.span, &["service levels", key, &model.head.name]));
        }
        Some(_) | None => policy.incomplete(),
    }
}
