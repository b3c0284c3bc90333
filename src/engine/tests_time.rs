//! Desks, promises and clocks of a decision.

use super::*;
use crate::policy::{
    Cell, ChannelId, ChannelKind, ChannelSet, ChannelStatus, Clause, Column, ContactTypeId, CountingRules, Date, Days,
    Deadline, Decimal, DeskId, DeskZone, Duration, GroupId, Hours, Instant, Level, NamedObjective, ObjectiveKind,
    OnDuty, OpenSpan, Policy, Promise, PromiseId, PromiseTable, Promised, RuleId, SeasonId, SegmentId, Share, Step,
    Test, TimeOfDay, Unit, WeeklyHours, Zone, acorn,
};

const ORDER: ContactTypeId = ContactTypeId(2);
const PRAISE: ContactTypeId = ContactTypeId(4);
const PHONE: ChannelId = ChannelId(0);
const EMAIL: ChannelId = ChannelId(2);
const X: ChannelId = ChannelId(5);
const HELP_PAGES: ChannelId = ChannelId(7);

fn at(text: &str) -> Instant {
    Instant::parse_rfc3339(text).unwrap()
}

fn changed(change: impl FnOnce(&mut Policy)) -> Engine {
    let (mut policy, _, _) = acorn();
    change(&mut policy);
    Engine::new(policy)
}

fn zone(name: &str) -> Zone {
    Zone::find(name).unwrap()
}

fn every_day(from: u32, to: u32) -> WeeklyHours {
    let time = |hour| TimeOfDay::new(hour, 0).unwrap();
    WeeklyHours::Spans(vec![OpenSpan { days: Days::EVERY, from: time(from), to: time(to), next_day: false }])
}

fn within(amount: u32, unit: Unit) -> Promise {
    let share = Share::percent(Decimal::whole(80)).unwrap();
    let deadline = Deadline::Within(Duration::new(amount, unit));
    Promise { written: String::new(), clauses: vec![Clause::Point { share, strict: false, deadline }] }
}

#[test]
fn work_that_does_not_fit_into_a_day_goes_on_the_next() {
    let engine = changed(|_| ());
    // Wednesday 17:00: 3 of 8 hours are left, and Thursday has the rest. Friday is Christmas Day.
    let due = |text| engine.decide(&Contact::new(ORDER, EMAIL, at(text))).due().next();
    assert_eq!(due("2026-12-23T17:00:00Z"), Some(at("2026-12-24T13:00:00Z")));
    assert_eq!(due("2026-12-24T17:00:00Z"), Some(at("2026-12-26T14:00:00Z")));
    assert_eq!(
        due("2026-12-24T20:00:00Z"),
        Some(at("2026-12-26T17:00:00Z")),
        "due at closing, not at the next opening"
    );
}

#[test]
fn the_table_says_more_than_promises() {
    let engine = changed(|policy| {
        policy.promise_tables[0].rows[3].1[0] = None;
    });
    let promise =
        |contact_type, channel| engine.decide(&Contact::new(contact_type, channel, at("2026-12-08T12:00:00Z"))).promise;
    assert_eq!(promise(ORDER, HELP_PAGES), PromiseState::Always);
    assert_eq!(promise(PRAISE, X), PromiseState::NoPromise);
    assert_eq!(promise(PRAISE, PHONE), PromiseState::NotOffered);
    assert_eq!(promise(ContactTypeId(3), PHONE), PromiseState::Gap);
}

#[test]
fn every_point_of_a_promise_has_its_instant() {
    let engine = changed(|policy| {
        let mut ladder = within(20, Unit::Second);
        ladder.clauses.push(Clause::Average(Duration::new(9, Unit::Second)));
        ladder.clauses.extend(within(1, Unit::WorkingDay).clauses);
        policy.promises.push(ladder);
        policy.promise_tables[0].rows[2].1[0] = Some(Cell::Promise(PromiseId(17)));
    });
    let decision = engine.decide(&Contact::new(ORDER, PHONE, at("2026-12-08T19:59:50Z")));
    let due = |clause, text| Due { clause, at: Some(at(text)) };
    let PromiseState::Promise { promise, due: found } = decision.promise else { panic!("a promise") };
    assert_eq!(promise, PromiseId(17));
    assert_eq!(found, [due(0, "2026-12-09T08:00:10Z"), due(2, "2026-12-09T20:00:00Z")]);
}

