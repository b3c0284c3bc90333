//! A case that should be solved before its customer is answered.

use std::collections::BTreeSet;

use crate::calendar::{Deadline, Duration, Unit};
use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::columns::{Promised, channels, columns_of};
use crate::lints::rules::shared::telling::contact;
use crate::measure::Share;
use crate::policy::{ChannelId, ContactTypeId, ObjectiveKind, Promise, SeasonId, SegmentId};
use crate::source::{Confidence, Diagnostic, Severity, Sink, quoted};
use crate::strategy::{ObjectiveModel, Written};

/// The lint.
pub(super) static LINT: Lint = Lint::author(
    "solved-before-answered",
    "S308",
    Severity::Must,
    Confidence::Sure,
    include_str!("solved_before_answered.md"),
    check,
);

/// Bounds the work on a file with thousands of objectives and thousands of promises.
const COMPARISONS_AT_MOST: u32 = 200_000;

/// A promise of the tables, and for whom and when it holds.
struct Answered<'a> {
    promised: Promised<'a>,
    heading: &'a Written,
    channels: Vec<ChannelId>,
    segment: Option<SegmentId>,
    season: Option<SeasonId>,
}

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let levels = &subject.strategy.components.service_levels.content;
    let readable = levels.also.iter().filter(|one| !one.incomplete && one.kind.is_some());
    let running = subject.policy.objectives.iter().filter(|one| !one.by_business_unit);
    let answers = answers(subject);
    let mut left = COMPARISONS_AT_MOST;
    for (objective, run) in readable.zip(running).filter(|(_, run)| run.kind == ObjectiveKind::ResolutionTime) {
        let Some(target) = objective.target.as_ref().filter(|_| is_on_the_same_clock(objective, subject)) else {
            continue;
        };
        let scope = Scope::new(objective, subject);
        for answered in &answers {
            left = left.saturating_sub(1);
            if left == 0 {
                return;
            }
            let Some(channel) = scope.shared_channel(answered, subject) else { continue };
            let clocks = (run.counting.all_hours, subject.policy.counting.all_hours);
            let Some((solved, reply)) = earlier(&target.value, clocks.0, answered.promised.promise, clocks.1) else {
                continue;
            };
            let row = &answered.promised.row.text;
            let what = contact(subject.policy, Some(answered.promised.contact_type), Some(channel), None);
            sink.push(
                Diagnostic::new(
                    &LINT.finding,
                    target.span,
                    format!("{} is to be solved before it is answered.", quoted(row)),
                )
                .why(format!(
                    "{} wants {} solved in {solved}, and the first answer on {} may take {reply}.",
                    quoted(&objective.head.name),
                    quoted(&target.value.written),
                    quoted(&answered.heading.text)
                ))
                .story(format!(
                    "{what} comes on Tuesday at 10:30. The promise gives it {reply} for a first answer, and it has to \
                     be solved after {solved}."
                ))
                .see(answered.promised.span, "the promise of an answer")
                .advise(format!("give {} more than {reply}", quoted(&objective.head.name)))
                .advise(format!("promise an answer in less than {solved}")),
            );
            break;
        }
    }
}

/// Whether both clocks start with the contact and stop with an answer and with a solution, as nobody says otherwise. The
/// second link of a chain may well be shorter than the first.
fn is_on_the_same_clock(objective: &ObjectiveModel, subject: &Subject<'_>) -> bool {
    let counting = &objective.counting;
    let of_answers = &subject.strategy.components.service_levels.content.counting;
    counting.starts_when.is_none()
        && counting.stops_when.is_none()
        && counting.pauses_while.is_empty()
        && of_answers.stops_when.is_none()
}

/// All promises of an answer.
fn answers<'a>(subject: &Subject<'a>) -> Vec<Answered<'a>> {
    let levels = &subject.strategy.components.service_levels.content;
    let plain = levels.promises.iter().map(|table| (table, None, None));
    let customers = levels.for_customers.iter().map(|(segment, table)| (table, Some(segment.value), None));
    let seasons = levels.in_seasons.iter().map(|(season, table)| (table, None, Some(season.value)));
    let mut answers = Vec::new();
    for (table, segment, season) in plain.chain(customers).chain(seasons) {
        for column in columns_of(table, subject.policy) {
            let channels = channels(subject.policy, column.set);
            answers.extend(column.promised().map(|promised| Answered {
                promised,
                heading: column.heading,
                channels: channels.clone(),
                segment,
                season,
            }));
        }
    }
    answers
}

/// What an objective is about.
struct Scope<'a> {
    objective: &'a ObjectiveModel,
    contact_types: BTreeSet<ContactTypeId>,
    replaced: bool,
}

