//! Groups that answer where everybody can read it, without a skill for that.

use std::collections::BTreeSet;

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::fitting::{allows, asks_for_channels_only};
use crate::lints::rules::shared::listing::listed;
use crate::lints::rules::shared::words_of_the_trade::{PUBLIC_WRITING, speaks_of};
use crate::policy::{ChannelId, GroupId, Mode};
use crate::source::{Confidence, Diagnostic, Sink, quoted};
use crate::strategy::GroupModel;

/// The lint.
pub(super) static LINT: Lint = Lint::reviewer(
    "public-writing-not-a-skill",
    "G309",
    Confidence::Likely,
    include_str!("public_writing_not_a_skill.md"),
    check,
);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let groups = &subject.strategy.components.agent_groups.content;
    let answering = answering_in_public(subject);
    let lacks = |(id, _): &&(GroupId, ChannelId)| groups.get(*id).is_some_and(|group| !writes(group));
    let lacking: Vec<&(GroupId, ChannelId)> = answering.iter().filter(lacks).collect();
    let Some((first, channel)) = lacking.first().copied() else { return };
    let Some(group) = groups.get(*first) else { return };
    let channel = subject.policy.channel(*channel).map_or("", |channel| channel.name.as_str());
    let headline = match lacking.len() {
        1 => format!("{} answers in public and lists no skill for it.", quoted(&group.head.name)),
        several => format!("{several} agent groups answer in public and list no skill for it."),
    };
    let names = lacking.iter().filter_map(|(id, _)| groups.get(*id)).map(|group| group.head.name.as_str());
    sink.push(
        Diagnostic::new(&LINT.finding, group.head.span, headline)
            .why(format!(
                "Rules send {} contacts that everybody can read. What is right on the phone reads wrong in public.",
                listed(names)
            ))
            .story(format!(
                "On Tuesday at 10:30 somebody in {} answers a post on {} as they would answer a call. It is shared by \
                 the evening.",
                quoted(&group.head.name),
                quoted(channel)
            ))
            .advise("add a skill such as writing in public, and train it")
            .advise("send posts to a group that has it"),
    );
}

/// The groups that get contacts on public channels, each with one such channel. A rule that asks for nothing but the
/// channel leaves none of it to later rules.
fn answering_in_public(subject: &Subject<'_>) -> Vec<(GroupId, ChannelId)> {
    let numbered = (0u16..).map(ChannelId).zip(&subject.policy.channels);
    let mut left: Vec<ChannelId> = numbered
        .filter(|(_, channel)| channel.public && channel.in_use(subject.today) && channel.mode == Mode::Respond)
        .map(|(id, _)| id)
        .collect();
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for rule in subject.strategy.components.routing.content.rules.iter().filter(|rule| !rule.dropped) {
        let Some(channel) = left.iter().copied().find(|channel| allows(&rule.when, *channel)) else { continue };
        if !rule.no_reply_needed {
            let groups = rule.send_to.iter().map(|group| group.value).chain(rule.steps.iter().map(|it| it.group.value));
            found.extend(groups.filter(|group| seen.insert(*group)).map(|group| (group, channel)));
        }
        if asks_for_channels_only(&rule.when) {
            left.retain(|channel| !allows(&rule.when, *channel));
        }
    }
    found
}

fn writes(group: &GroupModel) -> bool {
    group.skills.iter().any(|skill| speaks_of(&skill.name.value, &PUBLIC_WRITING))
}
