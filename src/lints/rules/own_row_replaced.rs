//! A table for some customers or a season whose row for a contact type replaces the own row of one of its parts.

use std::collections::BTreeMap;

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::listing::listed;
use crate::lints::rules::shared::promised::in_words;
use crate::lints::rules::shared::telling::contact;
use crate::policy::{CellIndex, ChannelId, ContactTypeId, SegmentId};
use crate::source::{Confidence, Diagnostic, Severity, Sink, Span, Spanned, quoted};
use crate::strategy::{CellModel, TableModel};

/// The lint. One finding a row.
pub(super) static LINT: Lint = Lint::author(
    "own-row-replaced",
    "S323",
    Severity::Look,
    Confidence::Likely,
    include_str!("own_row_replaced.md"),
    check,
);

/// A table made ready for questions.
struct Table<'a> {
    model: &'a TableModel,
    index: CellIndex,
}

impl<'a> Table<'a> {
    fn new(subject: &Subject<'a>, model: &'a TableModel) -> Self {
        Self { model, index: model.index(subject.policy) }
    }

    /// What the row of exactly this contact type says for a channel, and the heading of its column.
    fn own(&self, row: ContactTypeId, channel: ChannelId) -> Option<&'a Spanned<CellModel>> {
        let mut places = self.index.places(row, None, channel);
        places.find_map(|(row, column)| self.model.cell_at(row, column)).filter(|cell| is_read(&cell.value))
    }

    fn row_name(&self, row: ContactTypeId) -> Option<(&'a str, Span)> {
        let found = self.model.rows.iter().find(|(_, own, _)| *own == row);
        found.map(|(written, ..)| (written.text.as_str(), written.span))
    }
}

/// A part whose own row is replaced on a channel.
struct Replaced<'a> {
    part: ContactTypeId,
    channel: ChannelId,
    own: &'a Spanned<CellModel>,
    by: &'a Spanned<CellModel>,
}

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let content = &subject.strategy.components.service_levels.content;
    let Some(plain) = content.promises.as_ref() else { return };
    let plain = Table::new(subject, plain);
    let customers = content.for_customers.iter().map(|(segment, table)| (Some(segment.value), table));
    let seasons = content.in_seasons.iter().map(|(_, table)| (None, table));
    for (segment, table) in customers.chain(seasons) {
        let table = Table::new(subject, table);
        for (parent, found) in replaced(subject, &plain, &table) {
            if let Some(finding) = told(subject, segment, &table, parent, &found) {
                sink.push(finding);
            }
        }
    }
}

/// The parts whose own row of the plain table is replaced by the row of their parent in another one, by parent.
fn replaced<'a>(
    subject: &Subject<'_>,
    plain: &Table<'a>,
    table: &Table<'a>,
) -> BTreeMap<ContactTypeId, Vec<Replaced<'a>>> {
    let mut found: BTreeMap<ContactTypeId, Vec<Replaced<'a>>> = BTreeMap::new();
    for (part, contact_type) in (0u16..).map(ContactTypeId).zip(&subject.policy.contact_types) {
        let Some(parent) = contact_type.part_of.filter(|_| plain.row_name(part).is_some()) else { continue };
        if table.row_name(parent).is_none() {
            continue;
        }
        let channels = (0u16..).map(ChannelId).zip(&subject.policy.channels);
        // One channel a part is enough to say it.
        let first = channels.filter(|(_, channel)| channel.in_use(subject.today)).find_map(|(channel, _)| {
            let own = plain.own(part, channel).filter(|_| table.own(part, channel).is_none())?;
            let by = table.own(parent, channel).filter(|by| by.value != own.value)?;
            Some(Replaced { part, channel, own, by })
        });
        if let Some(first) = first {
            found.entry(parent).or_default().push(first);
        }
    }
    found
}

fn is_read(cell: &CellModel) -> bool {
    *cell != CellModel::Unreadable && *cell != CellModel::Blank
}

fn told(
    subject: &Subject<'_>,
    segment: Option<SegmentId>,
    table: &Table<'_>,
    parent: ContactTypeId,
    replaced: &[Replaced<'_>],
) -> Option<Diagnostic> {
    let first = replaced.first()?;
    let (row, at) = table.row_name(parent)?;
    let key = table.model.path.last()?;
    let names: Vec<&str> =
        replaced.iter().filter_map(|one| subject.policy.contact_type(one.part)).map(|one| one.name.as_str()).collect();
    let headline = match names.as_slice() {
        [only] => format!("The row {} {key} counts for {} too.", quoted(row), quoted(only)),
        several => {
            format!("The row {} {key} counts for {} parts with rows of their own.", quoted(row), several.len())
        }
    };
    let who = contact(subject.policy, Some(first.part), Some(first.channel), segment);
    let advice = names.first().copied().unwrap_or_default();
    let place = table.model.path.iter().cloned().chain([row.to_owned()]);
    Some(
        Diagnostic::new(&LINT.finding, at, headline)
            .path(place)
            .why(format!(
                "The table \"{key}\" comes before the plain one, and its row {} holds for the parts of it too: for {}.",
                quoted(row),
                listed(&names)
            ))
            .story(match segment {
                Some(_) => {
                    format!("{who} {}; from others it {}.", in_words(&first.by.value), in_words(&first.own.value))
                }
                None => {
                    format!("{who} {} {key}; otherwise it {}.", in_words(&first.by.value), in_words(&first.own.value))
                }
            })
            .see(first.own.span, "its own row")
            .advise(format!(
                "add a row {} to the table \"{key}\", with what these customers are promised then",
                quoted(advice)
            )),
    )
}
