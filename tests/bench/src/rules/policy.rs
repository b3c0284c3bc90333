//! A set of rules as a policy, and its contacts as that policy's engine takes them.

use frontdesk::calendar::{ChannelStatus, Duration, Hours, Instant, Unit, WeeklyHours, Zone};
use frontdesk::engine::{Contact, Spoken};
use frontdesk::measure::{Comparison, Decimal, Share};
use frontdesk::policy::{
    Action, Cell, Channel, ChannelId, ChannelKind, ChannelSet, Claim, Clause, Column, ContactType, ContactTypeId,
    Deadline, Desk, DeskId, DeskZone, Field, FieldId, FieldKind, FieldValue, Gravity, Group, GroupId, Guarantee, Known,
    LanguageId, Mode, NamedAxis, NamedValue, OnDuty, Origin, People, Policy, PolicyBuilder, PrivateMessages, Promise,
    PromiseTable, Reply, ReplyNeed, Rule, Scope, Segment, SegmentId, TermId, Test,
};
use frontdesk::source::{SourceId, Span};

use crate::rules::{Attribute, Condition, RuleSet, UNKNOWN, Values};

/// When every contact arrives.
pub const ARRIVED: &str = "2026-11-24T12:00:00Z";

/// What an attribute is in the policy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Axis(NamedAxis),
    Number(FieldId),
    YesNo(FieldId),
}

fn parts(set: &RuleSet) -> Vec<Part> {
    let mut next = Field::BUILT_IN;
    let part = |attribute: &Attribute| {
        let axis = match attribute.name.as_str() {
            "channel" => Some(NamedAxis::Channel),
            "segment" => Some(NamedAxis::Customer),
            "contact_type" => Some(NamedAxis::ContactType),
            "language" => Some(NamedAxis::Language),
            _ => None,
        };
        if let Some(axis) = axis {
            return Part::Axis(axis);
        }
        let field = FieldId(next);
        next += 1;
        match &attribute.values {
            Values::Names(_) => Part::Axis(NamedAxis::Field(field)),
            Values::Numbers(..) => Part::Number(field),
            Values::YesNo => Part::YesNo(field),
        }
    };
    set.attributes.iter().map(part).collect()
}

fn number(value: i64) -> Decimal {
    Decimal::from_billionths(value * 1_000_000_000)
}

fn test(part: Part, condition: &Condition) -> Test {
    let named = |axis, some: &[usize], negated| Test::Named {
        axis,
        values: some.iter().map(|at| *at as u16).collect(),
        negated,
    };
    match (part, condition) {
        (Part::Axis(axis), Condition::OneOf(some)) => named(axis, some, false),
        (Part::Axis(axis), Condition::NoneOf(some)) => named(axis, some, true),
        (Part::YesNo(field), Condition::Is(yes)) => named(NamedAxis::Field(field), &[usize::from(!yes)], false),
        (Part::Number(field), Condition::Between(low, high)) => {
            let comparison = match (low, high) {
                (Some(low), Some(high)) => Comparison::Between(number(*low), number(*high)),
                (Some(low), None) => Comparison::AtLeast(number(*low)),
                (None, Some(high)) => Comparison::AtMost(number(*high)),
                (None, None) => unreachable!("a condition has a bound"),
            };
            Test::Number { field, comparison }
        }
        (part, condition) => unreachable!("{part:?} does not ask {condition:?}"),
    }
}

