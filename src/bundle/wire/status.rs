//! Since when or until when customers can use a channel, in a file.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::bundle::wire::text::WireDate;
use crate::policy::ChannelStatus;

/// Since when or until when customers can use a channel. Its dates are read against the day on which a contact arrives.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[schemars(rename = "ChannelStatus")]
pub(crate) enum WireStatus {
    /// Open to customers.
    Live {
        /// From this day on; missing: always.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        since: Option<WireDate>,
    },
    /// Not yet there.
    Planned {
        /// The day on which it opens; missing: not known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<WireDate>,
    },
    /// Tried out; customers can use it, after the last day too.
    Pilot {
        /// The last day of the trial.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<WireDate>,
    },
    /// No longer there.
    Retired {
        /// The first day without it; missing: gone.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        on: Option<WireDate>,
    },
}

impl WireStatus {
    /// The form of a status; nothing for a channel that can always be used.
    pub(crate) fn write(status: ChannelStatus) -> Option<Self> {
        if status == ChannelStatus::default() {
            return None;
        }
        Some(match status {
            ChannelStatus::Live { since } => Self::Live { since: since.map(WireDate) },
            ChannelStatus::Planned { from } => Self::Planned { from: from.map(WireDate) },
            ChannelStatus::Pilot { until } => Self::Pilot { until: until.map(WireDate) },
            ChannelStatus::Retired { on } => Self::Retired { on: on.map(WireDate) },
        })
    }

    /// The status of a form.
    pub(crate) fn read(form: Option<Self>) -> ChannelStatus {
        let date = |date: Option<WireDate>| date.map(|date| date.0);
        match form {
            None => ChannelStatus::default(),
            Some(Self::Live { since }) => ChannelStatus::Live { since: date(since) },
            Some(Self::Planned { from }) => ChannelStatus::Planned { from: date(from) },
            Some(Self::Pilot { until }) => ChannelStatus::Pilot { until: date(until) },
            Some(Self::Retired { on }) => ChannelStatus::Retired { on: date(on) },
        }
    }
}
