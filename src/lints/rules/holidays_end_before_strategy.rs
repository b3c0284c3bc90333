//! Public holidays that are not known for as long as the strategy applies.

use std::collections::BTreeMap;

use crate::calendar::{Date, holiday_data_version};
use crate::lints::lint::{Lint, Subject};
use crate::source::{Confidence, Diagnostic, Severity, Sink, Span};

/// The lint.
pub(super) static LINT: Lint = Lint::author(
    "holidays-end-before-strategy",
    "H309",
    Severity::Look,
    Confidence::Sure,
    include_str!("holidays_end_before_strategy.md"),
    check,
);

/// How long a strategy without an end is looked at.
const MONTHS: i64 = 24;

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let header = &subject.strategy.header;
    let begins = header.applies_from.map_or(subject.today, |from| from.value);
    let until = header.applies_until.map_or_else(|| begins.plus_months(MONTHS), |until| until.value);
    let mut first_uses: BTreeMap<&str, (i16, Span)> = BTreeMap::new();
    for desk in &subject.strategy.components.hours.content.desks {
        for list in &desk.holidays {
            first_uses.entry(list.value.region).or_insert((list.value.last_year, list.span));
        }
    }
    for (region, (last_year, span)) in first_uses {
        if last_year >= until.year() {
            continue;
        }
        let headline = format!("Public holidays in {region} are known until the end of {last_year} only.");
        sink.push(
            Diagnostic::new(&LINT.finding, span, headline)
                .why(format!("{} {}", applies(header.applies_until.map(|end| end.value), begins), after(last_year)))
                .advise("write the later dates under closed on, or take newer public holidays with a newer frontdesk"),
        );
    }
}

fn applies(end: Option<Date>, begins: Date) -> String {
    end.map_or_else(
        || format!("The strategy has no end, so two years from {begins} on are looked at."),
        |end| format!("The strategy applies until {end}."),
    )
}

fn after(last_year: i16) -> String {
    let version = holiday_data_version();
    format!("After {last_year} the desk is open on every public holiday (public holidays as of {version}).")
}
