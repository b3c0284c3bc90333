//! One row of a table of keys: the single source for unknown-key findings, the schema, the reference and completion.

/// What a key looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// Exactly these words.
    Word(&'static str),
    /// These words, then something of the author's: `then after`, `20 min`.
    Phrase {
        /// The fixed words, without the blank that follows.
        words: &'static str,
        /// What follows, in words: `a length of time`.
        then: &'static str,
    },
    /// Any name of the author's; says what is named: `a customer segment`.
    Name(&'static str),
}

/// What stands after the colon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Free text.
    Text,
    /// Names or texts with commas between them.
    List,
    /// A phrase with a grammar of its own; says which: `a promise`, `hours`.
    Phrase(&'static str),
    /// One of these words.
    Word(&'static [&'static str]),
    /// A Markdown table in a `|` block.
    Table,
    /// More keys.
    Keys(&'static [Field]),
    /// More keys, or one value in their place (a text or a list).
    KeysOr(&'static [Field], &'static Shape),
    /// More keys, or nothing: the name alone says enough.
    KeysOrNothing(&'static [Field]),
}

/// One row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    /// The key.
    pub key: Key,
    /// What stands after the colon.
    pub shape: Shape,
    /// What it means, in one sentence.
    pub about: &'static str,
    /// A value as an author would write it; empty where the key opens more keys.
    pub example: &'static str,
    /// What holds where the key is not written, as `frontdesk show --defaults` says it.
    pub default: Option<&'static str>,
    /// Whether it must be written.
    pub required: bool,
}

impl Field {
    /// An optional key without a default.
    #[must_use]
    pub const fn new(word: &'static str, shape: Shape, about: &'static str, example: &'static str) -> Self {
        Self { key: Key::Word(word), shape, about, example, default: None, required: false }
    }

    /// A key that begins with fixed words.
    #[must_use]
    pub const fn phrase(
        words: &'static str,
        then: &'static str,
        shape: Shape,
        about: &'static str,
        example: &'static str,
    ) -> Self {
        Self { key: Key::Phrase { words, then }, shape, about, example, default: None, required: false }
    }

    /// A name of the author's.
    #[must_use]
    pub const fn name(what: &'static str, shape: Shape, about: &'static str, example: &'static str) -> Self {
        Self { key: Key::Name(what), shape, about, example, default: None, required: false }
    }

    /// The same key with a default.
    #[must_use]
    pub const fn or(mut self, default: &'static str) -> Self {
        self.default = Some(default);
        self
    }

    /// The same key, required.
    #[must_use]
    pub const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// The key as it is shown: `open`, `then after …`, `NAME`.
    #[must_use]
    pub fn shown(&self) -> String {
        match self.key {
            Key::Word(word) => word.to_owned(),
            Key::Phrase { words, .. } => format!("{words} …"),
            Key::Name(_) => "NAME".to_owned(),
        }
    }

    /// Whether the key was written so.
    #[must_use]
    pub fn fits(&self, written: &str) -> bool {
        match self.key {
            Key::Word(word) => word == written,
            Key::Phrase { words, .. } => written.strip_prefix(words).is_some_and(|rest| rest.starts_with(' ')),
            Key::Name(_) => true,
        }
    }
}

/// The row of a written key: exact words first, then phrases, then any name.
pub(in crate::strategy) fn row(fields: &'static [Field], written: &str) -> Option<&'static Field> {
    let rank = |field: &Field| match field.key {
        Key::Word(_) => 0,
        Key::Phrase { .. } => 1,
        Key::Name(_) => 2,
    };
    fields.iter().filter(|field| field.fits(written)).min_by_key(|field| rank(field))
}
