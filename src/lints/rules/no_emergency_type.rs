//! No contact type for what cannot wait.

use crate::lints::lint::{Lint, Subject};
use crate::policy::Gravity;
use crate::source::{Confidence, Diagnostic, Sink};

/// The lint.
pub(super) static LINT: Lint =
    Lint::reviewer("no-emergency-type", "T303", Confidence::Sure, include_str!("no_emergency_type.md"), check);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let section = &subject.strategy.components.contact_types;
    let types = &section.content;
    let urgent = types.types.iter().any(|one| {
        let regulated = one.regulated.iter().any(|text| text.text.to_lowercase().contains("emergency"));
        regulated || types.gravity(one) == Gravity::Critical
    });
    let said = section.note.why.as_ref().is_some_and(|why| why.value.to_lowercase().contains("emergenc"));
    if types.types.is_empty() || urgent || said {
        return;
    }
    sink.push(
        Diagnostic::new(&LINT.finding, section.span, "The strategy does not say what becomes of emergencies.")
            .why("No contact type is critical or regulated as an emergency, and nothing says that there are none.")
            .advise("add a contact type with gravity: critical, or say under why: that there are no emergencies"),
    );
}
