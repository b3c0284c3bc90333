//! The self-check: WHO, WHAT, WHEN and HOW, answered from the data.

use crate::document::block::{Block, Inline, Section, State, Text, identity, link, plain, strong};
use crate::document::content::Content;
use crate::document::parts::notes;
use crate::worksheet::{Answer, Evidence, Part, Question, Status};

/// How many places are shown for one answer; the rest are counted.
const MOST_EVIDENCE: usize = 4;

pub(super) fn write(content: &Content<'_>) -> Option<Section> {
    let sheet = content.worksheet;
    let about = if sheet.channels.is_empty() { sheet.called.clone() } else { sheet.channels.join(", ") };
    let counts = Part::ALL.iter().map(|part| plain(sheet.subtotal(*part))).collect();
    let mut blocks = vec![
        Block::Paragraph {
            text: plain(format!("Asked about: {about}. Answers come from this strategy, with the line.")),
        },
        Block::List { numbered: false, items: counts },
    ];
    for part in Part::ALL {
        let rows = sheet.answers.iter().filter(|(question, _)| question.part == part);
        let rows = rows.map(|(question, answer)| row(content, question, answer)).collect();
        let head = ["Question", "State", "Answer", "Where"].map(str::to_owned).to_vec();
        blocks.push(Block::Table { caption: part.word().into(), head, rows, wide: false });
    }
    let self_check = &content.strategy.governance.self_check;
    let facts: Vec<(String, Text)> = self_check
        .content
        .answers
        .iter()
        .filter(|own| !sheet.answers.iter().any(|(_, answer)| shown(answer).any(|it| it.span == own.answer.span)))
        .map(|own| (own.head.name.clone(), plain(own.answer.text.trim())))
        .collect();
    if !facts.is_empty() {
        let text = "We also answered ourselves, where the worksheet did not ask or had better evidence:";
        blocks.push(Block::Paragraph { text: plain(text) });
        blocks.push(Block::Facts { facts });
    }
    blocks.extend(notes(&self_check.note));
    Some(Section {
        id: "worksheet".into(),
        title: "Self-check worksheet".into(),
        strip: Vec::new(),
        question: "Which questions does this strategy answer, and which are open?".into(),
        blocks,
    })
}

/// The evidence that is shown of an answer.
fn shown(answer: &Answer) -> impl Iterator<Item = &Evidence> {
    answer.evidence.iter().take(MOST_EVIDENCE)
}

fn row(content: &Content<'_>, question: &Question, answer: &Answer) -> Vec<Text> {
    let state = match answer.status {
        Status::Answered => State::Good,
        Status::Partial => State::Part,
        Status::Unanswered => State::Gap,
        Status::NotApplicable => State::Not,
    };
    let said: Vec<&str> = shown(answer).map(|evidence| evidence.words.as_str()).collect();
    let mut words = said.join("; ");
    if answer.evidence.len() > MOST_EVIDENCE {
        words.push_str(&format!("; and {} more", answer.evidence.len() - MOST_EVIDENCE));
    }
    if !answer.missing.is_empty() {
        let label = if answer.status == Status::NotApplicable { "" } else { "Missing: " };
        let gap = if words.is_empty() { "" } else { ". " };
        words.push_str(&format!("{gap}{label}{}", answer.missing));
    }
    let mut place = vec![link(question.section, identity(&[question.section]))];
    if matches!(question.section, "plan owner" | "stakeholders" | "brand") {
        place = plain(question.section);
    }
    if let Some(evidence) = answer.evidence.first() {
        let line = content.sources.start(evidence.span).line;
        place.push(Inline::Text { text: format!(", line {line}") });
    }
    vec![strong(question.words), vec![Inline::State { state, text: answer.status.word().into() }], plain(words), place]
}
