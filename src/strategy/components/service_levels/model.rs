//! Service levels as meant.

use crate::calendar::Date;
use crate::policy::{SeasonId, SegmentId};
use crate::source::{Sink, Spanned};
use crate::strategy::components::service_levels::counting::CountingModel;
use crate::strategy::components::service_levels::objective::{self, ObjectiveModel};
use crate::strategy::components::service_levels::syntax::ServiceLevelsSyntax;
use crate::strategy::components::service_levels::table_model::{self, TableModel};
use crate::strategy::errors;
use crate::strategy::names::{NameKind, Names};
use crate::strategy::written::{Named, Note, Written};

/// A season with its dates, for the policy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeasonDates {
    /// Its name, and where it was named first.
    pub name: Spanned<String>,
    /// Its stretches of dates, both ends included.
    pub dates: Vec<(Date, Date)>,
    /// Where it was named first, in words.
    pub path: Vec<String>,
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
    /// Tables whose customer or season has no meaning, which has been reported; they replace nothing.
    pub unreadable: Vec<(Written, TableModel)>,
    /// All seasons of the strategy, in the order of their numbers.
    pub seasons: Vec<SeasonDates>,
    /// Seasons written in this section, with everything written below them.
    pub own_seasons: Vec<Named>,
    /// Why these are the seasons.
    pub seasons_note: Note,
    /// How promises are counted.
    pub counting: CountingModel,
    /// Objectives beside the table.
    pub also: Vec<ObjectiveModel>,
    /// Why there are such objectives.
    pub also_note: Note,
    /// Packs of regulations.
    pub regulations: Vec<Written>,
    /// What business units promise.
    pub internal: Vec<ObjectiveModel>,
    /// Why business units promise it.
    pub internal_note: Note,
    /// Whether a whole table is missing because its customer or season has no meaning.
    pub incomplete: bool,
}

impl ServiceLevelsModel {
    /// All tables: the plain one, then those that replace its cells, in the order written.
    pub fn tables(&self) -> impl Iterator<Item = &TableModel> {
        let replacing = self.for_customers.iter().map(|(_, table)| table);
        self.promises.iter().chain(replacing).chain(self.in_seasons.iter().map(|(_, table)| table))
    }
}

/// The most objectives that one strategy may have; their numbers are 16 bits wide.
const MOST_OBJECTIVES: usize = 20_000;

/// Gives the names their meaning.
pub(crate) fn resolve(syntax: &ServiceLevelsSyntax, names: &Names, sink: &mut Sink) -> ServiceLevelsModel {
    let mut model = ServiceLevelsModel::default();
    let mut promises = 0;
    model.promises = syntax.promises.as_ref().map(|table| table_model::resolve(table, names, &mut promises, sink));
    for (name, table) in &syntax.for_customers {
        let table = table_model::resolve(table, names, &mut promises, sink);
        match names.find(NameKind::Customer, &name.spanned(), sink) {
            Some(number) => model.for_customers.push((Spanned::new(SegmentId(number), name.span), table)),
            None => {
                model.incomplete = true;
                model.unreadable.push((name.clone(), table));
            }
        }
    }
    for (name, table) in &syntax.in_seasons {
        let table = table_model::resolve(table, names, &mut promises, sink);
        match names.find(NameKind::Season, &name.spanned(), sink) {
            Some(number) => model.in_seasons.push((Spanned::new(SeasonId(number), name.span), table)),
            None => {
                model.incomplete = true;
                model.unreadable.push((name.clone(), table));
            }
        }
    }
    for season in &syntax.seasons {
        if let (Some(from), Some(to)) = (season.from, season.to)
            && to.value < from.value
        {
            sink.push(errors::ends_before_it_begins("This season", from.value, to.value, to.span, from.span));
        }
    }
    let season = |name: &Spanned<String>| SeasonDates {
        name: name.clone(),
        dates: names.dates_of_season(&name.value).to_vec(),
        path: names.path_of_season(&name.value).to_vec(),
    };
    model.seasons = names.all(NameKind::Season).iter().map(season).collect();
    model.own_seasons = syntax.seasons.iter().map(|season| season.head.clone()).collect();
    model.seasons_note = syntax.seasons_note.clone();
    model.also_note = syntax.also_note.clone();
    model.internal_note = syntax.internal_note.clone();
    model.counting = syntax.counting.clone();
    model.regulations.clone_from(&syntax.regulations);
    if let Some(objective) = syntax.also.iter().chain(&syntax.internal).nth(MOST_OBJECTIVES) {
        sink.push(errors::too_many_objectives(MOST_OBJECTIVES, objective.head.span));
    }
    model.also = syntax.also.iter().map(|it| objective::resolve(it, names, sink)).collect();
    model.internal = syntax.internal.iter().map(|it| objective::resolve(it, names, sink)).collect();
    model.also.truncate(MOST_OBJECTIVES);
    model.internal.truncate(MOST_OBJECTIVES - model.also.len());
    model
}
