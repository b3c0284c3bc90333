//! `private messages` that names a channel on which nobody writes in private.

use crate::lints::lint::{Lint, Subject};
use crate::policy::{ChannelKind, PrivateMessages};
use crate::source::{Confidence, Diagnostic, Severity, Sink, quoted};
use crate::strategy::ChannelModel;

/// The lint.
pub(super) static LINT: Lint = Lint::author(
    "private-messages-elsewhere",
    "A316",
    Severity::Should,
    Confidence::Sure,
    include_str!("private_messages_elsewhere.md"),
    check,
);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let channels = &subject.strategy.components.channels.content;
    for channel in &channels.channels {
        let Some(private) = channel.private_messages else { continue };
        let PrivateMessages::In(id) = private.value else { continue };
        let Some(target) = channels.get(id).filter(|target| target.kind.is_some()) else { continue };
        let (name, other) = (quoted(&channel.head.name), quoted(&target.head.name));
        let (headline, so) = if target.is_public() {
            let headline = format!("Private messages on {name} go to {other}, which everybody can read.");
            (headline, "Everybody can read it there.")
        } else if !takes_messages(target) {
            let headline = format!("Private messages on {name} go to {other}, where nobody writes.");
            (headline, "There is no place to write it.")
        } else {
            continue;
        };
        let mut finding = Diagnostic::new(&LINT.finding, private.span, headline)
            .why("The line names the channel on which a conversation goes on in writing, read by nobody else.")
            .story(format!(
                "A customer writes on {name} on Tuesday at 10:30, and the reply is to go on in private. {so}"
            ));
        if let Some(place) = target.head.fact("kind") {
            finding = finding.see(place.span, format!("the kind of {other}"));
        }
        sink.push(
            finding
                .advise("name the channel of the private messages, such as one of the kind private message")
                .advise("private messages: not possible"),
        );
    }
}

/// Whether customers write there and are written to.
fn takes_messages(channel: &ChannelModel) -> bool {
    match channel.kind_or_guess() {
        ChannelKind::Chat
        | ChannelKind::Messaging
        | ChannelKind::Sms
        | ChannelKind::Email
        | ChannelKind::WebForm
        | ChannelKind::PrivateMessage
        | ChannelKind::Social
        | ChannelKind::Community
        | ChannelKind::ReviewSite
        | ChannelKind::App
        | ChannelKind::Bot => true,
        ChannelKind::Phone
        | ChannelKind::Video
        | ChannelKind::Relay
        | ChannelKind::Post
        | ChannelKind::Fax
        | ChannelKind::InPerson
        | ChannelKind::Callback
        | ChannelKind::Voicemail
        | ChannelKind::SelfService => false,
    }
}
