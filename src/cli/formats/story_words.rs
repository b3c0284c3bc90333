//! The stories of a strategy for people: a line for each that is right, a paragraph for each that is not, and what has none.

use std::fmt::Write as _;

use crate::cli::formats::decision_words::paragraph;
use crate::cli::formats::look::Look;
use crate::cli::formats::plain;
use crate::cli::formats::story_coverage::{Covered, covered, promise_name};
use crate::compilation::{
    Decider, Element, Met, PlacedStory, Runtime, StoryProblem, StoryReport, StoryStep, why_misread,
};

/// How many names of what has no story are told.
const SHOWN: usize = 4;

/// Everything that `frontdesk test` says of the stories. `file` is the strategy as the next command names it.
pub(crate) fn stories(runtime: &Runtime, report: &StoryReport, file: &str, look: Look) -> String {
    let mut out = String::new();
    for story in &report.stories {
        one(&mut out, runtime, story, look);
    }
    if !report.stories.is_empty() {
        out.push('\n');
    }
    paragraph(&mut out, &count(runtime, report), "", "", look);
    let coverage = covered(runtime, &report.coverage);
    for part in coverage.iter().filter(|part| part.of > 0) {
        paragraph(&mut out, &coverage_line(part), "  ", "    ", look);
    }
    let _ = writeln!(out, "{}", plain::line(&next(report, file)));
    out
}

fn one(out: &mut String, runtime: &Runtime, story: &PlacedStory, look: Look) {
    let result = &story.result;
    if result.passed {
        let _ = writeln!(out, "{}  {}", look.styled("Right    ", "32"), plain::line(&result.name));
        return;
    }
    let _ = writeln!(out, "{}  {}", look.styled("Not right", "1;31"), look.bold(&plain::line(&result.name)));
    let mut row = |text: &str| paragraph(out, text, "  ", "  ", look);
    row(&format!("{}:{}: {}", story.file, story.line, result.contact));
    for sentence in what_is_not_right(story) {
        row(&sentence);
    }
    if let Some(met) = &result.met {
        row(&decided_by(runtime, story, met));
    }
}

/// What is not right about a story, a sentence for each thing.
pub(crate) fn what_is_not_right(story: &PlacedStory) -> Vec<String> {
    let mut said: Vec<String> = story.result.problem.iter().map(|problem| cannot_be_asked(problem, story)).collect();
    if story.result.problem.is_none() {
        said.extend(story.result.steps.iter().filter(|step| !step.passed).map(|step| step_words(step, story)));
    }
    said
}

fn step_words(step: &StoryStep, story: &PlacedStory) -> String {
    match &step.problem {
        Some(problem) => cannot_be_asked(problem, story),
        None => format!("It should be \"{}\", but it is \"{}\".", step.written, step.happened),
    }
}

fn cannot_be_asked(problem: &StoryProblem, story: &PlacedStory) -> String {
    let why = match problem {
        StoryProblem::Contact(error) => error.to_string(),
        StoryProblem::ExpectationMisread { written, misread } => {
            why_misread(misread, written).unwrap_or_else(|| format!("Nobody knows what \"{written}\" means."))
        }
        StoryProblem::NotUnderstood { said } if said.is_empty() => {
            format!("Something in \"{}\" has no meaning.", story.result.name)
        }
        StoryProblem::NotUnderstood { said } => said.join(" "),
        StoryProblem::NoSuchGroup { name } => format!("There is no group called \"{name}\"."),
        StoryProblem::NoSuchRule { name } => format!("There is no rule called \"{name}\"."),
    };
    format!("This cannot be asked. {why}")
}

/// Which lines decide: the rule, and the promise or the desk where that is what is not right.
fn decided_by(runtime: &Runtime, story: &PlacedStory, met: &Met) -> String {
    let place = |element: &Element| {
        let place = runtime.place_of(element);
        place.map_or_else(String::new, |place| format!(" ({}:{})", place.file, place.line))
    };
    let mut said = vec![met.rule.map_or_else(
        || "No rule fits this contact.".to_owned(),
        |id| format!("Rule {} decides it{}.", runtime.rule_name(id), place(&Element::Rule(id))),
    )];
    for step in story.result.steps.iter().filter(|step| !step.passed) {
        let sentence = match step.decider {
            Some(Decider::Promise(id)) => {
                format!("The promise is that of {}{}.", promise_name(runtime, id), place(&Element::Promise(id)))
            }
            Some(Decider::Desk(id)) => {
                format!("The hours are those of {}{}.", runtime.desk_name(id), place(&Element::Desk(id)))
            }
            Some(Decider::Rule(_)) | None => continue,
        };
        if !said.contains(&sentence) {
            said.push(sentence);
        }
    }
    said.join(" ")
}

fn count(runtime: &Runtime, report: &StoryReport) -> String {
    let name = &runtime.policy().strategy;
    let (all, right) = (report.stories.len(), report.right());
    match (all, all - right) {
        (0, _) => format!("{name} has no stories yet: no case is written down that it must get right."),
        (1, 0) => format!("{name}: the only story is right."),
        (all, 0) => format!("{name}: all {all} stories are right."),
        (all, 1) => format!("{name}: 1 of {all} stories is not right."),
        (all, wrong) => format!("{name}: {wrong} of {all} stories are not right."),
    }
}

/// `2 of 5 rules have a story. Without one: Safety first, Other social.`
fn coverage_line(part: &Covered) -> String {
    let (with, of, what) = (part.with(), part.of, part.what);
    let have = if with == 1 { "has" } else { "have" };
    let names = part.without.iter().take(SHOWN).map(String::as_str).collect::<Vec<_>>().join("; ");
    let without = match part.without.len() {
        0 => String::new(),
        count if count > SHOWN => format!(" Without one: {names}; and {} more.", count - SHOWN),
        _ => format!(" Without one: {names}."),
    };
    format!("{with} of {of} {what} {have} a story.{without}")
}

fn next(report: &StoryReport, file: &str) -> String {
    let failed = report.stories.iter().find(|story| !story.result.passed);
    match failed {
        Some(story) if story.result.met.is_some() => {
            format!("Next: frontdesk ask {file} \"{}\"", story.result.contact)
        }
        Some(_) => format!("Next: frontdesk check {file}"),
        None if report.coverage.is_complete() => format!("Next: frontdesk build {file} -o out"),
        None => format!("Next: frontdesk test {file} --suggest"),
    }
}
