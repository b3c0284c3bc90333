//! What a condition may speak of: the fields and the names that are known.

/// The fields that every contact has, without being declared.
pub const BUILT_IN_FIELDS: [&str; 8] =
    ["customer", "contact type", "channel", "language", "day", "sentiment", "followers", "waiting"];

/// What a condition may speak of. Asked while a condition is read.
pub trait Vocabulary {
    /// Whether a contact has a field of that name, beside the built-in ones.
    fn is_field(&self, words: &str) -> bool;

    /// Whether anything has that name that may follow `is`: a segment, a contact type, a channel, a kind, a value.
    /// Only asked of words that look like a slip, such as `phone or chat`: a name that is known is not one.
    fn is_name(&self, words: &str) -> bool;
}

/// Every name and every field is known: for reading conditions before anything is declared.
#[derive(Debug, Clone, Copy, Default)]
pub struct AnyWords;

impl Vocabulary for AnyWords {
    fn is_field(&self, _words: &str) -> bool {
        true
    }

    fn is_name(&self, _words: &str) -> bool {
        true
    }
}

/// Only these declared fields and these names are known, beside the built-in fields.
#[derive(Debug, Clone, Copy, Default)]
pub struct KnownWords<'a> {
    /// The declared fields.
    pub fields: &'a [&'a str],
    /// All names that may follow `is`.
    pub names: &'a [&'a str],
}

impl Vocabulary for KnownWords<'_> {
    fn is_field(&self, words: &str) -> bool {
        self.fields.contains(&words)
    }

    fn is_name(&self, words: &str) -> bool {
        self.names.contains(&words)
    }
}

/// Whether a field of that name is built in or declared.
pub(crate) fn is_field(field: &str, words: &dyn Vocabulary) -> bool {
    BUILT_IN_FIELDS.contains(&field) || words.is_field(field)
}
