//! A channel that two desks with different hours list alike.

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::listing::{agreeing, listed, one_or_count};
use crate::policy::{DeskId, Hours};
use crate::source::{Confidence, Diagnostic, Sink};
use crate::strategy::NameKind;

/// The lint.
pub(super) static LINT: Lint =
    Lint::reviewer("channel-on-two-desks", "H311", Confidence::Sure, include_str!("channel_on_two_desks.md"), check);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let strategy = subject.strategy;
    let desks = &strategy.components.hours.content.desks;
    let hours = |id: &DeskId| -> Option<&Hours> { subject.policy.desk(*id).map(|desk| &desk.hours) };
    for (ids, channels) in subject.index.channels_by_desks() {
        let differ = ids.iter().zip(ids.iter().skip(1)).any(|(one, next)| hours(one) != hours(next));
        let (true, Some(first)) = (differ, ids.first().and_then(|id| desks.get(id.index()))) else { continue };
        let names: Vec<&str> = channels.iter().map(|id| strategy.names.name(NameKind::Channel, id.0)).collect();
        let of_desks: Vec<&str> =
            ids.iter().filter_map(|id| desks.get(id.index())).map(|desk| desk.head.name.as_str()).collect();
        let (which, is) = (one_or_count(&names, "channels"), agreeing(names.len(), "is", "are"));
        let finding =
            Diagnostic::new(&LINT.finding, first.head.span, format!("{which} {is} on {} desks at once.", ids.len()))
                .why(format!("{} list {}. It is open when any of them is.", listed(&of_desks), listed(&names)))
                .advise("leave it as it is, if the desks take turns; else list the channel at one desk only");
        let others = ids.iter().skip(1).take(2).filter_map(|id| desks.get(id.index()));
        sink.push(others.fold(finding, |finding, desk| finding.see(desk.head.span, "and this desk")));
    }
}
