//! Desks and their hours in a file.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::bundle::fault::{Fault, Flaw, Within};
use crate::bundle::wire::form::{Limits, Wire, not_set, read_all, read_some, write_all, write_some};
use crate::bundle::wire::reference::WireChannelSet;
use crate::bundle::wire::text::{WireDate, WireTime, WireWeekday, WireZone};
use crate::policy::{Closure, DaySpan, Days, Desk, DeskZone, Hours, OpenSpan, Policy, Season, SpecialDay, WeeklyHours};

/// A desk: the hours of one or more channels.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Desk")]
pub(crate) struct WireDesk {
    /// The name.
    name: String,
    /// The channels that it lists. A channel has the desks that name it, else those of its kind, else of its family.
    channels: Vec<WireChannelSet>,
    /// When contacts are accepted.
    open: WireHours,
    /// Whether the hours are read on the clock of each customer; where that is not known, in the zone of the hours.
    #[serde(default, skip_serializing_if = "not_set")]
    in_customers_zone: bool,
    /// When people answer, if that differs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    staffed: Option<WireHours>,
    /// What the customer gets when it is closed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    when_closed: Option<String>,
    /// The last year for which the public holidays that it closes on are known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    holidays_known_until: Option<i16>,
}

/// Hours, read on the wall clock of a zone. On one date a special day beats a closure, a closure beats a season, and a
/// season beats the ordinary week; closures of a part of a day are taken out last.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Hours")]
pub(crate) struct WireHours {
    /// The zone whose wall clock is read.
    time_zone: WireZone,
    /// An ordinary week.
    weekly: WireWeekly,
    /// Stretches of dates with weeks of their own; the first that holds wins.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    seasons: Vec<WireSeason>,
    /// Dates, or parts of dates, on which it is closed. Public holidays are among them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    closed: Vec<WireClosure>,
    /// Dates with hours of their own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    special_days: Vec<WireSpecialDay>,
}

/// The hours of a week.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "WeeklyHours")]
pub(crate) enum WireWeekly {
    /// Round the clock.
    Always,
    /// Not at all.
    Never,
    /// The union of these spans.
    Spans(Vec<WireOpenSpan>),
}

/// A span on some weekdays: open at `from`, closed at `to`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "OpenSpan")]
pub(crate) struct WireOpenSpan {
    /// The weekdays on which it begins, from Monday.
    days: Vec<WireWeekday>,
    /// When it begins.
    from: WireTime,
    /// When it ends.
    to: WireTime,
    /// Whether it ends on the date after.
    #[serde(default, skip_serializing_if = "not_set")]
    next_day: bool,
}

/// A stretch of dates with a week of its own.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "HoursSeason")]
pub(crate) struct WireSeason {
    /// The name.
    name: String,
    /// The first date.
    from: WireDate,
    /// The last date.
    to: WireDate,
    /// The week.
    weekly: WireWeekly,
}

/// Dates on which it is closed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Closure")]
pub(crate) struct WireClosure {
    /// The first date.
    from: WireDate,
    /// The last date.
    to: WireDate,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    /// Only this part of each date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    part: Option<WirePart>,
}

/// A part of a day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "PartOfDay")]
pub(crate) struct WirePart {
    /// When it begins.
    from: WireTime,
    /// When it ends.
    to: WireTime,
}

/// A date with hours of its own; without spans it is closed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "SpecialDay")]
pub(crate) struct WireSpecialDay {
    /// The date.
    date: WireDate,
    /// When it is open.
    spans: Vec<WireDaySpan>,
}

/// A span on one date.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "DaySpan")]
pub(crate) struct WireDaySpan {
    /// When it begins.
    from: WireTime,
    /// When it ends.
    to: WireTime,
    /// Whether it ends on the date after.
    #[serde(default, skip_serializing_if = "not_set")]
    next_day: bool,
}

impl Wire<Desk> for WireDesk {
    fn write(desk: &Desk, policy: &Policy) -> Self {
        Self {
            name: desk.name.clone(),
            channels: write_all(&desk.channels, policy),
            open: WireHours::write(&desk.hours, policy),
            in_customers_zone: desk.zone == DeskZone::Customers,
            staffed: write_some(desk.staffed.as_ref(), policy),
            when_closed: desk.when_closed.clone(),
            holidays_known_until: desk.holidays_known_until,
        }
    }

    fn read(self, limits: &Limits) -> Result<Desk, Fault> {
        Ok(Desk {
            name: self.name,
            hours: self.open.read(limits).within("open")?,
            zone: if self.in_customers_zone { DeskZone::Customers } else { DeskZone::Own },
            staffed: read_some(self.staffed, "staffed", limits)?,
            when_closed: self.when_closed,
            channels: read_all(self.channels, "channels", limits)?,
            holidays_known_until: self.holidays_known_until,
        })
    }
}

