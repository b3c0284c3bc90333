//! Desks of channels that customers use, at which nobody answers at any time.

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::promised::Promised;
use crate::lints::rules::shared::telling::contact;
use crate::policy::{ChannelId, ContactTypeId, DeskId, ReplyNeed};
use crate::source::{Confidence, Diagnostic, Severity, Sink, quoted};
use crate::strategy::DeskModel;

/// The lint. One finding for the desks of a channel.
pub(super) static LINT: Lint = Lint::author(
    "desk-never-answers",
    "H316",
    Severity::Must,
    Confidence::Sure,
    include_str!("desk_never_answers.md"),
    check,
)
.waiting_for_whole();

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let promised = Promised::new(subject);
    for (desks, channels) in subject.index.channels_by_desks() {
        if has_hours(subject, desks)
            && subject.times.never_answered(desks)
            && let Some((channel, contact_type)) = channels.iter().find_map(|id| awaited(subject, &promised, *id))
            && let Some(finding) = told(subject, desks, channel, contact_type)
        {
            sink.push(finding);
        }
    }
}

/// Whether all of these desks say when they are open, in words that were understood.
fn has_hours(subject: &Subject<'_>, desks: &[DeskId]) -> bool {
    let models = &subject.strategy.components.hours.content.desks;
    let understood =
        |desk: &DeskModel| desk.open.is_some() && desk.staffed.is_some() == desk.head.fact("staffed").is_some();
    desks.iter().all(|id| models.get(id.index()).is_some_and(understood))
}

/// A contact type that is answered on this channel, by what else the strategy says.
fn awaited(subject: &Subject<'_>, promised: &Promised<'_>, channel: ChannelId) -> Option<(ChannelId, ContactTypeId)> {
    let content = &subject.strategy.components.contact_types.content;
    let mut types = (0u16..).map(ContactTypeId).zip(&content.types);
    let found = types.find(|(id, one)| {
        let reply = content.reply(one);
        reply.need == ReplyNeed::Always && promised.channels_of(*id, one).any(|answered| answered == channel)
    });
    found.map(|(id, _)| (channel, id))
}

fn told(
    subject: &Subject<'_>,
    desks: &[DeskId],
    channel: ChannelId,
    contact_type: ContactTypeId,
) -> Option<Diagnostic> {
    let models = &subject.strategy.components.hours.content.desks;
    let desk = models.get(desks.first()?.index())?;
    let name = quoted(&desk.head.name);
    let opens = subject.policy.desk(*desks.first()?).is_some_and(|desk| desk.staffed.is_some());
    let (headline, fact, why) = if opens {
        let why = "Contacts are accepted while it is open and answered while it has people, and the two never meet.";
        (format!("Nobody ever answers at {name}."), "staffed", why)
    } else {
        (format!("{name} never opens."), "open", "Contacts wait until their desk opens. Two years were looked at.")
    };
    let at = desk.head.fact(fact).map_or(desk.head.span, |fact| fact.span);
    let who = contact(subject.policy, Some(contact_type), Some(channel), None);
    Some(
        Diagnostic::new(&LINT.finding, at, headline)
            .reaching_nobody()
            .why(why)
            .story(format!("{who}, Tuesday 10:30, waits without end."))
            .advise(format!("write when people answer at {name}"))
            .advise("write \"status: planned\" and a date below its channels, if customers cannot use them yet"),
    )
}
