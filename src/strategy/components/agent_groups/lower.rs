//! Agent groups as run.

use crate::notation;
use crate::policy::{Group, Hours, OnDuty, Origin, People, PolicyBuilder, Skill};
use crate::strategy::components::agent_groups::model::{AgentGroupsModel, OnDutyModel};

/// Keeps what decides: who is there, when, and what they can do.
pub(super) fn lower(model: &AgentGroupsModel, policy: &mut PolicyBuilder) {
    let zone = policy.time_zone().clone();
    for group in &model.groups {
        if group.incomplete {
            policy.incomplete();
        }
        let on_duty = match &group.on_duty {
            OnDutyModel::NotSaid => OnDuty::NotSaid,
            OnDutyModel::Desks(desks) => OnDuty::Desks(desks.iter().map(|desk| desk.value).collect()),
            OnDutyModel::Hours(hours) => {
                OnDuty::Hours(Box::new(Hours::every_week(zone.clone(), hours.value.hours.clone())))
            }
        };
        let origin = Origin { span: group.head.span, path: vec!["agent groups".into(), group.head.name.clone()] };
        policy.group(
            Group {
                name: group.head.name.clone(),
                people: group.people.as_ref().map_or(People::NotSaid, |phrase| people(&phrase.value)),
                on_duty,
                skills: group.skills.iter().map(skill).collect(),
                languages: group.languages.iter().map(|language| language.value).collect(),
                contacts_at_once: group.contacts_at_once.map(|count| count.value),
            },
            origin,
        );
    }
}

fn people(phrase: &notation::People) -> People {
    match phrase {
        notation::People::Count(count) => People::Number(*count),
        notation::People::AsNeeded => People::AsNeeded,
        notation::People::ByTime(shifts) => {
            let mut by_time: Vec<_> = shifts.iter().map(|shift| (shift.value.from, shift.value.count)).collect();
            by_time.sort_unstable();
            People::ByTime(by_time)
        }
    }
}

fn skill(phrase: &notation::Skill) -> Skill {
    let level = phrase.level.as_ref().map(|level| level.value.clone());
    Skill { name: phrase.name.value.clone(), level }
}
