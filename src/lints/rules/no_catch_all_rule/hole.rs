//! A contact that no rule fits, as the analysis found it, and how far the hole around it reaches.

use crate::analysis::{Spoken, Witness};
use crate::lints::lint::Subject;
use crate::lints::rules::shared::listing::listed;
use crate::lints::rules::shared::standing::{Standing, Who};
use crate::policy::{Cell, ChannelId, ContactTypeId, FieldId, NamedAxis, Policy, Promise, SegmentId, Test};
use crate::source::quoted;

/// Bounds the tests that are made to see how far a hole reaches, on a strategy with thousands of rules and names.
const TESTS_AT_MOST: u32 = 1_000_000;

/// A contact that no rule fits.
pub(super) struct Hole<'a> {
    subject: &'a Subject<'a>,
    contact: &'a Witness,
    standing: Standing<'a>,
    tests_left: std::cell::Cell<u32>,
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

impl<'a> Hole<'a> {
    /// The hole around a contact.
    pub(super) fn new(subject: &'a Subject<'a>, contact: &'a Witness) -> Self {
        let standing = Standing::new(subject.policy, contact);
        Self { subject, contact, standing, tests_left: std::cell::Cell::new(TESTS_AT_MOST) }
    }

    /// Whether a test fits the contact.
    pub(super) fn fits(&self, test: &Test) -> bool {
        self.standing.fits(test)
    }

    /// The contact as a phrase.
    pub(super) fn words(&self) -> String {
        self.contact.told(self.subject.policy)
    }

    /// Whether a test asks for something that is not known of the contact.
    pub(super) fn asks_for_unknown(&self, test: &Test) -> bool {
        let unknown = |field: &FieldId| self.contact.field(*field).is_none();
        match test {
            Test::Named { axis, .. } | Test::Known { axis, .. } => match axis {
                NamedAxis::Customer | NamedAxis::ContactType | NamedAxis::Channel | NamedAxis::Day => false,
                NamedAxis::Language => self.contact.language == Spoken::Unknown,
                NamedAxis::Field(field) => unknown(field),
            },
            Test::Number { field, .. } => unknown(field),
            // A witness there is only where no term is made of itself.
            Test::Term { term, .. } => {
                let tests = self.subject.policy.term(*term).map_or(&[][..], |(_, tests)| tests);
                tests.iter().any(|test| self.asks_for_unknown(test))
            }
            Test::Desk { .. } => false,
        }
    }

    /// What the contact is promised.
    pub(super) fn promised(&self) -> Option<&'a Promise> {
        let policy = self.subject.policy;
        let date = policy.time_zone.local(self.contact.at).date;
        let Witness { customer, contact_type, channel, .. } = self.contact;
        match self.subject.index.promised(policy, *customer, *contact_type, *channel, date)? {
            Cell::Promise(promise) => policy.promise(promise),
            Cell::Always | Cell::NoPromise | Cell::NotOffered => None,
        }
    }

    fn is_left_out(&self, who: Who) -> bool {
        let asked = self.standing.asked(who);
        let rules = &self.subject.policy.rules;
        let left = self.tests_left.get();
        self.tests_left.set(left.saturating_sub(u32::try_from(rules.len()).unwrap_or(u32::MAX)));
        left > 0 && !rules.iter().any(|rule| asked.fits_all(&rule.tests))
    }

    /// How far the hole reaches: to every channel, every customer, other contact types.
    pub(super) fn extent(&self) -> Extent {
        let (policy, who) = (self.subject.policy, self.standing.who());
        let (segments, types, channels) = (self.segments(), self.contact_types(), self.channels());
        let every_channel = channels.iter().all(|channel| self.is_left_out(Who { channel: *channel, ..who }));
        let channels = if every_channel { channels } else { vec![who.channel] };
        let on_all = |who: Who| channels.iter().all(|channel| self.is_left_out(Who { channel: *channel, ..who }));
        let every_segment = segments.iter().all(|segment| on_all(Who { segment: *segment, ..who }));
        let segments = if every_segment { segments } else { vec![who.segment] };
        let left = |contact_type: &ContactTypeId| {
            segments.iter().all(|segment| on_all(Who { segment: *segment, contact_type: *contact_type, ..who }))
        };
        let left: Vec<ContactTypeId> = types.iter().copied().filter(left).collect();
        if self.tests_left.get() == 0 {
            return Extent {
                segments: who.segment,
                contact_types: vec![who.contact_type],
                every_type: false,
                channel: Some(who.channel),
                whole: false,
                sure: false,
            };
        }
        Extent {
            segments: if every_segment { None } else { who.segment },
            every_type: left.len() == types.len(),
            contact_types: left,
            channel: if every_channel { None } else { Some(who.channel) },
            whole: true,
            sure: !policy.rules.iter().flat_map(|rule| &rule.tests).any(asks_for_more),
        }
    }

    fn segments(&self) -> Vec<Option<SegmentId>> {
        let all: Vec<_> = (0u16..).take(self.subject.policy.segments.len()).map(|id| Some(SegmentId(id))).collect();
        if all.is_empty() { vec![None] } else { all }
    }

    /// Frequent contact types come first: they make the better story.
    fn contact_types(&self) -> Vec<ContactTypeId> {
        let mut all: Vec<_> = (0u16..).take(self.subject.policy.contact_types.len()).map(ContactTypeId).collect();
        let types = &self.subject.strategy.components.contact_types.content;
        all.sort_by_key(|id| std::cmp::Reverse(types.get(*id).and_then(|one| one.share).map(|it| it.value)));
        all
    }

    /// The channels that customers can use, and that of the contact.
    fn channels(&self) -> Vec<ChannelId> {
        let all = (0u16..).map(ChannelId).zip(&self.subject.policy.channels);
        let live = all.filter(|(id, channel)| channel.in_use(self.subject.today) || *id == self.contact.channel);
        live.map(|(id, _)| id).collect()
    }
}

/// Whether a test asks for more than names: a field, a language, a desk, a day, or a term.
fn asks_for_more(test: &Test) -> bool {
    match test {
        Test::Named { axis, .. } | Test::Known { axis, .. } => match axis {
            NamedAxis::Customer | NamedAxis::ContactType | NamedAxis::Channel => false,
            NamedAxis::Language | NamedAxis::Day | NamedAxis::Field(_) => true,
        },
        Test::Number { .. } | Test::Term { .. } | Test::Desk { .. } => true,
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
