//! Service levels as written.

use crate::calendar::Date;
use crate::notation;
use crate::source::{Sink, Spanned};
use crate::strategy::components::service_levels::counting::{self, CountingSyntax};
use crate::strategy::components::service_levels::layers;
use crate::strategy::components::service_levels::objective::{self, ObjectiveSyntax};
use crate::strategy::components::service_levels::table::TableSyntax;
use crate::strategy::errors;
use crate::strategy::field::{Field, Shape};
use crate::strategy::meant;
use crate::strategy::names::{NameKind, Names};
use crate::strategy::reader;
use crate::strategy::written::{Named, Note, Written};
use crate::yaml::{Entry, Value};

/// The table of keys.
pub(crate) static FIELDS: &[Field] = &[
    Field::new(
        "promises",
        Shape::Table,
        "The table: a row for each contact type, a column for each channel or kind. A dash is a decision, a blank a gap.",
        "",
    ),
    Field::phrase(
        "for",
        "a customer segment",
        Shape::Table,
        "A table whose cells replace those of `promises` for one customer segment; a blank replaces nothing.",
        "",
    ),
    Field::phrase(
        "in",
        "a season",
        Shape::Table,
        "A table whose cells replace those of `promises` in one season; a blank replaces nothing.",
        "",
    ),
    Field::new("seasons", Shape::Keys(SEASONS), "The dates of seasons that no desk has.", ""),
    Field::new(
        "counting",
        Shape::KeysOr(counting::FIELDS, &Shape::Text),
        "How promises are counted: when the clock runs, and which contacts count.",
        "all hours",
    )
    .or("while the desk is open"),
    Field::new("also", Shape::Keys(ALSO), "Objectives in their long form, beside the table.", ""),
    Field::new(
        "regulations",
        Shape::List,
        "The packs of regulations that must be met. This version knows none yet, so that any name here is refused.",
        "",
    ),
    Field::new("internal", Shape::Keys(INTERNAL), "What business units promise to the contact center.", ""),
];

static SEASONS: &[Field] =
    &[Field::name("a season", Shape::Keys(SEASON), "A season: its first and last date.", "Tax time")];
static SEASON: &[Field] = &[
    Field::new("from", Shape::Phrase("a date"), "The first date.", "2026-07-01").required(),
    Field::new("to", Shape::Phrase("a date"), "The last date, included.", "2026-10-31").required(),
];
static ALSO: &[Field] = &[Field::name(
    "an objective",
    Shape::Keys(objective::FIELDS),
    "An objective: what it measures, for whom, its target.",
    "Complaint acknowledged",
)];
static INTERNAL: &[Field] = &[Field::name(
    "a business unit",
    Shape::Keys(objective::INTERNAL_FIELDS),
    "A business unit, and what it promises to the contact center.",
    "Billing",
)];

/// A season of promises as written.
#[derive(Debug, Clone, Default)]
pub struct SeasonSyntax {
    /// Its name.
    pub head: Named,
    /// The first date.
    pub from: Option<Spanned<Date>>,
    /// The last date.
    pub to: Option<Spanned<Date>>,
}

/// The section as written.
#[derive(Debug, Clone, Default)]
pub struct ServiceLevelsSyntax {
    /// The plain table.
    pub promises: Option<TableSyntax>,
    /// Tables for a customer segment.
    pub for_customers: Vec<(Written, TableSyntax)>,
    /// Tables for a season.
    pub in_seasons: Vec<(Written, TableSyntax)>,
    /// Seasons with their dates.
    pub seasons: Vec<SeasonSyntax>,
    /// Why these are the seasons.
    pub seasons_note: Note,
    /// How promises are counted.
    pub counting: CountingSyntax,
    /// Objectives beside the table.
    pub also: Vec<ObjectiveSyntax>,
    /// Why there are such objectives.
    pub also_note: Note,
    /// Packs of regulations.
    pub regulations: Vec<Written>,
    /// What business units promise.
    pub internal: Vec<ObjectiveSyntax>,
    /// Why business units promise it.
    pub internal_note: Note,
}

