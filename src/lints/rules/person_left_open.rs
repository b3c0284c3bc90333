//! Places where somebody is to be named and only the place of a name is kept.

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::listing::counted;
use crate::policy::Teller;
use crate::source::{Confidence, Diagnostic, Severity, Sink, Span, capital, quoted};
use crate::strategy::{Strategy, Written, is_placeholder};

/// The lint.
pub(super) static LINT: Lint = Lint::author(
    "person-left-open",
    "F325",
    Severity::Look,
    Confidence::Sure,
    include_str!("person_left_open.md"),
    check,
);

/// Somebody who is named: as what, how, and where.
struct Person<'a> {
    role: String,
    name: &'a str,
    span: Span,
}

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let mut people = governance(subject.strategy);
    people.extend(components(subject.strategy));
    people.retain(|person| is_placeholder(person.name));
    people.sort_by_key(|person| person.span);
    let Some((first, others)) = people.split_first() else { return };
    let headline = match others.len() {
        0 => format!("{} is not named yet.", capital(&first.role)),
        more => format!("Nobody is named yet in {} places.", more + 1),
    };
    let why = match others {
        [] => format!("{} is not the name of a person or a role.", quoted(first.name)),
        _ => format!(
            "It names neither {}.",
            counted(people.iter().map(|one| one.role.clone())).replace(" and ", " nor ")
        ),
    };
    let mut finding = Diagnostic::new(&LINT.finding, first.span, headline).why(why);
    for other in others.iter().take(2) {
        finding = finding.see(other.span, "left open here too");
    }
    sink.push(finding.advise("write the name of a person or a role").advise("remove the line until it is decided"));
}

/// The person or role, without the function after the comma.
fn person(role: impl Into<String>, written: &Written) -> Person<'_> {
    Person { role: role.into(), name: written.text.split(',').next().unwrap_or(&written.text), span: written.span }
}

fn governance(strategy: &Strategy) -> Vec<Person<'_>> {
    let governance = &strategy.governance;
    let mut people = Vec::new();
    people.extend(strategy.header.plan_owner.as_ref().map(|owner| person("the plan owner", owner)));
    people.extend(governance.stakeholders.content.people.iter().map(|one| Person {
        role: "a stakeholder".to_owned(),
        name: &one.head.name,
        span: one.head.span,
    }));
    people.extend(governance.owners.content.owners.iter().map(|owner| Person {
        role: format!("the owner of {}", owner.head.name),
        name: &owner.person.value,
        span: owner.person.span,
    }));
    let brand = governance.brand.content.who_decides.as_ref();
    people.extend(brand.map(|who| person("the one who decides what is said", who)));
    people
}

fn components(strategy: &Strategy) -> Vec<Person<'_>> {
    let components = &strategy.components;
    let mut people = Vec::new();
    for group in &components.agent_groups.content.groups {
        people
            .extend(group.lead.as_ref().map(|lead| person(format!("the lead of {}", quoted(&group.head.name)), lead)));
    }
    for rule in &components.routing.content.rules {
        people.extend(rule.escalations.iter().filter_map(|one| match &one.tell.value {
            Teller::Role(role) => Some(Person {
                role: format!("the one told by {}", quoted(&rule.head.name)),
                name: role,
                span: one.tell.span,
            }),
            Teller::Group(_) => None,
        }));
    }
    let objectives = components.service_levels.content.also.iter().filter_map(|one| one.approved_by.as_ref());
    let approvers = objectives.chain(&components.deployment.content.approved_by);
    people.extend(approvers.map(|who| person("the approver", who)));
    for item in components.information.content.items() {
        let owner = item.owner.as_ref();
        people.extend(owner.map(|owner| person(format!("the owner of {}", quoted(&item.head.name)), owner)));
    }
    people
}
