//! Nothing that ties one contact to the next.

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::words_of_the_trade::{CASE_NUMBER, speaks_of};
use crate::source::{Confidence, Diagnostic, Sink};

/// The lint.
pub(super) static LINT: Lint =
    Lint::reviewer("no-case-number", "I304", Confidence::Likely, include_str!("no_case_number.md"), check);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let section = &subject.strategy.components.information;
    let listed = section.content.items().any(|item| speaks_of(&item.head.name, &CASE_NUMBER));
    if !section.written || listed || section.content.head.fact("case number").is_some() {
        return;
    }
    sink.push(
        Diagnostic::new(
            &LINT.finding,
            section.span,
            "The strategy does not say whether customers get a case number.",
        )
        .why("Without one, nobody can tell that the call of today is about the letter of last week. For complaints many regulators demand one.")
        .advise("add the line case number: with who gets one and when"),
    );
}