impl Wire<Hours> for WireHours {
    fn write(hours: &Hours, policy: &Policy) -> Self {
        Self {
            time_zone: WireZone(hours.zone.clone()),
            weekly: WireWeekly::write(&hours.weekly, policy),
            seasons: write_all(&hours.seasons, policy),
            closed: write_all(&hours.closed, policy),
            special_days: write_all(&hours.special, policy),
        }
    }

    fn read(self, limits: &Limits) -> Result<Hours, Fault> {
        let closed = read_all(self.closed, "closed", limits)?;
        let days = closed.iter().map(days_in_part).sum();
        if days > MOST_DAYS_IN_PART {
            return Err(Flaw::TooLong { days, limit: MOST_DAYS_IN_PART }.into()).within("closed");
        }
        Ok(Hours {
            zone: self.time_zone.0,
            weekly: self.weekly.read(limits).within("weekly")?,
            seasons: read_all(self.seasons, "seasons", limits)?,
            closed,
            special: read_all(self.special_days, "special_days", limits)?,
        })
    }
}

/// Each date of a closure of parts of days is worked out on its own, so that their number is limited: 100 years for each
/// desk.
const MOST_DAYS_IN_PART: i64 = 36_525;

fn days_in_part(closure: &Closure) -> i64 {
    let Closure::Dates { from, to, name: _, part } = closure;
    if part.is_some() { from.days_until(*to).saturating_add(1).max(0) } else { 0 }
}

impl Wire<WeeklyHours> for WireWeekly {
    fn write(weekly: &WeeklyHours, policy: &Policy) -> Self {
        match weekly {
            WeeklyHours::Always => Self::Always,
            WeeklyHours::Never => Self::Never,
            WeeklyHours::Spans(spans) => Self::Spans(write_all(spans, policy)),
        }
    }

    fn read(self, limits: &Limits) -> Result<WeeklyHours, Fault> {
        Ok(match self {
            Self::Always => WeeklyHours::Always,
            Self::Never => WeeklyHours::Never,
            Self::Spans(spans) => WeeklyHours::Spans(read_all(spans, "spans", limits)?),
        })
    }
}

impl Wire<OpenSpan> for WireOpenSpan {
    fn write(span: &OpenSpan, _: &Policy) -> Self {
        Self {
            days: span.days.iter().map(WireWeekday).collect(),
            from: WireTime(span.from),
            to: WireTime(span.to),
            next_day: span.next_day,
        }
    }

    fn read(self, _: &Limits) -> Result<OpenSpan, Fault> {
        let days: Vec<_> = self.days.iter().map(|day| day.0).collect();
        if !days.is_sorted_by(|before, after| before < after) {
            return Err(Flaw::NotInOrder.into()).within("days");
        }
        let days = days.into_iter().fold(Days::NONE, |days, day| days.and(Days::one(day)));
        let span = OpenSpan { days, from: self.from.0, to: self.to.0, next_day: self.next_day };
        if span.from >= span.to && !span.next_day {
            return Err(Flaw::Backwards.into());
        }
        Ok(span)
    }
}

impl Wire<Season> for WireSeason {
    fn write(season: &Season, policy: &Policy) -> Self {
        Self {
            name: season.name.clone(),
            from: WireDate(season.from),
            to: WireDate(season.to),
            weekly: WireWeekly::write(&season.weekly, policy),
        }
    }

    fn read(self, limits: &Limits) -> Result<Season, Fault> {
        let weekly = self.weekly.read(limits).within("weekly")?;
        Ok(Season { name: self.name, from: self.from.0, to: self.to.0, weekly })
    }
}

impl Wire<Closure> for WireClosure {
    fn write(closure: &Closure, _: &Policy) -> Self {
        let Closure::Dates { from, to, name, part } = closure;
        let part = part.map(|(from, to)| WirePart { from: WireTime(from), to: WireTime(to) });
        Self { from: WireDate(*from), to: WireDate(*to), name: name.clone(), part }
    }

    fn read(self, _: &Limits) -> Result<Closure, Fault> {
        let part = self.part.map(|part| (part.from.0, part.to.0));
        Ok(Closure::Dates { from: self.from.0, to: self.to.0, name: self.name, part })
    }
}

impl Wire<SpecialDay> for WireSpecialDay {
    fn write(special: &SpecialDay, policy: &Policy) -> Self {
        Self { date: WireDate(special.date), spans: write_all(&special.spans, policy) }
    }

    fn read(self, limits: &Limits) -> Result<SpecialDay, Fault> {
        Ok(SpecialDay { date: self.date.0, spans: read_all(self.spans, "spans", limits)? })
    }
}

impl Wire<DaySpan> for WireDaySpan {
    fn write(span: &DaySpan, _: &Policy) -> Self {
        Self { from: WireTime(span.from), to: WireTime(span.to), next_day: span.next_day }
    }

    fn read(self, _: &Limits) -> Result<DaySpan, Fault> {
        Ok(DaySpan { from: self.from.0, to: self.to.0, next_day: self.next_day })
    }
}
