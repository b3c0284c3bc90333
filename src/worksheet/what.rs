//! WHAT: channels, identity, voice, public and private, tools, metrics.

use crate::policy::PrivateMessages;
use crate::strategy::ContactTypeModel;
use crate::worksheet::answer::{Answer, Evidence, from_named, from_text, some};
use crate::worksheet::view::View;

pub(crate) fn channels(view: &View<'_>) -> Answer {
    let evidence: Vec<_> = view
        .channels()
        .map(|(_, it)| from_named("channels", &it.head, &["kind", "address", "mode", "status"]))
        .collect();
    let without = view.lacking(|_, channel| channel.address.is_some());
    let mut missing = Vec::new();
    if !without.is_empty() {
        missing.push(format!("the address of {}", some(&without)));
    }
    Answer::judge(evidence, missing)
}

pub(crate) fn identity(view: &View<'_>) -> Answer {
    let brand = &view.strategy.governance.brand.content;
    let mut evidence: Vec<_> = brand.identity.iter().map(|written| from_text("brand", written)).collect();
    let mut missing = Vec::new();
    let Some(identity) = &brand.identity else {
        evidence.extend(view.own_answer("What is our identity?").map(|it| from_text("self-check", &it.answer)));
        return Answer::judge(evidence, vec!["the identity, under brand".to_owned()]);
    };
    let proactive = identity.text.to_lowercase().contains("proactive");
    if proactive && !view.selected.is_empty() && view.channels().all(|(_, channel)| View::only_watched(channel)) {
        missing.push("channels that do more than listen, as the identity says".to_owned());
    }
    Answer::judge(evidence, missing)
}

pub(crate) fn voice(view: &View<'_>) -> Answer {
    let brand = &view.strategy.governance.brand.content;
    let mut evidence: Vec<Evidence> = brand.voice.iter().map(|written| from_text("brand", written)).collect();
    evidence.extend(brand.does.iter().chain(&brand.does_not).map(|written| from_text("brand", written)));
    evidence.extend(view.own_answer("What is our voice?").map(|it| from_text("self-check", &it.answer)));
    let mut missing = Vec::new();
    if brand.does.is_empty() {
        missing.push("one thing that our voice does, under brand".to_owned());
    }
    if brand.does_not.is_empty() {
        missing.push("one thing that it does not do, under brand".to_owned());
    }
    Answer::judge(evidence, missing)
}

pub(crate) fn publicly(view: &View<'_>) -> Answer {
    let brand = &view.strategy.governance.brand.content;
    let said = brand.publicly.iter().chain(&brand.privately);
    let mut evidence: Vec<_> = said.map(|written| from_text("brand", written)).collect();
    let types = &view.strategy.components.contact_types.content.types;
    let private = types.iter().filter(|it| it.private_only.is_some() || !it.never_on.is_empty());
    evidence.extend(private.map(kept_apart));
    evidence.extend(view.own_answer("What can we say publicly?").map(|it| from_text("self-check", &it.answer)));
    let mut missing = Vec::new();
    if brand.publicly.is_empty() {
        missing.push("what may be said publicly, under brand".to_owned());
    }
    let undecided: Vec<&str> =
        types.iter().filter(|it| it.private_only.is_none()).map(|it| it.head.name.as_str()).collect();
    if brand.privately.is_empty() && !undecided.is_empty() {
        missing.push("what must go private: under brand, or private only for each contact type".to_owned());
    }
    Answer::judge(evidence, missing)
}

/// What a contact type says of public channels. A bare "yes" would read as if it could be said publicly.
fn kept_apart(one: &ContactTypeModel) -> Evidence {
    let private = one.private_only.map(|private| if private.value { "private only" } else { "not private only" });
    let never_on = one.head.facts.iter().filter(|fact| fact.label == "never on" && !fact.text.is_empty());
    let never_on: Vec<&str> = never_on.map(|fact| fact.text.as_str()).collect();
    let never_on = (!never_on.is_empty()).then(|| format!("never on {}", never_on.join(", ")));
    let words: Vec<String> = private.map(str::to_owned).into_iter().chain(never_on).collect();
    Evidence {
        section: "contact types",
        words: format!("{}: {}", one.head.name, words.join(", ")),
        span: one.head.span,
    }
}

pub(crate) fn privately(view: &View<'_>) -> Answer {
    let public = |kind: Option<crate::policy::ChannelKind>, stated: Option<bool>| {
        stated.unwrap_or_else(|| kind.is_some_and(crate::policy::ChannelKind::public))
    };
    let asked: Vec<_> =
        view.channels().filter(|(_, it)| public(it.kind, it.public.map(|public| public.value))).collect();
    if asked.is_empty() {
        return Answer::not_applicable("none of these channels is public");
    }
    let settled = asked
        .iter()
        .filter(|(_, it)| it.private_messages.is_some_and(|messages| messages.value != PrivateMessages::NotSaid));
    let evidence: Vec<_> = settled.map(|(_, it)| from_named("channels", &it.head, &["private messages"])).collect();
    let open: Vec<&str> =
        asked.iter().filter(|(_, it)| it.private_messages.is_none()).map(|(_, it)| it.head.name.as_str()).collect();
    let missing = if open.is_empty() { Vec::new() } else { vec![format!("private messages of {}", some(&open))] };
    Answer::judge(evidence, missing)
}

pub(crate) fn tools(view: &View<'_>) -> Answer {
    let mut evidence: Vec<_> = view
        .channels()
        .filter(|(_, it)| it.head.facts.iter().any(|fact| fact.label.starts_with("tool")))
        .map(|(_, it)| from_named("channels", &it.head, &["tool", "tool › monitor", "tool › respond"]))
        .collect();
    let complete = |channel: &crate::strategy::ChannelModel| {
        let has = |label: &str| channel.head.fact(label).is_some();
        has("tool") || (has("tool › monitor") && (has("tool › respond") || View::only_watched(channel)))
    };
    let open = view.lacking(|_, channel| complete(channel));
    evidence.extend(view.own_answer("What tools do we use?").map(|it| from_text("self-check", &it.answer)));
    let missing =
        if open.is_empty() { Vec::new() } else { vec![format!("the tools to monitor and respond on {}", some(&open))] };
    Answer::judge(evidence, missing)
}

pub(crate) fn metrics(view: &View<'_>) -> Answer {
    let metrics = &view.strategy.components.collaboration.content.metrics;
    let mut evidence: Vec<_> =
        metrics.iter().map(|it| from_named("collaboration", &it.head, &["formula", "target", "how often"])).collect();
    evidence.extend(view.own_answer("What do we measure?").map(|it| from_text("self-check", &it.answer)));
    let complete =
        |it: &&crate::strategy::MetricSyntax| it.formula.is_some() && it.target.is_some() && it.how_often.is_some();
    let mut missing = Vec::new();
    if !metrics.iter().any(|it| complete(&it)) {
        missing.push("a metric with formula, target and how often, under collaboration".to_owned());
    }
    Answer::judge(evidence, missing)
}
