//! Where promises are counted in working days, and on which desks they are counted.

use std::collections::BTreeSet;

use crate::calendar::{Deadline, Duration, Unit};
use crate::lints::lint::Subject;
use crate::policy::{ChannelSet, Promise};
use crate::strategy::CellModel;

/// The numbers of the desks on whose dates working days are counted: those of the channels on which they are promised.
#[must_use]
pub(crate) fn desks_that_count_them(subject: &Subject<'_>) -> BTreeSet<usize> {
    let promised = sets_with_working_days(subject);
    let mut found = BTreeSet::new();
    if promised.is_empty() {
        return found;
    }
    for (ids, channels) in subject.index.channels_by_desks() {
        let is_promised = channels.iter().any(|channel| {
            let kind = subject.strategy.names.kind_of(*channel);
            kind.is_some_and(|kind| promised.iter().any(|set| set.is_none_or(|set| set.holds(*channel, kind))))
        });
        if is_promised {
            found.extend(ids.iter().map(|id| id.index()));
        }
    }
    found
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
