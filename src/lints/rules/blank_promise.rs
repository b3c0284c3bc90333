//! Cells of the table of promises in which nothing is written.

use std::collections::BTreeMap;

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::columns::{channels, one_channel};
use crate::lints::rules::shared::listing::counted;
use crate::lints::rules::shared::telling::contact;
use crate::policy::{ChannelId, ContactTypeId, Policy};
use crate::source::{Confidence, Diagnostic, Severity, Sink, Spanned, quoted};
use crate::strategy::{CellModel, TableModel};

/// The lint.
pub(super) static LINT: Lint =
    Lint::author("blank-promise", "S311", Severity::Look, Confidence::Sure, include_str!("blank_promise.md"), check);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let Some(table) = &subject.strategy.components.service_levels.content.promises else { return };
    let gaps = gaps(table, subject.policy);
    let Some((first_row, first_column)) = gaps.first().copied() else { return };
    let found = table.rows.get(first_row).zip(table.columns.get(first_column));
    let Some(((row, contact_type, cells), (heading, set))) = found else { return };
    let at = cells.get(first_column).map_or(row.span, |cell| cell.span);
    let name = |(row, column): &(usize, usize)| {
        let row = table.rows.get(*row).map_or("", |(row, _, _)| row.text.as_str());
        let column = table.columns.get(*column).map_or("", |(heading, _)| heading.text.as_str());
        format!("{} on {}", quoted(row), quoted(column))
    };
    let what = contact(subject.policy, Some(*contact_type), one_channel(subject.policy, *set), None);
    let (headline, why) = match gaps.len() {
        1 => (format!("The promise for {} is empty.", name(&(first_row, first_column))), String::new()),
        several => (
            format!("{several} cells of the table of promises are empty."),
            format!("They are {}. ", counted(gaps.iter().map(name))),
        ),
    };
    sink.push(
        Diagnostic::new(&LINT.finding, at, headline)
            .path(table.cell_path(&row.text, &heading.text))
            .why(format!("{why}An empty cell is a gap: nobody has decided, so nobody can tell the customer when."))
            .story(format!("{what} comes on Tuesday at 10:30 and is answered at some time; nothing was promised."))
            .advise("write a promise, or no promise where you decided so, or - where it is not offered"),
    );
}

/// The blank cells that no other cell stands in for: row and column, row by row.
fn gaps(table: &TableModel, policy: &Policy) -> Vec<(usize, usize)> {
    let members: Vec<Vec<ChannelId>> = table.columns.iter().map(|(_, set)| channels(policy, *set)).collect();
    let mut columns_of: BTreeMap<ChannelId, Vec<usize>> = BTreeMap::new();
    for (at, members) in members.iter().enumerate() {
        for channel in members {
            columns_of.entry(*channel).or_default().push(at);
        }
    }
    let rows: BTreeMap<ContactTypeId, &[Spanned<CellModel>]> =
        table.rows.iter().map(|(_, contact_type, cells)| (*contact_type, cells.as_slice())).collect();
    let filled =
        |cells: &[Spanned<CellModel>], at: usize| cells.get(at).is_some_and(|cell| cell.value != CellModel::Blank);
    let mut gaps = Vec::new();
    for (at_row, (_, contact_type, cells)) in table.rows.iter().enumerate() {
        let parent = policy.contact_type(*contact_type).and_then(|found| found.part_of);
        let parent = parent.and_then(|parent| rows.get(&parent).copied());
        for (at_column, members) in members.iter().enumerate() {
            if filled(cells, at_column) {
                continue;
            }
            let stood_in_for = |channel: &ChannelId| {
                let columns = columns_of.get(channel).map_or(&[] as &[usize], Vec::as_slice);
                columns.iter().any(|at| filled(cells, *at) || parent.is_some_and(|parent| filled(parent, *at)))
            };
            if members.is_empty() || !members.iter().all(stood_in_for) {
                gaps.push((at_row, at_column));
            }
        }
    }
    gaps
}
