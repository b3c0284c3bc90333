//! Stories at the edges of desks: just before and just after one closes, and when clocks change while it is open.

use std::collections::BTreeMap;

use crate::engine::{Decision, DeskKind, Engine, Spoken};
use crate::policy::{ChannelId, DeskId, Instant};
use crate::stories::suggest::proposal::{Proposal, Reason, Told};
use crate::stories::suggest::sketch::{Sketch, moment_at};
use crate::stories::suggest::witness::Witness;

/// The length of a minute in seconds.
const MINUTE: i64 = 60;

/// How far ahead clock changes are looked for, in seconds: a year and a day.
const AHEAD: i64 = 366 * 24 * 3600;

pub(crate) fn desk_edges(proposal: &mut Proposal<'_>) {
    let policy = proposal.engine.policy();
    for (id, desk) in (0u16..).map(DeskId).zip(&policy.desks) {
        let channels = proposal.choices.channels.iter().copied();
        let channels: Vec<ChannelId> = channels.filter(|one| proposal.index.desks_of(*one).contains(&id)).collect();
        closing(proposal, id, &desk.name, &channels);
        for change in clock_changes(proposal, id) {
            let before = change.plus_seconds(-MINUTE);
            let told = |told: &Told| is_at(&told.decision, id) && told.contact.arrived == before;
            if proposal.told.iter().any(told) {
                continue;
            }
            let date = policy.time_zone.local(change).date;
            let found = best(proposal, &channels, before, |decision| decision.due().any(|due| due > change));
            if let Some(found) = found {
                let name = format!("{} when clocks change on {date}", desk.name);
                proposal.add(Reason::ClockChange(id), &name, found);
            }
        }
    }
}

/// Just before and just after the first time that a desk closes.
fn closing(proposal: &mut Proposal<'_>, id: DeskId, name: &str, channels: &[ChannelId]) {
    let engine = proposal.engine;
    let open = |kind: &[bool]| kind.get(id.index()) == Some(&true);
    let Some(at) = proposal.choices.moments.iter().find(|at| open(&at.kind.open)) else { return };
    let has_promise = |decision: &Decision| decision.due().next().is_some();
    let Some(closes) = best(proposal, channels, at.instant, has_promise).and_then(|found| found.decision.desk.closes)
    else {
        return;
    };
    let has_before = proposal.told.iter().any(|told| is_at(&told.decision, id) && is_just_before(&told.decision));
    if !has_before && let Some(found) = best(proposal, channels, closes.plus_seconds(-MINUTE), has_promise) {
        proposal.add(Reason::BeforeClosing(id), &format!("Just before {name} closes"), found);
    }
    let has_after = proposal.told.iter().any(|told| is_at(&told.decision, id) && is_just_after(engine, told));
    if !has_after && let Some(found) = best(proposal, channels, closes, has_promise) {
        proposal.add(Reason::AfterClosing(id), &format!("When {name} has just closed"), found);
    }
}

fn is_at(decision: &Decision, desk: DeskId) -> bool {
    match &decision.desk.kind {
        DeskKind::Desks(desks) => desks.contains(&desk),
        DeskKind::AlwaysOpen | DeskKind::NoDesk => false,
    }
}

fn is_just_before(decision: &Decision) -> bool {
    let closes = decision.desk.closes.filter(|_| decision.desk.open);
    closes.is_some_and(|closes| closes <= decision.arrived.plus_seconds(MINUTE))
}

fn is_just_after(engine: &Engine, told: &Told) -> bool {
    let mut before = told.contact.clone();
    before.arrived = before.arrived.plus_seconds(-MINUTE);
    !told.decision.desk.open && engine.decide(&before).desk.open
}

/// A contact at that instant on one of the channels: the first of which the decision is as wanted, else the first.
fn best(
    proposal: &Proposal<'_>,
    channels: &[ChannelId],
    instant: Instant,
    wanted: impl Fn(&Decision) -> bool,
) -> Option<Witness> {
    let (engine, choices) = (proposal.engine, proposal.choices);
    let moment = moment_at(engine.policy(), instant)?;
    let customer = choices.customers.first().copied().flatten();
    let mut first = None;
    for channel in channels {
        for contact_type in &choices.types {
            let (contact_type, channel) = (*contact_type, *channel);
            let (language, fields) = (Spoken::Unknown, BTreeMap::new());
            let sketch = Sketch { contact_type, channel, customer, language, fields, moment };
            let Some(found) = Witness::of(engine, sketch).filter(|found| found.contact.arrived == instant) else {
                continue;
            };
            if wanted(&found.decision) {
                return Some(found);
            }
            first = first.or(Some(found));
        }
    }
    first
}

/// The instants at which the clock of a desk changes while it is open, within a year.
fn clock_changes(proposal: &Proposal<'_>, id: DeskId) -> Vec<Instant> {
    let (choices, policy) = (proposal.choices, proposal.engine.policy());
    let start = choices.moments.iter().map(|at| at.instant).min();
    let Some(((tables, start), desk)) = choices.desks.get(id.index()).zip(start).zip(policy.desk(id)) else {
        return Vec::new();
    };
    let changes = desk.hours.zone.transitions(start, start.plus_seconds(AHEAD));
    let open = |at: Instant| tables.accepting.is_open(at);
    changes.into_iter().filter(|change| open(change.plus_seconds(-MINUTE)) && open(*change)).collect()
}
