//! How a report looks: its width and its colours.

/// How wide, and whether in colour.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Look {
    /// Columns.
    pub(crate) width: usize,
    /// Whether colours are shown.
    pub(crate) color: bool,
}

impl Look {
    /// The text so that it stands out, where there are colours.
    pub(crate) fn bold(self, text: &str) -> String {
        self.styled(text, "1")
    }

    /// The text in a style, where there are colours; `code` is what a terminal knows the style by.
    pub(crate) fn styled(self, text: &str, code: &str) -> String {
        if self.color { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text.to_owned() }
    }
}
