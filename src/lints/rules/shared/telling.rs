//! The start of a story: a contact with the author's own names.

use crate::lints::lint::Subject;
use crate::policy::{ChannelId, Mode};
use crate::strategy::words::quoted;

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
