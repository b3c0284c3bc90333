//! A contact type that is offered on no channel.

use std::collections::BTreeSet;

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::columns::channels;
use crate::lints::rules::shared::telling::contact;
use crate::policy::{ChannelId, ReplyNeed};
use crate::source::{Confidence, Diagnostic, Severity, Sink, quoted};
use crate::strategy::CellModel;

/// The lint.
pub(super) static LINT: Lint = Lint::author(
    "dashes-everywhere",
    "T311",
    Severity::Should,
    Confidence::Sure,
    include_str!("dashes_everywhere.md"),
    check,
);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let components = &subject.strategy.components;
    let types = &components.contact_types.content;
    let Some(table) = components.service_levels.content.promises.as_ref().filter(|table| !table.incomplete) else {
        return;
    };
    let covered: BTreeSet<ChannelId> =
        table.columns.iter().flat_map(|(_, set)| channels(subject.policy, *set)).collect();
    let numbered = (0u16..).map(ChannelId).zip(&subject.policy.channels);
    let mut in_use = numbered.filter(|(_, channel)| channel.in_use(subject.today)).map(|(id, _)| id);
    // A channel without a column may be the one that takes it.
    if table.columns.is_empty() || in_use.any(|id| !covered.contains(&id)) {
        return;
    }
    for (row, id, cells) in &table.rows {
        let silent = types.get(*id).is_none_or(|one| types.reply(one).need == ReplyNeed::Never);
        let dashes = cells.iter().all(|cell| cell.value == CellModel::NotOffered);
        let (Some(first), Some(last)) = (cells.first().filter(|_| dashes && !silent), cells.last()) else { continue };
        let name = quoted(&row.text);
        let what = contact(subject.policy, Some(*id), covered.first().copied(), None);
        sink.push(
            Diagnostic::new(&LINT.finding, first.span.to(last.span), format!("{name} is offered on no channel."))
                .path(table.cell_path(&row.text, ""))
                .why("Every cell of its row is a dash, and a dash says that it is not offered there.")
                .story(format!(
                    "{what}, Tuesday 10:30. It is not offered there, and there is nowhere to send the customer."
                ))
                .advise("write a promise, or no promise, on the channel where it belongs")
                .advise("write reply: never below the contact type, if it gets no answer at all"),
        );
    }
}
