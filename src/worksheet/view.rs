//! The strategy seen for a set of channels.

use std::collections::BTreeSet;

use crate::policy::{ChannelId, ChannelKind, ChannelSet, DeskId, GroupId, Index, Mode, NamedAxis, Policy, Test};
use crate::strategy::{AnswerModel, ChannelModel, DeskModel, GroupModel, RuleModel, Strategy, is_placeholder};

/// A strategy and the channels that are asked about.
#[derive(Debug, Clone, Copy)]
pub(crate) struct View<'a> {
    /// The strategy.
    pub(crate) strategy: &'a Strategy,
    /// What runs of it.
    pub(crate) policy: &'a Policy,
    /// What follows from the lists of what runs.
    pub(crate) index: &'a Index,
    /// The channels, by number.
    pub(crate) selected: &'a [u16],
    /// What the channels are called together: `social channels`.
    pub(crate) called: &'a str,
}

/// Whether the worksheet asks about a kind of channel unless told otherwise.
pub(crate) fn is_social(kind: ChannelKind) -> bool {
    matches!(kind, ChannelKind::Social | ChannelKind::PrivateMessage | ChannelKind::Community | ChannelKind::ReviewSite)
}

impl<'a> View<'a> {
    /// The channels that are asked about.
    pub(crate) fn channels(&self) -> impl Iterator<Item = (ChannelId, &'a ChannelModel)> + '_ {
        let all = &self.strategy.components.channels.content.channels;
        self.selected.iter().filter_map(move |at| Some((ChannelId(*at), all.get(usize::from(*at))?)))
    }

    /// Whether a set stands for one of the channels.
    pub(crate) fn touches(&self, set: ChannelSet) -> bool {
        self.channels().any(|(id, _)| self.holds(set, id))
    }

    /// Whether a set stands for a channel.
    pub(crate) fn holds(&self, set: ChannelSet, id: ChannelId) -> bool {
        let kind = self.strategy.names.kind_of(id);
        kind.map_or(set == ChannelSet::One(id), |kind| set.holds(id, kind))
    }

    /// The desks that decide when these channels are open, each once, in their order.
    pub(crate) fn desks(&self) -> Vec<&'a DeskModel> {
        let ids: BTreeSet<DeskId> = self.channels().flat_map(|(id, _)| self.index.desks_of(id)).copied().collect();
        let desks = &self.strategy.components.hours.content.desks;
        ids.into_iter().filter_map(|id| desks.get(id.index())).collect()
    }

    /// The rules that can fit a contact on one of the channels: those without a test of the channel, and those whose
    /// test lets one of them through.
    pub(crate) fn rules(&self) -> impl Iterator<Item = &'a RuleModel> + '_ {
        self.strategy.components.routing.content.rules.iter().filter(|rule| {
            rule.when.iter().all(|test| match &test.value {
                Test::Named { axis: NamedAxis::Channel, values, negated } => {
                    self.selected.iter().any(|channel| values.contains(channel) != *negated)
                }
                Test::Named { .. }
                | Test::Number { .. }
                | Test::Known { .. }
                | Test::Term { .. }
                | Test::Desk { .. } => true,
            })
        })
    }

    /// The groups that such rules send to, first or later.
    pub(crate) fn groups(&self) -> Vec<&'a GroupModel> {
        self.numbered_groups().into_iter().map(|(_, group)| group).collect()
    }

    /// The same groups with their numbers.
    pub(crate) fn numbered_groups(&self) -> Vec<(GroupId, &'a GroupModel)> {
        let mut ids: Vec<GroupId> = Vec::new();
        for rule in self.rules() {
            ids.extend(rule.send_to.iter().map(|group| group.value));
            ids.extend(rule.steps.iter().map(|step| step.group.value));
        }
        ids.sort_unstable();
        ids.dedup();
        let all = &self.strategy.components.agent_groups.content.groups;
        ids.into_iter().filter_map(|id| Some((id, all.get(id.index())?))).collect()
    }

    /// The answer that the author gave in `self-check`; none where it only keeps the place of one.
    pub(crate) fn own_answer(&self, question: &str) -> Option<&'a AnswerModel> {
        self.strategy.governance.self_check.content.to(question).filter(|own| !is_placeholder(&own.answer.text))
    }

    /// Whether a channel is only watched.
    pub(crate) fn only_watched(channel: &ChannelModel) -> bool {
        channel.mode.is_some_and(|mode| mode.value == Mode::Listen)
    }

    /// The names of the channels for which something does not hold.
    pub(crate) fn lacking(&self, holds: impl Fn(ChannelId, &ChannelModel) -> bool) -> Vec<&'a str> {
        self.channels()
            .filter(|(id, channel)| !holds(*id, channel))
            .map(|(_, channel)| channel.head.name.as_str())
            .collect()
    }
}
