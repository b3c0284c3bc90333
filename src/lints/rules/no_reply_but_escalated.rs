//! Routing rules whose contacts need no reply, and that do something when nobody replies.

use crate::lints::lint::{Lint, Subject};
use crate::source::{Confidence, Diagnostic, Severity, Sink, quoted};

/// The lint.
pub(super) static LINT: Lint = Lint::author(
    "no-reply-but-escalated",
    "R311",
    Severity::Must,
    Confidence::Sure,
    include_str!("no_reply_but_escalated.md"),
    check,
);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    for rule in subject.strategy.components.routing.content.rules.iter().filter(|rule| rule.no_reply_needed) {
        let Some(reply) = rule.head.fact("reply") else { continue };
        let moved = rule.steps.first().map(|step| (step.after, step.group.span, "it moves on from here"));
        let told = rule.escalations.first().map(|one| (one.after, one.tell.span, "somebody is told here"));
        let Some((after, span, what)) = moved.or(told) else { continue };
        let name = quoted(&rule.head.name);
        sink.push(
            Diagnostic::new(
                &LINT.finding,
                reply.span,
                format!("{name} needs no reply, and something happens when nobody replies."),
            )
            .why("One line says that nobody answers, the other waits for an answer. Only one of them can be meant.")
            .story(format!(
                "A contact that fits {name}, Tuesday 10:30. Nobody is to reply, so after {} it counts as overdue, every \
                 time.",
                after.value
            ))
            .see(span, what)
            .advise("remove reply: none needed, if customers get an answer")
            .advise("remove the lines then after and if not answered in, if they get none"),
        );
    }
}
