//! The files of a strategy, in memory. Nothing here opens anything.

use crate::source::line::{LineIndex, Position};
use crate::source::span::{SourceId, Span};

/// One file: its name as the author wrote it, and its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceFile {
    name: String,
    text: String,
    lines: LineIndex,
}

impl SourceFile {
    /// A file of the given name and text.
    #[must_use]
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        let text = text.into();
        let lines = LineIndex::new(&text);
        Self { name: name.into(), text, lines }
    }

    /// The name, as it is shown in messages.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The whole text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where its lines begin.
    #[must_use]
    pub fn lines(&self) -> &LineIndex {
        &self.lines
    }

    /// The text of line `line` (from 0), without its line break.
    #[must_use]
    pub fn line(&self, line: usize) -> &str {
        self.text.get(self.lines.range_of(line, &self.text)).unwrap_or("").trim_end_matches(['\n', '\r'])
    }
}

/// All files of one strategy; the first is the one that was asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sources {
    files: Vec<SourceFile>,
}

impl Sources {
    /// No files yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a file and answers its number.
    pub fn add(&mut self, file: SourceFile) -> SourceId {
        let id = SourceId(u16::try_from(self.files.len()).unwrap_or(u16::MAX));
        self.files.push(file);
        id
    }

    /// The file of that number.
    #[must_use]
    pub fn get(&self, id: SourceId) -> Option<&SourceFile> {
        self.files.get(usize::from(id.0))
    }

    /// The file of that name, if it was added.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<SourceId> {
        let at = self.files.iter().position(|file| file.name() == name)?;
        u16::try_from(at).ok().map(SourceId)
    }

    /// All files, in the order in which they were added.
    pub fn iter(&self) -> impl Iterator<Item = (SourceId, &SourceFile)> {
        (0u16..).map(SourceId).zip(self.files.iter())
    }

    /// The name of the file of a place; empty for a file that was never added.
    #[must_use]
    pub fn name(&self, span: Span) -> &str {
        self.get(span.source).map_or("", SourceFile::name)
    }

    /// The name of the file of a place as it is seen from the folder of the first file, so that it does not matter where a
    /// folder of files lies, nor from where it was named; empty for a file that was never added.
    #[must_use]
    pub fn name_from_first(&self, span: Span) -> &str {
        let first = self.files.first().map_or("", SourceFile::name);
        let folder = first.rfind(['/', '\\']).and_then(|end| first.get(..=end)).unwrap_or("");
        let name = self.name(span);
        name.strip_prefix(folder).unwrap_or(name)
    }

    /// The text at a place.
    #[must_use]
    pub fn text(&self, span: Span) -> &str {
        self.get(span.source).and_then(|file| file.text().get(span.range())).unwrap_or("")
    }

    /// The line and column at which a place begins.
    #[must_use]
    pub fn start(&self, span: Span) -> Position {
        self.position(span.source, span.start)
    }

    /// The line and column just after a place.
    #[must_use]
    pub fn end(&self, span: Span) -> Position {
        self.position(span.source, span.end)
    }

    fn position(&self, source: SourceId, offset: u32) -> Position {
        self.get(source)
            .map_or(Position { line: 1, column: 1 }, |file| file.lines().position(offset as usize, file.text()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_from_the_first_file_do_not_say_where_the_folder_lies() {
        for folder in ["", "./", "/home/maria/plans/", "plans/", "C:\\plans\\"] {
            let mut sources = Sources::new();
            let first = sources.add(SourceFile::new(format!("{folder}shop.strategy.yaml"), ""));
            let part = sources.add(SourceFile::new(format!("{folder}parts/hours.yaml"), ""));
            assert_eq!(sources.name_from_first(Span::new(first, 0, 0)), "shop.strategy.yaml");
            assert_eq!(sources.name_from_first(Span::new(part, 0, 0)), "parts/hours.yaml");
        }
    }
}
