//! Nobody hears of an urgent problem at once.

use crate::lints::lint::{Lint, Subject};
use crate::notation::HowOften;
use crate::source::{Confidence, Diagnostic, Sink};

/// The lint.
pub(super) static LINT: Lint =
    Lint::reviewer("no-urgent-way", "B304", Confidence::Sure, include_str!("no_urgent_way.md"), check);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let section = &subject.strategy.components.collaboration;
    let urgent = section.content.loops.iter().any(|one| match one.when.value {
        HowOften::SameDay | HowOften::Within(_) => true,
        HowOften::EveryDay | HowOften::EveryWeek | HowOften::EveryMonth | HowOften::EveryQuarter => false,
    });
    if !section.written || urgent || !section.content.unreadable.is_empty() {
        return;
    }
    sink.push(
        Diagnostic::new(
            &LINT.finding,
            section.span,
            "The strategy does not say how an urgent problem leaves the contact center.",
        )
        .why("Agents hear of a dangerous product or a failed site first. What waits for the weekly report waits for days.")
        .advise("add a feedback loop such as Crisis watch: Public Relations, within 15 min"),
    );
}
