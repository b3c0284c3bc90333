//! A critical contact type that can only be written about.

use std::collections::BTreeMap;

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::listing::listed;
use crate::policy::{ChannelKind, ChannelSet, ContactTypeId, Gravity};
use crate::source::{Confidence, Diagnostic, Severity, Sink, quoted};
use crate::strategy::{CellModel, Strategy};

/// The lint.
pub(super) static LINT: Lint = Lint::author(
    "urgent-type-on-slow-channels-only",
    "T307",
    Severity::Look,
    Confidence::Likely,
    include_str!("urgent_type_on_slow_channels_only.md"),
    check,
);

/// The headings under which a contact type has a promise, and whether one of them is a channel that is answered at once.
#[derive(Debug, Default)]
struct Promises<'a> {
    headings: Vec<&'a str>,
    at_once: bool,
}

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let strategy = subject.strategy;
    let types = &strategy.components.contact_types.content;
    let critical = types.types.iter().any(|one| types.gravity(one) == Gravity::Critical);
    if !critical {
        return;
    }
    let promises = promises(strategy);
    for (one, number) in types.types.iter().zip(0u16..) {
        if types.gravity(one) != Gravity::Critical {
            continue;
        }
        let own = promises.get(&ContactTypeId(number));
        let found = own.or_else(|| promises.get(&one.part_of?.value));
        let Some(found) = found.filter(|found| !found.at_once && !found.headings.is_empty()) else { continue };
        let name = quoted(&one.head.name);
        let first = found.headings.first().map_or_else(String::new, |heading| quoted(heading));
        let headline = format!("{name} is critical, but promised only where people wait for an answer.");
        sink.push(
            Diagnostic::new(&LINT.finding, one.head.span, headline)
                .why(format!("Its promises are for {}.", listed(&found.headings)))
                .story(format!(
                    "A customer turns to {first} with {name} on Monday at 10:00 and cannot tell whether anybody has noticed."
                ))
                .advise("promise it on a channel that is answered at once, such as phone or chat"),
        );
    }
}

/// What all tables promise, by contact type.
fn promises(strategy: &Strategy) -> BTreeMap<ContactTypeId, Promises<'_>> {
    let mut found: BTreeMap<ContactTypeId, Promises<'_>> = BTreeMap::new();
    for table in strategy.components.service_levels.content.tables() {
        let at_once: Vec<bool> = table.columns.iter().map(|(_, set)| answers_at_once(*set, strategy)).collect();
        for (_, contact_type, cells) in &table.rows {
            for ((heading, _), (cell, at_once)) in table.columns.iter().zip(cells.iter().zip(&at_once)) {
                if matches!(cell.value, CellModel::Promise(_) | CellModel::Unreadable) {
                    let promises = found.entry(*contact_type).or_default();
                    promises.headings.push(&heading.text);
                    promises.at_once |= at_once;
                }
            }
        }
    }
    found
}

fn answers_at_once(set: ChannelSet, strategy: &Strategy) -> bool {
    match set {
        // A channel whose kind is not said may be any.
        ChannelSet::One(channel) => strategy.names.kind_of(channel).is_none_or(ChannelKind::immediate),
        ChannelSet::Kind(kind) => kind.immediate(),
        ChannelSet::Family(_) => {
            let channels = strategy.names.channels_in(set).into_iter();
            let mut kinds = channels.filter_map(|channel| strategy.names.kind_of(crate::policy::ChannelId(channel)));
            kinds.any(ChannelKind::immediate)
        }
    }
}
