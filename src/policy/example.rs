//! The policy of the worked example, built by hand, for the tests of every room that reads policies.

use crate::calendar::ChannelStatus;
use crate::calendar::{
    Closure, Date, Days, Deadline, Duration, Hours, OpenSpan, TimeOfDay, Unit, Weekday, WeeklyHours, Zone,
};
use crate::measure::{Comparison, Decimal, Share};
use crate::policy::builder::PolicyBuilder;
use crate::policy::claim::{Claims, Expectation, Story};
use crate::policy::condition::{NamedAxis, Test};
use crate::policy::desk::{Desk, DeskZone};
use crate::policy::field::{Field, FieldKind};
use crate::policy::group::{Group, OnDuty, People, Skill};
use crate::policy::ids::{ChannelId, ContactTypeId, DeskId, FieldId, GroupId, SegmentId};
use crate::policy::information::{Information, Item, Sensitivity};
use crate::policy::objective::{Clause, Promise};
use crate::policy::origin::{Origin, Origins};
use crate::policy::promise_table::{Cell, Column, PromiseTable};
use crate::policy::rule::{Action, Escalation, Rule, Step, Teller};
use crate::policy::who::{
    Channel, ChannelKind, ChannelSet, ContactType, Gravity, Mode, PrivateMessages, Reply, ReplyNeed, Segment,
};
use crate::policy::whole::Policy;
use crate::source::Span;

/// An origin for what was written nowhere.
pub(crate) fn nowhere() -> Origin {
    Origin { span: Span::default(), path: vec!["Example".into()] }
}

/// Acorn Outdoor, as in strategies/acorn.strategy.yaml.
pub(crate) fn acorn() -> (Policy, Claims, Origins) {
    let zone = Zone::find("Europe/London").unwrap();
    let mut builder = PolicyBuilder::new("Acorn Outdoor", zone.clone());
    builder.header(None, Date::new(2026, 12, 1), None);
    who(&mut builder);
    desks(&mut builder, &zone);
    promises(&mut builder);
    routing(&mut builder);
    groups(&mut builder);
    information(&mut builder);
    for (name, contact, expect) in [
        (
            "Angry post late on Sunday",
            "Public complaint on x from Everyone else, Sun 22:10, sentiment -0.8",
            ["Social team", "open again Mon 08:00", "answer by Mon 08:30"].as_slice(),
        ),
        (
            "Club member phones at lunch",
            "Order help on phone from Trail Club, Tue 12:00",
            ["Club team", "answer in 30 s"].as_slice(),
        ),
    ] {
        let expect = expect.iter().map(|written| Expectation { written: (*written).into() }).collect();
        builder.story(Story { name: name.into(), contact: contact.into(), expect }, nowhere());
    }
    builder.finish()
}

fn named(axis: NamedAxis, values: &[u16]) -> Test {
    Test::Named { axis, values: values.to_vec(), negated: false }
}

fn who(builder: &mut PolicyBuilder) {
    let tier = FieldKind::OneOf(vec!["club".into()]);
    builder.field(Field { name: "loyalty tier".into(), kind: tier, only_when: Vec::new() }, nowhere());
    for (name, recognised_by) in
        [("Trail Club", vec![named(NamedAxis::Field(FieldId(3)), &[0])]), ("Everyone else", Vec::new())]
    {
        let segment = Segment { name: name.into(), recognised_by, by_name_only: false, languages: Vec::new() };
        builder.segment(segment, nowhere());
    }
    for (name, gravity, need) in [
        ("Safety issue", Gravity::Critical, ReplyNeed::Always),
        ("Public complaint", Gravity::High, ReplyNeed::Always),
        ("Order help", Gravity::Normal, ReplyNeed::Always),
        ("Product advice", Gravity::Normal, ReplyNeed::Always),
        ("Praise and chatter", Gravity::Low, ReplyNeed::Optional),
    ] {
        let contact_type = ContactType {
            name: name.into(),
            gravity,
            part_of: None,
            everything_else: false,
            reply: Reply { need, when: Vec::new() },
            private_only: false,
            never_on: Vec::new(),
            handle_time: None,
        };
        builder.contact_type(contact_type, nowhere());
    }
    for (name, kind) in [
        ("phone", ChannelKind::Phone),
        ("chat", ChannelKind::Chat),
        ("email", ChannelKind::Email),
        ("facebook", ChannelKind::Social),
        ("instagram", ChannelKind::Social),
        ("x", ChannelKind::Social),
        ("review sites", ChannelKind::Social),
        ("help pages", ChannelKind::SelfService),
    ] {
        let private_messages =
            if name == "review sites" { PrivateMessages::NotPossible } else { PrivateMessages::NotSaid };
        let channel = Channel {
            name: name.into(),
            kind,
            mode: Mode::Respond,
            public: kind.public(),
            private_messages,
            languages: Vec::new(),
            status: ChannelStatus::default(),
            reaches_a_person_by: None,
        };
        builder.channel(channel, nowhere());
    }
}

