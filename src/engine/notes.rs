//! What a reader of a decision should know besides: what was not known, and what rests on doubtful ground.

use crate::engine::case::Case;
use crate::engine::contact::Spoken;
use crate::engine::decision::{Decision, DeskKind, Note};
use crate::policy::{Instant, LanguageId};

impl Case<'_> {
    pub(crate) fn notes(&self, decision: &Decision) -> Vec<Note> {
        let mut notes = self.about_the_contact();
        if decision.desk.kind == DeskKind::NoDesk {
            notes.push(Note::NoDesk);
        }
        if self.channel.is_some_and(|channel| !channel.in_use(self.date)) {
            notes.push(Note::ChannelNotLive { channel: self.contact.channel, on: self.date });
        }
        if self.channel.is_some_and(|channel| self.does_not_speak(&channel.languages)) {
            notes.push(Note::LanguageNotOffered);
        }
        let group = decision.group.and_then(|id| self.policy.group(id).map(|group| (id, group)));
        if let Some((id, _)) = group.filter(|(_, group)| self.does_not_speak(&group.languages)) {
            notes.push(Note::LanguageNotSpoken(id));
        }
        if self.desks.in_customers_zone() && self.contact.time_zone.is_none() {
            notes.push(Note::CustomerZoneUnknown);
        }
        let latest = latest(decision);
        for id in &self.desks.desks {
            let desk = self.policy.desk(*id);
            let known = desk.and_then(|desk| desk.holidays_known_until.map(|year| (desk, year)));
            if let Some((_, after)) = known.filter(|(desk, year)| desk.hours.zone.local(latest).date.year() > *year) {
                notes.push(Note::HolidaysUnknown { desk: *id, after });
            }
        }
        self.about_the_strategy(&mut notes);
        notes
    }

    fn about_the_contact(&self) -> Vec<Note> {
        let contact = self.contact;
        let contact_type = contact.unknown_contact_type.clone().map(Note::ContactTypeUnknown);
        let customer = contact.unknown_customer.clone().map(Note::CustomerUnknown);
        let ignored = self.facts.ignored.iter().map(|field| Note::FieldIgnored(*field));
        contact_type.into_iter().chain(customer).chain(ignored).collect()
    }

    fn about_the_strategy(&self, notes: &mut Vec<Note>) {
        let date = self.date;
        if let Some(from) = self.policy.applies_from.filter(|from| date < *from) {
            notes.push(Note::AppliesFrom(from));
        }
        if let Some(until) = self.policy.applies_until.filter(|until| date > *until) {
            notes.push(Note::AppliedUntil(until));
        }
        if !self.policy.complete {
            notes.push(Note::StrategyIncomplete);
        }
    }

    /// Whether the contact's language is known and none of these; an empty list is not a limit.
    fn does_not_speak(&self, languages: &[LanguageId]) -> bool {
        let among = match &self.contact.language {
            Spoken::Unknown => return false,
            Spoken::Named(language) => languages.contains(language),
            Spoken::Other(_) => false,
        };
        !languages.is_empty() && !among
    }
}

/// The latest instant that a decision speaks of.
fn latest(decision: &Decision) -> Instant {
    let until = decision.outcome.waits_until();
    let objectives = decision.objectives.iter().flat_map(|objective| &objective.due).filter_map(|due| due.at);
    let all = until.into_iter().chain(decision.desk.opens).chain(decision.due()).chain(objectives);
    let all = all.chain(decision.steps.iter().filter_map(|step| step.at));
    let all = all.chain(decision.escalations.iter().filter_map(|escalation| escalation.at));
    all.fold(decision.arrived, Instant::max)
}
