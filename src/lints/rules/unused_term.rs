//! A term that is explained and then never used.

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::uses::{conditions_lost, used};
use crate::source::{Confidence, Diagnostic, Severity, Sink, quoted};
use crate::strategy::NameKind;

/// The lint.
pub(super) static LINT: Lint =
    Lint::author("unused-term", "F319", Severity::Should, Confidence::Sure, include_str!("unused_term.md"), check)
        .waiting_for_whole();

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let terms = &subject.strategy.governance.terms.content.terms;
    // A condition without a meaning may be the one that uses the term.
    if terms.is_empty() || conditions_lost(subject.strategy) {
        return;
    }
    let named = used(subject.strategy, NameKind::Term);
    for (term, _) in terms.iter().zip(0u16..).filter(|(_, number)| !named.contains(number)) {
        let name = quoted(&term.head.name);
        let headline = format!("The term {name} is explained, but nothing uses it.");
        sink.push(
            Diagnostic::new(&LINT.finding, term.head.span, headline)
                .why("A contact that it describes is treated like any other.")
                .advise(format!("use it in a rule: contact is {}", term.head.name))
                .advise("leave it out"),
        );
    }
}
