//! Service levels as run.

use crate::policy::{Cell, Column, Origin, PolicyBuilder, PromiseTable, Promised, SeasonId, SegmentId};
use crate::source::Span;
use crate::strategy::components::service_levels::counting;
use crate::strategy::components::service_levels::model::ServiceLevelsModel;
use crate::strategy::components::service_levels::objective::{self, ObjectiveModel};
use crate::strategy::components::service_levels::table::{CellModel, TableModel, cell_path};

/// Keeps what decides: seasons, tables, counting, objectives.
pub fn lower(model: &ServiceLevelsModel, policy: &mut PolicyBuilder) {
    for season in &model.seasons {
        let origin = origin(season.name.span, &["service levels", &season.name.value]);
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
    let span = model.counting.head.whole;
    policy.counting(counting::as_run(&model.counting), origin(span, &["service levels", "counting"]));
    policy.regulations(model.regulations.iter().map(|pack| pack.text.clone()).collect());
    for objective in &model.also {
        lower_objective(objective, false, "also", policy);
    }
    for objective in &model.internal {
        lower_objective(objective, true, "internal", policy);
    }
}

fn origin(span: Span, path: &[&str]) -> Origin {
    Origin { span, path: path.iter().map(|part| (*part).to_owned()).collect() }
}

fn lower_table(table: &TableModel, segment: Option<SegmentId>, season: Option<SeasonId>, policy: &mut PolicyBuilder) {
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
                    let path = cell_path(&name.text, &heading.text).to_vec();
                    Some(Cell::Promise(policy.promise(promise.clone(), Origin { span: cell.span, path })))
                }
                CellModel::Always => Some(Cell::Always),
                CellModel::NoPromise => Some(Cell::NoPromise),
                CellModel::NotOffered => Some(Cell::NotOffered),
            });
        }
        rows.push((*contact_type, row));
    }
    let column = |(heading, channels): &(crate::strategy::written::Written, crate::policy::ChannelSet)| Column {
        heading: heading.text.clone(),
        channels: *channels,
    };
    policy.promise_table(PromiseTable { segment, season, columns: table.columns.iter().map(column).collect(), rows });
}

fn lower_objective(model: &ObjectiveModel, by_business_unit: bool, key: &str, policy: &mut PolicyBuilder) {
    match objective::as_run(model, by_business_unit) {
        Some(objective) if !model.incomplete => {
            policy.objective(objective, origin(model.head.span, &["service levels", key, &model.head.name]));
        }
        Some(_) | None => policy.incomplete(),
    }
}
