//! Promises that no contact can ever claim.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::{Alike, Question, Space, are_answered, arrivals, pledged};
use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::arriving::numbered;
use crate::lints::rules::shared::columns::channels;
use crate::lints::rules::shared::listing::{agreeing, counted};
use crate::lints::rules::shared::promised::Excluded;
use crate::policy::{Cell, ChannelId, ChannelSet, ContactTypeId, Mode, NamedAxis, PromiseId, ReplyNeed, RuleId, Test};
use crate::source::{Confidence, Diagnostic, Severity, Sink, Span, quoted};
use crate::strategy::{CellModel, RuleModel, TableModel, Written};

/// The lint. Promises on channels that are only read, retired or excluded, and for contact types that never get a reply,
/// are told by lints of their own.
pub(super) static LINT: Lint = Lint::author(
    "promise-nobody-can-claim",
    "S332",
    Severity::Should,
    Confidence::Sure,
    include_str!("promise_nobody_can_claim.md"),
    check,
)
.waiting_for_whole();

/// Of so many promises it is asked whether anybody can claim them.
const ASKED_AT_MOST: usize = 200;

/// A promise where it is written.
struct Place<'a> {
    table: &'a TableModel,
    row: &'a Written,
    heading: &'a Written,
    set: ChannelSet,
    span: Span,
}

impl Place<'_> {
    fn name(&self) -> String {
        format!("{} on {}", quoted(&self.row.text), quoted(&self.heading.text))
    }
}

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let tables = || subject.strategy.components.service_levels.content.tables();
    let several_breadths =
        |table: &TableModel| table.columns.iter().map(|(_, set)| set.breadth()).collect::<BTreeSet<_>>().len() > 1;
    // In one table whose columns are of one breadth no cell hides another.
    let can_hide = tables().count() > 1 || tables().any(several_breadths);
    if !can_hide && numbered(subject).all(|(_, rule)| !rule.no_reply_needed) {
        return;
    }
    let places = places(subject);
    let Some(all) = pledged(subject.policy, subject.index) else { return };
    let mut claims: BTreeMap<PromiseId, Vec<Alike>> = BTreeMap::new();
    for pledged in all {
        if let Some(Cell::Promise(promise)) = pledged.cell {
            claims.entry(promise).or_default().push(pledged.contacts);
        }
    }
    hidden(subject, &places, &claims, sink);
    without_reply(subject, &places, &claims, sink);
}

/// The promises, in the order of their numbers.
fn places<'a>(subject: &Subject<'a>) -> Vec<Place<'a>> {
    let mut found = Vec::new();
    for table in subject.strategy.components.service_levels.content.tables() {
        for (row, _, cells) in &table.rows {
            for (cell, (heading, set)) in cells.iter().zip(&table.columns) {
                if matches!(cell.value, CellModel::Promise(_)) {
                    found.push(Place { table, row, heading, set: *set, span: cell.span });
                }
            }
        }
    }
    found
}

/// Promises before which other cells always come.
fn hidden(subject: &Subject<'_>, places: &[Place<'_>], claims: &BTreeMap<PromiseId, Vec<Alike>>, sink: &mut Sink) {
    let section = &subject.strategy.components.service_levels.content;
    // A season that never comes within the time that is looked at is another matter.
    let in_seasons: BTreeSet<Span> = section.in_seasons.iter().map(|(_, table)| table.span).collect();
    let mut found: BTreeMap<(Span, Option<Span>), Vec<&Place<'_>>> = BTreeMap::new();
    for (id, place) in (0u16..).map(PromiseId).zip(places) {
        if claims.contains_key(&id) || in_seasons.contains(&place.table.span) {
            continue;
        }
        let members = channels(subject.policy, place.set);
        if members.is_empty() {
            continue;
        }
        let own = |channel: &ChannelId| {
            place.table.columns.iter().any(|(_, set)| {
                let holds = subject.policy.channel(*channel).is_some_and(|one| set.holds(*channel, one.kind));
                set.breadth() < place.set.breadth() && holds
            })
        };
        let column = members.iter().all(own).then_some(place.heading.span);
        found.entry((place.table.span, column)).or_default().push(place);
    }
    for ((_, column), places) in found {
        let Some(first) = places.first() else { continue };
        let (names, are) =
            (counted(places.iter().map(|place| place.name())), agreeing(places.len(), "It is", "They are"));
        let heading = quoted(&first.heading.text);
        let (headline, why, fix) = match column {
            Some(_) => (
                format!("The promises below {heading} are never used."),
                format!("Each of its channels has a column of its own, which comes first. {are} {names}."),
                "remove the column, or leave cells of the other columns empty where this one holds",
            ),
            None => (
                "Promises of this table are never used.".to_owned(),
                format!("Every customer has a table of its own, which comes first. {are} {names}."),
                "remove the cells, or leave the same cells empty in the table of a customer",
            ),
        };
        sink.push(
            Diagnostic::new(&LINT.finding, first.span, headline)
                .path(first.table.cell_path(&first.row.text, &first.heading.text))
                .why(why)
                .advise(fix),
        );
    }
}

