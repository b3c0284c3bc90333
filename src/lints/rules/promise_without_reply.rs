//! Answers that are promised for a contact type that never gets one.

use std::collections::BTreeMap;

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::pledges::{Pledge, pledges};
use crate::lints::rules::shared::telling::contact;
use crate::policy::{ContactTypeId, ReplyNeed};
use crate::source::{Confidence, Severity, Sink, Span, quoted};

/// The lint.
pub(super) static LINT: Lint = Lint::author(
    "promise-without-reply",
    "S319",
    Severity::Must,
    Confidence::Sure,
    include_str!("promise_without_reply.md"),
    check,
);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let types = &subject.strategy.components.contact_types.content;
    let never: BTreeMap<ContactTypeId, Span> = (0u16..)
        .map(ContactTypeId)
        .zip(&types.types)
        .filter_map(|(id, one)| {
            let own = one.reply.as_ref();
            let reply = own.or_else(|| types.get(one.part_of?.value)?.reply.as_ref())?;
            let always = reply.written.when.is_none() && reply.written.need.value == ReplyNeed::Never;
            always.then_some((id, reply.written.need.span))
        })
        .collect();
    if never.is_empty() {
        return;
    }
    let all = pledges(subject);
    let mut broken: BTreeMap<Span, Vec<&Pledge<'_>>> = BTreeMap::new();
    // A row holds for the parts of its contact type too, and what is promised may be meant for those that get a reply.
    for pledge in all.iter().filter(|pledge| pledge.contact_types.iter().all(|id| never.contains_key(id))) {
        if let Some(said) = pledge.contact_types.first().and_then(|id| never.get(id)) {
            broken.entry(*said).or_default().push(pledge);
        }
    }
    for (said, pledges) in broken {
        let Some((first, others)) = pledges.split_first() else { continue };
        let Some((id, one)) = first.contact_types.first().and_then(|id| Some((*id, types.get(*id)?))) else { continue };
        let name = quoted(&one.head.name);
        let what = contact(subject.policy, Some(id), first.channels.first().copied(), None);
        let headline = format!("{name} never gets a reply, and an answer is promised.");
        sink.push(
            Pledge::finding(&LINT.finding, headline, first, others, (said, "it never gets a reply"))
                .why("One line says that people answer, the other that nobody does. Only one of them can be meant.")
                .story(format!(
                    "{what}, Tuesday 10:30. {} is promised, and by the other line nobody answers.",
                    quoted(first.words)
                ))
                .advise("write no promise, where no reply is given")
                .advise("write reply: optional and when, if some of them do get a reply"),
        );
    }
}
