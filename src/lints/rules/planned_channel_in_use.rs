//! A rule that waits for contacts on a channel that is not there yet.

use std::collections::BTreeMap;

use crate::lints::lint::{Lint, Subject};
use crate::policy::ChannelStatus;
use crate::source::{Confidence, Diagnostic, Severity, Sink, Span, quoted};
use crate::strategy::NameKind;

/// The lint. A promise, a desk or a group may prepare a channel; a rule that names it decides nothing until it is there.
pub(super) static LINT: Lint = Lint::author(
    "planned-channel-in-use",
    "A311",
    Severity::Should,
    Confidence::Sure,
    include_str!("planned_channel_in_use.md"),
    check,
);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let strategy = subject.strategy;
    let routing = strategy.components.routing.whole;
    let applies_from = strategy.header.applies_from.map(|from| from.value);
    let mut first_use: BTreeMap<u16, Span> = BTreeMap::new();
    for mention in strategy.names.mentions() {
        if mention.kind == NameKind::Channel && routing.holds(mention.span) {
            first_use.entry(mention.number).or_insert(mention.span);
        }
    }
    for (channel, number) in strategy.components.channels.content.channels.iter().zip(0u16..) {
        let ChannelStatus::Planned { from: date } = channel.status() else { continue };
        // A day that has passed has a finding of its own; a channel that will be there when the strategy applies is ready.
        let settled = date.is_some_and(|date| date < subject.today || applies_from.is_some_and(|from| date <= from));
        let (Some(span), Some(status), false) = (first_use.get(&number), &channel.status, settled) else { continue };
        let name = quoted(&channel.head.name);
        let when = date.map_or_else(|| "It has no date yet.".to_owned(), |date| format!("It is planned for {date}."));
        sink.push(
            Diagnostic::new(&LINT.finding, *span, format!("A rule names {name}, which is only planned."))
                .why(format!("{when} Until then this part of the rule fits no contact."))
                .advise("take it out until the channel is there, or correct its status")
                .see(status.span, "its status"),
        );
    }
}
