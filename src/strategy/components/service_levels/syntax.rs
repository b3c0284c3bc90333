//! Service levels as written.

use crate::calendar::Date;
use crate::notation;
use crate::source::{Sink, Spanned};
use crate::strategy::components::service_levels::counting::{self, CountingSyntax};
use crate::strategy::components::service_levels::objective::{self, ObjectiveSyntax};
use crate::strategy::components::service_levels::table::{self, TableSyntax};
use crate::strategy::field::{Field, Shape};
use crate::strategy::names::{NameKind, Names};
use crate::strategy::reader;
use crate::strategy::written::{Named, Written};
use crate::yaml::{Entry, Value};

/// The table of keys.
pub static FIELDS: &[Field] = &[
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
    Field::new("regulations", Shape::List, "The packs of regulations that must be met.", "us-cms-part-c-d"),
    Field::new("internal", Shape::Keys(INTERNAL), "What business units promise to the contact center.", ""),
];

static SEASONS: &[Field] = &[Field::name("a season", Shape::Keys(SEASON), "A season: its first and last date.", "")];
static SEASON: &[Field] = &[
    Field::new("from", Shape::Phrase("a date"), "The first date.", "2026-07-01").required(),
    Field::new("to", Shape::Phrase("a date"), "The last date, included.", "2026-10-31").required(),
];
static ALSO: &[Field] = &[Field::name(
    "an objective",
    Shape::Keys(objective::FIELDS),
    "An objective: what it measures, for whom, its target.",
    "",
)];
static INTERNAL: &[Field] = &[Field::name(
    "a business unit",
    Shape::Keys(objective::FIELDS),
    "A business unit, and what it promises to the contact center.",
    "",
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
    /// How promises are counted.
    pub counting: CountingSyntax,
    /// Objectives beside the table.
    pub also: Vec<ObjectiveSyntax>,
    /// Packs of regulations.
    pub regulations: Vec<Written>,
    /// What business units promise.
    pub internal: Vec<ObjectiveSyntax>,
}

/// Reads the section: one table, or keys.
pub fn read(entry: &Entry, sink: &mut Sink) -> ServiceLevelsSyntax {
    if let Value::Scalar(_) = &entry.value.value {
        return ServiceLevelsSyntax { promises: table::read(entry, sink), ..ServiceLevelsSyntax::default() };
    }
    let keys = reader::keys(entry, FIELDS, sink);
    let mut tables = |words| {
        let found: Vec<_> = keys.phrases(words).collect();
        found.into_iter().filter_map(|(name, entry)| Some((name, table::read(entry, sink)?))).collect::<Vec<_>>()
    };
    let (for_customers, in_seasons) = (tables("for"), tables("in"));
    let objectives = |word: &str, sink: &mut Sink| {
        let Some(entry) = keys.get(word) else { return Vec::new() };
        let below = reader::keys(entry, if word == "also" { ALSO } else { INTERNAL }, sink);
        below.names().map(|entry| objective::read(entry, sink)).collect()
    };
    ServiceLevelsSyntax {
        promises: keys.get("promises").and_then(|entry| table::read(entry, sink)),
        for_customers,
        in_seasons,
        seasons: keys.get("seasons").map_or_else(Vec::new, |entry| read_seasons(entry, sink)),
        counting: keys.get("counting").map_or_else(CountingSyntax::default, |entry| counting::read(entry, sink)),
        also: objectives("also", sink),
        regulations: keys.list("regulations", sink),
        internal: objectives("internal", sink),
    }
}

fn read_seasons(entry: &Entry, sink: &mut Sink) -> Vec<SeasonSyntax> {
    let keys = reader::keys(entry, SEASONS, sink);
    let season = |entry| {
        let keys = reader::keys(entry, SEASON, sink);
        reader::require(&keys, SEASON, entry, sink);
        let (from, to) = (keys.phrase("from", sink, notation::date), keys.phrase("to", sink, notation::date));
        SeasonSyntax { from, to, head: reader::named(entry, keys.note) }
    };
    keys.names().map(season).collect()
}

/// Seasons are names, with their dates.
pub fn declare(syntax: &ServiceLevelsSyntax, names: &mut Names, sink: &mut Sink) {
    for season in &syntax.seasons {
        names.declare(NameKind::Season, &season.head.name, season.head.span, sink);
        if let (Some(from), Some(to)) = (season.from, season.to) {
            names.season_dates(&season.head.name, from.value, to.value);
        }
    }
}
