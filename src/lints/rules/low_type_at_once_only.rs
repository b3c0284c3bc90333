//! Contact types of low gravity that can only be brought up where somebody must answer at once.

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::listing::listed;
use crate::lints::rules::shared::promised::Promised;
use crate::policy::{ContactTypeId, Gravity, ReplyNeed};
use crate::source::{Confidence, Diagnostic, Sink, quoted};

/// The lint. Only auditors see it: some organisations are reached by phone only, and mean it.
pub(super) static LINT: Lint =
    Lint::auditor("low-type-at-once-only", "T313", Confidence::Likely, include_str!("low_type_at_once_only.md"), check);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let types = &subject.strategy.components.contact_types.content;
    let promised = Promised::new(subject);
    let kind = |id| subject.policy.channel(id).map(|channel| channel.kind);
    let mut found = Vec::new();
    for (id, one) in (0u16..).map(ContactTypeId).zip(&types.types) {
        if types.gravity(one) != Gravity::Low || types.reply(one).need == ReplyNeed::Never {
            continue;
        }
        let mut channels = promised.channels_of(id, one).peekable();
        if channels.peek().is_some() && channels.all(|channel| kind(channel).is_some_and(|kind| kind.immediate())) {
            found.push(&one.head);
        }
    }
    let Some(first) = found.first() else { return };
    let headline = match found.len() {
        1 => format!("{} can wait, and can be brought up only where people must answer at once.", quoted(&first.name)),
        several => format!("{several} contact types can wait, and are taken only where people must answer at once."),
    };
    sink.push(
        Diagnostic::new(&LINT.finding, first.span, headline)
            .why(format!(
                "Customers queue with {} for the people who are needed for what cannot wait.",
                listed(found.iter().map(|head| head.name.as_str()))
            ))
            .advise("offer a channel on which it can wait, such as email or a form"),
    );
}
