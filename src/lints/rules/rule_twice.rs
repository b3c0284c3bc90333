//! Two rules that fit the same contacts.

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::same_rules::repeated;
use crate::source::{Confidence, Diagnostic, Severity, Sink, quoted};

/// The lint.
pub(super) static LINT: Lint =
    Lint::author("rule-twice", "R309", Severity::Should, Confidence::Sure, include_str!("rule_twice.md"), check);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    for (rule, earlier) in repeated(&subject.strategy.components.routing.content.rules) {
        let (name, other) = (quoted(&rule.head.name), quoted(&earlier.head.name));
        let asked = rule.condition.as_ref().map_or("", |condition| condition.text.as_str());
        sink.push(
            Diagnostic::new(&LINT.finding, rule.head.span, format!("{name} never decides anything."))
                .why(format!("{other} comes before it and fits the same contacts. The first rule that fits wins."))
                .story(format!("A contact of which {} is true, Tuesday 10:30, goes by {other}.", quoted(asked)))
                .see(earlier.head.span, "the rule that decides")
                .advise(format!("remove {name}, or put what differs into {other}")),
        );
    }
}
