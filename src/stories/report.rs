//! The stories of a strategy, run, with their places, and what none of them meets.

use crate::stories::coverage::StoryCoverage;
use crate::stories::run::StoryResult;

/// All stories of a strategy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoryReport {
    /// In the order written.
    pub stories: Vec<PlacedStory>,
    /// What no story meets.
    pub coverage: StoryCoverage,
}

/// A story and where it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlacedStory {
    /// What came of it.
    pub result: StoryResult,
    /// The name of its file.
    pub file: String,
    /// Its line, from 1.
    pub line: u32,
}

impl StoryReport {
    /// How many stories are as they should be.
    #[must_use]
    pub fn right(&self) -> usize {
        self.stories.iter().filter(|story| story.result.passed).count()
    }

    /// How many are not, or could not be asked.
    #[must_use]
    pub fn not_right(&self) -> usize {
        self.stories.len().saturating_sub(self.right())
    }
}
