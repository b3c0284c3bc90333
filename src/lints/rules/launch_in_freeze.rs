//! A launch on a date on which nothing may be launched.

use crate::calendar::Date;
use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::telling::said;
use crate::policy::ChannelStatus;
use crate::source::{Confidence, Diagnostic, Severity, Sink, Span, Spanned, quoted};

/// The lint.
pub(super) static LINT: Lint = Lint::author(
    "launch-in-freeze",
    "D302",
    Severity::Should,
    Confidence::Sure,
    include_str!("launch_in_freeze.md"),
    check,
);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let components = &subject.strategy.components;
    let deployment = &components.deployment.content;
    if deployment.freeze.is_empty() {
        return;
    }
    for (date, what) in &deployment.milestones {
        report(quoted(&what.text), date.value, date.span, &deployment.freeze, sink);
    }
    for channel in &components.channels.content.channels {
        let planned = channel.status.and_then(|status| match status.value {
            ChannelStatus::Planned { from } => from.map(|date| (date, status.span)),
            ChannelStatus::Live { .. } | ChannelStatus::Pilot { .. } | ChannelStatus::Retired { .. } => None,
        });
        if let Some((date, span)) = planned {
            report(quoted(&channel.head.name), date, span, &deployment.freeze, sink);
        }
    }
}

fn report(what: String, date: Date, span: Span, freeze: &[Spanned<(Date, Date)>], sink: &mut Sink) {
    let Some(frozen) = freeze.iter().find(|dates| (dates.value.0..=dates.value.1).contains(&date)) else { return };
    let (first, last) = frozen.value;
    let headline = format!("{what} starts in the freeze, on {}.", said(date));
    let stretch =
        if first == last { format!("On {}", said(first)) } else { format!("From {} to {}", said(first), said(last)) };
    sink.push(
        Diagnostic::new(&LINT.finding, span, headline)
            .why(format!("{stretch} nothing is launched, so that customers are served undisturbed."))
            .story(format!(
                "On {} at 10:30 customers meet {what} for the first time, in the busiest weeks of the year, \
                 and those who could put it right are not allowed to.",
                said(date)
            ))
            .see(frozen.span, "the dates without launches")
            .advise(format!("move it to {} or later", said(last.plus_days(1))))
            .advise("change the freeze"),
    );
}
