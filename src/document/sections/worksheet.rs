//! The self-check: WHO, WHAT, WHEN and HOW, answered from the data.

use std::collections::BTreeMap;

use crate::document::block::{
    Block, Inline, Row, Section, State, Text, identity, link, plain, quiet, state, strong, table,
};
use crate::document::content::Content;
use crate::document::marks;
use crate::document::parts::{governing, notes};
use crate::worksheet::{Answer, Part, Question, Status};

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
        let arises = |(question, answer): &&(&'static Question, Answer)| {
            question.part == part && answer.status != Status::NotApplicable
        };
        let rows: Vec<Row> =
            sheet.answers.iter().filter(arises).map(|(question, answer)| row(content, question, answer)).collect();
        if !rows.is_empty() {
            blocks.push(table(part.word(), &["Question", "State", "Answer", "From, and where to answer"], rows));
        }
    }
    blocks.extend(not_applicable(&sheet.answers));
    blocks.extend(own_answers(content));
    let question = "Which questions does this strategy answer, and which are open?";
    Some(governing(content, "worksheet", "Self-check worksheet", &["self-check"], question, blocks))
}

/// The questions that do not arise: one row for each reason.
fn not_applicable(answers: &[(&'static Question, Answer)]) -> Option<Block> {
    let mut reasons: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (question, answer) in answers.iter().filter(|(_, answer)| answer.status == Status::NotApplicable) {
        reasons.entry(&answer.missing).or_default().push(question.words);
    }
    if reasons.is_empty() {
        return None;
    }
    let rows = reasons.into_iter().map(|(reason, questions)| {
        let words =
            if questions.len() == 1 { "1 question".to_owned() } else { format!("{} questions", questions.len()) };
        let mut name = strong(words);
        name.extend(plain(format!(": {}", questions.join(" "))));
        Row::from(vec![name, vec![state(State::Not, "not applicable")], plain(reason)])
    });
    Some(table("Questions that do not arise", &["Questions", "State", "Why"], rows))
}

/// What the author answered under `self-check`, whatever else in the strategy answers the same.
fn own_answers(content: &Content<'_>) -> Vec<Block> {
    let part = &content.strategy.governance.self_check;
    let mut blocks = notes(&part.note);
    let rows: Vec<Row> = part
        .content
        .answers
        .iter()
        .map(|answer| {
            let said = marks::as_written(content, &answer.answer.text, answer.answer.span);
            Row::from(vec![strong(&answer.head.name), said])
        })
        .collect();
    if !rows.is_empty() {
        blocks.insert(0, table("Our own answers, under self-check", &["Question", "Answer"], rows));
    }
    blocks
}

fn row(content: &Content<'_>, question: &Question, answer: &Answer) -> Row {
    let mark = match answer.status {
        Status::Answered => State::Good,
        Status::Partial => State::Part,
        Status::Unanswered => State::Gap,
        Status::NotApplicable => State::Not,
    };
    let said: Vec<&str> = answer.evidence.iter().take(4).map(|evidence| evidence.words.as_str()).collect();
    let mut words = said.join("; ");
    if answer.evidence.len() > 4 {
        words.push_str(&format!("; and {} more", answer.evidence.len() - 4));
    }
    if !answer.missing.is_empty() {
        let gap = if words.is_empty() { "" } else { ". " };
        words.push_str(&format!("{gap}Missing: {}", answer.missing));
    }
    let state = vec![state(mark, answer.status.word())];
    Row::from(vec![strong(question.words), state, plain(words), place(content, question, answer)])
}

/// From where the answer is: the first line of each section that gives it; then where to put what is missing.
fn place(content: &Content<'_>, question: &Question, answer: &Answer) -> Text {
    let mut text = Text::new();
    let mut sections: Vec<&str> = Vec::new();
    for evidence in &answer.evidence {
        if sections.contains(&evidence.section) {
            continue;
        }
        text.extend(plain(if sections.is_empty() { "from " } else { "; " }));
        sections.push(evidence.section);
        text.push(to_section(content, evidence.section));
        text.extend(plain(format!(", line {}", content.sources.start(evidence.span).line)));
    }
    if matches!(answer.status, Status::Partial | Status::Unanswered) {
        text.extend(quiet(if text.is_empty() { "answer it in " } else { "; answer it in " }));
        text.push(to_section(content, question.section));
    }
    text
}

/// A link to a section, where the document has one.
fn to_section(content: &Content<'_>, section: &str) -> Inline {
    let governance = content.strategy.governance.sections();
    let written = |key: &str| governance.iter().any(|(known, written, ..)| *known == key && *written);
    match section {
        "self-check" => link(section, "worksheet"),
        "stakeholders" | "brand" if written(section) => link(section, section),
        _ if content.strategy.components.sections().iter().any(|(key, ..)| *key == section) => {
            link(section, identity(&[section]))
        }
        _ => Inline::Text { text: section.to_owned() },
    }
}
