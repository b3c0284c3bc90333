//! 5. Service levels: what is promised, and how it is counted.

use crate::document::block::{Block, Section, State, Text, identity, plain, quiet, state};
use crate::document::content::Content;
use crate::document::parts::{facts, named_parts, notes, notes_of, section};
use crate::document::{marks, promises};
use crate::strategy::ObjectiveModel;

pub(super) fn write(content: &Content<'_>) -> Option<Section> {
    let mut section =
        section(content, 5, "service levels", "What do we promise for each contact type on each channel?");
    let model = &content.strategy.components.service_levels.content;
    let blocks = &mut section.blocks;
    blocks.extend(tables(content));
    blocks.extend(without_column(content));
    let seasons = named_parts(
        content,
        "service levels",
        "Seasons of promises",
        "Season",
        model.own_seasons.iter(),
        &[("From", "from", ""), ("To", "to", "")],
    );
    blocks.extend(seasons);
    blocks.extend(notes_of(&model.seasons_note, "seasons"));
    let counted = identity(&["service levels", "counting"]);
    blocks.push(Block::Heading { id: counted, text: "How promises are counted".into() });
    blocks.push(counting(content));
    blocks.extend(notes(&model.counting.head.note));
    blocks.extend(objectives(content, "Other objectives", &model.also));
    blocks.extend(notes_of(&model.also_note, "also"));
    blocks.extend(objectives(content, "What business units promise us", &model.internal));
    blocks.extend(notes_of(&model.internal_note, "internal"));
    if !model.regulations.is_empty() {
        let packs: Vec<&str> = model.regulations.iter().map(|pack| pack.text.as_str()).collect();
        let facts = vec![("Regulations that must be met".to_owned(), plain(packs.join(", ")))];
        blocks.push(Block::Facts { facts });
    }
    Some(section)
}

/// The plain table, then those that replace its cells.
fn tables(content: &Content<'_>) -> Vec<Block> {
    let model = &content.strategy.components.service_levels.content;
    let mut blocks = Vec::new();
    if let Some(table) = &model.promises {
        let caption =
            "Promises. \u{201c}Not offered\u{201d} is a decision; a gap is a cell about which nobody has decided.";
        blocks.push(promises::table(content, table, caption));
    }
    let rest = "; an empty cell is as in the promises above";
    for (customer, table) in &model.for_customers {
        let name = content.policy.segment(customer.value).map_or("", |segment| segment.name.as_str());
        blocks.push(promises::replacing_table(content, table, &format!("For {name}{rest}")));
    }
    for (season, table) in &model.in_seasons {
        let name = content.policy.season(season.value).map_or("", |season| season.name.as_str());
        blocks.push(promises::replacing_table(content, table, &format!("In {name}{rest}")));
    }
    for (name, table) in &model.unreadable {
        blocks.push(Block::Paragraph { text: marks::unread(content, &name.text, name.span) });
        blocks.push(promises::replacing_table(content, table, &format!("{}; has no effect", name.text)));
    }
    blocks
}

/// Channels about which the table says nothing at all.
fn without_column(content: &Content<'_>) -> Option<Block> {
    let found = content.findings.iter().find(|found| found.finding.name == "channel-without-column")?;
    let mut text = vec![state(State::Gap, "gap")];
    text.extend(plain(format!(": {} {}", found.headline, found.why)));
    Some(Block::Paragraph { text })
}

fn objectives(content: &Content<'_>, title: &str, list: &[ObjectiveModel]) -> Vec<Block> {
    named_parts(
        content,
        "service levels",
        title,
        "Objective",
        list.iter().map(|objective| &objective.head),
        &[
            ("Measures", "kind", ""),
            ("For", "for", "all contact types"),
            ("On", "on", "all channels"),
            ("Target", "target", ""),
            ("Level", "level", ""),
        ],
    )
}

fn counting(content: &Content<'_>) -> Block {
    let model = &content.strategy.components.service_levels.content.counting;
    let head = &model.head;
    let mut facts: Vec<(String, Text)> = facts(content, head, |_| true);
    let line = head.facts.iter().find(|fact| fact.label.is_empty());
    facts.extend(line.map(|fact| ("In one line".to_owned(), marks::said(content, fact))));
    if model.all_hours.is_none() && head.fact("runs on").is_none() {
        facts.push(("Runs on".into(), quiet("while the desk is open")));
    }
    if model.after_close_next.is_none() && head.fact("after close").is_none() {
        facts.push(("After close".into(), quiet("counts as the same working day")));
    }
    Block::Facts { facts }
}
