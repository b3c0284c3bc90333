//! Dates of desks and seasons that are over before the strategy applies.

use crate::calendar::{Date, DaySpan};
use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::listing::counted;
use crate::lints::rules::shared::telling::said;
use crate::source::{Confidence, Diagnostic, Severity, Sink, Span, Spanned, quoted};
use crate::strategy::{DeskModel, SeasonModel};

/// The lint. One finding a desk, and one for the seasons of promises.
pub(super) static LINT: Lint = Lint::author(
    "date-before-strategy",
    "H313",
    Severity::Should,
    Confidence::Sure,
    include_str!("date_before_strategy.md"),
    check,
);

/// Something that is over: in words, and where it stands.
struct Past {
    what: String,
    span: Span,
}

impl Past {
    fn date(date: Date, span: Span) -> Self {
        Self { what: said(date), span }
    }

    fn season(name: &str, last: Date, span: Span) -> Self {
        Self { what: format!("{} until {}", quoted(name), said(last)), span }
    }
}

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let Some(applies) = subject.strategy.header.applies_from else { return };
    let components = &subject.strategy.components;
    for desk in &components.hours.content.desks {
        let over = past(desk, applies.value);
        report(&format!("{} has", quoted(&desk.head.name)), &over, applies, sink);
    }
    let names = &subject.strategy.names;
    let own = components.service_levels.content.own_seasons.iter().filter_map(|season| {
        let last = names.dates_of_season(&season.name).iter().map(|(_, to)| *to).max()?;
        (last < applies.value).then(|| Past::season(&season.name, last, season.span))
    });
    report("The service levels have", &own.collect::<Vec<Past>>(), applies, sink);
}

/// What of a desk is over, in the order of the file. A night that begins on the evening before still matters.
fn past(desk: &DeskModel, applies: Date) -> Vec<Past> {
    let night = |spans: &[DaySpan]| spans.iter().any(|span| span.next_day);
    let special = desk.special_days.iter().filter(|(date, spans)| {
        let last = if night(spans) { date.value.plus_days(1) } else { date.value };
        last < applies
    });
    let special = special.map(|(date, _)| Past::date(date.value, date.span));
    let closed = desk.closed.iter().filter(|dates| dates.value.1 < applies);
    let closed = closed.map(|dates| Past::date(dates.value.1, dates.span));
    let seasons = desk.seasons.iter().filter(|season| last_of(season) < applies);
    let seasons = seasons.map(|season| Past::season(&season.head.name, season.to.value, season.head.span));
    let mut all: Vec<Past> = special.chain(closed).chain(seasons).collect();
    all.sort_by_key(|past| past.span);
    all
}

fn last_of(season: &SeasonModel) -> Date {
    if season.open.hours.has_nights() { season.to.value.plus_days(1) } else { season.to.value }
}

fn report(who_has: &str, over: &[Past], applies: Spanned<Date>, sink: &mut Sink) {
    let Some(first) = over.first() else { return };
    let dates = if over.len() == 1 { "a date that is".to_owned() } else { format!("{} dates that are", over.len()) };
    let told = counted(over.iter().map(|past| past.what.clone()));
    let headline = format!("{who_has} {dates} over before the strategy applies.");
    let mut finding = Diagnostic::new(&LINT.finding, first.span, headline)
        .why(format!(
            "The strategy applies from {}. What is over by then changes nothing: {told}.",
            said(applies.value)
        ))
        .see(applies.span, "from when on the strategy applies");
    for other in over.iter().skip(1).take(2) {
        finding = finding.see(other.span, "over too");
    }
    sink.push(finding.advise("correct the year, if another one is meant").advise("leave it out"));
}
