//! Two groups of people who can do the same at the same hours.

use std::collections::BTreeMap;

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::listing::listed;
use crate::source::{Confidence, Diagnostic, Sink};
use crate::strategy::{GroupModel, OnDutyModel};

/// The lint.
pub(super) static LINT: Lint =
    Lint::reviewer("same-skills-apart", "G306", Confidence::Likely, include_str!("same_skills_apart.md"), check);

/// What makes people interchangeable: skills with their levels, hours, languages, site.
type Alike<'g> = (Vec<String>, Vec<u16>, &'g str, Vec<u16>, &'g str);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let mut alike: BTreeMap<Alike<'_>, Vec<&GroupModel>> = BTreeMap::new();
    for group in &subject.strategy.components.agent_groups.content.groups {
        if !group.skills.is_empty() && !group.incomplete {
            alike.entry(what_it_can_do(group)).or_default().push(group);
        }
    }
    for groups in alike.values() {
        let [first, second, ..] = groups.as_slice() else { continue };
        let names = listed(groups.iter().map(|group| group.head.name.as_str()));
        let headline = match groups.len() {
            2 => format!("{names} can do the same at the same hours."),
            several => format!("{several} agent groups can do the same at the same hours."),
        };
        sink.push(
            Diagnostic::new(&LINT.finding, second.head.span, headline)
                .why(format!(
                    "{names} are apart, so a customer can wait for one while people in another are free. Together they \
                     need fewer people for the same promise."
                ))
                .story(
                    "On Tuesday at 10:30 everybody in the one group talks to customers and one more customer waits. In \
                     the other group somebody who could help is free.",
                )
                .see(first.head.span, "the same skills and hours")
                .advise("let each take over from the other by a later step, such as then after 30 s")
                .advise("make them one group"),
        );
    }
}

fn what_it_can_do(group: &GroupModel) -> Alike<'_> {
    let mut skills: Vec<String> = group.skills.iter().map(ToString::to_string).collect();
    skills.sort_unstable();
    let mut languages: Vec<u16> = group.languages.iter().map(|language| language.value.0).collect();
    languages.sort_unstable();
    let (mut desks, hours) = match &group.on_duty {
        OnDutyModel::NotSaid => (Vec::new(), ""),
        OnDutyModel::Desks(desks) => (desks.iter().map(|desk| desk.value.0).collect(), ""),
        OnDutyModel::Hours(_) => (Vec::new(), group.head.fact("hours").map_or("", |fact| fact.text.as_str())),
    };
    desks.sort_unstable();
    let site = group.site.as_ref().map_or("", |site| site.text.as_str());
    (skills, desks, hours, languages, site)
}
