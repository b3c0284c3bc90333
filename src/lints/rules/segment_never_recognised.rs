//! A customer segment for which no contact is ever taken.

use std::collections::BTreeSet;

use crate::analysis::unrecognised;
use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::arriving::are_contacts;
use crate::lints::rules::shared::listing::listed;
use crate::policy::{SegmentId, Test};
use crate::source::{Confidence, Diagnostic, Severity, Sink, Span, quoted};
use crate::strategy::SegmentModel;

/// The lint. Two segments that are recognised by the same are told by `same-recognition`.
pub(super) static LINT: Lint = Lint::author(
    "segment-never-recognised",
    "C331",
    Severity::Should,
    Confidence::Sure,
    include_str!("segment_never_recognised.md"),
    check,
)
.waiting_for_whole();

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let segments = &subject.strategy.components.customers.content.segments;
    if segments.len() < 2 || !are_contacts(subject) || !subject.policy.complete {
        return;
    }
    let Ok(found) = unrecognised(subject.policy) else { return };
    let mut told: BTreeSet<Vec<&Test>> = BTreeSet::new();
    let repeated: BTreeSet<Span> = segments
        .iter()
        .filter(|segment| {
            let mut tests: Vec<&Test> = segment.recognised_by.iter().map(|test| &test.value).collect();
            tests.sort_unstable();
            tests.dedup();
            !tests.is_empty() && !told.insert(tests)
        })
        .map(|segment| segment.head.span)
        .collect();
    let model = |id: &SegmentId| segments.get(id.index());
    for one in &found {
        let Some(segment) = model(&one.segment).filter(|segment| !repeated.contains(&segment.head.span)) else {
            continue;
        };
        let by: Vec<&SegmentModel> = one.taken_by.iter().filter_map(model).collect();
        let name = quoted(&segment.head.name);
        let place =
            |segment: &SegmentModel| segment.condition.as_ref().map_or(segment.head.span, |written| written.span);
        let mut finding =
            Diagnostic::new(&LINT.finding, place(segment), format!("No contact is ever taken for {name}."));
        finding = match by.first() {
            None => finding
                .why("No contact can be all that it is recognised by.")
                .advise(format!("write what tells {name} from others, or remove the segment")),
            Some(first) => finding
                .why(format!(
                    "Segments are tried from the top, and whoever fits it is taken for {} before.",
                    listed(by.iter().map(|segment| segment.head.name.as_str()))
                ))
                .advise(format!("move {name} above {}, or write what tells it apart", quoted(&first.head.name))),
        };
        if let Some((contact, taken)) = &one.contact
            && let Some(taken) = model(taken)
        {
            finding = finding.story(format!(
                "{}: this customer fits {name}, and is treated as one of {}.",
                contact.told(subject.policy),
                quoted(&taken.head.name)
            ));
        }
        sink.push(by.iter().take(3).fold(finding, |finding, segment| finding.see(place(segment), "tried before it")));
    }
}
