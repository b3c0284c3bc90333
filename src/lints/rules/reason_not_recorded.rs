//! Nobody writes down why customers contact us.

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::words_of_the_trade::{REASON, speaks_of};
use crate::source::{Confidence, Diagnostic, Sink};

/// The lint.
pub(super) static LINT: Lint =
    Lint::reviewer("reason-not-recorded", "I305", Confidence::Likely, include_str!("reason_not_recorded.md"), check);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let section = &subject.strategy.components.information;
    let recorded = section.content.we_record.iter().any(|item| speaks_of(&item.head.name, &REASON));
    if !section.written || recorded {
        return;
    }
    sink.push(
        Diagnostic::new(
            &LINT.finding,
            section.span,
            "The strategy does not say that the contact type is recorded.",
        )
        .why("Who does not count the reasons cannot tell the business units what to put right, and cannot plan people.")
        .advise("add contact type to we record"),
    );
}
