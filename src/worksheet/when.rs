//! WHEN: hours, promises, silence, escalation, implementation.

use crate::policy::{CellIndex, ChannelId, ChannelStatus, ReplyNeed};
use crate::strategy::{CellModel, TableModel};
use crate::worksheet::answer::{Answer, Evidence, from_named, from_text, from_value, some};
use crate::worksheet::view::View;

/// How many promises are shown as evidence; more say nothing new.
const MOST_EVIDENCE: usize = 4;

pub(crate) fn hours(view: &View<'_>) -> Answer {
    let mut evidence = Vec::new();
    let mut missing = Vec::new();
    let closed = view.lacking(|id, _| !view.index.desks_of(id).is_empty());
    if !closed.is_empty() {
        missing.push(format!("a desk for {}", some(&closed)));
    }
    let mut without_holidays: Vec<&str> = Vec::new();
    for desk in view.desks() {
        evidence.push(from_named("hours", &desk.head, &["open", "closed on"]));
        let every_day = desk.open.as_ref().is_some_and(|open| open.hours == crate::policy::WeeklyHours::Always);
        let said = desk.head.fact("closed on").is_some() || desk.head.fact("special days").is_some();
        if !said && !every_day {
            without_holidays.push(&desk.head.name);
        }
    }
    if !without_holidays.is_empty() {
        missing.push(format!("what happens on public holidays at {}", some(&without_holidays)));
    }
    Answer::judge(evidence, missing)
}

pub(crate) fn promises(view: &View<'_>) -> Answer {
    let service_levels = &view.strategy.components.service_levels.content;
    let mut evidence = Vec::new();
    let mut decided = false;
    let tables: Vec<_> = service_levels.tables().map(|table| (table, table.index(view.policy))).collect();
    for (table, index) in &tables {
        for (id, _) in view.channels() {
            if evidence.len() < MOST_EVIDENCE {
                decided |= collect(table, index, id, &mut evidence);
            }
        }
    }
    let mut missing = Vec::new();
    let silent = view.lacking(|id, channel| {
        View::only_watched(channel) || tables.iter().any(|(_, index)| index.columns(id).next().is_some())
    });
    if !silent.is_empty() {
        missing.push(format!("a column for {}", some(&silent)));
    }
    if !decided && silent.is_empty() {
        missing.push("a promise with a share and a time".to_owned());
    }
    evidence.truncate(MOST_EVIDENCE);
    Answer::judge(evidence, missing)
}

/// Adds the promises of a channel as evidence; answers whether there is one.
fn collect(table: &TableModel, index: &CellIndex, id: ChannelId, evidence: &mut Vec<Evidence>) -> bool {
    let mut some = false;
    for (row, contact_type, _) in &table.rows {
        let mut places = index.places(*contact_type, None, id);
        let Some(cell) = places.find_map(|(row, column)| table.cell_at(row, column)) else { continue };
        if let CellModel::Promise(promise) = &cell.value {
            some = true;
            let found = from_value("service levels", cell, format!("{}: {}", row.text, promise.written));
            if !evidence.contains(&found) {
                evidence.push(found);
            }
        }
    }
    some
}

pub(crate) fn no_response(view: &View<'_>) -> Answer {
    let types = &view.strategy.components.contact_types.content.types;
    let silent =
        types.iter().filter(|it| it.reply.as_ref().is_some_and(|reply| reply.written.need.value != ReplyNeed::Always));
    let mut evidence: Vec<_> = silent.map(|it| from_named("contact types", &it.head, &["reply"])).collect();
    let rules = view.rules().filter(|rule| rule.no_reply_needed);
    evidence.extend(rules.map(|rule| from_named("routing", &rule.head, &["when", "reply"])));
    let watched = view.channels().filter(|(_, it)| View::only_watched(it));
    evidence.extend(watched.map(|(_, it)| from_named("channels", &it.head, &["mode", "notice"])));
    let from_data = !evidence.is_empty();
    let own = view.own_answer("When is it okay not to respond?");
    evidence.extend(own.map(|it| from_text("self-check", &it.answer)));
    let missing = if from_data {
        Vec::new()
    } else {
        vec!["reply optional or never for a contact type, or reply always for each".to_owned()]
    };
    let all_answered = !types.is_empty()
        && types.iter().all(|it| it.reply.as_ref().is_some_and(|reply| reply.written.need.value == ReplyNeed::Always));
    if all_answered {
        return Answer::answered(types.iter().map(|it| from_named("contact types", &it.head, &["reply"])).collect());
    }
    Answer::judge(evidence, missing)
}

pub(crate) fn escalate(view: &View<'_>) -> Answer {
    let evidence: Vec<_> = view
        .rules()
        .filter(|rule| !rule.escalations.is_empty() || !rule.steps.is_empty())
        .map(|rule| {
            let words: Vec<String> = rule
                .escalations
                .iter()
                .map(|it| it.after.value.to_string())
                .chain(rule.steps.iter().map(|it| it.after.value.to_string()))
                .collect();
            Evidence {
                section: "routing",
                words: format!("{}: after {}", rule.head.name, words.join(", ")),
                span: rule.head.span,
            }
        })
        .collect();
    let missing = ["a rule with `if not answered in` or `then after`".to_owned()];
    if evidence.is_empty() { Answer::unanswered(missing.join("; ")) } else { Answer::answered(evidence) }
}

pub(crate) fn escalate_to(view: &View<'_>) -> Answer {
    let told = view.rules().flat_map(|rule| rule.escalations.iter().map(move |it| (rule, it)));
    let mut evidence: Vec<_> = told
        .map(|(rule, it)| {
            let words =
                rule.head.facts.iter().find(|fact| fact.span.holds(it.tell.span) || it.tell.span.holds(fact.span));
            let words =
                words.map_or_else(|| rule.head.name.clone(), |fact| format!("{}: {}", rule.head.name, fact.text));
            from_value("routing", &it.tell, words)
        })
        .collect();
    let groups = &view.strategy.components.agent_groups.content.groups;
    for rule in view.rules() {
        for step in &rule.steps {
            let name = groups.get(step.group.value.index()).map_or("", |group| group.head.name.as_str());
            evidence.push(from_value("routing", &step.group, format!("{}: {name}", rule.head.name)));
        }
    }
    if evidence.is_empty() {
        return Answer::unanswered("a rule that tells somebody, or that sends to another group");
    }
    Answer::answered(evidence)
}

pub(crate) fn implement(view: &View<'_>) -> Answer {
    let milestones = &view.strategy.components.deployment.content.milestones;
    let mut evidence: Vec<_> = milestones
        .iter()
        .map(|(date, text)| from_value("deployment", date, format!("{}: {}", date.value, text.text)))
        .collect();
    if let Some(from) = &view.strategy.header.applies_from {
        evidence.push(from_value("applies from", from, from.value.to_string()));
    }
    let planned: Vec<&str> = view
        .strategy
        .components
        .channels
        .content
        .channels
        .iter()
        .filter(|it| it.status() == ChannelStatus::Planned { from: None })
        .map(|it| it.head.name.as_str())
        .collect();
    let mut missing = Vec::new();
    if evidence.is_empty() {
        missing.push("applies from, or milestones under deployment".to_owned());
    }
    if !planned.is_empty() {
        missing.push(format!("the date from which {} is planned", some(&planned)));
    }
    Answer::judge(evidence, missing)
}
