//! Stakeholders: who has a say.

use crate::document::block::{Block, Section, plain, strong};
use crate::document::content::Content;
use crate::document::parts::notes;

pub(super) fn write(content: &Content<'_>) -> Option<Section> {
    let stakeholders = &content.strategy.governance.stakeholders;
    if !stakeholders.written {
        return None;
    }
    let mut blocks = notes(&stakeholders.note);
    let rows = stakeholders.content.people.iter().map(|person| {
        let role = person.role.as_ref().map_or("", |role| role.text.as_str());
        let function = person.function.as_ref().map_or("", |function| function.text.as_str());
        vec![strong(&person.head.name), plain(role), plain(function)]
    });
    let head = ["Who", "Role", "Function"].map(str::to_owned).to_vec();
    blocks.push(Block::Table { caption: "Stakeholders".into(), head, rows: rows.collect(), wide: false });
    Some(Section {
        id: "stakeholders".into(),
        title: "Stakeholders".into(),
        strip: Vec::new(),
        question: "Who has a say in this strategy?".into(),
        blocks,
    })
}