/// The policy that decides as the set does: rule by rule, each to the group of its decision.
#[must_use]
pub fn policy(set: &RuleSet) -> Policy {
    let here = || Origin { span: Span::new(SourceId(0), 0, 0), path: Vec::new() };
    let zone = Zone::utc();
    let mut builder = PolicyBuilder::new("Rules", zone.clone());
    for attribute in &set.attributes {
        let name = attribute.name.clone();
        let kind = match &attribute.values {
            Values::Names(names) => match name.as_str() {
                "channel" => {
                    names.iter().for_each(|name| _ = builder.channel(channel(name), here()));
                    continue;
                }
                "segment" => {
                    names.iter().for_each(|name| _ = builder.segment(segment(name), here()));
                    continue;
                }
                "contact_type" => {
                    names.iter().for_each(|name| _ = builder.contact_type(contact_type(name), here()));
                    continue;
                }
                "language" => {
                    builder.languages(names.clone());
                    continue;
                }
                _ => FieldKind::OneOf(names.clone()),
            },
            Values::Numbers(low, high) => FieldKind::Number { low: Some(number(*low)), high: Some(number(*high)) },
            Values::YesNo => FieldKind::YesNo,
        };
        builder.field(Field { name, kind, only_when: Vec::new() }, here());
    }
    let phone = ChannelSet::Kind(ChannelKind::Phone);
    builder.desk(
        Desk {
            name: "Desk".into(),
            hours: Hours::every_week(zone, WeeklyHours::Always),
            zone: DeskZone::Own,
            staffed: None,
            when_closed: None,
            channels: vec![phone],
            holidays_known_until: None,
        },
        here(),
    );
    let point = |share| Clause::Point {
        share: Share::percent(Decimal::whole(share)).expect("a share"),
        strict: false,
        deadline: Deadline::Within(Duration::new(20, Unit::Second)),
    };
    let promise = builder.promise(Promise { written: "80% in 20 s".into(), clauses: vec![point(80)] }, here());
    let types = set.attributes.iter().find(|attribute| attribute.name == "contact_type").expect("contact types");
    let Values::Names(types) = &types.values else { unreachable!("contact types have names") };
    builder.promise_table(PromiseTable {
        segment: None,
        season: None,
        columns: vec![Column { heading: "phone".into(), channels: phone }],
        rows: (0..types.len()).map(|at| (ContactTypeId(at as u16), vec![Some(Cell::Promise(promise))])).collect(),
    });
    set.decisions.iter().for_each(|name| _ = builder.group(group(name), here()));
    let parts = parts(set);
    for (at, rule) in set.rules.iter().enumerate() {
        let tests = rule.when.iter().map(|(on, condition)| test(parts[*on], condition)).collect();
        let action = Action { send_to: Some(GroupId(rule.then as u16)), ..Action::default() };
        builder.rule(Rule { name: format!("r{at}"), tests, action }, here());
    }
    builder.finish().0
}

/// The guarantees of a set, each that somebody answers.
#[must_use]
pub fn guarantees(set: &RuleSet) -> Vec<Guarantee> {
    let parts = parts(set);
    let guarantee = |(at, when): (usize, &Vec<(usize, Condition)>)| Guarantee {
        name: format!("g{at}"),
        scope: Scope::When(when.iter().map(|(on, condition)| test(parts[*on], condition)).collect()),
        always: vec![Claim::SomebodyAnswers],
        never: Vec::new(),
    };
    set.guarantees.iter().enumerate().map(guarantee).collect()
}

/// The policy of a set without its last rule, and with rules in front that take every contact of which something is not known
/// or has another name than those of the set; and how many these are. What it leaves and which rules win is then the very
/// question that a prover answers who knows nothing but the values of the set.
#[must_use]
pub fn closed_policy(set: &RuleSet) -> (Policy, usize) {
    let mut policy = policy(set);
    let action = policy.rules.pop().map(|last| last.action).unwrap_or_default();
    let outside = |(part, attribute): (Part, &Attribute)| match (part, &attribute.values) {
        (Part::Axis(NamedAxis::Channel | NamedAxis::ContactType), _) => None,
        (Part::Axis(axis), Values::Names(names)) => {
            Some(Test::Named { axis, values: (0..names.len() as u16).collect(), negated: true })
        }
        (Part::Number(field) | Part::YesNo(field), _) => {
            Some(Test::Known { axis: NamedAxis::Field(field), known: false })
        }
        (part @ Part::Axis(_), values) => unreachable!("{part:?} is not {values:?}"),
    };
    let tests = parts(set).into_iter().zip(&set.attributes).filter_map(outside);
    let guard = |test| Rule { name: "something is not known".into(), tests: vec![test], action: action.clone() };
    let guards: Vec<Rule> = tests.map(guard).collect();
    let count = guards.len();
    policy.rules.splice(0..0, guards);
    (policy, count)
}

fn channel(name: &str) -> Channel {
    Channel {
        name: name.into(),
        kind: ChannelKind::Phone,
        mode: Mode::Respond,
        public: false,
        private_messages: PrivateMessages::NotSaid,
        languages: Vec::new(),
        status: ChannelStatus::Live { since: None },
        reaches_a_person_by: None,
    }
}

fn segment(name: &str) -> Segment {
    Segment { name: name.into(), recognised_by: Vec::new(), by_name_only: true, languages: Vec::new() }
}

