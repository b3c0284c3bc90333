//! Answers that are promised on a channel that is only read.

use std::collections::BTreeMap;

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::pledges::{Pledge, pledges};
use crate::lints::rules::shared::telling::contact;
use crate::policy::{ChannelId, Mode};
use crate::source::{Confidence, Severity, Sink, quoted};

/// The lint.
pub(super) static LINT: Lint = Lint::author(
    "promise-where-only-read",
    "S318",
    Severity::Must,
    Confidence::Sure,
    include_str!("promise_where_only_read.md"),
    check,
);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let channels = &subject.strategy.components.channels.content;
    let is_read = |id: &ChannelId| channels.get(*id).is_some_and(|channel| channel.mode() == Mode::Listen);
    if !channels.channels.iter().any(|channel| channel.mode() == Mode::Listen) {
        return;
    }
    let all = pledges(subject);
    let mut broken: BTreeMap<ChannelId, Vec<&Pledge<'_>>> = BTreeMap::new();
    // A column of a kind holds for those of its channels on which people answer, as long as there is one.
    for pledge in all.iter().filter(|pledge| pledge.channels.iter().all(is_read)) {
        if let Some(first) = pledge.channels.first() {
            broken.entry(*first).or_default().push(pledge);
        }
    }
    for (id, pledges) in broken {
        let (Some(channel), Some((first, others))) = (channels.get(id), pledges.split_first()) else { continue };
        let Some(mode) = channel.mode else { continue };
        let name = quoted(&channel.head.name);
        let what = contact(subject.policy, first.contact_types.first().copied(), Some(id), None);
        let headline = format!("An answer is promised on {name}, which is only read.");
        sink.push(
            Pledge::finding(&LINT.finding, headline, first, others, (mode.span, "it is only read here"))
                .why("One line says that people answer, the other that nobody does. Customers cannot tell which holds.")
                .story(format!("{what}, Tuesday 10:30. {} is promised, and nobody writes back.", quoted(first.words)))
                .advise("write no promise, or leave the column out, where the channel is only read")
                .advise(format!("remove mode: listen from {}, if people answer there", channel.head.name)),
        );
    }
}
