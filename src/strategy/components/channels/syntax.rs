//! Channels as written.

use crate::calendar::ChannelStatus;
use crate::notation;
use crate::policy::{ChannelKind, Mode};
use crate::source::{Sink, Spanned};
use crate::strategy::components::channels::kind_of_name::kind_of_name;
use crate::strategy::errors;
use crate::strategy::field::{Field, Shape};
use crate::strategy::names::{NameKind, Names};
use crate::strategy::reader;
use crate::strategy::written::{Named, Written};
use crate::yaml::Entry;

/// The table of keys.
pub(super) static FIELDS: &[Field] = &[Field::name(
    "a channel",
    Shape::KeysOrNothing(CHANNEL),
    "A channel: a means by which customers reach us, or a place where we listen.",
    "phone",
)];

static KINDS: &[&str] = &[
    "phone",
    "chat",
    "messaging",
    "sms",
    "email",
    "web form",
    "social",
    "private message",
    "community",
    "review site",
    "video",
    "relay",
    "post",
    "fax",
    "in person",
    "callback",
    "voicemail",
    "app",
    "bot",
    "self-service",
];

static CHANNEL: &[Field] = &[
    Field::new("kind", Shape::Word(KINDS), "What kind of channel it is.", "social")
        .or("the kind that the channel is named like"),
    Field::new("address", Shape::Text, "The number, address or name under which customers find it.", "acornhelp"),
    Field::new(
        "mode",
        Shape::Word(&["listen", "respond"]),
        "Whether contacts are answered there (respond) or only read (listen).",
        "listen",
    )
    .or("respond"),
    Field::new("public", Shape::Word(&["yes", "no"]), "Whether everybody can read what is said there.", "yes")
        .or("yes for social, community and review site, no for all others"),
    Field::new(
        "private messages",
        Shape::Phrase("a channel, or not possible"),
        "The channel in which a public conversation goes on in private, or `not possible`.",
        "direct messages",
    ),
    Field::new("languages", Shape::List, "The languages in which it is offered.", "English, Welsh").or("all languages"),
    Field::new(
        "tool",
        Shape::KeysOr(TOOL, &Shape::Text),
        "The program in which contacts are read and answered, or one for each.",
        "the shared social inbox",
    ),
    Field::new(
        "contacts at once",
        Shape::Phrase("a whole number"),
        "How many contacts one person handles there at the same time.",
        "3",
    ),
    Field::new(
        "reaches a person by",
        Shape::Text,
        "How a customer gets from a bot or from self-service to a person.",
        "the button talk to a person",
    ),
    Field::new("menu", Shape::List, "What the first menu offers.", "orders, returns, speak to a person"),
    Field::new(
        "notice",
        Shape::Text,
        "The published statement of a channel that is only read: that nobody answers there, and where to write.",
        "We read posts here and do not answer them.",
    ),
    Field::new(
        "status",
        Shape::Phrase("planned, pilot, live or retired, with a date"),
        "Whether customers can use it yet, or still.",
        "live since 2026-10-12",
    )
    .or("live"),
    Field::new("cost to customer", Shape::Text, "What a contact costs the customer.", "free"),
    Field::new("recording", Shape::Text, "What is recorded, and how long it is kept.", "all calls, kept for 90 days"),
];

static TOOL: &[Field] = &[
    Field::new("monitor", Shape::Text, "The program in which contacts are read.", "the listening service"),
    Field::new("respond", Shape::Text, "The program in which contacts are answered.", "the shared social inbox"),
];

/// All channels as written.
#[derive(Debug, Clone, Default)]
pub struct ChannelsSyntax {
    /// In the order written.
    pub channels: Vec<ChannelSyntax>,
}

/// A channel as written.
#[derive(Debug, Clone, Default)]
pub struct ChannelSyntax {
    /// Its name, and everything written below it.
    pub head: Named,
    /// The kind that it states.
    pub kind: Option<Spanned<ChannelKind>>,
    /// Whether it states a kind, readable or not.
    pub states_kind: bool,
    /// The address.
    pub address: Option<Written>,
    /// Answered or only read.
    pub mode: Option<Spanned<Mode>>,
    /// Whether everybody can read what is said.
    pub public: Option<Spanned<bool>>,
    /// Where a conversation goes on in private.
    pub private_messages: Option<Written>,
    /// The languages.
    pub languages: Vec<Written>,
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
    /// Whether customers can use it.
    pub status: Option<Spanned<ChannelStatus>>,
    /// What it costs the customer.
    pub cost_to_customer: Option<Written>,
    /// What is recorded.
    pub recording: Option<Written>,
}

/// The programs of a channel; one text stands for both.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ToolSyntax {
    /// In which contacts are read.
    pub monitor: Option<Written>,
    /// In which contacts are answered.
    pub respond: Option<Written>,
}

