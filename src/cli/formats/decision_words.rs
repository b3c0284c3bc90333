//! A decision in words: what happens, what was promised, the lines that decided it, and why no earlier rule did.

use std::fmt::Write as _;

use crate::cli::formats::headline::{headline, not_in_use};
use crate::cli::formats::look::Look;
use crate::cli::formats::otherwise_words::lines as otherwise;
use crate::cli::formats::plain;
use crate::cli::formats::test_words::{found_instead, test};
use crate::compilation::{
    Decision, DeskKind, Element, Explanation, Instant, Move, MoveReason, MoveTo, Note, ObjectiveDue, Otherwise,
    PromiseState, Recognition, Runtime, Skill, StepDue, Zone, say_local,
};

/// The whole answer, for people at a terminal. `remarks` are about how the contact was read; `different` is with what it
/// would come out otherwise.
pub(crate) fn answer(
    runtime: &Runtime,
    explanation: &Explanation,
    remarks: &[String],
    different: &[Otherwise],
    look: Look,
) -> String {
    let decision = &explanation.decision;
    let mut out = String::new();
    paragraph(&mut out, &contact_line(runtime, decision), "", "", look);
    let mut told = String::new();
    paragraph(&mut told, &headline(runtime, decision), "", "", look);
    let _ = writeln!(out, "\n{}", look.bold(told.trim_end()));
    let mut row = |label: &str, text: &str| {
        if !text.is_empty() {
            paragraph(&mut out, text, &format!("  {label:<12} "), "               ", look);
        }
    };
    row("Rule", &rule(runtime, decision));
    row("Promise", &promise(runtime, decision));
    for objective in &decision.objectives {
        row("Also", &objective_due(runtime, objective, &decision.desk.zone));
    }
    row("Desk", &desk(runtime, decision));
    let mut needed = decision.needs.as_slice();
    for step in &decision.steps {
        row("Then", &then(runtime, step, needed, &decision.desk.zone));
        needed = &step.needs;
    }
    for escalation in &decision.escalations {
        let told = runtime.told(&escalation.tell);
        row(
            "If not",
            &format!("answered in {}{}: tell {told}", escalation.after, at(escalation.at, &decision.desk.zone)),
        );
    }
    row("Priority", &format!("{} (1 is first)", decision.priority));
    let needs: Vec<String> = decision.needs.iter().map(ToString::to_string).collect();
    row("Needs", &needs.join(", "));
    if let Some(person) = &decision.same_person {
        row("First to", &person.name);
    }
    if let Some(moved) = &decision.moved {
        row("Moves", &moves(runtime, moved));
    }
    row("Ask for", &decision.ask_for.join(", "));
    row("Reply", decision.reply.word());
    handling(runtime, decision, &mut row);
    for remark in remarks {
        row("Note", remark);
    }
    for found in &decision.notes {
        row("Note", &note(runtime, found));
    }
    let reasons = why_not(runtime, explanation);
    if !reasons.is_empty() {
        out.push_str("\nWhy no earlier rule:\n");
        for reason in reasons {
            paragraph(&mut out, &reason, "  ", "    ", look);
        }
    }
    if !different.is_empty() {
        out.push_str("\nIt would be different:\n");
        for line in otherwise(runtime, decision, different) {
            paragraph(&mut out, &line, "  ", "    ", look);
        }
    }
    out
}

/// A text whose first line stands behind `first`, and whose other lines stand behind `rest`.
pub(crate) fn paragraph(out: &mut String, text: &str, first: &str, rest: &str, look: Look) {
    let options = textwrap::Options::new(look.width)
        .initial_indent(first)
        .subsequent_indent(rest)
        .break_words(false)
        .word_splitter(textwrap::WordSplitter::NoHyphenation);
    let _ = writeln!(out, "{}", textwrap::fill(&plain::line(text), options));
}

