//! Rules below one that takes every contact.

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::listing::listed;
use crate::source::{Confidence, Diagnostic, Severity, Sink, quoted};

/// The lint.
pub(super) static LINT: Lint = Lint::author(
    "rule-after-catch-all",
    "R302",
    Severity::Should,
    Confidence::Sure,
    include_str!("rule_after_catch_all.md"),
    check,
);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let rules = &subject.strategy.components.routing.content.rules;
    let mut rest = rules.iter();
    let Some(catch_all) = rest.find(|rule| rule.condition.is_none() && !rule.dropped) else { return };
    if catch_all.incomplete {
        // A line of it could not be read, and may have been its condition.
        sink.withhold();
        return;
    }
    let after = rest.as_slice();
    let Some(first) = after.first() else { return };
    let name = quoted(&catch_all.head.name);
    let headline = match after.len() {
        1 => format!("{} never decides anything.", quoted(&first.head.name)),
        several => format!("{several} routing rules never decide anything."),
    };
    let which = listed(after.iter().map(|rule| rule.head.name.as_str()));
    let asked = first.condition.as_ref().map_or_else(String::new, |condition| format!(" ({})", condition.text));
    sink.push(
        Diagnostic::new(&LINT.finding, first.head.span, headline)
            .why(format!(
                "The first rule that fits wins. {name} has no condition, fits every contact and comes before {which}."
            ))
            .story(format!(
                "A contact for which {}{asked} was written, Tuesday 10:30, goes by {name} instead.",
                quoted(&first.head.name)
            ))
            .see(catch_all.head.span, "this rule takes every contact")
            .advise(format!("move {name} to the end, below all other rules")),
    );
}
