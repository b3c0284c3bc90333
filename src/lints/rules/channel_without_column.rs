//! Channels that people answer and that no column of promises stands for.

use std::collections::BTreeSet;

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::columns::channels;
use crate::lints::rules::shared::listing::{agreeing, listed};
use crate::policy::{ChannelId, ChannelSet, Mode};
use crate::source::{Confidence, Diagnostic, Sink, quoted};

/// The lint.
pub(super) static LINT: Lint = Lint::reviewer(
    "channel-without-column",
    "S312",
    Confidence::Sure,
    include_str!("channel_without_column.md"),
    check,
);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let section = &subject.strategy.components.service_levels;
    let Some(table) = &section.content.promises else { return };
    let columns = section.content.tables().flat_map(|table| &table.columns).map(|(_, set)| *set);
    let objectives = section.content.also.iter().flat_map(|objective| objective.channels.iter().copied());
    let sets: BTreeSet<ChannelSet> = columns.chain(objectives).collect();
    let covered: BTreeSet<ChannelId> = sets.into_iter().flat_map(|set| channels(subject.policy, set)).collect();
    let numbered = (0u16..).map(ChannelId).zip(&subject.policy.channels);
    let missing: Vec<_> = numbered
        .filter(|(id, channel)| {
            let answered = channel.in_use(subject.today) && channel.mode == Mode::Respond && !channel.kind.unassisted();
            answered && !covered.contains(id)
        })
        .map(|(_, channel)| channel.name.as_str())
        .collect();
    let Some(first) = missing.first().copied() else { return };
    let has = agreeing(missing.len(), "has", "have");
    let headline = match missing.len() {
        1 => format!("The strategy does not say what is promised on {}.", quoted(first)),
        several => format!("The strategy does not say what is promised on {several} channels."),
    };
    sink.push(
        Diagnostic::new(&LINT.finding, table.span, headline)
        .path(["service levels"])
        .why(format!(
            "Customers can write or call there now. {} {has} no column in the table, so nobody has decided how soon \
             they get an answer.",
            listed(missing.iter().copied())
        ))
        .advise(format!("add a column {first} to the table, with no promise in it where you decided so")),
    );
}
