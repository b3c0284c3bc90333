//! Hours or days promised where the customer stays and waits.

use crate::calendar::{Deadline, Duration, Unit};
use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::columns::{Promised, columns, one_channel};
use crate::lints::rules::shared::telling::contact;
use crate::policy::{ChannelKind, Clause, ContactTypeId, Promise};
use crate::source::{Confidence, Severity, Sink, quoted};

/// The lint.
pub(super) static LINT: Lint = Lint::author(
    "slow-promise-on-a-live-channel",
    "S302",
    Severity::Look,
    Confidence::Likely,
    include_str!("slow_promise_on_a_live_channel.md"),
    check,
);

/// What takes longer is work that waits and not a conversation (help.mypurecloud.com, article 69316).
const LIVE_AT_MOST_SECONDS: u64 = 15 * 60;

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    for column in columns(subject) {
        if !column.is_only(|kind| matches!(kind, ChannelKind::Phone | ChannelKind::Chat | ChannelKind::Video)) {
            continue;
        }
        let slow: Vec<Promised<'_>> = column
            .promised()
            .filter(|it| quickest(it.promise).is_some() && !is_regulated(it.contact_type, subject))
            .collect();
        let Some((first, time)) = slow.first().and_then(|first| Some((first, quickest(first.promise)?))) else {
            continue;
        };
        let (row, channel) = (quoted(&first.row.text), quoted(&column.heading.text));
        let headline = format!("{row} on {channel} has {time}, though the customer stays and waits.");
        let what = contact(subject.policy, Some(first.contact_type), one_channel(subject.policy, column.set), None);
        sink.push(
            column
                .finding(&LINT.finding, headline, &slow)
                .why(
                    "What may take more than 15 min is work that waits: nobody stays on a line or in a chat that long.",
                )
                .story(format!(
                    "{what} on Tuesday at 10:30: the customer leaves after a few minutes, and the promise of {} is \
                     never tested.",
                    quoted(&first.promise.written)
                ))
                .advise("promise seconds or minutes")
                .advise("give the channel the kind callback, voicemail or messaging, if the customer may go meanwhile"),
        );
    }
}

/// Whether the law has a name for the contact type. Its times, such as those for complaints, are for the answer that
/// follows the call.
fn is_regulated(contact_type: ContactTypeId, subject: &Subject<'_>) -> bool {
    let types = &subject.strategy.components.contact_types.content;
    let own = types.get(contact_type);
    let parent = own.and_then(|own| types.get(own.part_of?.value));
    own.into_iter().chain(parent).any(|one| !one.regulated.is_empty())
}

/// The quickest time of a promise, where all its times are too long for a customer who stays.
fn quickest(promise: &Promise) -> Option<Deadline> {
    let times = promise.clauses.iter().filter_map(|clause| match clause {
        Clause::Point { deadline, .. } => Some(*deadline),
        Clause::Average(time) | Clause::Over { over: time, .. } => Some(Deadline::Within(*time)),
        Clause::Abandoned { .. } | Clause::Busy { .. } => None,
    });
    let times: Vec<Deadline> = times.collect();
    let slow = |deadline: &Deadline| match deadline {
        Deadline::Within(time) => is_slow(*time),
        Deadline::AtTime { .. } | Deadline::SameTime { .. } => true,
    };
    times.iter().all(slow).then(|| times.first().copied()).flatten()
}

fn is_slow(time: Duration) -> bool {
    match time.unit {
        Unit::Second | Unit::Minute | Unit::Hour | Unit::OpenHour | Unit::ClockHour => {
            time.seconds().is_some_and(|seconds| seconds > LIVE_AT_MOST_SECONDS)
        }
        Unit::Day | Unit::WorkingDay | Unit::Week | Unit::Month => true,
    }
}
