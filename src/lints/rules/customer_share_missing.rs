//! Some customer segments state their share, others do not.

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::listing::{listed, one_or_count};
use crate::source::{Confidence, Diagnostic, Sink};

/// The lint.
pub(super) static LINT: Lint = Lint::reviewer(
    "customer-share-missing",
    "C308",
    Confidence::Sure,
    include_str!("customer_share_missing.md"),
    check,
);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let segments = &subject.strategy.components.customers.content.segments;
    let without: Vec<_> = segments.iter().filter(|segment| segment.head.fact("share of contacts").is_none()).collect();
    let Some(first) = without.first().filter(|_| without.len() < segments.len()) else { return };
    let names: Vec<&str> = without.iter().map(|segment| segment.head.name.as_str()).collect();
    let headline =
        format!("The strategy does not say how many contacts come from {}.", one_or_count(&names, "segments"));
    sink.push(
        Diagnostic::new(&LINT.finding, first.head.span, headline)
            .why(format!("Other segments state their share. It is missing for {}.", listed(&names)))
            .advise("add share of contacts: with a share such as 20%"),
    );
}
