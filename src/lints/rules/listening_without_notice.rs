//! A channel that is only read and does not say so to its customers.

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::listing::{agreeing, listed, one_or_count};
use crate::policy::Mode;
use crate::source::{Confidence, Diagnostic, Sink};

/// The lint.
pub(super) static LINT: Lint = Lint::reviewer(
    "listening-without-notice",
    "A307",
    Confidence::Sure,
    include_str!("listening_without_notice.md"),
    check,
);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let channels = &subject.strategy.components.channels.content.channels;
    let silent: Vec<_> = channels
        .iter()
        .filter(|channel| channel.mode() == Mode::Listen && channel.status().in_use(subject.today))
        .filter(|channel| channel.head.fact("notice").is_none())
        .collect();
    let Some(first) = silent.first() else { return };
    let names: Vec<&str> = silent.iter().map(|channel| channel.head.name.as_str()).collect();
    let at = first.mode.map_or(first.head.span, |mode| mode.span);
    let listen = agreeing(names.len(), "listens", "listen");
    let channels = one_or_count(&names, "channels");
    let headline = format!("The strategy does not say what tells customers that {channels} only {listen}.");
    sink.push(
        Diagnostic::new(&LINT.finding, at, headline)
            .why(format!("There is no notice on {}, so customers wait for an answer.", listed(&names)))
            .advise("add notice: with the statement that is published there"),
    );
}
