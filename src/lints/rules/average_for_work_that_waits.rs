//! An average where contacts wait in a pile: it hides those who wait longest.

use crate::calendar::Duration;
use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::columns::{Promised, columns, one_channel};
use crate::lints::rules::shared::telling::contact;
use crate::policy::{ChannelKind, Clause, Promise};
use crate::source::{Confidence, Severity, Sink, quoted};

/// The lint.
pub(super) static LINT: Lint = Lint::author(
    "average-for-work-that-waits",
    "S301",
    Severity::Should,
    Confidence::Sure,
    include_str!("average_for_work_that_waits.md"),
    check,
);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    for column in columns(subject) {
        if !column.is_only(waits) {
            continue;
        }
        let averages: Vec<Promised<'_>> = column.promised().filter(|it| average(it.promise).is_some()).collect();
        let Some((first, time)) = averages.first().and_then(|first| Some((first, average(first.promise)?))) else {
            continue;
        };
        let headline =
            format!("{} is promised an average, which hides the slow answers.", quoted(&column.heading.text));
        let channel = one_channel(subject.policy, column.set);
        let what = contact(subject.policy, Some(first.contact_type), channel, None);
        let late = Duration::new(time.amount.saturating_mul(10), time.unit);
        sink.push(
            column
                .finding(&LINT.finding, headline, &averages)
                .why("Where work waits, a share and a time hold for each customer. An average holds for nobody.")
                .story(format!(
                    "On Tuesday at 10:30 ten customers write: {what}. Nine are answered at once and the tenth after \
                     {late}. The promise, an average of {time}, is kept."
                ))
                .advise(format!("promise a share in a time, such as 90% in {time}")),
        );
    }
}

/// Kinds whose contacts are worked off in the order of a pile. Posts and messages may be answered while the customer
/// watches, so an average can be meant there.
fn waits(kind: ChannelKind) -> bool {
    matches!(
        kind,
        ChannelKind::Email | ChannelKind::WebForm | ChannelKind::Post | ChannelKind::Fax | ChannelKind::Voicemail
    )
}

fn average(promise: &Promise) -> Option<Duration> {
    promise.clauses.iter().find_map(|clause| match clause {
        Clause::Average(time) => Some(*time),
        Clause::Point { .. } | Clause::Abandoned { .. } | Clause::Busy { .. } | Clause::Over { .. } => None,
    })
}
