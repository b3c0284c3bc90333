//! A critical contact type at a time when nobody is there.

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::absence::{Absence, Week};
use crate::policy::{ContactTypeId, Gravity, Zone, say_seconds};
use crate::source::{Confidence, Diagnostic, Severity, Sink, quoted};
use crate::strategy::{CellModel, ContactTypeModel, NameKind};

/// The lint. One finding a critical contact type: it names the desk whose closing leaves the longest stretch in which
/// neither the desk is open nor a group on duty that gets the contact. A desk that tells its customers of a channel that is
/// always open, or of a number, is left out.
pub(super) static LINT: Lint = Lint::author(
    "critical-while-closed",
    "H301",
    Severity::Look,
    Confidence::Sure,
    include_str!("critical_while_closed.md"),
    check,
);

/// How long after the closing the contact of the story arrives.
const STORY_SECONDS: i64 = 300;
const DAY_SECONDS: u64 = 86_400;

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let types = subject.strategy.components.contact_types.content.types.iter().zip(0u16..);
    // The parts of a critical contact type are told of with it.
    let is_critical = |one: &ContactTypeModel| one.gravity.is_some_and(|gravity| gravity.value == Gravity::Critical);
    let critical: Vec<_> = types.filter(|(one, _)| is_critical(one) && !one.incomplete).collect();
    if critical.is_empty() {
        return;
    }
    let Some(week) = Week::new(subject) else { return };
    for (one, number) in critical {
        let id = ContactTypeId(number);
        if let Some(absence) = week.absence(id, one) {
            let promise = match week.promised.cell(id, one, absence.channel) {
                Some(CellModel::Promise(promise)) => format!(" The promise is {}.", promise.written),
                Some(_) | None => String::new(),
            };
            sink.push(tell(subject, one, &absence, &promise));
        }
    }
}

fn tell(subject: &Subject<'_>, one: &ContactTypeModel, absence: &Absence<'_>, promise: &str) -> Diagnostic {
    let strategy = subject.strategy;
    let desk = absence.desk;
    let zone = desk.zone.as_ref().map_or_else(|| strategy.header.zone(), |zone| zone.value.clone());
    let (what, name) = (quoted(&one.head.name), quoted(&desk.head.name));
    let channel = quoted(strategy.names.name(NameKind::Channel, absence.channel.0));
    let headline = format!("{what} is critical, and {name} is closed {}.", closed(&zone, absence));
    let (from, to) = absence.stretch;
    let arrives = from.plus_seconds(STORY_SECONDS);
    let (at, until) = (zone.local(arrives), zone.local(to));
    let wait = say_seconds(arrives.seconds_until(to));
    let finding = Diagnostic::new(&LINT.finding, desk.head.span, headline)
        .why("No group that gets it is said to be on duty then.")
        .story(format!(
            "{what} on {channel} on {} at {} waits {wait}, until {} {}.{promise}",
            at.weekday().name(),
            at.time,
            until.weekday().name(),
            until.time,
        ))
        .advise(format!("name a number or a channel where somebody is there then, under when closed: of {name}"))
        .advise("open the desk then, or send it to a group that is on duty");
    one.gravity.into_iter().fold(finding, |finding, gravity| finding.see(gravity.span, "critical"))
}

/// `from 22:00 to 08:00`; with weekdays where it is a day or more.
fn closed(zone: &Zone, absence: &Absence<'_>) -> String {
    let (from, to) = absence.stretch;
    let (begins, ends) = (zone.local(from), zone.local(to));
    if from.seconds_until(to) < DAY_SECONDS {
        return format!("from {} to {}", begins.time, ends.time);
    }
    format!("from {} {} to {} {}", begins.weekday().short(), begins.time, ends.weekday().short(), ends.time)
}
