//! Stories: cases that this strategy must get right, each with what happens.

use std::collections::BTreeMap;

use crate::document::block::{Block, Inline, Section, State, Text, identity, plain};
use crate::document::content::Content;
use crate::document::parts::{headed, notes};
use crate::stories::StoryResult;

pub(super) fn write(content: &Content<'_>) -> Option<Section> {
    let stories = &content.strategy.governance.stories;
    if !stories.written {
        return None;
    }
    let mut blocks = notes(&stories.note);
    let results: BTreeMap<&str, &StoryResult> = content.stories.iter().map(|it| (it.name.as_str(), it)).collect();
    for story in &stories.content.stories {
        match results.get(story.head.name.as_str()) {
            Some(result) => blocks.extend(told(content, result)),
            // One that has no meaning cannot be run; it is shown as written.
            None => {
                blocks.extend(headed("stories", &story.head));
                continue;
            }
        }
        blocks.extend(notes(&story.head.note));
    }
    Some(Section {
        id: "stories".into(),
        title: "Stories".into(),
        strip: Vec::new(),
        question: "Which cases must this strategy get right, and does it?".into(),
        blocks,
    })
}

/// A story and what happens.
fn told(content: &Content<'_>, result: &StoryResult) -> Vec<Block> {
    let heading = Block::Heading { id: identity(&["stories", &result.name]), text: result.name.clone() };
    let state = if result.passed {
        Inline::State { state: State::Good, text: "as expected".into() }
    } else {
        Inline::State { state: State::Gap, text: "not as expected".into() }
    };
    let mut facts: Vec<(String, Text)> =
        vec![("Contact".into(), plain(result.contact.as_str())), ("Result".into(), vec![state])];
    for step in &result.steps {
        let mark = if step.passed { State::Good } else { State::Gap };
        let words = if step.passed || step.happened.is_empty() {
            step.written.clone()
        } else {
            format!("{}, but: {}", step.written, step.happened)
        };
        facts.push(("Expected".into(), vec![Inline::State { state: mark, text: words }]));
    }
    let rule = result.met.as_ref().and_then(|met| met.rule).and_then(|rule| content.policy.rule(rule));
    if let Some(rule) = rule {
        facts.push(("Decided by".into(), vec![crate::document::parts::to("routing", &rule.name)]));
    }
    vec![heading, Block::Facts { facts }]
}
