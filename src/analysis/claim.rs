//! What it takes for a claim not to hold: contacts as literals, for each rule that may decide them.

use std::cell::RefCell;
use std::collections::BTreeMap;

use crate::analysis::code::Code;
use crate::analysis::promised::PromiseOrder;
use crate::analysis::solver::Literal;
use crate::policy::{
    Action, Cell, ChannelId, Claim, ContactTypeId, Date, Duration, GroupId, Index, Mode, Policy, ReplyNeed, Rule,
    SegmentId, Side,
};

/// Contacts for which something is so: those for which all literals of one of these lists hold.
pub(crate) type Cases = Vec<Vec<Literal>>;

/// The contacts that a rule decides, or that none does, for which a claim is as wanted, so far as it hangs on the rule.
pub(crate) fn cases_of_rule(
    code: &Code<'_>,
    answered: Option<Literal>,
    claim: &Claim,
    rule: Option<&Rule>,
    wanted: bool,
) -> Cases {
    let action = rule.map(|rule| &rule.action);
    let everybody = |holds: bool| if holds == wanted { vec![Vec::new()] } else { Vec::new() };
    match claim {
        Claim::SentTo(group) => everybody(first_group(action) == Some(*group)),
        Claim::AnsweredBy(group) => {
            let stays = action.is_some_and(|action| action.steps.iter().all(|step| step.group == *group));
            everybody(first_group(action) == Some(*group) && stays)
        }
        Claim::Reaches(group) => {
            let later = action.is_some_and(|action| action.steps.iter().any(|step| step.group == *group));
            everybody(first_group(action) == Some(*group) || later)
        }
        Claim::SomebodyAnswers => match first_group(action) {
            Some(_) => match answered {
                Some(answered) => vec![vec![if wanted { answered } else { !answered }]],
                None => everybody(true),
            },
            None => everybody(false),
        },
        Claim::PriorityAtLeast(least) => match action.and_then(|action| action.priority) {
            Some(priority) => everybody(priority <= *least),
            None => by_gravity(code, *least, wanted),
        },
        Claim::PromiseAtMost(_) | Claim::PromiseAtMostTheSame => Vec::new(),
    }
}

fn first_group(action: Option<&Action>) -> Option<GroupId> {
    action.filter(|action| !action.no_reply_needed).and_then(|action| action.send_to)
}

/// The contact types whose gravity gives them such a priority, or does not.
fn by_gravity(code: &Code<'_>, least: u32, wanted: bool) -> Cases {
    let types = (0u32..).zip(&code.space.policy.contact_types);
    let so = types.filter(|(_, found)| (found.gravity.priority() <= least) == wanted).map(|(at, _)| at).collect();
    code.on_contact_types(&Side::Only(so)).into_iter().collect()
}

/// A variable that says that a contact which goes to a group is answered there: not on a channel that is only watched,
/// and not of a contact type that needs no reply. None where that is so for all.
pub(crate) fn answered(code: &mut Code<'_>) -> Option<Literal> {
    let policy = code.space.policy;
    let mut not_answered: Cases = Vec::new();
    let channels = (0u32..).zip(&policy.channels);
    let watched: Vec<u32> = channels.filter(|(_, channel)| channel.mode == Mode::Listen).map(|(at, _)| at).collect();
    not_answered.extend(code.on_channels(&Side::Only(watched)));
    for (number, contact_type) in (0u32..).zip(&policy.contact_types) {
        if contact_type.reply.need == ReplyNeed::Never {
            let when = code.space.axes.region(policy, &contact_type.reply.when).unwrap_or_default();
            let mut literals = code.literals(&when);
            literals.extend(code.on_contact_types(&Side::Only(vec![number])).into_iter().flatten());
            not_answered.push(literals);
        }
    }
    if not_answered.is_empty() {
        return None;
    }
    let parts: Vec<Literal> = not_answered.into_iter().map(|literals| code.all_of(&literals)).collect();
    let none: Vec<Literal> = parts.into_iter().map(|part| !part).collect();
    Some(code.all_of(&none))
}

/// A set of dates that the tables of promises treat alike: the literals that say so, and one of the dates.
pub(crate) type Dates = (Vec<Literal>, Date);

/// The sets of dates that the tables of promises tell apart.
pub(crate) fn kinds_of_dates(code: &mut Code<'_>) -> Vec<Dates> {
    let space = code.space;
    let mut kinds: BTreeMap<_, (Vec<usize>, Date)> = BTreeMap::new();
    for (number, moment) in space.moments.iter().enumerate() {
        let date = space.policy.time_zone.local(moment.at).date;
        kinds.entry(moment.seasons.clone()).or_insert_with(|| (Vec::new(), date)).0.push(number);
    }
    if kinds.len() < 2 {
        let date = kinds.into_values().next().map_or_else(|| space.policy.first_day(), |(_, date)| date);
        return vec![(Vec::new(), date)];
    }
    kinds.into_values().map(|(moments, date)| (vec![code.at_moments(&moments)], date)).collect()
}