impl ChannelSyntax {
    /// The kind: the one that is stated, or else the one that the channel is named like.
    #[must_use]
    pub fn kind(&self) -> Option<ChannelKind> {
        let named_like = ChannelKind::from_word(&self.head.name);
        self.kind.map(|kind| kind.value).filter(|_| named_like.is_none()).or(named_like)
    }
}

/// Reads the section.
pub(super) fn read(entry: &Entry, sink: &mut Sink) -> ChannelsSyntax {
    let keys = reader::keys(entry, FIELDS, sink);
    ChannelsSyntax { channels: keys.names().map(|entry| read_channel(entry, sink)).collect() }
}

fn read_channel(entry: &Entry, sink: &mut Sink) -> ChannelSyntax {
    const MODES: [(Mode, &str); 2] = [(Mode::Respond, "respond"), (Mode::Listen, "listen")];
    let keys = reader::keys(entry, CHANNEL, sink);
    let text = |word: &str, sink: &mut Sink| keys.get(word).and_then(|entry| reader::text(entry, sink));
    let list = |word: &str, sink: &mut Sink| keys.get(word).map_or_else(Vec::new, |entry| reader::list(entry, sink));
    ChannelSyntax {
        kind: keys.get("kind").and_then(|entry| reader::word(entry, sink, &ChannelKind::ALL)),
        states_kind: keys.get("kind").is_some(),
        address: text("address", sink),
        mode: keys.get("mode").and_then(|entry| reader::word(entry, sink, &MODES)),
        public: keys.get("public").and_then(|entry| reader::yes_no(entry, sink)),
        private_messages: text("private messages", sink),
        languages: list("languages", sink),
        tool: keys.get("tool").map_or_else(ToolSyntax::default, |entry| read_tool(entry, sink)),
        contacts_at_once: keys.get("contacts at once").and_then(|entry| reader::at_least_one(entry, sink)),
        reaches_a_person_by: text("reaches a person by", sink),
        menu: list("menu", sink),
        notice: text("notice", sink),
        status: keys.get("status").and_then(|entry| read_status(entry, sink)),
        cost_to_customer: text("cost to customer", sink),
        recording: text("recording", sink),
        head: reader::named(entry, keys.note),
    }
}

/// The state of a channel. What could not be read of it must not make a retired channel a live one.
fn read_status(entry: &Entry, sink: &mut Sink) -> Option<Spanned<ChannelStatus>> {
    reader::phrase(entry, sink, notation::status).or_else(|| {
        let written = entry.value.scalar()?;
        notation::bare_status(&written.text).map(|status| Spanned::new(status, written.span))
    })
}

fn read_tool(entry: &Entry, sink: &mut Sink) -> ToolSyntax {
    if entry.value.mapping().is_none() {
        let both = reader::text(entry, sink);
        return ToolSyntax { monitor: both.clone(), respond: both };
    }
    let keys = reader::keys(entry, TOOL, sink);
    let text = |word: &str, sink: &mut Sink| keys.get(word).and_then(|entry| reader::text(entry, sink));
    ToolSyntax { monitor: text("monitor", sink), respond: text("respond", sink) }
}

/// Channels and languages are names. A channel that is named like a kind has that kind, and must be the only one.
pub(super) fn declare(syntax: &ChannelsSyntax, names: &mut Names, sink: &mut Sink) {
    for channel in &syntax.channels {
        let head = &channel.head;
        let named_like = ChannelKind::from_word(&head.name);
        match (named_like, channel.kind) {
            (Some(named_like), Some(stated)) if stated.value != named_like => {
                sink.push(errors::other_kind_than_name(&head.name, &stated, head.span));
            }
            (None, None) if !channel.states_kind && reader::is_explained(head.span, sink) => sink.withhold(),
            (None, None) if !channel.states_kind => {
                let name = Spanned::new(head.name.clone(), head.span);
                sink.push(errors::missing_kind(&name, kind_of_name(&head.name)));
            }
            (Some(_) | None, Some(_) | None) => {}
        }
        if let Some(kind) = named_like {
            check_only_one(channel, kind, syntax, sink);
        }
        names.declare_channel(&head.name, head.span, channel.kind(), sink);
        for language in &channel.languages {
            names.declare(NameKind::Language, &language.text, language.span, sink);
        }
    }
}

/// The name of a channel that is named like its kind means every channel of that kind.
fn check_only_one(channel: &ChannelSyntax, kind: ChannelKind, syntax: &ChannelsSyntax, sink: &mut Sink) {
    let other = syntax.channels.iter().find(|other| other.kind() == Some(kind) && other.head.name != channel.head.name);
    if let Some(other) = other {
        let name = |channel: &ChannelSyntax| Spanned::new(channel.head.name.clone(), channel.head.span);
        sink.push(errors::name_of_several(&name(channel), &name(other)));
    }
}
