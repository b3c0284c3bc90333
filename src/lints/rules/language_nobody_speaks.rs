//! A language of customers that no agent group speaks.

use std::collections::{BTreeMap, BTreeSet};

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::listing::listed;
use crate::lints::rules::shared::telling::some_contact;
use crate::policy::LanguageId;
use crate::source::{Confidence, Diagnostic, Severity, Sink, Spanned, quoted};
use crate::strategy::NameKind;

/// The lint.
pub(super) static LINT: Lint = Lint::author(
    "language-nobody-speaks",
    "C303",
    Severity::Should,
    Confidence::Likely,
    include_str!("language_nobody_speaks.md"),
    check,
);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let strategy = subject.strategy;
    let groups = &strategy.components.agent_groups.content.groups;
    let spoken: BTreeSet<LanguageId> =
        groups.iter().flat_map(|group| &group.languages).map(|language| language.value).collect();
    // Where no group says which languages it speaks, nothing is known.
    if spoken.is_empty() {
        return;
    }
    let mut wanted: BTreeMap<LanguageId, Vec<Spanned<&str>>> = BTreeMap::new();
    for segment in &strategy.components.customers.content.segments {
        for language in segment.languages.iter().filter(|language| !spoken.contains(&language.value)) {
            wanted.entry(language.value).or_default().push(Spanned::new(&segment.head.name, language.span));
        }
    }
    for (language, segments) in wanted {
        let Some(first) = segments.first() else { continue };
        let name = quoted(strategy.names.name(NameKind::Language, language.0));
        let names: Vec<&str> = segments.iter().map(|segment| segment.value).collect();
        let contact = some_contact(subject);
        sink.push(
            Diagnostic::new(&LINT.finding, first.span, format!("No agent group speaks {name}."))
                .why(format!("It is a language of {}.", listed(&names)))
                .story(format!(
                    "{contact} in {name} from {}, on Monday at 10:00, finds nobody who can answer in it.",
                    quoted(first.value)
                ))
                .advise(format!("add {name} to the languages of a group; interpreters can be a group of their own")),
        );
    }
}