#[test]
fn counting_on_all_hours_ignores_the_desk() {
    let engine = changed(|policy| policy.counting.all_hours = true);
    let decision = engine.decide(&Contact::new(ORDER, EMAIL, at("2026-12-08T22:00:00Z")));
    assert_eq!(decision.due().next(), Some(at("2026-12-09T06:00:00Z")));

    let engine = changed(|policy| {
        policy.counting.after_close_next_working_day = true;
        policy.promises.push(within(1, Unit::WorkingDay));
        policy.promise_tables[0].rows[2].1[2] = Some(Cell::Promise(PromiseId(17)));
    });
    let decision = engine.decide(&Contact::new(ORDER, EMAIL, at("2026-12-08T22:00:00Z")));
    assert_eq!(decision.due().next(), Some(at("2026-12-10T20:00:00Z")), "received on Wednesday, due on Thursday");
}

#[test]
fn tables_for_customers_and_seasons_replace_cells() {
    let engine = changed(|policy| {
        let columns = vec![Column { heading: "phone".into(), channels: ChannelSet::Kind(ChannelKind::Phone) }];
        let table = |segment, season, cell| PromiseTable {
            segment,
            season,
            columns: columns.clone(),
            rows: vec![(ORDER, vec![Some(cell)])],
        };
        let date = |text| Date::parse(text).unwrap();
        let dates = vec![(date("2026-12-10"), date("2026-12-31"))];
        policy.seasons.push(Promised { name: "Christmas".into(), dates });
        policy.promise_tables.push(table(Some(SegmentId(0)), None, Cell::Always));
        policy.promise_tables.push(table(None, Some(SeasonId(0)), Cell::NoPromise));
    });
    let promise = |segment, text| {
        let mut contact = Contact::new(ORDER, PHONE, at(text));
        contact.customer = Some(SegmentId(segment));
        engine.decide(&contact).promise
    };
    assert_eq!(promise(0, "2026-12-12T12:00:00Z"), PromiseState::Always);
    assert_eq!(promise(1, "2026-12-12T12:00:00Z"), PromiseState::NoPromise);
    assert!(matches!(promise(1, "2026-12-09T12:00:00Z"), PromiseState::Promise { .. }));
}

#[test]
fn a_channel_without_a_desk_is_never_said_to_be_open() {
    let engine = changed(|policy| policy.desks[0].channels.truncate(2));
    let decision = engine.decide(&Contact::new(ORDER, EMAIL, at("2026-12-08T12:00:00Z")));
    assert_eq!(decision.desk.kind, DeskKind::NoDesk);
    assert_eq!(decision.outcome, Outcome::Waits { until: None });
    assert_eq!((decision.desk.opens, decision.due().next()), (None, None));
    assert_eq!(decision.notes, [Note::NoDesk]);

    let pages = engine.decide(&Contact::new(ORDER, HELP_PAGES, at("2026-12-08T03:00:00Z")));
    assert_eq!((pages.desk.kind, pages.desk.open, pages.desk.closes), (DeskKind::AlwaysOpen, true, None));
    assert_eq!((pages.outcome, pages.notes), (Outcome::AnsweredNow, Vec::new()));
}

#[test]
fn two_desks_that_list_a_channel_alike_are_open_when_either_is() {
    let engine = changed(|policy| {
        let mut late = policy.desks[1].clone();
        late.hours = Hours::every_week(zone("Europe/London"), every_day(20, 24));
        late.when_closed = None;
        policy.desks.push(late);
    });
    let desk = |text| engine.decide(&Contact::new(ORDER, X, at(text))).desk;
    let late = desk("2026-12-08T23:00:00Z");
    assert_eq!(late.kind, DeskKind::Desks(vec![DeskId(1), DeskId(2)]));
    assert_eq!((late.open, late.closes), (true, Some(at("2026-12-09T00:00:00Z"))));
    let night = desk("2026-12-09T00:30:00Z");
    assert_eq!((night.open, night.opens), (false, Some(at("2026-12-09T08:00:00Z"))));
    assert_eq!(night.meanwhile.as_deref(), Some("send the out-of-hours reply"));
}

