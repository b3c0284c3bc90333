//! When nobody is there for a contact type: its desks closed, and no group on duty that gets it.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::lints::lint::Subject;
use crate::lints::rules::shared::answering::Answering;
use crate::lints::rules::shared::desks::is_round_the_clock;
use crate::lints::rules::shared::promised::Promised;
use crate::lints::rules::shared::week::{OrdinaryWeeks, Stretch, joined, longest_gap};
use crate::policy::{ChannelId, ContactTypeId};
use crate::strategy::{ContactTypeModel, DeskModel};

/// Shorter stretches are breaks.
const SHORTEST_SECONDS: u64 = 900;
/// How many lines are looked at for one contact type, those that are closed longest first.
const LINES: usize = 24;
/// How many names and addresses of channels that are always open are looked for in what customers are told.
const ALWAYS_OPEN: usize = 40;

/// Channels that are open at the same time, because the same desks list them.
struct Line<'a> {
    desk: &'a DeskModel,
    open: Vec<Stretch>,
    gap_seconds: u64,
    /// The names and addresses of its channels, if they are always open.
    always_open: Vec<&'a str>,
    /// What customers are told when the desks are closed.
    told: Vec<&'a str>,
}

/// The longest stretch of an ordinary week in which nobody is there.
pub(crate) struct Absence<'a> {
    /// A desk that is closed then.
    pub(crate) desk: &'a DeskModel,
    /// The first channel of that desk that the contact type has.
    pub(crate) channel: ChannelId,
    /// From when to when.
    pub(crate) stretch: Stretch,
}

/// An ordinary week of a strategy, made ready for questions.
pub(crate) struct Week<'a> {
    answering: Answering<'a>,
    /// The table of promises.
    pub(crate) promised: Promised<'a>,
    on_duty: Vec<Vec<Stretch>>,
    lines: Vec<Line<'a>>,
    line_of: BTreeMap<ChannelId, usize>,
}

impl<'a> Week<'a> {
    /// The ordinary week of a strategy.
    #[must_use]
    pub(crate) fn new(subject: &'a Subject<'a>) -> Option<Self> {
        let strategy = subject.strategy;
        let weeks = OrdinaryWeeks::of(strategy)?;
        let desks = &strategy.components.hours.content.desks;
        let open: Vec<Vec<Stretch>> = desks.iter().map(|desk| weeks.open(desk)).collect();
        let groups = &strategy.components.agent_groups.content.groups;
        let on_duty = groups.iter().map(|group| weeks.on_duty(group, &open)).collect();
        let mut lines: Vec<(Line<'a>, Vec<ChannelId>)> = Vec::new();
        for (ids, channels) in subject.index.channels_by_desks() {
            let desks: Vec<&DeskModel> = ids.iter().filter_map(|id| desks.get(id.index())).collect();
            let spans = ids.iter().filter_map(|id| open.get(id.index())).flatten().copied();
            let names = names_and_addresses(subject, &channels);
            lines.extend(Line::new(&desks, joined(spans.collect()), names).map(|line| (line, channels)));
        }
        lines.sort_by_key(|(line, _)| Reverse(line.gap_seconds));
        let numbered = lines.iter().enumerate();
        let line_of =
            numbered.flat_map(|(at, (_, channels))| channels.iter().map(move |channel| (*channel, at))).collect();
        let lines = lines.into_iter().map(|(line, _)| line).collect();
        let (promised, answering) = (Promised::new(subject), Answering::new(strategy));
        Some(Self { answering, promised, on_duty, lines, line_of })
    }

    /// The longest stretch for a contact type. Of stretches that are as long, one that begins when the desk closes.
    #[must_use]
    pub(crate) fn absence(&self, id: ContactTypeId, one: &ContactTypeModel) -> Option<Absence<'a>> {
        let mut first_channels: BTreeMap<usize, ChannelId> = BTreeMap::new();
        for channel in self.promised.channels_of(id, one) {
            if let Some(line) = self.line_of.get(&channel) {
                first_channels.entry(*line).or_insert(channel);
            }
        }
        let lines = first_channels.keys().filter_map(|line| self.lines.get(*line));
        let ways_on: Vec<&str> = lines.flat_map(|line| &line.always_open).copied().take(ALWAYS_OPEN).collect();
        if first_channels.is_empty() {
            return None;
        }
        let lines = first_channels
            .into_iter()
            .filter_map(|(line, channel)| Some((self.lines.get(line)?, channel)))
            .filter(|(line, _)| !line.leads_on(&ways_on))
            .take(LINES);
        let groups = self.answering.groups_for(id);
        let duty = groups.iter().filter_map(|group| self.on_duty.get(group.index())).flatten();
        let duty: Vec<Stretch> = joined(duty.copied().collect());
        let mut best: Option<((u64, bool), Absence<'a>)> = None;
        for (line, channel) in lines {
            let least = best.as_ref().map_or(SHORTEST_SECONDS, |((seconds, _), _)| *seconds);
            if line.gap_seconds < least {
                break;
            }
            let there = joined(line.open.iter().chain(&duty).copied().collect());
            let Some(stretch) = longest_gap(&there) else { continue };
            let seconds = stretch.0.seconds_until(stretch.1);
            let rank = (seconds, line.open.iter().any(|(_, closes)| *closes == stretch.0));
            if seconds >= SHORTEST_SECONDS && best.as_ref().is_none_or(|(known, _)| rank > *known) {
                best = Some((rank, Absence { desk: line.desk, channel, stretch }));
            }
        }
        best.map(|(_, absence)| absence)
    }
}

/// What customers may be told of channels.
fn names_and_addresses<'a>(subject: &Subject<'a>, channels: &[ChannelId]) -> Vec<&'a str> {
    let strategy = subject.strategy;
    let models = channels.iter().take(ALWAYS_OPEN).filter_map(|id| strategy.components.channels.content.get(*id));
    let both = models.flat_map(|channel| {
        let address = channel.address.as_ref().map(|address| address.text.as_str());
        [Some(channel.head.name.as_str()), address]
    });
    both.flatten().collect()
}

impl<'a> Line<'a> {
    fn new(desks: &[&'a DeskModel], open: Vec<Stretch>, names: Vec<&'a str>) -> Option<Self> {
        let always = |desk: &&DeskModel| desk.open.as_ref().is_some_and(|it| is_round_the_clock(&it.hours));
        Some(Self {
            desk: desks.first().copied()?,
            gap_seconds: longest_gap(&open).map_or(0, |(from, to)| from.seconds_until(to)),
            open,
            always_open: if desks.iter().any(always) { names } else { Vec::new() },
            told: desks.iter().filter_map(|desk| desk.when_closed.as_ref()).map(|it| it.text.as_str()).collect(),
        })
    }

    /// Whether customers are told of a channel that is always open, or of a number.
    fn leads_on(&self, ways_on: &[&str]) -> bool {
        let number = |text: &str| text.split(|letter: char| !letter.is_ascii_digit()).any(|digits| digits.len() >= 3);
        self.told.iter().any(|told| number(told) || ways_on.iter().any(|way| told.contains(way)))
    }
}
