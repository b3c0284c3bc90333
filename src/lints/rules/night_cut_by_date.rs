//! Nights that a closed date cuts: the hours that are lost, and those that are left.

use crate::calendar::{Closure, Date, Hours, Instant, TimeOfDay, Timetable, Zone};
use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::columns::one_channel;
use crate::lints::rules::shared::telling::{contact, said};
use crate::source::{Confidence, Diagnostic, Severity, Sink, quoted};
use crate::strategy::DeskModel;

/// The lint. One finding a desk: the first two dates with their hours, and how many there are.
pub(super) static LINT: Lint = Lint::author(
    "night-cut-by-date",
    "H315",
    Severity::Look,
    Confidence::Sure,
    include_str!("night_cut_by_date.md"),
    check,
);

/// How long a strategy without an end is looked at.
const MONTHS: i64 = 24;
/// How many dates are told with their hours.
const TOLD: usize = 2;
/// How many dates of a desk are looked at.
const LOOKED_AT: usize = 1000;

/// What a closed date does to the nights at its ends: when the one that is cut began and would have ended, and until when
/// the one is worked whose evening is closed.
struct Cut {
    date: Date,
    lost: Option<(Instant, Instant)>,
    left: Option<Instant>,
}

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let header = &subject.strategy.header;
    let begins = header.applies_from.map_or(subject.today, |from| from.value);
    let ends = header.applies_until.map_or_else(|| begins.plus_months(MONTHS), |until| until.value);
    for desk in subject.strategy.components.hours.content.desks.iter().filter(|desk| has_nights(desk)) {
        let hours = desk.hours(&header.zone(), desk.open.as_ref());
        let cuts = cuts(&hours, begins, ends);
        if let Some(first) = cuts.first() {
            sink.push(tell(subject, desk, &hours.zone, first, &cuts));
        }
    }
}

fn has_nights(desk: &DeskModel) -> bool {
    desk.open.iter().chain(desk.seasons.iter().map(|season| &season.open)).any(|open| open.hours.has_nights())
}

/// What every closed date between two dates does, in their order.
fn cuts(hours: &Hours, begins: Date, ends: Date) -> Vec<Cut> {
    let mut dates: Vec<Date> = Vec::new();
    for Closure::Dates { from, to, part, .. } in &hours.closed {
        if part.is_none() {
            dates.extend([*from, *to]);
        }
    }
    dates.extend(hours.special.iter().filter(|day| day.spans.is_empty()).map(|day| day.date));
    dates.retain(|date| (begins..=ends).contains(date));
    dates.sort_unstable();
    dates.dedup();
    dates.truncate(LOOKED_AT);
    if dates.is_empty() {
        return Vec::new();
    }
    let mut otherwise = hours.clone();
    otherwise.closed.retain(|Closure::Dates { part, .. }| part.is_some());
    otherwise.special.retain(|day| !day.spans.is_empty());
    let around = hours.zone.first_at(begins, TimeOfDay::MIDNIGHT);
    let timetable = |hours: &Hours| Timetable::new(std::slice::from_ref(hours), around);
    let (open, otherwise) = (timetable(hours), timetable(&otherwise));
    dates.into_iter().filter_map(|date| cut(&open, &otherwise, date)).collect()
}

/// What one closed date does to the nights at its two ends. What is open for more than a day is no night.
fn cut(open: &Timetable, otherwise: &Timetable, date: Date) -> Option<Cut> {
    let zone = open.zone();
    let midnight = |days: i64| zone.first_at(date.plus_days(days), TimeOfDay::MIDNIGHT);
    let night = |at: Instant, earliest: Instant, latest: Instant| {
        let mut around = otherwise.spans(earliest, latest).into_iter();
        around.rfind(|(from, to)| earliest < *from && *from < at && at < *to && *to < latest)
    };
    let open_until = |at: Instant| open.is_open(at.plus_seconds(-1));
    let (begin, end) = (midnight(0), midnight(1));
    let lost = night(begin, midnight(-1), end).filter(|_| open_until(begin) && !open.is_open(begin));
    let left = night(end, begin, midnight(2)).filter(|_| !open_until(end) && open.is_open(end));
    let left = left.and_then(|_| open.next_change(end));
    (lost.is_some() || left.is_some()).then_some(Cut { date, lost, left })
}

fn tell(subject: &Subject<'_>, desk: &DeskModel, zone: &Zone, first: &Cut, cuts: &[Cut]) -> Diagnostic {
    let name = quoted(&desk.head.name);
    let at = desk.head.fact("closed on").or_else(|| desk.head.fact("open")).map_or(desk.head.span, |fact| fact.span);
    let headline = match cuts {
        [only] => format!("{name} is open at night, and is closed in parts of nights around {}.", only.date),
        _ => format!("{name} is open at night, and {} closed dates cut its nights.", cuts.len()),
    };
    let told: Vec<String> = cuts.iter().take(TOLD).map(|cut| cut.said(zone)).collect();
    let more = match cuts.len().saturating_sub(TOLD) {
        0 => String::new(),
        more => format!(" There are {more} more."),
    };
    let finding = Diagnostic::new(&LINT.finding, at, headline)
        .why(format!("A closed date is closed from 00:00 to 24:00. {}{more}", told.join(" ")))
        .story(first.story(subject, desk, zone));
    let finding = match first.lost {
        Some((_, to)) => finding.advise(format!(
            "write {}: 00:00-{} under special days:, if that night is worked to its end",
            first.date,
            zone.local(to).time
        )),
        None => finding,
    };
    match first.left {
        Some(_) => finding.advise(format!(
            "write the hours of {} under special days:, if nobody works in the night before it",
            first.date.plus_days(1)
        )),
        None => finding,
    }
}

impl Cut {
    fn said(&self, zone: &Zone) -> String {
        let lost = self.lost.map(|(from, to)| {
            let (from, to) = (zone.local(from), zone.local(to));
            format!("00:00 to {} is lost of the night that begins at {} before", to.time, from.time)
        });
        let left = self.left.map(|to| format!("00:00 to {} is left of the night after", zone.local(to).time));
        let both: Vec<String> = lost.into_iter().chain(left).collect();
        format!("{}: {}.", said(self.date), both.join(", and "))
    }

    fn story(&self, subject: &Subject<'_>, desk: &DeskModel, zone: &Zone) -> String {
        let channel = desk.channels.iter().find_map(|set| one_channel(subject.policy, set.value));
        let (who, name) = (contact(subject.policy, None, channel, None), quoted(&desk.head.name));
        match self.lost {
            Some((from, _)) => format!(
                "{who} on {} at 00:00 finds {name} closed, in a night that began at {}.",
                said(self.date),
                zone.local(from).time
            ),
            None => format!(
                "{who} on {} at 00:00 finds {name} open, in a night that did not begin.",
                said(self.date.plus_days(1))
            ),
        }
    }
}
