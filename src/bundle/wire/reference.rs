//! Elements of a policy, referred to by their number; their name stands beside it for human readers.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::bundle::fault::{Fault, Flaw};
use crate::bundle::wire::form::{Limits, Wire};
use crate::bundle::wire::word::WireKind;
use crate::policy::{
    ChannelId, ChannelSet, ContactTypeId, DeskId, Family, FieldId, GroupId, LanguageId, Policy, PromiseId, SeasonId,
    SegmentId, TermId,
};

/// An element: its number in the list of its kind, counted from 0, and its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Reference")]
pub(crate) struct WireRef {
    /// The number, which counts.
    pub(crate) number: u16,
    /// The name of that number.
    pub(crate) name: String,
}

/// What has a number in a policy.
pub(crate) trait Referenced: Copy + From<u16> {
    /// What it is called.
    const KIND: &'static str;
    fn number(self) -> u16;
    fn name(self, policy: &Policy) -> Option<&str>;
    fn count(limits: &Limits) -> usize;
}

macro_rules! referenced {
    ($($id:ident, $kind:literal, $count:ident, |$policy:ident, $self:ident| $name:expr;)+) => {$(
        impl Referenced for $id {
            const KIND: &'static str = $kind;

            fn number(self) -> u16 {
                self.0
            }

            fn name($self, $policy: &Policy) -> Option<&str> {
                $name
            }

            fn count(limits: &Limits) -> usize {
                limits.$count
            }
        }
    )+};
}

referenced! {
    SegmentId, "customer", segments, |policy, self| policy.segment(self).map(|found| found.name.as_str());
    ContactTypeId, "contact type", contact_types, |policy, self| policy.contact_type(self).map(|found| found.name.as_str());
    ChannelId, "channel", channels, |policy, self| policy.channel(self).map(|found| found.name.as_str());
    LanguageId, "language", languages, |policy, self| policy.language(self).map(String::as_str);
    TermId, "term", terms, |policy, self| policy.term(self).map(|(name, _)| name.as_str());
    DeskId, "desk", desks, |policy, self| policy.desk(self).map(|found| found.name.as_str());
    SeasonId, "season", seasons, |policy, self| policy.season(self).map(|found| found.name.as_str());
    PromiseId, "promise", promises, |policy, self| policy.promise(self).map(|found| found.written.as_str());
    GroupId, "agent group", groups, |policy, self| policy.group(self).map(|found| found.name.as_str());
}

impl Referenced for FieldId {
    const KIND: &'static str = "field";

    fn number(self) -> u16 {
        self.0
    }

    fn name(self, policy: &Policy) -> Option<&str> {
        policy.field(self).map(|found| found.name.as_str())
    }

    fn count(limits: &Limits) -> usize {
        limits.fields.len()
    }
}

impl<I: Referenced> Wire<I> for WireRef {
    fn write(id: &I, policy: &Policy) -> Self {
        Self { number: id.number(), name: id.name(policy).unwrap_or_default().into() }
    }

    fn read(self, limits: &Limits) -> Result<I, Fault> {
        within_count(I::KIND, self.number, I::count(limits)).map(I::from)
    }
}

/// The number, where it is one of so many.
pub(crate) fn within_count(kind: &'static str, number: u16, count: usize) -> Result<u16, Fault> {
    if usize::from(number) < count {
        return Ok(number);
    }
    Err(Flaw::NoSuchElement { kind, number, count }.into())
}

/// A channel, or all channels of a kind or family.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "Channels")]
pub(crate) enum WireChannelSet {
    /// One channel.
    Channel(WireRef),
    /// Every channel of a kind.
    Kind(WireKind),
    /// Phone, callback and voicemail, or all that is read and answered as text.
    Family(WireFamily),
}

/// A family of channels.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "Family")]
pub(crate) enum WireFamily {
    /// Phone, callback and voicemail.
    Voice,
    /// All that is read and answered as text.
    Written,
}

impl Wire<ChannelSet> for WireChannelSet {
    fn write(set: &ChannelSet, policy: &Policy) -> Self {
        match set {
            ChannelSet::One(channel) => Self::Channel(WireRef::write(channel, policy)),
            ChannelSet::Kind(kind) => Self::Kind(WireKind(*kind)),
            ChannelSet::Family(Family::Voice) => Self::Family(WireFamily::Voice),
            ChannelSet::Family(Family::Written) => Self::Family(WireFamily::Written),
        }
    }

    fn read(self, limits: &Limits) -> Result<ChannelSet, Fault> {
        Ok(match self {
            Self::Channel(channel) => ChannelSet::One(channel.read(limits)?),
            Self::Kind(WireKind(kind)) => ChannelSet::Kind(kind),
            Self::Family(WireFamily::Voice) => ChannelSet::Family(Family::Voice),
            Self::Family(WireFamily::Written) => ChannelSet::Family(Family::Written),
        })
    }
}
