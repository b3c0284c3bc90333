//! How a story begins: a contact with the author's own names, and a day.

use crate::calendar::Date;
use crate::lints::lint::Subject;
use crate::policy::{ChannelId, ContactTypeId, Mode, Policy, SegmentId};
use crate::source::quoted;

/// `"Order help" on "phone"`, with the first contact type and the first channel that is answered; general words where the
/// strategy has none.
#[must_use]
pub(crate) fn some_contact(subject: &Subject<'_>) -> String {
    let contact_type = subject.strategy.components.contact_types.content.types.first();
    let what = contact_type.map_or_else(|| "A contact".to_owned(), |one| quoted(&one.head.name));
    some_channel(subject).map_or_else(|| what.clone(), |(_, channel)| format!("{what} on {}", quoted(channel)))
}

/// The first channel on which people answer, else the first of all.
#[must_use]
pub(crate) fn some_channel<'a>(subject: &Subject<'a>) -> Option<(ChannelId, &'a str)> {
    let channels = &subject.strategy.components.channels.content.channels;
    let answered = channels.iter().position(|channel| {
        channel.status().in_use(subject.today)
            && channel.mode() == Mode::Respond
            && !channel.kind_or_guess().unassisted()
    });
    let at = answered.unwrap_or(0);
    let name = channels.get(at).map(|channel| channel.head.name.as_str())?;
    u16::try_from(at).ok().map(|number| (ChannelId(number), name))
}

/// One contact in words: `"Order help" on "phone" from "Trail Club"`; what the strategy does not name is left out.
#[must_use]
pub(crate) fn contact(
    policy: &Policy,
    contact_type: Option<ContactTypeId>,
    channel: Option<ChannelId>,
    segment: Option<SegmentId>,
) -> String {
    let mut words = contact_type
        .and_then(|id| policy.contact_type(id))
        .map_or_else(|| "A contact".to_owned(), |contact_type| quoted(&contact_type.name));
    if let Some(channel) = channel.and_then(|id| policy.channel(id)) {
        words += &format!(" on {}", quoted(&channel.name));
    }
    if let Some(segment) = segment.and_then(|id| policy.segment(id)) {
        words += &format!(" from {}", quoted(&segment.name));
    }
    words
}

/// A date as people say it: `Monday 7 December 2026`.
#[must_use]
pub(crate) fn said(date: Date) -> String {
    format!("{} {} {} {}", date.weekday().name(), date.day(), date.month_name(), date.year())
}
