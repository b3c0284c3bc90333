//! A handful of people whom nobody helps out.

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::listing::listed;
use crate::notation::People;
use crate::source::{Confidence, Diagnostic, Sink, quoted};
use crate::strategy::GroupModel;

/// The lint.
pub(super) static LINT: Lint =
    Lint::reviewer("few-people-alone", "G302", Confidence::Sure, include_str!("few_people_alone.md"), check);

/// Below this number one absence and one long contact are enough to leave nobody.
const FEWER_THAN: u32 = 4;

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let components = &subject.strategy.components;
    let rules = &components.routing.content.rules;
    let mut alone: Vec<Vec<&str>> = vec![Vec::new(); components.agent_groups.content.groups.len()];
    for rule in rules.iter().filter(|rule| rule.steps.is_empty() && !rule.dropped && !rule.no_reply_needed) {
        let list = rule.send_to.and_then(|group| alone.get_mut(group.value.index()));
        if let Some(list) = list {
            list.push(&rule.head.name);
        }
    }
    for (group, rules) in components.agent_groups.content.groups.iter().zip(&alone) {
        let Some((people, rule)) = few(group).zip(rules.first()) else { continue };
        if group.backup.is_some() {
            continue;
        }
        let name = quoted(&group.head.name);
        let who = if people == 1 { "1 person".to_owned() } else { format!("{people} people") };
        let span = group.people.as_ref().map_or(group.head.span, |people| people.span);
        sink.push(
            Diagnostic::new(&LINT.finding, span, format!("{name} has {who}, and nobody helps out."))
                .why(format!("{} sends contacts there, with no later step.", listed(rules.iter().copied())))
                .story(format!(
                    "On Tuesday at 10:30 one of them is ill and the others talk to customers. A contact that fits {} \
                     waits until somebody is done.",
                    quoted(rule)
                ))
                .advise("add a later step to the rule, such as then after 5 min: with a larger group")
                .advise(format!("add to {name} the line backup: with another group")),
        );
    }
}

/// The largest number of people at any time, where that is small.
fn few(group: &GroupModel) -> Option<u32> {
    let most = match &group.people.as_ref()?.value {
        People::Count(number) => *number,
        People::ByTime(shifts) => shifts.iter().map(|shift| shift.value.count).max()?,
        People::AsNeeded => return None,
    };
    // Where there is nobody at all, that is said instead.
    (1..FEWER_THAN).contains(&most).then_some(most)
}
