//! A channel of which nobody knows when it is answered.

use std::collections::BTreeSet;

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::listing::listed;
use crate::lints::rules::shared::uses::{channels_with_desk, used};
use crate::policy::ChannelKind;
use crate::source::{Confidence, Diagnostic, Severity, Sink, quoted};
use crate::strategy::{ChannelModel, NameKind};

/// The lint.
pub(super) static LINT: Lint = Lint::author(
    "channel-without-desk",
    "A302",
    Severity::Look,
    Confidence::Sure,
    include_str!("channel_without_desk.md"),
    check,
);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let strategy = subject.strategy;
    if !strategy.components.hours.written {
        return;
    }
    let listed_by_desks = channels_with_desk(strategy);
    // A channel that nothing uses at all is told so by a finding of its own, once every name has a meaning.
    let named = if subject.policy.complete { used(strategy, NameKind::Channel) } else { BTreeSet::new() };
    let needs_one = |channel: &ChannelModel, number: u16| {
        let of_use = channel.kind.is_some_and(|kind| kind != ChannelKind::SelfService);
        let known = !subject.policy.complete
            || named.contains(&number)
            || channel.kind.is_some_and(|kind| strategy.names.kind_is_used(kind));
        of_use && known && !channel.status().is_over(subject.today) && !listed_by_desks.contains(&number)
    };
    let channels = strategy.components.channels.content.channels.iter().zip(0u16..);
    let without: Vec<_> = channels.filter(|(channel, number)| needs_one(channel, *number)).map(|(it, _)| it).collect();
    let why = "Without a desk nobody knows when it is open, and no promise clock can run.";
    if without.len() > 3 {
        let names: Vec<&str> = without.iter().map(|channel| channel.head.name.as_str()).collect();
        let Some(first) = without.first() else { return };
        let finding =
            Diagnostic::new(&LINT.finding, first.head.span, format!("{} channels have no desk.", names.len()))
                .why(format!("They are {}. {why}", listed(&names)))
                .advise("list each of them under the channels of a desk");
        sink.push(finding);
        return;
    }
    for channel in without {
        let name = quoted(&channel.head.name);
        sink.push(
            Diagnostic::new(&LINT.finding, channel.head.span, format!("No desk lists the channel {name}."))
                .why(why)
                .advise(format!("add {name} to the channels of a desk")),
        );
    }
}
