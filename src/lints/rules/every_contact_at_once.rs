//! All contacts within minutes where they must be answered on arrival.

use crate::calendar::{Deadline, Duration};
use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::columns::{Promised, columns, one_channel};
use crate::lints::rules::shared::telling::contact;
use crate::measure::Share;
use crate::policy::{ChannelKind, Promise};
use crate::source::{Confidence, Severity, Sink, quoted};

/// The lint.
pub(super) static LINT: Lint = Lint::author(
    "every-contact-at-once",
    "S303",
    Severity::Should,
    Confidence::Sure,
    include_str!("every_contact_at_once.md"),
    check,
);

/// Beyond this time a wait can be bounded by staffing for the peak; within it, chance decides.
const CHANCE_WITHIN_SECONDS: u64 = 5 * 60;

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    for column in columns(subject) {
        if !column.is_only(ChannelKind::immediate) {
            continue;
        }
        let all: Vec<Promised<'_>> = column.promised().filter(|it| everyone_within(it.promise).is_some()).collect();
        let Some((first, time)) = all.first().and_then(|first| Some((first, everyone_within(first.promise)?))) else {
            continue;
        };
        let channel = quoted(&column.heading.text);
        let headline = format!("No team answers all contacts on {channel} in {time}, as promised here.");
        let what = contact(subject.policy, Some(first.contact_type), one_channel(subject.policy, column.set), None);
        sink.push(
            column
                .finding(&LINT.finding, headline, &all)
                .why(
                    "Contacts come by chance. However many people there are, now and then more customers come at \
                     once.",
                )
                .story(format!(
                    "{what} on Tuesday at 10:30 is one contact more than there are people free. It waits until one of \
                     them is done, and {} is broken for the whole month.",
                    quoted(&first.promise.written)
                ))
                .advise(format!("promise a share, such as 95% in {time}")),
        );
    }
}

/// The time within which everybody is promised an answer, where it is that short.
fn everyone_within(promise: &Promise) -> Option<Duration> {
    promise.points().find_map(|(share, _, deadline)| match deadline {
        Deadline::Within(time) => {
            let short = time.seconds().is_some_and(|seconds| seconds <= CHANCE_WITHIN_SECONDS);
            (share == Share::all() && short).then_some(time)
        }
        Deadline::AtTime { .. } | Deadline::SameTime { .. } => None,
    })
}