/// How many cells of contacts are looked up at most for a claim about promises.
const MOST_CELLS: usize = 4_000_000;

/// The cells of the tables that contacts have, one for each customer, contact type, channel and kind of date.
pub(crate) struct Promises<'p> {
    policy: &'p Policy,
    index: Index,
    pub(crate) segments: Vec<u32>,
    pub(crate) contact_types: Vec<u32>,
    pub(crate) channels: Vec<u32>,
    /// The order of the promises.
    pub(crate) order: PromiseOrder<'p>,
}

impl<'p> Promises<'p> {
    /// `None` where they are too many.
    pub(crate) fn new(policy: &'p Policy, dates: usize) -> Option<Self> {
        let numbers = |length: usize| (0..u32::try_from(length).unwrap_or(0)).collect::<Vec<u32>>();
        let mut segments = numbers(policy.segments.len());
        if policy.everyone_else().is_none() {
            segments.push(u32::try_from(policy.segments.len()).unwrap_or(0) + 1);
        }
        let (contact_types, channels) = (numbers(policy.contact_types.len()), numbers(policy.channels.len()));
        let cells = segments.len() * contact_types.len() * channels.len() * dates;
        (cells <= MOST_CELLS).then(|| {
            let (index, order) = (Index::new(policy), PromiseOrder::new(policy));
            Self { policy, index, segments, contact_types, channels, order }
        })
    }

    pub(crate) fn cell(&self, segment: u32, contact_type: u32, channel: u32, date: Date) -> Option<Cell> {
        let number = |number: u32| u16::try_from(number).unwrap_or(u16::MAX);
        let segment = Some(SegmentId(number(segment))).filter(|id| self.policy.segment(*id).is_some());
        let (contact_type, channel) = (ContactTypeId(number(contact_type)), ChannelId(number(channel)));
        self.index.promised(self.policy, segment, contact_type, channel, date)
    }

    /// The contacts whose promise is at most a length of time, or is not, as wanted; and those of whom it is not known.
    pub(crate) fn cases(&self, code: &Code<'_>, dates: &[Dates], length: Duration, wanted: bool) -> (Cases, Cases) {
        let known = RefCell::new(BTreeMap::new());
        let answer = |channel: ChannelId, cell: Option<Cell>| {
            let asked = || self.order.at_most(channel, cell, length);
            *known.borrow_mut().entry((channel, cell)).or_insert_with(asked)
        };
        let (mut found, mut open) = (Cases::new(), Cases::new());
        for dates in dates {
            found.extend(self.cells(code, dates, |channel, cell| answer(channel, cell) == Some(wanted)));
        }
        if known.borrow().values().any(Option::is_none) {
            for dates in dates {
                open.extend(self.cells(code, dates, |channel, cell| answer(channel, cell).is_none()));
            }
        }
        (found, open)
    }

    /// The contacts at some dates whose cell is as asked for.
    fn cells(
        &self,
        code: &Code<'_>,
        (literals, date): &Dates,
        asked: impl Fn(ChannelId, Option<Cell>) -> bool,
    ) -> Cases {
        // Customers and contact types whose channels are the same are told of together.
        let mut alike: BTreeMap<Vec<u32>, BTreeMap<u32, Vec<u32>>> = BTreeMap::new();
        for contact_type in &self.contact_types {
            for segment in &self.segments {
                let so = |channel: &u32| {
                    let id = ChannelId(u16::try_from(*channel).unwrap_or(u16::MAX));
                    asked(id, self.cell(*segment, *contact_type, *channel, *date))
                };
                let channels: Vec<u32> = self.channels.iter().copied().filter(so).collect();
                if !channels.is_empty() {
                    alike.entry(channels).or_default().entry(*contact_type).or_default().push(*segment);
                }
            }
        }
        let mut found = Cases::new();
        for (channels, by_type) in alike {
            let mut by_segments: BTreeMap<Vec<u32>, Vec<u32>> = BTreeMap::new();
            for (contact_type, segments) in by_type {
                by_segments.entry(segments).or_default().push(contact_type);
            }
            for (segments, contact_types) in by_segments {
                let mut all = literals.clone();
                all.extend(code.on_customers(&Side::Only(segments)).into_iter().flatten());
                all.extend(code.on_contact_types(&Side::Only(contact_types)).into_iter().flatten());
                all.extend(code.on_channels(&Side::Only(channels.clone())).into_iter().flatten());
                found.push(all);
            }
        }
        found
    }
}
