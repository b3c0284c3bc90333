//! 6. Routing: the rules, from the top.

use crate::document::block::{Block, Inline, Section, Text, identity, plain, quiet, strong};
use crate::document::content::Content;
use crate::document::parts::{notes, section, to};
use crate::strategy::components::routing::RuleModel;
use crate::strategy::words::capital;

pub(super) fn write(content: &Content<'_>) -> Option<Section> {
    let mut section = section(content, 6, "routing", "Who answers a contact? The first rule that fits wins.");
    let rules = &content.strategy.components.routing.content.rules;
    if rules.is_empty() {
        return Some(section);
    }
    let items = rules.iter().map(|rule| sentence(content, rule)).collect();
    section.blocks.push(Block::List { numbered: true, items });
    for rule in rules {
        section
            .blocks
            .push(Block::Heading { id: identity(&["routing", &rule.head.name]), text: rule.head.name.clone() });
        let mut facts: Vec<(String, Text)> = rule
            .head
            .facts
            .iter()
            .map(|fact| (capital(&fact.label), linked(content, &fact.label, fact.text.trim())))
            .collect();
        if rule.priority.is_none() {
            facts.push(("Priority".into(), quiet("from the gravity of the contact type")));
        }
        section.blocks.push(Block::Facts { facts });
        section.blocks.extend(notes(&rule.head.note));
    }
    Some(section)
}

/// A rule as one sentence.
fn sentence(content: &Content<'_>, rule: &RuleModel) -> Text {
    let mut text = vec![to("routing", &rule.head.name)];
    let when = rule.condition.as_ref().map_or("every other contact".to_owned(), |it| format!("if {}", it.text));
    text.push(Inline::Text { text: format!(": {when} → ") });
    match &rule.send_to {
        Some(group) => {
            let name = content.policy.group(group.value).map_or("", |group| group.name.as_str());
            text.push(to("agent groups", name));
        }
        None => text.push(Inline::Text { text: "no reply needed".into() }),
    }
    for step in &rule.steps {
        let name = content.policy.group(step.group.value).map_or("", |group| group.name.as_str());
        text.push(Inline::Text { text: format!(", after {} ", step.after.value) });
        text.push(to("agent groups", name));
    }
    text
}

/// The value of a key, with a link where it is the name of a group.
fn linked(content: &Content<'_>, label: &str, text: &str) -> Text {
    let is_group = content.policy.groups.iter().any(|group| group.name == text);
    if is_group && (label == "send to" || label.starts_with("then after")) {
        return vec![to("agent groups", text)];
    }
    if text.is_empty() { strong("yes") } else { plain(text) }
}
