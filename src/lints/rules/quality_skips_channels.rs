//! Channels on which nobody looks at the quality of answers.

use std::collections::BTreeSet;

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::columns::channels;
use crate::lints::rules::shared::listing::listed;
use crate::policy::{ChannelId, Mode};
use crate::source::{Confidence, Diagnostic, Sink, quoted};

/// The lint.
pub(super) static LINT: Lint = Lint::reviewer(
    "quality-skips-channels",
    "B305",
    Confidence::Sure,
    include_str!("quality_skips_channels.md"),
    check,
);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let section = &subject.strategy.components.collaboration;
    let numbered = (0u16..).map(ChannelId).zip(&subject.policy.channels);
    let answered: Vec<(ChannelId, &str)> = numbered
        .filter(|(_, channel)| {
            channel.in_use(subject.today) && channel.mode == Mode::Respond && !channel.kind.unassisted()
        })
        .map(|(id, channel)| (id, channel.name.as_str()))
        .collect();
    if !section.written || answered.is_empty() {
        return;
    }
    let Some(quality) = &section.content.quality else {
        sink.push(
            Diagnostic::new(
                &LINT.finding,
                section.span,
                "The strategy does not say how the quality of answers is looked at.",
            )
            .why("Fast answers can be wrong. Somebody has to read and hear some of them.")
            .advise("add quality: with channels, sample and criteria"),
        );
        return;
    };
    if quality.fact("channels").is_none() {
        return;
    }
    let sets = section.content.quality_channels.iter().map(|set| set.value);
    let covered: BTreeSet<ChannelId> = sets.flat_map(|set| channels(subject.policy, set)).collect();
    let skipped: Vec<&str> = answered.iter().filter(|(id, _)| !covered.contains(id)).map(|(_, name)| *name).collect();
    let Some(first) = skipped.first() else { return };
    let headline = match skipped.len() {
        1 => format!("Nobody looks at the quality of answers on {}.", quoted(first)),
        several => format!("Nobody looks at the quality of answers on {several} channels."),
    };
    let span = quality.fact("channels").map_or(quality.span, |fact| fact.span);
    sink.push(
        Diagnostic::new(&LINT.finding, span, headline)
            .why(format!(
                "Customers get answers on {}, and a wrong one there is found only when a customer complains.",
                listed(skipped.iter().copied())
            ))
            .advise(format!("add {first} to channels")),
    );
}
