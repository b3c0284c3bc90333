//! Nobody is said to review the strategy itself.

use crate::lints::lint::{Lint, Subject};
use crate::source::{Confidence, Diagnostic, Sink};

/// The lint.
pub(super) static LINT: Lint = Lint::reviewer(
    "strategy-review-not-said",
    "B307",
    Confidence::Sure,
    include_str!("strategy_review_not_said.md"),
    check,
);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let section = &subject.strategy.components.collaboration;
    let owners = &subject.strategy.governance.owners.content.owners;
    let said =
        section.content.head.fact("reviews").is_some() || owners.iter().any(|owner| owner.review_every.is_some());
    if !section.written || said {
        return;
    }
    sink.push(
        Diagnostic::new(&LINT.finding, section.span, "The strategy does not say when it is reviewed, nor by whom.")
            .why("Most strategies describe the year in which they were written. Customers have moved on since.")
            .advise("add the line reviews: every 6 months, by the steering group")
            .advise("add review every 6 months to the owners of the sections"),
    );
}
