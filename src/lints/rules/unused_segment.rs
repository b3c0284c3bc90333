//! A segment that is described and then treated like everyone else.

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::listing::{agreeing, listed, one_or_count};
use crate::policy::SegmentId;
use crate::source::{Confidence, Diagnostic, Sink, Spanned};
use crate::strategy::{NameKind, SegmentModel};

/// The lint.
pub(super) static LINT: Lint =
    Lint::reviewer("unused-segment", "C301", Confidence::Sure, include_str!("unused_segment.md"), check)
        .waiting_for_whole();

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let strategy = subject.strategy;
    // Where a name has no meaning, it may have been meant for one of these.
    if !strategy.components.routing.written || !subject.policy.complete {
        return;
    }
    let stories = strategy.governance.stories.whole;
    let named = strategy.names.mentions().into_iter().filter(|it| it.kind == NameKind::Customer);
    let used: std::collections::BTreeSet<u16> =
        named.filter(|it| !stories.holds(it.span)).map(|it| it.number).collect();
    let segments = &strategy.components.customers.content.segments;
    let unused: Vec<Spanned<&str>> = segments
        .iter()
        .zip(0u16..)
        .filter(|(segment, number)| is_told_apart(segment) && !used.contains(&SegmentId(*number).0))
        .map(|(segment, _)| Spanned::new(segment.head.name.as_str(), segment.head.span))
        .collect();
    let Some(first) = unused.first() else { return };
    let names: Vec<&str> = unused.iter().map(|segment| segment.value).collect();
    let are = agreeing(names.len(), "is", "are");
    let headline = format!("{} {are} treated like everyone else.", one_or_count(&names, "customer segments"));
    let finding = Diagnostic::new(&LINT.finding, first.span, headline)
        .why(format!("No rule, promise or guarantee names {}.", listed(&names)))
        .advise("write what they get that others do not, or leave the segment out");
    sink.push(unused.iter().skip(1).take(2).fold(finding, |finding, other| finding.see(other.span, "and this one")));
}

/// The segment for everyone else needs no rule of its own.
fn is_told_apart(segment: &SegmentModel) -> bool {
    segment.condition.is_some() && !segment.by_name_only
}
