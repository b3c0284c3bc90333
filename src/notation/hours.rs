//! Hours of a week and of a special day: `Mon-Fri 08:00-20:00, Sat 09:00-17:00`, `10:00-14:00`, `closed`.

use std::fmt;

use crate::calendar::{Days, OpenSpan, TimeOfDay, Weekday, WeeklyHours};
use crate::notation::grammar::{Found, Rule, parse};
use crate::notation::hours_misread::{look, look_day};
use crate::notation::misread::Misread;
use crate::notation::misread_kind::MisreadKind;
use crate::notation::miss::{Miss, splice};
use crate::notation::phrase::Phrase;
use crate::notation::reader::{Attempt, Fault, Reader};
use crate::notation::time_of_day::build_time;
use crate::source::{Excerpt, Span, Spanned};

/// The hours of an ordinary week, as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WeeklyPhrase {
    /// What it means.
    pub hours: WeeklyHours,
    /// Each span with its place; empty for `always` and `never`. The place of the first span after its days holds the
    /// days too.
    pub spans: Vec<Spanned<OpenSpan>>,
}

/// One span of one special day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct DaySpan {
    /// When it begins.
    pub from: TimeOfDay,
    /// When it ends; after `from` unless `next_day`.
    pub to: TimeOfDay,
    /// Whether it ends on the date after.
    pub next_day: bool,
}

pub(crate) const HOURS: Reader<'static, WeeklyPhrase> =
    Reader { wanted: Phrase::Hours, parse: &parse_hours, look: &look };

pub(crate) const DAY_HOURS: Reader<'static, Vec<Spanned<DaySpan>>> =
    Reader { wanted: Phrase::DayHours, parse: &parse_day_hours, look: &look_day };

/// Reads the hours of a week. A comma adds; days that are not listed are closed.
///
/// # Errors
/// Says what is wrong with any other text. A span that ends before it begins is offered both ways: over midnight, and
/// turned round.
pub fn hours(excerpt: Excerpt<'_>) -> Result<WeeklyPhrase, Misread> {
    HOURS.read(excerpt)
}

/// Reads the hours of a special day; no spans for `closed`.
///
/// # Errors
/// As for `hours`.
pub fn day_hours(excerpt: Excerpt<'_>) -> Result<Vec<Spanned<DaySpan>>, Misread> {
    DAY_HOURS.read(excerpt)
}

fn parse_hours(excerpt: Excerpt<'_>) -> Attempt<WeeklyPhrase> {
    let phrase = parse(Rule::hours_phrase, excerpt)?;
    if phrase.part(Rule::always).is_some() {
        return Ok(WeeklyPhrase { hours: WeeklyHours::Always, spans: Vec::new() });
    }
    if phrase.part(Rule::never).is_some() {
        return Ok(WeeklyPhrase { hours: WeeklyHours::Never, spans: Vec::new() });
    }
    let mut spans = Vec::new();
    for opening in phrase.all(Rule::opening) {
        let days_found = opening.need(Rule::days)?;
        let days = build_days(&days_found)?;
        let mut lead: Option<Span> = Some(days_found.span());
        for found in opening.all(Rule::open_span) {
            let span = build_span(&found)?;
            let place = lead.take().map_or(found.span(), |days| days.to(found.span()));
            let DaySpan { from, to, next_day } = span;
            spans.push(Spanned::new(OpenSpan { days, from, to, next_day }, place));
        }
    }
    let hours = WeeklyHours::Spans(spans.iter().map(|span| span.value).collect());
    Ok(WeeklyPhrase { hours, spans })
}

fn parse_day_hours(excerpt: Excerpt<'_>) -> Attempt<Vec<Spanned<DaySpan>>> {
    let phrase = parse(Rule::day_hours_phrase, excerpt)?;
    phrase.all(Rule::open_span).map(|found| Ok(found.with(build_span(&found)?))).collect()
}

fn build_days(found: &Found<'_>) -> Attempt<Days> {
    if found.part(Rule::every_day).is_some() {
        return Ok(Days::EVERY);
    }
    let mut days = Days::NONE;
    for range in found.all(Rule::day_range) {
        let mut ends = range.all(Rule::weekday).map(|day| Weekday::from_short(day.text()));
        let first = ends.next().flatten().ok_or(Fault::Stuck(range.start()))?;
        let last = ends.next().flatten().unwrap_or(first);
        days = days.and(Days::range(first, last));
    }
    Ok(days)
}

/// The span that the rule `open_span` matched. `25:00` as an end is read as 01:00 of the next day, for the suggestion.
fn build_span(found: &Found<'_>) -> Attempt<DaySpan> {
    let mut times = found.all(Rule::time);
    let mut next = || times.next().ok_or(Fault::Stuck(found.start()));
    let (first, second) = (next()?, next()?);
    let from = build_time(&first)?.value;
    let next_day = found.part(Rule::next_day).is_some();
    let to = match build_time(&second) {
        Ok(time) => time.value,
        Err(fault) => return Err(past_midnight(fault, found, &second, next_day)),
    };
    if from == TimeOfDay::END {
        return Err(Miss::new(first.start(), first.end(), MisreadKind::BeginsAtDayEnd).into());
    }
    if !next_day && from >= to {
        return Err(backwards(found, from, to).into());
    }
    Ok(DaySpan { from, to, next_day })
}

fn past_midnight(fault: Fault, span: &Found<'_>, end: &Found<'_>, next_day: bool) -> Fault {
    let Fault::Miss(miss) = fault else { return fault };
    let MisreadKind::HourPastMidnight { hour, minute } = miss.kind else { return Fault::Miss(miss) };
    let time = hour.checked_sub(24).and_then(|hour| TimeOfDay::new(hour, minute));
    match time {
        Some(time) if hour < 48 && !next_day => {
            let whole = splice(span.whole(), end.start(), end.end(), &format!("{time} next day"));
            Fault::Miss(Box::new(miss.becomes(whole)))
        }
        _ => Fault::Miss(miss),
    }
}

fn backwards(found: &Found<'_>, from: TimeOfDay, to: TimeOfDay) -> Miss {
    let write = |text: String| splice(found.whole(), found.start(), found.end(), &text);
    let kind =
        if from == to { MisreadKind::NoLength { time: from } } else { MisreadKind::EndsBeforeStart { from, to } };
    let miss = Miss::new(found.start(), found.end(), kind);
    if to == TimeOfDay::MIDNIGHT {
        return miss.becomes(write(format!("{from}-24:00")));
    }
    if from == to {
        return miss;
    }
    miss.or_either([write(format!("{from}-{to} next day")), write(format!("{to}-{from}"))])
}

impl fmt::Display for DaySpan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}{}", self.from, self.to, if self.next_day { " next day" } else { "" })
    }
}

impl fmt::Display for WeeklyPhrase {
    /// As an author writes it; spans of the same days that follow each other share them.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.hours {
            WeeklyHours::Always => return f.write_str("always"),
            WeeklyHours::Never => return f.write_str("never"),
            WeeklyHours::Spans(_) => {}
        }
        let mut days_before = None;
        for (at, Spanned { value: span, .. }) in self.spans.iter().enumerate() {
            if at > 0 {
                f.write_str(", ")?;
            }
            if days_before != Some(span.days) {
                write!(f, "{} ", span.days)?;
            }
            days_before = Some(span.days);
            DaySpan { from: span.from, to: span.to, next_day: span.next_day }.fmt(f)?;
        }
        Ok(())
    }
}
