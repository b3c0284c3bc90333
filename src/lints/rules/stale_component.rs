//! A section that nobody has looked at for a long time.

use crate::calendar::{Date, Duration, Unit};
use crate::lints::lint::{Lint, Subject};
use crate::source::{Confidence, Diagnostic, Severity, Sink, quoted};

/// The lint.
pub(super) static LINT: Lint = Lint::author(
    "stale-component",
    "F314",
    Severity::Look,
    Confidence::Sure,
    include_str!("stale_component.md"),
    check,
);

/// How many days a section may go without an update where its owner states no rhythm.
const DAYS: i64 = 180;

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    for owner in &subject.strategy.governance.owners.content.owners {
        let Some(updated) = owner.updated else { continue };
        let rhythm = owner.review_every.map(|every| every.value);
        let due = rhythm.map_or_else(|| updated.value.plus_days(DAYS), |every| after(updated.value, every));
        if due >= subject.today {
            continue;
        }
        let (name, days) = (quoted(&owner.head.name), updated.value.days_until(subject.today));
        let days = if days == 1 { "1 day".to_owned() } else { format!("{days} days") };
        let person = quoted(&owner.person.value);
        let why = rhythm.map_or_else(
            || format!("A section is looked through at least every {DAYS} days."),
            |every| format!("It is to be reviewed every {every}, so that was due on {due}."),
        );
        sink.push(
            Diagnostic::new(&LINT.finding, updated.span, format!("Nobody has confirmed {name} for {days}."))
                .why(why)
                .advise(format!("ask {person} to look it through, then write updated {}", subject.today)),
        );
    }
}

/// The date so much later.
fn after(date: Date, every: Duration) -> Date {
    let amount = i64::from(every.amount);
    match every.unit {
        Unit::Month => date.plus_months(amount),
        Unit::Week => date.plus_days(7 * amount),
        Unit::Day => date.plus_days(amount),
        // Five working days in seven.
        Unit::WorkingDay => date.plus_days(amount + amount.div_euclid(5) * 2),
        Unit::Second | Unit::Minute | Unit::Hour | Unit::OpenHour | Unit::ClockHour => {
            let days = every.seconds().unwrap_or(0) / 86_400;
            date.plus_days(i64::try_from(days).unwrap_or(i64::MAX))
        }
    }
}
