//! A table of promises as people read it: every column and row as written, with what stands in for an empty cell.

use std::collections::{BTreeMap, BTreeSet};

use crate::document::block::{Block, Inline, Row, State, Text, WIDE, plain, quiet, state, strong};
use crate::document::content::Content;
use crate::document::marks;
use crate::policy::{CellIndex, ChannelId, ChannelSet, ContactTypeId, ReplyNeed};
use crate::source::{Span, Spanned};
use crate::strategy::{CellModel, RowSyntax, TableModel, Written};

/// The plain table. Contact types without a row have one here too, for a missing row is a gap.
pub(crate) fn table(content: &Content<'_>, model: &TableModel, caption: &str) -> Block {
    let cells = Cells { model, index: model.index(content.policy) };
    let written: BTreeSet<&str> = model.written.rows.iter().map(|row| row.name.text.as_str()).collect();
    let numbered = (0u16..).map(ContactTypeId).zip(&content.policy.contact_types);
    let missing = numbered.filter(|(_, contact_type)| !written.contains(contact_type.name.as_str()));
    let missing = missing.map(|(id, contact_type)| {
        let held =
            model.written.columns.iter().map(|heading| {
                column(model, heading).map_or_else(Text::new, |(_, set)| cells.stands_in(content, id, set))
            });
        Row::from([strong(&contact_type.name)].into_iter().chain(held).collect::<Vec<Text>>())
    });
    let missing = missing.collect();
    shown(content, model, caption, missing, Some(&cells))
}

/// A table that replaces cells; an empty one replaces nothing.
pub(crate) fn replacing_table(content: &Content<'_>, model: &TableModel, caption: &str) -> Block {
    shown(content, model, caption, Vec::new(), None)
}

/// `held` says what holds in an empty cell; without it such a cell stays empty.
fn shown(content: &Content<'_>, model: &TableModel, caption: &str, more: Vec<Row>, held: Option<&Cells<'_>>) -> Block {
    let mut head = vec![plain("Contact type")];
    head.extend(model.written.columns.iter().map(|heading| {
        let known = column(model, heading).is_some();
        if known { plain(heading.text.as_str()) } else { marks::unread(content, &heading.text, heading.span) }
    }));
    let meant: BTreeMap<Span, &MeantRow> = model.rows.iter().map(|row| (row.0.span, row)).collect();
    let row = |row: &RowSyntax| written_row(content, model, row, meant.get(&row.name.span).copied(), held);
    let rows: Vec<Row> = model.written.rows.iter().map(row).chain(more).collect();
    let wide = head.len() > WIDE;
    Block::Table { caption: caption.to_owned(), head, rows, wide }
}

/// A row whose name has a meaning, with its cells.
type MeantRow = (Written, ContactTypeId, Vec<Spanned<CellModel>>);

/// The position of a column that has a meaning, and what it stands for.
fn column(model: &TableModel, heading: &Written) -> Option<(usize, ChannelSet)> {
    let found = model.columns.iter().enumerate().find(|(_, (known, _))| known.span == heading.span);
    found.map(|(at, (_, set))| (at, *set))
}

fn written_row(
    content: &Content<'_>,
    model: &TableModel,
    row: &RowSyntax,
    meant: Option<&MeantRow>,
    held: Option<&Cells<'_>>,
) -> Row {
    let mut cells = Vec::with_capacity(row.cells.len() + 1);
    cells.push(match meant {
        Some(_) => strong(row.name.text.as_str()),
        None => marks::unread(content, &row.name.text, row.name.span),
    });
    for (heading, written) in model.written.columns.iter().zip(&row.cells) {
        let cell = meant.zip(column(model, heading)).and_then(|((_, id, cells), (at, set))| {
            let cell = cells.get(at)?;
            Some(match held.filter(|_| cell.value == CellModel::Blank) {
                Some(held) => held.stands_in(content, *id, set),
                None => words(content, &cell.value, &written.text.text, cell.span),
            })
        });
        cells.push(cell.unwrap_or_else(|| quiet(written.text.text.as_str())));
    }
    Row::from(cells)
}

fn words(content: &Content<'_>, cell: &CellModel, written: &str, span: Span) -> Text {
    match cell {
        CellModel::Blank => Text::new(),
        CellModel::Unreadable => marks::unread(content, written, span),
        CellModel::Promise(promise) => plain(promise.written.as_str()),
        CellModel::Always => plain("always"),
        CellModel::NoPromise => no_promise(),
        CellModel::NotOffered => not_offered(),
    }
}

fn no_promise() -> Text {
    vec![state(State::Part, "no promise")]
}

fn not_offered() -> Text {
    vec![state(State::Not, "not offered")]
}

/// The word for a cell about which nothing is decided.
const GAP: &str = "gap";

/// Whether a cell is shown as a gap.
pub(crate) fn is_gap(cell: &[Inline]) -> bool {
    cell.iter().any(|part| matches!(part, Inline::State { state: State::Gap, text } if text == GAP))
}

/// The table of which a cell is shown, and where its cells stand.
struct Cells<'a> {
    model: &'a TableModel,
    index: CellIndex,
}

impl Cells<'_> {
    /// What holds in an empty cell: what another cell says for the same channels, or a gap.
    fn stands_in(&self, content: &Content<'_>, contact_type: ContactTypeId, set: ChannelSet) -> Text {
        let policy = content.policy;
        let named = policy.contact_type(contact_type);
        if named.is_some_and(|it| it.reply.need == ReplyNeed::Never) {
            return vec![state(State::Not, "no reply")];
        }
        let parent = named.and_then(|it| it.part_of);
        let channels = (0u16..).map(ChannelId).zip(&policy.channels).filter(|(id, it)| set.holds(*id, it.kind));
        let cells: Option<Vec<(&CellModel, bool)>> =
            channels.map(|(id, _)| self.first_filled(contact_type, parent, id)).collect();
        let found = cells.as_deref().and_then(<[_]>::split_first);
        let Some(((first, own), others)) = found else { return vec![state(State::Gap, GAP)] };
        if others.iter().any(|(other, _)| other != first) {
            return quiet("as in the other columns");
        }
        let mut text = match first {
            CellModel::Promise(promise) => quiet(promise.written.as_str()),
            CellModel::Always => quiet("always"),
            CellModel::NoPromise => no_promise(),
            CellModel::NotOffered => not_offered(),
            CellModel::Blank | CellModel::Unreadable => quiet("as in the other columns"),
        };
        if let Some(parent) = parent.and_then(|parent| policy.contact_type(parent)).filter(|_| !own) {
            text.extend(quiet(format!(", as for {}", parent.name)));
        }
        text
    }

    /// The first cell for a channel that is not blank, and whether it stands in the row of the contact type itself.
    fn first_filled(
        &self,
        contact_type: ContactTypeId,
        parent: Option<ContactTypeId>,
        channel: ChannelId,
    ) -> Option<(&CellModel, bool)> {
        self.index.places(contact_type, parent, channel).find_map(|(row, column)| {
            let (_, row, cells) = self.model.rows.get(row)?;
            let cell = &cells.get(column)?.value;
            (*cell != CellModel::Blank).then_some((cell, *row == contact_type))
        })
    }
}