#[test]
fn a_desk_on_the_customers_clock() {
    let engine = changed(|policy| {
        policy.desks[1].zone = DeskZone::Customers;
        policy.rules[0].tests = vec![Test::Desk { desk: DeskId(1), open: true }];
    });
    // 23:00 in London, 08:00 in Tokyo.
    let mut post = Contact::new(ORDER, X, at("2026-12-08T23:00:00Z"));
    let unknown = engine.decide(&post);
    assert_eq!((unknown.desk.open, unknown.desk.zone.name()), (false, "Europe/London"));
    assert_eq!(unknown.notes, [Note::CustomerZoneUnknown]);
    assert_eq!(unknown.rule, Some(RuleId(2)));
    post.time_zone = Some(zone("Asia/Tokyo"));
    for _ in 0..2 {
        let tokyo = engine.decide(&post);
        assert_eq!((tokyo.desk.open, tokyo.desk.zone.name(), tokyo.rule), (true, "Asia/Tokyo", Some(RuleId(0))));
        assert_eq!(tokyo.notes, []);
    }
    post.channel = PHONE;
    assert_eq!(engine.decide(&post).desk.zone.name(), "Europe/London", "only the desk that says so");
}

#[test]
fn contacts_are_accepted_before_people_answer() {
    let engine = changed(|policy| {
        policy.desks[0].hours.weekly = WeeklyHours::Always;
        policy.desks[0].staffed = Some(Hours::every_week(zone("Europe/London"), every_day(9, 17)));
    });
    let decision = engine.decide(&Contact::new(ORDER, EMAIL, at("2026-12-08T03:00:00Z")));
    assert_eq!((decision.desk.open, decision.desk.staffed), (true, false));
    assert_eq!(decision.outcome, Outcome::Waits { until: Some(at("2026-12-08T09:00:00Z")) });
    assert_eq!(decision.due().next(), Some(at("2026-12-08T11:00:00Z")), "the promise runs while the desk is open");
}

#[test]
fn the_weekday_is_that_of_the_strategy() {
    let sunday = || Test::Named { axis: crate::policy::NamedAxis::Day, values: vec![6], negated: false };
    let engine = changed(|policy| {
        policy.time_zone = zone("America/New_York");
        policy.rules[0].tests = vec![sunday()];
    });
    let rule = |text| engine.decide(&Contact::new(ORDER, PHONE, at(text))).rule;
    assert_eq!(rule("2026-12-07T04:00:00Z"), Some(RuleId(0)), "Sunday 23:00 in New York");
    assert_eq!(rule("2026-12-07T06:00:00Z"), Some(RuleId(4)));
}

#[test]
fn what_is_not_known_of_the_future_is_said() {
    let engine = changed(|policy| policy.applies_until = Date::parse("2027-06-30"));
    let notes = |text| engine.decide(&Contact::new(ORDER, EMAIL, at(text))).notes;
    let unknown = Note::HolidaysUnknown { desk: DeskId(0), after: 2028 };
    let over = Note::AppliedUntil(Date::parse("2027-06-30").unwrap());
    assert_eq!(notes("2026-11-30T12:00:00Z"), [Note::AppliesFrom(Date::parse("2026-12-01").unwrap())]);
    assert_eq!(notes("2027-06-30T12:00:00Z"), []);
    assert_eq!(notes("2028-12-29T08:00:00Z"), vec![over.clone()]);
    assert_eq!(notes("2028-12-30T16:30:00Z"), [unknown, over], "due in 2029");
    let engine = changed(|policy| policy.complete = false);
    let notes = engine.decide(&Contact::new(ORDER, EMAIL, at("2026-12-08T12:00:00Z"))).notes;
    assert_eq!(notes, [Note::StrategyIncomplete]);
}

