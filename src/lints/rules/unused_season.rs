//! Seasons of promises that no promise has.

use std::collections::BTreeSet;

use crate::lints::lint::{Lint, Subject};
use crate::source::{Confidence, Diagnostic, Severity, Sink, quoted};
use crate::strategy::NameKind;

/// The lint.
pub(super) static LINT: Lint =
    Lint::author("unused-season", "S316", Severity::Should, Confidence::Sure, include_str!("unused_season.md"), check)
        .waiting_for_whole();

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let components = &subject.strategy.components;
    let own = &components.service_levels.content.own_seasons;
    if own.is_empty() {
        return;
    }
    let names = &subject.strategy.names;
    let mentions = names.mentions();
    let used: BTreeSet<u16> =
        mentions.iter().filter(|mention| mention.kind == NameKind::Season).map(|mention| mention.number).collect();
    let desks = &components.hours.content.desks;
    let of_desks: BTreeSet<&str> =
        desks.iter().flat_map(|desk| &desk.seasons).map(|season| season.head.name.as_str()).collect();
    for season in own {
        let number = names.number(NameKind::Season, &season.name);
        if number.is_some_and(|number| used.contains(&number)) || of_desks.contains(season.name.as_str()) {
            continue;
        }
        let name = quoted(&season.name);
        sink.push(
            Diagnostic::new(&LINT.finding, season.span, format!("No promise changes in {name}."))
                .why("A season of promises changes something only where a table or an objective names it.")
                .advise(format!("add the table in {}: with the promises of the season", season.name))
                .advise("remove the season"),
        );
    }
}
