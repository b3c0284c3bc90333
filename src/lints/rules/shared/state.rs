//! Whether customers can use a channel: live, planned, on trial, retired.

use crate::calendar::Date;
use crate::strategy::components::channels::ChannelModel;

/// What a channel says of its status.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum State {
    /// In use; also where nothing is said.
    Live,
    /// Not there yet, with the day of the launch where that is said.
    Planned(Option<Date>),
    /// On trial, with the last day of the trial where that is said.
    Pilot(Option<Date>),
    /// No longer there, from that day on where it is said.
    Retired(Option<Date>),
}

/// The state of a channel.
#[must_use]
pub(crate) fn state(channel: &ChannelModel) -> State {
    let Some(written) = channel.status.as_ref().and_then(|_| channel.head.fact("status")) else { return State::Live };
    let date = written.text.rsplit(' ').next().and_then(Date::parse);
    match written.text.split(' ').next() {
        Some("planned") => State::Planned(date),
        Some("pilot") => State::Pilot(date),
        Some("retired") => State::Retired(date),
        Some(_) | None => State::Live,
    }
}

impl State {
    /// Whether it is retired on that day.
    #[must_use]
    pub(crate) fn is_retired(self, today: Date) -> bool {
        matches!(self, Self::Retired(from) if from.is_none_or(|from| from <= today))
    }

    /// Whether customers can use it on that day.
    #[must_use]
    pub(crate) fn is_open(self, today: Date) -> bool {
        match self {
            Self::Live | Self::Pilot(_) => true,
            Self::Planned(_) => false,
            Self::Retired(_) => !self.is_retired(today),
        }
    }
}
