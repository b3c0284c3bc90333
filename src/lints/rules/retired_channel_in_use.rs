//! A channel that is gone and still has hours, promises or rules.

use std::collections::BTreeMap;

use crate::lints::lint::{Lint, Subject};
use crate::source::{Confidence, Diagnostic, Severity, Sink, Span, quoted};
use crate::strategy::{CellModel, ChannelModel, NameKind, Strategy, TableModel};

/// The lint.
pub(super) static LINT: Lint = Lint::author(
    "retired-channel-in-use",
    "A310",
    Severity::Should,
    Confidence::Sure,
    include_str!("retired_channel_in_use.md"),
    check,
);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let strategy = subject.strategy;
    let channels = &strategy.components.channels.content.channels;
    let is_retired = |(channel, _): &(&ChannelModel, u16)| channel.status().is_over(subject.today);
    let retired: Vec<_> = channels.iter().zip(0u16..).filter(is_retired).collect();
    if retired.is_empty() {
        return;
    }
    let uses = uses(strategy);
    for (channel, number) in retired {
        let (Some(status), Some(uses)) = (&channel.status, uses.get(&number)) else { continue };
        let name = quoted(&channel.head.name);
        let count = uses.len();
        let places = if count == 1 { "one place".to_owned() } else { format!("{count} places") };
        let finding = Diagnostic::new(&LINT.finding, status.span, format!("{name} is retired, but still in use."))
            .why(format!("It is named in {places} as if customers could use it."))
            .advise(format!("take {name} out where it is named, or correct its status"));
        sink.push(uses.iter().take(3).fold(finding, |finding, (span, label)| finding.see(*span, *label)));
    }
}

/// Where each channel is named as one that customers use: by desks, promises, rules, and as the private way on.
fn uses(strategy: &Strategy) -> BTreeMap<u16, Vec<(Span, &'static str)>> {
    let components = &strategy.components;
    let sections = [
        (components.hours.whole, "a desk lists it"),
        (components.service_levels.whole, "it has promises"),
        (components.routing.whole, "a rule names it"),
        (components.channels.whole, "a channel leads there"),
    ];
    let dashes = headings_of_dashes(strategy);
    let mut found: BTreeMap<u16, Vec<(Span, &'static str)>> = BTreeMap::new();
    for mention in strategy.names.mentions().into_iter().filter(|mention| mention.kind == NameKind::Channel) {
        let section = sections.iter().find(|(whole, _)| whole.holds(mention.span));
        if let (Some((_, label)), false) = (section, dashes.contains(&mention.span)) {
            found.entry(mention.number).or_default().push((mention.span, label));
        }
    }
    found
}

/// The headings below which nothing is promised: a column of dashes says that the channel is not offered.
fn headings_of_dashes(strategy: &Strategy) -> std::collections::BTreeSet<Span> {
    let nothing = |cell: &CellModel| matches!(cell, CellModel::NotOffered | CellModel::Blank);
    let headings = |table: &TableModel| {
        let empty =
            |at: usize| table.rows.iter().all(|(_, _, cells)| cells.get(at).is_none_or(|cell| nothing(&cell.value)));
        let columns = table.columns.iter().enumerate();
        columns.filter(|(at, _)| empty(*at)).map(|(_, (heading, _))| heading.span).collect::<Vec<_>>()
    };
    strategy.components.service_levels.content.tables().flat_map(headings).collect()
}
