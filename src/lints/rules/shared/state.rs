//! Whether customers can use a channel on a day.

use crate::calendar::Date;
use crate::notation::Status;
use crate::strategy::components::channels::ChannelModel;

/// What a channel says of its status; live where it says nothing.
#[must_use]
pub(crate) fn status(channel: &ChannelModel) -> Status {
    channel.status.map_or(Status::Live { since: None }, |status| status.value)
}

/// Whether it is retired on that day.
#[must_use]
pub(crate) fn is_retired(channel: &ChannelModel, today: Date) -> bool {
    matches!(status(channel), Status::Retired { on } if on.is_none_or(|on| on <= today))
}

/// Whether customers can use it on that day.
#[must_use]
pub(crate) fn is_open(channel: &ChannelModel, today: Date) -> bool {
    match status(channel) {
        Status::Live { .. } | Status::Pilot { .. } => true,
        Status::Planned { .. } => false,
        Status::Retired { .. } => !is_retired(channel, today),
    }
}
