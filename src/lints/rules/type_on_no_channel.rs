//! A contact type that is forbidden on every channel.

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::promised::Excluded;
use crate::policy::{ChannelId, ChannelKind};
use crate::source::{Confidence, Diagnostic, Severity, Sink, quoted};

/// The lint.
pub(super) static LINT: Lint = Lint::author(
    "type-on-no-channel",
    "T309",
    Severity::Must,
    Confidence::Sure,
    include_str!("type_on_no_channel.md"),
    check,
);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let components = &subject.strategy.components;
    let channels = components.channels.content.channels.iter().zip(0u16..);
    let in_use: Vec<(ChannelId, Option<ChannelKind>, &str)> = channels
        .filter(|(channel, _)| channel.status().in_use(subject.today))
        .map(|(channel, number)| (ChannelId(number), channel.kind, channel.head.name.as_str()))
        .collect();
    let Some((_, _, some_channel)) = in_use.first() else { return };
    // What a type takes over from its parent is told of the parent.
    for one in components.contact_types.content.types.iter().filter(|one| !one.incomplete) {
        let (Some(first), Some(last)) = (one.never_on.first(), one.never_on.last()) else { continue };
        let sets: Vec<_> = one.never_on.iter().map(|set| set.value).collect();
        let never = Excluded::new(&sets);
        let excluded =
            |(id, kind, _): &(ChannelId, Option<ChannelKind>, &str)| kind.is_some_and(|kind| never.holds(*id, kind));
        if !in_use.iter().all(excluded) {
            continue;
        }
        let name = quoted(&one.head.name);
        sink.push(
            Diagnostic::new(&LINT.finding, first.span.to(last.span), format!("{name} is allowed on no channel."))
                .why("Its never on: names every channel that is in use.")
                .story(format!(
                    "A customer makes contact on {} on Monday at 10:00 about {name}: it does not belong there, and there is \
                     nowhere else to go.",
                    quoted(some_channel)
                ))
                .advise("leave out the channel on which it is answered"),
        );
    }
}
