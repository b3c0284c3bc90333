//! What a document is made of: headings, paragraphs, tables, links. Renderers know nothing of strategies.

use serde::Serialize;

/// A piece of running text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Inline {
    /// Plain text.
    Text {
        /// The text.
        text: String,
    },
    /// Text that stands out.
    Strong {
        /// The text.
        text: String,
    },
    /// Text that stands back: a default that nobody wrote.
    Quiet {
        /// The text.
        text: String,
    },
    /// Text that stays on one line: a date.
    Fixed {
        /// The text.
        text: String,
    },
    /// A link to a heading of the same document.
    Link {
        /// The text.
        text: String,
        /// The identity of the heading.
        to: String,
    },
    /// A state, said with a mark and in words.
    State {
        /// Which state.
        state: State,
        /// The words.
        text: String,
    },
}

/// A state that is shown with a mark, in words and in colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// As it should be.
    Good,
    /// With conditions, or in part.
    Part,
    /// Missing.
    Gap,
    /// On purpose not there.
    Not,
}

impl State {
    /// The mark, which says the same without colour.
    #[must_use]
    pub fn mark(self) -> &'static str {
        match self {
            Self::Good => "✓",
            Self::Part => "~",
            Self::Gap => "✗",
            Self::Not => "–",
        }
    }
}

/// Running text.
pub type Text = Vec<Inline>;

/// Plain running text.
#[must_use]
pub(super) fn plain(text: impl Into<String>) -> Text {
    vec![Inline::Text { text: text.into() }]
}

/// Running text in which times and dates (`08:00-20:00`, `2026-12-01`) stay on one line.
#[must_use]
pub(super) fn running(text: &str) -> Text {
    let stays = |word: &str| {
        word.contains('-') && word.chars().any(|letter| letter.is_ascii_digit()) && word.chars().count() <= 24
    };
    let mut parts = Text::new();
    let mut before = String::new();
    for word in text.split_inclusive(' ') {
        let bare = word.trim_end_matches([' ', ',', '.', ';', ':']);
        if stays(bare) {
            if !before.is_empty() {
                parts.extend(plain(std::mem::take(&mut before)));
            }
            parts.extend(fixed(bare));
            before.push_str(word.strip_prefix(bare).unwrap_or_default());
        } else {
            before.push_str(word);
        }
    }
    if !before.is_empty() {
        parts.extend(plain(before));
    }
    parts
}

/// Text that stands out.
#[must_use]
pub(super) fn strong(text: impl Into<String>) -> Text {
    vec![Inline::Strong { text: text.into() }]
}

/// Text that stands back.
#[must_use]
pub(super) fn quiet(text: impl Into<String>) -> Text {
    vec![Inline::Quiet { text: text.into() }]
}

/// Text that stays on one line.
#[must_use]
pub(super) fn fixed(text: impl Into<String>) -> Text {
    vec![Inline::Fixed { text: text.into() }]
}

/// A state, in words.
#[must_use]
pub(super) fn state(state: State, text: impl Into<String>) -> Inline {
    Inline::State { state, text: text.into() }
}

/// A table that is wide where it has more columns than a page shows at ease.
#[must_use]
pub(super) fn table<R: Into<Row>>(
    caption: impl Into<String>,
    head: &[&str],
    rows: impl IntoIterator<Item = R>,
) -> Block {
    let head: Vec<Text> = head.iter().map(|heading| plain(*heading)).collect();
    let wide = head.len() > WIDE;
    Block::Table { caption: caption.into(), head, rows: rows.into_iter().map(Into::into).collect(), wide }
}

/// The most columns that a page shows at ease.
pub(super) const WIDE: usize = 6;

/// A link to a heading of the same document.
#[must_use]
pub(super) fn link(text: impl Into<String>, to: impl Into<String>) -> Inline {
    Inline::Link { text: text.into(), to: to.into() }
}