fn desks(builder: &mut PolicyBuilder, zone: &Zone) {
    let time = |hour| TimeOfDay::new(hour, 0).unwrap();
    let span = |days, from, to| OpenSpan { days, from: time(from), to: time(to), next_day: false };
    let week = Days::range(Weekday::Monday, Weekday::Friday);
    let main = WeeklyHours::Spans(vec![span(week, 8, 20), span(Days::one(Weekday::Saturday), 9, 17)]);
    let social = WeeklyHours::Spans(vec![span(Days::EVERY, 8, 22)]);
    let christmas = |day, name: &str| {
        let date = Date::new(2026, 12, day).unwrap();
        Closure::Dates { from: date, to: date, name: Some(name.into()), part: None }
    };
    let holidays = vec![christmas(25, "Christmas Day"), christmas(28, "Boxing Day (substitute day)")];
    for (name, weekly, closed, when_closed, channels) in [
        (
            "Main desk",
            main,
            holidays,
            "offer a callback",
            vec![ChannelSet::One(ChannelId(0)), ChannelSet::One(ChannelId(1)), ChannelSet::One(ChannelId(2))],
        ),
        ("Social desk", social, Vec::new(), "send the out-of-hours reply", vec![ChannelSet::Kind(ChannelKind::Social)]),
    ] {
        let desk = Desk {
            name: name.into(),
            holidays_known_until: (!closed.is_empty()).then_some(2028),
            hours: Hours { closed, ..Hours::every_week(zone.clone(), weekly) },
            zone: DeskZone::Own,
            staffed: None,
            when_closed: Some(when_closed.into()),
            channels,
        };
        builder.desk(desk, nowhere());
    }
}

fn promises(builder: &mut PolicyBuilder) {
    let columns = [
        ("phone", ChannelSet::One(ChannelId(0))),
        ("chat", ChannelSet::One(ChannelId(1))),
        ("email", ChannelSet::One(ChannelId(2))),
        ("social", ChannelSet::Kind(ChannelKind::Social)),
        ("help pages", ChannelSet::One(ChannelId(7))),
    ];
    let columns = columns.map(|(heading, channels)| Column { heading: heading.into(), channels }).to_vec();
    let table = [
        "90 10 s, 90 20 s, 95 1 h, 95 15 min, -",
        "80 20 s, 80 30 s, 90 4 h, 90 30 min, -",
        "80 30 s, 80 40 s, 90 8 h, 80 60 min, always",
        "80 60 s, 80 60 s, 90 12 h, 80 2 h, always",
        "-, -, 80 24 h, no promise, -",
    ];
    let mut cell = |written: &str| match written {
        "-" => Cell::NotOffered,
        "always" => Cell::Always,
        "no promise" => Cell::NoPromise,
        promise => Cell::Promise(builder.promise(point(promise), nowhere())),
    };
    let rows = (0u16..).zip(table).map(|(row, cells)| {
        let cells = cells.split(", ").map(|written| Some(cell(written))).collect();
        (ContactTypeId(row), cells)
    });
    let rows = rows.collect();
    builder.promise_table(PromiseTable { segment: None, season: None, columns, rows });
}

