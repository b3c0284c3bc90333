//! Contact types that are promised less on social channels than by email or phone.

use std::collections::BTreeMap;

use crate::analysis::PromiseOrder;
use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::listing::listed;
use crate::lints::rules::shared::telling::contact;
use crate::policy::{Cell, Channel, ChannelId, ChannelKind, ContactTypeId, Mode, ReplyNeed, SegmentId};
use crate::source::{Confidence, Diagnostic, Sink, Span, quoted};
use crate::strategy::{CellModel, ContactTypeModel, TableModel};

/// The lint.
pub(super) static LINT: Lint =
    Lint::reviewer("social-promised-less", "S333", Confidence::Likely, include_str!("social_promised_less.md"), check)
        .waiting_for_whole();

/// One contact type that is promised less.
struct Less<'a> {
    id: ContactTypeId,
    one: &'a ContactTypeModel,
    social: ChannelId,
    other: ChannelId,
    said: String,
    elsewhere: String,
    span: Span,
    path: Vec<String>,
}

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let section = &subject.strategy.components.service_levels.content;
    let plain = section.promises.iter().map(|table| (None, table));
    let tables = plain.chain(section.for_customers.iter().map(|(segment, table)| (Some(segment.value), table)));
    for (segment, table) in tables {
        // One column has one message.
        let mut found: BTreeMap<Span, Vec<Less<'_>>> = BTreeMap::new();
        for (column, less) in less(subject, segment, table) {
            let known = found.entry(column).or_default();
            if known.iter().all(|other| other.id != less.id) {
                known.push(less);
            }
        }
        for less in found.values() {
            tell(subject, segment, less, sink);
        }
    }
}

fn tell(subject: &Subject<'_>, segment: Option<SegmentId>, less: &[Less<'_>], sink: &mut Sink) {
    let Some((first, others)) = less.split_first() else { return };
    let name = |id: ChannelId| quoted(subject.policy.channel(id).map_or("", |channel| channel.name.as_str()));
    let (social, other) = (name(first.social), name(first.other));
    let headline = format!("{} is promised less on {social} than on {other}.", quoted(&first.one.head.name));
    let same = if others.is_empty() {
        String::new()
    } else {
        format!(" So it is of {}.", listed(others.iter().map(|less| less.one.head.name.as_str())))
    };
    let what = contact(subject.policy, Some(first.id), None, segment);
    let mut finding = Diagnostic::new(&LINT.finding, first.span, headline)
        .path(first.path.clone())
        .why(format!(
            "The same question is worth the same answer wherever it is asked, and no line why says otherwise.{same}"
        ))
        .story(format!(
            "{what}, Tuesday 10:30. On {other} it is promised {}; on {social} {}.",
            first.elsewhere, first.said
        ));
    for other in others.iter().take(2) {
        finding = finding.see(other.span, format!("the same for {}", quoted(&other.one.head.name)));
    }
    sink.push(
        finding.advise("promise the same").advise(format!("write why: below the channel {social}, with the reason")),
    );
}

fn less<'a>(subject: &Subject<'a>, segment: Option<SegmentId>, table: &'a TableModel) -> Vec<(Span, Less<'a>)> {
    let (policy, types) = (subject.policy, &subject.strategy.components.contact_types.content);
    let models = &subject.strategy.components.channels.content;
    let usable = |(id, channel): (ChannelId, &'a Channel)| {
        (channel.in_use(subject.today) && channel.mode == Mode::Respond).then_some((id, channel))
    };
    let all: Vec<(ChannelId, &Channel)> = (0u16..).map(ChannelId).zip(&policy.channels).filter_map(usable).collect();
    let unexplained = |id: ChannelId| models.get(id).is_some_and(|model| model.head.note.why.is_none());
    let index = table.index(policy);
    let asked = segment.or_else(|| policy.everyone_else());
    let order = PromiseOrder::new(policy);
    let mut found = Vec::new();
    for (id, one) in (0u16..).map(ContactTypeId).zip(&types.types) {
        if types.reply(one).need != ReplyNeed::Always || one.head.note.why.is_some() {
            continue;
        }
        let parent = one.part_of.map(|parent| parent.value);
        let place = |channel: ChannelId| {
            let mut places = index.places(id, parent, channel);
            places.find_map(|(row, column)| Some((row, column, table.cell_at(row, column)?)))
        };
        let cell = |channel| index_cell(subject, asked, id, channel).filter(|_| place(channel).is_some());
        let mut others: Vec<(ChannelId, ChannelKind, Cell)> = Vec::new();
        for (other, channel) in all.iter().filter(|(_, channel)| is_compared(channel.kind)) {
            let found = cell(*other).map(|cell| (*other, channel.kind, cell));
            // Channels that say the same are asked for once: the first of them is told.
            let known = |(_, kind, cell): &(ChannelId, ChannelKind, Cell)| {
                others.iter().any(|(_, of, said)| of == kind && said == cell)
            };
            others.extend(found.filter(|found| !known(found)));
        }
        for (social, _) in all.iter().filter(|(id, channel)| channel.kind == ChannelKind::Social && unexplained(*id)) {
            let (Some(on_social), Some((row, column, written))) = (cell(*social), place(*social)) else { continue };
            let better =
                others.iter().find(|(_, kind, elsewhere)| compared(&order, *kind, (*social, on_social), *elsewhere));
            let (Some((other, ..)), Some((heading, _)), Some((row, ..))) =
                (better, table.columns.get(column), table.rows.get(row))
            else {
                continue;
            };
            let (said, elsewhere) =
                (words(&written.value), place(*other).map_or_else(String::new, |(.., it)| words(&it.value)));
            let path = table.cell_path(&row.text, &heading.text);
            let (social, other, span) = (*social, *other, written.span);
            found.push((heading.span, Less { id, one, social, other, said, elsewhere, span, path }));
        }
    }
    found
}

fn index_cell(
    subject: &Subject<'_>,
    segment: Option<SegmentId>,
    id: ContactTypeId,
    channel: ChannelId,
) -> Option<Cell> {
    let policy = subject.policy;
    subject.index.promised(policy, segment, id, channel, policy.first_day())
}

fn is_compared(kind: ChannelKind) -> bool {
    matches!(kind, ChannelKind::Email | ChannelKind::Phone)
}

/// Whether a social cell is certainly less than that by email or phone. Who calls stays on the line, so that seconds are
/// promised: there only that something is promised is compared.
fn compared(
    order: &PromiseOrder<'_>,
    kind: ChannelKind,
    (channel, social): (ChannelId, Cell),
    elsewhere: Cell,
) -> bool {
    let offered = social != Cell::NotOffered && elsewhere != Cell::NotOffered;
    if kind == ChannelKind::Email {
        offered && order.serves_less(channel, social, elsewhere)
    } else {
        social == Cell::NoPromise && matches!(elsewhere, Cell::Promise(_))
    }
}

fn words(cell: &CellModel) -> String {
    match cell {
        CellModel::Promise(promise) => quoted(&promise.written),
        CellModel::Always | CellModel::NoPromise | CellModel::NotOffered | CellModel::Blank | CellModel::Unreadable => {
            "nothing".to_owned()
        }
    }
}
