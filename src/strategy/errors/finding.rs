//! The findings of reading and resolving: name, code, severity, and page.

use crate::source::{Audience, Confidence, Finding, Severity};

macro_rules! findings {
    ($($(#[$about:meta])* $id:ident = $name:literal, $code:literal, $severity:ident, $confidence:ident;)+) => {
        $(
            $(#[$about])*
            pub(crate) static $id: Finding = Finding {
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

/// What is told of how a text is written. Such a fault explains that something beside it is missing.
static OF_TEXT: &[&Finding] = &[
    &TAB_INDENTATION,
    &BAD_INDENTATION,
    &AT_HANDLE,
    &HASHTAG_BECAME_COMMENT,
    &NEEDS_QUOTES,
    &UNCLOSED_QUOTE,
    &SECOND_COLON,
    &MISSING_COLON,
    &MISSING_NAME,
    &PASTED_CHARACTERS,
    &UNCLOSED_BRACKET,
    &CONTROL_CHARACTER,
    &DUPLICATE_ANCHOR,
    &UNKNOWN_ALIAS,
    &RECURSIVE_ALIAS,
    &TOO_DEEP,
    &TOO_MANY_VALUES,
    &TOO_MANY_FAULTS,
    &SECOND_DOCUMENT,
    &UNREADABLE_TEXT,
    &COMMENT_INSIDE,
];

/// Whether a finding is about how the text is written, not about what it says.
pub fn is_of_text(finding: &Finding) -> bool {
    OF_TEXT.iter().any(|known| known.name == finding.name)
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
    /// A tab at the beginning of a line.
    TAB_INDENTATION = "tab-indentation", "F201", Must, Sure;
    /// A line that does not line up.
    BAD_INDENTATION = "bad-indentation", "F202", Must, Sure;
    /// `@` before a value.
    AT_HANDLE = "at-handle", "F203", Must, Sure;
    /// `#word` after a key.
    HASHTAG_BECAME_COMMENT = "hashtag-became-comment", "F204", Must, Sure;
    /// A text that only reads in quotes.
    NEEDS_QUOTES = "needs-quotes", "F205", Must, Sure;
    /// Quotes that do not go around the whole value.
    UNCLOSED_QUOTE = "unclosed-quote", "F206", Must, Sure;
    /// Two colons in one value.
    SECOND_COLON = "second-colon", "F207", Must, Sure;
    /// A line without its colon, or without the blank after it.
    MISSING_COLON = "missing-colon", "F208", Must, Sure;
    /// A colon without a name.
    MISSING_NAME = "missing-name", "F209", Must, Sure;
    /// Characters of a text program.
    PASTED_CHARACTERS = "pasted-characters", "F210", Must, Sure;
    /// A bracket that is not closed.
    UNCLOSED_BRACKET = "unclosed-bracket", "F211", Must, Sure;
    /// A character that cannot be seen.
    CONTROL_CHARACTER = "control-character", "F212", Must, Sure;
    /// Two marks of one name.
    DUPLICATE_ANCHOR = "duplicate-anchor", "F213", Should, Sure;
    /// A reference to nothing.
    UNKNOWN_ALIAS = "unknown-alias", "F214", Must, Sure;
    /// A reference to itself.
    RECURSIVE_ALIAS = "recursive-alias", "F215", Must, Sure;
    /// More levels than are read.
    TOO_DEEP = "too-deep", "F216", Must, Sure;
    /// More values than are read.
    TOO_MANY_VALUES = "too-many-values", "F217", Must, Sure;
    /// More faults than are told.
    TOO_MANY_FAULTS = "too-many-faults", "F218", Must, Sure;
    /// A file that is too large.
    FILE_TOO_LARGE = "file-too-large", "F219", Must, Sure;
    /// A second document in one file.
    SECOND_DOCUMENT = "second-document", "F220", Must, Sure;
    /// A line that cannot be read.
    UNREADABLE_TEXT = "unreadable-text", "F221", Must, Sure;
    /// A comment in the middle of a value.
    COMMENT_INSIDE = "comment-inside", "F227", Must, Sure;
    /// A file in which nothing is written.
    NOTHING_WRITTEN = "nothing-written", "F222", Must, Sure;
    /// A newer version of the language.
    NEWER_FORMAT = "newer-format", "F223", Must, Sure;
    /// A time zone that does not exist.
    UNKNOWN_ZONE = "unknown-zone", "F224", Must, Sure;
    /// An end before its beginning.
    ENDS_BEFORE_START = "ends-before-start", "F225", Must, Sure;
    /// A name in an overlay that its base does not have.
    NOT_IN_BASE = "not-in-base", "F226", Must, Sure;
    /// A mark of an overlay that contradicts another, or what is there.
    UNCLEAR_CHANGE = "unclear-change", "F228", Must, Sure;
    /// A rule or segment that an overlay adds without a condition.
    ADDED_WITHOUT_CONDITION = "added-without-condition", "F229", Must, Sure;
    /// A file that was named and is not there.
    MISSING_FILE = "missing-file", "F230", Must, Sure;
    /// Files that name each other, or one of them twice.
    TANGLED_FILES = "tangled-files", "F231", Must, Sure;
    /// A file that one list of files names twice.
    FILE_NAMED_TWICE = "file-named-twice", "F234", Should, Sure;
    /// `#word` after a value.
    HASHTAG_AFTER_VALUE = "hashtag-after-value", "F232", Should, Likely;
    /// A word that other programs change.
    READ_OTHERWISE = "read-otherwise", "F233", Look, Sure;
    /// A region without public-holiday data.
    UNKNOWN_REGION = "unknown-region", "H101", Must, Sure;
    /// A phrase with a part missing or wrong.
    UNREADABLE_PHRASE = "unreadable-phrase", "F301", Must, Sure;
    /// A length of time without its unit, or with one that can mean two things.
    NO_UNIT = "no-unit", "S201", Must, Sure;
    /// A unit, word or sign that the language says in another way.
    OTHER_SPELLING = "other-spelling", "F302", Must, Sure;
    /// A share that is none.
    UNCLEAR_SHARE = "unclear-share", "F303", Must, Sure;
    /// A date that does not exist or can be read in two ways.
    IMPOSSIBLE_DATE = "impossible-date", "F304", Must, Sure;
    /// A time of day that does not exist or is written in another way.
    IMPOSSIBLE_TIME = "impossible-time", "H201", Must, Sure;
    /// Hours that are not hours.
    UNCLEAR_HOURS = "unclear-hours", "H202", Must, Sure;
    /// A promise with its parts in the wrong order, or in the spoken form.
    UNCLEAR_PROMISE = "unclear-promise", "S202", Must, Sure;
    /// A promise that cannot be meant: to nobody, or in no time.
    IMPOSSIBLE_PROMISE = "impossible-promise", "S203", Must, Sure;
    /// A condition that says something that the language does not have.
    UNCLEAR_CONDITION = "unclear-condition", "R201", Must, Sure;
    /// A number that is none.
    UNCLEAR_NUMBER = "unclear-number", "F305", Must, Sure;
    /// A comparison that the field does not have.
    WRONG_COMPARISON = "wrong-comparison", "R202", Must, Sure;
    /// A number outside what a field can hold.
    NUMBER_OUT_OF_RANGE = "number-out-of-range", "R203", Must, Sure;
    /// Something else where a table belongs.
    TABLE_WANTED = "table-wanted", "S101", Must, Sure;
    /// A heading that means nothing.
    UNKNOWN_HEADING = "unknown-heading", "S102", Must, Sure;
    /// A row with too many or too few cells.
    RAGGED_ROW = "ragged-row", "S103", Must, Sure;
    /// A row or column that is there twice.
    GIVEN_TWICE = "given-twice", "S104", Must, Sure;
    /// A ladder whose steps do not rise.
    LADDER_NOT_RISING = "ladder-not-rising", "S105", Must, Sure;
    /// A formula in other words.
    UNKNOWN_FORMULA = "unknown-formula", "S106", Must, Sure;
    /// The last customer segment does not take everyone else.
    NO_CATCH_ALL_SEGMENT = "no-catch-all-segment", "C101", Must, Sure;
    /// A segment that takes everyone stands before others.
    EARLY_CATCH_ALL_SEGMENT = "early-catch-all-segment", "C102", Should, Sure;
    /// Recognising a customer depends on which customer it is.
    CIRCULAR_RECOGNITION = "circular-recognition", "C103", Must, Sure;
    /// Two contact types take everything else.
    SECOND_CATCH_ALL = "second-catch-all", "T101", Must, Sure;
    /// A contact type that is a part of a part, or of itself.
    NESTED_PART = "nested-part", "T102", Must, Sure;
    /// A channel whose kind is not said.
    MISSING_KIND = "missing-kind", "A106", Must, Sure;
    /// A conversation that would go on in several private channels.
    SEVERAL_PRIVATE_CHANNELS = "several-private-channels", "A107", Must, Sure;
    /// A rule that sends its contacts nowhere.
    RULE_WITHOUT_TARGET = "rule-without-target", "R101", Must, Sure;
    /// A next step without a first group.
    STEP_WITHOUT_GROUP = "step-without-group", "R102", Must, Sure;
    /// A step that is not later than the one before.
    STEPS_OUT_OF_ORDER = "steps-out-of-order", "R103", Must, Sure;
    /// A condition that fits no contact.
    IMPOSSIBLE_CONDITION = "impossible-condition", "R104", Must, Sure;
    /// A row of a table that names no rule.
    UNNAMED_ROW = "unnamed-row", "R105", Must, Sure;
    /// A built-in field that is said to hold something else.
    WRONG_BUILT_IN_FIELD = "wrong-built-in-field", "F120", Must, Sure;
    /// A value with a meaning of its own.
    RESERVED_VALUE = "reserved-value", "F121", Must, Sure;
    /// A term that is explained by itself.
    CIRCULAR_TERM = "circular-term", "F122", Must, Sure;
    /// A guarantee about single contacts and pairs at once.
    WHEN_AND_COMPARE = "when-and-compare", "F123", Must, Sure;
    /// A guarantee without a claim.
    EMPTY_GUARANTEE = "empty-guarantee", "F124", Must, Sure;
    /// A comparing claim without a comparison.
    SAME_WITHOUT_COMPARISON = "same-without-comparison", "F125", Must, Sure;
    /// `always` on a channel where people answer.
    ALWAYS_WITH_PEOPLE = "always-with-people", "S107", Should, Sure;
}
