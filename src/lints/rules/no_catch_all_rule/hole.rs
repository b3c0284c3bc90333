//! Looks for one contact that no rule fits, by trying combinations; then for how far the hole around it reaches.

use std::collections::BTreeMap;

use crate::calendar::{Date, Timetable, Weekday};
use crate::lints::lint::Subject;
use crate::lints::rules::shared::listing::listed;
use crate::lints::rules::shared::telling::contact;
use crate::policy::{
    Cell, ChannelId, ContactTypeId, Decimal, DeskId, FieldId, Known, NamedAxis, NamedValue, Policy, Promise, SegmentId,
    TermAnswers, TermId, Test, TimeOfDay,
};
use crate::source::{Spanned, quoted};

/// Bounds the search on a strategy with thousands of names.
const TRIES_AT_MOST: u32 = 20_000;
/// Bounds the tests that these tries make on a strategy with thousands of rules.
const TESTS_AT_MOST: u32 = 1_000_000;
/// Desks beyond this number are taken as closed; nobody names so many in conditions.
const DESKS_AT_MOST: usize = 40;

/// What the search came to.
pub(super) enum Searched<'a> {
    /// A contact that no rule fits.
    Found(Box<Hole<'a>>),
    /// Every combination of names fits a rule.
    None,
    /// There are too many to try.
    NotWorkedOut,
}

/// A combination of names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Who {
    segment: Option<SegmentId>,
    contact_type: Option<ContactTypeId>,
    channel: Option<ChannelId>,
}

/// A weekday and time, and which desks are open then.
#[derive(Debug, Clone, Default)]
struct Moment {
    day: Option<Weekday>,
    words: String,
    open: BTreeMap<DeskId, bool>,
}

/// A contact that no rule fits.
pub(super) struct Hole<'a> {
    search: Search<'a>,
    who: Who,
    moment: Moment,
}

/// How far the hole reaches.
pub(super) struct Extent {
    segments: Option<SegmentId>,
    contact_types: Vec<ContactTypeId>,
    every_type: bool,
    channel: Option<ChannelId>,
    /// Whether it is known how far it reaches; else it is only the contact that was found.
    whole: bool,
    /// Whether nothing but these names decides.
    sure: bool,
}

/// What is searched, and how much work is left.
struct Search<'a> {
    policy: &'a Policy,
    rules: Vec<&'a [Spanned<Test>]>,
    segments: Vec<Option<SegmentId>>,
    contact_types: Vec<Option<ContactTypeId>>,
    channels: Vec<Option<ChannelId>>,
    tests_left: std::cell::Cell<u32>,
}

/// Looks for a contact that no rule fits. Nothing else is known of it, so it fits no comparison and no `is` of a field.
pub(super) fn find<'a>(subject: &Subject<'a>) -> Searched<'a> {
    let search = Search::new(subject);
    let moments = moments(subject.policy, &search.rules);
    let mut tries = TRIES_AT_MOST;
    for contact_type in &search.contact_types {
        for segment in &search.segments {
            for channel in &search.channels {
                for moment in &moments {
                    let who = Who { segment: *segment, contact_type: *contact_type, channel: *channel };
                    tries = tries.saturating_sub(1);
                    if tries == 0 || search.tests_left.get() == 0 {
                        return Searched::NotWorkedOut;
                    }
                    if search.is_left_out(who, moment) {
                        let moment = moment.clone();
                        return Searched::Found(Box::new(Hole { search, who, moment }));
                    }
                }
            }
        }
    }
    Searched::None
}

impl<'a> Search<'a> {
    /// Frequent contact types and segments come first: they make the better story.
    fn new(subject: &Subject<'a>) -> Self {
        let components = &subject.strategy.components;
        let policy = subject.policy;
        let numbers = |count: usize| (0u16..).take(count);
        let mut contact_types: Vec<_> = numbers(policy.contact_types.len()).map(ContactTypeId).collect();
        let types = &components.contact_types.content;
        contact_types.sort_by_key(|id| std::cmp::Reverse(types.get(*id).and_then(|one| one.share).map(|it| it.value)));
        let mut segments: Vec<_> = numbers(policy.segments.len()).map(SegmentId).collect();
        let customers = &components.customers.content.segments;
        segments.sort_by_key(|id| {
            std::cmp::Reverse(customers.get(id.index()).and_then(|one| one.share).map(|it| it.value))
        });
        let live =
            numbers(policy.channels.len()).zip(&policy.channels).filter(|(_, channel)| channel.in_use(subject.today));
        let channels: Vec<_> = live.map(|(id, _)| ChannelId(id)).collect();
        Self {
            policy,
            rules: components.routing.content.rules.iter().map(|rule| rule.when.as_slice()).collect(),
            segments: any_or(segments),
            contact_types: any_or(contact_types),
            channels: any_or(channels),
            tests_left: std::cell::Cell::new(TESTS_AT_MOST),
        }
    }

