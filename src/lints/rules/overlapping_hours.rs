//! Hours that are written twice for the same time.

use crate::calendar::{OpenSpan, TimeOfDay, Weekday};
use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::desks::weekly_phrases;
use crate::source::{Confidence, Diagnostic, Severity, Sink, Spanned, quoted};

/// The lint.
pub(super) static LINT: Lint = Lint::author(
    "overlapping-hours",
    "H304",
    Severity::Should,
    Confidence::Sure,
    include_str!("overlapping_hours.md"),
    check,
);

const DAY: u32 = 86_400;
const WEEK: u32 = 7 * DAY;

/// A span on one of its days, in seconds of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Piece {
    from: u32,
    to: u32,
    span: usize,
}

/// Two spans, by their places in the list, and the time that both of them hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Overlap {
    first: usize,
    second: usize,
    from: u32,
    to: u32,
}

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    for (name, phrase) in weekly_phrases(subject.strategy) {
        let spans: Vec<OpenSpan> = phrase.spans.iter().map(|span| span.value).collect();
        let Some(overlap) = overlap(&spans) else { continue };
        let (Some(first), Some(second)) = (phrase.spans.get(overlap.first), phrase.spans.get(overlap.second)) else {
            continue;
        };
        let day = Weekday::ALL.get(usize::try_from(overlap.from / DAY % 7).unwrap_or(0)).map_or("", |day| day.name());
        let (from, to) = (time(overlap.from % DAY), time(overlap.to - overlap.from / DAY * DAY));
        let headline = format!("{} is open twice on {day} from {from} to {to}.", quoted(name));
        if overlap.first == overlap.second {
            sink.push(longer_than_a_day(first, headline));
            continue;
        }
        let finding = Diagnostic::new(&LINT.finding, second.span, headline)
            .why("A comma adds hours and never takes any away, so the longer hours hold.")
            .see(first.span, "the other hours of that day");
        sink.push(match joined(first, second) {
            Some(hours) if overlap.second == overlap.first + 1 => finding.replace(first.span.to(second.span), hours),
            Some(_) | None => finding
                .advise("leave the shorter one out, if it is open all that time")
                .advise(format!("take {day} out of the longer one, if it is open for the shorter one only")),
        });
    }
}

/// Hours that begin again on the next day before they end.
fn longer_than_a_day(span: &Spanned<OpenSpan>, headline: String) -> Diagnostic {
    let hours = format!("{}-{}", span.value.from, span.value.to);
    Diagnostic::new(&LINT.finding, span.span, headline)
        .why("Each of its days begins before the one before has ended, so it is open day and night in between.")
        .advise(format!("write {} {hours}, if it closes on the day on which it opens", span.value.days))
        .advise("write 00:00-24:00 for the days between, if it stays open through them")
}

/// One span for two of the same days; where the days differ, only the author knows.
fn joined(first: &Spanned<OpenSpan>, second: &Spanned<OpenSpan>) -> Option<String> {
    let (one, other) = (first.value, second.value);
    // A span inside the other one was hardly meant to add anything.
    let inside = one.from <= other.from && other.to <= one.to;
    let alike = one.days == other.days && !one.next_day && !other.next_day && !inside;
    alike.then(|| format!("{} {}-{}", one.days, one.from.min(other.from), one.to.max(other.to)))
}

/// The first time of the week that two spans hold, or one span from two of its days. Spans that only meet are fine.
fn overlap(spans: &[OpenSpan]) -> Option<Overlap> {
    let mut pieces: Vec<Piece> = Vec::new();
    for (at, span) in spans.iter().enumerate() {
        for day in span.days.iter() {
            let start = u32::from(day.index()) * DAY;
            let (from, to) = (start + span.from.seconds(), start + span.to.seconds());
            let to = if span.next_day { to + DAY } else { to };
            pieces.push(Piece { from, to, span: at });
            if to > WEEK {
                pieces.push(Piece { from: 0, to: to - WEEK, span: at });
            }
        }
    }
    pieces.sort_unstable();
    let mut furthest: Option<Piece> = None;
    for piece in pieces {
        if let Some(before) = furthest
            && piece.from < before.to
        {
            let (first, second) = (before.span.min(piece.span), before.span.max(piece.span));
            return Some(Overlap { first, second, from: piece.from, to: piece.to.min(before.to) });
        }
        if furthest.is_none_or(|before| before.to < piece.to) {
            furthest = Some(piece);
        }
    }
    None
}

/// A time of the day, or of the next one.
fn time(seconds: u32) -> String {
    let next_day = seconds > DAY;
    let time = TimeOfDay::from_seconds(if next_day { seconds - DAY } else { seconds }).unwrap_or(TimeOfDay::END);
    if next_day { format!("{time} next day") } else { time.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Days;

    fn span(days: Days, from: &str, to: &str, next_day: bool) -> OpenSpan {
        OpenSpan { days, from: TimeOfDay::parse(from).unwrap(), to: TimeOfDay::parse(to).unwrap(), next_day }
    }

    #[test]
    fn spans_that_meet_do_not_overlap() {
        let every = |from, to, next_day| span(Days::EVERY, from, to, next_day);
        assert_eq!(overlap(&[every("08:00", "12:00", false), every("12:00", "18:00", false)]), None);
        assert_eq!(overlap(&[every("22:00", "06:00", true), every("06:00", "22:00", false)]), None);
        assert!(overlap(&[every("08:00", "13:00", false), every("12:00", "18:00", false)]).is_some());
    }

    #[test]
    fn a_span_longer_than_a_day_overlaps_itself_where_its_days_follow_each_other() {
        let one = |days: Days| overlap(&[span(days, "09:00", "17:00", true)]);
        let found = one(Days::EVERY).unwrap();
        assert_eq!((found.first, found.second), (0, 0));
        assert_eq!(one(Days::one(Weekday::Sunday)), None, "Sunday alone has no day after it");
        assert_eq!(overlap(&[span(Days::EVERY, "09:00", "09:00", true)]), None, "a whole day only meets the next one");
    }

    #[test]
    fn a_night_reaches_into_the_next_day_and_the_next_week() {
        let sunday = span(Days::one(Weekday::Sunday), "22:00", "06:00", true);
        let monday = span(Days::one(Weekday::Monday), "05:00", "12:00", false);
        let found = overlap(&[sunday, monday]).unwrap();
        assert_eq!((found.from / 3600, found.to / 3600), (5, 6));
        assert_eq!(time(26 * 3600), "02:00 next day");
    }
}
