//! Promises that are written for some customers or seasons, and of which nothing is said for the others.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::{Alike, Arrival, Space, Witness, answered_contacts, pledged};
use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::columns::channels;
use crate::lints::rules::shared::listing::listed;
use crate::lints::rules::shared::promised::Excluded;
use crate::policy::{ChannelId, ChannelSet, ContactTypeId, Mode, ReplyNeed, SegmentId};
use crate::source::{Confidence, Diagnostic, Sink};
use crate::strategy::{ObjectiveModel, TableModel};

/// The lint. Cells that are blank, and channels and contact types that no table has, are told by lints of their own.
pub(super) static LINT: Lint =
    Lint::reviewer("promise-for-some-only", "S331", Confidence::Sure, include_str!("promise_for_some_only.md"), check)
        .waiting_for_whole();

/// So many groups of contacts are told.
const TOLD_AT_MOST: usize = 3;
/// Of so many groups it is asked whether there is such a contact.
const ASKED_AT_MOST: usize = 60;

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let section = &subject.strategy.components.service_levels.content;
    let in_seasons = section.in_seasons.iter().map(|(_, table)| table);
    let mut special = section.for_customers.iter().map(|(_, table)| table).chain(in_seasons);
    let Some(first) = special.next() else { return };
    if section.incomplete || subject.analysis.is_err() {
        return;
    }
    let groups = groups(subject);
    let conditions: Vec<_> = groups.iter().take(ASKED_AT_MOST).map(Alike::tests).collect();
    if conditions.is_empty() {
        return;
    }
    let Ok(space) = Space::about(subject.policy, &[]) else { return };
    let answered = answered_contacts(&space, &conditions);
    let mut found: Vec<(Option<f64>, &Alike, Witness)> = Vec::new();
    for (group, arrival) in groups.iter().zip(answered) {
        if let Arrival::Comes(contact) = arrival {
            found.push((percent(subject, group), group, *contact));
        }
    }
    let size = |group: &Alike| group.contact_types.len() * group.channels.len();
    found.sort_by(|(one, first, _), (two, second, _)| {
        let share = |share: &Option<f64>| share.unwrap_or(-1.0);
        share(two).total_cmp(&share(one)).then(size(second).cmp(&size(first)))
    });
    let Some((.., contact)) = found.first() else { return };
    let told: Vec<String> =
        found.iter().take(TOLD_AT_MOST).map(|(share, group, _)| told(subject, group, *share)).collect();
    let more = found.len().saturating_sub(TOLD_AT_MOST);
    let more = if more > 0 { format!("; and {more} more") } else { String::new() };
    sink.push(
        Diagnostic::new(&LINT.finding, first.span, "What is promised is said for some of the customers only.")
            .path(first.path.clone())
            .why(format!("Nothing is said for {}{more}.", told.join("; ")))
            .story(format!("{}. It is answered at some time; nothing was promised.", contact.told(subject.policy)))
            .advise("write under promises: what holds for everybody else, with no promise where you decided so"),
    );
}

/// The contacts of which nothing is said, and that no other lint tells of, as few groups as their channels make.
fn groups(subject: &Subject<'_>) -> Vec<Alike> {
    let told = Told::new(subject);
    let Some(all) = pledged(subject.policy, subject.index) else { return Vec::new() };
    type Customers = (Option<SegmentId>, Vec<SegmentId>);
    let mut open: BTreeMap<(Customers, ContactTypeId), BTreeSet<ChannelId>> = BTreeMap::new();
    for pledged in all.into_iter().filter(|pledged| pledged.cell.is_none()) {
        let contacts = pledged.contacts;
        for contact_type in &contacts.contact_types {
            let Some(excluded) = told.excluded(*contact_type) else { continue };
            let left = |channel: &&ChannelId| told.leaves(*contact_type, **channel, &excluded);
            for channel in contacts.channels.iter().filter(left) {
                let customers = (contacts.segment, contacts.but.clone());
                open.entry((customers, *contact_type)).or_default().insert(*channel);
            }
        }
    }
    let mut groups: BTreeMap<(Customers, BTreeSet<ChannelId>), Vec<ContactTypeId>> = BTreeMap::new();
    for ((customers, contact_type), channels) in open {
        groups.entry((customers, channels)).or_default().push(contact_type);
    }
    let group =
        |(((segment, but), channels), contact_types): ((Customers, BTreeSet<ChannelId>), Vec<ContactTypeId>)| Alike {
            segment,
            but,
            contact_types,
            channels: channels.into_iter().collect(),
        };
    groups.into_iter().map(group).collect()
}

/// What other lints tell, and what needs no promise.
struct Told<'a> {
    subject: &'a Subject<'a>,
    plain: Option<crate::policy::CellIndex>,
    covered: BTreeSet<ChannelId>,
    rows: BTreeSet<ContactTypeId>,
    objectives: Vec<&'a ObjectiveModel>,
}

