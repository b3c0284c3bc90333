//! When a conversation must go on in another channel, and where.

use crate::engine::case::Case;
use crate::engine::decision::{Move, MoveReason, MoveTo};
use crate::policy::{Cell, Channel, ChannelId, ChannelKind, ContactType, Gravity, Mode, PrivateMessages};

impl Case<'_> {
    /// The move that the rule or the contact type asks for. What a parent contact type says holds for its parts.
    pub(crate) fn movement(&self) -> Option<Move> {
        let channel = self.channel?;
        let holds_account_data = self.types().any(|found| found.private_only);
        let reason = if !self.allows(self.contact.channel, channel) {
            MoveReason::NeverHere
        } else if channel.public && holds_account_data {
            MoveReason::AccountData
        } else if channel.public && self.action.is_some_and(|action| action.private) {
            MoveReason::RuleSays
        } else {
            return None;
        };
        Some(Move { reason, to: self.destination(channel, reason, holds_account_data) })
    }

    fn destination(&self, channel: &Channel, reason: MoveReason, holds_account_data: bool) -> MoveTo {
        if let PrivateMessages::In(private) = channel.private_messages
            && self.policy.channel(private).is_some_and(|found| self.offered(private, found))
        {
            return MoveTo::Channel(private);
        }
        if reason != MoveReason::NeverHere {
            return match channel.private_messages {
                PrivateMessages::NotPossible => MoveTo::NotPossible,
                PrivateMessages::NotSaid | PrivateMessages::In(_) => MoveTo::NotSaid,
            };
        }
        let must_be_a_person = self.contact_type.is_some_and(|found| found.gravity == Gravity::Critical);
        let channels = (0u16..).map(ChannelId).zip(&self.policy.channels);
        let fitting = channels.filter(|(id, other)| {
            let usable = self.offered(*id, other) && other.mode == Mode::Respond;
            let answers = !(must_be_a_person && other.kind == ChannelKind::SelfService);
            usable && answers && !(other.public && holds_account_data)
        });
        match fitting.map(|(id, _)| id).collect::<Vec<_>>() {
            none if none.is_empty() => MoveTo::NotSaid,
            some => MoveTo::AnyOf(some),
        }
    }

    /// Whether customers can take this contact to a channel on that day: it is in use, the contact type may be on it, and
    /// no dash says that it is not offered there.
    fn offered(&self, id: ChannelId, channel: &Channel) -> bool {
        channel.in_use(self.date) && self.allows(id, channel) && self.cell(id) != Some(Cell::NotOffered)
    }

    /// Whether the contact type may be on a channel.
    fn allows(&self, id: ChannelId, channel: &Channel) -> bool {
        !self.types().any(|found| found.never_on.iter().any(|set| set.holds(id, channel.kind)))
    }

    /// The contact type and the one that it is a part of.
    fn types(&self) -> impl Iterator<Item = &ContactType> {
        let parent = self.contact_type.and_then(|found| found.part_of).and_then(|id| self.policy.contact_type(id));
        self.contact_type.into_iter().chain(parent)
    }
}
