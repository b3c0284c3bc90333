//! The files of a strategy while they are found, each read once however many name each other.

use crate::source::{SourceFile, Sources, Span};
use crate::strategy;
use crate::yaml::{self, Tree};

/// The files of a strategy, each of them read.
#[derive(Debug, Clone, Default)]
pub struct Files {
    sources: Sources,
    trees: Vec<Tree>,
}

impl From<Sources> for Files {
    fn from(sources: Sources) -> Self {
        let trees = sources.iter().map(|(id, file)| yaml::read(id, file.text())).collect();
        Self { sources, trees }
    }
}

impl Files {
    /// No files yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a file and reads it.
    pub fn add(&mut self, file: SourceFile) {
        let id = self.sources.add(file);
        let tree = self.sources.get(id).map(|file| yaml::read(id, file.text()));
        self.trees.extend(tree);
    }

    /// The files themselves.
    #[must_use]
    pub fn sources(&self) -> &Sources {
        &self.sources
    }

    /// The files named by `include:` and `based on:` that are not here yet, each with the place that names it first.
    /// Opening them is a door's business.
    #[must_use]
    pub fn missing(&self) -> Vec<(String, Span)> {
        let named = strategy::files_named(&self.sources, &self.trees).into_iter();
        named.filter(|name| self.sources.find(&name.value).is_none()).map(|name| (name.value, name.span)).collect()
    }

    /// The files and their trees.
    pub(super) fn into_parts(self) -> (Sources, Vec<Tree>) {
        (self.sources, self.trees)
    }
}
