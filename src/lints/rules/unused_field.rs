//! A contact field that is declared and then never used.

use std::collections::BTreeSet;

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::uses::{conditions_lost, used};
use crate::policy::Field;
use crate::source::{Confidence, Diagnostic, Severity, Sink, quoted};
use crate::strategy::{NameKind, Strategy};

/// The lint.
pub(super) static LINT: Lint =
    Lint::author("unused-field", "F320", Severity::Should, Confidence::Sure, include_str!("unused_field.md"), check)
        .waiting_for_whole();

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let strategy = subject.strategy;
    let fields = &strategy.governance.contact_fields.content.fields;
    // A condition without a meaning may be the one that uses the field.
    if fields.is_empty() || conditions_lost(strategy) {
        return;
    }
    let named = used(strategy, NameKind::Field);
    let told = told(strategy);
    for field in fields {
        let name = &field.head.name;
        // Fields that come with every contact are declared to say where they are known, which is a use.
        let built_in = field.id.0 < Field::BUILT_IN;
        if built_in
            || named.contains(&field.id.0)
            || told.contains(name.to_lowercase().as_str())
            || in_stories(strategy, name)
        {
            continue;
        }
        let headline = format!("The field {} is declared, but nothing uses it.", quoted(name));
        sink.push(
            Diagnostic::new(&LINT.finding, field.head.span, headline)
                .why("No rule, term, guarantee, segment, story or information names it.")
                .advise("list it under agents see or we record, if people use it")
                .advise("leave it out"),
        );
    }
}

/// What people see, record and ask for, in small letters.
fn told(strategy: &Strategy) -> BTreeSet<String> {
    let items = strategy.components.information.content.items().map(|item| item.head.name.to_lowercase());
    let rules = strategy.components.routing.content.rules.iter();
    items.chain(rules.flat_map(|rule| &rule.ask_for).map(|asked| asked.text.to_lowercase())).collect()
}

/// Whether a story gives the field a value.
fn in_stories(strategy: &Strategy, name: &str) -> bool {
    let stories = strategy.governance.stories.content.stories.iter();
    let mut contacts = stories.filter_map(|story| story.contact.as_ref());
    contacts.any(|contact| contact.text.split(", ").any(|part| part.starts_with(name)))
}
