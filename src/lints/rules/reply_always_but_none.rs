//! A contact type that always gets a reply, and a rule that says that some of its contacts need none.

use crate::analysis::{Arrival, Question, Space, arrivals};
use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::arriving::{numbered, on_channels};
use crate::policy::{ContactTypeId, Mode, NamedAxis, ReplyNeed, RuleId, Test};
use crate::source::{Confidence, Diagnostic, Severity, Sink, Span, quoted};
use crate::strategy::RuleModel;

/// The lint.
pub(super) static LINT: Lint = Lint::author(
    "reply-always-but-none",
    "T331",
    Severity::Should,
    Confidence::Sure,
    include_str!("reply_always_but_none.md"),
    check,
)
.waiting_for_whole();

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let types = &subject.strategy.components.contact_types.content;
    let always = (0u16..).map(ContactTypeId).zip(&types.types).filter_map(|(id, one)| {
        let reply = one.reply.as_ref().filter(|reply| reply.written.when.is_none())?;
        (reply.written.need.value == ReplyNeed::Always).then_some((id, reply.written.need.span))
    });
    let always: Vec<(ContactTypeId, Span)> = always.collect();
    let silent: Vec<(RuleId, &RuleModel)> =
        numbered(subject).filter(|(_, rule)| rule.no_reply_needed && rule.head.note.why.is_none()).collect();
    if always.is_empty() || silent.is_empty() || subject.analysis.is_err() {
        return;
    }
    let usable = on_channels(subject, |_, channel| channel.in_use(subject.today) && channel.mode == Mode::Respond);
    let of_type = |id: ContactTypeId| Test::Named { axis: NamedAxis::ContactType, values: vec![id.0], negated: false };
    let asked: Vec<(ContactTypeId, Span, &RuleModel, Question)> = always
        .iter()
        .flat_map(|(id, span)| {
            silent.iter().map(|(rule, model)| {
                let tests = vec![of_type(*id), usable.clone()];
                (*id, *span, *model, Question { rule: *rule, tests, answered: false })
            })
        })
        .collect();
    let questions: Vec<Question> = asked.iter().map(|(.., question)| question.clone()).collect();
    let Ok(space) = Space::about(subject.policy, &[]) else { return };
    let mut told: Vec<ContactTypeId> = Vec::new();
    for ((id, span, rule, _), found) in asked.iter().zip(arrivals(&space, &questions)) {
        let Arrival::Comes(contact) = found else { continue };
        if told.contains(id) {
            continue;
        }
        told.push(*id);
        let name = quoted(subject.policy.contact_type(*id).map_or("", |one| one.name.as_str()));
        let rule_name = quoted(&rule.head.name);
        let reply = rule.head.fact("reply").map_or(rule.head.span, |fact| fact.span);
        sink.push(
            Diagnostic::new(
                &LINT.finding,
                *span,
                format!("{name} always gets a reply, and a rule lets some go without."),
            )
            .why(format!("{rule_name} says that no reply is needed. Only one of the two lines can be meant."))
            .story(format!("{}. {rule_name} fits it, so nobody replies.", contact.told(subject.policy)))
            .see(reply, "no reply is needed here")
            .advise("write reply: optional and when, if some of them may go without")
            .advise(format!("put a rule for {name} before {rule_name}")),
        );
    }
}