/// Promises all of whose contacts go by rules that say that no reply is needed.
fn without_reply(
    subject: &Subject<'_>,
    places: &[Place<'_>],
    claims: &BTreeMap<PromiseId, Vec<Alike>>,
    sink: &mut Sink,
) {
    let silent: Vec<(RuleId, &RuleModel)> = numbered(subject).filter(|(_, rule)| rule.no_reply_needed).collect();
    let whole =
        subject.analysis.is_ok_and(|analysis| analysis.coverage.unanswered.is_none() && analysis.coverage.certain);
    if silent.is_empty() || !whole {
        return;
    }
    let mut asked: Vec<(&Place<'_>, Vec<Alike>)> = Vec::new();
    for (id, place) in (0u16..).map(PromiseId).zip(places) {
        let answered: Vec<Alike> =
            claims.get(&id).into_iter().flatten().filter_map(|contacts| answered(subject, contacts)).collect();
        let meets = |contacts: &Alike| silent.iter().any(|(rule, _)| lets_through(subject, *rule, contacts));
        if !answered.is_empty() && answered.iter().all(meets) && asked.len() < ASKED_AT_MOST {
            asked.push((place, answered));
        }
    }
    let Ok(space) = Space::about(subject.policy, &[]) else { return };
    let conditions: Vec<_> = asked.iter().flat_map(|(_, all)| all.iter().map(Alike::tests)).collect();
    let mut answers = are_answered(&space, &conditions).into_iter();
    let mut found: BTreeMap<RuleId, Vec<(&Place<'_>, String)>> = BTreeMap::new();
    for (place, all) in &asked {
        let mine: Vec<Option<bool>> = answers.by_ref().take(all.len()).collect();
        if mine.iter().any(|answer| *answer != Some(false)) {
            continue;
        }
        let questions: Vec<Question> = silent
            .iter()
            .flat_map(|(rule, _)| {
                all.iter().map(|contacts| Question { rule: *rule, tests: contacts.tests(), answered: true })
            })
            .collect();
        let contacts = arrivals(&space, &questions);
        let mut told =
            questions.iter().zip(&contacts).filter_map(|(asked, found)| Some((asked.rule, found.contact()?)));
        if let Some((rule, contact)) = told.next() {
            found.entry(rule).or_default().push((place, contact.told(subject.policy)));
        }
    }
    for (rule, places) in found {
        let (Some((first, contact)), Some((_, model))) = (places.first(), silent.iter().find(|(id, _)| *id == rule))
        else {
            continue;
        };
        let headline = match places.len() {
            1 => format!("Nobody can claim the promise for {}.", first.name()),
            several => format!("Nobody can claim {several} promises of the table."),
        };
        let names = counted(places.iter().map(|(place, _)| place.name()));
        let why = match places.len() {
            1 => "Every such contact goes by a rule that says that no reply is needed.".to_owned(),
            _ => format!("They are {names}. All such contacts go by rules that say that no reply is needed."),
        };
        let reply = model.head.fact("reply").map_or(model.head.span, |fact| fact.span);
        sink.push(
            Diagnostic::new(&LINT.finding, first.span, headline)
                .path(first.table.cell_path(&first.row.text, &first.heading.text))
                .why(why)
                .story(format!("{contact}. {} fits it, so nobody replies.", quoted(&model.head.name)))
                .see(reply, "no reply is needed here")
                .advise("write no promise in the cell")
                .advise("let the rule ask for more, so that it leaves those that get a reply"),
        );
    }
}

/// Whether what a rule says of contact types and channels lets some of these contacts through.
fn lets_through(subject: &Subject<'_>, rule: RuleId, contacts: &Alike) -> bool {
    let among =
        |ids: &[u16], values: &[u16], negated: bool| ids.iter().any(|id| values.binary_search(id).is_ok() != negated);
    let types: Vec<u16> = contacts.contact_types.iter().map(|id| id.0).collect();
    let channels: Vec<u16> = contacts.channels.iter().map(|id| id.0).collect();
    subject.policy.rule(rule).is_some_and(|rule| {
        rule.tests.iter().all(|test| match test {
            Test::Named { axis: NamedAxis::ContactType, values, negated } => among(&types, values, *negated),
            Test::Named { axis: NamedAxis::Channel, values, negated } => among(&channels, values, *negated),
            Test::Named { .. } | Test::Number { .. } | Test::Known { .. } | Test::Term { .. } | Test::Desk { .. } => {
                true
            }
        })
    })
}

/// Those of some contacts that people answer, by what no other lint tells; none where there are none.
fn answered(subject: &Subject<'_>, contacts: &Alike) -> Option<Alike> {
    let types = &subject.strategy.components.contact_types.content;
    let usable = |id: &ChannelId| {
        let channel = subject.policy.channel(*id)?;
        (channel.in_use(subject.today) && channel.mode == Mode::Respond).then_some(channel.kind)
    };
    let replied = |id: &ContactTypeId| {
        let one = types.get(*id)?;
        (types.reply(one).need != ReplyNeed::Never).then(|| Excluded::new(&types.never_on(one)))
    };
    let channels: Vec<ChannelId> = contacts.channels.iter().copied().filter(|id| usable(id).is_some()).collect();
    let allowed = |id: &ContactTypeId| {
        let never = replied(id)?;
        channels.iter().any(|on| usable(on).is_some_and(|kind| !never.holds(*on, kind))).then_some(*id)
    };
    let contact_types: Vec<ContactTypeId> = contacts.contact_types.iter().filter_map(allowed).collect();
    let some = !channels.is_empty() && !contact_types.is_empty();
    some.then(|| Alike { contact_types, channels, ..contacts.clone() })
}
