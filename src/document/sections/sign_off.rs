//! Sign-off: who agrees to this strategy.

use crate::document::block::{Block, Section, Text, plain, strong};
use crate::document::content::Content;

pub(super) fn write(content: &Content<'_>) -> Option<Section> {
    let mut rows: Vec<Vec<Text>> = Vec::new();
    let mut add = |role: String, name: &str| {
        let known = rows.iter().any(|row| row.get(1).is_some_and(|cell| crate::document::block::words(cell) == name));
        if !known {
            rows.push(vec![strong(role), plain(name), Vec::new(), Vec::new()]);
        }
    };
    if let Some(owner) = &content.strategy.header.plan_owner {
        add("Plan owner".into(), &owner.text);
    }
    for owner in &content.strategy.governance.owners.content.owners {
        let function = owner.function.as_ref().map_or_else(String::new, |it| format!(", {}", it.value));
        add(format!("Owner of {}", owner.head.name), &format!("{}{function}", owner.person.value));
    }
    for approver in &content.strategy.components.deployment.content.approved_by {
        add("Approves".into(), &approver.text);
    }
    if rows.is_empty() {
        return None;
    }
    let head = ["Role", "Name", "Date", "Signature"].map(str::to_owned).to_vec();
    Some(Section {
        id: "sign-off".into(),
        title: "Sign-off".into(),
        strip: Vec::new(),
        question: "Who agrees to this strategy?".into(),
        blocks: vec![Block::Table { caption: "Sign-off".into(), head, rows, wide: false }],
    })
}