/// Reads the section: one table, or keys.
pub(crate) fn read(entry: &Entry, sink: &mut Sink) -> ServiceLevelsSyntax {
    if matches!(entry.value.value, Value::Scalar(_)) {
        return ServiceLevelsSyntax { promises: layers::read(entry, sink), ..ServiceLevelsSyntax::default() };
    }
    let taken = reader::standing(entry.value.mapping().unwrap_or_default());
    let keys = reader::keys_or(entry, FIELDS, sink, |unknown| {
        let section = &entry.key.text;
        let guess = meant::key(FIELDS, &unknown.key.text, &taken);
        match unknown.value.scalar() {
            // `phone: 80/20`
            Some(_) if guess.is_none() => errors::promise_without_table(unknown),
            Some(_) | None => errors::unknown_key(unknown, section, FIELDS, guess.as_deref()),
        }
    });
    let mut tables =
        |words| keys.phrases(words).filter_map(|(name, entry)| Some((name, layers::read(entry, sink)?))).collect();
    let (for_customers, in_seasons) = (tables("for"), tables("in"));
    let also = keys.get("also").map(|entry| reader::keys(entry, ALSO, sink)).unwrap_or_default();
    let internal = keys.get("internal").map(|entry| reader::keys(entry, INTERNAL, sink)).unwrap_or_default();
    let (seasons, seasons_note) = keys.get("seasons").map(|entry| read_seasons(entry, sink)).unwrap_or_default();
    ServiceLevelsSyntax {
        promises: keys.get("promises").and_then(|entry| layers::read(entry, sink)),
        for_customers,
        in_seasons,
        seasons,
        seasons_note,
        counting: keys.get("counting").map_or_else(CountingSyntax::default, |entry| counting::read(entry, sink)),
        also: also.names().map(|entry| objective::read(entry, sink)).collect(),
        also_note: also.note,
        regulations: keys.list("regulations", sink),
        internal: internal.names().map(|entry| objective::read_internal(entry, sink)).collect(),
        internal_note: internal.note,
    }
}

fn read_seasons(entry: &Entry, sink: &mut Sink) -> (Vec<SeasonSyntax>, Note) {
    let keys = reader::keys(entry, SEASONS, sink);
    let season = |entry| {
        let keys = reader::keys(entry, SEASON, sink);
        reader::require(&keys, SEASON, entry, sink);
        let (from, to) = (keys.phrase("from", sink, notation::date), keys.phrase("to", sink, notation::date));
        SeasonSyntax { from, to, head: reader::named(entry, keys.note) }
    };
    (keys.names().map(season).collect(), keys.note)
}

/// Seasons are names, with their dates. A season that some desk has too must have the same dates here.
pub(crate) fn declare(syntax: &ServiceLevelsSyntax, names: &mut Names, sink: &mut Sink) {
    for season in &syntax.seasons {
        let head = &season.head;
        let known = names.number(NameKind::Season, &head.name).is_some();
        names.declare(NameKind::Season, &head.name, head.span, sink);
        let dates = dates(season);
        if let Some((from, to)) = dates
            && known
            && !names.dates_of_season(&head.name).is_empty()
            && !names.dates_of_season(&head.name).contains(&(from, to))
        {
            let first = names.all(NameKind::Season).iter().find(|name| name.value == head.name);
            let first = first.map_or(head.span, |name| name.span);
            sink.push(errors::season_dates_differ(&head.name, head.span, first));
        }
        let path = ["service levels", "seasons", &head.name].map(str::to_owned);
        names.describe_season(&head.name, path.to_vec(), dates);
    }
}

/// The dates of a season, where they are in order.
fn dates(season: &SeasonSyntax) -> Option<(Date, Date)> {
    let (from, to) = (season.from?.value, season.to?.value);
    (from <= to).then_some((from, to))
}