/// A promise of one point, written `80 20 s`.
fn point(written: &str) -> Promise {
    let [share, amount, unit] = written.split(' ').collect::<Vec<_>>()[..] else { panic!("{written}") };
    let unit = match unit {
        "s" => Unit::Second,
        "min" => Unit::Minute,
        _ => Unit::Hour,
    };
    let deadline = Deadline::Within(Duration::new(amount.parse().unwrap(), unit));
    let of = Share::percent(Decimal::parse(share).unwrap()).unwrap();
    let clauses = vec![Clause::Point { share: of, strict: false, deadline }];
    Promise { written: format!("{share}% in {deadline}"), clauses }
}

fn routing(builder: &mut PolicyBuilder) {
    let social = || named(NamedAxis::Channel, &[3, 4, 5, 6]);
    let angry =
        Test::Number { field: Field::SENTIMENT, comparison: Comparison::Below(Decimal::parse("-0.3").unwrap()) };
    let send_to = |group| Action { send_to: Some(GroupId(group)), ..Action::default() };
    let step = |amount, unit| Step { after: Duration::new(amount, unit), group: GroupId(3), without: Vec::new() };
    let tell = Escalation { after: Duration::new(10, Unit::Minute), tell: Teller::Role("Duty manager".into()) };
    let club = vec![named(NamedAxis::Customer, &[0]), named(NamedAxis::Channel, &[0, 1])];
    for (name, tests, action) in [
        ("Safety first", vec![named(NamedAxis::ContactType, &[0])], send_to(0)),
        ("Angry in public", vec![social(), angry], Action { escalations: vec![tell], ..send_to(1) }),
        ("Other social", vec![social()], Action { steps: vec![step(20, Unit::Minute)], ..send_to(1) }),
        ("Club members", club, Action { steps: vec![step(45, Unit::Second)], ..send_to(2) }),
        ("Everything else", Vec::new(), send_to(3)),
    ] {
        builder.rule(Rule { name: name.into(), tests, action }, nowhere());
    }
}

fn groups(builder: &mut PolicyBuilder) {
    for (name, people, desks, skills) in [
        ("Safety desk", 4, vec![DeskId(0), DeskId(1)], ["product safety", "incident reports"].as_slice()),
        ("Social team", 9, vec![DeskId(1)], &["writing in public", "orders"]),
        ("Club team", 6, vec![DeskId(0)], &["orders", "product advice"]),
        ("Care team", 31, vec![DeskId(0), DeskId(1)], &["orders", "product advice", "writing in public"]),
    ] {
        let group = Group {
            name: name.into(),
            people: People::Number(people),
            on_duty: OnDuty::Desks(desks),
            skills: skills.iter().map(|name| Skill { name: (*name).into(), level: None }).collect(),
            languages: Vec::new(),
            contacts_at_once: None,
        };
        builder.group(group, nowhere());
    }
}

fn information(builder: &mut PolicyBuilder) {
    let items = |names: &[(&str, Option<Sensitivity>)]| {
        let item = |(name, sensitivity): &(&str, Option<Sensitivity>)| Item {
            name: (*name).into(),
            sensitivity: *sensitivity,
            only_on: Vec::new(),
            source_system: None,
            keep_for: None,
        };
        names.iter().map(item).collect()
    };
    let mut information = Information {
        agents_see: items(&[("order history", Some(Sensitivity::Personal)), ("loyalty tier", None)]),
        customers_see: items(&[("parcel tracking", None), ("returns", Some(Sensitivity::Public))]),
        we_record: items(&[("contact type", None), ("outcome", None), ("card number", Some(Sensitivity::Payment))]),
        ..Information::default()
    };
    for item in information.we_record.iter_mut().skip(2) {
        item.only_on = vec![ChannelSet::One(ChannelId(0))];
        item.keep_for = Some(Duration::new(24, Unit::Month));
    }
    builder.information(information, nowhere());
}

#[test]
fn the_example_is_whole() {
    let (policy, claims, origins) = acorn();
    assert_eq!((policy.rules.len(), policy.promises.len(), claims.stories.len()), (5, 17, 2));
    assert_eq!(policy.segment_named("Everyone else"), Some(SegmentId(1)));
    assert_eq!(policy.everyone_else(), Some(SegmentId(1)));
    assert!(origins.len() > 30);
}