fn contact_type(name: &str) -> ContactType {
    ContactType {
        name: name.into(),
        gravity: Gravity::Normal,
        part_of: None,
        everything_else: false,
        reply: Reply { need: ReplyNeed::Always, when: Vec::new() },
        private_only: false,
        never_on: Vec::new(),
        handle_time: None,
    }
}

fn group(name: &str) -> Group {
    Group {
        name: name.into(),
        people: People::NotSaid,
        on_duty: OnDuty::NotSaid,
        skills: Vec::new(),
        languages: Vec::new(),
        contacts_at_once: None,
    }
}

/// A contact for the engine of the policy.
#[must_use]
pub fn engine_contact(set: &RuleSet, values: &[i64]) -> Contact {
    let arrived = Instant::parse_rfc3339(ARRIVED).expect("an instant");
    let mut contact = Contact::new(ContactTypeId(0), ChannelId(0), arrived);
    let known = parts(set).into_iter().zip(values).filter(|(_, value)| **value != UNKNOWN);
    for (part, value) in known {
        let name = *value as u16;
        match part {
            Part::Axis(NamedAxis::Channel) => contact.channel = ChannelId(name),
            Part::Axis(NamedAxis::Customer) => contact.customer = Some(SegmentId(name)),
            Part::Axis(NamedAxis::ContactType) => contact.contact_type = ContactTypeId(name),
            Part::Axis(NamedAxis::Language) => contact.language = Spoken::Named(LanguageId(name)),
            Part::Axis(NamedAxis::Field(field)) => contact.set_field(field, FieldValue::Name(Some(name))),
            Part::Axis(NamedAxis::Day) => unreachable!("no attribute is a day"),
            Part::Number(field) => contact.set_field(field, FieldValue::Number(number(*value))),
            Part::YesNo(field) => contact.set_field(field, FieldValue::Name(Some(1 - name))),
        }
    }
    contact
}

/// A contact as numbers only: the least that an index can be asked with.
#[derive(Debug, Clone, Copy)]
pub struct Ids {
    fixed: [NamedValue; 4],
    fields: [NamedValue; FIELDS],
    numbers: [Option<Decimal>; FIELDS],
}

const FIELDS: usize = 12;

impl Ids {
    /// The contact with these values.
    #[must_use]
    pub fn new(set: &RuleSet, values: &[i64]) -> Self {
        let unknown = NamedValue::Unknown;
        let mut ids = Self { fixed: [unknown; 4], fields: [unknown; FIELDS], numbers: [None; FIELDS] };
        let known = parts(set).into_iter().zip(values).filter(|(_, value)| **value != UNKNOWN);
        for (part, value) in known {
            let name = *value as u16;
            match part {
                Part::Axis(NamedAxis::Customer) => ids.fixed[0] = NamedValue::At(name),
                Part::Axis(NamedAxis::ContactType) => ids.fixed[1] = NamedValue::At(name),
                Part::Axis(NamedAxis::Channel) => ids.fixed[2] = NamedValue::At(name),
                Part::Axis(NamedAxis::Language) => ids.fixed[3] = NamedValue::At(name),
                Part::Axis(NamedAxis::Field(field)) => ids.fields[field.index()] = NamedValue::At(name),
                Part::Axis(NamedAxis::Day) => unreachable!("no attribute is a day"),
                Part::Number(field) => {
                    ids.fields[field.index()] = NamedValue::Other;
                    ids.numbers[field.index()] = Some(number(*value));
                }
                Part::YesNo(field) => ids.fields[field.index()] = NamedValue::At(1 - name),
            }
        }
        ids
    }
}

impl Known for Ids {
    #[inline]
    fn named(&self, axis: NamedAxis) -> NamedValue {
        match axis {
            NamedAxis::Customer => self.fixed[0],
            NamedAxis::ContactType => self.fixed[1],
            NamedAxis::Channel => self.fixed[2],
            NamedAxis::Language => self.fixed[3],
            NamedAxis::Day => NamedValue::Unknown,
            NamedAxis::Field(field) => self.fields[field.index()],
        }
    }

    #[inline]
    fn number(&self, field: FieldId) -> Option<Decimal> {
        self.numbers[field.index()]
    }

    fn term(&self, _: TermId) -> bool {
        false
    }

    fn desk_is_open(&self, _: DeskId) -> bool {
        true
    }
}
