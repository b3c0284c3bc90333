//! A story for each promise that none claims: a contact of its row, on a channel of its column.

use std::collections::{BTreeMap, BTreeSet};

use crate::engine::Spoken;
use crate::policy::{Cell, ChannelId, ContactTypeId, PromiseId, SegmentId};
use crate::stories::suggest::moments::At;
use crate::stories::suggest::proposal::{Proposal, Reason};
use crate::stories::suggest::sketch::Sketch;
use crate::stories::suggest::witness::Witness;

/// How many contacts are kept for a promise.
const KEPT: usize = 8;

/// A contact that may claim a promise.
struct Claiming<'c> {
    contact_type: ContactTypeId,
    channel: ChannelId,
    customer: Option<SegmentId>,
    at: &'c At,
}

pub(crate) fn promises(proposal: &mut Proposal<'_>) {
    let (engine, claiming) = (proposal.engine, claiming(proposal));
    let policy = engine.policy();
    for id in (0u16..).take(policy.promises.len()).map(PromiseId) {
        if proposal.told.iter().any(|told| told.decision.promised() == Some(id)) {
            continue;
        }
        let Some(candidates) = claiming.get(&id) else {
            // In other combinations of seasons than were looked at there may be one.
            proposal.leave_out(Reason::Promise(id), policy.seasons.is_empty());
            continue;
        };
        let mut found: Vec<Witness> = candidates
            .iter()
            .filter_map(|one| Witness::of(engine, sketch(one)))
            .filter(|found| found.decision.promised() == Some(id))
            .collect();
        // One that is answered tells more than one that waits.
        found.sort_by_key(|found| (!found.decision.desk.open, found.decision.group.is_none()));
        let added = found.into_iter().any(|found| {
            let name = name(proposal, &found);
            proposal.add(Reason::Promise(id), &name, found)
        });
        if !added {
            proposal.leave_out(Reason::Promise(id), false);
        }
    }
}

fn name(proposal: &Proposal<'_>, found: &Witness) -> String {
    let policy = proposal.engine.policy();
    let contact_type = policy.contact_type(found.sketch.contact_type).map_or("", |found| found.name.as_str());
    let channel = policy.channel(found.sketch.channel).map_or("", |channel| channel.name.as_str());
    format!("{contact_type} on {channel}")
}

fn sketch(claiming: &Claiming<'_>) -> Sketch {
    Sketch {
        contact_type: claiming.contact_type,
        channel: claiming.channel,
        customer: claiming.customer,
        language: Spoken::Unknown,
        fields: BTreeMap::new(),
        moment: claiming.at.moment,
    }
}

/// Contacts by the promise that the tables have for them, the usual ones first.
fn claiming<'c>(proposal: &Proposal<'c>) -> BTreeMap<PromiseId, Vec<Claiming<'c>>> {
    let (policy, choices) = (proposal.engine.policy(), proposal.choices);
    let mut seasons: BTreeSet<&[bool]> = BTreeSet::new();
    let days: Vec<&At> = choices.moments.iter().filter(|at| seasons.insert(&at.kind.seasons)).collect();
    let mut found: BTreeMap<PromiseId, Vec<Claiming<'c>>> = BTreeMap::new();
    for day in days {
        let date = policy.time_zone.local(day.instant).date;
        for customer in &choices.customers {
            for contact_type in &choices.types {
                for channel in &choices.channels {
                    let cell = proposal.index.promised(policy, *customer, *contact_type, *channel, date);
                    let Some(Cell::Promise(id)) = cell else { continue };
                    let kept = found.entry(id).or_default();
                    if kept.len() < KEPT {
                        let at = open_moment(proposal, *channel, day);
                        kept.push(Claiming { contact_type: *contact_type, channel: *channel, customer: *customer, at });
                    }
                }
            }
        }
    }
    found
}

/// A moment in the same seasons at which a desk of the channel is open; the day itself where there is none.
fn open_moment<'c>(proposal: &Proposal<'c>, channel: ChannelId, day: &'c At) -> &'c At {
    let desks = proposal.index.desks_of(channel);
    let open = |at: &&At| desks.iter().any(|desk| at.kind.open.get(desk.index()) == Some(&true));
    let mut alike = proposal.choices.moments.iter().filter(|at| at.kind.seasons == day.kind.seasons);
    alike.find(|at| desks.is_empty() || open(at)).unwrap_or(day)
}
