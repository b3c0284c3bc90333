//! A critical contact type at a time when nobody is there.

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::absence::{Absence, Week};
use crate::lints::rules::shared::week::Stretch;
use crate::policy::{Cell, ChannelId, ContactTypeId, Gravity, Instant, ReplyNeed, Zone, say_seconds};
use crate::source::{Confidence, Diagnostic, Severity, Sink, quoted};
use crate::strategy::{ContactTypeModel, DeskModel, NameKind};

/// The lint. One finding a critical contact type: it names the desk on which nobody answers for the longest stretch of an
/// ordinary week, and a day on which that comes; then the other desks. A desk that tells its customers of a channel that is
/// always open, or of a number that is not one of a closed channel, is left out.
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

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let types = subject.strategy.components.contact_types.content.types.iter().zip(0u16..);
    // The parts of a critical contact type are told of with it.
    let is_critical = |one: &ContactTypeModel| one.gravity.is_some_and(|gravity| gravity.value == Gravity::Critical);
    let critical: Vec<_> = types.filter(|(one, _)| is_critical(one) && !one.incomplete).collect();
    if critical.is_empty() {
        return;
    }
    let Some(week) = Week::new(subject) else { return };
    // Nobody waits for an answer to what is never answered.
    let answered = |one: &ContactTypeModel| {
        let reply = subject.strategy.components.contact_types.content.reply(one);
        reply.need != ReplyNeed::Never || !reply.when.is_empty()
    };
    for (one, number) in critical.into_iter().filter(|(one, _)| answered(one)) {
        let id = ContactTypeId(number);
        if let Some(absence) = week.absence(id, one) {
            sink.push(tell(subject, id, one, &absence));
        }
    }
}

fn tell(subject: &Subject<'_>, id: ContactTypeId, one: &ContactTypeModel, absence: &Absence<'_>) -> Diagnostic {
    let (strategy, desk, zone) = (subject.strategy, absence.desk, &absence.zone);
    let (what, name) = (quoted(&one.head.name), quoted(&desk.head.name));
    let channel = quoted(strategy.names.name(NameKind::Channel, absence.channel.0));
    let hours = stretch(zone, absence.stretch, absence.daily);
    let headline = if absence.accepts {
        format!("{what} is critical, and nobody answers at {name} {hours}.")
    } else {
        format!("{what} is critical, and {name} is closed {hours}.")
    };
    let (from, to) = absence.stretch;
    let arrives = from.plus_seconds(STORY_SECONDS);
    let (at, until) = (zone.local(arrives), zone.local(to));
    let wait = say_seconds(arrives.seconds_until(to));
    let clock = if *zone == strategy.header.zone() { String::new() } else { format!(" in {}", zone.name()) };
    let why =
        "What arrives then waits until somebody answers at the desk of its channel, even where a group is on duty.";
    let finding = Diagnostic::new(&LINT.finding, desk.head.span, headline)
        .why(format!("{why}{}", others(absence)))
        .story(format!(
            "{what} on {channel} on {} {} at {}{clock} waits {wait}, until {} {}.{}",
            at.weekday().name(),
            at.date,
            at.time,
            until.weekday().name(),
            until.time,
            promise(subject, id, absence.channel, arrives),
        ))
        .advise(format!("name a number or a channel where somebody is there then, under when closed: of {name}"))
        .advise(if absence.accepts { "have people there then" } else { "open the desk then" });
    let finding = one.gravity.into_iter().fold(finding, |finding, gravity| finding.see(gravity.span, "critical"));
    absence.others.iter().fold(finding, |finding, (desk, ..)| finding.see(desk.head.span, "nobody answers here either"))
}

/// The other desks on which nobody answers at some time, in a sentence.
fn others(absence: &Absence<'_>) -> String {
    let each = |(desk, zone, gap, daily): &(&DeskModel, Zone, Stretch, bool)| {
        let clock = if *zone == absence.zone { String::new() } else { format!(" in {}", zone.name()) };
        format!("{} {}{clock}", quoted(&desk.head.name), stretch(zone, *gap, *daily))
    };
    match absence.others.as_slice() {
        [] => String::new(),
        others => {
            format!(" Nobody answers either at {}.", others.iter().map(each).collect::<Vec<_>>().join(", nor at "))
        }
    }
}

/// What is promised to the customer of the story.
fn promise(subject: &Subject<'_>, id: ContactTypeId, channel: ChannelId, arrives: Instant) -> String {
    let policy = subject.policy;
    let date = policy.time_zone.local(arrives).date;
    match subject.index.promised(policy, policy.everyone_else(), id, channel, date) {
        Some(Cell::Promise(promise)) => {
            policy.promise(promise).map_or_else(String::new, |promise| format!(" The promise is {}.", promise.written))
        }
        Some(Cell::Always | Cell::NoPromise | Cell::NotOffered) | None => String::new(),
    }
}

/// `from 22:00 to 08:00` where it comes every day; else with its weekdays.
fn stretch(zone: &Zone, (from, to): (Instant, Instant), daily: bool) -> String {
    let (begins, ends) = (zone.local(from), zone.local(to));
    if daily {
        return format!("from {} to {}", begins.time, ends.time);
    }
    format!("from {} {} to {} {}", begins.weekday().short(), begins.time, ends.weekday().short(), ends.time)
}
