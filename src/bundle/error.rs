//! Why a bundle cannot be read, as data and in plain words.

use std::fmt;

use crate::bundle::fault::Flaw;

/// Why a bundle was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BundleError {
    /// It is larger than any bundle is read.
    TooLarge {
        /// Its size.
        bytes: usize,
        /// The largest size.
        limit: usize,
    },
    /// It is JSON, but not a bundle.
    NotABundle,
    /// It is of a format that came later.
    NewerFormat {
        /// Its format.
        format: u64,
        /// The newest format that this program reads.
        known: u32,
    },
    /// A part of it cannot be read.
    Unread(Unread),
    /// Its policy is not the one that its fingerprint was made from.
    Fingerprint {
        /// The fingerprint in the file.
        stated: String,
        /// The fingerprint of the policy in the file.
        found: String,
    },
    /// It can be read, but a part of it has no meaning.
    Flawed {
        /// Where: a JSON pointer from the top of the file.
        at: String,
        /// What is wrong there.
        flaw: Flaw,
    },
}

/// A part of a file that cannot be read, with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unread {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in bytes.
    pub column: usize,
    /// What is wrong.
    pub problem: Problem,
}

/// What is wrong with a part that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// It is not JSON from here on.
    NotJson,
    /// The file ends too early.
    Incomplete,
    /// Values within values, deeper than any bundle has them.
    TooDeep,
    /// A member that no bundle has.
    UnknownMember(String),
    /// A member that is not there.
    MissingMember(String),
    /// A member that is there twice.
    TwiceMember(String),
    /// A value of another kind, or a word that has no meaning here; the sentence says which.
    Value(String),
}

impl From<Unread> for BundleError {
    fn from(unread: Unread) -> Self {
        Self::Unread(unread)
    }
}

impl From<&serde_json::Error> for Unread {
    fn from(error: &serde_json::Error) -> Self {
        let problem = match error.classify() {
            serde_json::error::Category::Eof => Problem::Incomplete,
            serde_json::error::Category::Syntax if error.to_string().starts_with("recursion limit") => Problem::TooDeep,
            serde_json::error::Category::Syntax | serde_json::error::Category::Io => Problem::NotJson,
            serde_json::error::Category::Data => in_data(&error.to_string()),
        };
        Self { line: error.line(), column: error.column(), problem }
    }
}

/// What a message about a value says, in words of our own.
fn in_data(message: &str) -> Problem {
    // The place is told apart from the message.
    let message = message.rsplit_once(" at line ").map_or(message, |(before, _)| before);
    let named = |prefix: &str| {
        let rest = message.strip_prefix(prefix)?.strip_prefix('`')?;
        rest.split_once('`').map(|(name, _)| name.to_owned())
    };
    if let Some(name) = named("unknown field ").or_else(|| named("unknown variant ")) {
        return Problem::UnknownMember(name);
    }
    if let Some(name) = named("missing field ") {
        return Problem::MissingMember(name);
    }
    if let Some(name) = named("duplicate field ") {
        return Problem::TwiceMember(name);
    }
    let found = message.strip_prefix("invalid type: ").or_else(|| message.strip_prefix("invalid value: "));
    let found = found.and_then(|rest| rest.split_once(", expected ")).map(|(found, _)| found);
    match found {
        Some(found) => Problem::Value(format!("here stands {}, which does not belong here", in_words(found))),
        None if message.starts_with('"') => Problem::Value(message.to_owned()),
        None => Problem::Value("what stands here does not belong here".into()),
    }
}

/// A value as the reader of JSON names it, in plain words: `string "x"`, `integer `5``, `sequence`.
fn in_words(found: &str) -> String {
    let value = |rest: &str| {
        let short: String = rest.trim_matches('`').chars().take(40).collect();
        if short.len() + 2 < rest.len() { format!("{short}…") } else { short }
    };
    match found.split_once(' ') {
        Some(("string", rest)) => value(rest),
        Some(("integer" | "floating", rest)) => value(rest.trim_start_matches("point ")),
        Some(("boolean", "`true`")) => "yes".into(),
        Some(("boolean", _)) => "no".into(),
        _ if found == "sequence" => "a list".into(),
        _ if found == "map" => "an object".into(),
        _ if found == "null" => "nothing".into(),
        _ => "another kind of value".into(),
    }
}

impl std::error::Error for BundleError {}

impl fmt::Display for BundleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge { bytes, limit } => {
                let megabytes = |bytes: usize| bytes / (1024 * 1024);
                write!(f, "The bundle has {} MB; the most is {} MB.", megabytes(*bytes), megabytes(*limit))
            }
            Self::NotABundle => {
                f.write_str("This is not a bundle: it does not begin with a format that this program knows.")
            }
            Self::NewerFormat { format, known } => write!(
                f,
                "The bundle has format {format}, but this version of frontdesk reads up to format {known}. A newer \
                 version reads it."
            ),
            Self::Unread(unread) => unread.fmt(f),
            Self::Fingerprint { stated, found } => write!(
                f,
                "The policy in this bundle is not the one that was compiled: the file says {stated}, but its policy \
                 has {found}. Compile the strategy again."
            ),
            Self::Flawed { at, flaw } => write!(f, "The bundle has no meaning at {at}: {flaw}."),
        }
    }
}

impl fmt::Display for Unread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { line, column, problem } = self;
        match problem {
            Problem::NotJson => write!(f, "From line {line}, column {column} on, the file is not JSON."),
            Problem::TooDeep => write!(f, "In line {line}, column {column}, the file goes deeper than any bundle."),
            Problem::Incomplete => write!(f, "The file ends too early, in line {line}, column {column}."),
            Problem::UnknownMember(name) => {
                write!(f, "In line {line}, column {column}: no bundle of this format has \"{name}\" here.")
            }
            Problem::MissingMember(name) => {
                write!(f, "In line {line}, column {column}: \"{name}\" is missing.")
            }
            Problem::TwiceMember(name) => {
                write!(f, "In line {line}, column {column}: \"{name}\" is there twice.")
            }
            Problem::Value(sentence) => write!(f, "In line {line}, column {column}: {sentence}."),
        }
    }
}
