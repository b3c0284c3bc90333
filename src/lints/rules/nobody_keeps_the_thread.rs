//! Conversations that start again with somebody new each time.

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::listing::listed;
use crate::policy::{ChannelKind, Mode};
use crate::source::{Confidence, Diagnostic, Sink, quoted};

/// The lint.
pub(super) static LINT: Lint = Lint::reviewer(
    "nobody-keeps-the-thread",
    "R306",
    Confidence::Sure,
    include_str!("nobody_keeps_the_thread.md"),
    check,
);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let section = &subject.strategy.components.routing;
    let rules = &section.content.rules;
    let kept = rules.iter().any(|rule| rule.same_person_for.is_some() || rule.head.fact("same person for").is_some());
    if rules.is_empty() || kept {
        return;
    }
    let talking: Vec<&str> = subject
        .policy
        .channels
        .iter()
        .filter(|channel| {
            channel.in_use(subject.today) && channel.mode == Mode::Respond && goes_back_and_forth(channel.kind)
        })
        .map(|channel| channel.name.as_str())
        .collect();
    let Some(first) = talking.first() else { return };
    sink.push(
        Diagnostic::new(
            &LINT.finding,
            section.span,
            "The strategy does not say whether customers come back to the same person.",
        )
        .why(format!(
            "Conversations go back and forth on {}. Each reply may reach somebody who has not read the earlier ones.",
            listed(talking.iter().copied())
        ))
        .story(format!(
            "A customer writes on {} on Tuesday at 10:30, and again at 11:15. Somebody else answers and asks everything \
             once more.",
            quoted(first)
        ))
        .advise("add the line same person for: 7 days to the rules for these channels"),
    );
}

fn goes_back_and_forth(kind: ChannelKind) -> bool {
    matches!(
        kind,
        ChannelKind::Chat
            | ChannelKind::Messaging
            | ChannelKind::Sms
            | ChannelKind::Social
            | ChannelKind::PrivateMessage
            | ChannelKind::Community
    )
}
