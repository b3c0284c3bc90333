//! Who contacts us, why, and by which channel.

use crate::calendar::ChannelStatus;
use crate::calendar::{Date, Duration};
use crate::policy::condition::Test;
use crate::policy::ids::{ChannelId, ContactTypeId, LanguageId};

/// A customer segment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment {
    /// The name.
    pub name: String,
    /// How a contact is known to be theirs; empty for the last one, which takes everyone else.
    pub recognised_by: Vec<Test>,
    /// Whether the recognition could not be read; such a segment is only entered by name.
    pub by_name_only: bool,
    /// The languages they speak.
    pub languages: Vec<LanguageId>,
}

/// How grave a contact type is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Gravity {
    /// Life, safety, or the survival of the organisation.
    Critical,
    /// Urgent.
    High,
    /// Ordinary.
    #[default]
    Normal,
    /// Can wait.
    Low,
}

impl Gravity {
    /// All four, gravest first, with their words.
    pub const ALL: [(Self, &'static str); 4] =
        [(Self::Critical, "critical"), (Self::High, "high"), (Self::Normal, "normal"), (Self::Low, "low")];

    /// The word of the strategy file.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Critical => "critical",
            Self::High => "high",
            Self::Normal => "normal",
            Self::Low => "low",
        }
    }

    /// The priority that a rule gives without saying one: 1 is first.
    #[must_use]
    pub fn priority(self) -> u32 {
        match self {
            Self::Critical => 1,
            Self::High => 2,
            Self::Normal => 3,
            Self::Low => 4,
        }
    }
}

/// Whether contacts of a type get a reply.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum ReplyNeed {
    /// Each one.
    #[default]
    Always,
    /// When it makes sense.
    Optional,
    /// None.
    Never,
}

impl ReplyNeed {
    /// The word of the strategy file.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Always => "always",
            Self::Optional => "optional",
            Self::Never => "never",
        }
    }
}

/// When contacts of a type get a reply: the need holds where all tests fit, elsewhere `always`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reply {
    /// The need.
    pub need: ReplyNeed,
    /// Where it holds; empty: everywhere.
    pub when: Vec<Test>,
}

/// A contact type: why someone contacts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContactType {
    /// The name.
    pub name: String,
    /// How grave.
    pub gravity: Gravity,
    /// The type that it is a part of.
    pub part_of: Option<ContactTypeId>,
    /// Whether a contact that names an unknown type is decided as this one.
    pub everything_else: bool,
    /// Whether it gets a reply.
    pub reply: Reply,
    /// Whether it holds account data and belongs into a private channel.
    pub private_only: bool,
    /// Channels on which it should not be; a contact that arrives there all the same is moved.
    pub never_on: Vec<ChannelSet>,
    /// How long one takes, where the strategy gives one number.
    pub handle_time: Option<Duration>,
}

/// A family of channels, beside the kinds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Family {
    /// Phone, callback and voicemail.
    Voice,
    /// All that are read and answered as text.
    Written,
}

impl Family {
    /// Both, with their words.
    pub const ALL: [(Self, &'static str); 2] = [(Self::Voice, "voice"), (Self::Written, "written")];

    /// The word of the strategy file.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Voice => "voice",
            Self::Written => "written",
        }
    }

    /// The family of that word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known)| *known == word).map(|(family, _)| *family)
    }
}

/// What stands where a channel may: a channel, or all channels of a kind or family.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChannelSet {
    /// One channel.
    One(ChannelId),
    /// Every channel of a kind.
    Kind(ChannelKind),
    /// Every channel of a family.
    Family(Family),
}

impl ChannelSet {
    /// The channels of a kind or a family, by its word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        let kind = ChannelKind::from_word(word).map(Self::Kind);
        kind.or_else(|| Family::from_word(word).map(Self::Family))
    }

    /// How broad: 0 names the channel, 1 its kind, 2 its family. The least broad wins.
    #[must_use]
    pub fn breadth(self) -> u8 {
        match self {
            Self::One(_) => 0,
            Self::Kind(_) => 1,
            Self::Family(_) => 2,
        }
    }

    /// Whether it stands for the channel `id` of kind `kind`.
    #[must_use]
    pub fn holds(self, id: ChannelId, kind: ChannelKind) -> bool {
        match self {
            Self::One(one) => one == id,
            Self::Kind(of) => of == kind,
            Self::Family(family) => kind.family() == Some(family),
        }
    }
}

