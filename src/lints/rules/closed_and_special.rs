//! A date that is closed in one line and has hours in another.

use crate::calendar::{Date, DaySpan};
use crate::lints::lint::{Lint, Subject};
use crate::source::{Confidence, Diagnostic, Severity, Sink, Span, Spanned, quoted};
use crate::strategy::DeskModel;

/// The lint. Public holidays are no contradiction: a special day is how a desk opens on one.
pub(super) static LINT: Lint = Lint::author(
    "closed-and-special",
    "H307",
    Severity::Must,
    Confidence::Sure,
    include_str!("closed_and_special.md"),
    check,
);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    for desk in &subject.strategy.components.hours.content.desks {
        let closed = Closed::new(desk);
        // Closed twice is no contradiction.
        for (date, spans) in desk.special_days.iter().filter(|(_, spans)| !spans.is_empty()) {
            if let Some(at) = closed.on(date.value) {
                sink.push(tell(desk, *date, spans, at));
            }
        }
    }
}

fn tell(desk: &DeskModel, date: Spanned<Date>, spans: &[DaySpan], closed: Span) -> Diagnostic {
    let hours: Vec<String> = spans.iter().map(|span| format!("{}-{}", span.from, span.to)).collect();
    let (name, day) = (quoted(&desk.head.name), format!("{} {}", date.value.weekday().short(), date.value));
    Diagnostic::new(&LINT.finding, date.span, format!("{name} is both closed and open on {day}."))
        .why(format!("Under special days it has {}, under closed on it is closed.", hours.join(", ")))
        .advise(format!("take {} out of closed on", date.value))
        .advise(format!("take {} out of special days", date.value))
        .see(closed, "closed here")
}

/// The hand-written closed dates of a desk by their first date, each with the one among those before it that ends last.
struct Closed {
    dates: Vec<(Date, (Date, Span))>,
}

impl Closed {
    fn new(desk: &DeskModel) -> Self {
        let mut all: Vec<_> = desk.closed.iter().map(|dates| (dates.value.0, (dates.value.1, dates.span))).collect();
        all.sort_unstable();
        let mut last: Option<(Date, Span)> = None;
        for (_, ends) in &mut all {
            let furthest = last.filter(|last| last.0 >= ends.0).unwrap_or(*ends);
            (*ends, last) = (furthest, Some(furthest));
        }
        Self { dates: all }
    }

    /// Where the date is said to be closed.
    fn on(&self, date: Date) -> Option<Span> {
        let before = self.dates.partition_point(|(from, _)| *from <= date);
        let (_, (to, span)) = self.dates.get(before.checked_sub(1)?)?;
        (date <= *to).then_some(*span)
    }
}
