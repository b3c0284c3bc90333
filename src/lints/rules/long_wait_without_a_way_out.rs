//! Callers who may wait for minutes, and for whom nothing is planned meanwhile.

use crate::calendar::{Deadline, Duration};
use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::columns::{Promised, channels, columns};
use crate::lints::rules::shared::fitting::allows;
use crate::lints::rules::shared::telling::contact;
use crate::policy::{ChannelId, ChannelKind, Clause, Promise};
use crate::source::{Confidence, Sink, quoted};

/// The lint.
pub(super) static LINT: Lint = Lint::reviewer(
    "long-wait-without-a-way-out",
    "R314",
    Confidence::Likely,
    include_str!("long_wait_without_a_way_out.md"),
    check,
);

/// Who waits longer than this on the phone has to be offered something.
const LONG_SECONDS: u64 = 5 * 60;

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let rules = &subject.strategy.components.routing.content.rules;
    let mut kinds = subject.policy.channels.iter().filter(|channel| channel.in_use(subject.today));
    let called_back = kinds.any(|channel| matches!(channel.kind, ChannelKind::Callback | ChannelKind::Voicemail));
    if rules.is_empty() || called_back {
        return;
    }
    // One rule that moves them on, or tells somebody, shows that the wait was thought of.
    let thought_of = |id: &ChannelId| {
        let mut fitting = rules.iter().filter(|rule| allows(&rule.when, *id));
        fitting.any(|rule| rule.incomplete || !rule.steps.is_empty() || !rule.escalations.is_empty())
    };
    for column in columns(subject) {
        if !column.is_only(|kind| kind == ChannelKind::Phone) {
            continue;
        }
        let members = channels(subject.policy, column.set);
        let Some(id) = members.iter().find(|id| !thought_of(id)) else { continue };
        let long: Vec<Promised<'_>> = column.promised().filter(|it| is_long(it.promise)).collect();
        let Some(first) = long.first() else { continue };
        let (row, heading) = (quoted(&first.row.text), quoted(&column.heading.text));
        let what = contact(subject.policy, Some(first.contact_type), Some(*id), None);
        let headline = format!("Who calls {heading} may wait for minutes, and nothing is offered.");
        sink.push(
            column
                .finding(&LINT.finding, headline, &long)
                .why("No rule for it moves callers on or tells somebody, and no channel calls them back.")
                .story(format!(
                    "{what}, Tuesday 10:30: {} is promised. After 5 min the caller can only go on waiting, or hang up.",
                    quoted(&first.promise.written)
                ))
                .advise(format!("add then after 5 min: with a second group to the rule for {row}"))
                .advise("offer a callback, as a channel of its own"),
        );
    }
}

/// Whether all times of a promise are long for somebody on the phone.
fn is_long(promise: &Promise) -> bool {
    let long = |time: Duration| time.seconds().is_none_or(|seconds| seconds >= LONG_SECONDS);
    let mut times = promise.clauses.iter().filter_map(|clause| match clause {
        Clause::Point { deadline: Deadline::Within(time), .. } => Some(long(*time)),
        Clause::Point { deadline: Deadline::AtTime { .. } | Deadline::SameTime { .. }, .. } => Some(true),
        Clause::Average(time) | Clause::Over { over: time, .. } => Some(long(*time)),
        Clause::Abandoned { .. } | Clause::Busy { .. } => None,
    });
    times.next().is_some_and(|first| first && times.all(|time| time))
}
