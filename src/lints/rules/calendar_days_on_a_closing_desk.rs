//! Days of the calendar promised where the desk has days off.

use crate::calendar::{Deadline, Duration, Unit, WeeklyHours};
use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::columns::{Column, Promised, channels, columns};
use crate::lints::rules::shared::telling::contact;
use crate::policy::{ChannelId, Desk, Promise};
use crate::source::{Confidence, Sink, quoted};

/// The lint.
pub(super) static LINT: Lint = Lint::reviewer(
    "calendar-days-on-a-closing-desk",
    "S313",
    Confidence::Likely,
    include_str!("calendar_days_on_a_closing_desk.md"),
    check,
);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let columns = columns(subject);
    let found = columns.iter().find_map(|column| {
        let promises: Vec<Promised<'_>> = column.promised().filter(|it| in_days(it.promise).is_some()).collect();
        let channel = (!promises.is_empty()).then(|| closing(column, subject))??;
        Some((column, promises, channel))
    });
    let Some((column, promises, (channel, desk))) = found else { return };
    let Some((first, time)) = promises.first().and_then(|first| Some((first, in_days(first.promise)?))) else { return };
    let (row, heading) = (quoted(&first.row.text), quoted(&column.heading.text));
    let working = Duration::new(time.amount, Unit::WorkingDay);
    let what = contact(subject.policy, Some(first.contact_type), Some(channel), None);
    let fix = first.promise.written.replace(&time.to_string(), &working.to_string());
    sink.push(
        column
            .finding(&LINT.finding, format!("{row} on {heading} is promised in {time}, days off included."), &promises)
            .why(format!(
                "Days are days of the calendar. {} is not open every day, so some of them pass without anybody there.",
                quoted(&desk.name)
            ))
            .story(format!("{what} comes on a Friday at 19:30. The {time} begin at once and run through the weekend."))
            .replace(first.span, fix)
            .advise("leave it, if days of the calendar are meant; a law often means them"),
    );
}

/// A channel of the column whose desk closes, with the desk.
fn closing<'p>(column: &Column<'_>, subject: &Subject<'p>) -> Option<(ChannelId, &'p Desk)> {
    let (policy, index) = (subject.policy, subject.index);
    channels(policy, column.set).into_iter().find_map(|channel| {
        let desks: Vec<&Desk> = index.desks_of(channel).iter().filter_map(|desk| policy.desk(*desk)).collect();
        let closes = desks.iter().all(|desk| desk.hours.weekly != WeeklyHours::Always || !desk.hours.closed.is_empty());
        desks.first().copied().filter(|_| closes).map(|desk| (channel, desk))
    })
}

fn in_days(promise: &Promise) -> Option<Duration> {
    promise.points().find_map(|(_, _, deadline)| match deadline {
        Deadline::Within(time) if time.unit == Unit::Day => Some(time),
        Deadline::Within(_) | Deadline::AtTime { .. } | Deadline::SameTime { .. } => None,
    })
}