fn handling(runtime: &Runtime, decision: &Decision, row: &mut impl FnMut(&str, &str)) {
    let information = &runtime.policy().information;
    let names = |list: &[crate::compilation::Item], at: &[u16]| -> String {
        let found = at.iter().filter_map(|at| list.get(usize::from(*at)));
        found.map(|item| item.name.as_str()).collect::<Vec<_>>().join(", ")
    };
    row("Agents see", &names(&information.agents_see, &decision.handling.agents_see));
    row("Record", &names(&information.we_record, &decision.handling.record));
    let mut not_said = decision.handling.not_to_be_said.clone();
    if decision.handling.public {
        not_said.extend(runtime.policy().constraints.privately.iter().cloned());
    }
    row("Not here", &not_said.join(", "));
}

fn contact_line(runtime: &Runtime, decision: &Decision) -> String {
    let policy = runtime.policy();
    let contact_type = policy.contact_type(decision.contact_type).map_or("", |it| it.name.as_str());
    let customer = decision.segment().and_then(|id| policy.segment(id)).map_or("nobody known", |it| it.name.as_str());
    let how = match decision.recognised.how {
        Recognition::Given | Recognition::EveryoneElse => "",
        Recognition::ByFields => " (recognised)",
        Recognition::NameUnknown => " (the name is not known)",
        Recognition::Nobody => " (no segment takes it)",
    };
    let when = say_local(&decision.desk.zone, decision.arrived);
    let zone = decision.desk.zone.name();
    format!("{contact_type} on {} from {customer}{how}, {when} ({zone})", runtime.channel_name(decision.channel))
}

fn rule(runtime: &Runtime, decision: &Decision) -> String {
    let Some(id) = decision.rule else { return "none fits".to_owned() };
    format!("{}{}", runtime.rule_name(id), runtime.line_of(&Element::Rule(id)))
}

fn promise(runtime: &Runtime, decision: &Decision) -> String {
    match &decision.promise {
        PromiseState::Promise { promise, due } => {
            let written = runtime.policy().promise(*promise).map_or("", |found| found.written.as_str());
            let times: Vec<String> =
                due.iter().filter_map(|due| due.at).map(|at| say_local(&decision.desk.zone, at)).collect();
            let by = if times.is_empty() { String::new() } else { format!(": by {}", times.join(", by ")) };
            format!("{written}{by}{}", runtime.line_of(&Element::Promise(*promise)))
        }
        PromiseState::Always => "always, at once".to_owned(),
        PromiseState::NoPromise => "none, on purpose".to_owned(),
        PromiseState::NotOffered => "not offered here, on purpose".to_owned(),
        PromiseState::Gap => "the strategy does not say".to_owned(),
    }
}

/// An objective beside the table: its target, and by when; nothing where neither is said.
fn objective_due(runtime: &Runtime, objective: &ObjectiveDue, zone: &Zone) -> String {
    let times: Vec<String> = objective.due.iter().filter_map(|due| due.at).map(|at| say_local(zone, at)).collect();
    let found = runtime.policy().objectives.get(usize::from(objective.objective));
    let Some(found) = found.filter(|_| !times.is_empty()) else { return String::new() };
    let target = found.target.as_ref().map_or("", |target| target.written.as_str());
    format!("{}, {target}: by {}", found.name, times.join(", by "))
}

/// A later destination, with the skills that it drops. `needed` are those of the destination before it.
fn then(runtime: &Runtime, step: &StepDue, needed: &[Skill], zone: &Zone) -> String {
    let dropped: Vec<&str> =
        needed.iter().filter(|skill| !step.needs.contains(skill)).map(|skill| skill.name.as_str()).collect();
    let without = if dropped.is_empty() { String::new() } else { format!(", without {}", dropped.join(", ")) };
    let off_duty = if step.on_duty == Some(false) { ", off duty then" } else { "" };
    format!("after {}{}: {}{without}{off_duty}", step.after, at(step.at, zone), runtime.group_name(step.group))
}

