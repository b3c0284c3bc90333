//! Answers that come from another source on each channel.

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::words_of_the_trade::{APART, speaks_of};
use crate::source::{Confidence, Diagnostic, Sink};

/// The lint.
pub(super) static LINT: Lint =
    Lint::reviewer("knowledge-by-channel", "I308", Confidence::Likely, include_str!("knowledge_by_channel.md"), check);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let Some(knowledge) = &subject.strategy.components.information.content.knowledge else { return };
    if !speaks_of(&knowledge.text, &APART) {
        return;
    }
    sink.push(
        Diagnostic::new(&LINT.finding, knowledge.span, "Answers come from another source on each channel.")
            .why("What is put right in one place stays wrong in the other.")
            .story(
                "A customer asks in a chat on Tuesday at 10:30 and calls at 11:15 to be sure. The two answers are not the \
                 same, and neither agent can see why.",
            )
            .advise("write one knowledge base for all channels, or say who keeps the sources alike"),
    );
}
