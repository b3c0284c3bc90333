//! Two seasons of one desk on the same dates.

use crate::calendar::Date;
use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::telling::said;
use crate::source::{Confidence, Diagnostic, Severity, Sink, quoted};
use crate::strategy::{DeskModel, SeasonModel};

/// The lint. A short season before a long one that holds it is an exception from the long one, and seasons of the same
/// hours may overlap.
pub(super) static LINT: Lint = Lint::author(
    "overlapping-seasons",
    "H314",
    Severity::Should,
    Confidence::Likely,
    include_str!("overlapping_seasons.md"),
    check,
);

/// How many seasons of a desk are compared with one another.
const COMPARED: usize = 200;

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    for desk in &subject.strategy.components.hours.content.desks {
        for (at, later) in desk.seasons.iter().enumerate().take(COMPARED) {
            // One finding a season names the first that takes dates from it.
            if let Some(earlier) = desk.seasons.iter().take(at).find(|earlier| takes_from(earlier, later)) {
                sink.push(tell(desk, earlier, later));
            }
        }
    }
}

/// Whether the earlier of two takes dates from the later one by mistake.
fn takes_from(earlier: &SeasonModel, later: &SeasonModel) -> bool {
    let (one, other) = (dates(earlier), dates(later));
    let overlap = one.0 <= other.1 && other.0 <= one.1;
    let exception = other.0 <= one.0 && one.1 <= other.1 && one != other;
    overlap && !exception && earlier.open.hours != later.open.hours
}

fn dates(season: &SeasonModel) -> (Date, Date) {
    (season.from.value, season.to.value)
}

fn tell(desk: &DeskModel, earlier: &SeasonModel, later: &SeasonModel) -> Diagnostic {
    let (first, second) = (quoted(&earlier.head.name), quoted(&later.head.name));
    let ((from, to), own) =
        ((dates(earlier).0.max(dates(later).0), dates(earlier).1.min(dates(later).1)), dates(later));
    let stretch =
        if from == to { format!("On {}", said(from)) } else { format!("From {} to {}", said(from), said(to)) };
    let headline = if (from, to) == own {
        format!("{second} never holds: {first} has all its dates.")
    } else {
        format!("{second} and {first} are on the same dates.")
    };
    Diagnostic::new(&LINT.finding, later.from.span, headline)
        .why(format!("{stretch} {} keeps the hours of {first}, which is first in the list.", quoted(&desk.head.name)))
        .see(earlier.from.span, format!("the dates of {first}"))
        .advise("change the dates, so that each date has one season")
        .advise(format!("write {second} first, if it counts on these dates"))
}
