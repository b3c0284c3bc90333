//! Open time over a stretch of instants, worked out once: sorted spans with running sums, asked by binary search.

use std::sync::OnceLock;

use crate::calendar::civil::DAY;
use crate::calendar::date::Date;
use crate::calendar::spans::{Span, within};
use crate::calendar::zone::Zone;

/// Open spans of the seconds from `from` up to but not including `to`. Some days more are worked out on both sides, so
/// that every date with a second in between is there whole.
#[derive(Debug)]
pub(crate) struct Table {
    from: i64,
    to: i64,
    spans: Vec<Span>,
    /// Open seconds up to the end of each span.
    sums: Vec<i64>,
    places: Places,
    dates: OnceLock<Vec<OpenDate>>,
}

/// A date on which there is open time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct OpenDate {
    /// The date as a day number.
    pub(crate) number: i64,
    /// Its first open second.
    pub(crate) opens: i64,
    /// The end of its last open time.
    pub(crate) closes: i64,
}

impl OpenDate {
    pub(crate) fn date(self) -> Date {
        Date::from_day_number(self.number)
    }
}

/// How many days more than asked a table is worked out on both sides.
pub(crate) const MARGIN: i64 = 4 * DAY;

impl Table {
    /// From open spans that are right at least [`MARGIN`] to both sides of the stretch.
    pub(crate) fn new(from: i64, to: i64, spans: Vec<Span>) -> Self {
        let mut sum = 0;
        let sums = spans
            .iter()
            .map(|(start, end)| {
                sum += end - start;
                sum
            })
            .collect();
        Self { from, to, places: Places::new(&spans), spans, sums, dates: OnceLock::new() }
    }

    /// The first second that it answers for.
    pub(crate) fn from(&self) -> i64 {
        self.from
    }

    /// The second after the last that it answers for.
    pub(crate) fn to(&self) -> i64 {
        self.to
    }

    /// Whether it answers for these seconds.
    pub(crate) fn covers(&self, from: i64, to: i64) -> bool {
        self.from <= from && to < self.to
    }

    /// How many spans begin at or before a second.
    fn begun(&self, second: i64) -> usize {
        let (first, last) = self.places.around(second);
        let few = self.spans.get(first..last).unwrap_or_default();
        first + few.partition_point(|span| span.0 <= second)
    }

    /// The last of the spans that have begun, and the open seconds before it.
    fn last_of(&self, begun: usize) -> Option<(Span, i64)> {
        let index = begun.checked_sub(1)?;
        let (span, sum) = (self.spans.get(index)?, self.sums.get(index)?);
        Some((*span, sum - (span.1 - span.0)))
    }

    pub(crate) fn is_open(&self, second: i64) -> bool {
        let last = self.begun(second).checked_sub(1).and_then(|last| self.spans.get(last));
        last.is_some_and(|span| second < span.1)
    }

    /// The first second after `second` at which the state is another, if this table reaches it.
    pub(crate) fn next_change(&self, second: i64) -> Option<i64> {
        let next = self.begun(second);
        let current = next.checked_sub(1).and_then(|last| self.spans.get(last)).filter(|span| second < span.1);
        let change = current.map(|span| span.1).or_else(|| self.spans.get(next).map(|span| span.0))?;
        (change < self.to).then_some(change)
    }

    /// Open seconds before `second`, counted from where the table begins.
    pub(crate) fn open_before(&self, second: i64) -> i64 {
        self.open_before_in(second, self.begun(second))
    }

    fn open_before_in(&self, second: i64, begun: usize) -> i64 {
        self.last_of(begun).map_or(0, |(span, before)| before + second.min(span.1) - span.0)
    }

    /// The earliest second with `seconds` (at least 1) of open time since `start`, if this table reaches it.
    pub(crate) fn due(&self, start: i64, seconds: i64) -> Option<i64> {
        let begun = self.begun(start);
        let goal = self.open_before_in(start, begun).checked_add(seconds)?;
        // Most deadlines end within a few spans, so the search starts there and widens.
        let first = begun.saturating_sub(1);
        let mut width = 4;
        while self.sums.get(first + width).is_some_and(|sum| *sum < goal) {
            width *= 2;
        }
        let few = self.sums.get(first..).unwrap_or_default();
        let few = few.get(..=width).unwrap_or(few);
        let index = first + few.partition_point(|sum| *sum < goal);
        let due = self.spans.get(index)?.1 - (self.sums.get(index)? - goal);
        (due < self.to).then_some(due)
    }

