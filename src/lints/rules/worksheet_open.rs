//! Questions of the self-check worksheet without a full answer.

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::listing::agreeing;
use crate::source::{Confidence, Diagnostic, Severity, Sink};

/// The lint.
pub(super) static LINT: Lint =
    Lint::author("worksheet-open", "W301", Severity::Look, Confidence::Sure, include_str!("worksheet_open.md"), check);

/// How many questions are named.
const NAMED: usize = 6;

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let strategy = subject.strategy;
    let components = &strategy.components;
    // Half a strategy leaves most questions open, which nobody needs to be told.
    if !(components.customers.written && components.channels.written && components.routing.written) {
        return;
    }
    let open: Vec<&str> = subject.worksheet.open().map(|(question, _)| question.words).collect();
    if open.is_empty() {
        return;
    }
    let total = subject.worksheet.answers.len();
    let questions = agreeing(open.len(), "question has", "questions have");
    let headline = format!("{} of {total} worksheet {questions} no full answer yet.", open.len());
    let named: Vec<&str> = open.iter().take(NAMED).copied().collect();
    let more = open.len() - named.len();
    let more = if more > 0 { format!(" And {more} more.") } else { String::new() };
    let at = strategy.header.plan_owner.as_ref().map_or(strategy.start, |owner| owner.span);
    sink.push(
        Diagnostic::new(&LINT.finding, at, headline)
            .why(format!("{}{more}", named.join(" ")))
            .advise("run frontdesk worksheet to see what is missing, and where it belongs"),
    );
}
