//! Known gaps we accept: what, where, why, who, until when.

use crate::document::block::{Inline, Section, State, Text, fixed, plain, strong, table};
use crate::document::content::Content;
use crate::document::marks;
use crate::document::parts::{Part, details, governing, notes};
use crate::strategy::{GapModel, Written};

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
            until(content, gap),
        ]
    });
    let mut blocks = notes(&gaps.note);
    let head = ["Gap", "State", "Finding", "Where", "Why", "Who", "Until"];
    blocks.push(table("Known gaps we accept", &head, rows));
    let shown = ["finding", "where", "why", "who", "until"];
    for gap in &gaps.content.gaps {
        blocks.extend(details(content, "accepted gaps", &Part::from(&gap.head), &shown));
    }
    let question = "What have we decided to live with, for now?";
    Some(governing(content, "accepted-gaps", "Known gaps we accept", &["accepted gaps"], question, blocks))
}

/// Until when; a date that does not exist is shown as written.
fn until(content: &Content<'_>, gap: &GapModel) -> Text {
    match (gap.until, gap.head.fact("until")) {
        (Some(until), _) => fixed(until.value.to_string()),
        (None, Some(written)) => marks::said(content, written),
        (None, None) => Text::new(),
    }
}
