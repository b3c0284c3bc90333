//! Nobody writes down why customers contact us.

use crate::lints::lint::{Lint, Subject};
use crate::source::{Confidence, Diagnostic, Sink};

/// The lint.
pub(super) static LINT: Lint =
    Lint::reviewer("reason-not-recorded", "I305", Confidence::Likely, include_str!("reason_not_recorded.md"), check);

/// How people call the reason of a contact.
const REASONS: [&str; 6] = ["contact type", "reason", "cause", "topic", "subject", "category"];

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let section = &subject.strategy.components.information;
    let recorded = section.content.we_record.iter().any(|item| {
        let plain = item.head.name.to_lowercase();
        REASONS.iter().any(|word| plain.contains(word))
    });
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