/// A part of a section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Block {
    /// A heading below that of the section.
    Heading {
        /// Its identity, stable for links.
        id: String,
        /// Its text.
        text: String,
    },
    /// A paragraph.
    Paragraph {
        /// Its text.
        text: Text,
    },
    /// Items.
    List {
        /// Whether their order counts.
        numbered: bool,
        /// The items.
        items: Vec<Text>,
    },
    /// A table with a heading row and, in each row, a heading cell.
    Table {
        /// What it shows.
        caption: String,
        /// The column headings.
        head: Vec<Text>,
        /// The rows.
        rows: Vec<Row>,
        /// Whether it is wide and may scroll.
        wide: bool,
    },
    /// Pairs of a label and what is said of it.
    Facts {
        /// The pairs.
        facts: Vec<(String, Text)>,
    },
    /// A reason or source beside something.
    Note {
        /// Its label: `Why`, `Source`.
        label: String,
        /// Its text.
        text: Text,
        /// A web address, where there is one.
        address: Option<String>,
    },
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Row {
    /// Its identity, where links lead to it; else empty.
    pub id: String,
    /// Its cells, as many as there are headings; the first one is the heading of the row.
    pub cells: Vec<Text>,
}

impl From<Vec<Text>> for Row {
    fn from(cells: Vec<Text>) -> Self {
        Self { id: String::new(), cells }
    }
}

/// One section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Section {
    /// Its identity, stable for links.
    pub id: String,
    /// Its number and title, as shown.
    pub title: String,
    /// Who keeps it current, and since when; empty where that is not said.
    pub strip: Text,
    /// What it answers, in one sentence.
    pub question: String,
    /// Its content.
    pub blocks: Vec<Block>,
}

/// The whole document.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Document {
    /// The title.
    pub title: String,
    /// The language of the house's own sentences.
    pub language: String,
    /// What stands below the title.
    pub subtitle: Text,
    /// The figures of the front page, each a label and a short answer.
    pub figures: Vec<(String, Text)>,
    /// The facts of the front page.
    pub facts: Vec<(String, Text)>,
    /// What needs a reader's attention first, such as parts past their review.
    pub warnings: Vec<Text>,
    /// The rest of the front page.
    pub front: Vec<Block>,
    /// The sections.
    pub sections: Vec<Section>,
    /// The line at the foot.
    pub foot: String,
}

/// An identity for a heading, from its words: lower case, other characters as dashes. The same words give the same
/// identity for ever, so that links keep working.
#[must_use]
pub(super) fn identity(parts: &[&str]) -> String {
    let mut id = String::new();
    for part in parts {
        if !id.is_empty() && !id.ends_with('-') {
            id.push('-');
        }
        for letter in part.chars() {
            if letter.is_alphanumeric() {
                id.extend(letter.to_lowercase());
            } else if !id.is_empty() && !id.ends_with('-') {
                id.push('-');
            }
        }
    }
    id.trim_end_matches('-').to_owned()
}

/// The text without marks and links, for titles and tests.
#[must_use]
pub(super) fn words(text: &[Inline]) -> String {
    let mut out = String::new();
    for part in text {
        match part {
            Inline::Text { text }
            | Inline::Strong { text }
            | Inline::Quiet { text }
            | Inline::Fixed { text }
            | Inline::Link { text, .. } => out.push_str(text),
            Inline::State { state, text } => {
                out.push_str(state.mark());
                out.push(' ');
                out.push_str(text);
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identities_are_stable_and_plain() {
        assert_eq!(identity(&["routing", "Club members"]), "routing-club-members");
        assert_eq!(identity(&["Hours", "Büro (Köln)"]), "hours-büro-köln");
        assert_eq!(identity(&["", "  "]), "");
    }

    #[test]
    fn times_and_dates_stay_on_one_line_and_every_letter_stays() {
        let all = "Mon-Fri 08:00-20:00, Sat 09:00-17:00 until 2026-12-01. Yes";
        let text = running(all);
        assert_eq!(words(&text), all);
        let kept: Vec<&Inline> = text.iter().filter(|part| matches!(part, Inline::Fixed { .. })).collect();
        let fixed = |text: &str| Inline::Fixed { text: text.into() };
        assert_eq!(kept, [&fixed("08:00-20:00"), &fixed("09:00-17:00"), &fixed("2026-12-01")]);
        assert_eq!(running(""), Vec::new());
        assert_eq!(running("call-back line"), plain("call-back line"));
    }
}
