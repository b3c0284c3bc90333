//! Promises, their tables and their seasons in a file.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::bundle::fault::{Fault, Flaw, Within};
use crate::bundle::wire::form::{Limits, Wire, not_set, read_all, read_some, write_all, write_some};
use crate::bundle::wire::reference::{WireChannelSet, WireRef};
use crate::bundle::wire::text::{WireDate, WireShare, WireTime};
use crate::bundle::wire::word::WireUnit;
use crate::policy::{
    Cell, Clause, Column, ContactTypeId, Date, Deadline, Duration, Policy, Promise, PromiseTable, Promised,
};

/// A length of time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Duration")]
pub(crate) struct WireDuration {
    /// How many.
    amount: u32,
    /// Of what. `s`, `min` and `h` run as `counting` says.
    unit: WireUnit,
}

impl Wire<Duration> for WireDuration {
    fn write(duration: &Duration, _: &Policy) -> Self {
        Self { amount: duration.amount, unit: WireUnit(duration.unit) }
    }

    fn read(self, _: &Limits) -> Result<Duration, Fault> {
        Ok(Duration::new(self.amount, self.unit.0))
    }
}

/// A promise: all of its clauses hold.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Promise")]
pub(crate) struct WirePromise {
    /// As the author wrote it.
    written: String,
    /// Its parts.
    clauses: Vec<WireClause>,
}

impl Wire<Promise> for WirePromise {
    fn write(promise: &Promise, policy: &Policy) -> Self {
        Self { written: promise.written.clone(), clauses: write_all(&promise.clauses, policy) }
    }

    fn read(self, limits: &Limits) -> Result<Promise, Fault> {
        Ok(Promise { written: self.written, clauses: read_all(self.clauses, "clauses", limits)? })
    }
}

/// One part of a promise.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[schemars(rename = "Clause")]
pub(crate) enum WireClause {
    /// A share of contacts by a deadline.
    Point {
        /// The share.
        share: WireShare,
        /// Whether it must be more than the share.
        #[serde(default, skip_serializing_if = "not_set")]
        more_than: bool,
        /// The deadline.
        deadline: WireDeadline,
    },
    /// The mean over all contacts.
    Average(WireDuration),
    /// A limit on abandonment.
    Abandoned {
        /// The greatest share.
        at_most: WireShare,
        /// Only contacts that waited longer than this count.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        after: Option<WireDuration>,
    },
    /// A limit on contacts that find the line busy.
    Busy {
        /// The greatest share.
        at_most: WireShare,
    },
    /// Fewer than a share wait longer than a time.
    Over {
        /// The share that is not reached.
        fewer_than: WireShare,
        /// The time.
        over: WireDuration,
    },
}

/// When a promise is due.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[schemars(rename = "Deadline")]
pub(crate) enum WireDeadline {
    /// After a length of time; in working days: at the close of the last of them.
    Within(WireDuration),
    /// At a time of day on a working day after receipt.
    AtTime {
        /// Which working day, from 1.
        working_day: u32,
        /// The time of day.
        time: WireTime,
    },
    /// At the same time of day, working days later.
    SameTime {
        /// How many.
        working_days: u32,
    },
}

impl Wire<Clause> for WireClause {
    fn write(clause: &Clause, policy: &Policy) -> Self {
        match clause {
            Clause::Point { share, strict, deadline } => Self::Point {
                share: WireShare(*share),
                more_than: *strict,
                deadline: WireDeadline::write(deadline, policy),
            },
            Clause::Average(mean) => Self::Average(WireDuration::write(mean, policy)),
            Clause::Abandoned { at_most, after } => {
                Self::Abandoned { at_most: WireShare(*at_most), after: write_some(after.as_ref(), policy) }
            }
            Clause::Busy { at_most } => Self::Busy { at_most: WireShare(*at_most) },
            Clause::Over { fewer_than, over } => {
                Self::Over { fewer_than: WireShare(*fewer_than), over: WireDuration::write(over, policy) }
            }
        }
    }

    fn read(self, limits: &Limits) -> Result<Clause, Fault> {
        Ok(match self {
            Self::Point { share, more_than, deadline } => {
                Clause::Point { share: share.0, strict: more_than, deadline: deadline.read(limits)? }
            }
            Self::Average(mean) => Clause::Average(mean.read(limits)?),
            Self::Abandoned { at_most, after } => {
                Clause::Abandoned { at_most: at_most.0, after: read_some(after, "after", limits)? }
            }
            Self::Busy { at_most } => Clause::Busy { at_most: at_most.0 },
            Self::Over { fewer_than, over } => Clause::Over { fewer_than: fewer_than.0, over: over.read(limits)? },
        })
    }
}

impl Wire<Deadline> for WireDeadline {
    fn write(deadline: &Deadline, policy: &Policy) -> Self {
        match deadline {
            Deadline::Within(duration) => Self::Within(WireDuration::write(duration, policy)),
            Deadline::AtTime { working_day, time } => Self::AtTime { working_day: *working_day, time: WireTime(*time) },
            Deadline::SameTime { working_days } => Self::SameTime { working_days: *working_days },
        }
    }

    fn read(self, limits: &Limits) -> Result<Deadline, Fault> {
        Ok(match self {
            Self::Within(duration) => Deadline::Within(duration.read(limits)?),
            Self::AtTime { working_day, time } => Deadline::AtTime { working_day, time: time.0 },
            Self::SameTime { working_days } => Deadline::SameTime { working_days },
        })
    }
}

