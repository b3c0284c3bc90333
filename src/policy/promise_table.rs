//! The table of promises: which promise applies to which contact.

use crate::calendar::Date;
use crate::policy::ids::{ContactTypeId, PromiseId, SeasonId, SegmentId};
use crate::policy::who::ChannelSet;

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
