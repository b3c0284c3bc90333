//! The first sentence of an answer: who answers a contact, and when.

use crate::compilation::{ChannelId, Date, Decision, DeskKind, Duty, Note, Outcome, PromiseState, Runtime, say_local};

/// What happens to the contact, in a sentence or two.
pub(crate) fn headline(runtime: &Runtime, decision: &Decision) -> String {
    match decision.notes.iter().find_map(not_live) {
        Some((channel, on)) => {
            let would = match decision.group {
                Some(group) => format!(" If they could, it would go to {}.", runtime.group_name(group)),
                None if decision.outcome == Outcome::ReachesNobody => {
                    " If they could, it would reach nobody.".to_owned()
                }
                None => String::new(),
            };
            format!("{}{would}", not_in_use(runtime, channel, on))
        }
        None => outcome(runtime, decision),
    }
}

/// That customers cannot use a channel on a day, which comes or is gone.
pub(crate) fn not_in_use(runtime: &Runtime, channel: ChannelId, on: Date) -> String {
    let over = runtime.policy().channel(channel).is_some_and(|channel| channel.status.is_over(on));
    let cannot = if over { "can no longer" } else { "cannot yet" };
    format!("Customers {cannot} use {} on {} {on}.", runtime.channel_name(channel), on.weekday().short())
}

fn not_live(note: &Note) -> Option<(ChannelId, Date)> {
    let Note::ChannelNotLive { channel, on } = note else { return None };
    Some((*channel, *on))
}

fn outcome(runtime: &Runtime, decision: &Decision) -> String {
    let group = decision.group.map_or("Nobody", |id| runtime.group_name(id));
    match decision.outcome {
        Outcome::AnsweredNow if decision.promise == PromiseState::Always => {
            let channel = runtime.channel_name(decision.channel);
            format!("Self-service answers at once on {channel}. {group} stands behind it.")
        }
        Outcome::AnsweredNow => format!("{group} answers now."),
        Outcome::GroupOffDuty => off_duty(runtime, decision, group),
        Outcome::Waits { until: Some(until) } => match decision.duty {
            Some(duty) if duty.answers != Some(until) => {
                let opens = say_local(&decision.desk.zone, until);
                let answers = answers(runtime, decision, group, duty);
                format!("The desk has people from {opens} on, but {group} is off duty then. {answers}")
            }
            Some(_) | None => format!("{group} answers from {} on.", say_local(&decision.desk.zone, until)),
        },
        Outcome::Waits { until: None } if decision.desk.kind == DeskKind::NoDesk => {
            let channel = runtime.channel_name(decision.channel);
            format!("It waits for {group}, but no desk lists {channel}, so nobody knows when it is answered.")
        }
        Outcome::Waits { until: None } if decision.desk.open || decision.desk.opens.is_some() => {
            format!("It waits for {group}, but nobody ever answers: the desk opens only without people.")
        }
        Outcome::Waits { until: None } => format!("It waits for {group}, but the desk never opens again."),
        Outcome::OnlyMonitored => format!("{group} watches it. Nobody answers on this channel."),
        Outcome::NoReplyNeeded => "No reply is needed.".to_owned(),
        Outcome::ChannelNotInUse { .. } => "Customers cannot use the channel on that day.".to_owned(),
        Outcome::ReachesNobody => "It reaches nobody.".to_owned(),
    }
}

fn off_duty(runtime: &Runtime, decision: &Decision, group: &str) -> String {
    let Some(duty) = decision.duty else { return format!("{group} is off duty.") };
    let until = duty.from.map_or_else(
        || "is off duty and never comes back".to_owned(),
        |from| format!("is off duty until {}", say_local(&decision.desk.zone, from)),
    );
    format!("The desk is open, but {group} {until}. {}", answers(runtime, decision, group, duty))
}

/// Who answers in place of a group that is off duty: a later step that comes first, else the group itself.
fn answers(runtime: &Runtime, decision: &Decision, group: &str, duty: Duty) -> String {
    let zone = &decision.desk.zone;
    let taken = decision.taken_by().and_then(|step| Some((step, step.at?)));
    let sooner = taken.filter(|(_, at)| duty.answers.is_none_or(|answers| *at < answers));
    match (sooner, duty.answers) {
        (Some((step, at)), _) => {
            format!("{} takes it after {}, at {}.", runtime.group_name(step.group), step.after, say_local(zone, at))
        }
        (None, Some(answers)) => format!("{group} answers from {} on.", say_local(zone, answers)),
        (None, None) => "Nobody answers: its hours and those of the desk never meet.".to_owned(),
    }
}

/// What happens, in the words of the format for programs.
pub(crate) fn outcome_word(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::AnsweredNow => "answered now",
        Outcome::GroupOffDuty => "group off duty",
        Outcome::Waits { .. } => "waits",
        Outcome::OnlyMonitored => "only monitored",
        Outcome::NoReplyNeeded => "no reply needed",
        Outcome::ChannelNotInUse { over: false } => "channel not yet in use",
        Outcome::ChannelNotInUse { over: true } => "channel no longer in use",
        Outcome::ReachesNobody => "reaches nobody",
    }
}
