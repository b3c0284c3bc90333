//! Since when, until when, or whether at all customers can use a channel.

use std::fmt;

use crate::calendar::date::Date;

/// What state a channel is in. A date is a fact about the day that is asked for, never about the day of asking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChannelStatus {
    /// Open to customers.
    Live {
        /// From this day on; always, where that is not said.
        since: Option<Date>,
    },
    /// Not yet there.
    Planned {
        /// The day on which it opens.
        from: Option<Date>,
    },
    /// Tried out.
    Pilot {
        /// The last day of the trial. What follows it is not decided, so it closes nothing.
        until: Option<Date>,
    },
    /// No longer there.
    Retired {
        /// The first day without it.
        on: Option<Date>,
    },
}

impl ChannelStatus {
    /// Whether customers can use the channel on a day, in the strategy's time zone.
    #[must_use]
    pub fn in_use(self, date: Date) -> bool {
        match self {
            Self::Live { since } => since.is_none_or(|since| since <= date),
            Self::Planned { from } => from.is_some_and(|from| from <= date),
            Self::Pilot { .. } => true,
            Self::Retired { on } => on.is_some_and(|on| date < on),
        }
    }

    /// Whether it was in use and is no longer: retired, on that day.
    #[must_use]
    pub fn is_over(self, date: Date) -> bool {
        matches!(self, Self::Retired { .. }) && !self.in_use(date)
    }
}

impl Default for ChannelStatus {
    fn default() -> Self {
        Self::Live { since: None }
    }
}

impl fmt::Display for ChannelStatus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (state, word, date) = match self {
            Self::Live { since } => ("live", "since", since),
            Self::Planned { from } => ("planned", "for", from),
            Self::Pilot { until } => ("pilot", "until", until),
            Self::Retired { on } => ("retired", "on", on),
        };
        f.write_str(state)?;
        date.map_or(Ok(()), |date| write!(f, " {word} {date}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_opens_or_closes_a_channel_on_its_own_day() {
        let day = |day| Date::new(2027, 6, day).unwrap();
        let on = Some(day(15));
        for (status, expected) in [
            (ChannelStatus::default(), [true, true, true]),
            (ChannelStatus::Live { since: on }, [false, true, true]),
            (ChannelStatus::Planned { from: None }, [false, false, false]),
            (ChannelStatus::Planned { from: on }, [false, true, true]),
            (ChannelStatus::Pilot { until: on }, [true, true, true]),
            (ChannelStatus::Retired { on: None }, [false, false, false]),
            (ChannelStatus::Retired { on }, [true, false, false]),
        ] {
            assert_eq!([14, 15, 16].map(|date| status.in_use(day(date))), expected, "{status:?}");
            let retired = matches!(status, ChannelStatus::Retired { .. });
            assert_eq!([14, 15, 16].map(|date| status.is_over(day(date))), expected.map(|used| retired && !used));
        }
    }
}
