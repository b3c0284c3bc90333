//! The findings of reading and resolving: name, code, severity, and page.

use crate::source::{Audience, Confidence, Finding, Severity};

macro_rules! findings {
    ($($(#[$about:meta])* $id:ident = $name:literal, $code:literal, $severity:ident, $confidence:ident;)+) => {
        $(
            $(#[$about])*
            pub static $id: Finding = Finding {
                name: $name,
                code: $code,
                severity: Severity::$severity,
                confidence: Confidence::$confidence,
                audience: Audience::Author,
                page: include_str!(concat!("../pages/", $name, ".md")),
            };
        )+
        /// All of them, in the order of this file.
        pub static ALL: &[&Finding] = &[$(&$id),+];
    };
}

findings! {
    /// A name that nothing has.
    UNKNOWN_NAME = "unknown-name", "A101", Must, Sure;
    /// A kind or family of channels of which there is none.
    EMPTY_KIND = "empty-kind", "A102", Should, Sure;
    /// A name that cannot be a name.
    UNUSABLE_NAME = "unusable-name", "A103", Must, Sure;
    /// More names than a strategy may have.
    TOO_MANY_NAMES = "too-many-names", "A104", Must, Sure;
    /// The same name or key twice.
    DESCRIBED_TWICE = "described-twice", "A105", Must, Sure;
    /// A key that means nothing.
    UNKNOWN_KEY = "unknown-key", "F101", Must, Sure;
    /// A word that is not one of the words for this key.
    UNKNOWN_WORD = "unknown-word", "F102", Must, Sure;
    /// A key with nothing after it.
    EMPTY_VALUE = "empty-value", "F103", Must, Sure;
    /// A lone dash outside a table.
    LONE_DASH = "lone-dash", "F104", Must, Sure;
    /// Dashes where commas belong.
    DASHED_LIST = "dashed-list", "F105", Should, Sure;
    /// Text or dashes where names and their keys belong, or keys where a text belongs.
    MISPLACED_VALUE = "misplaced-value", "F106", Must, Sure;
    /// A required key that was not written.
    MISSING_KEY = "missing-key", "F107", Must, Sure;
}
