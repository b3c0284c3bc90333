//! Channels as meant.

use crate::policy::{ChannelId, ChannelKind, ChannelSet, ChannelStatus, LanguageId, Mode, PrivateMessages};
use crate::source::{Sink, Spanned};
use crate::strategy::components::channels::kind_of_name::kind_of_name;
use crate::strategy::components::channels::syntax::{ChannelSyntax, ChannelsSyntax, ToolSyntax};
use crate::strategy::errors;
use crate::strategy::names::{NameKind, Names};
use crate::strategy::written::{Named, Written};

/// All channels as meant.
#[derive(Debug, Clone, Default)]
pub struct ChannelsModel {
    /// In the order written.
    pub channels: Vec<ChannelModel>,
}

/// A channel as meant.
#[derive(Debug, Clone, Default)]
pub struct ChannelModel {
    /// Its name, and everything written below it.
    pub head: Named,
    /// The kind; `None` where it is not said, which has been reported.
    pub kind: Option<ChannelKind>,
    /// The address.
    pub address: Option<Written>,
    /// Answered or only read, where that is said.
    pub mode: Option<Spanned<Mode>>,
    /// Whether everybody can read what is said, where the channel says it.
    pub public: Option<Spanned<bool>>,
    /// Where a conversation goes on in private.
    pub private_messages: Option<Spanned<PrivateMessages>>,
    /// The languages; empty: not limited.
    pub languages: Vec<Spanned<LanguageId>>,
    /// The programs.
    pub tool: ToolSyntax,
    /// How many one person handles at once.
    pub contacts_at_once: Option<Spanned<u32>>,
    /// How one gets to a person.
    pub reaches_a_person_by: Option<Written>,
    /// What the first menu offers.
    pub menu: Vec<Written>,
    /// The published statement of a channel that is only read.
    pub notice: Option<Written>,
    /// Since when or until when customers can use it, where that is said.
    pub status: Option<Spanned<ChannelStatus>>,
    /// What it costs the customer.
    pub cost_to_customer: Option<Written>,
    /// What is recorded.
    pub recording: Option<Written>,
    /// Whether a name has no meaning, which has been reported.
    pub incomplete: bool,
}

impl ChannelsModel {
    /// The channel of that number.
    #[must_use]
    pub fn get(&self, id: ChannelId) -> Option<&ChannelModel> {
        self.channels.get(id.index())
    }
}

impl ChannelModel {
    /// The kind; where it is not said, the one that the name tells, or else a phone.
    #[must_use]
    pub fn kind_or_guess(&self) -> ChannelKind {
        self.kind.or_else(|| kind_of_name(&self.head.name)).unwrap_or(ChannelKind::Phone)
    }

    /// Whether everybody can read what is said there.
    #[must_use]
    pub fn is_public(&self) -> bool {
        self.public.map_or_else(|| self.kind_or_guess().public(), |public| public.value)
    }

    /// Since when or until when customers can use it; always, where that is not said.
    #[must_use]
    pub fn status(&self) -> ChannelStatus {
        self.status.map(|status| status.value).unwrap_or_default()
    }

    /// Whether contacts are answered there.
    #[must_use]
    pub fn mode(&self) -> Mode {
        self.mode.map(|mode| mode.value).unwrap_or_default()
    }
}

/// Gives the names their meaning.
pub(super) fn resolve(syntax: &ChannelsSyntax, names: &Names, sink: &mut Sink) -> ChannelsModel {
    let declared = |channel: &&ChannelSyntax| names.number(NameKind::Channel, &channel.head.name).is_some();
    let channels = syntax.channels.iter().filter(declared);
    ChannelsModel { channels: channels.map(|channel| resolve_channel(channel, names, sink)).collect() }
}

fn resolve_channel(channel: &ChannelSyntax, names: &Names, sink: &mut Sink) -> ChannelModel {
    let private = channel.private_messages.as_ref().map(|written| private_messages(written, names, sink));
    let language = |written: &Written| {
        let number = names.number(NameKind::Language, &written.text)?;
        Some(Spanned::new(LanguageId(number), written.span))
    };
    ChannelModel {
        head: channel.head.clone(),
        kind: channel.kind(),
        address: channel.address.clone(),
        mode: channel.mode,
        public: channel.public,
        incomplete: channel.kind().is_none() || matches!(private, Some(None)),
        private_messages: private.flatten(),
        languages: channel.languages.iter().filter_map(language).collect(),
        tool: channel.tool.clone(),
        contacts_at_once: channel.contacts_at_once,
        reaches_a_person_by: channel.reaches_a_person_by.clone(),
        menu: channel.menu.clone(),
        notice: channel.notice.clone(),
        status: channel.status,
        cost_to_customer: channel.cost_to_customer.clone(),
        recording: channel.recording.clone(),
    }
}

/// `not possible`, a channel, or a kind of which there is one channel.
fn private_messages(written: &Written, names: &Names, sink: &mut Sink) -> Option<Spanned<PrivateMessages>> {
    let name = written.spanned();
    if written.text == "not possible" {
        return Some(Spanned::new(PrivateMessages::NotPossible, written.span));
    }
    let none = matches!(written.text.as_str(), "none" | "no" | "never" | "n/a" | "not offered" | "not available");
    if none && names.number(NameKind::Channel, &written.text).is_none() {
        sink.push(errors::unknown_word(written, "private messages", &["not possible"], Some("not possible")));
        return Some(Spanned::new(PrivateMessages::NotPossible, written.span));
    }
    let set = names.find_channels(&name, sink)?;
    let channel = match set {
        ChannelSet::One(channel) => channel,
        ChannelSet::Kind(_) | ChannelSet::Family(_) => match names.channels_in(set).as_slice() {
            [] => return None,
            [only] => {
                names.mention(NameKind::Channel, *only, written.span);
                ChannelId(*only)
            }
            several => {
                let channel = |number: &u16| names.name(NameKind::Channel, *number).to_owned();
                let several: Vec<String> = several.iter().map(channel).collect();
                sink.push(errors::several_private_channels(&name, &several));
                return None;
            }
        },
    };
    Some(Spanned::new(PrivateMessages::In(channel), written.span))
}
