//! Channels as run.

use crate::policy::{Channel, Origin, PolicyBuilder};
use crate::strategy::components::channels::model::ChannelsModel;

/// Keeps what decides.
pub(super) fn lower(model: &ChannelsModel, policy: &mut PolicyBuilder) {
    for channel in &model.channels {
        if channel.incomplete {
            policy.incomplete();
        }
        let origin = Origin { span: channel.head.span, path: vec!["channels".into(), channel.head.name.clone()] };
        policy.channel(
            Channel {
                name: channel.head.name.clone(),
                kind: channel.kind_or_guess(),
                mode: channel.mode(),
                public: channel.is_public(),
                private_messages: channel.private_messages.map(|way| way.value).unwrap_or_default(),
                languages: channel.languages.iter().map(|language| language.value).collect(),
                status: channel.status(),
                reaches_a_person_by: channel.reaches_a_person_by.as_ref().map(|text| text.text.clone()),
            },
            origin,
        );
    }
}
