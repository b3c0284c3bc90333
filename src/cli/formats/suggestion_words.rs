//! The stories that a strategy lacks, in the notation of the strategy file, ready to be pasted.

use std::fmt::Write as _;

use crate::cli::formats::decision_words::paragraph;
use crate::cli::formats::look::Look;
use crate::cli::formats::plain;
use crate::cli::formats::story_coverage::promise_name;
use crate::compilation::{Element, LeftOut, Reason, Runtime, Suggestion, Suggestions, as_written};

/// How many names of what gets no story are told.
const SHOWN: usize = 8;

/// What stories are for, as a line above those of one kind.
fn heading(reason: Reason) -> &'static str {
    match reason {
        Reason::Rule(_) => "Rules that no story decides yet, and what they do later",
        Reason::Limit(_) => "Just inside and just outside of a number in a rule",
        Reason::Promise(_) => "Promises that no story claims yet",
        Reason::Guarantee(_) => "Guarantees that no story is about yet",
        Reason::BeforeClosing(_) | Reason::AfterClosing(_) => "Just before and just after a desk closes",
        Reason::ClockChange(_) => "Clocks change while a desk is open",
    }
}

/// What a story is for, in words.
pub(crate) fn reason(runtime: &Runtime, reason: Reason) -> String {
    match reason {
        Reason::Rule(id) => format!("rule {}", runtime.rule_name(id)),
        Reason::Limit(id) => format!("a limit of rule {}", runtime.rule_name(id)),
        Reason::Promise(id) => format!("promise {}", promise_name(runtime, id)),
        Reason::Guarantee(number) => {
            let place = runtime.place_of(&Element::Guarantee(number));
            format!("guarantee {}", place.and_then(|place| place.path.last()).map_or("", String::as_str))
        }
        Reason::BeforeClosing(id) => format!("desk {} before it closes", runtime.desk_name(id)),
        Reason::AfterClosing(id) => format!("desk {} after it has closed", runtime.desk_name(id)),
        Reason::ClockChange(id) => format!("desk {} when clocks change", runtime.desk_name(id)),
    }
}

/// The stories, to be pasted below `stories:`; with that line where the strategy has none.
pub(crate) fn suggestions(runtime: &Runtime, made: &Suggestions, has_section: bool, file: &str, look: Look) -> String {
    let mut out = String::new();
    let name = plain::line(&runtime.policy().strategy).into_owned();
    match made.stories.len() {
        0 => comment(&mut out, &format!("{name} lacks no story."), look),
        count => {
            let stories = if count == 1 { "1 story" } else { &format!("{count} stories") };
            let text =
                format!("{name} lacks {stories}. Each says what happens today: keep what is right, correct the rest.");
            comment(&mut out, &text, look);
            let paste =
                if has_section { "Paste them below \"stories:\", then" } else { "Add them to the strategy, then" };
            let _ = writeln!(out, "# {paste}: frontdesk test {}", plain::line(file));
            if !has_section {
                out.push_str("stories:\n");
            }
        }
    }
    let mut before = "";
    for suggestion in &made.stories {
        let heading = heading(suggestion.reason);
        if heading != before {
            let _ = writeln!(out, "\n  # {heading}");
            before = heading;
        }
        one(&mut out, suggestion);
    }
    left_out(&mut out, runtime, made, look);
    out
}

fn one(out: &mut String, suggestion: &Suggestion) {
    let story = &suggestion.story;
    let _ = writeln!(out, "  {}:", as_written(&story.name));
    let _ = writeln!(out, "    contact: {}", as_written(&story.contact));
    let _ = writeln!(out, "    expect: {}", as_written(&expected(suggestion)));
}

/// What a proposed story expects, in a line.
pub(crate) fn expected(suggestion: &Suggestion) -> String {
    suggestion.story.expect.iter().map(|one| one.written.as_str()).collect::<Vec<_>>().join(", ")
}

fn left_out(out: &mut String, runtime: &Runtime, made: &Suggestions, look: Look) {
    let (never, unknown): (Vec<LeftOut>, Vec<LeftOut>) = made.left_out.iter().copied().partition(|left| left.never);
    let told = [(never, "No contact can ever come to"), (unknown, "No contact was found for")];
    for (left, words) in told.iter().filter(|(left, _)| !left.is_empty()) {
        let names = left.iter().take(SHOWN).map(|left| reason(runtime, left.reason)).collect::<Vec<_>>().join("; ");
        let more = left.len().saturating_sub(SHOWN);
        let more = if more > 0 { format!("; and {more} more") } else { String::new() };
        out.push('\n');
        comment(out, &format!("{words}: {names}{more}."), look);
    }
}

fn comment(out: &mut String, text: &str, look: Look) {
    paragraph(out, text, "# ", "# ", Look { width: look.width.max(40), ..look });
}
