//! Hours as written.

use crate::calendar::{Date, DaySpan};
use crate::notation::{self, ClosedOn, WeeklyPhrase};
use crate::source::{Sink, Spanned};
use crate::strategy::field::{Field, Shape};
use crate::strategy::names::{NameKind, Names};
use crate::strategy::reader;
use crate::strategy::written::{Named, Written};
use crate::yaml::Entry;

/// The table of keys.
pub(super) static FIELDS: &[Field] =
    &[Field::name("a desk", Shape::Keys(DESK), "A desk: channels that keep the same hours.", "Main desk")];

static DESK: &[Field] = &[
    Field::new("channels", Shape::List, "The channels of the desk, by name, kind or family.", "phone, chat, email"),
    Field::new(
        "open",
        Shape::Phrase("hours"),
        "When contacts are accepted. Days not listed are closed; a comma adds hours.",
        "Mon-Fri 08:00-20:00, Sat 09:00-17:00",
    )
    .required(),
    Field::new(
        "time zone",
        Shape::Phrase("a time zone"),
        "The zone of these hours, or `the customer's`.",
        "America/New_York",
    )
    .or("the time zone of the strategy"),
    Field::new(
        "closed on",
        Shape::Phrase("dates and public holidays"),
        "When it is closed all day.",
        "public holidays in England, 2027-06-18",
    )
    .or("no day"),
    Field::new(
        "special days",
        Shape::Keys(SPECIAL),
        "Dates with other hours than usual. They come before everything else.",
        "",
    ),
    Field::new("seasons", Shape::Keys(SEASONS), "Stretches of dates with weekly hours of their own.", ""),
    Field::new(
        "staffed",
        Shape::Phrase("hours"),
        "When people answer, if that differs from when contacts are accepted.",
        "Mon-Fri 09:00-17:00",
    )
    .or("the same as open"),
    Field::new("when closed", Shape::Text, "What the customer gets when it is closed.", "offer a callback"),
];

static SPECIAL: &[Field] =
    &[Field::name("a date", Shape::Phrase("hours of a day"), "The hours of that date, or `closed`.", "10:00-14:00")];

static SEASONS: &[Field] =
    &[Field::name("a season", Shape::Keys(SEASON), "A season: its dates and its hours.", "Peak")];

static SEASON: &[Field] = &[
    Field::new("from", Shape::Phrase("a date"), "The first date.", "2026-11-16").required(),
    Field::new("to", Shape::Phrase("a date"), "The last date, included.", "2027-01-03").required(),
    Field::new("open", Shape::Phrase("hours"), "The weekly hours of these dates.", "Mon-Sat 07:00-22:00").required(),
];

/// All desks as written.
#[derive(Debug, Clone, Default)]
pub struct HoursSyntax {
    /// In the order written.
    pub desks: Vec<DeskSyntax>,
}

/// A desk as written.
#[derive(Debug, Clone, Default)]
pub struct DeskSyntax {
    /// Its name, and everything written below it.
    pub head: Named,
    /// The channels.
    pub channels: Vec<Written>,
    /// The weekly hours.
    pub open: Option<WeeklyPhrase>,
    /// The zone.
    pub time_zone: Option<Written>,
    /// The closed dates.
    pub closed_on: Vec<Spanned<ClosedOn>>,
    /// The dates with other hours.
    pub special_days: Vec<(Spanned<Date>, Vec<DaySpan>)>,
    /// The seasons.
    pub seasons: Vec<SeasonSyntax>,
    /// When people answer.
    pub staffed: Option<WeeklyPhrase>,
    /// What the customer gets when it is closed.
    pub when_closed: Option<Written>,
}

/// A season as written.
#[derive(Debug, Clone, Default)]
pub struct SeasonSyntax {
    /// Its name, and everything written below it.
    pub head: Named,
    /// The first date.
    pub from: Option<Spanned<Date>>,
    /// The last date.
    pub to: Option<Spanned<Date>>,
    /// The weekly hours.
    pub open: Option<WeeklyPhrase>,
}

/// Reads the section.
pub(super) fn read(entry: &Entry, sink: &mut Sink) -> HoursSyntax {
    let keys = reader::keys(entry, FIELDS, sink);
    HoursSyntax { desks: keys.names().map(|entry| read_desk(entry, sink)).collect() }
}

fn read_desk(entry: &Entry, sink: &mut Sink) -> DeskSyntax {
    let keys = reader::keys(entry, DESK, sink);
    reader::require(&keys, DESK, entry, sink);
    let hours =
        |word: &str, sink: &mut Sink| keys.get(word).and_then(|it| reader::phrase_each(it, sink, notation::hours_each));
    DeskSyntax {
        channels: keys.get("channels").map_or_else(Vec::new, |entry| reader::list(entry, sink)),
        open: hours("open", sink),
        time_zone: keys.get("time zone").and_then(|entry| reader::text(entry, sink)),
        closed_on: keys
            .get("closed on")
            .and_then(|entry| reader::phrase_each(entry, sink, notation::closed_on_each))
            .unwrap_or_default(),
        special_days: keys.get("special days").map_or_else(Vec::new, |entry| read_special_days(entry, sink)),
        seasons: keys.get("seasons").map_or_else(Vec::new, |entry| read_seasons(entry, sink)),
        staffed: hours("staffed", sink),
        when_closed: keys.get("when closed").and_then(|entry| reader::text(entry, sink)),
        head: reader::named(entry, keys.note),
    }
}

fn read_special_days(entry: &Entry, sink: &mut Sink) -> Vec<(Spanned<Date>, Vec<DaySpan>)> {
    let keys = reader::keys(entry, SPECIAL, sink);
    let mut days = Vec::new();
    for entry in keys.names() {
        let key = Written::new(&entry.key);
        let date = reader::reported(notation::date(key.excerpt()), &key, sink);
        let spans = reader::phrase_each(entry, sink, notation::day_hours_each);
        if let (Some(date), Some(spans)) = (date, spans) {
            let run = |span: Spanned<notation::DaySpan>| {
                let notation::DaySpan { from, to, next_day } = span.value;
                DaySpan { from, to, next_day }
            };
            days.push((date, spans.into_iter().map(run).collect()));
        }
    }
    days
}

fn read_seasons(entry: &Entry, sink: &mut Sink) -> Vec<SeasonSyntax> {
    let keys = reader::keys(entry, SEASONS, sink);
    keys.names()
        .map(|entry| {
            let keys = reader::keys(entry, SEASON, sink);
            reader::require(&keys, SEASON, entry, sink);
            let date =
                |word: &str, sink: &mut Sink| keys.get(word).and_then(|it| reader::phrase(it, sink, notation::date));
            SeasonSyntax {
                from: date("from", sink),
                to: date("to", sink),
                open: keys.get("open").and_then(|entry| reader::phrase_each(entry, sink, notation::hours_each)),
                head: reader::named(entry, keys.note),
            }
        })
        .collect()
}

/// Desks and seasons are names.
pub(super) fn declare(syntax: &HoursSyntax, names: &mut Names, sink: &mut Sink) {
    for desk in &syntax.desks {
        names.declare(NameKind::Desk, &desk.head.name, desk.head.span, sink);
        for season in &desk.seasons {
            names.declare(NameKind::Season, &season.head.name, season.head.span, sink);
            let dates = season.from.zip(season.to).map(|(from, to)| (from.value, to.value));
            let path = vec!["hours".to_owned(), desk.head.name.clone(), "seasons".to_owned()];
            names.describe_season(&season.head.name, path, dates);
        }
    }
}