/// A table of promises. One for a customer, or else one for a season that holds, replaces cells of the plain one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "PromiseTable")]
pub(crate) struct WireTable {
    /// Only for this customer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    customer: Option<WireRef>,
    /// Only in this season.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    season: Option<WireRef>,
    /// The columns. A channel's own column beats its kind's, and that its family's.
    columns: Vec<WireColumn>,
    /// The rows. The row of a contact type beats that of the one that it is a part of.
    rows: Vec<WireRow>,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Column")]
pub(crate) struct WireColumn {
    /// The heading as written.
    heading: String,
    /// What it stands for.
    channels: WireChannelSet,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Row")]
pub(crate) struct WireRow {
    /// The contact type.
    contact_type: WireRef,
    /// One cell for each column; nothing is a gap.
    cells: Vec<Option<WireCell>>,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "Cell")]
pub(crate) enum WireCell {
    /// A promise; the name is its text as written.
    Promise(WireRef),
    /// Self-service, at once.
    Always,
    /// Answered, without a promise.
    NoPromise,
    /// Not offered here, on purpose.
    NotOffered,
}

impl Wire<PromiseTable> for WireTable {
    fn write(table: &PromiseTable, policy: &Policy) -> Self {
        Self {
            customer: write_some(table.segment.as_ref(), policy),
            season: write_some(table.season.as_ref(), policy),
            columns: write_all(&table.columns, policy),
            rows: write_all(&table.rows, policy),
        }
    }

    fn read(self, limits: &Limits) -> Result<PromiseTable, Fault> {
        let columns = read_all(self.columns, "columns", limits)?;
        let rows: Vec<(ContactTypeId, Vec<Option<Cell>>)> = read_all(self.rows, "rows", limits)?;
        let wrong = rows.iter().enumerate().find(|(_, (_, cells))| cells.len() != columns.len());
        if let Some((at, (_, cells))) = wrong {
            let flaw = Flaw::Cells { cells: cells.len(), columns: columns.len() };
            return Err(flaw.into()).within(at).within("rows");
        }
        Ok(PromiseTable {
            segment: read_some(self.customer, "customer", limits)?,
            season: read_some(self.season, "season", limits)?,
            columns,
            rows,
        })
    }
}

impl Wire<Column> for WireColumn {
    fn write(column: &Column, policy: &Policy) -> Self {
        Self { heading: column.heading.clone(), channels: WireChannelSet::write(&column.channels, policy) }
    }

    fn read(self, limits: &Limits) -> Result<Column, Fault> {
        Ok(Column { heading: self.heading, channels: self.channels.read(limits).within("channels")? })
    }
}

impl Wire<(ContactTypeId, Vec<Option<Cell>>)> for WireRow {
    fn write((contact_type, cells): &(ContactTypeId, Vec<Option<Cell>>), policy: &Policy) -> Self {
        let cells = cells.iter().map(|cell| write_some(cell.as_ref(), policy)).collect();
        Self { contact_type: WireRef::write(contact_type, policy), cells }
    }

    fn read(self, limits: &Limits) -> Result<(ContactTypeId, Vec<Option<Cell>>), Fault> {
        let cell = |(at, cell): (usize, Option<WireCell>)| cell.map(|cell| cell.read(limits)).transpose().within(at);
        let cells = self.cells.into_iter().enumerate().map(cell).collect::<Result<_, _>>().within("cells")?;
        Ok((self.contact_type.read(limits).within("contact_type")?, cells))
    }
}

impl Wire<Cell> for WireCell {
    fn write(cell: &Cell, policy: &Policy) -> Self {
        match cell {
            Cell::Promise(promise) => Self::Promise(WireRef::write(promise, policy)),
            Cell::Always => Self::Always,
            Cell::NoPromise => Self::NoPromise,
            Cell::NotOffered => Self::NotOffered,
        }
    }

    fn read(self, limits: &Limits) -> Result<Cell, Fault> {
        Ok(match self {
            Self::Promise(promise) => Cell::Promise(promise.read(limits).within("promise")?),
            Self::Always => Cell::Always,
            Self::NoPromise => Cell::NoPromise,
            Self::NotOffered => Cell::NotOffered,
        })
    }
}

/// A season of promises.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Season")]
pub(crate) struct WirePromised {
    /// The name.
    name: String,
    /// Its stretches of dates.
    dates: Vec<WireDates>,
}

/// A stretch of dates, both ends included.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Dates")]
pub(crate) struct WireDates {
    /// The first date.
    from: WireDate,
    /// The last date.
    to: WireDate,
}

impl Wire<Promised> for WirePromised {
    fn write(season: &Promised, policy: &Policy) -> Self {
        Self { name: season.name.clone(), dates: write_all(&season.dates, policy) }
    }

    fn read(self, limits: &Limits) -> Result<Promised, Fault> {
        Ok(Promised { name: self.name, dates: read_all(self.dates, "dates", limits)? })
    }
}

impl Wire<(Date, Date)> for WireDates {
    fn write((from, to): &(Date, Date), _: &Policy) -> Self {
        Self { from: WireDate(*from), to: WireDate(*to) }
    }

    fn read(self, _: &Limits) -> Result<(Date, Date), Fault> {
        Ok((self.from.0, self.to.0))
    }
}
