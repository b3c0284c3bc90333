//! Routing whose last rule has a condition, so that some contacts may fit no rule.

mod hole;
mod left_out;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::no_catch_all_rule::hole::Hole;
use crate::lints::rules::no_catch_all_rule::left_out::LeftOut;
use crate::lints::rules::shared::listing::counted;
use crate::policy::GroupId;
use crate::source::{Confidence, Diagnostic, Severity, Sink, quoted};
use crate::strategy::RuleModel;

/// The lint.
pub(super) static LINT: Lint = Lint::author(
    "no-catch-all-rule",
    "R301",
    Severity::Must,
    Confidence::Sure,
    include_str!("no_catch_all_rule.md"),
    check,
)
.waiting_for_whole();

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let rules = &subject.strategy.components.routing.content.rules;
    let Some(last) = rules.last() else { return };
    if rules.iter().any(|rule| rule.condition.is_none()) {
        return;
    }
    // A rule without a meaning may be the one that takes the contact of the story.
    let whole = !rules.iter().any(|rule| rule.dropped);
    // Without contact types or channels there is no contact yet of which a story could tell.
    let some = !subject.policy.contact_types.is_empty() && !subject.policy.channels.is_empty();
    let known = subject.analysis.ok().filter(|_| whole && some).map(|analysis| &analysis.coverage);
    if known.is_some_and(|coverage| coverage.unanswered.is_none() && coverage.certain) {
        return;
    }
    let at = last.condition.as_ref().map_or(last.head.span, |condition| condition.span);
    let first =
        format!("Rules are tried from the top, and {}, the last one, has a condition.", quoted(&last.head.name));
    let finding = match known.and_then(|coverage| coverage.unanswered.as_ref()) {
        Some(contact) => {
            let hole = Hole::new(subject, contact);
            Diagnostic::new(&LINT.finding, at, "Some contacts reach nobody: no routing rule fits them.")
                .why(format!("{first} {}", how_much(&LeftOut::new(subject, contact))))
                .story(story(&hole, rules))
        }
        None => Diagnostic::new(&LINT.finding, at, "Nothing takes the contacts that no routing rule fits.")
            .why(format!("{first} Whatever fits none of the rules reaches nobody.")),
    };
    sink.push(finding.reaching_nobody().path(["routing"]).advise(fix(rules, subject)));
}

/// The contact that no rule fits, why the rules do not fit it, and what it was promised.
fn story(hole: &Hole<'_>, rules: &[RuleModel]) -> String {
    let failing = |rule: &RuleModel| rule.when.iter().find(|test| !hole.fits(&test.value)).cloned();
    let reason = |rule: &RuleModel| {
        let asked = failing(rule).zip(rule.condition.as_ref());
        let asked = asked.map(|(test, condition)| condition.text_at(test.span).to_owned());
        let name = quoted(&rule.head.name);
        asked.map_or(name.clone(), |asked| format!("{name} ({asked})"))
    };
    let promise =
        hole.promised().map_or_else(String::new, |promise| format!(" You promised {}.", quoted(&promise.written)));
    let asks = |rule: &RuleModel| failing(rule).is_some_and(|test| hole.asks_for_unknown(&test.value));
    let unknown = if rules.iter().any(asks) { " Nothing more is known of it." } else { "" };
    format!(
        "{}.{unknown} It fits none of the rules {}, so nobody answers.{promise}",
        hole.words(),
        counted(rules.iter().map(reason))
    )
}

/// Which contacts these are, and how many where that can be said.
fn how_much(left_out: &LeftOut<'_>) -> String {
    let share = left_out.percent().map_or_else(
        || "share unknown".to_owned(),
        |percent| match percent.round() {
            rounded if rounded < 1.0 => "fewer than 1 of every 100 contacts".to_owned(),
            rounded => format!("about {rounded:.0} of every 100 contacts"),
        },
    );
    format!("Left out: {}; {share}.", left_out.words())
}

/// The rule to add, for the group that most rules send to.
fn fix(rules: &[RuleModel], subject: &Subject<'_>) -> String {
    let mut counts: BTreeMap<GroupId, usize> = BTreeMap::new();
    for group in rules.iter().filter_map(|rule| rule.send_to) {
        *counts.entry(group.value).or_default() += 1;
    }
    let group = counts.iter().max_by_key(|(_, count)| **count).and_then(|(group, _)| subject.policy.group(*group));
    let group = group.map_or("an agent group", |group| group.name.as_str());
    let taken = rules.iter().any(|rule| rule.head.name == "Everything else");
    let name = if taken { "All that is left" } else { "Everything else" };
    format!("add a last rule without \"when\":\n    {name}:\n      send to: {group}")
}
