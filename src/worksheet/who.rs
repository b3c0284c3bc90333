//! WHO: stakeholders, accountability, customers, authority, audience.

use crate::strategy::{is_one_person, is_placeholder};
use crate::worksheet::answer::{Answer, from_named, from_text};
use crate::worksheet::view::View;

pub(crate) fn stakeholders(view: &View<'_>) -> Answer {
    let people = view.strategy.governance.stakeholders.content.people.iter();
    let people: Vec<_> = people.filter(|it| !is_placeholder(&it.head.name)).collect();
    let evidence: Vec<_> = people.iter().map(|it| from_named("stakeholders", &it.head, &[""])).collect();
    let mut missing = Vec::new();
    if people.len() < 2 {
        missing.push("at least two stakeholders".to_owned());
    }
    let functions: Vec<String> =
        people.iter().filter_map(|it| it.function.as_ref()).map(|function| function.text.to_lowercase()).collect();
    let from = |words: &[&str]| functions.iter().any(|function| words.iter().any(|word| function.contains(word)));
    if !from(&["customer", "contact", "service", "care", "support"]) {
        missing.push("one from the contact center".to_owned());
    }
    if !from(&["marketing", "public relations", "communication", "compliance", "legal", "brand"]) {
        missing.push("one from marketing, communications or compliance".to_owned());
    }
    if people.iter().any(|it| it.role.is_none() || it.function.is_none()) {
        missing.push("role and function of each".to_owned());
    }
    Answer::judge(evidence, missing)
}

/// The person or role, without the function after the comma.
fn person(text: &str) -> &str {
    text.split(',').next().unwrap_or(text)
}

pub(crate) fn accountable(view: &View<'_>) -> Answer {
    let owner = view.strategy.header.plan_owner.as_ref().filter(|owner| !is_placeholder(person(&owner.text)));
    let Some(owner) = owner else {
        return Answer::unanswered("one person or role as plan owner");
    };
    let evidence = vec![from_text("plan owner", owner)];
    if !is_one_person(&owner.text) {
        return Answer::partial(evidence, "exactly one person or role");
    }
    Answer::answered(evidence)
}

pub(crate) fn customers(view: &View<'_>) -> Answer {
    let segments = &view.strategy.components.customers.content.segments;
    let reachable = segments
        .iter()
        .filter(|segment| segment.prefers.is_empty() || segment.prefers.iter().any(|set| view.touches(set.value)));
    let evidence: Vec<_> = reachable.map(|it| from_named("customers", &it.head, &["who", "recognised by"])).collect();
    let mut missing = Vec::new();
    if segments.is_empty() {
        missing.push("the customer segments".to_owned());
    } else if segments.len() > 1 && segments.iter().all(|segment| segment.condition.is_none()) {
        missing.push("how a customer is recognised".to_owned());
    }
    if !segments.is_empty() && segments.iter().all(|it| it.who.is_none() && it.condition.is_none()) {
        missing.push("who they are".to_owned());
    }
    Answer::judge(evidence, missing)
}

pub(crate) fn authority(view: &View<'_>) -> Answer {
    let brand = &view.strategy.governance.brand.content;
    let who_decides = brand.who_decides.as_ref().filter(|who| !is_placeholder(person(&who.text)));
    let mut evidence: Vec<_> = who_decides.iter().map(|written| from_text("brand", written)).collect();
    let mut missing = Vec::new();
    if who_decides.is_none() {
        missing.push("who decides, under brand".to_owned());
    }
    if brand.asked_when.is_none() {
        missing.push("when they are asked, under brand".to_owned());
    }
    evidence.extend(brand.asked_when.iter().map(|written| from_text("brand", written)));
    let own = view.own_answer("Who decides what we can say?");
    evidence.extend(own.map(|answer| from_text("self-check", &answer.answer)));
    Answer::judge(evidence, missing)
}

pub(crate) fn audience(view: &View<'_>) -> Answer {
    let segments = &view.strategy.components.customers.content.segments;
    let labels = ["languages", "talks on", "locations", "value"];
    let described = segments.iter().filter(|segment| labels.iter().any(|label| segment.head.fact(label).is_some()));
    let mut evidence: Vec<_> = described.map(|it| from_named("customers", &it.head, &labels)).collect();
    let mut missing = Vec::new();
    if evidence.is_empty() {
        missing.push("languages, places or sites of the customer segments".to_owned());
        evidence.extend(
            segments.iter().filter(|it| it.who.is_some()).map(|it| from_named("customers", &it.head, &["who"])),
        );
    }
    let own = view.own_answer("Who is our target audience?");
    evidence.extend(own.map(|answer| from_text("self-check", &answer.answer)));
    Answer::judge(evidence, missing)
}
