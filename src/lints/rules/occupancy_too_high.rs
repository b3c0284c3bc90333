//! Agents who are to be in contacts nearly all the time.

use crate::lints::lint::{Lint, Subject};
use crate::measure::Decimal;
use crate::source::{Confidence, Diagnostic, Severity, Sink, quoted};

/// The lint.
pub(super) static LINT: Lint = Lint::author(
    "occupancy-too-high",
    "G305",
    Severity::Look,
    Confidence::Sure,
    include_str!("occupancy_too_high.md"),
    check,
);

/// The usual ceiling on voice is 85 to 90 percent.
const PERCENT_AT_MOST: i32 = 90;

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    for group in &subject.strategy.components.agent_groups.content.groups {
        let Some(occupancy) = group.occupancy_at_most else { continue };
        if occupancy.value.as_percent() <= Decimal::whole(PERCENT_AT_MOST) {
            continue;
        }
        let name = quoted(&group.head.name);
        let headline = format!("{name} may be in contacts {} of the time.", occupancy.value);
        sink.push(
            Diagnostic::new(&LINT.finding, occupancy.span, headline)
                .why(format!(
                    "Above {PERCENT_AT_MOST}% people have no breath between contacts. They tire, make mistakes and \
                     leave, and a small rise in contacts makes every customer wait."
                ))
                .story(format!(
                    "On Tuesday at 10:30 a few more customers come than usual. {name} has no time left, so the queue \
                     grows until the evening."
                ))
                .replace(occupancy.span, "85%"),
        );
    }
}
