//! Names that no condition can tell from two tests.

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::listing::listed;
use crate::source::{Confidence, Diagnostic, Sink, quoted};

/// The lint. Contact types may have such names, since they stand alone in the table of promises; other names may not, which
/// has a finding of its own.
pub(super) static LINT: Lint =
    Lint::reviewer("name-with-and", "F322", Confidence::Likely, include_str!("name_with_and.md"), check);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let types = &subject.strategy.components.contact_types.content.types;
    let joined: Vec<_> = types.iter().filter(|one| one.head.name.contains(" and ")).collect();
    let Some(first) = joined.first() else { return };
    let names: Vec<&str> = joined.iter().map(|one| one.head.name.as_str()).collect();
    let (headline, which) = match names.as_slice() {
        [only] => (format!("The name {} reads like two contact types.", quoted(only)), String::new()),
        _ => (
            format!("{} names read like two contact types each.", names.len()),
            format!("They are {}. ", listed(&names)),
        ),
    };
    sink.push(
        Diagnostic::new(&LINT.finding, first.head.span, headline)
            .why(format!("{which}In a condition the word and joins two tests."))
            .advise("make two contact types of it, or choose a name without the word"),
    );
}
