//! A critical contact type that depends on one channel.

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::listing::{agreeing, listed, one_or_count};
use crate::lints::rules::shared::promised::Promised;
use crate::policy::{ContactTypeId, Gravity};
use crate::source::{Confidence, Diagnostic, Sink};
use crate::strategy::ContactTypeModel;

/// The lint.
pub(super) static LINT: Lint = Lint::reviewer(
    "single-channel-for-critical",
    "A312",
    Confidence::Sure,
    include_str!("single_channel_for_critical.md"),
    check,
);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let types = &subject.strategy.components.contact_types.content;
    let promised = Promised::new(subject);
    let critical = types.types.iter().zip(0u16..).filter(|(one, _)| types.gravity(one) == Gravity::Critical);
    let single =
        |one: &ContactTypeModel, number: u16| promised.channels_of(ContactTypeId(number), one).take(2).count() == 1;
    let fragile: Vec<_> =
        critical.filter(|(one, number)| !one.incomplete && single(one, *number)).map(|(one, _)| one).collect();
    let Some(first) = fragile.first() else { return };
    let names: Vec<&str> = fragile.iter().map(|one| one.head.name.as_str()).collect();
    let (is, has) = (agreeing(names.len(), "is", "are"), agreeing(names.len(), "has", "have"));
    let headline = format!("{} {is} critical and {has} one channel only.", one_or_count(&names, "contact types"));
    sink.push(
        Diagnostic::new(&LINT.finding, first.head.span, headline)
            .why(format!("When that channel fails, nobody can be reached about {}.", listed(&names)))
            .advise("offer it on a second channel, such as a line with another carrier"),
    );
}
