//! How a channel ends is not said.

use crate::lints::lint::{Lint, Subject};
use crate::source::{Confidence, Diagnostic, Sink};

/// The lint.
pub(super) static LINT: Lint =
    Lint::reviewer("retirement-not-said", "D303", Confidence::Sure, include_str!("retirement_not_said.md"), check);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let section = &subject.strategy.components.deployment;
    if !section.written || section.content.head.fact("retire").is_some() {
        return;
    }
    sink.push(
        Diagnostic::new(&LINT.finding, section.span, "The strategy does not say how a channel is ended.")
            .why("Addresses live on in old letters and bookmarks. Customers write to a channel that nobody reads any more.")
            .advise("add the line retire: notice of 3 months on the channel itself"),
    );
}
