//! 5. Service levels: what is promised, and how it is counted.

use crate::document::block::{Block, Inline, Section, State, Text, plain, quiet, strong};
use crate::document::content::Content;
use crate::document::parts::{named_parts, notes, section};
use crate::strategy::components::service_levels::{CellModel, TableModel};
use crate::strategy::words::capital;

pub(super) fn write(content: &Content<'_>) -> Option<Section> {
    let mut section =
        section(content, 5, "service levels", "What do we promise for each contact type on each channel?");
    let model = &content.strategy.components.service_levels.content;
    let blocks = &mut section.blocks;
    if let Some(promises) = &model.promises {
        blocks.push(table(promises, "Promises. A dash is a decision: not offered. An empty cell is a gap."));
    }
    for (customer, promises) in &model.for_customers {
        let name = content.policy.segment(customer.value).map_or("", |segment| segment.name.as_str());
        blocks.push(table(promises, &format!("For {name}; an empty cell is as in the promises above")));
    }
    for (season, promises) in &model.in_seasons {
        let name = content.policy.season(season.value).map_or("", |season| season.name.as_str());
        blocks.push(table(promises, &format!("In {name}; an empty cell is as in the promises above")));
    }
    let seasons = named_parts(
        "service levels",
        "Seasons of promises",
        "Season",
        model.own_seasons.iter(),
        &[("From", "from", ""), ("To", "to", "")],
    );
    blocks.extend(seasons);
    blocks.extend(notes(&model.seasons_note));
    blocks.push(Block::Heading { id: "service-levels-counting".into(), text: "How promises are counted".into() });
    blocks.push(counting(content));
    blocks.extend(notes(&model.counting.head.note));
    for (title, list, note) in [
        ("Other objectives", &model.also, &model.also_note),
        ("What business units promise us", &model.internal, &model.internal_note),
    ] {
        let heads = list.iter().map(|objective| &objective.head);
        blocks.extend(named_parts(
            "service levels",
            title,
            "Objective",
            heads,
            &[
                ("Measures", "kind", ""),
                ("For", "for", "all contact types"),
                ("On", "on", "all channels"),
                ("Target", "target", ""),
                ("Level", "level", ""),
            ],
        ));
        blocks.extend(notes(note));
    }
    if !model.regulations.is_empty() {
        let packs: Vec<&str> = model.regulations.iter().map(|pack| pack.text.as_str()).collect();
        let facts = vec![("Regulations that must be met".to_owned(), plain(packs.join(", ")))];
        blocks.push(Block::Facts { facts });
    }
    Some(section)
}

fn table(table: &TableModel, caption: &str) -> Block {
    let mut head = vec!["Contact type".to_owned()];
    head.extend(table.columns.iter().map(|(heading, _)| capital(&heading.text)));
    let rows = table.rows.iter().map(|(name, _, cells)| {
        let mut row = vec![strong(name.text.as_str())];
        row.extend(cells.iter().map(|cell| words(&cell.value)));
        row
    });
    Block::Table { caption: caption.to_owned(), head, rows: rows.collect(), wide: table.columns.len() > 4 }
}

fn words(cell: &CellModel) -> Text {
    match cell {
        CellModel::Blank => vec![Inline::State { state: State::Gap, text: "gap".into() }],
        CellModel::Unreadable => vec![Inline::State { state: State::Gap, text: "cannot be read".into() }],
        CellModel::Promise(promise) => plain(promise.written.as_str()),
        CellModel::Always => plain("always"),
        CellModel::NoPromise => vec![Inline::State { state: State::Part, text: "no promise".into() }],
        CellModel::NotOffered => vec![Inline::State { state: State::Not, text: "not offered".into() }],
    }
}

fn counting(content: &Content<'_>) -> Block {
    let model = &content.strategy.components.service_levels.content.counting;
    let mut facts: Vec<(String, Text)> =
        model.head.facts.iter().map(|fact| (capital(&fact.label), plain(fact.text.trim()))).collect();
    if model.all_hours.is_none() {
        facts.push(("Runs on".into(), quiet("while the desk is open")));
    }
    if model.after_close_next.is_none() {
        facts.push(("After close".into(), quiet("counts as the same working day")));
    }
    Block::Facts { facts }
}
