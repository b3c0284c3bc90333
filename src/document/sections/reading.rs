//! How to read and change this document.

use crate::document::block::{Block, Section, plain};
use crate::document::content::Content;

pub(super) fn write(content: &Content<'_>) -> Option<Section> {
    let file = content.sources.name(content.strategy.start);
    let owner = content.strategy.header.plan_owner.as_ref().map_or("the plan owner", |owner| owner.text.as_str());
    let items = vec![
        plain(format!("This document is written from the file {file}. Change the file; the document follows.")),
        plain(format!("Check a change: frontdesk check {file}")),
        plain(format!("Write this document again: frontdesk document {file}")),
        plain("The fingerprint on the front page is also in the runtime config, so paper and machine can be compared."),
        plain(format!("Questions go to {owner}.")),
    ];
    Some(Section {
        id: "reading".into(),
        title: "How to read and change this document".into(),
        strip: Vec::new(),
        question: String::new(),
        blocks: vec![Block::List { numbered: false, items }],
    })
}
