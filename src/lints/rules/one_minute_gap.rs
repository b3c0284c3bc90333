//! Hours that end a minute before midnight.

use crate::calendar::{Days, OpenSpan, TimeOfDay, Weekday};
use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::desks::weekly_phrases;
use crate::source::{Confidence, Diagnostic, Severity, Sink, quoted};

/// The lint.
pub(super) static LINT: Lint = Lint::author(
    "one-minute-gap",
    "H306",
    Severity::Should,
    Confidence::Sure,
    include_str!("one_minute_gap.md"),
    check,
);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    for (name, phrase) in weekly_phrases(subject.strategy) {
        let opens_at_midnight = phrase.spans.iter().map(|span| span.value).filter(|it| it.from == TimeOfDay::MIDNIGHT);
        let early = opens_at_midnight.fold(Days::NONE, |days, span| days.and(span.days));
        let Some(span) = phrase.spans.iter().find(|span| stops_short(span.value, early)) else { continue };
        let headline = format!("{} closes for one minute before midnight.", quoted(name));
        let finding = Diagnostic::new(&LINT.finding, span.span, headline).why(
            "Hours end at the minute that is written, so 23:59 leaves out the last one. The end of a day is 24:00.",
        );
        let whole = span.value.days == Days::EVERY && span.value.from == TimeOfDay::MIDNIGHT;
        sink.push(match phrase.spans.len() {
            1 if whole => finding.replace(span.span, "always"),
            1 => finding.replace(span.span, format!("{} {}-24:00", span.value.days, span.value.from)),
            _ => finding.advise(format!("write {}-24:00", span.value.from)),
        });
    }
}

/// Whether a span ends at 23:59 and was meant to end with the day: it has the whole day, or it goes on at midnight.
/// `early` are the days that begin open.
fn stops_short(span: OpenSpan, early: Days) -> bool {
    let last_minute = TimeOfDay::new(23, 59);
    let goes_on = span.days.iter().any(|day| early.has(after(day)));
    Some(span.to) == last_minute && !span.next_day && (span.from == TimeOfDay::MIDNIGHT || goes_on)
}

fn after(day: Weekday) -> Weekday {
    Weekday::ALL.get(usize::from(day.index() + 1) % 7).copied().unwrap_or(Weekday::Monday)
}
