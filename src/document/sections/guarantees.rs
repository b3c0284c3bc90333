//! Guarantees: what must hold for every contact.

use crate::document::block::{Block, Section, State, plain, state};
use crate::document::content::Content;
use crate::document::parts::{governing, headed, notes};

pub(super) fn write(content: &Content<'_>) -> Option<Section> {
    let guarantees = &content.strategy.governance.guarantees;
    if guarantees.content.guarantees.is_empty() {
        return None;
    }
    let mut blocks = notes(&guarantees.note);
    let text = "These statements are meant to hold for every contact. This version does not prove them: nobody has \
                checked yet whether the rules keep them.";
    blocks.push(Block::Paragraph { text: plain(text) });
    for guarantee in &guarantees.content.guarantees {
        let mut said = headed(content, "guarantees", &guarantee.head);
        let proof = vec![("Proven".to_owned(), vec![state(State::Part, "not proven yet")])];
        match said.get_mut(1) {
            Some(Block::Facts { facts }) => facts.extend(proof),
            _ => said.push(Block::Facts { facts: proof }),
        }
        blocks.extend(said);
    }
    let question = "What is meant to hold for every contact?";
    Some(governing(content, "guarantees", "Guarantees", &["guarantees"], question, blocks))
}
