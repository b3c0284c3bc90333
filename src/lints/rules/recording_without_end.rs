//! Recordings of which nothing says how long they are kept.

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::listing::{agreeing, listed, one_or_count};
use crate::lints::rules::shared::words_of_the_trade::{NOT_RECORDED, STRETCH_OF_TIME, speaks_of};
use crate::source::{Confidence, Diagnostic, Sink};

/// The lint.
pub(super) static LINT: Lint = Lint::reviewer(
    "recording-without-end",
    "A314",
    Confidence::Likely,
    include_str!("recording_without_end.md"),
    check,
);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let channels = &subject.strategy.components.channels.content.channels;
    let recorded =
        channels.iter().filter_map(|channel| Some((channel.head.name.as_str(), channel.recording.as_ref()?)));
    let endless: Vec<_> = recorded
        .filter(|(_, recording)| {
            let first = recording.text.split([',', ' ']).next().unwrap_or("");
            !speaks_of(&recording.text, &STRETCH_OF_TIME) && !NOT_RECORDED.contains(&first.to_lowercase().as_str())
        })
        .collect();
    let Some((_, first)) = endless.first() else { return };
    let names: Vec<&str> = endless.iter().map(|(name, _)| *name).collect();
    let (which, is) = (one_or_count(&names, "channels"), agreeing(names.len(), "is", "are"));
    sink.push(
        Diagnostic::new(
            &LINT.finding,
            first.span,
            format!("The strategy does not say how long recordings of {which} are kept."),
        )
        .why(format!(
            "What is said on {} {is} recorded. Some laws set the longest time, others the shortest.",
            listed(&names)
        ))
        .advise("write the time behind it, such as yes, kept 6 months"),
    );
}
