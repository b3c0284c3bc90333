//! The table of promises: which promise applies to which contact.

use crate::calendar::Date;
use crate::policy::ids::{ChannelId, ContactTypeId, PromiseId, SeasonId, SegmentId};
use crate::policy::who::{ChannelKind, ChannelSet};

/// What a cell says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cell {
    /// A promise.
    Promise(PromiseId),
    /// `always`: self-service, at once.
    Always,
    /// `no promise`: answered, without a promise.
    NoPromise,
    /// `-`: not offered here, on purpose.
    NotOffered,
}

/// A column: the channel, kind or family for which it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// The heading as written.
    pub heading: String,
    /// What it stands for.
    pub channels: ChannelSet,
}

/// One table. A blank cell is a gap, or, in a table that replaces cells, a cell that is not replaced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PromiseTable {
    /// Only for this customer segment.
    pub segment: Option<SegmentId>,
    /// Only in this season.
    pub season: Option<SeasonId>,
    /// The columns, in the order written.
    pub columns: Vec<Column>,
    /// The rows: a contact type and one cell a column.
    pub rows: Vec<(ContactTypeId, Vec<Option<Cell>>)>,
}

/// A season of promises.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Promised {
    /// The name.
    pub name: String,
    /// Its dates, both ends included. A season may recur.
    pub dates: Vec<(Date, Date)>,
}

impl PromiseTable {
    /// The cell for a contact type (or else its parent) on a channel. Own row before parent's row; within a row the
    /// channel's own column before its kind's before its family's; blank cells are passed over.
    #[must_use]
    pub fn cell(
        &self,
        contact_type: ContactTypeId,
        parent: Option<ContactTypeId>,
        channel: ChannelId,
        kind: ChannelKind,
    ) -> Option<Cell> {
        let own = self.cell_in_row(contact_type, channel, kind);
        own.or_else(|| parent.and_then(|parent| self.cell_in_row(parent, channel, kind)))
    }

    fn cell_in_row(&self, contact_type: ContactTypeId, channel: ChannelId, kind: ChannelKind) -> Option<Cell> {
        let (_, cells) = self.rows.iter().find(|(row, _)| *row == contact_type)?;
        let fitting = self.columns.iter().zip(cells).filter_map(|(column, cell)| {
            let cell = (*cell)?;
            column.channels.holds(channel, kind).then_some((column.channels.breadth(), cell))
        });
        fitting.min_by_key(|(breadth, _)| *breadth).map(|(_, cell)| cell)
    }
}
