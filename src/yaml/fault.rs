//! What could not be read as it stands: every fact that a message needs, and no words.

use crate::source::{Edit, Pasted, Span};

/// One place that had to be read otherwise than it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The exact part at fault.
    pub span: Span,
    /// What it is.
    pub kind: FaultKind,
    /// The changes that repair it; empty where only the author can.
    pub edits: Vec<Edit>,
}

/// What kind of fault it is, with its facts. Columns are numbers of blanks before the text. Texts are cut to
/// about a hundred characters, with `…` at the cut.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FaultKind {
    /// A line is indented with a tab.
    TabIndentation {
        /// The key on the line, or its text where it has none.
        key: String,
        /// How many tabs stand before the text.
        tabs: usize,
        /// How many blanks fit here.
        fitting: usize,
    },
    /// A line does not line up with its neighbours. Where several in a row stand off alike, this is the first of them,
    /// and the edits repair them all.
    Indentation {
        /// The key on the line, or its text where it has none.
        key: String,
        /// The column at which it stands.
        found: usize,
        /// The column at which it fits.
        fitting: usize,
        /// The key (or text) that it should line up with.
        neighbour: String,
        /// Where that stands.
        neighbour_span: Span,
    },
    /// A value begins with `@`. The value is read without it where it is one word.
    AtHandle {
        /// What follows the `@`.
        handle: String,
    },
    /// A value became a comment, because `#` is followed directly by a word. It is read as the value.
    HashtagSwallowed {
        /// The key; empty in a list.
        key: String,
        /// The swallowed text, with its `#`.
        hashtag: String,
    },
    /// A part of a value became a comment, because `#` is followed directly by a word. After a comma it is read as a part
    /// of the value, as it must have been meant; else it stays a comment.
    HashtagInside {
        /// The swallowed text, with its `#`.
        hashtag: String,
        /// The value with it.
        whole: String,
        /// Whether a comma stands before it.
        sure: bool,
    },
    /// A value or a key begins with a character that has a meaning of its own, so it needs quotes.
    ReservedStart {
        /// Which character.
        start: Reserved,
        /// The whole value or key as written.
        text: String,
    },
    /// A value is a dash alone. It is read as the text `-`.
    LoneDash {
        /// The key.
        key: String,
    },
    /// A quote is opened and not closed on its line. The value is read to the end of the line.
    UnclosedQuote {
        /// Which quote.
        quote: char,
        /// Where it opened.
        opened: Span,
    },
    /// Something follows the closing quote. The value is read as written, quotes included.
    TextAfterQuote {
        /// The quoted part, with its quotes.
        quoted: String,
        /// What follows.
        rest: String,
    },
    /// The quote around a text stands inside it too: `'Corner's Books'`. The value is read without the outer quotes.
    QuoteInside {
        /// Which quote.
        quote: char,
        /// What stands between the outer quotes.
        inner: String,
    },
    /// Each part of a list has quotes of its own: `'phone', 'chat'`. The value is read without them.
    QuotedParts,
    /// A backslash inside `"…"` stands before something that it cannot stand before, as in `"C:\Users"`. The value is
    /// read with its backslashes.
    UnknownEscape {
        /// The backslash and what follows it directly.
        escape: String,
    },
    /// A second colon in a value: `hours: Mon: 9-5`. The value is read with its colon.
    SecondColon {
        /// The key.
        key: String,
        /// What stands before the second colon.
        before: String,
        /// Where the second colon is.
        colon: Span,
    },
    /// A line among keys has no colon. Where another sign (`;`, `=` or a wide colon) stands in its place, the edit puts
    /// it right and the line is read so.
    MissingColon {
        /// The line.
        text: String,
        /// Whether lines stand below it that belong to it, so that a colon at its end was meant. It is then read so.
        heading: bool,
    },
    /// A key has both a text beside it and keys below it. The text is left out.
    TextAboveLines {
        /// The key.
        key: String,
        /// The text.
        text: String,
    },
    /// A table stands below a key without the `|` that it needs after the colon.
    MissingBar {
        /// The key.
        key: String,
    },
    /// A dash in front of a key makes a list of it, among keys that are none. It is read as the key.
    StrayDash {
        /// What follows the dash.
        text: String,
    },
    /// An item of a list stands among keys, or a key among the items of a list. It is left out.
    Mixed {
        /// The line.
        text: String,
        /// Whether it is a key.
        key: bool,
    },
    /// Blanks on an empty line, which end the table or the text around it. They are passed over.
    StrayBlanks,
    /// A comment stands in the middle of a value that goes on below it. The value is read whole.
    CommentInside {
        /// The comment.
        comment: Span,
    },
    /// A colon without a blank after it: `open:Mon-Fri`. It is read as a key and a value.
    MissingSpaceAfterColon {
        /// The key.
        key: String,
        /// The value.
        value: String,
    },
    /// Characters that a text processor put in place of those on the keyboard. They are read as the latter.
    Pasted {
        /// Which characters.
        what: Pasted,
        /// Each place, with what belongs there; `edits` has the same as edits.
        places: Vec<Edit>,
    },
    /// A `[` or `{` that is not closed. It is read as if it were closed at the end of the line.
    UnclosedFlow {
        /// Which bracket.
        open: char,
        /// Where it opened.
        opened: Span,
    },
    /// A key that is no text: a list or a mapping. It is read as the text that was written.
    KeyNotText {
        /// The key as written.
        text: String,
    },
    /// A colon without a key before it.
    EmptyKey,
    /// A character that cannot be seen or written, such as a bell or an escape.
    ControlCharacter {
        /// Which one.
        character: char,
    },
    /// The same anchor name is given twice. Each alias means the latest before it.
    DuplicateAnchor {
        /// The name, without `&`.
        name: String,
        /// Where it was first.
        first: Span,
    },
    /// An alias to an anchor that is not above it.
    UnknownAlias {
        /// The name, without `*`.
        name: String,
    },
    /// An alias inside the very value that it stands for.
    RecursiveAlias {
        /// The name, without `*`.
        name: String,
    },
    /// A `<<` whose value has no keys to merge. It is left out.
    NothingToMerge,
    /// Values inside values, more than the limit. What lies deeper is left out.
    TooDeep {
        /// How many levels are read.
        limit: usize,
    },
    /// More values than the limit, aliases written out. What follows is left out.
    TooManyNodes {
        /// How many values are read.
        limit: usize,
    },
    /// More faults than the limit, or too many that reach to the end of the text. What follows is left out.
    TooManyFaults {
        /// How many faults are told.
        limit: usize,
    },
    /// The text is larger than the limit. Nothing is read.
    TooLarge {
        /// Its size in bytes.
        bytes: usize,
        /// The limit in bytes.
        limit: usize,
    },
    /// A line `---` begins a second document. It is left out.
    MoreThanOneDocument,
    /// Anything else.
    Unreadable {
        /// What the parser said, for the record.
        message: String,
    },
}

/// A character with which a plain value cannot begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reserved {
    /// `*`, which means an alias.
    Star,
    /// `&`, which names an anchor.
    Ampersand,
    /// `!`, which names a tag.
    Exclamation,
    /// `%`
    Percent,
    /// A backtick.
    Backtick,
    /// `@`, in front of a key.
    At,
    /// `|`, which begins lines of text.
    Bar,
    /// `>`, which begins a paragraph.
    Greater,
    /// `,`
    Comma,
    /// `]` or `}`
    ClosingBracket,
    /// `? `
    Question,
    /// `- ` after a key.
    Dash,
    /// `: ` after a key.
    Colon,
}
