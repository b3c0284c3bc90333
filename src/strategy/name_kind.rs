//! The kinds of things that have names, and what each is called.

/// What kind of thing a name names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NameKind {
    /// A customer segment.
    Customer,
    /// A contact type.
    ContactType,
    /// An access channel.
    Channel,
    /// A language; declared by whoever speaks it.
    Language,
    /// A contact field.
    Field,
    /// A named condition.
    Term,
    /// A desk.
    Desk,
    /// A season of some desk's hours or of promises.
    Season,
    /// An agent group.
    Group,
    /// A routing rule.
    Rule,
}

impl NameKind {
    /// What it is called in a sentence: `There is no channel called …`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Customer => "customer segment",
            Self::ContactType => "contact type",
            Self::Channel => "channel",
            Self::Language => "language",
            Self::Field => "contact field",
            Self::Term => "term",
            Self::Desk => "desk",
            Self::Season => "season",
            Self::Group => "agent group",
            Self::Rule => "routing rule",
        }
    }

    /// The kind that a table of keys calls so: `a customer segment`.
    #[must_use]
    pub(in crate::strategy) fn of_what(what: &str) -> Option<Self> {
        let kinds = [
            Self::Customer,
            Self::ContactType,
            Self::Channel,
            Self::Language,
            Self::Field,
            Self::Term,
            Self::Desk,
            Self::Season,
            Self::Group,
            Self::Rule,
        ];
        let word = what.strip_prefix("a ").or_else(|| what.strip_prefix("an "))?;
        kinds.into_iter().find(|kind| kind.word() == word)
    }

    /// The section that declares it.
    #[must_use]
    pub fn section(self) -> &'static str {
        match self {
            Self::Customer => "customers",
            Self::ContactType => "contact types",
            Self::Channel => "channels",
            Self::Language => "agent groups",
            Self::Field => "fields",
            Self::Term => "terms",
            Self::Desk | Self::Season => "hours",
            Self::Group => "agent groups",
            Self::Rule => "routing",
        }
    }

    /// Whether conditions name it after `is`.
    pub(in crate::strategy) fn is_tested(self) -> bool {
        match self {
            Self::Customer | Self::ContactType | Self::Channel | Self::Language | Self::Term => true,
            Self::Field | Self::Desk | Self::Season | Self::Group | Self::Rule => false,
        }
    }

    /// The most names of this kind that one strategy may have; bounds the work that a hostile file can cause.
    #[must_use]
    pub fn limit(self) -> usize {
        match self {
            Self::Channel | Self::Season | Self::Language => 500,
            Self::Customer | Self::Desk | Self::Field | Self::Term => 1_000,
            Self::ContactType | Self::Group => 20_000,
            Self::Rule => 30_000,
        }
    }
}
