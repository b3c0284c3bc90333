//! Self-check: answers of the worksheet that no other section gives.

use std::cell::LazyCell;

use crate::policy::PolicyBuilder;
use crate::source::Sink;
use crate::strategy::errors;
use crate::strategy::field::{Field, Shape};
use crate::strategy::guess;
use crate::strategy::names::Names;
use crate::strategy::reader;
use crate::strategy::written::{Named, Note, Written};
use crate::yaml::Entry;

const fn question(words: &'static str, about: &'static str, example: &'static str) -> Field {
    Field::new(words, Shape::Text, about, example)
}

/// The table of keys: exactly the questions of the worksheet that the author may answer here.
pub(crate) static FIELDS: &[Field] = &[
    question(
        "Who is our target audience?",
        "Age, places, industries, interests of those we want to reach.",
        "hikers aged 25 to 60 in the UK and Ireland",
    ),
    question("Who decides what we can say?", "Who determines what may be said.", "Aisha Khan, Legal"),
    question("What is our identity?", "Who we are in conversations.", "the practical neighbour"),
    question("What is our voice?", "How we sound.", "calm, practical, first names"),
    question(
        "What can we say publicly?",
        "What may be said where everybody can read it.",
        "opening times, delivery dates",
    ),
    question("What tools do we use?", "Tools to monitor and to respond.", "one shared inbox for all social channels"),
    question("What do we measure?", "Which numbers tell whether it works.", "share answered in time, share solved"),
    question("When is it okay not to respond?", "When silence is right.", "spam, insults without a question"),
    question("Is the team dedicated?", "Whether the team does only this.", "yes, from 08:00 to 22:00"),
    question("Will we hire?", "Whether people are hired, inside or outside.", "two people, inside"),
    question("Hire, hope or train?", "Which skills are hired, hoped for or trained.", "hire writing, train products"),
];

/// One answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerModel {
    /// The question.
    pub head: Named,
    /// The answer.
    pub answer: Written,
}

/// All answers given here.
#[derive(Debug, Clone, Default)]
pub struct SelfCheckModel {
    /// In the order of the table.
    pub answers: Vec<AnswerModel>,
}

impl SelfCheckModel {
    /// The answer to a question.
    #[must_use]
    pub fn to(&self, question: &str) -> Option<&AnswerModel> {
        self.answers.iter().find(|answer| answer.head.name == question)
    }
}

crate::strategy::component::component! {
    /// The part `self-check`.
    SelfCheck = "self-check", FIELDS, include_str!("self_check.md"), SelfCheckModel, SelfCheckModel;
    read, declare, resolve, lower
}

fn read(entry: &Entry, sink: &mut Sink) -> SelfCheckModel {
    let questions: Vec<String> = FIELDS.iter().map(Field::shown).collect();
    let questions: Vec<&str> = questions.iter().map(String::as_str).collect();
    let stands = reader::standing(entry.value.mapping().unwrap_or_default());
    let free = LazyCell::new(|| questions.iter().copied().filter(|question| !stands(question)).collect::<Vec<&str>>());
    let keys = reader::keys_or(entry, FIELDS, sink, |unknown| {
        let guess = guess::closest(&unknown.key.text, &free);
        errors::unknown_question(unknown, guess.as_deref(), &questions)
    });
    let mut model = SelfCheckModel::default();
    for entry in questions.iter().filter_map(|question| keys.get(question)) {
        if let Some(answer) = reader::text(entry, sink) {
            model.answers.push(AnswerModel { head: reader::named(entry, Note::default()), answer });
        }
    }
    model
}

fn declare(_: &SelfCheckModel, _: &mut Names, _: &mut Sink) {}

fn resolve(syntax: &SelfCheckModel, _: &Names, _: &mut Sink) -> SelfCheckModel {
    syntax.clone()
}

fn lower(_: &SelfCheckModel, _: &mut PolicyBuilder) {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::strategy::checks::try_part;

    #[test]
    fn answers_are_found_by_their_question() {
        let text = "self-check:\n  What is our voice?: calm\n  Who decides what we can say?: Aisha Khan, Legal\n";
        let tried = try_part::<SelfCheck>(text);
        tried.is_clean();
        assert_eq!(tried.model.to("What is our voice?").unwrap().answer.text, "calm");
        assert!(tried.model.to("Will we hire?").is_none());
        assert_eq!(FIELDS.len(), 11);
    }

    #[test]
    fn a_question_in_other_words_is_told_with_the_right_ones() {
        let text = "\
self-check:
  who decides what we can say: Aisha Khan
  What is our favourite colour?: green
";
        let tried = try_part::<SelfCheck>(text);
        let questions: Vec<String> = FIELDS.iter().map(Field::shown).collect();
        assert_eq!(
            tried.told(),
            [
                "must unknown-key: \"who decides what we can say\" is not a question of the self-check.\n  \
                 at: who decides what we can say\n  why: Its answer would not be shown anywhere.\n  \
                 fix: Who decides what we can say?\n"
                    .to_owned(),
                format!(
                    "must unknown-key: \"What is our favourite colour?\" is not a question of the self-check.\n  \
                     at: What is our favourite colour?\n  why: Its answer would not be shown anywhere.\n  \
                     fix: use one of these:\n      {}\n",
                    questions.join("\n      ")
                ),
            ]
        );
        assert!(tried.model.answers.is_empty());
    }
}
