//! Each of the ten parts in one line, for the front page, and the hours of a week.

use crate::calendar::{Weekday, WeeklyHours};
use crate::document::content::Content;
use crate::document::proofs::{Tally, tally};
use crate::policy::Gravity;
use crate::strategy::{GroupModel, Named};

/// The part in one line; empty where nothing is in it.
pub(crate) fn in_short(content: &Content<'_>, key: &str) -> String {
    let parts = &content.strategy.components;
    match key {
        "customers" => named("segment", parts.customers.content.segments.iter().map(|it| &it.head)),
        "contact types" => contact_types(content),
        "channels" => named("channel", parts.channels.content.channels.iter().map(|it| &it.head)),
        "hours" => {
            let desks = count(parts.hours.content.desks.len(), "desk");
            open_hours(content).map_or(desks.clone(), |hours| format!("{desks}, open {hours} hours a week"))
        }
        "service levels" => {
            let tables = content.policy.promise_tables.len();
            let more = if tables > 1 { format!(" in {tables} tables") } else { String::new() };
            format!("{}{more}", count(content.policy.promises.len(), "promise"))
        }
        "routing" => named("rule", parts.routing.content.rules.iter().map(|it| &it.head)),
        "agent groups" => groups(&parts.agent_groups.content.groups),
        "information" => {
            let model = &parts.information.content;
            let (agents, customers) = (model.agents_see.len(), model.customers_see.len());
            format!("{agents} seen by agents, {customers} by customers, {} recorded", model.we_record.len())
        }
        "collaboration" => {
            let model = &parts.collaboration.content;
            let loops = count(model.loops.len() + model.unreadable.len(), "feedback loop");
            format!("{loops}, {}", count(model.metrics.len(), "metric"))
        }
        "deployment" => keys(&parts.deployment.content.head),
        _ => String::new(),
    }
}

/// The same for a part that governs the strategy as a whole.
pub(crate) fn governing_in_short(content: &Content<'_>, key: &str) -> String {
    let parts = &content.strategy.governance;
    match key {
        "stakeholders" => named("stakeholder", parts.stakeholders.content.people.iter().map(|it| &it.head)),
        "brand" => keys(&parts.brand.content.head),
        "terms" => named("term", parts.terms.content.terms.iter().map(|it| &it.head)),
        "fields" => named("field", parts.contact_fields.content.fields.iter().map(|it| &it.head)),
        "self-check" => count(parts.self_check.content.answers.len(), "answer"),
        "guarantees" => {
            let names = named("guarantee", parts.guarantees.content.guarantees.iter().map(|it| &it.head));
            format!("{names}; {}", proven(tally(content)))
        }
        "accepted gaps" => named("gap", parts.accepted_gaps.content.gaps.iter().map(|it| &it.head)),
        "stories" => match parts.stories.content.stories.len() {
            1 => "1 story".to_owned(),
            several => format!("{several} stories"),
        },
        _ => String::new(),
    }
}

/// How the guarantees stand.
fn proven(tally: Tally) -> String {
    match tally {
        Tally { fail: 0, open: 0, .. } => "proven".to_owned(),
        Tally { hold, fail: 0, .. } => format!("{hold} proven"),
        Tally { hold, fail, .. } => format!("{hold} proven, {fail} broken"),
    }
}

/// `3 desks`.
pub(crate) fn count(number: usize, what: &str) -> String {
    if number == 1 { format!("1 {what}") } else { format!("{number} {what}s") }
}

/// How many, and the first of their names.
fn named<'a>(what: &str, heads: impl Iterator<Item = &'a Named>) -> String {
    let names: Vec<&str> = heads.map(|head| head.name.as_str()).collect();
    format!("{}: {}", count(names.len(), what), some(&names))
}

/// At most three names, each cut where it is long, then how many more there are.
fn some(names: &[&str]) -> String {
    let short = |name: &&str| {
        let start: String = name.chars().take(30).collect();
        if start.len() < name.len() { format!("{}…", start.trim_end()) } else { start }
    };
    let shown: Vec<String> = names.iter().take(3).map(short).collect();
    let more = names.len().saturating_sub(3);
    if more > 0 { format!("{} and {more} more", shown.join(", ")) } else { shown.join(", ") }
}

