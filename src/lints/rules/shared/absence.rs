//! When nobody answers on a channel that a contact type has: its desks closed, or open without people.
//!
//! What arrives then waits until the desk of its channel opens, whatever group gets it: so the engine decides, and so it is
//! told here, by the same hours.

use std::cell::OnceCell;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::lints::lint::Subject;
use crate::lints::rules::shared::desks::always_answers;
use crate::lints::rules::shared::promised::Promised;
use crate::lints::rules::shared::spoken::{names, numbers, tail};
use crate::lints::rules::shared::week::{OrdinaryWeeks, Stretch, joined, longest_gap};
use crate::policy::{ChannelId, ContactTypeId, DeskHours, DeskId, DeskTables, Mode, Policy, Zone};
use crate::strategy::{ChannelModel, ContactTypeModel, DeskModel};

/// Shorter stretches are breaks.
const SHORTEST_SECONDS: u64 = 900;
/// How many more desks are named than the one with the longest stretch.
const MORE_DESKS: usize = 8;
/// How many names and addresses of channels that are always open are looked for in what customers are told.
const ALWAYS_OPEN: usize = 40;
/// In how many weeks one is looked for in which the hours are the ordinary ones.
const WEEKS: i64 = 52;
/// How many days are looked at where no week is an ordinary one.
const DAYS: i64 = 28;

/// Channels that are answered at the same time, because the same desks list them.
struct Line<'a> {
    ids: Vec<DeskId>,
    desk: &'a DeskModel,
    zone: Zone,
    /// The longest stretch of an ordinary week without an answer.
    gap: Stretch,
    /// Whether it comes every day at the same time.
    daily: bool,
    /// The hours of its desks, worked out when they are first asked for.
    tables: OnceCell<DeskTables>,
    /// The same with the dates on which it comes first.
    dated: OnceCell<Option<Stretch>>,
    /// Whether somebody answers at every hour of the week.
    always_answers: bool,
    /// The names and addresses of its channels, if they are always open.
    always_open: Vec<&'a str>,
    /// What customers are told when the desks are closed.
    told: Vec<&'a str>,
    /// Whether that has a number, which is not one of ours where nobody answers then.
    tells_a_number: bool,
}

/// A stretch in which nobody answers.
pub(crate) struct Absence<'a> {
    /// A desk on which nobody answers then.
    pub(crate) desk: &'a DeskModel,
    /// The clock on which its hours are told.
    pub(crate) zone: Zone,
    /// The first channel of that desk that the contact type has.
    pub(crate) channel: ChannelId,
    /// From when to when.
    pub(crate) stretch: Stretch,
    /// Whether it comes every day at the same time.
    pub(crate) daily: bool,
    /// Whether the desk accepts contacts at some time in the stretch, only without people.
    pub(crate) accepts: bool,
    /// Other desks on which nobody answers at some time of the week, each with the longest such stretch,
    /// and whether that comes every day.
    pub(crate) others: Vec<(&'a DeskModel, Zone, Stretch, bool)>,
}

/// An ordinary week of a strategy, made ready for questions.
pub(crate) struct Week<'a> {
    policy: &'a Policy,
    weeks: OrdinaryWeeks,
    promised: Promised<'a>,
    /// Those that are without an answer longest first.
    lines: Vec<Line<'a>>,
    line_of: BTreeMap<ChannelId, usize>,
}

impl<'a> Week<'a> {
    /// The ordinary week of a strategy.
    #[must_use]
    pub(crate) fn new(subject: &'a Subject<'a>) -> Option<Self> {
        let strategy = subject.strategy;
        let weeks = OrdinaryWeeks::of(strategy)?;
        let mut lines: Vec<(Line<'a>, Vec<ChannelId>)> = Vec::new();
        for (ids, channels) in subject.index.channels_by_desks() {
            lines.extend(Line::new(subject, &weeks, ids, &channels).map(|line| (line, channels)));
        }
        lines.sort_by_key(|(line, _)| Reverse(line.gap.0.seconds_until(line.gap.1)));
        tell_numbers(subject, &mut lines);
        let numbered = lines.iter().enumerate();
        let line_of =
            numbered.flat_map(|(at, (_, channels))| channels.iter().map(move |channel| (*channel, at))).collect();
        let lines = lines.into_iter().map(|(line, _)| line).collect();
        Some(Self { policy: subject.policy, weeks, promised: Promised::new(subject), lines, line_of })
    }

    /// The longest stretch for a contact type.
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
        let mut without_a_word = first_channels
            .into_iter()
            .filter_map(|(line, channel)| Some((self.lines.get(line)?, channel)))
            .filter(|(line, _)| !line.leads_on(&ways_on) && line.gap.0.seconds_until(line.gap.1) >= SHORTEST_SECONDS);
        let (line, channel) = without_a_word.next()?;
        let stretch = self.stretch(line)?;
        let others = without_a_word.filter_map(|(line, _)| {
            let gap = self.stretch(line)?;
            Some((line.desk, line.zone.clone(), gap, line.is_daily(gap)))
        });
        let others = others.take(MORE_DESKS).collect();
        let tables = self.tables(line);
        let accepts = !tables.accepting.spans(stretch.0, stretch.1).is_empty();
        Some(Absence {
            desk: line.desk,
            zone: line.zone.clone(),
            channel,
            stretch,
            daily: line.is_daily(stretch),
            accepts,
            others,
        })
    }

    fn stretch(&self, line: &Line<'a>) -> Option<Stretch> {
        *line.dated.get_or_init(|| self.dated(line))
    }

    fn tables<'l>(&self, line: &'l Line<'_>) -> &'l DeskTables {
        line.tables.get_or_init(|| self.work_out(line))
    }

