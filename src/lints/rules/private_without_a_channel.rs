//! A rule that moves contacts into private where there is no private place.

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::listing::{agreeing, listed};
use crate::lints::rules::shared::telling::contact;
use crate::policy::{ChannelId, Mode, NamedAxis, PrivateMessages, Test};
use crate::source::{Confidence, Diagnostic, Severity, Sink, quoted};
use crate::strategy::RuleModel;

/// The lint.
pub(super) static LINT: Lint = Lint::author(
    "private-without-a-channel",
    "R310",
    Severity::Should,
    Confidence::Sure,
    include_str!("private_without_a_channel.md"),
    check,
);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let components = &subject.strategy.components;
    let written = &components.channels.content.channels;
    let numbered = (0u16..).map(ChannelId).zip(subject.policy.channels.iter().zip(written));
    let no_way: Vec<(ChannelId, &str)> = numbered
        .filter(|(_, (channel, written))| {
            let nowhere = matches!(channel.private_messages, PrivateMessages::NotSaid | PrivateMessages::NotPossible);
            channel.public
                && channel.in_use(subject.today)
                && channel.mode == Mode::Respond
                && nowhere
                && !written.incomplete
        })
        .map(|(id, (channel, _))| (id, channel.name.as_str()))
        .collect();
    if no_way.is_empty() {
        return;
    }
    for rule in components.routing.content.rules.iter().filter(|rule| !rule.dropped) {
        let Some(private) = rule.private.filter(|private| private.value) else { continue };
        let stuck: Vec<(ChannelId, &str)> = no_way.iter().copied().filter(|(id, _)| can_fit(rule, *id)).collect();
        let Some((id, first)) = stuck.first().copied() else { continue };
        let names = listed(stuck.iter().map(|(_, name)| *name));
        let rule_name = quoted(&rule.head.name);
        let has = agreeing(stuck.len(), "has", "have");
        let headline = format!("{rule_name} moves contacts into private, where {} has no such place.", quoted(first));
        sink.push(
            Diagnostic::new(&LINT.finding, private.span, headline)
                .why(format!(
                    "{names} {has} no line private messages that names a channel, so the conversation stays public."
                ))
                .story(format!(
                    "{} that fits {rule_name}, Tuesday 10:30, is to go on in private. There is nowhere to go, so it is \
                     answered where everybody can read it.",
                    contact(subject.policy, None, Some(id), None)
                ))
                .advise(format!("add to {} the line private messages: with the channel", quoted(first)))
                .advise("limit the rule to channels that have one"),
        );
    }
}

/// Whether a contact on the channel can fit the rule.
fn can_fit(rule: &RuleModel, channel: ChannelId) -> bool {
    rule.when.iter().all(|test| match &test.value {
        Test::Named { axis: NamedAxis::Channel, values, negated } => {
            values.binary_search(&channel.0).is_ok() != *negated
        }
        Test::Named { .. } | Test::Number { .. } | Test::Known { .. } | Test::Term { .. } | Test::Desk { .. } => true,
    })
}
