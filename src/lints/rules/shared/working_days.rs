//! Where promises are counted in working days, and on which desks they are counted.

use std::collections::BTreeMap;

use crate::calendar::{Deadline, Duration, Unit};
use crate::lints::lint::Subject;
use crate::lints::rules::shared::columns::channels;
use crate::lints::rules::shared::promised::Promised;
use crate::policy::{ChannelId, ChannelSet, ContactTypeId, Promise};
use crate::source::Span;
use crate::strategy::{CellModel, ObjectiveModel, Strategy};

/// How many objectives in working days are looked at.
const OBJECTIVES: usize = 40;

/// What promises working days. Tables come first, then the objectives, in the order written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Source<'a> {
    /// A cell of a table.
    Cell(Span),
    /// The objective of that name, beside the tables.
    Objective(Span, &'a str),
}

impl Source<'_> {
    /// Where the promise stands.
    #[must_use]
    pub(crate) fn span(self) -> Span {
        match self {
            Self::Cell(span) | Self::Objective(span, _) => span,
        }
    }
}

/// The numbers of the desks on whose dates working days are counted, those of the channels on which they are promised, each
/// with the first that promises them there.
#[must_use]
pub(crate) fn desks_that_count_them<'a>(subject: &Subject<'a>) -> BTreeMap<usize, Source<'a>> {
    let mut promised = promised_in_tables(subject);
    add_objectives(subject, &mut promised);
    let mut found: BTreeMap<usize, Source<'a>> = BTreeMap::new();
    for (ids, channels) in subject.index.channels_by_desks() {
        let Some(source) = channels.iter().filter_map(|channel| promised.get(channel)).min() else { continue };
        for id in ids {
            let first = found.entry(id.index()).or_insert(*source);
            *first = (*first).min(*source);
        }
    }
    found
}

/// The channels on which a table promises working days, each with the first cell that does.
fn promised_in_tables<'a>(subject: &Subject<'a>) -> BTreeMap<ChannelId, Source<'a>> {
    let mut sets: BTreeMap<ChannelSet, Source<'a>> = BTreeMap::new();
    for table in subject.strategy.components.service_levels.content.tables() {
        for (_, _, cells) in &table.rows {
            for ((_, set), cell) in table.columns.iter().zip(cells) {
                if matches!(&cell.value, CellModel::Promise(promise) if is_in_working_days(promise)) {
                    sets.entry(*set).or_insert(Source::Cell(cell.span));
                }
            }
        }
    }
    let mut found: BTreeMap<ChannelId, Source<'a>> = BTreeMap::new();
    for (set, source) in sets {
        for channel in channels(subject.policy, set) {
            let first = found.entry(channel).or_insert(source);
            *first = (*first).min(source);
        }
    }
    found
}

/// The channels on which an objective promises working days to some contact type that is answered there.
fn add_objectives<'a>(subject: &Subject<'a>, found: &mut BTreeMap<ChannelId, Source<'a>>) {
    let strategy: &'a Strategy = subject.strategy;
    let also = strategy.components.service_levels.content.also.iter();
    let in_working_days =
        |one: &&ObjectiveModel| one.target.as_ref().is_some_and(|target| is_in_working_days(&target.value));
    let objectives: Vec<&'a ObjectiveModel> = also.filter(in_working_days).take(OBJECTIVES).collect();
    if objectives.is_empty() {
        return;
    }
    let promised = Promised::new(subject);
    for (one, number) in strategy.components.contact_types.content.types.iter().zip(0u16..) {
        let id = ContactTypeId(number);
        let parent = one.part_of.map(|parent| parent.value);
        let is_for = |objective: &ObjectiveModel| {
            let types = &objective.contact_types;
            types.is_empty() || types.contains(&id) || parent.is_some_and(|parent| types.contains(&parent))
        };
        let own: Vec<&'a ObjectiveModel> = objectives.iter().copied().filter(|one| is_for(one)).collect();
        if own.is_empty() {
            continue;
        }
        for channel in promised.channels_of(id, one) {
            let holds = |objective: &&&'a ObjectiveModel| {
                let kind = strategy.names.kind_of(channel);
                let sets = &objective.channels;
                sets.is_empty() || kind.is_some_and(|kind| sets.iter().any(|set| set.holds(channel, kind)))
            };
            if let Some(objective) = own.iter().find(holds) {
                let source = Source::Objective(objective.head.span, &objective.head.name);
                let first = found.entry(channel).or_insert(source);
                *first = (*first).min(source);
            }
        }
    }
}

fn is_in_working_days(promise: &Promise) -> bool {
    promise.points().any(|(_, _, deadline)| match deadline {
        Deadline::Within(Duration { unit, .. }) => unit == Unit::WorkingDay,
        Deadline::AtTime { .. } | Deadline::SameTime { .. } => true,
    })
}
