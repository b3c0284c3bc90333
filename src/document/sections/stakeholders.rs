//! Stakeholders: who has a say.

use crate::document::block::{Section, Text, plain, strong, table};
use crate::document::content::Content;
use crate::document::marks;
use crate::document::parts::{governing, notes, row};
use crate::strategy::StakeholderModel;

pub(super) fn write(content: &Content<'_>) -> Option<Section> {
    let stakeholders = &content.strategy.governance.stakeholders;
    if !stakeholders.written {
        return None;
    }
    let mut blocks = notes(&stakeholders.note);
    let rows = stakeholders
        .content
        .people
        .iter()
        .map(|person| row("stakeholders", &person.head.name, cells(content, person), &[]));
    blocks.push(table("Stakeholders", &["Who", "Role", "Function"], rows));
    let question = "Who has a say in this strategy?";
    Some(governing(content, "stakeholders", "Stakeholders", &["stakeholders"], question, blocks))
}

fn cells(content: &Content<'_>, person: &StakeholderModel) -> Vec<Text> {
    let role = match (&person.role, person.head.facts.first()) {
        (Some(role), _) => plain(role.text.as_str()),
        (None, Some(written)) => marks::said(content, written),
        (None, None) => Text::new(),
    };
    let function = person.function.as_ref().map_or("", |function| function.text.as_str());
    vec![strong(&person.head.name), role, plain(function)]
}
