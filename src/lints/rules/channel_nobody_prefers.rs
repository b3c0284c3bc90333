//! Channels that no customer segment prefers, where every segment says what it prefers.

use std::collections::BTreeSet;

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::columns::channels;
use crate::lints::rules::shared::listing::listed;
use crate::policy::{ChannelId, Mode};
use crate::source::{Confidence, Diagnostic, Sink, quoted};

/// The lint.
pub(super) static LINT: Lint =
    Lint::auditor("channel-nobody-prefers", "A315", Confidence::Sure, include_str!("channel_nobody_prefers.md"), check);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let components = &subject.strategy.components;
    let segments = &components.customers.content.segments;
    if segments.is_empty() || segments.iter().any(|segment| segment.prefers.is_empty()) {
        return;
    }
    let sets = segments.iter().flat_map(|segment| &segment.prefers).map(|set| set.value);
    let preferred: BTreeSet<ChannelId> = sets.flat_map(|set| channels(subject.policy, set)).collect();
    let models = (0u16..).map(ChannelId).zip(&components.channels.content.channels);
    let nobodys: Vec<_> = models
        .filter(|(id, channel)| {
            channel.status().in_use(subject.today) && channel.mode() == Mode::Respond && !preferred.contains(id)
        })
        .map(|(_, channel)| &channel.head)
        .collect();
    let Some(first) = nobodys.first() else { return };
    let headline = match nobodys.len() {
        1 => format!("No customer segment prefers {}.", quoted(&first.name)),
        several => format!("No customer segment prefers any of {several} channels."),
    };
    sink.push(
        Diagnostic::new(&LINT.finding, first.span, headline)
            .why(format!(
                "Every segment says which channels it prefers, and none names {}.",
                listed(nobodys.iter().map(|head| head.name.as_str()))
            ))
            .advise("add it to the line prefers of the customers for whom it is there, or say below it why it is kept"),
    );
}
