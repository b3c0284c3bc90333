//! Two rules that fit the same contacts.

use std::collections::BTreeMap;

use crate::lints::lint::{Lint, Subject};
use crate::policy::Test;
use crate::source::{Confidence, Diagnostic, Severity, Sink, quoted};
use crate::strategy::RuleModel;

/// The lint.
pub(super) static LINT: Lint =
    Lint::author("rule-twice", "R309", Severity::Should, Confidence::Sure, include_str!("rule_twice.md"), check);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let rules = &subject.strategy.components.routing.content.rules;
    let mut first: BTreeMap<Vec<&Test>, &RuleModel> = BTreeMap::new();
    // What comes after a rule without a condition never decides anyway.
    let tried = rules.iter().take_while(|rule| rule.condition.is_some() || rule.dropped);
    for rule in tried.filter(|rule| !rule.dropped && !rule.when.is_empty()) {
        let mut tests: Vec<&Test> = rule.when.iter().map(|test| &test.value).collect();
        tests.sort_unstable();
        tests.dedup();
        let Some(earlier) = first.get(&tests).copied() else {
            first.insert(tests, rule);
            continue;
        };
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