fn contact_types(content: &Content<'_>) -> String {
    let model = &content.strategy.components.contact_types.content;
    let critical: Vec<&str> = model
        .types
        .iter()
        .filter(|it| model.gravity(it) == Gravity::Critical)
        .map(|it| it.head.name.as_str())
        .collect();
    let types = count(model.types.len(), "type");
    if critical.is_empty() {
        format!("{types}, none critical")
    } else {
        format!("{types}, critical: {}", some(&critical))
    }
}

/// How many groups, and how many people where each says a plain number.
fn groups(groups: &[GroupModel]) -> String {
    let people = |group: &GroupModel| group.head.fact("people")?.text.trim().parse::<u32>().ok();
    let all: Option<Vec<u32>> = groups.iter().map(people).collect();
    let words = count(groups.len(), "group");
    match all {
        Some(all) if !all.is_empty() => format!("{words}, {} people", all.iter().sum::<u32>()),
        Some(_) | None => words,
    }
}

/// The keys that say something; of a single line, what it says too.
fn keys(head: &Named) -> String {
    let mut keys: Vec<&str> = head.facts.iter().filter_map(|fact| fact.label.split(" › ").next()).collect();
    keys.dedup();
    match head.facts.as_slice() {
        [only] => format!("{}: {}", only.label, some(&[only.text.as_str()])),
        _ => some(&keys),
    }
}

/// The open hours of an ordinary week: one number, or the least and the most where the desks differ. `None` where no
/// desk says when it is open.
pub(crate) fn open_hours(content: &Content<'_>) -> Option<String> {
    let desks = &content.strategy.components.hours.content.desks;
    let minutes = desks.iter().filter_map(|desk| desk.open.as_ref()).map(|open| minutes_a_week(&open.hours));
    let minutes: Vec<usize> = minutes.collect();
    let (least, most) = (*minutes.iter().min()?, *minutes.iter().max()?);
    Some(if least == most { hours(most) } else { format!("{} to {}", hours(least), hours(most)) })
}

/// `63` or `67:30`.
fn hours(minutes: usize) -> String {
    if minutes.is_multiple_of(60) {
        format!("{}", minutes / 60)
    } else {
        format!("{}:{:02}", minutes / 60, minutes % 60)
    }
}

const MINUTES_A_DAY: usize = 24 * 60;
const DAYS: [Weekday; 7] = Weekday::ALL;

/// The open minutes of an ordinary week; what two spans cover counts once.
fn minutes_a_week(hours: &WeeklyHours) -> usize {
    let spans = match hours {
        WeeklyHours::Always => return DAYS.len() * MINUTES_A_DAY,
        WeeklyHours::Never => return 0,
        WeeklyHours::Spans(spans) => spans,
    };
    let mut open = vec![false; DAYS.len() * MINUTES_A_DAY];
    for span in spans {
        let minute = |seconds: u32| seconds as usize / 60;
        let next = if span.next_day { MINUTES_A_DAY } else { 0 };
        for (at, _) in DAYS.iter().enumerate().filter(|(_, day)| span.days.has(**day)) {
            let day = at * MINUTES_A_DAY;
            for minute in day + minute(span.from.seconds())..day + next + minute(span.to.seconds()) {
                let at = minute % open.len();
                open.get_mut(at).into_iter().for_each(|open| *open = true);
            }
        }
    }
    open.iter().filter(|open| **open).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::{Days, OpenSpan, TimeOfDay};

    #[test]
    fn the_hours_of_a_week_count_each_minute_once_and_go_over_sunday_night() {
        let span = |days, from: (u32, u32), to: (u32, u32), next_day| OpenSpan {
            days,
            from: TimeOfDay::new(from.0, from.1).unwrap(),
            to: TimeOfDay::new(to.0, to.1).unwrap(),
            next_day,
        };
        let week = |spans| minutes_a_week(&WeeklyHours::Spans(spans));
        let office = span(Days::range(DAYS[0], DAYS[4]), (9, 0), (17, 30), false);
        assert_eq!(hours(week(vec![office])), "42:30");
        assert_eq!(week(vec![office, span(Days::one(DAYS[0]), (8, 0), (10, 0), false)]), 42 * 60 + 90);
        assert_eq!(week(vec![span(Days::one(DAYS[6]), (22, 0), (6, 0), true)]), 8 * 60);
        assert_eq!(hours(minutes_a_week(&WeeklyHours::Always)), "168");
    }
}
