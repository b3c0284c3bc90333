//! The tables of promises, column by column, as several lints look at them.

use crate::lints::lint::Subject;
use crate::policy::{ChannelId, ChannelKind, ChannelSet, Clause, ContactTypeId, Policy, Promise};
use crate::source::{Diagnostic, Finding, Span, Spanned, quoted};
use crate::strategy::{CellModel, TableModel, Written};

/// One column of one table.
pub(crate) struct Column<'a> {
    /// The table in which it stands.
    pub(crate) table: &'a TableModel,
    /// Its heading as written.
    pub(crate) heading: &'a Written,
    /// The channels that it stands for.
    pub(crate) set: ChannelSet,
    /// Their kinds.
    pub(crate) kinds: Vec<ChannelKind>,
    /// Its cells, from the top.
    pub(crate) cells: Vec<Cell<'a>>,
}

/// One cell.
pub(crate) struct Cell<'a> {
    /// The name of the row as written.
    pub(crate) row: &'a Written,
    /// The contact type of the row.
    pub(crate) contact_type: ContactTypeId,
    /// What it says.
    pub(crate) cell: &'a Spanned<CellModel>,
}

/// One promise in a column.
#[derive(Clone, Copy)]
pub(crate) struct Promised<'a> {
    /// The name of the row as written.
    pub(crate) row: &'a Written,
    /// The contact type of the row.
    pub(crate) contact_type: ContactTypeId,
    /// The promise.
    pub(crate) promise: &'a Promise,
    /// Where it stands.
    pub(crate) span: Span,
}

impl<'a> Column<'a> {
    /// The promises in it, from the top.
    pub(crate) fn promised(&self) -> impl Iterator<Item = Promised<'a>> + '_ {
        self.cells.iter().filter_map(|cell| match &cell.cell.value {
            CellModel::Promise(promise) => {
                Some(Promised { row: cell.row, contact_type: cell.contact_type, promise, span: cell.cell.span })
            }
            CellModel::Blank
            | CellModel::Unreadable
            | CellModel::Always
            | CellModel::NoPromise
            | CellModel::NotOffered => None,
        })
    }

    /// Whether it stands for some channel, and only for channels of these kinds.
    pub(crate) fn is_only(&self, fits: impl Fn(ChannelKind) -> bool) -> bool {
        !self.kinds.is_empty() && self.kinds.iter().all(|kind| fits(*kind))
    }

    /// A finding about some of its promises, at the first of them; two more are shown beside it.
    pub(crate) fn finding(&self, finding: &'static Finding, headline: String, promises: &[Promised<'_>]) -> Diagnostic {
        let Some((first, others)) = promises.split_first() else {
            return Diagnostic::new(finding, self.heading.span, headline);
        };
        let path = self.table.cell_path(&first.row.text, &self.heading.text);
        let mut diagnostic = Diagnostic::new(finding, first.span, headline).path(path);
        for other in others.iter().take(2) {
            diagnostic = diagnostic.see(other.span, format!("the same for {}", quoted(&other.row.text)));
        }
        diagnostic
    }
}

/// The columns of all tables.
pub(crate) fn columns<'a>(subject: &Subject<'a>) -> Vec<Column<'a>> {
    let tables = subject.strategy.components.service_levels.content.tables();
    tables.flat_map(|table| columns_of(table, subject.policy)).collect()
}

/// The columns of one table.
pub(crate) fn columns_of<'a>(table: &'a TableModel, policy: &Policy) -> Vec<Column<'a>> {
    let mut columns: Vec<Column<'a>> = table
        .columns
        .iter()
        .map(|(heading, set)| Column { table, heading, set: *set, kinds: kinds(policy, *set), cells: Vec::new() })
        .collect();
    for (row, contact_type, cells) in &table.rows {
        for (column, cell) in columns.iter_mut().zip(cells) {
            column.cells.push(Cell { row, contact_type: *contact_type, cell });
        }
    }
    columns
}

/// The channels that a set stands for.
pub(crate) fn channels(policy: &Policy, set: ChannelSet) -> Vec<ChannelId> {
    let numbered = (0u16..).zip(&policy.channels);
    numbered.filter(|(id, channel)| set.holds(ChannelId(*id), channel.kind)).map(|(id, _)| ChannelId(id)).collect()
}

/// One of the channels that a set stands for, for a story.
pub(crate) fn one_channel(policy: &Policy, set: ChannelSet) -> Option<ChannelId> {
    match set {
        ChannelSet::One(channel) => Some(channel),
        ChannelSet::Kind(_) | ChannelSet::Family(_) => channels(policy, set).first().copied(),
    }
}

/// The kinds of the channels that a set stands for, each once.
fn kinds(policy: &Policy, set: ChannelSet) -> Vec<ChannelKind> {
    let mut kinds: Vec<_> =
        channels(policy, set).into_iter().filter_map(|id| policy.channel(id)).map(|channel| channel.kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    kinds
}

/// Whether a promise gives a time, so that something has to be counted.
pub(crate) fn is_timed(promise: &Promise) -> bool {
    promise.clauses.iter().any(|clause| match clause {
        Clause::Point { .. } | Clause::Average(_) | Clause::Over { .. } => true,
        Clause::Abandoned { .. } | Clause::Busy { .. } => false,
    })
}
