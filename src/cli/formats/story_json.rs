//! The stories of a strategy for programs: one object with a published, versioned schema.

use schemars::JsonSchema;
use serde::Serialize;

use crate::cli::formats::decision_json::RuleJson;
use crate::cli::formats::story_coverage::{Covered, covered};
use crate::cli::formats::story_words::what_is_not_right;
use crate::cli::formats::suggestion_words::{expected, reason};
use crate::compilation::{LeftOut, PlacedStory, Runtime, StoryReport, Suggestion, Suggestions};

/// The version of this format. It grows by one when a reader of the old one would be misled.
const FORMAT: u32 = 1;

/// All stories of one strategy.
#[derive(Debug, Serialize, JsonSchema)]
struct StoriesJson<'a> {
    /// The version of this format: 1.
    format: u32,
    /// The name of the strategy.
    strategy: String,
    /// The fingerprint of what runs: `sha256:` and 64 digits.
    fingerprint: String,
    /// How many stories are right.
    right: usize,
    /// How many are not, or cannot be asked.
    not_right: usize,
    /// The stories, in the order written.
    stories: Vec<StoryJson<'a>>,
    /// What the stories meet and what they leave out.
    coverage: CoverageJson,
    /// The stories that the strategy lacks; only where they were asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    suggestions: Option<Vec<SuggestionJson>>,
    /// What has no story and gets none; only where suggestions were asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    left_out: Option<Vec<LeftOutJson>>,
}

/// A story that the strategy lacks. It is right today.
#[derive(Debug, Serialize, JsonSchema)]
struct SuggestionJson {
    /// What it is for, in words.
    reason: String,
    /// Its name.
    name: String,
    /// The contact, as a story writes it.
    contact: String,
    /// What comes of it today, as a story writes it.
    expect: String,
}

/// Something that has no story and gets none.
#[derive(Debug, Serialize, JsonSchema)]
struct LeftOutJson {
    /// For what there should be a story, in words.
    reason: String,
    /// Whether no contact at all can come to it. Otherwise none was found, or none that a story can tell.
    never: bool,
}

/// One story.
#[derive(Debug, Serialize, JsonSchema)]
struct StoryJson<'a> {
    /// Its name.
    name: String,
    /// Its file.
    file: String,
    /// Its line, from 1.
    line: u32,
    /// The contact, as written.
    contact: String,
    /// Whether all of it comes so.
    right: bool,
    /// What should come of it, in the order written; empty where the story cannot be asked.
    expect: Vec<ExpectJson>,
    /// What is not right, a sentence for each thing.
    not_right: Vec<String>,
    /// The routing rule that decides; null where none fits, and where the story cannot be asked.
    rule: Option<RuleJson<'a>>,
}

/// One thing that should come of a story.
#[derive(Debug, Serialize, JsonSchema)]
struct ExpectJson {
    /// As written.
    written: String,
    /// Whether it comes so.
    right: bool,
    /// What comes in this matter, in words; empty where the story cannot be asked.
    happens: String,
}

/// What the stories meet.
#[derive(Debug, Serialize, JsonSchema)]
struct CoverageJson {
    /// Routing rules that decide the contact of a story.
    rules: PartJson,
    /// Promises that a story claims.
    promises: PartJson,
    /// Later destinations and escalations of rules, of which a story says that they come.
    steps: PartJson,
    /// Desks at which the contact of a story arrives.
    desks: PartJson,
}

/// One kind of part of the strategy.
#[derive(Debug, Serialize, JsonSchema)]
struct PartJson {
    /// How many there are.
    of: usize,
    /// How many have a story.
    with: usize,
    /// The names of those that have none.
    without: Vec<String>,
}

/// The stories as an object, two blanks an indentation.
pub(crate) fn stories(
    runtime: &Runtime,
    report: &StoryReport,
    made: Option<&Suggestions>,
) -> Result<String, serde_json::Error> {
    let coverage = covered(runtime, &report.coverage).map(part);
    let [rules, promises, steps, desks] = coverage;
    let wire = StoriesJson {
        format: FORMAT,
        strategy: runtime.policy().strategy.clone(),
        fingerprint: runtime.fingerprint().to_owned(),
        right: report.right(),
        not_right: report.not_right(),
        stories: report.stories.iter().map(|story| one(runtime, story)).collect(),
        coverage: CoverageJson { rules, promises, steps, desks },
        suggestions: made.map(|made| made.stories.iter().map(|one| suggestion(runtime, one)).collect()),
        left_out: made.map(|made| made.left_out.iter().map(|one| left_out(runtime, *one)).collect()),
    };
    serde_json::to_string_pretty(&wire).map(|text| text + "\n")
}

/// The schema of the format.
pub(crate) fn schema() -> serde_json::Value {
    schemars::schema_for!(StoriesJson).to_value()
}

fn suggestion(runtime: &Runtime, one: &Suggestion) -> SuggestionJson {
    SuggestionJson {
        reason: reason(runtime, one.reason),
        name: one.story.name.clone(),
        contact: one.story.contact.clone(),
        expect: expected(one),
    }
}

fn left_out(runtime: &Runtime, one: LeftOut) -> LeftOutJson {
    LeftOutJson { reason: reason(runtime, one.reason), never: one.never }
}

fn part(covered: Covered) -> PartJson {
    PartJson { of: covered.of, with: covered.with(), without: covered.without }
}

fn one<'a>(runtime: &'a Runtime, story: &PlacedStory) -> StoryJson<'a> {
    let result = &story.result;
    let expect = result.steps.iter().map(|step| ExpectJson {
        written: step.written.clone(),
        right: step.passed,
        happens: step.happened.clone(),
    });
    StoryJson {
        name: result.name.clone(),
        file: story.file.clone(),
        line: story.line,
        contact: result.contact.clone(),
        right: result.passed,
        expect: expect.collect(),
        not_right: what_is_not_right(story),
        rule: result.met.as_ref().and_then(|met| met.rule).map(|rule| RuleJson::of(runtime, rule)),
    }
}
