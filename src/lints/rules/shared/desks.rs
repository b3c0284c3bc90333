//! Whether desks open and close, and the hours that a strategy writes anywhere.

use crate::calendar::{TimeOfDay, WeeklyHours};
use crate::notation::WeeklyPhrase;
use crate::strategy::{DeskModel, OnDutyModel, Strategy};

/// Whether weekly hours leave out no time at all.
#[must_use]
pub(crate) fn is_round_the_clock(hours: &WeeklyHours) -> bool {
    match hours {
        WeeklyHours::Always => true,
        WeeklyHours::Never => false,
        WeeklyHours::Spans(spans) => spans.iter().any(|span| {
            let whole_day = span.from == TimeOfDay::MIDNIGHT && (span.to == TimeOfDay::END || span.next_day);
            span.days == crate::calendar::Days::EVERY && whole_day
        }),
    }
}

/// Whether somebody answers at every hour of the week.
#[must_use]
pub(crate) fn always_answers(desk: &DeskModel) -> bool {
    let staffed = desk.staffed.as_ref().is_none_or(|staffed| is_round_the_clock(&staffed.hours));
    staffed && desk.open.as_ref().is_some_and(|open| is_round_the_clock(&open.hours))
}

/// Whether a desk opens in an ordinary week, and closes.
#[must_use]
pub(crate) fn opens_and_closes(desk: &DeskModel) -> bool {
    let closes = |open: &WeeklyPhrase| !is_round_the_clock(&open.hours) && open.hours != WeeklyHours::Never;
    desk.open.as_ref().is_some_and(closes)
}

/// All weekly hours that are written, each with the name of whose they are: of desks, when people are there, of seasons,
/// of agent groups.
pub(crate) fn weekly_phrases(strategy: &Strategy) -> impl Iterator<Item = (&str, &WeeklyPhrase)> {
    let desks = strategy.components.hours.content.desks.iter().flat_map(|desk| {
        let seasons = desk.seasons.iter().map(|season| &season.open);
        let own = desk.open.iter().chain(&desk.staffed).chain(seasons);
        own.map(|phrase| (desk.head.name.as_str(), phrase))
    });
    let groups = strategy.components.agent_groups.content.groups.iter().filter_map(|group| match &group.on_duty {
        OnDutyModel::Hours(hours) => Some((group.head.name.as_str(), &hours.value)),
        OnDutyModel::Desks(_) | OnDutyModel::NotSaid => None,
    });
    desks.chain(groups)
}
