//! Tables for some customers or a season whose cells say what holds without them.

use std::collections::{BTreeMap, BTreeSet};

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::listing::agreeing;
use crate::lints::rules::shared::promised::in_words;
use crate::lints::rules::shared::telling::contact;
use crate::policy::{CellIndex, ChannelId, ContactTypeId, SegmentId};
use crate::source::{Confidence, Diagnostic, Sink, Spanned, quoted};
use crate::strategy::{CellModel, TableModel};

/// The lint. One finding a table.
pub(super) static LINT: Lint = Lint::reviewer(
    "exception-changes-nothing",
    "S324",
    Confidence::Sure,
    include_str!("exception_changes_nothing.md"),
    check,
)
.waiting_for_whole();

/// So many further cells are shown beside the first one.
const SHOWN_AT_MOST: usize = 2;

/// A table made ready for questions.
struct Table<'a> {
    /// The customers whom it is for.
    segment: Option<SegmentId>,
    model: &'a TableModel,
    index: CellIndex,
}

impl<'a> Table<'a> {
    fn new(subject: &Subject<'a>, segment: Option<SegmentId>, model: &'a TableModel) -> Self {
        Self { segment, model, index: model.index(subject.policy) }
    }

    /// The cells that are not blank for a contact type or its parent on a channel, the one that counts first.
    fn cells(
        &self,
        contact_type: ContactTypeId,
        parent: Option<ContactTypeId>,
        channel: ChannelId,
    ) -> impl Iterator<Item = ((usize, usize), &'a Spanned<CellModel>)> + '_ {
        let places = self.index.places(contact_type, parent, channel);
        places.filter_map(|(row, column)| Some(((row, column), self.model.cell_at(row, column)?)))
    }

    /// What counts of them.
    fn said(
        &self,
        contact_type: ContactTypeId,
        parent: Option<ContactTypeId>,
        channel: ChannelId,
    ) -> Option<&'a CellModel> {
        self.cells(contact_type, parent, channel).next().map(|(_, cell)| &cell.value)
    }
}

/// A cell that changes nothing, and a contact for which it counts.
struct Idle {
    place: (usize, usize),
    contact_type: ContactTypeId,
    channel: ChannelId,
}

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let content = &subject.strategy.components.service_levels.content;
    let Some(plain) = content.promises.as_ref() else { return };
    let plain = Table::new(subject, None, plain);
    let seasons: Vec<Table<'_>> =
        content.in_seasons.iter().map(|(_, table)| Table::new(subject, None, table)).collect();
    for (segment, table) in &content.for_customers {
        let table = Table::new(subject, Some(segment.value), table);
        let below: Vec<&Table<'_>> = seasons.iter().collect();
        told(subject, &table, &idle(subject, &table, &below, &plain))
            .into_iter()
            .for_each(|finding| sink.push(finding));
    }
    for (at, table) in seasons.iter().enumerate() {
        // Seasons may hold at the same time, and then the one that is written first counts.
        let others = seasons.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, other)| other);
        let below: Vec<&Table<'_>> = others.collect();
        told(subject, table, &idle(subject, table, &below, &plain)).into_iter().for_each(|finding| sink.push(finding));
    }
}

/// The cells of a table without any of which each contact would be promised the same.
fn idle(subject: &Subject<'_>, table: &Table<'_>, below: &[&Table<'_>], plain: &Table<'_>) -> Vec<Idle> {
    let mut idle: BTreeMap<(usize, usize), Idle> = BTreeMap::new();
    let mut needed: BTreeSet<(usize, usize)> = BTreeSet::new();
    for (contact_type, one) in (0u16..).map(ContactTypeId).zip(&subject.policy.contact_types) {
        for channel in (0u16..).map(ChannelId).take(subject.policy.channels.len()) {
            let mut own = table.cells(contact_type, one.part_of, channel);
            let Some((place, cell)) = own.next() else { continue };
            // Another cell of the same table would count instead of the plain one.
            let alone = own.next().is_none() && cell.value != CellModel::Unreadable;
            let same = |other: &Table<'_>| {
                other.said(contact_type, one.part_of, channel).is_none_or(|other| *other == cell.value)
            };
            if alone
                && plain.said(contact_type, one.part_of, channel) == Some(&cell.value)
                && below.iter().all(|other| same(other))
            {
                idle.entry(place).or_insert(Idle { place, contact_type, channel });
            } else {
                needed.insert(place);
            }
        }
    }
    idle.into_values().filter(|one| !needed.contains(&one.place)).collect()
}

fn told(subject: &Subject<'_>, table: &Table<'_>, idle: &[Idle]) -> Option<Diagnostic> {
    let (first, others) = idle.split_first()?;
    let names = |one: &Idle| {
        let (row, ..) = table.model.rows.get(one.place.0)?;
        let (column, _) = table.model.columns.get(one.place.1)?;
        Some((row.text.as_str(), column.text.as_str(), table.model.cell_at(one.place.0, one.place.1)?))
    };
    let (row, column, cell) = names(first)?;
    let key = quoted(table.model.path.last()?);
    let written = table.model.rows.iter().flat_map(|(.., cells)| cells);
    let all = written.filter(|cell| cell.value != CellModel::Blank).count() == idle.len();
    let headline = match idle.len() {
        _ if all => format!("The table {key} changes nothing."),
        1 => format!("A cell of the table {key} changes nothing."),
        several => format!("{several} cells of the table {key} change nothing."),
    };
    let who = contact(subject.policy, Some(first.contact_type), Some(first.channel), table.segment);
    let mut finding = Diagnostic::new(&LINT.finding, cell.span, headline)
        .path(table.model.cell_path(row, column))
        .why(format!(
            "Without {} the same holds by the other tables. Whoever changes it there has to think of this table too.",
            agreeing(idle.len(), "it", "them")
        ))
        .story(format!("{who}, Tuesday 10:30, {}, by this table and without it.", in_words(&cell.value)));
    for (row, column, cell) in others.iter().filter_map(names).take(SHOWN_AT_MOST) {
        finding = finding.see(cell.span, format!("the same for {} on {}", quoted(row), quoted(column)));
    }
    let leave = if all { format!("leave the table {key} out") } else { "leave such cells blank".to_owned() };
    Some(finding.advise(leave).advise("write there what is to be otherwise"))
}
