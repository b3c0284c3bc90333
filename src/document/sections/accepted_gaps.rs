//! Known gaps we accept: what, where, why, who, until when.

use crate::document::block::{Block, Inline, Section, State, identity, plain, strong};
use crate::document::content::Content;
use crate::document::parts::notes;
use crate::strategy::Written;

pub(super) fn write(content: &Content<'_>) -> Option<Section> {
    let gaps = &content.strategy.governance.accepted_gaps;
    if gaps.content.gaps.is_empty() {
        return None;
    }
    let text = |written: &Option<Written>| plain(written.as_ref().map_or("", |written| written.text.as_str()));
    let rows = gaps.content.gaps.iter().enumerate().map(|(at, gap)| {
        let headline = content.accepted.iter().find(|(entry, _)| *entry == at).map(|(_, found)| found.headline.clone());
        let state = match (&headline, gap.until) {
            (_, Some(until)) if until.value < content.today => (State::Gap, "expired"),
            (Some(_), _) => (State::Part, "accepted"),
            (None, _) => (State::Not, "not found any more"),
        };
        let mut what = strong(&gap.head.name);
        if let Some(headline) = headline {
            what.push(Inline::Text { text: format!(": {headline}") });
        }
        vec![
            what,
            vec![Inline::State { state: state.0, text: state.1.into() }],
            text(&gap.finding),
            text(&gap.place),
            text(&gap.why),
            text(&gap.who),
            plain(gap.until.map_or_else(String::new, |until| until.value.to_string())),
        ]
    });
    let head = ["Gap", "State", "Finding", "Where", "Why", "Who", "Until"].map(str::to_owned).to_vec();
    let mut blocks = notes(&gaps.note);
    blocks.push(Block::Table { caption: "Known gaps we accept".into(), head, rows: rows.collect(), wide: true });
    for gap in gaps.content.gaps.iter().filter(|gap| !gap.head.note.is_empty()) {
        blocks.push(Block::Heading { id: identity(&["accepted gaps", &gap.head.name]), text: gap.head.name.clone() });
        blocks.extend(notes(&gap.head.note));
    }
    Some(Section {
        id: "accepted-gaps".into(),
        title: "Known gaps we accept".into(),
        strip: Vec::new(),
        question: "What have we decided to live with, for now?".into(),
        blocks,
    })
}
