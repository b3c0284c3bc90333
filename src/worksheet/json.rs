//! The worksheet for programs, by structs of its own.

use serde::Serialize;
use serde_json::{Value, json as value};

use crate::source::Sources;
use crate::worksheet::answer::Status;
use crate::worksheet::fill::Worksheet;
use crate::worksheet::questions::Part;

#[derive(Serialize)]
struct SheetJson<'a> {
    format: u32,
    channels: &'a [String],
    counts: Vec<CountJson>,
    questions: Vec<QuestionJson<'a>>,
}

#[derive(Serialize)]
struct CountJson {
    part: &'static str,
    answered: usize,
    partial: usize,
    unanswered: usize,
    not_applicable: usize,
}

#[derive(Serialize)]
struct QuestionJson<'a> {
    name: &'static str,
    part: &'static str,
    question: &'static str,
    status: &'static str,
    missing: &'a str,
    section: &'static str,
    evidence: Vec<EvidenceJson<'a>>,
}

#[derive(Serialize)]
struct EvidenceJson<'a> {
    section: &'static str,
    words: &'a str,
    file: &'a str,
    line: u32,
}

/// The filled worksheet as JSON, two blanks an indentation.
#[must_use]
pub fn json(sheet: &Worksheet, sources: &Sources) -> String {
    let counts = Part::ALL.map(|part| CountJson {
        part: part.word(),
        answered: sheet.count(part, Status::Answered),
        partial: sheet.count(part, Status::Partial),
        unanswered: sheet.count(part, Status::Unanswered),
        not_applicable: sheet.count(part, Status::NotApplicable),
    });
    let questions = sheet.answers.iter().map(|(question, answer)| QuestionJson {
        name: question.name,
        part: question.part.word(),
        question: question.words,
        status: answer.status.word(),
        missing: &answer.missing,
        section: question.section,
        evidence: answer
            .evidence
            .iter()
            .map(|evidence| EvidenceJson {
                section: evidence.section,
                words: &evidence.words,
                file: sources.name(evidence.span),
                line: sources.start(evidence.span).line,
            })
            .collect(),
    });
    let sheet =
        SheetJson { format: 1, channels: &sheet.channels, counts: counts.into(), questions: questions.collect() };
    let mut text = serde_json::to_string_pretty(&sheet).unwrap_or_default();
    text.push('\n');
    text
}

/// The schema of the format.
#[must_use]
pub fn schema() -> Value {
    let number = value!({ "type": "integer", "minimum": 0 });
    let text = value!({ "type": "string" });
    let status = value!({ "enum": ["answered", "partial", "unanswered", "not applicable"] });
    let part = value!({ "enum": ["WHO", "WHAT", "WHEN", "HOW"] });
    let closed = |properties: Value| {
        let required: Vec<String> = properties.as_object().map(|all| all.keys().cloned().collect()).unwrap_or_default();
        value!({ "type": "object", "properties": properties, "required": required, "additionalProperties": false })
    };
    let list = |of: Value| value!({ "type": "array", "items": of });
    let evidence =
        closed(value!({ "section": text, "words": text, "file": text, "line": { "type": "integer", "minimum": 1 } }));
    let count = closed(value!({
        "part": part, "answered": number, "partial": number, "unanswered": number, "not_applicable": number
    }));
    let question = closed(value!({
        "name": text, "part": part, "question": text, "status": status, "missing": text, "section": text,
        "evidence": list(evidence)
    }));
    let mut schema = closed(value!({
        "format": { "const": 1 }, "channels": list(text), "counts": list(count), "questions": list(question)
    }));
    if let Some(members) = schema.as_object_mut() {
        members.insert("$schema".into(), value!("https://json-schema.org/draft/2020-12/schema"));
        members.insert("title".into(), value!("The self-check of frontdesk, format 1"));
    }
    schema
}
