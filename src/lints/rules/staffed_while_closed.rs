//! Desks at which people are there while they are closed.

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::columns::one_channel;
use crate::lints::rules::shared::telling::contact;
use crate::lints::rules::shared::week::OrdinaryWeeks;
use crate::policy::{Instant, Zone};
use crate::source::{Confidence, Diagnostic, Severity, Sink, quoted};
use crate::strategy::DeskModel;

/// The lint. Seasons and special days are left out: on these `staffed` means nothing of its own.
pub(super) static LINT: Lint = Lint::author(
    "staffed-while-closed",
    "H312",
    Severity::Should,
    Confidence::Sure,
    include_str!("staffed_while_closed.md"),
    check,
);

/// How long after the closing the contact of the story arrives.
const STORY_SECONDS: i64 = 300;

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let desks = &subject.strategy.components.hours.content.desks;
    if desks.iter().all(|desk| desk.staffed.is_none()) {
        return;
    }
    let Some(weeks) = OrdinaryWeeks::of(subject.strategy) else { return };
    for desk in desks {
        let Some((stretches, seconds)) = weeks.staffed_while_closed(desk).filter(|(_, seconds)| *seconds > 0) else {
            continue;
        };
        let name = quoted(&desk.head.name);
        let at = desk.head.fact("staffed").map_or(desk.head.span, |staffed| staffed.span);
        let headline = format!("{name} has people for {} a week while it is closed.", hours(seconds));
        let mut finding = Diagnostic::new(&LINT.finding, at, headline);
        let why = "A desk answers while it is open and people are there. One of the two lines is wrong.";
        finding = match stretches.first() {
            Some((from, to)) => {
                let zone = weeks.zone_of(desk);
                finding
                    .why(format!("{why} The first such time of a week is {}.", stretch(&zone, *from, *to)))
                    .story(story(subject, desk, &zone, *from, *to))
            }
            None => finding.why(why),
        };
        if let Some(open) = desk.head.fact("open") {
            finding = finding.see(open.span, "when it is open");
        }
        sink.push(
            finding
                .advise("write these hours under open too, if contacts are accepted then")
                .advise("take them out of staffed, if nobody is there then"),
        );
    }
}

fn story(subject: &Subject<'_>, desk: &DeskModel, zone: &Zone, from: Instant, to: Instant) -> String {
    let channel = desk.channels.iter().find_map(|set| one_channel(subject.policy, set.value));
    let arrives = from.plus_seconds(STORY_SECONDS);
    let local = zone.local(if arrives < to { arrives } else { from });
    format!(
        "{} on {} at {} finds {} closed, with people there.",
        contact(subject.policy, None, channel, None),
        local.weekday().name(),
        local.time,
        quoted(&desk.head.name)
    )
}

/// `10 h`, `2 h 30 min`: hours of work are not told in days.
fn hours(seconds: u64) -> String {
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    let parts = [(hours, "h"), (minutes, "min"), (rest, "s")];
    let said: Vec<String> =
        parts.iter().filter(|(number, _)| *number > 0).map(|(number, unit)| format!("{number} {unit}")).collect();
    said.join(" ")
}

/// `Monday from 18:00 to 20:00`; with the day of the end where it is another one.
fn stretch(zone: &Zone, from: Instant, to: Instant) -> String {
    let (begins, ends) = (zone.local(from), zone.local(to));
    let day = begins.weekday().name();
    if begins.date == ends.date {
        return format!("{day} from {} to {}", begins.time, ends.time);
    }
    format!("{day} from {} to {} {}", begins.time, ends.weekday().name(), ends.time)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_of_work_are_told_in_hours() {
        assert_eq!(hours(36 * 3600), "36 h");
        assert_eq!(hours(9000), "2 h 30 min");
        assert_eq!(hours(45), "45 s");
    }
}
