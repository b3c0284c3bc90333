//! No contact type for complaints.

use crate::lints::lint::{Lint, Subject};
use crate::source::{Confidence, Diagnostic, Sink};
use crate::strategy::ContactTypeModel;

/// The lint.
pub(super) static LINT: Lint =
    Lint::reviewer("no-complaint-type", "T302", Confidence::Likely, include_str!("no_complaint_type.md"), check);

/// Beginnings of words for a complaint, in the languages of the strategies that are most common.
const WORDS: [&str; 8] =
    ["complain", "grievance", "dissatisf", "beschwerde", "reklamation", "réclamation", "reclam", "klacht"];

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let section = &subject.strategy.components.contact_types;
    let types = &section.content.types;
    if types.is_empty() || types.iter().any(is_complaint) {
        return;
    }
    sink.push(
        Diagnostic::new(&LINT.finding, section.span, "The strategy does not say what becomes of complaints.")
            .why("No contact type is named or regulated as one. Every regulator takes it that there is one.")
            .advise("add a contact type with regulated: complaint"),
    );
}

fn is_complaint(one: &ContactTypeModel) -> bool {
    let texts = one.regulated.iter().chain(&one.examples).map(|text| text.text.as_str());
    texts.chain([one.head.name.as_str()]).any(|text| {
        let text = text.to_lowercase();
        WORDS.iter().any(|word| text.contains(word))
    })
}
