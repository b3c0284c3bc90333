//! Guarantees: what must hold for every contact, and whether it does.

use crate::document::block::{Block, Section, plain};
use crate::document::content::Content;
use crate::document::parts::{governing, headed, notes};
use crate::document::proofs::{in_words, proofs};

pub(super) fn write(content: &Content<'_>) -> Option<Section> {
    let guarantees = &content.strategy.governance.guarantees;
    if guarantees.content.guarantees.is_empty() {
        return None;
    }
    let mut blocks = notes(&guarantees.note);
    let text = "These statements must hold for every contact that there can be. Each one is proven for all of them, or \
                refuted by one.";
    blocks.push(Block::Paragraph { text: plain(text) });
    for (guarantee, proof) in proofs(content) {
        let mut said = headed(content, "guarantees", &guarantee.head);
        let proof = vec![("Proof".to_owned(), vec![in_words(content, proof)])];
        match said.get_mut(1) {
            Some(Block::Facts { facts }) => facts.extend(proof),
            _ => said.push(Block::Facts { facts: proof }),
        }
        blocks.extend(said);
    }
    let question = "What must hold for every contact, and does it?";
    Some(governing(content, "guarantees", "Guarantees", &["guarantees"], question, blocks))
}
