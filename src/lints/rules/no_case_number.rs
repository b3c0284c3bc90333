//! Nothing that ties one contact to the next.

use crate::lints::lint::{Lint, Subject};
use crate::source::{Confidence, Diagnostic, Sink};

/// The lint.
pub(super) static LINT: Lint =
    Lint::reviewer("no-case-number", "I304", Confidence::Likely, include_str!("no_case_number.md"), check);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let section = &subject.strategy.components.information;
    let listed = section.content.items().any(|item| {
        let plain = item.head.name.to_lowercase();
        ["case number", "case id", "reference", "ticket"].iter().any(|word| plain.contains(word))
    });
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
