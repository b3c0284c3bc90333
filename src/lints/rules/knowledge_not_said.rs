//! Where answers come from is not said.

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::words_of_the_trade::{KNOWLEDGE, speaks_of};
use crate::source::{Confidence, Diagnostic, Sink};

/// The lint.
pub(super) static LINT: Lint =
    Lint::reviewer("knowledge-not-said", "I307", Confidence::Likely, include_str!("knowledge_not_said.md"), check);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let section = &subject.strategy.components.information;
    let seen = section.content.agents_see.iter().any(|item| speaks_of(&item.head.name, &KNOWLEDGE));
    if !section.written || seen || section.content.head.fact("knowledge").is_some() {
        return;
    }
    sink.push(
        Diagnostic::new(&LINT.finding, section.span, "The strategy does not say where agents find the answers.")
            .why("Where each channel has its own source, the phone says one thing and the chat another.")
            .advise("add the line knowledge: one knowledge base for all channels"),
    );
}
