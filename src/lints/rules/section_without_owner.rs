//! Sections that nobody keeps current.

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::listing::{agreeing, listed, one_or_count};
use crate::lints::rules::shared::uses::only_hours;
use crate::source::{Confidence, Diagnostic, Sink};

/// The lint.
pub(super) static LINT: Lint =
    Lint::reviewer("section-without-owner", "F311", Confidence::Sure, include_str!("section_without_owner.md"), check);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let strategy = subject.strategy;
    // An owner that could not be read may be the one that is missing.
    if only_hours(strategy) || !subject.policy.complete {
        return;
    }
    let owners = &strategy.governance.owners;
    let sections = strategy.components.sections();
    let without: Vec<_> =
        sections.iter().filter(|(section, written, ..)| *written && owners.content.of(section).is_none()).collect();
    let Some((_, _, first, _)) = without.first() else { return };
    let names: Vec<&str> = without.iter().map(|(section, ..)| *section).collect();
    let at = if owners.written { owners.span } else { *first };
    let (which, are) = (one_or_count(&names, "components"), agreeing(names.len(), "is", "are"));
    let example = names.first().copied().unwrap_or_default();
    sink.push(
        Diagnostic::new(&LINT.finding, at, format!("The strategy does not say who keeps {which} current."))
            .why(format!("{} {are} without an owner.", listed(&names)))
            .advise(format!("add under owners a line such as {example}: NAME, FUNCTION, updated {}", subject.today)),
    );
}
