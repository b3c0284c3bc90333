//! A time zone that never changes its clocks, for a place that does.

use crate::calendar::{Zone, tzdb_version};
use crate::lints::lint::{Lint, Subject};
use crate::source::{Confidence, Diagnostic, Severity, Sink, Spanned, quoted};

/// The lint. A strategy in UTC that names no other zone and no public holidays belongs to no place and may be meant so.
pub(super) static LINT: Lint = Lint::author(
    "fixed-offset-zone",
    "H305",
    Severity::Should,
    Confidence::Likely,
    include_str!("fixed_offset_zone.md"),
    check,
);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let strategy = subject.strategy;
    let desks = &strategy.components.hours.content.desks;
    let own_zones = || desks.iter().filter_map(|desk| desk.zone.as_ref());
    let somewhere =
        own_zones().any(|zone| zone.value != Zone::utc()) || desks.iter().any(|desk| !desk.holidays.is_empty());
    let is_wrong = |zone: &&Spanned<Zone>| zone.value.is_fixed_offset() && (somewhere || zone.value != Zone::utc());
    for zone in strategy.header.time_zone.iter().chain(own_zones()).filter(is_wrong) {
        let name = zone.value.name();
        let headline = format!("The time zone {} never changes its clocks.", quoted(name));
        let finding = Diagnostic::new(&LINT.finding, zone.span, headline).why(format!(
            "It is an offset and not a place. Where clocks change, hours are an hour off for half the year (zone data {}).",
            tzdb_version()
        ));
        sink.push(match place(name) {
            Some(place) => finding.advise(format!("write {place}, if that is where the hours are read")),
            None => finding.advise("write the zone of the place, such as Europe/London"),
        });
    }
}

/// The place that is most often meant.
fn place(offset: &str) -> Option<&'static str> {
    match offset {
        "GMT" | "Etc/GMT" | "Greenwich" | "GMT0" | "GMT+0" | "GMT-0" => Some("Europe/London"),
        "EST" => Some("America/New_York"),
        "MST" => Some("America/Denver"),
        "HST" => Some("Pacific/Honolulu"),
        _ => None,
    }
}
