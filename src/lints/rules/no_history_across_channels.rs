//! What happened on one channel may be unknown on the other.

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::words_of_the_trade::{HISTORY, speaks_of};
use crate::source::{Confidence, Diagnostic, Sink};

/// The lint.
pub(super) static LINT: Lint = Lint::reviewer(
    "no-history-across-channels",
    "I301",
    Confidence::Likely,
    include_str!("no_history_across_channels.md"),
    check,
);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let section = &subject.strategy.components.information;
    let said = section.content.head.fact("history across channels").is_some();
    let several = subject.policy.channels.len() > 1;
    let seen = section.content.agents_see.iter().any(|item| speaks_of(&item.head.name, &HISTORY));
    if !section.written || said || seen || !several {
        return;
    }
    sink.push(
        Diagnostic::new(
            &LINT.finding,
            section.span,
            "The strategy does not say whether agents see what happened on other channels.",
        )
        .why("A customer who wrote on Monday and calls on Tuesday has to begin again, with somebody who knows nothing of it.")
        .advise("add the line history across channels: with what agents see, and how far back"),
    );
}
