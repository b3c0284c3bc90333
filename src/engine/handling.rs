//! What agents see and must record on a channel, and what may not be said there.

use crate::policy::{Channel, ChannelId, Item, Policy, Sensitivity};

/// What holds on one channel; positions count the items of the policy's lists from 0.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Handling {
    /// What agents need to see: positions in `information.agents_see`, without items limited to other channels.
    pub agents_see: Vec<u16>,
    /// What must be recorded: positions in `information.we_record`, without items limited to other channels.
    pub record: Vec<u16>,
    /// Names of items that may not be said on this channel: on a public one those that are not public, on any channel
    /// those that are limited to others.
    pub not_to_be_said: Vec<String>,
    /// Whether everybody can read what is said on the channel; then what the brand says must go private does.
    pub public: bool,
}

impl Handling {
    pub(crate) fn on(policy: &Policy, id: ChannelId, channel: &Channel) -> Self {
        let allowed =
            |item: &Item| item.only_on.is_empty() || item.only_on.iter().any(|set| set.holds(id, channel.kind));
        let sensitive = |item: &Item| item.sensitivity.is_some_and(|how| how != Sensitivity::Public);
        let positions = |items: &[Item]| {
            let numbered = (0u16..).zip(items).filter(|(_, item)| allowed(item));
            numbered.map(|(at, _)| at).collect()
        };
        let information = &policy.information;
        let mut not_to_be_said = Vec::new();
        let all = information.agents_see.iter().chain(&information.customers_see).chain(&information.we_record);
        for item in all {
            let secret = !allowed(item) || (channel.public && sensitive(item));
            if secret && !not_to_be_said.contains(&item.name) {
                not_to_be_said.push(item.name.clone());
            }
        }
        Self {
            agents_see: positions(&information.agents_see),
            record: positions(&information.we_record),
            not_to_be_said,
            public: channel.public,
        }
    }
}
