//! Customers are said to prefer a channel that they cannot use.

use crate::lints::lint::{Lint, Subject};
use crate::policy::{ChannelSet, ChannelStatus};
use crate::source::{Confidence, Diagnostic, Severity, Sink, quoted};
use crate::strategy::ChannelModel;

/// The lint.
pub(super) static LINT: Lint = Lint::author(
    "preferred-channel-not-live",
    "C306",
    Severity::Should,
    Confidence::Sure,
    include_str!("preferred_channel_not_live.md"),
    check,
);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let channels = &subject.strategy.components.channels.content;
    let not_open = |channel: &ChannelModel| !channel.status().in_use(subject.today);
    for segment in &subject.strategy.components.customers.content.segments {
        for set in &segment.prefers {
            // A kind is as good as any live channel of it.
            let channel = match set.value {
                ChannelSet::One(channel) => channels.get(channel),
                ChannelSet::Kind(_) | ChannelSet::Family(_) => None,
            };
            let Some(channel) = channel.filter(|channel| not_open(channel)) else { continue };
            let (who, name) = (quoted(&segment.head.name), quoted(&channel.head.name));
            let why = match channel.status() {
                ChannelStatus::Planned { from: Some(date) } => format!("It is planned for {date}."),
                ChannelStatus::Planned { from: None } => "It is only planned.".to_owned(),
                ChannelStatus::Retired { on: Some(date) } => format!("It was retired on {date}."),
                ChannelStatus::Retired { on: None } => "It is retired.".to_owned(),
                ChannelStatus::Live { since: Some(date) } => format!("It is there from {date} on."),
                ChannelStatus::Live { since: None } | ChannelStatus::Pilot { .. } => String::new(),
            };
            let headline = format!("Customers cannot use {name}, the channel preferred by {who}.");
            let finding = Diagnostic::new(&LINT.finding, set.span, headline)
                .why(why)
                .advise("name a channel that is in use, or correct the status of this one");
            let status = channel.status.as_ref().map(|status| status.span);
            sink.push(status.into_iter().fold(finding, |finding, span| finding.see(span, "its status")));
        }
    }
}