    fn work_out(&self, line: &Line<'_>) -> DeskTables {
        let desks = line.ids.iter().filter_map(|id| self.policy.desk(*id));
        let hours: Vec<DeskHours> = desks.map(DeskHours::from).collect();
        DeskTables::new(&hours, None, self.weeks.from)
    }

    /// The first time at which the stretch of an ordinary week comes, closing dates and seasons looked at; the longest
    /// stretch of some weeks where it never comes.
    fn dated(&self, line: &Line<'_>) -> Option<Stretch> {
        let tables = self.tables(line);
        let answering = tables.answering();
        let in_week = |week: i64| {
            let at = |instant| {
                let local = line.zone.local(instant);
                line.zone.first_at(local.date.plus_days(7 * week), local.time)
            };
            (at(line.gap.0), at(line.gap.1))
        };
        let comes = |(from, to): &Stretch| {
            from < to
                && answering.is_open(from.plus_seconds(-1))
                && !answering.is_open(*from)
                && answering.next_opening(*from) == Some(*to)
                && line.zone.transitions(*from, *to).is_empty()
        };
        let (from, to) = (self.weeks.from, self.weeks.from.plus_seconds(DAYS * 86_400));
        let otherwise = || longest_gap(&answering.spans(from, to));
        let found = (0..WEEKS).map(in_week).find(comes).or_else(otherwise)?;
        (found.0.seconds_until(found.1) >= SHORTEST_SECONDS).then_some(found)
    }
}

/// Finds out which desks tell their customers a number that helps: any but that of a channel of ours on which nobody
/// answers at some time.
fn tell_numbers(subject: &Subject<'_>, lines: &mut [(Line<'_>, Vec<ChannelId>)]) {
    let all = &subject.strategy.components.channels.content;
    let (mut answered, mut closed): (BTreeSet<String>, BTreeSet<String>) = Default::default();
    for (line, channels) in lines.iter() {
        let list = if line.always_answers { &mut answered } else { &mut closed };
        let addresses = channels.iter().filter_map(|id| all.get(*id)?.address.as_ref());
        list.extend(addresses.flat_map(|address| numbers(&address.text)).map(|number| tail(&number)));
    }
    for (line, _) in lines {
        let helps = |number: &String| answered.contains(&tail(number)) || !closed.contains(&tail(number));
        line.tells_a_number = line.told.iter().flat_map(|told| numbers(told)).any(|number| helps(&number));
    }
}

/// What customers may be told of channels on which people answer.
fn names_and_addresses<'a>(subject: &Subject<'a>, channels: &[ChannelId]) -> Vec<&'a str> {
    let strategy = subject.strategy;
    let models = channels.iter().filter_map(|id| strategy.components.channels.content.get(*id));
    let answered = |channel: &&ChannelModel| {
        let people = channel.mode() == Mode::Respond && channel.kind.is_some_and(|kind| !kind.unassisted());
        people && channel.status().in_use(subject.today)
    };
    let models = models.filter(answered).take(ALWAYS_OPEN);
    let both = models.flat_map(|channel| {
        let address = channel.address.as_ref().map(|address| address.text.as_str());
        [Some(channel.head.name.as_str()), address]
    });
    both.flatten().collect()
}

/// Whether a stretch without an answer comes on each day of the week at the same time.
fn comes_daily(answered: &[Stretch], gap: Stretch) -> bool {
    let ends: BTreeSet<_> =
        answered.iter().zip(answered.iter().skip(1)).map(|((_, from), (to, _))| (*from, *to)).collect();
    let later = |days: i64| (gap.0.plus_seconds(days * 86_400), gap.1.plus_seconds(days * 86_400));
    (1..7).all(|days| ends.contains(&later(days)))
}

impl<'a> Line<'a> {
    /// `None` where hours of a desk are not known, or somebody answers always or never.
    fn new(subject: &Subject<'a>, weeks: &OrdinaryWeeks, ids: &[DeskId], channels: &[ChannelId]) -> Option<Self> {
        let all = &subject.strategy.components.hours.content.desks;
        let desks: Vec<&DeskModel> = ids.iter().filter_map(|id| all.get(id.index())).collect();
        let desk = desks.first().copied()?;
        if desks.iter().any(|desk| desk.open.is_none()) {
            return None;
        }
        let answered = joined(desks.iter().flat_map(|desk| weeks.answering(desk)).collect());
        let start = answered.first().map_or(weeks.from, |(from, _)| *from);
        let gap = longest_gap(&answered).unwrap_or((start, start));
        let always = desks.iter().any(|desk| always_answers(desk));
        Some(Self {
            ids: ids.to_vec(),
            desk,
            zone: weeks.zone_of(desk),
            gap,
            daily: comes_daily(&answered, gap),
            tables: OnceCell::new(),
            dated: OnceCell::new(),
            always_answers: always,
            tells_a_number: false,
            always_open: if always { names_and_addresses(subject, channels) } else { Vec::new() },
            told: desks.iter().filter_map(|desk| desk.when_closed.as_ref()).map(|it| it.text.as_str()).collect(),
        })
    }

    /// Whether a stretch is the one of the ordinary week, and that comes every day.
    fn is_daily(&self, (from, to): Stretch) -> bool {
        self.daily && from.seconds_until(to) == self.gap.0.seconds_until(self.gap.1)
    }

    /// Whether customers are told of a channel that is always open, or of a number where somebody may be.
    fn leads_on(&self, ways_on: &[&str]) -> bool {
        self.tells_a_number || self.told.iter().any(|told| ways_on.iter().any(|way| names(told, way)))
    }
}
