//! Stories: cases that this strategy must get right, each with what happens.

use std::collections::BTreeMap;

use crate::document::block::{Block, Section, State, Text, identity, plain, state};
use crate::document::content::Content;
use crate::document::marks;
use crate::document::parts::{facts, governing, notes, to};
use crate::stories::StoryResult;
use crate::strategy::StoryModel;

pub(super) fn write(content: &Content<'_>) -> Option<Section> {
    let stories = &content.strategy.governance.stories;
    if !stories.written {
        return None;
    }
    let mut blocks = notes(&stories.note);
    let mut results: BTreeMap<&str, &StoryResult> = BTreeMap::new();
    for result in content.stories {
        results.entry(&result.name).or_insert(result);
    }
    for story in &stories.content.stories {
        let name = &story.head.name;
        blocks.push(Block::Heading { id: identity(&["stories", name]), text: name.clone() });
        let result = results.get(name.as_str()).filter(|_| !story.broken);
        let facts = result.map_or_else(|| not_run(content, story), |result| run(content, result));
        blocks.push(Block::Facts { facts });
        blocks.extend(notes(&story.head.note));
    }
    let question = "Which cases must this strategy get right, and does it?";
    Some(governing(content, "stories", "Stories", &["stories"], question, blocks))
}

/// A story of which something has no meaning, as written.
fn not_run(content: &Content<'_>, story: &StoryModel) -> Vec<(String, Text)> {
    let mut pairs = facts(content, &story.head, |_| true);
    pairs.push(("Result".into(), vec![marks::not_understood(None)]));
    pairs
}

fn run(content: &Content<'_>, result: &StoryResult) -> Vec<(String, Text)> {
    let passed = if result.passed { state(State::Good, "as expected") } else { state(State::Gap, "not as expected") };
    let mut pairs: Vec<(String, Text)> =
        vec![("Contact".into(), plain(result.contact.as_str())), ("Result".into(), vec![passed])];
    for step in &result.steps {
        let mark = if step.passed { State::Good } else { State::Gap };
        let words = if step.passed || step.happened.is_empty() {
            step.written.clone()
        } else {
            format!("{}, but: {}", step.written, step.happened)
        };
        pairs.push(("Expected".into(), vec![state(mark, words)]));
    }
    let rule = result.met.as_ref().and_then(|met| met.rule).and_then(|rule| content.policy.rule(rule));
    if let Some(rule) = rule {
        pairs.push(("Decided by".into(), vec![to("routing", &rule.name)]));
    }
    pairs
}
