//! 6. Routing: the rules, from the top.

use crate::document::block::{Block, Inline, Row, Section, State, Text, plain, quiet, state, strong, table};
use crate::document::content::Content;
use crate::document::marks;
use crate::document::parts::{Part, details, row, section, to};
use crate::strategy::{Fact, Named, RuleModel};

/// The beginnings of keys for what happens later.
const THEN: &str = "then after ";
const UNANSWERED: &str = "if not answered in ";

pub(super) fn write(content: &Content<'_>) -> Option<Section> {
    let mut section = section(content, 6, "routing", "Who answers a contact? The first rule that fits wins.");
    let rules = &content.strategy.components.routing.content.rules;
    if rules.is_empty() {
        return Some(section);
    }
    let mut rows: Vec<Row> = Vec::with_capacity(rules.len());
    let mut below = Vec::new();
    for (at, rule) in rules.iter().enumerate() {
        let details = details(content, "routing", &Part::from(&rule.head), &in_table(&rule.head));
        rows.push(row("routing", &rule.head.name, cells(content, at + 1, rule), &details));
        below.extend(details);
    }
    section.blocks.push(table("How we answer, tried from the top", &["Rule", "Contacts", "Goes to", "Later"], rows));
    if rules.iter().any(|rule| rule.head.fact("priority").is_none()) {
        let text = "Where a rule says no priority of its own, the gravity of the contact type decides: critical first.";
        section.blocks.push(Block::Paragraph { text: quiet(text) });
    }
    section.blocks.extend(below);
    Some(section)
}

/// The keys of a rule that the table shows.
fn in_table(head: &Named) -> Vec<&str> {
    let shown = |label: &&str| {
        matches!(*label, "when" | "send to" | "reply") || label.starts_with(THEN) || label.starts_with(UNANSWERED)
    };
    head.facts.iter().map(|fact| fact.label.as_str()).filter(shown).collect()
}

fn cells(content: &Content<'_>, number: usize, rule: &RuleModel) -> Vec<Text> {
    let mut name = plain(format!("{number}. "));
    name.extend(strong(&rule.head.name));
    if rule.dropped {
        name.extend(plain(" "));
        name.push(state(State::Gap, "has no effect"));
    }
    let contacts = match (rule.head.fact("when"), &rule.condition) {
        (Some(when), _) => marks::said(content, when),
        (None, Some(condition)) => marks::as_written(content, &condition.text, condition.span),
        (None, None) => plain("every other contact"),
    };
    vec![name, contacts, target(content, rule), later(content, &rule.head)]
}

/// Where a rule sends its contacts. What has no meaning is shown as it was written.
fn target(content: &Content<'_>, rule: &RuleModel) -> Text {
    match (rule.head.fact("send to"), rule.head.fact("reply")) {
        (Some(group), _) if rule.send_to.is_none() => marks::unread(content, &group.text, group.span),
        (Some(group), _) => group_named(content, group),
        (None, Some(reply)) if rule.no_reply_needed && marks::misread(content, reply.span).is_none() => {
            vec![state(State::Not, "no reply needed")]
        }
        (None, Some(reply)) => marks::unread(content, &format!("reply: {}", reply.text), reply.span),
        (None, None) => vec![state(State::Gap, "nowhere")],
    }
}

/// The later steps and who is told, in the order written.
fn later(content: &Content<'_>, head: &Named) -> Text {
    let mut text = Text::new();
    for fact in &head.facts {
        let after = fact.label.strip_prefix(THEN).map(|after| format!("after {after}: "));
        let after =
            after.or_else(|| fact.label.strip_prefix(UNANSWERED).map(|after| format!("unanswered in {after}: ")));
        let Some(after) = after else { continue };
        if !text.is_empty() {
            text.extend(plain("; "));
        }
        text.extend(plain(after));
        text.extend(group_named(content, fact));
    }
    text
}

/// What is written, with a link where it begins with the name of a group.
fn group_named(content: &Content<'_>, fact: &Fact) -> Text {
    let said = fact.text.trim();
    let name = said.split_once(", without ").map_or(said, |(name, _)| name);
    let mut text = marks::said(content, fact);
    if content.policy.groups.iter().any(|group| group.name == name) {
        let rest = said.strip_prefix(name).unwrap_or_default();
        let marks = text.into_iter().filter(|part| matches!(part, Inline::State { .. }));
        text = [to("agent groups", name)].into_iter().chain(plain(rest)).chain(marks).collect();
    }
    text
}