    fn is_left_out(&self, who: Who, moment: &Moment) -> bool {
        let contact = Stranger::new(self.policy, who, moment);
        let fits = |rule: &&[Spanned<Test>]| {
            rule.iter().all(|test| {
                self.tests_left.set(self.tests_left.get().saturating_sub(1));
                test.value.fits(&contact)
            })
        };
        !self.rules.iter().any(fits) && self.tests_left.get() > 0
    }
}

/// A contact of which only these names and the moment are known.
struct Stranger<'a> {
    policy: &'a Policy,
    who: Who,
    moment: &'a Moment,
    terms: TermAnswers,
}

impl<'a> Stranger<'a> {
    fn new(policy: &'a Policy, who: Who, moment: &'a Moment) -> Self {
        Self { policy, who, moment, terms: TermAnswers::new(policy.terms.len()) }
    }
}

impl Known for Stranger<'_> {
    /// Where a strategy has no names of a kind, whatever the contact is has none of them.
    fn named(&self, axis: NamedAxis) -> NamedValue {
        let value = match axis {
            NamedAxis::Customer => self.who.segment.map(|id| id.0),
            NamedAxis::ContactType => self.who.contact_type.map(|id| id.0),
            NamedAxis::Channel => self.who.channel.map(|id| id.0),
            NamedAxis::Day => self.moment.day.map(|day| u16::from(day.index())),
            NamedAxis::Language | NamedAxis::Field(_) => return NamedValue::Unknown,
        };
        value.map_or(NamedValue::Other, NamedValue::At)
    }

    fn number(&self, _: FieldId) -> Option<Decimal> {
        None
    }

    fn term(&self, term: TermId) -> bool {
        let holds = |(_, tests): &(String, Vec<Test>)| tests.iter().all(|test| test.fits(self));
        self.terms.get(term, || self.policy.term(term).is_some_and(holds))
    }

    fn desk_is_open(&self, desk: DeskId) -> bool {
        self.moment.open.get(&desk).copied().unwrap_or_default()
    }
}

fn any_or<T>(list: Vec<T>) -> Vec<Option<T>> {
    if list.is_empty() { vec![None] } else { list.into_iter().map(Some).collect() }
}

/// The times that are tried: one on a Tuesday, or, where rules ask for days or desks, one by day and one by night on each
/// day of an ordinary week.
fn moments(policy: &Policy, rules: &[&[Spanned<Test>]]) -> Vec<Moment> {
    let mut desks: Vec<DeskId> = Vec::new();
    let mut by_day = false;
    let direct = rules.iter().flat_map(|rule| rule.iter()).map(|test| &test.value);
    for test in direct.chain(policy.terms.iter().flat_map(|(_, tests)| tests)) {
        match test {
            Test::Desk { desk, .. } if desks.len() < DESKS_AT_MOST && !desks.contains(desk) => desks.push(*desk),
            Test::Named { axis: NamedAxis::Day, .. } => by_day = true,
            Test::Named { .. } | Test::Number { .. } | Test::Known { .. } | Test::Term { .. } | Test::Desk { .. } => {}
        }
    }
    let midday = [(10, 30)];
    let day_and_night = [(10, 30), (22, 30), (3, 30)];
    let times: &[(u32, u32)] = if desks.is_empty() { &midday } else { &day_and_night };
    let days: &[Weekday] = if by_day || !desks.is_empty() { &Weekday::ALL } else { &[Weekday::Tuesday] };
    // 2 March 2026 is a Monday in a week with few public holidays anywhere.
    let Some(monday) = Date::new(2026, 3, 2) else { return Vec::new() };
    let zone = &policy.time_zone;
    let mut moments = Vec::new();
    for day in days {
        for (hour, minute) in times {
            let Some(time) = TimeOfDay::new(*hour, *minute) else { continue };
            let instant = zone.first_at(monday.plus_days(i64::from(day.index())), time);
            let is_open = |desk: &DeskId| {
                let hours = policy.desk(*desk).map(|desk| desk.hours.clone())?;
                Some((*desk, Timetable::new(&[hours], instant).is_open(instant)))
            };
            moments.push(Moment {
                day: Some(*day),
                words: format!("{} {time}", day.name()),
                open: desks.iter().filter_map(is_open).collect(),
            });
        }
    }
    moments
}