#[test]
fn languages_that_nobody_speaks_are_said() {
    let engine = changed(|policy| {
        policy.languages = vec!["English".into(), "French".into()];
        policy.channels[0].languages = vec![crate::policy::LanguageId(0)];
        policy.groups[3].languages = vec![crate::policy::LanguageId(0)];
        policy.channels[0].status = ChannelStatus::Planned { from: None };
    });
    let notes = |language| {
        let mut contact = Contact::new(ORDER, PHONE, at("2026-12-08T12:00:00Z"));
        contact.language = language;
        engine.decide(&contact).notes
    };
    let english = notes(Spoken::Named(crate::policy::LanguageId(0)));
    let not_live = Note::ChannelNotLive { channel: PHONE, on: Date::new(2026, 12, 8).unwrap() };
    assert_eq!(english, std::slice::from_ref(&not_live));
    assert_eq!(english, notes(Spoken::Unknown));
    let french = notes(Spoken::Named(crate::policy::LanguageId(1)));
    let group = Note::LanguageNotSpoken(crate::policy::GroupId(3));
    assert_eq!(french, [not_live, Note::LanguageNotOffered, group]);
    assert_eq!(french, notes(Spoken::Other("Welsh".into())));
}

#[test]
fn a_channel_with_dates_is_in_use_on_the_day_of_arrival_in_the_strategys_zone() {
    let decided = |status, arrived| {
        let engine = changed(|policy| policy.channels[usize::from(PHONE.0)].status = status);
        engine.decide(&Contact::new(ORDER, PHONE, at(arrived)))
    };
    let not_live = |status, arrived| {
        let decision = decided(status, arrived);
        let noted = decision.notes.iter().any(|note| matches!(note, Note::ChannelNotLive { .. }));
        assert_eq!(noted, matches!(decision.outcome, Outcome::ChannelNotInUse { .. }), "{decision:?}");
        noted
    };
    let retired = ChannelStatus::Retired { on: Date::new(2027, 6, 30) };
    assert!(!not_live(retired, "2026-12-08T12:00:00Z"));
    assert!(!not_live(retired, "2027-06-29T22:59:59Z"), "still the 29th in London");
    assert!(not_live(retired, "2027-06-29T23:00:00Z"), "the 30th in London");
    let planned = ChannelStatus::Planned { from: Date::new(2027, 3, 1) };
    assert!(not_live(planned, "2027-02-28T12:00:00Z"));
    assert!(!not_live(planned, "2027-03-01T12:00:00Z"));
    assert_eq!(decided(planned, "2027-02-28T12:00:00Z").outcome, Outcome::ChannelNotInUse { over: false });
    let over = decided(retired, "2027-07-01T12:00:00Z");
    assert_eq!(over.outcome, Outcome::ChannelNotInUse { over: true });
    let before = decided(retired, "2026-07-01T12:00:00Z");
    assert_eq!((over.group, over.rule), (before.group, before.rule), "what would hold is told all the same");
}

#[test]
fn objectives_beside_the_table_hold_where_they_say() {
    let objective = |target: Promise| NamedObjective {
        name: "Longest wait".into(),
        kind: ObjectiveKind::MaximumWait,
        contact_types: Vec::new(),
        channels: Vec::new(),
        segments: Vec::new(),
        languages: Vec::new(),
        season: None,
        target: Some(target),
        counting: CountingRules::default(),
        level: Level::Internal,
        by_business_unit: false,
    };
    let engine = changed(|policy| {
        let one = objective(within(1, Unit::Hour));
        let phone = vec![ChannelSet::Kind(ChannelKind::Phone)];
        let all_hours = CountingRules { all_hours: true, ..CountingRules::default() };
        policy.contact_types[2].part_of = Some(ContactTypeId(1));
        policy.objectives = vec![
            NamedObjective { contact_types: vec![ContactTypeId(1)], counting: all_hours, ..one.clone() },
            NamedObjective { channels: phone, ..one.clone() },
            NamedObjective { segments: vec![SegmentId(1)], target: None, ..one.clone() },
            NamedObjective { segments: vec![SegmentId(0)], ..one.clone() },
            NamedObjective { languages: vec![crate::policy::LanguageId(0)], ..one.clone() },
            NamedObjective { season: Some(SeasonId(0)), ..one.clone() },
            NamedObjective { by_business_unit: true, ..one.clone() },
            one,
        ];
    });
    let decision = engine.decide(&Contact::new(ORDER, EMAIL, at("2026-12-08T20:30:00Z")));
    let found: Vec<_> =
        decision.objectives.iter().map(|one| (one.objective, one.due.first().and_then(|due| due.at))).collect();
    let all_hours = Some(at("2026-12-08T21:30:00Z"));
    assert_eq!(found, [(0, all_hours), (2, None), (7, Some(at("2026-12-09T09:00:00Z")))]);
}