impl<'a> Told<'a> {
    fn new(subject: &'a Subject<'a>) -> Self {
        let section = &subject.strategy.components.service_levels.content;
        let sets: BTreeSet<ChannelSet> =
            section.tables().flat_map(|table: &TableModel| &table.columns).map(|(_, set)| *set).collect();
        Self {
            subject,
            plain: section.promises.as_ref().map(|table| table.index(subject.policy)),
            covered: sets.into_iter().flat_map(|set| channels(subject.policy, set)).collect(),
            rows: section.tables().flat_map(|table| &table.rows).map(|(_, id, _)| *id).collect(),
            objectives: section.also.iter().collect(),
        }
    }

    /// Where contacts of a type should not be; none where they get no reply at all.
    fn excluded(&self, id: ContactTypeId) -> Option<Excluded> {
        let types = &self.subject.strategy.components.contact_types.content;
        let one = types.get(id).filter(|one| types.reply(one).need != ReplyNeed::Never)?;
        Some(Excluded::new(&types.never_on(one)))
    }

    /// Whether nothing else tells that a promise is missing, and people answer such contacts.
    fn leaves(&self, id: ContactTypeId, on: ChannelId, excluded: &Excluded) -> bool {
        let (policy, types) = (self.subject.policy, &self.subject.strategy.components.contact_types.content);
        let (Some(channel), Some(one)) = (policy.channel(on), types.get(id)) else { return false };
        let parent = one.part_of.map(|parent| parent.value);
        let blank = self.plain.as_ref().is_some_and(|plain| plain.places(id, parent, on).next().is_some());
        let answered = channel.in_use(self.subject.today)
            && channel.mode == Mode::Respond
            && !channel.kind.unassisted()
            && !excluded.holds(on, channel.kind);
        let has_row = self.rows.contains(&id) || parent.is_some_and(|parent| self.rows.contains(&parent));
        let aimed_at = |objective: &&&ObjectiveModel| {
            let types = &objective.contact_types;
            let is_it = types.contains(&id) || parent.is_some_and(|parent| types.contains(&parent));
            let there = objective.channels.iter().any(|set| set.holds(on, channel.kind));
            (types.is_empty() || is_it) && (objective.channels.is_empty() || there)
        };
        answered && has_row && self.covered.contains(&on) && !blank && self.objectives.iter().find(aimed_at).is_none()
    }
}

/// Which contacts, and how many of them where that can be said.
fn told(subject: &Subject<'_>, group: &Alike, share: Option<f64>) -> String {
    let policy = subject.policy;
    let names = |ids: &[SegmentId]| {
        listed(ids.iter().filter_map(|id| policy.segment(*id)).map(|segment| segment.name.as_str()))
    };
    let types = group.contact_types.iter().filter_map(|id| policy.contact_type(*id)).map(|one| one.name.as_str());
    let on = group.channels.iter().filter_map(|id| policy.channel(*id)).map(|channel| channel.name.as_str());
    let whose = match (group.segment, group.but.as_slice()) {
        (Some(segment), _) => format!(" from {}", names(&[segment])),
        (None, []) => String::new(),
        (None, but) => format!(" from all but {}", names(but)),
    };
    let share = share.map_or_else(
        || "share unknown".to_owned(),
        |percent| format!("about {} of every 100 contacts", rounded(percent)),
    );
    format!("{} on {}{whose}: {share}", listed(types), listed(on))
}

/// As many as are easy to say: whole ones, and of less than one the first digits.
fn rounded(percent: f64) -> String {
    if percent < 1.0 { format!("{percent:.1}") } else { format!("{percent:.0}") }
}

/// How many of every hundred, where the shares are stated and no channel is left out. Customers are taken to ask alike.
fn percent(subject: &Subject<'_>, group: &Alike) -> Option<f64> {
    let components = &subject.strategy.components;
    let in_use = (0u16..).zip(&subject.policy.channels).filter(|(_, channel)| channel.in_use(subject.today));
    if in_use.into_iter().any(|(id, _)| !group.channels.contains(&ChannelId(id))) {
        return None;
    }
    let types = &components.contact_types.content;
    let of_type = |id: &ContactTypeId| Some(types.get(*id)?.share?.value.as_percent().to_f64());
    let of_types = group.contact_types.iter().map(of_type).sum::<Option<f64>>()?;
    let segments = (0u16..).map(SegmentId).zip(&components.customers.content.segments);
    let mine = segments.filter(|(id, _)| match group.segment {
        Some(segment) => segment == *id,
        None => !group.but.contains(id),
    });
    let of_customers =
        mine.map(|(_, segment)| Some(segment.share?.value.as_percent().to_f64())).sum::<Option<f64>>()?;
    Some(of_types * of_customers / 100.0)
}
