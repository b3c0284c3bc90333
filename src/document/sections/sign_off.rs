//! Sign-off: who agrees to this strategy.

use crate::document::block::{Block, Row, Section, Text, plain, quiet, strong, table, words};
use crate::document::content::Content;
use crate::document::marks;
use crate::strategy::OwnerModel;

pub(super) fn write(content: &Content<'_>) -> Option<Section> {
    let mut blocks = Vec::new();
    let mut rows = named(content);
    if rows.is_empty() {
        let text = "Nobody is named in the strategy yet. Write in who signs.";
        blocks.push(Block::Paragraph { text: quiet(text) });
        rows.extend(
            ["Plan owner", "Approves", "Approves"]
                .map(|role| vec![strong(role), Text::new(), Text::new(), Text::new()]),
        );
    }
    blocks.push(table("Sign-off", &["Role", "Name", "Date", "Signature"], rows.into_iter().map(Row::from)));
    Some(Section {
        id: "sign-off".into(),
        title: "Sign-off".into(),
        strip: Vec::new(),
        question: "Who agrees to this strategy?".into(),
        blocks,
    })
}

/// Everybody who is named, once.
fn named(content: &Content<'_>) -> Vec<Vec<Text>> {
    let mut rows: Vec<Vec<Text>> = Vec::new();
    let mut add = |role: String, name: Text| {
        let known = rows.iter().any(|row| row.get(1).is_some_and(|cell| words(cell) == words(&name)));
        if !known {
            rows.push(vec![strong(role), name, Text::new(), Text::new()]);
        }
    };
    if let Some(owner) = &content.strategy.header.plan_owner {
        add("Plan owner".into(), plain(owner.text.as_str()));
    }
    let owners = &content.strategy.governance.owners.content;
    for (at, owner) in owners.owners.iter().enumerate() {
        let same = |other: &&OwnerModel| other.person.value == owner.person.value;
        if owners.owners.iter().take(at).any(|other| same(&other)) {
            continue;
        }
        let parts: Vec<&str> = owners.owners.iter().filter(same).map(|it| it.head.name.as_str()).collect();
        let function = owner.function.as_ref().map_or_else(String::new, |it| format!(", {}", it.value));
        add(format!("Owner of {}", parts.join(", ")), plain(format!("{}{function}", owner.person.value)));
    }
    for head in &owners.unreadable {
        for line in &head.facts {
            add(format!("Owner of {}", head.name), marks::unread(content, &line.text, line.span));
        }
    }
    for approver in &content.strategy.components.deployment.content.approved_by {
        add("Approves".into(), plain(approver.text.as_str()));
    }
    rows
}