/// What kind of means of access a channel is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChannelKind {
    /// A phone line.
    Phone,
    /// Live text on a site or in an app.
    Chat,
    /// Text that may pause and go on.
    Messaging,
    /// Text messages of the phone network.
    Sms,
    /// Electronic mail.
    Email,
    /// A form on a site.
    WebForm,
    /// Posts in a public network.
    Social,
    /// Private messages in a network.
    PrivateMessage,
    /// A forum of customers.
    Community,
    /// A site of ratings and reviews.
    ReviewSite,
    /// Video.
    Video,
    /// A relay service for people who cannot hear or speak.
    Relay,
    /// Letters.
    Post,
    /// Facsimile.
    Fax,
    /// A counter, a shop, a visit.
    InPerson,
    /// A call that we return.
    Callback,
    /// A recorded message.
    Voicemail,
    /// An app.
    App,
    /// A program that talks.
    Bot,
    /// Help without a person.
    SelfService,
}

impl ChannelKind {
    /// All kinds, with their words.
    pub const ALL: [(Self, &'static str); 20] = [
        (Self::Phone, "phone"),
        (Self::Chat, "chat"),
        (Self::Messaging, "messaging"),
        (Self::Sms, "sms"),
        (Self::Email, "email"),
        (Self::WebForm, "web form"),
        (Self::Social, "social"),
        (Self::PrivateMessage, "private message"),
        (Self::Community, "community"),
        (Self::ReviewSite, "review site"),
        (Self::Video, "video"),
        (Self::Relay, "relay"),
        (Self::Post, "post"),
        (Self::Fax, "fax"),
        (Self::InPerson, "in person"),
        (Self::Callback, "callback"),
        (Self::Voicemail, "voicemail"),
        (Self::App, "app"),
        (Self::Bot, "bot"),
        (Self::SelfService, "self-service"),
    ];

    /// The word of the strategy file.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(kind, _)| *kind == self).map_or("", |(_, word)| word)
    }

    /// The kind of that word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known)| *known == word).map(|(kind, _)| *kind)
    }

    /// The family that the kind belongs to.
    #[must_use]
    pub fn family(self) -> Option<Family> {
        match self {
            Self::Phone | Self::Callback | Self::Voicemail => Some(Family::Voice),
            Self::Chat
            | Self::Messaging
            | Self::Sms
            | Self::Email
            | Self::WebForm
            | Self::Social
            | Self::PrivateMessage
            | Self::Community
            | Self::ReviewSite
            | Self::Post
            | Self::Fax
            | Self::App => Some(Family::Written),
            Self::Video | Self::Relay | Self::InPerson | Self::Bot | Self::SelfService => None,
        }
    }

    /// Whether everybody can read what is said, unless the channel says otherwise.
    #[must_use]
    pub fn public(self) -> bool {
        matches!(self, Self::Social | Self::Community | Self::ReviewSite)
    }

    /// Whether a contact must be handled when it arrives (service level), or may wait (response time).
    #[must_use]
    pub fn immediate(self) -> bool {
        matches!(self, Self::Phone | Self::Chat | Self::Video | Self::Relay | Self::InPerson)
    }

    /// Whether no person answers.
    #[must_use]
    pub fn unassisted(self) -> bool {
        matches!(self, Self::Bot | Self::SelfService)
    }
}

/// Whether we answer in a channel or only watch it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Mode {
    /// Contacts are answered.
    #[default]
    Respond,
    /// Contacts are read, not answered.
    Listen,
}

/// Whether a public conversation can go on in private.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum PrivateMessages {
    /// The strategy does not say.
    #[default]
    NotSaid,
    /// There is no way.
    NotPossible,
    /// In this channel.
    In(ChannelId),
}

/// An access channel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Channel {
    /// The name.
    pub name: String,
    /// The kind.
    pub kind: ChannelKind,
    /// Answered or watched.
    pub mode: Mode,
    /// Whether everybody can read what is said.
    pub public: bool,
    /// Where a public conversation goes on in private.
    pub private_messages: PrivateMessages,
    /// The languages it is offered in; empty: not limited.
    pub languages: Vec<LanguageId>,
    /// Since when or until when customers can use it.
    pub status: ChannelStatus,
    /// How one gets to a person from a bot or from self-service, as written.
    pub reaches_a_person_by: Option<String>,
}

impl Channel {
    /// Whether customers can use it on a day, in the strategy's time zone.
    #[must_use]
    pub fn in_use(&self, date: Date) -> bool {
        self.status.in_use(date)
    }
}
