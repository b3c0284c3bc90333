//! Questions of the self-check worksheet without a full answer.

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::listing::agreeing;
use crate::source::{Confidence, Diagnostic, Severity, Sink, Span};
use crate::strategy::Strategy;
use crate::worksheet::Part;

/// The lint.
pub(super) static LINT: Lint =
    Lint::author("worksheet-open", "W301", Severity::Look, Confidence::Sure, include_str!("worksheet_open.md"), check)
        .waiting_for_whole();

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let strategy = subject.strategy;
    let components = &strategy.components;
    // Half a strategy leaves most questions open, which nobody needs to be told.
    if !(components.customers.written && components.channels.written && components.routing.written) {
        return;
    }
    let open = subject.worksheet.open().count();
    if open == 0 {
        return;
    }
    let total = subject.worksheet.answers.len();
    let questions = agreeing(open, "question has", "questions have");
    let headline = format!("{open} of {total} worksheet {questions} no full answer yet.");
    let parts: Vec<String> = Part::ALL.into_iter().filter_map(|part| open_in(part, subject)).collect();
    let finding = Diagnostic::new(&LINT.finding, place(strategy), headline)
        .why(parts.join(" "))
        .advise("run frontdesk worksheet to see what is missing, and where it belongs");
    let section = &strategy.governance.self_check;
    sink.push(if section.written { finding } else { finding.path(["strategy"]) });
}

/// The open questions of a part: `WHO 2 of 5 open: stakeholders, audience.`
fn open_in(part: Part, subject: &Subject<'_>) -> Option<String> {
    let total = subject.worksheet.answers.iter().filter(|(question, _)| question.part == part).count();
    let open = subject.worksheet.open().filter(|(question, _)| question.part == part);
    let open: Vec<&str> = open.map(|(question, _)| question.short).collect();
    (!open.is_empty()).then(|| format!("{} {} of {total} open: {}.", part.word(), open.len(), open.join(", ")))
}

/// The section with the answers of the author's own, or else the line with the name of the strategy, where no word is
/// marked as wrong.
fn place(strategy: &Strategy) -> Span {
    let section = &strategy.governance.self_check;
    if section.written {
        return section.span;
    }
    let line = strategy.header.strategy.as_ref().map_or(strategy.start, |name| name.span);
    Span { end: line.start, ..line }
}
