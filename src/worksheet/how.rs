//! HOW: staff, people, integration, dedication, hiring and skills.

use crate::policy::{GroupId, People};
use crate::worksheet::answer::{Answer, from_named, from_text, some};
use crate::worksheet::view::View;

/// What an item is called by which a case is found again.
pub const CASE_NUMBER: [&str; 4] = ["case number", "case id", "reference", "ticket"];

/// Whether a text holds one of these words or beginnings of words, in capitals or not.
#[must_use]
pub fn speaks_of(text: &str, words: &[&str]) -> bool {
    let plain = text.to_lowercase();
    words.iter().any(|word| plain.contains(word))
}

pub(crate) fn staff(view: &View<'_>) -> Answer {
    let groups = view.groups();
    let evidence: Vec<_> = groups.iter().map(|it| from_named("agent groups", &it.head, &["people"])).collect();
    let open: Vec<&str> = groups.iter().filter(|it| it.people.is_none()).map(|it| it.head.name.as_str()).collect();
    let mut missing = Vec::new();
    if groups.is_empty() {
        missing.push("a rule that sends these contacts to an agent group".to_owned());
    } else if !open.is_empty() {
        missing.push(format!("the people of {}", some(&open)));
    }
    Answer::judge(evidence, missing)
}

pub(crate) fn people(view: &View<'_>) -> Answer {
    let groups = view.numbered_groups();
    let counted: Vec<_> = groups.iter().filter(|(_, it)| it.people.is_some()).collect();
    let evidence: Vec<_> = counted.iter().map(|(_, it)| from_named("agent groups", &it.head, &["people"])).collect();
    let all_day = |id: GroupId| view.policy.group(id).is_some_and(|group| matches!(group.people, People::Number(_)));
    let single: Vec<&str> =
        counted.iter().filter(|(id, _)| all_day(*id)).map(|(_, it)| it.head.name.as_str()).collect();
    let mut missing = Vec::new();
    if evidence.is_empty() {
        missing.push("how many people, under agent groups".to_owned());
    } else if !single.is_empty() {
        missing.push(format!("people by time of day for {}", some(&single)));
    }
    Answer::judge(evidence, missing)
}

pub(crate) fn integrated(view: &View<'_>) -> Answer {
    let information = &view.strategy.components.information.content;
    let mut evidence: Vec<_> = information.history.iter().map(|it| from_text("information", it)).collect();
    let history = information.items().find(|item| {
        let name = item.head.name.to_lowercase();
        name.contains("history") || name.contains("past contacts") || name.contains("every channel")
    });
    evidence.extend(history.map(|item| from_named("information", &item.head, &[])));
    evidence.extend(information.case_number.iter().map(|it| from_text("information", it)));
    let number = information.items().find(|item| speaks_of(&item.head.name, &CASE_NUMBER));
    evidence.extend(number.map(|item| from_named("information", &item.head, &[])));
    let mut missing = Vec::new();
    if information.history.is_none() && history.is_none() {
        missing.push("history across channels, under information".to_owned());
    }
    if information.case_number.is_none() && number.is_none() {
        missing.push("a case number, under information".to_owned());
    }
    Answer::judge(evidence, missing)
}

pub(crate) fn dedicated(view: &View<'_>) -> Answer {
    let groups = view.groups();
    let mut evidence: Vec<_> =
        groups.iter().filter(|it| it.mix.is_some()).map(|it| from_named("agent groups", &it.head, &["mix"])).collect();
    evidence.extend(view.own_answer("Is the team dedicated?").map(|it| from_text("self-check", &it.answer)));
    let open: Vec<&str> = groups.iter().filter(|it| it.mix.is_none()).map(|it| it.head.name.as_str()).collect();
    let mut missing = Vec::new();
    if groups.is_empty() || !open.is_empty() {
        let whose = if open.is_empty() { "the groups".to_owned() } else { some(&open) };
        missing.push(format!("mix (dedicated or blended) of {whose}"));
    }
    Answer::judge(evidence, missing)
}

pub(crate) fn hire(view: &View<'_>) -> Answer {
    let groups = view.groups();
    let mut evidence: Vec<_> = groups
        .iter()
        .filter(|it| it.new_or_existing.is_some() || it.hire.is_some())
        .map(|it| from_named("agent groups", &it.head, &["new or existing", "hire"]))
        .collect();
    let from_data = !evidence.is_empty();
    evidence.extend(view.own_answer("Will we hire?").map(|it| from_text("self-check", &it.answer)));
    let missing = if from_data { Vec::new() } else { vec!["new or existing, or hire, under agent groups".to_owned()] };
    Answer::judge(evidence, missing)
}

pub(crate) fn skills(view: &View<'_>) -> Answer {
    let groups = view.groups();
    let mut evidence: Vec<_> = groups
        .iter()
        .filter(|it| it.hire.is_some() || it.hope.is_some() || it.train.is_some())
        .map(|it| from_named("agent groups", &it.head, &["hire", "hope", "train"]))
        .collect();
    evidence.extend(view.own_answer("Hire, hope or train?").map(|it| from_text("self-check", &it.answer)));
    let complete = groups.iter().any(|it| it.hire.is_some() && it.hope.is_some() && it.train.is_some());
    let missing = if complete { Vec::new() } else { vec!["hire, hope and train, under agent groups".to_owned()] };
    Answer::judge(evidence, missing)
}
