//! Service levels as meant.

use crate::calendar::Date;
use crate::policy::{SeasonId, SegmentId};
use crate::source::{Sink, Spanned};
use crate::strategy::components::service_levels::counting::CountingModel;
use crate::strategy::components::service_levels::objective::{self, ObjectiveModel};
use crate::strategy::components::service_levels::syntax::ServiceLevelsSyntax;
use crate::strategy::components::service_levels::table::{self, TableModel};
use crate::strategy::errors;
use crate::strategy::names::{NameKind, Names};
use crate::strategy::written::{Named, Written};

/// A season with its dates, for the policy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeasonDates {
    /// Its name, and where it was named first.
    pub name: Spanned<String>,
    /// Its stretches of dates.
    pub dates: Vec<(Date, Date)>,
}

/// The section as meant.
#[derive(Debug, Clone, Default)]
pub struct ServiceLevelsModel {
    /// The plain table.
    pub promises: Option<TableModel>,
    /// Tables for a customer segment.
    pub for_customers: Vec<(Spanned<SegmentId>, TableModel)>,
    /// Tables for a season.
    pub in_seasons: Vec<(Spanned<SeasonId>, TableModel)>,
    /// All seasons of the strategy, in the order of their numbers.
    pub seasons: Vec<SeasonDates>,
    /// Seasons written in this section, with everything written below them.
    pub own_seasons: Vec<Named>,
    /// How promises are counted.
    pub counting: CountingModel,
    /// Objectives beside the table.
    pub also: Vec<ObjectiveModel>,
    /// Packs of regulations.
    pub regulations: Vec<Written>,
    /// What business units promise.
    pub internal: Vec<ObjectiveModel>,
}

impl ServiceLevelsModel {
    /// All tables: the plain one, then those that replace its cells, in the order written.
    pub fn tables(&self) -> impl Iterator<Item = &TableModel> {
        let replacing = self.for_customers.iter().map(|(_, table)| table);
        self.promises.iter().chain(replacing).chain(self.in_seasons.iter().map(|(_, table)| table))
    }
}

/// Gives the names their meaning.
pub fn resolve(syntax: &ServiceLevelsSyntax, names: &Names, sink: &mut Sink) -> ServiceLevelsModel {
    let mut for_customers = Vec::new();
    for (name, table) in &syntax.for_customers {
        let table = table::resolve(table, names, sink);
        if let Some(number) = names.find(NameKind::Customer, &name.spanned(), sink) {
            for_customers.push((Spanned::new(SegmentId(number), name.span), table));
        }
    }
    let mut in_seasons = Vec::new();
    for (name, table) in &syntax.in_seasons {
        let table = table::resolve(table, names, sink);
        if let Some(number) = names.find(NameKind::Season, &name.spanned(), sink) {
            in_seasons.push((Spanned::new(SeasonId(number), name.span), table));
        }
    }
    for season in &syntax.seasons {
        if let (Some(from), Some(to)) = (season.from, season.to)
            && to.value < from.value
        {
            sink.push(errors::ends_before_it_begins("This season", from.value, to.value, to.span, from.span));
        }
    }
    let seasons = names
        .all(NameKind::Season)
        .iter()
        .map(|name| SeasonDates { name: name.clone(), dates: names.dates_of_season(&name.value).to_vec() });
    ServiceLevelsModel {
        promises: syntax.promises.as_ref().map(|table| table::resolve(table, names, sink)),
        for_customers,
        in_seasons,
        seasons: seasons.collect(),
        own_seasons: syntax.seasons.iter().map(|season| season.head.clone()).collect(),
        counting: syntax.counting.clone(),
        also: syntax.also.iter().map(|it| objective::resolve(it, names, sink)).collect(),
        regulations: syntax.regulations.clone(),
        internal: syntax.internal.iter().map(|it| objective::resolve(it, names, sink)).collect(),
    }
}
