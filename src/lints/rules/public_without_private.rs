//! Account data on a public channel from which nobody can go private.

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::promised::Excluded;
use crate::policy::{ChannelId, Mode, PrivateMessages};
use crate::source::{Confidence, Diagnostic, Severity, Sink, quoted};
use crate::strategy::ChannelModel;

/// The lint.
pub(super) static LINT: Lint = Lint::author(
    "public-without-private",
    "A306",
    Severity::Should,
    Confidence::Sure,
    include_str!("public_without_private.md"),
    check,
);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let components = &subject.strategy.components;
    let types = &components.contact_types.content;
    let private: Vec<(&str, Excluded)> = types
        .types
        .iter()
        .filter(|one| types.private_only(one) && !one.incomplete)
        .map(|one| (one.head.name.as_str(), Excluded::new(&types.never_on(one))))
        .collect();
    for (channel, number) in components.channels.content.channels.iter().zip(0u16..) {
        let Some(kind) = channel.kind.filter(|_| is_open_stage(channel, subject)) else { continue };
        let allowed = private.iter().find(|(_, never)| !never.holds(ChannelId(number), kind));
        let Some((contact_type, _)) = allowed else { continue };
        let (name, what) = (quoted(&channel.head.name), quoted(contact_type));
        let at = channel.private_messages.as_ref().map_or(channel.head.span, |private| private.span);
        sink.push(
            Diagnostic::new(&LINT.finding, at, format!("{what} must be private, but nobody can go private on {name}."))
                .why("The contact type is private only, and the channel is public and leads to no private one.")
                .story(format!(
                    "A customer asks about {what} on {name} on Monday at 10:00. Everybody can read it, and there is no \
                     private place to go on."
                ))
                .advise(format!("write private messages: with a private channel under {name}"))
                .advise(format!("write never on: {} under {what}", channel.head.name)),
        );
    }
}

/// Whether the channel is a public one on which we answer and that leads to no private channel.
fn is_open_stage(channel: &ChannelModel, subject: &Subject<'_>) -> bool {
    let leads = channel.private_messages.is_some_and(|private| matches!(private.value, PrivateMessages::In(_)));
    let answers = channel.mode() == Mode::Respond && channel.status().in_use(subject.today);
    channel.is_public() && answers && !leads && !channel.incomplete
}
