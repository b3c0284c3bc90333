//! A channel that should have been launched, or a trial that should have ended.

use crate::lints::lint::{Lint, Subject};
use crate::policy::ChannelStatus;
use crate::source::{Confidence, Diagnostic, Severity, Sink, quoted};

/// The lint.
pub(super) static LINT: Lint = Lint::author(
    "launch-date-passed",
    "A309",
    Severity::Should,
    Confidence::Sure,
    include_str!("launch_date_passed.md"),
    check,
);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    for channel in &subject.strategy.components.channels.content.channels {
        let name = quoted(&channel.head.name);
        let (headline, fix) = match channel.status() {
            ChannelStatus::Planned { from: Some(date) } if date < subject.today => {
                (format!("{name} was planned for {date}, and that day has passed."), format!("live since {date}"))
            }
            ChannelStatus::Pilot { until: Some(date) } if date < subject.today => {
                (format!("The trial of {name} ended on {date}."), format!("live since {date}"))
            }
            ChannelStatus::Planned { .. }
            | ChannelStatus::Pilot { .. }
            | ChannelStatus::Live { .. }
            | ChannelStatus::Retired { .. } => continue,
        };
        let Some(status) = &channel.status else { continue };
        sink.push(
            Diagnostic::new(&LINT.finding, status.span, headline)
                .why(format!("Today is {}. Nobody can tell whether customers can use it.", subject.today))
                .advise(format!("write status: {fix}, if it is in use"))
                .advise("write the new date"),
        );
    }
}
