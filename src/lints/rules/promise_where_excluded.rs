//! Answers that are promised on channels from which the contact type is excluded.

use std::collections::BTreeMap;

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::pledges::{Pledge, pledges};
use crate::lints::rules::shared::promised::Excluded;
use crate::lints::rules::shared::telling::contact;
use crate::policy::ContactTypeId;
use crate::source::{Confidence, Severity, Sink, Span, quoted};

/// The lint.
pub(super) static LINT: Lint = Lint::author(
    "promise-where-excluded",
    "S320",
    Severity::Must,
    Confidence::Sure,
    include_str!("promise_where_excluded.md"),
    check,
);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let types = &subject.strategy.components.contact_types.content;
    let excluded: BTreeMap<ContactTypeId, (Excluded, Span)> = (0u16..)
        .map(ContactTypeId)
        .zip(&types.types)
        .filter_map(|(id, one)| {
            let parent = one.part_of.and_then(|parent| types.get(parent.value));
            let said = std::iter::once(one).chain(parent).find(|one| !one.never_on.is_empty())?;
            let span = said.never_on.first()?.span.to(said.never_on.last()?.span);
            Some((id, (Excluded::new(&types.never_on(one)), span)))
        })
        .collect();
    if excluded.is_empty() {
        return;
    }
    let kind = |id| subject.policy.channel(id).map(|channel| channel.kind);
    let out = |pledge: &Pledge<'_>, id: &ContactTypeId| {
        let never = excluded.get(id).map(|(never, _)| never);
        never.is_some_and(|never| pledge.channels.iter().all(|id| kind(*id).is_some_and(|kind| never.holds(*id, kind))))
    };
    let all = pledges(subject);
    let mut broken: BTreeMap<Span, Vec<&Pledge<'_>>> = BTreeMap::new();
    // A column of a kind holds for its other channels, and a row for the other parts of its contact type.
    for pledge in all.iter().filter(|pledge| !pledge.channels.is_empty()) {
        let Some(first) = pledge.contact_types.first() else { continue };
        if let Some((_, said)) = excluded.get(first)
            && pledge.contact_types.iter().all(|id| out(pledge, id))
        {
            broken.entry(*said).or_default().push(pledge);
        }
    }
    for (said, pledges) in broken {
        let Some((first, others)) = pledges.split_first() else { continue };
        let what = contact(subject.policy, first.contact_types.first().copied(), first.channels.first().copied(), None);
        let headline = format!("An answer is promised for {}, where it should never be.", first.name);
        sink.push(
            Pledge::finding(&LINT.finding, headline, first, others, (said, "where it should never be"))
                .why("One line offers it to customers there, the other keeps it away. Only one of them can be meant.")
                .story(format!(
                    "{what}, Tuesday 10:30. {} is promised there, and the agent has to say that it is not dealt with there.",
                    quoted(first.words)
                ))
                .advise("write - in the cell, where it is not offered")
                .advise("leave the channel out of never on"),
        );
    }
}
