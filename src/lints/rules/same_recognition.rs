//! Two segments that nobody can tell apart.

use std::collections::BTreeMap;

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::telling::some_contact;
use crate::policy::Test;
use crate::source::{Confidence, Diagnostic, Severity, Sink, quoted};
use crate::strategy::SegmentModel;

/// The lint.
pub(super) static LINT: Lint = Lint::author(
    "same-recognition",
    "C302",
    Severity::Should,
    Confidence::Sure,
    include_str!("same_recognition.md"),
    check,
);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let mut seen: BTreeMap<Vec<&Test>, &SegmentModel> = BTreeMap::new();
    for segment in &subject.strategy.components.customers.content.segments {
        let mut tests: Vec<&Test> = segment.recognised_by.iter().map(|test| &test.value).collect();
        tests.sort_unstable();
        tests.dedup();
        if tests.is_empty() {
            continue;
        }
        let Some(first) = seen.get(&tests) else {
            seen.insert(tests, segment);
            continue;
        };
        let (one, other) = (quoted(&first.head.name), quoted(&segment.head.name));
        let at = segment.condition.as_ref().map_or(segment.head.span, |condition| condition.span);
        let at_first = first.condition.as_ref().map_or(first.head.span, |condition| condition.span);
        let headline = format!("No contact is ever taken for {other}: {one} comes first.");
        let contact = some_contact(subject);
        sink.push(
            Diagnostic::new(&LINT.finding, at, headline)
                .why("Both are recognised by the same, and segments are tried from the top.")
                .story(format!(
                    "{contact} from a customer meant as {other}, on Monday at 10:00, is treated as one from {one}."
                ))
                .advise(format!("write under recognised by what tells {other} from {one}"))
                .advise("make one segment of the two")
                .see(at_first, "the same condition, tried first"),
        );
    }
}
