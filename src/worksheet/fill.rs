//! Fills the worksheet from the data of a strategy.

use crate::policy::{ChannelId, ChannelSet, Index, Policy};
use crate::source::{quoted, some_of};
use crate::strategy::{ChannelModel, Strategy, guess};
use crate::worksheet::answer::{Answer, Status};
use crate::worksheet::questions::{Part, QUESTIONS, Question};
use crate::worksheet::view::{View, is_social};

/// The filled worksheet.
#[derive(Debug, Clone, Default)]
pub struct Worksheet {
    /// The channels that were asked about, by name.
    pub channels: Vec<String>,
    /// What these channels are called together.
    pub called: String,
    /// The questions with their answers, in the order of the worksheet.
    pub answers: Vec<(&'static Question, Answer)>,
}

impl Worksheet {
    /// How many questions of a part have this status.
    #[must_use]
    pub fn count(&self, part: Part, status: Status) -> usize {
        self.answers.iter().filter(|(question, answer)| question.part == part && answer.status == status).count()
    }

    /// The subtotal of a part in words: `WHEN 4 of 6 answered, 1 partial`.
    #[must_use]
    pub fn subtotal(&self, part: Part) -> String {
        let total = self.answers.iter().filter(|(question, _)| question.part == part).count();
        let not_applicable = self.count(part, Status::NotApplicable);
        let (answered, partial) = (self.count(part, Status::Answered), self.count(part, Status::Partial));
        let mut words = format!("{} {answered} of {} answered", part.word(), total - not_applicable);
        if partial > 0 {
            words.push_str(&format!(", {partial} partial"));
        }
        if not_applicable > 0 {
            words.push_str(&format!(", {not_applicable} not applicable"));
        }
        words
    }

    /// The questions without a full answer.
    pub fn open(&self) -> impl Iterator<Item = &(&'static Question, Answer)> {
        self.answers.iter().filter(|(_, answer)| matches!(answer.status, Status::Partial | Status::Unanswered))
    }
}

/// The worksheet for the social channels of a strategy.
#[must_use]
pub fn fill(strategy: &Strategy, policy: &Policy, index: &Index) -> Worksheet {
    let channels = &strategy.components.channels.content.channels;
    let social = (0u16..).zip(channels).filter(|(_, channel)| channel.kind.is_some_and(is_social));
    let selected: Vec<u16> = social.map(|(at, _)| at).collect();
    answer(View { strategy, policy, index, selected: &selected, called: "social channels" })
}

/// The worksheet for the named channels.
///
/// # Errors
/// When a name is no channel of the strategy; says so in a sentence.
pub fn fill_for(strategy: &Strategy, policy: &Policy, index: &Index, names: &[String]) -> Result<Worksheet, String> {
    let channels = &strategy.components.channels.content.channels;
    let mut selected = Vec::new();
    for name in names {
        let set = ChannelSet::from_word(name);
        let before = selected.len();
        let found = (0u16..).zip(channels).filter(|(at, channel)| {
            let in_set = channel.kind.is_some_and(|kind| set.is_some_and(|set| set.holds(ChannelId(*at), kind)));
            channel.head.name == *name || in_set
        });
        selected.extend(found.map(|(at, _)| at));
        if selected.len() == before {
            return Err(no_such_channel(name, set.is_some(), channels));
        }
    }
    selected.sort_unstable();
    selected.dedup();
    Ok(answer(View { strategy, policy, index, selected: &selected, called: "these channels" }))
}

/// A name that stands for no channel: what was meant, or which channels there are.
fn no_such_channel(name: &str, is_kind: bool, channels: &[ChannelModel]) -> String {
    let known: Vec<&str> = channels.iter().map(|channel| channel.head.name.as_str()).collect();
    let what = if is_kind {
        format!("No channel of this strategy is of the kind {}.", quoted(name))
    } else {
        format!("There is no channel called {} in this strategy.", quoted(name))
    };
    if known.is_empty() {
        return format!("{what} It has no channels.");
    }
    match guess(name, &known).filter(|_| !is_kind) {
        Some(meant) => format!("{what} Did you mean {}?", quoted(&meant)),
        None => {
            let known: Vec<String> = known.into_iter().map(str::to_owned).collect();
            format!("{what} It has {}.", some_of(&known))
        }
    }
}

fn answer(view: View<'_>) -> Worksheet {
    let answers = QUESTIONS.iter().map(|question| {
        let answer = if question.of_channels && view.selected.is_empty() {
            Answer::not_applicable(format!("the strategy has no {}", view.called))
        } else {
            (question.answer)(&view)
        };
        (question, answer)
    });
    Worksheet {
        channels: view.channels().map(|(_, channel)| channel.head.name.clone()).collect(),
        called: view.called.to_owned(),
        answers: answers.collect(),
    }
}
