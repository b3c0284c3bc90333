//! Promises in working days on desks that work on public holidays.

use std::collections::BTreeSet;

use crate::calendar::{Deadline, Duration, Unit};
use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::desks::opens_and_closes;
use crate::lints::rules::shared::listing::{agreeing, listed, one_or_count};
use crate::policy::{ChannelSet, Promise};
use crate::source::{Confidence, Diagnostic, Sink};
use crate::strategy::components::service_levels::CellModel;

/// The lint.
pub(super) static LINT: Lint = Lint::reviewer(
    "working-days-without-holidays",
    "H310",
    Confidence::Sure,
    include_str!("working_days_without_holidays.md"),
    check,
);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let strategy = subject.strategy;
    let promised = sets_with_working_days(subject);
    if promised.is_empty() {
        return;
    }
    let desks = &strategy.components.hours.content.desks;
    let silent =
        |at: usize| desks.get(at).is_some_and(|desk| opens_and_closes(desk) && desk.head.fact("closed on").is_none());
    let mut found: BTreeSet<usize> = BTreeSet::new();
    for (ids, channels) in subject.index.channels_by_desks() {
        let is_promised = channels.iter().any(|channel| {
            let kind = strategy.names.kind_of(*channel);
            kind.is_some_and(|kind| promised.iter().any(|set| set.is_none_or(|set| set.holds(*channel, kind))))
        });
        if is_promised {
            found.extend(ids.iter().map(|id| id.index()).filter(|at| silent(*at)));
        }
    }
    let found: Vec<_> = found.into_iter().filter_map(|at| desks.get(at)).collect();
    let Some(first) = found.first() else { return };
    let names: Vec<&str> = found.iter().map(|desk| desk.head.name.as_str()).collect();
    let (which, closes) = (one_or_count(&names, "desks"), agreeing(names.len(), "closes", "close"));
    let headline = format!("The strategy promises working days, but {which} {closes} on no public holiday.");
    sink.push(
        Diagnostic::new(&LINT.finding, first.head.span, headline)
            .why(format!(
                "A working day is a date on which the desk is open: for {} Christmas Day is one.",
                listed(&names)
            ))
            .advise("add closed on: public holidays in the country or region"),
    );
}

/// Where working days are promised; `None` in the set for every channel.
fn sets_with_working_days(subject: &Subject<'_>) -> BTreeSet<Option<ChannelSet>> {
    let levels = &subject.strategy.components.service_levels.content;
    let mut found = BTreeSet::new();
    for table in levels.tables() {
        for (_, _, cells) in &table.rows {
            for ((_, set), cell) in table.columns.iter().zip(cells) {
                if matches!(&cell.value, CellModel::Promise(promise) if is_in_working_days(promise)) {
                    found.insert(Some(*set));
                }
            }
        }
    }
    for objective in &levels.also {
        if objective.target.as_ref().is_some_and(|target| is_in_working_days(&target.value)) {
            let all = objective.channels.is_empty().then_some(None);
            found.extend(objective.channels.iter().copied().map(Some).chain(all));
        }
    }
    found
}

fn is_in_working_days(promise: &Promise) -> bool {
    promise.points().any(|(_, _, deadline)| match deadline {
        Deadline::Within(Duration { unit, .. }) => unit == Unit::WorkingDay,
        Deadline::AtTime { .. } | Deadline::SameTime { .. } => true,
    })
}
