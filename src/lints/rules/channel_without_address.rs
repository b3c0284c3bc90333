//! A channel that customers cannot find.

use crate::lints::lint::{Lint, Subject};
use crate::source::{Confidence, Diagnostic, Sink, quoted};

/// The lint.
pub(super) static LINT: Lint = Lint::reviewer(
    "channel-without-address",
    "A301",
    Confidence::Sure,
    include_str!("channel_without_address.md"),
    check,
);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    for channel in &subject.strategy.components.channels.content.channels {
        if channel.address.is_some() {
            continue;
        }
        let headline = format!("The strategy does not say how customers find {}.", quoted(&channel.head.name));
        sink.push(
            Diagnostic::new(&LINT.finding, channel.head.span, headline)
                .why("A number, a handle or an address is published in one place, and everyone looks it up here.")
                .advise("add the line address: with the number, the handle or the web address"),
        );
    }
}
