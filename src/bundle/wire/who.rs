//! Customers, contact types and channels in a file.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::bundle::fault::{Fault, Within};
use crate::bundle::wire::condition::WireTest;
use crate::bundle::wire::form::{Limits, Wire, not_set, read_all, read_some, write_all, write_some};
use crate::bundle::wire::promise::WireDuration;
use crate::bundle::wire::reference::{WireChannelSet, WireRef};
use crate::bundle::wire::status::WireStatus;
use crate::bundle::wire::word::{WireGravity, WireKind, WireReplyNeed};
use crate::policy::{Channel, ContactType, Mode, Policy, PrivateMessages, Reply, Segment};

/// A customer segment. Segments are tried from the top; the last one takes everyone else.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Customer")]
pub(crate) struct WireSegment {
    /// The name.
    name: String,
    /// How a contact is known to be theirs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    recognised_by: Vec<WireTest>,
    /// Whether a contact is theirs only if it says so.
    #[serde(default, skip_serializing_if = "not_set")]
    by_name_only: bool,
    /// The languages they speak.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    languages: Vec<WireRef>,
}

impl Wire<Segment> for WireSegment {
    fn write(segment: &Segment, policy: &Policy) -> Self {
        Self {
            name: segment.name.clone(),
            recognised_by: write_all(&segment.recognised_by, policy),
            by_name_only: segment.by_name_only,
            languages: write_all(&segment.languages, policy),
        }
    }

    fn read(self, limits: &Limits) -> Result<Segment, Fault> {
        Ok(Segment {
            name: self.name,
            recognised_by: read_all(self.recognised_by, "recognised_by", limits)?,
            by_name_only: self.by_name_only,
            languages: read_all(self.languages, "languages", limits)?,
        })
    }
}

/// A contact type.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "ContactType")]
pub(crate) struct WireContactType {
    /// The name.
    name: String,
    /// How grave it is.
    gravity: WireGravity,
    /// The contact type that it is a part of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    part_of: Option<WireRef>,
    /// Whether a contact that names an unknown contact type is decided as this one.
    #[serde(default, skip_serializing_if = "not_set")]
    everything_else: bool,
    /// Whether contacts get a reply.
    reply: WireReply,
    /// Whether it holds account data and belongs into a private channel.
    #[serde(default, skip_serializing_if = "not_set")]
    private_only: bool,
    /// Channels on which it should not be.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    never_on: Vec<WireChannelSet>,
    /// How long one takes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    handle_time: Option<WireDuration>,
}

/// Whether contacts get a reply, and where that holds; elsewhere they always do.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Reply")]
pub(crate) struct WireReply {
    /// The need.
    need: WireReplyNeed,
    /// Where it holds; missing: everywhere.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    when: Vec<WireTest>,
}

impl Wire<Reply> for WireReply {
    fn write(reply: &Reply, policy: &Policy) -> Self {
        Self { need: WireReplyNeed(reply.need), when: write_all(&reply.when, policy) }
    }

    fn read(self, limits: &Limits) -> Result<Reply, Fault> {
        Ok(Reply { need: self.need.0, when: read_all(self.when, "when", limits)? })
    }
}

impl Wire<ContactType> for WireContactType {
    fn write(contact_type: &ContactType, policy: &Policy) -> Self {
        Self {
            name: contact_type.name.clone(),
            gravity: WireGravity(contact_type.gravity),
            part_of: write_some(contact_type.part_of.as_ref(), policy),
            everything_else: contact_type.everything_else,
            reply: WireReply::write(&contact_type.reply, policy),
            private_only: contact_type.private_only,
            never_on: write_all(&contact_type.never_on, policy),
            handle_time: write_some(contact_type.handle_time.as_ref(), policy),
        }
    }

    fn read(self, limits: &Limits) -> Result<ContactType, Fault> {
        Ok(ContactType {
            name: self.name,
            gravity: self.gravity.0,
            part_of: read_some(self.part_of, "part_of", limits)?,
            everything_else: self.everything_else,
            reply: self.reply.read(limits).within("reply")?,
            private_only: self.private_only,
            never_on: read_all(self.never_on, "never_on", limits)?,
            handle_time: read_some(self.handle_time, "handle_time", limits)?,
        })
    }
}

/// An access channel.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Channel")]
pub(crate) struct WireChannel {
    /// The name.
    name: String,
    /// The kind.
    kind: WireKind,
    /// Answered or watched.
    mode: WireMode,
    /// Whether everybody can read what is said.
    public: bool,
    /// Where a public conversation goes on in private.
    private_messages: WirePrivateMessages,
    /// The languages it is offered in; missing: not limited.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    languages: Vec<WireRef>,
    /// Since when or until when customers can use it; missing: always.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    status: Option<WireStatus>,
    /// How one gets to a person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    reaches_a_person_by: Option<String>,
}

/// Whether contacts are answered or only read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "Mode")]
pub(crate) enum WireMode {
    /// Contacts are answered.
    Respond,
    /// Contacts are read, not answered.
    Listen,
}

/// Where a public conversation goes on in private.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "PrivateMessages")]
pub(crate) enum WirePrivateMessages {
    /// The strategy does not say.
    NotSaid,
    /// There is no way.
    NotPossible,
    /// In this channel.
    In(WireRef),
}

impl Wire<Channel> for WireChannel {
    fn write(channel: &Channel, policy: &Policy) -> Self {
        Self {
            name: channel.name.clone(),
            kind: WireKind(channel.kind),
            mode: match channel.mode {
                Mode::Respond => WireMode::Respond,
                Mode::Listen => WireMode::Listen,
            },
            public: channel.public,
            private_messages: match &channel.private_messages {
                PrivateMessages::NotSaid => WirePrivateMessages::NotSaid,
                PrivateMessages::NotPossible => WirePrivateMessages::NotPossible,
                PrivateMessages::In(private) => WirePrivateMessages::In(WireRef::write(private, policy)),
            },
            languages: write_all(&channel.languages, policy),
            status: WireStatus::write(channel.status),
            reaches_a_person_by: channel.reaches_a_person_by.clone(),
        }
    }

    fn read(self, limits: &Limits) -> Result<Channel, Fault> {
        Ok(Channel {
            name: self.name,
            kind: self.kind.0,
            mode: match self.mode {
                WireMode::Respond => Mode::Respond,
                WireMode::Listen => Mode::Listen,
            },
            public: self.public,
            private_messages: match self.private_messages {
                WirePrivateMessages::NotSaid => PrivateMessages::NotSaid,
                WirePrivateMessages::NotPossible => PrivateMessages::NotPossible,
                WirePrivateMessages::In(private) => {
                    PrivateMessages::In(private.read(limits).within("in").within("private_messages")?)
                }
            },
            languages: read_all(self.languages, "languages", limits)?,
            status: WireStatus::read(self.status),
            reaches_a_person_by: self.reaches_a_person_by,
        })
    }
}