fn desk(runtime: &Runtime, decision: &Decision) -> String {
    let state = &decision.desk;
    let names = match &state.kind {
        DeskKind::AlwaysOpen => return "always open".to_owned(),
        DeskKind::NoDesk => return "no desk lists this channel, so nobody knows when it is open".to_owned(),
        DeskKind::Desks(desks) => desks.iter().map(|id| runtime.desk_name(*id)).collect::<Vec<_>>().join(" and "),
    };
    let when = |at: Option<Instant>, word: &str| {
        at.map_or_else(String::new, |at| format!(", {word} {}", say_local(&state.zone, at)))
    };
    if state.open {
        let people = if state.staffed { "" } else { ", without people" };
        return format!("{names}, open{people}{}", when(state.closes, "closes"));
    }
    let meanwhile = state.meanwhile.as_ref().map_or_else(String::new, |text| format!("; meanwhile: {text}"));
    format!("{names}, closed{}{meanwhile}", when(state.opens, "opens"))
}

fn at(instant: Option<Instant>, zone: &Zone) -> String {
    let said = instant.map(|instant| say_local(zone, instant));
    said.map_or_else(String::new, |said| if said.ends_with(')') { format!(", {said}") } else { format!(" ({said})") })
}

fn moves(runtime: &Runtime, moved: &Move) -> String {
    let reason = match moved.reason {
        MoveReason::RuleSays => "the rule says so",
        MoveReason::AccountData => "it holds account data",
        MoveReason::NeverHere => "it should never be on this channel",
    };
    let to = match &moved.to {
        MoveTo::Channel(channel) => format!("to {}", runtime.channel_name(*channel)),
        MoveTo::AnyOf(channels) => {
            let names: Vec<&str> = channels.iter().map(|id| runtime.channel_name(*id)).collect();
            format!("to one of {}", names.join(", "))
        }
        MoveTo::NotPossible => "into private, which is not possible here".to_owned(),
        MoveTo::NotSaid if moved.reason == MoveReason::NeverHere => {
            "away; the strategy offers no other channel".to_owned()
        }
        MoveTo::NotSaid => "into private; the strategy does not say where".to_owned(),
    };
    format!("{to}: {reason}")
}

/// What a reader should know besides, as a sentence.
pub(crate) fn note(runtime: &Runtime, note: &Note) -> String {
    match note {
        Note::ContactTypeUnknown(name) => {
            format!("There is no contact type called \"{name}\"; it is decided as everything else.")
        }
        Note::CustomerUnknown(name) => {
            format!("There is no customer segment called \"{name}\"; it is decided as everyone else.")
        }
        Note::FieldIgnored(field) => {
            let name = runtime.policy().field(*field).map_or("", |field| field.name.as_str());
            format!("\"{name}\" cannot be known here and was left out.")
        }
        Note::NoDesk => "No desk lists this channel.".to_owned(),
        Note::ChannelNotLive { channel, on } => not_in_use(runtime, *channel, *on),
        Note::LanguageNotOffered => "This channel is not offered in that language.".to_owned(),
        Note::LanguageNotSpoken(group) => {
            format!("{} is not said to speak that language.", runtime.group_name(*group))
        }
        Note::CustomerZoneUnknown => {
            "The hours are in the customer's time zone, which is not known; the strategy's was used.".to_owned()
        }
        Note::HolidaysUnknown { desk, after } => {
            format!("Public holidays of {} are not known after {after}.", runtime.desk_name(*desk))
        }
        Note::AppliesFrom(date) => format!("The strategy applies only from {date} on."),
        Note::AppliedUntil(date) => format!("The strategy applied only until {date}."),
        Note::StrategyIncomplete => "The strategy has findings that must be fixed, so rules may be missing.".to_owned(),
    }
}

/// Why each earlier rule did not fit: one sentence a rule.
pub(crate) fn why_not(runtime: &Runtime, explanation: &Explanation) -> Vec<String> {
    let policy = runtime.policy();
    let mut reasons = Vec::new();
    for passed in &explanation.why_not {
        let Some(rule) = policy.rule(passed.rule) else { continue };
        let told: Vec<String> = passed
            .failed
            .iter()
            .filter_map(|failed| {
                let wanted = rule.tests.get(usize::from(failed.test))?;
                let found = found_instead(policy, wanted, &failed.found);
                Some(format!("{found}, where the rule says {}", test(policy, wanted)))
            })
            .collect();
        let line = runtime.line_of(&Element::Rule(passed.rule));
        reasons.push(format!("{}{line}: {}.", rule.name, told.join("; ")));
    }
    reasons
}
