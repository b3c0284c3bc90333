//! Personal information that is to be used where everybody can read it.

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::columns::channels;
use crate::lints::rules::shared::telling::contact;
use crate::policy::{Channel, ChannelId, ChannelSet, ContactTypeId, SegmentId, Sensitivity};
use crate::source::{Confidence, Diagnostic, Severity, Sink, Span, quoted};
use crate::strategy::ItemModel;

/// The lint.
pub(super) static LINT: Lint = Lint::author(
    "secret-in-public",
    "I302",
    Severity::Must,
    Confidence::Sure,
    include_str!("secret_in_public.md"),
    check,
);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    for item in subject.strategy.components.information.content.items() {
        let Some(sensitivity) = item.sensitivity.filter(|it| it.value != Sensitivity::Public) else { continue };
        let Some((id, channel, span)) = public_channel(item, subject) else { continue };
        let (name, place) = (quoted(&item.head.name), quoted(&channel.name));
        let contact_type = (!subject.policy.contact_types.is_empty()).then_some(ContactTypeId(0));
        let segment = (!subject.policy.segments.is_empty()).then_some(SegmentId(0));
        let what = contact(subject.policy, contact_type, Some(id), segment);
        let finding = Diagnostic::new(
            &LINT.finding,
            span,
            format!("{name} is {} and may be used on {place}, where everybody reads.", about(sensitivity.value)),
        )
        .why("Only on names the channels on which it may be said, and this one is public.")
        .story(format!(
            "{what}, Tuesday 10:30. The agent may answer with {name}, and every other customer reads it before it can \
             be taken back."
        ))
        .see(sensitivity.span, "how sensitive it is");
        sink.push(match remaining(item, subject) {
            Some((whole, rest)) => finding.replace(whole, rest),
            None => finding.advise("name private channels only, such as phone or private message"),
        });
    }
}

fn about(sensitivity: Sensitivity) -> &'static str {
    match sensitivity {
        Sensitivity::Public => "public",
        Sensitivity::Personal => "personal",
        Sensitivity::Payment => "about payment",
        Sensitivity::Health => "about health",
    }
}

/// The first public channel on which an item may be used, and where that is said.
fn public_channel<'p>(item: &ItemModel, subject: &Subject<'p>) -> Option<(ChannelId, &'p Channel, Span)> {
    item.only_on.iter().find_map(|set| {
        let members = channels(subject.policy, set.value);
        let mut found = members.into_iter().filter_map(|id| Some((id, subject.policy.channel(id)?)));
        found.find(|(_, channel)| channel.public).map(|(id, channel)| (id, channel, set.span))
    })
}

/// The list without what is public, and where it stands.
fn remaining(item: &ItemModel, subject: &Subject<'_>) -> Option<(Span, String)> {
    let fact = item.head.fact("only on")?;
    let written: Vec<&str> = fact.text.split(',').map(str::trim).collect();
    let is_private = |set: ChannelSet| {
        let members = channels(subject.policy, set);
        !members.into_iter().filter_map(|id| subject.policy.channel(id)).any(|channel| channel.public)
    };
    let same_length = written.len() == item.only_on.len();
    let rest: Vec<&str> =
        written.into_iter().zip(&item.only_on).filter(|(_, set)| is_private(set.value)).map(|(word, _)| word).collect();
    (same_length && !rest.is_empty()).then(|| (fact.span, rest.join(", ")))
}
