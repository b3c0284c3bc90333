//! A milestone whose date has come and gone, for a channel that is still planned.

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::telling::said;
use crate::policy::ChannelStatus;
use crate::source::{Confidence, Diagnostic, Sink, quoted};
use crate::strategy::ChannelModel;

/// The lint.
pub(super) static LINT: Lint =
    Lint::reviewer("milestone-passed", "D304", Confidence::Likely, include_str!("milestone_passed.md"), check);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let components = &subject.strategy.components;
    let is_planned = |channel: &&ChannelModel| {
        channel.status.is_some_and(|status| matches!(status.value, ChannelStatus::Planned { .. }))
    };
    let planned: Vec<&ChannelModel> = components.channels.content.channels.iter().filter(is_planned).collect();
    for (date, what) in components.deployment.content.milestones.iter().filter(|(date, _)| date.value < subject.today) {
        let plain = what.text.to_lowercase();
        let Some(channel) = planned.iter().find(|channel| names(&plain, &channel.head.name.to_lowercase())) else {
            continue;
        };
        let name = quoted(&channel.head.name);
        sink.push(
            Diagnostic::new(
                &LINT.finding,
                date.span,
                format!("The date for {name} has passed, and it is still planned."),
            )
            .why(format!("{} was for {}. Today is {}.", quoted(&what.text), said(date.value), said(subject.today)))
            .see(channel.head.span, "the channel")
            .advise("move the milestone")
            .advise(format!("give {name} the status live")),
        );
    }
}

/// Whether a text names a channel, as words of its own.
fn names(text: &str, channel: &str) -> bool {
    let is_letter = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    text.match_indices(channel).any(|(at, found)| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let after = text.get(at + found.len()..).and_then(|after| after.chars().next());
        !is_letter(before) && !is_letter(after)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_channel_is_named_by_whole_words() {
        assert!(names("x goes live", "x"));
        assert!(names("open chat, then email", "chat"));
        assert!(!names("express checkout", "x"));
        assert!(!names("chatter", "chat"));
    }
}
