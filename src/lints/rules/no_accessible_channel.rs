//! No way to talk with us for people who cannot use a phone.

use crate::lints::lint::{Lint, Subject};
use crate::policy::ChannelKind;
use crate::source::{Confidence, Diagnostic, Sink};
use crate::strategy::ChannelModel;

/// The lint.
pub(super) static LINT: Lint = Lint::reviewer(
    "no-accessible-channel",
    "A308",
    Confidence::Likely,
    include_str!("no_accessible_channel.md"),
    check,
);

/// Kinds in which people who cannot hear or speak have a conversation.
const WITHOUT_VOICE: [ChannelKind; 6] = [
    ChannelKind::Relay,
    ChannelKind::Video,
    ChannelKind::Sms,
    ChannelKind::Chat,
    ChannelKind::Messaging,
    ChannelKind::PrivateMessage,
];

/// Words that tell of such a way beside a channel of another kind.
const WORDS: [&str; 7] = ["relay", "tty", "textphone", "text phone", "text telephone", "sign language", "hearing"];

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let components = &subject.strategy.components;
    let channels = &components.channels.content.channels;
    let handled = components.customers.content.segments.iter().any(|segment| !segment.needs.is_empty());
    let live = || channels.iter().filter(|channel| channel.status().in_use(subject.today));
    if live().next().is_none() || handled || live().any(is_accessible) {
        return;
    }
    sink.push(
        Diagnostic::new(
            &LINT.finding,
            components.channels.span,
            "The strategy does not say how people reach you who cannot hear or speak.",
        )
        .why("No relay, video, text message, chat or messaging is among the channels in use, and no segment has needs.")
        .advise("add such a channel, or say under needs: what a segment gets"),
    );
}

fn is_accessible(channel: &ChannelModel) -> bool {
    let told = || {
        let texts = channel.head.facts.iter().map(|fact| fact.text.as_str()).chain([channel.head.name.as_str()]);
        texts.map(str::to_lowercase).any(|text| WORDS.iter().any(|word| text.contains(word)))
    };
    channel.kind.is_none_or(|kind| WITHOUT_VOICE.contains(&kind)) || told()
}