#[test]
fn lengths_of_time_run_on_the_clock_of_the_contact() {
    let engine = changed(|_| ());
    let mail = Contact::new(ORDER, EMAIL, at("2026-12-08T19:30:00Z"));
    let after = |amount, unit| engine.due_after(&mail, Duration::new(amount, unit));
    assert_eq!(after(1, Unit::Hour), Some(at("2026-12-09T08:30:00Z")));
    assert_eq!(after(1, Unit::ClockHour), Some(at("2026-12-08T20:30:00Z")));
    assert_eq!(after(u32::MAX, Unit::Month), None);
}

#[test]
fn groups_are_on_duty_by_their_own_hours_too() {
    let engine = changed(|policy| {
        policy.groups[3].on_duty = OnDuty::Hours(Box::new(Hours::every_week(zone("UTC"), every_day(9, 10))));
        policy.groups[1].on_duty = OnDuty::NotSaid;
    });
    let duty = |channel| engine.decide(&Contact::new(ORDER, channel, at("2026-12-08T12:00:00Z"))).duty;
    let nine = Some(at("2026-12-09T09:00:00Z"));
    assert_eq!(duty(EMAIL), Some(Duty { now: false, from: nine, answers: nine }));
    assert_eq!(duty(X), None);
}

#[test]
fn a_group_off_duty_answers_when_both_are_there_and_a_later_step_takes_it() {
    let evenings = OnDuty::Hours(Box::new(Hours::every_week(zone("Europe/London"), every_day(19, 23))));
    let engine = changed(|policy| {
        let group = policy.rules[4].action.send_to.unwrap();
        policy.groups[group.index()].on_duty = evenings.clone();
        let step = |group| Step { after: Duration::new(20, Unit::Minute), group, without: Vec::new() };
        let other = GroupId(if group.0 == 0 { 1 } else { 0 });
        policy.groups[other.index()].on_duty = OnDuty::NotSaid;
        policy.rules[4].action.steps = vec![step(group), step(other)];
    });
    let decision = engine.decide(&Contact::new(ORDER, EMAIL, at("2026-12-08T12:00:00Z")));
    assert_eq!(decision.rule, Some(RuleId(4)));
    assert_eq!(decision.outcome, Outcome::GroupOffDuty);
    let seven = Some(at("2026-12-08T19:00:00Z"));
    assert_eq!(decision.duty, Some(Duty { now: false, from: seven, answers: seven }));
    assert_eq!(decision.steps.iter().map(|step| step.on_duty).collect::<Vec<_>>(), [Some(false), None]);
    assert_eq!(decision.taken_by(), decision.steps.get(1));
    assert!(decision.due().next().is_some(), "the promise runs all the same");
    // At 21:00 the desk is closed, although the group is there; it is not there when the desk opens.
    let late = engine.decide(&Contact::new(ORDER, EMAIL, at("2026-12-08T21:00:00Z")));
    assert_eq!(late.outcome, Outcome::Waits { until: Some(at("2026-12-09T08:00:00Z")) });
    let answers = Some(at("2026-12-09T19:00:00Z"));
    assert_eq!(late.duty, Some(Duty { now: true, from: None, answers }));
    let evening = engine.decide(&Contact::new(ORDER, EMAIL, at("2026-12-08T19:30:00Z")));
    assert_eq!(evening.outcome, Outcome::AnsweredNow);
}

#[test]
fn self_service_that_answers_at_once_waits_for_no_group() {
    let decide = |cell| {
        let engine = changed(|policy| {
            for group in &mut policy.groups {
                group.on_duty = OnDuty::Hours(Box::new(Hours::every_week(zone("Europe/London"), every_day(19, 23))));
            }
            for table in &mut policy.promise_tables {
                for (_, cells) in &mut table.rows {
                    cells.fill(Some(cell));
                }
            }
        });
        engine.decide(&Contact::new(ORDER, HELP_PAGES, at("2026-12-08T12:00:00Z"))).outcome
    };
    assert_eq!(decide(Cell::Always), Outcome::AnsweredNow);
    assert_eq!(decide(Cell::NoPromise), Outcome::GroupOffDuty);
}
