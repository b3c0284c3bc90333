//! A share of contacts in a time, without saying which contacts count.

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::columns::{Promised, columns};
use crate::policy::{ChannelKind, Clause};
use crate::source::{Confidence, Diagnostic, Sink};

/// The lint.
pub(super) static LINT: Lint =
    Lint::reviewer("formula-not-said", "S304", Confidence::Sure, include_str!("formula_not_said.md"), check);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let service_levels = &subject.strategy.components.service_levels;
    let counting = &service_levels.content.counting;
    if counting.formula.is_some() || counting.head.fact("formula").is_some() {
        return;
    }
    let has_share = |it: &Promised<'_>| it.promise.clauses.iter().any(|clause| matches!(clause, Clause::Point { .. }));
    let live = |kind: ChannelKind| matches!(kind, ChannelKind::Phone | ChannelKind::Chat | ChannelKind::Video);
    let columns = columns(subject);
    let example = columns.iter().filter(|column| column.is_only(live)).find_map(|column| {
        let promised = column.promised().find(has_share)?;
        Some((column.heading, promised))
    });
    let Some((channel, promised)) = example else { return };
    sink.push(
        Diagnostic::new(
            &LINT.finding,
            service_levels.span,
            "The strategy does not say which contacts count when promises are measured.",
        )
        .why(format!(
            "Customers who give up early can count as met, as missed or not at all. \"{}\" on \"{}\" can come out met \
             or missed from the same contacts.",
            promised.promise.written, channel.text
        ))
        .see(promised.span, "a promise of this kind")
        .advise("add under counting the line formula: answered in time, of all offered"),
    );
}