impl<'a> Scope<'a> {
    fn new(objective: &'a ObjectiveModel, subject: &Subject<'_>) -> Self {
        let levels = &subject.strategy.components.service_levels.content;
        // Where other tables may replace cells for these customers or this season, the plain promise may not be theirs.
        let replaced = (!objective.customers.is_empty() && !levels.for_customers.is_empty())
            || (objective.season.is_some() && !levels.in_seasons.is_empty());
        Self { objective, contact_types: objective.contact_types.iter().copied().collect(), replaced }
    }

    /// A channel on which the objective and the promise hold for the same contacts.
    fn shared_channel(&self, answered: &Answered<'_>, subject: &Subject<'_>) -> Option<ChannelId> {
        let own = answered.promised.contact_type;
        let parent = subject.policy.contact_type(own).and_then(|contact_type| contact_type.part_of);
        let about = self.contact_types.is_empty()
            || self.contact_types.contains(&own)
            || parent.is_some_and(|parent| self.contact_types.contains(&parent));
        let theirs = match (answered.segment, answered.season) {
            (None, None) => !self.replaced,
            (Some(segment), _) => self.objective.customers.is_empty() || self.objective.customers.contains(&segment),
            (None, Some(season)) => self.objective.season.is_none_or(|own| own == season),
        };
        if !about || !theirs {
            return None;
        }
        let holds = |channel: &ChannelId| {
            let kind = subject.policy.channel(*channel).map(|found| found.kind);
            let sets = &self.objective.channels;
            sets.is_empty() || kind.is_some_and(|kind| sets.iter().any(|set| set.holds(*channel, kind)))
        };
        answered.channels.iter().copied().find(holds)
    }
}

/// A time by which as many cases are to be solved as are promised an answer by a later time, with that later time.
fn earlier(solved: &Promise, solved_all: bool, reply: &Promise, reply_all: bool) -> Option<(Duration, Duration)> {
    solved.points().find_map(|(share, _, deadline)| {
        let solved = within(deadline)?;
        let later = |(answered, time): (Share, Duration)| {
            let ((clock, first), (other, second)) = (on_clock(solved, solved_all), on_clock(time, reply_all));
            (share >= answered && clock == other && first < second).then_some((solved, time))
        };
        reply.points().filter_map(|(share, _, deadline)| Some((share, within(deadline)?))).find_map(later)
    })
}

fn within(deadline: Deadline) -> Option<Duration> {
    match deadline {
        Deadline::Within(time) => Some(time),
        Deadline::AtTime { .. } | Deadline::SameTime { .. } => None,
    }
}

/// Which clock a time runs on, and how long it is on it. Times on different clocks cannot be compared.
fn on_clock(time: Duration, all_hours: bool) -> (Unit, u64) {
    let amount = u64::from(time.amount);
    let seconds = time.seconds().unwrap_or_default();
    match time.unit {
        Unit::Second | Unit::Minute | Unit::Hour if all_hours => (Unit::ClockHour, seconds),
        Unit::Second | Unit::Minute | Unit::Hour => (Unit::OpenHour, seconds),
        Unit::OpenHour => (Unit::OpenHour, seconds),
        Unit::ClockHour => (Unit::ClockHour, seconds),
        Unit::Day => (Unit::Day, amount),
        Unit::Week => (Unit::Day, amount * 7),
        Unit::WorkingDay => (Unit::WorkingDay, amount),
        Unit::Month => (Unit::Month, amount),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::Decimal;
    use crate::policy::Clause;

    fn promise(percent: i32, amount: u32, unit: Unit) -> Promise {
        let share = Share::percent(Decimal::whole(percent)).unwrap();
        let deadline = Deadline::Within(Duration::new(amount, unit));
        Promise { written: String::new(), clauses: vec![Clause::Point { share, strict: false, deadline }] }
    }

    #[test]
    fn only_times_on_one_clock_and_as_many_cases_are_compared() {
        let reply = promise(80, 4, Unit::Hour);
        assert!(earlier(&promise(80, 2, Unit::Hour), false, &reply, false).is_some());
        assert!(earlier(&promise(80, 30, Unit::Minute), false, &reply, false).is_some());
        assert!(earlier(&promise(50, 2, Unit::Hour), false, &reply, false).is_none(), "fewer are solved than answered");
        assert!(earlier(&promise(80, 2, Unit::ClockHour), false, &reply, false).is_none(), "another clock");
        assert!(earlier(&promise(80, 2, Unit::ClockHour), false, &reply, true).is_some());
        assert!(earlier(&promise(80, 1, Unit::Day), false, &reply, false).is_none());
        assert!(earlier(&promise(80, 4, Unit::Hour), false, &reply, false).is_none());
        let days = promise(80, 8, Unit::Day);
        assert!(earlier(&promise(80, 1, Unit::Week), false, &days, false).is_some());
    }
}
