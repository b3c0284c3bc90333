//! A rule that needs a skill which no group has.

use std::collections::{BTreeMap, BTreeSet};

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::listing::{agreeing, listed, place_of};
use crate::source::{Confidence, Diagnostic, Severity, Sink, Span, quoted};
use crate::strategy;

/// The lint.
pub(super) static LINT: Lint = Lint::author(
    "skill-nobody-has",
    "R303",
    Severity::Must,
    Confidence::Sure,
    include_str!("skill_nobody_has.md"),
    check,
);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let components = &subject.strategy.components;
    let groups = &components.agent_groups.content.groups;
    // Skills that could not be read may be the ones that are missing here.
    let unreadable = groups.iter().any(|group| group.skills.is_empty() && group.head.fact("skills").is_some());
    if groups.is_empty() || unreadable {
        return;
    }
    let held: BTreeSet<&str> =
        groups.iter().flat_map(|group| &group.skills).map(|skill| skill.name.value.as_str()).collect();
    let mut missing: BTreeMap<&str, Vec<(&str, Span, bool)>> = BTreeMap::new();
    for rule in &components.routing.content.rules {
        let needs = rule.head.fact("needs");
        for skill in rule.needs.iter().filter(|skill| !held.contains(skill.name.as_str())) {
            let exact = needs.and_then(|needs| place_of(needs, &skill.name));
            let span = exact.or(needs.map(|needs| needs.span)).unwrap_or(rule.head.span);
            missing.entry(&skill.name).or_default().push((&rule.head.name, span, exact.is_some()));
        }
    }
    let known: Vec<&str> = held.into_iter().collect();
    for (skill, uses) in missing {
        let Some((rule, span, exact)) = uses.first().copied() else { continue };
        let mut finding =
            Diagnostic::new(&LINT.finding, span, format!("No agent group has the skill {}.", quoted(skill)))
                .why(format!(
                    "{} {} for it, so there is nobody who may answer these contacts.",
                    listed(uses.iter().map(|(rule, _, _)| *rule)),
                    agreeing(uses.len(), "asks", "ask")
                ))
                .reaching_nobody()
                .story(format!(
                    "A contact that fits {}, Tuesday 10:30, waits for somebody with {}. Nobody comes.",
                    quoted(rule),
                    quoted(skill)
                ));
        for (_, other, _) in uses.iter().skip(1).take(2) {
            finding = finding.see(*other, "asked for here too");
        }
        sink.push(match strategy::guess(skill, &known).filter(|_| exact) {
            Some(near) => finding.replace(span, near),
            None => finding
                .advise(format!("add {skill} to the skills of a group, if its people have it"))
                .advise("remove it from needs"),
        });
    }
}