impl Hole<'_> {
    /// Whether a test fits the contact.
    pub(super) fn fits(&self, test: &Test) -> bool {
        test.fits(&Stranger::new(self.search.policy, self.who, &self.moment))
    }

    /// Who, about what, on which channel.
    pub(super) fn words(&self) -> String {
        contact(self.search.policy, self.who.contact_type, self.who.channel, self.who.segment)
    }

    /// When.
    pub(super) fn moment(&self) -> &str {
        &self.moment.words
    }

    /// Whether some rule might fit if more were known of the contact.
    pub(super) fn needs_unknown(&self) -> bool {
        let tests = self.search.rules.iter().flat_map(|rule| rule.iter());
        tests.into_iter().any(|test| asks_for_more(&test.value))
    }

    /// What the contact is promised.
    pub(super) fn promised<'p>(&self, subject: &Subject<'p>) -> Option<&'p Promise> {
        let (contact_type, channel) = (self.who.contact_type?, self.who.channel?);
        let policy = subject.policy;
        match subject.index.promised(policy, self.who.segment, contact_type, channel, subject.today)? {
            Cell::Promise(promise) => policy.promise(promise),
            Cell::Always | Cell::NoPromise | Cell::NotOffered => None,
        }
    }

    /// How far the hole reaches: to every channel, every customer, other contact types.
    pub(super) fn extent(&self) -> Extent {
        let search = &self.search;
        let out = |who: Who| search.is_left_out(who, &self.moment);
        let every_channel = search.channels.iter().all(|channel| out(Who { channel: *channel, ..self.who }));
        let channels = if every_channel { search.channels.clone() } else { vec![self.who.channel] };
        let on_all = |who: Who| channels.iter().all(|channel| out(Who { channel: *channel, ..who }));
        let every_segment = search.segments.iter().all(|segment| on_all(Who { segment: *segment, ..self.who }));
        let segments = if every_segment { search.segments.clone() } else { vec![self.who.segment] };
        let left = |contact_type: &Option<ContactTypeId>| {
            segments.iter().all(|segment| on_all(Who { segment: *segment, contact_type: *contact_type, ..self.who }))
        };
        let contact_types: Vec<_> = search.contact_types.iter().copied().filter(left).collect();
        if search.tests_left.get() == 0 {
            return Extent {
                segments: self.who.segment,
                contact_types: self.who.contact_type.into_iter().collect(),
                every_type: false,
                channel: self.who.channel,
                whole: false,
                sure: false,
            };
        }
        Extent {
            segments: if every_segment { None } else { self.who.segment },
            every_type: contact_types.len() == search.contact_types.len(),
            contact_types: contact_types.into_iter().flatten().collect(),
            channel: if every_channel { None } else { self.who.channel },
            whole: true,
            sure: !self.needs_unknown(),
        }
    }
}

/// Whether a test asks for what is left unknown: a field, a language, a desk, a day, or a term.
fn asks_for_more(test: &Test) -> bool {
    match test {
        Test::Named { axis, .. } | Test::Known { axis, .. } => match axis {
            NamedAxis::Customer | NamedAxis::ContactType | NamedAxis::Channel => false,
            NamedAxis::Language | NamedAxis::Day | NamedAxis::Field(_) => true,
        },
        Test::Number { .. } | Test::Term { .. } | Test::Desk { .. } => true,
    }
}

/// The field that a test asks for.
pub(super) fn field_of(test: &Test) -> Option<FieldId> {
    match test {
        Test::Named { axis: NamedAxis::Field(field), .. }
        | Test::Known { axis: NamedAxis::Field(field), .. }
        | Test::Number { field, .. } => Some(*field),
        Test::Named { .. } | Test::Known { .. } | Test::Term { .. } | Test::Desk { .. } => None,
    }
}

impl Extent {
    /// Which contacts.
    pub(super) fn words(&self, policy: &Policy) -> String {
        let names = self.contact_types.iter().filter_map(|id| policy.contact_type(*id));
        let what = match (self.every_type, self.contact_types.is_empty()) {
            (true, _) => "every contact".to_owned(),
            (false, true) => "a contact".to_owned(),
            (false, false) => listed(names.map(|one| one.name.as_str())),
        };
        let whose = self.segments.and_then(|id| policy.segment(id));
        let channel = self.channel.and_then(|id| policy.channel(id));
        let whose = whose.map_or_else(String::new, |segment| format!(" from {}", quoted(&segment.name)));
        let channel = channel.map_or_else(String::new, |channel| format!(" on {}", quoted(&channel.name)));
        let others = if self.whole { "" } else { ", and maybe others" };
        format!("{what}{channel}{whose}{others}")
    }

    /// How many of every hundred, where the shares are stated and nothing else decides. The channels of a contact type are
    /// not stated, so a hole on one channel has no share; customers are taken to ask alike.
    pub(super) fn percent(&self, subject: &Subject<'_>) -> Option<f64> {
        let components = &subject.strategy.components;
        if !self.sure || self.channel.is_some() {
            return None;
        }
        let types = &components.contact_types.content;
        let of_types: f64 = if self.every_type {
            100.0
        } else {
            let shares = self.contact_types.iter().map(|id| Some(types.get(*id)?.share?.value.as_percent().to_f64()));
            shares.sum::<Option<f64>>()?
        };
        let of_segment = match self.segments {
            None => 100.0,
            Some(id) => components.customers.content.segments.get(id.index())?.share?.value.as_percent().to_f64(),
        };
        Some(of_types * of_segment / 100.0)
    }
}
