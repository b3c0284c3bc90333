//! A desk all of whose channels go by the hours of other desks.

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::listing::{agreeing, listed};
use crate::policy::Test;
use crate::policy::{ChannelId, DeskId, OnDuty};
use crate::source::{Confidence, Diagnostic, Severity, Sink, quoted};

/// The lint. A desk that lists no channel is told by `unused-desk`.
pub(super) static LINT: Lint = Lint::author(
    "desk-never-asked",
    "H331",
    Severity::Should,
    Confidence::Sure,
    include_str!("desk_never_asked.md"),
    check,
)
.waiting_for_whole();

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let policy = subject.policy;
    let models = &subject.strategy.components.hours.content.desks;
    for (id, desk) in (0u16..).map(DeskId).zip(&policy.desks) {
        if desk.channels.is_empty() || is_named(subject, id) {
            continue;
        }
        let channels = (0u16..).map(ChannelId).zip(&policy.channels);
        let listed_here: Vec<ChannelId> = channels
            .filter(|(on, channel)| desk.channels.iter().any(|set| set.holds(*on, channel.kind)))
            .map(|(on, _)| on)
            .collect();
        let taken = |on: &ChannelId| !subject.index.desks_of(*on).contains(&id);
        let (Some(first), Some(model)) = (listed_here.first(), models.get(id.index())) else { continue };
        if !listed_here.iter().all(taken) {
            continue;
        }
        let mut others: Vec<DeskId> = listed_here.iter().flat_map(|on| subject.index.desks_of(*on)).copied().collect();
        others.sort_unstable();
        others.dedup();
        let names = others.iter().filter_map(|id| policy.desk(*id)).map(|desk| desk.name.as_str());
        let (name, lists) = (quoted(&desk.name), agreeing(others.len(), "lists", "list"));
        let on = quoted(policy.channel(*first).map_or("", |channel| channel.name.as_str()));
        let at = model.head.fact("channels").map_or(model.head.span, |fact| fact.span);
        let finding = Diagnostic::new(&LINT.finding, at, format!("The hours of {name} hold for no channel."))
            .why(format!("{} {lists} its channels by a narrower name, and the narrower name counts.", listed(names)))
            .story(format!("A contact on {on} on Tuesday at 10:30: it goes by the hours of another desk."))
            .advise("list its channels at one desk only")
            .advise("remove the desk");
        let others = others.iter().filter_map(|id| models.get(id.index())).take(2);
        sink.push(others.fold(finding, |finding, desk| finding.see(desk.head.span, "its hours count")));
    }
}

/// Whether a group keeps its hours, or a condition asks for them.
fn is_named(subject: &Subject<'_>, id: DeskId) -> bool {
    let policy = subject.policy;
    let asks = |test: &Test| match test {
        Test::Desk { desk, .. } => *desk == id,
        Test::Named { .. } | Test::Number { .. } | Test::Known { .. } | Test::Term { .. } => false,
    };
    let in_rules = policy.rules.iter().flat_map(|rule| &rule.tests).any(asks);
    let in_terms = policy.terms.iter().flat_map(|(_, tests)| tests).any(asks);
    let on_duty = policy.groups.iter().any(|group| matches!(&group.on_duty, OnDuty::Desks(own) if own.contains(&id)));
    let guaranteed = subject.claims.guarantees.iter().any(|guarantee| match &guarantee.scope {
        crate::policy::Scope::When(when) => when.iter().any(asks),
        crate::policy::Scope::Compare(one, two) => one.iter().chain(two).any(asks),
    });
    in_rules || in_terms || on_duty || guaranteed
}
