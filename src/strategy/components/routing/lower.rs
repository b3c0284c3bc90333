//! Routing as run.

use crate::policy::{Action, Element, Escalation, Origin, PolicyBuilder, Rule, Step};
use crate::strategy::components::routing::model::{EscalationModel, RoutingModel, RuleModel, StepModel};

/// Keeps what decides. A rule with a name that has no meaning is left out, and the policy says that it is not complete.
pub(super) fn lower(model: &RoutingModel, policy: &mut PolicyBuilder) {
    for rule in &model.rules {
        if rule.incomplete {
            policy.incomplete();
        }
        if rule.dropped {
            continue;
        }
        let path = vec!["routing".to_owned(), rule.head.name.clone()];
        let action = action(rule);
        let tests = rule.when.iter().map(|test| test.value.clone()).collect();
        let origin = Origin { span: rule.head.span, path: path.clone() };
        let id = policy.rule(Rule { name: rule.head.name.clone(), tests, action }, origin);
        let part = |words: &str, time: &dyn std::fmt::Display| {
            let mut path = path.clone();
            path.push(format!("{words} {time}"));
            path
        };
        for (at, step) in (0u16..).zip(&rule.steps) {
            let origin = Origin { span: step.after.span, path: part("then after", &step.after.value) };
            policy.origin(Element::Step(id, at), origin);
        }
        for (at, escalation) in (0u16..).zip(&rule.escalations) {
            let origin =
                Origin { span: escalation.after.span, path: part("if not answered in", &escalation.after.value) };
            policy.origin(Element::Escalation(id, at), origin);
        }
    }
}

fn action(rule: &RuleModel) -> Action {
    let step = |step: &StepModel| Step {
        after: step.after.value,
        group: step.group.value,
        without: step.without.iter().map(|skill| skill.text.clone()).collect(),
    };
    let escalation = |one: &EscalationModel| Escalation { after: one.after.value, tell: one.tell.value.clone() };
    Action {
        send_to: rule.send_to.map(|group| group.value),
        steps: rule.steps.iter().map(step).collect(),
        escalations: rule.escalations.iter().map(escalation).collect(),
        priority: rule.priority.map(|priority| priority.value),
        needs: rule.needs.clone(),
        same_person_for: rule.same_person_for.map(|time| time.value),
        no_reply_needed: rule.no_reply_needed,
        private: rule.private.is_some_and(|private| private.value),
        ask_for: rule.ask_for.iter().map(|item| item.text.clone()).collect(),
    }
}