    /// The open spans that have a second of the stretch.
    pub(crate) fn within(&self, from: i64, to: i64) -> &[Span] {
        within(&self.spans, from, to)
    }

    /// The dates with open time, in the zone, in order.
    pub(crate) fn dates(&self, zone: &Zone) -> &[OpenDate] {
        self.dates.get_or_init(|| open_dates(&self.spans, zone))
    }

    /// The `n`-th date with open time after a date, from 1, if this table reaches it.
    pub(crate) fn date_after(&self, zone: &Zone, number: i64, n: usize) -> Option<OpenDate> {
        let dates = self.dates(zone);
        let index = dates.partition_point(|date| date.number <= number) + n.checked_sub(1)?;
        dates.get(index).filter(|date| date.opens < self.to).copied()
    }

    /// What this table knows about open time on a date.
    pub(crate) fn date(&self, zone: &Zone, number: i64) -> Option<OpenDate> {
        let dates = self.dates(zone);
        dates.binary_search_by_key(&number, |date| date.number).ok().and_then(|index| dates.get(index)).copied()
    }
}

/// Where to look for a second: the line cut into equal stretches, about as many as there are spans, with the number of
/// spans that begin before each. So an answer costs the same in a table of ten years as in one of two.
#[derive(Debug)]
struct Places {
    from: i64,
    /// A stretch is this power of two long.
    shift: u32,
    before: Vec<usize>,
}

impl Places {
    fn new(spans: &[Span]) -> Self {
        let (from, to) = (spans.first().map_or(0, |span| span.0), spans.last().map_or(0, |span| span.0));
        let even = u64::try_from(to - from).unwrap_or(0) / (spans.len() as u64 + 1);
        let shift = even.checked_ilog2().unwrap_or(0);
        let mut before = Vec::with_capacity(2 * spans.len() + 3);
        let mut begun = 0;
        let mut edge = from;
        while edge <= to {
            begun += spans.get(begun..).unwrap_or_default().iter().take_while(|span| span.0 < edge).count();
            before.push(begun);
            edge += 1 << shift;
        }
        before.push(spans.len());
        Self { from, shift, before }
    }

    /// Among which spans the first lies that begins after a second: from which index, and up to which.
    fn around(&self, second: i64) -> (usize, usize) {
        let Ok(after) = usize::try_from(second - self.from) else { return (0, 0) };
        let stretch = after >> self.shift;
        let last = self.before.last().copied().unwrap_or(0);
        let at = |stretch: usize| self.before.get(stretch).copied().unwrap_or(last);
        (at(stretch), at(stretch + 1))
    }
}

fn open_dates(spans: &[Span], zone: &Zone) -> Vec<OpenDate> {
    let mut dates: Vec<OpenDate> = Vec::new();
    let (Some(first), Some(last)) = (spans.first(), spans.last()) else { return dates };
    for segment in zone.segments(first.0, last.1) {
        for (from, to) in within(spans, segment.from, segment.to) {
            let (mut from, to) = (*from.max(&segment.from), *to.min(&segment.to));
            while from < to {
                let number = (from + segment.offset).div_euclid(DAY);
                let end = to.min((number + 1) * DAY - segment.offset);
                add(&mut dates, OpenDate { number, opens: from, closes: end });
                from = end;
            }
        }
    }
    dates
}

/// Adds open time of a date. Where clocks go back over midnight, a date that has already ended comes again.
fn add(dates: &mut Vec<OpenDate>, more: OpenDate) {
    let index = dates.partition_point(|date| date.number < more.number);
    match dates.get_mut(index).filter(|date| date.number == more.number) {
        Some(date) => date.closes = date.closes.max(more.closes),
        None => dates.insert(index, more),
    }
}
