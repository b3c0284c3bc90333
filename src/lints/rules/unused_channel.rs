//! A channel that is described and then never used.

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::uses::used;
use crate::source::{Confidence, Diagnostic, Severity, Sink, quoted};
use crate::strategy::NameKind;

/// The lint.
pub(super) static LINT: Lint = Lint::author(
    "unused-channel",
    "A303",
    Severity::Should,
    Confidence::Sure,
    include_str!("unused_channel.md"),
    check,
)
.waiting_for_whole();

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let strategy = subject.strategy;
    // Without hours every channel waits for its desk. Where a name has no meaning, it may have been meant for this one.
    if !strategy.components.hours.written || !subject.policy.complete {
        return;
    }
    let named = used(strategy, NameKind::Channel);
    for (channel, number) in strategy.components.channels.content.channels.iter().zip(0u16..) {
        let used = named.contains(&number) || channel.kind.is_none_or(|kind| strategy.names.kind_is_used(kind));
        if used || !channel.status().in_use(subject.today) {
            continue;
        }
        let name = quoted(&channel.head.name);
        sink.push(
            Diagnostic::new(
                &LINT.finding,
                channel.head.span,
                format!("Nothing in the strategy uses the channel {name}."),
            )
            .why("No desk, rule, promise or preference names it or its kind. Customers who use it are left to chance.")
            .advise("add it to the channels of a desk and to the promises")
            .advise("leave it out, or add status: planned"),
        );
    }
}
