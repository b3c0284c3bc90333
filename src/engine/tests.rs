//! Who gets a contact, why, and what else is decided about it.

use super::*;
use crate::policy::{
    Action, Cell, ChannelId, ChannelKind, ChannelSet, ChannelStatus, Comparison, ContactTypeId, Date, Decimal,
    Duration, Field, FieldId, FieldKind, FieldValue, Gravity, GroupId, Instant, LanguageId, Mode, NamedAxis, Policy,
    PrivateMessages, ReplyNeed, RuleId, SegmentId, Skill, Step, TermId, Test, Unit, acorn,
};

const SAFETY: ContactTypeId = ContactTypeId(0);
const COMPLAINT: ContactTypeId = ContactTypeId(1);
const ORDER: ContactTypeId = ContactTypeId(2);
const PRAISE: ContactTypeId = ContactTypeId(4);
const PHONE: ChannelId = ChannelId(0);
const EMAIL: ChannelId = ChannelId(2);
const X: ChannelId = ChannelId(5);
const REVIEWS: ChannelId = ChannelId(6);
const HELP_PAGES: ChannelId = ChannelId(7);
const TIER: FieldId = FieldId(3);

fn at(text: &str) -> Instant {
    Instant::parse_rfc3339(text).unwrap()
}

/// A Tuesday at noon.
fn contact(contact_type: ContactTypeId, channel: ChannelId) -> Contact {
    Contact::new(contact_type, channel, at("2026-12-08T12:00:00Z"))
}

fn number(text: &str) -> FieldValue {
    FieldValue::Number(Decimal::parse(text).unwrap())
}

fn changed(change: impl FnOnce(&mut Policy)) -> Engine {
    let (mut policy, _, _) = acorn();
    change(&mut policy);
    Engine::new(policy)
}

fn is(axis: NamedAxis, values: &[u16]) -> Test {
    Test::Named { axis, values: values.to_vec(), negated: false }
}

fn is_not(axis: NamedAxis, values: &[u16]) -> Test {
    Test::Named { axis, values: values.to_vec(), negated: true }
}

fn below(text: &str) -> Test {
    Test::Number { field: Field::SENTIMENT, comparison: Comparison::Below(Decimal::parse(text).unwrap()) }
}

#[test]
fn an_angry_post_late_on_sunday() {
    let engine = changed(|_| ());
    let mut post = Contact::new(COMPLAINT, X, at("2026-12-06T22:10:00Z"));
    post.customer = Some(SegmentId(1));
    post.set_field(Field::SENTIMENT, number("-0.8"));
    let decision = engine.decide(&post);
    let monday = at("2026-12-07T08:00:00Z");
    assert_eq!(decision.rule, Some(RuleId(1)));
    assert_eq!(decision.group, Some(GroupId(1)));
    assert_eq!(decision.outcome, Outcome::Waits { until: Some(monday) });
    assert_eq!(decision.desk.opens, Some(monday));
    assert_eq!(decision.desk.closes, None);
    assert_eq!(decision.desk.meanwhile.as_deref(), Some("send the out-of-hours reply"));
    assert_eq!(decision.due().collect::<Vec<_>>(), [at("2026-12-07T08:30:00Z")]);
    assert_eq!(decision.escalations[0].at, Some(at("2026-12-07T08:10:00Z")));
    assert_eq!(decision.priority, 2, "gravity high");
    assert_eq!(decision.duty, Some(Duty { now: false, from: Some(monday), answers: Some(monday) }));
    assert_eq!(decision.recognised, Recognised { segment: Some(SegmentId(1)), how: Recognition::Given });
    assert_eq!(decision.notes, []);
}

#[test]
fn each_earlier_rule_says_why_it_did_not_fit() {
    let engine = changed(|_| ());
    let mut post = contact(COMPLAINT, X);
    post.set_field(Field::SENTIMENT, number("0.1"));
    let explanation = engine.explain(&post);
    assert_eq!(explanation.decision, engine.decide(&post));
    assert_eq!(explanation.decision.rule, Some(RuleId(2)));
    let failed = |rule, test, found| WhyNot { rule: RuleId(rule), failed: vec![FailedTest { test, found }] };
    let number = Found::Number(Decimal::parse("0.1").unwrap());
    assert_eq!(explanation.why_not, [failed(0, 0, Found::Name(1)), failed(1, 1, number)]);
    assert_eq!(explanation.not_recognised_as, [SegmentId(0)]);

    let unknown = engine.explain(&contact(COMPLAINT, X));
    assert_eq!(unknown.why_not[1].failed, [FailedTest { test: 1, found: Found::Unknown }]);
}

#[test]
fn customers_are_recognised_from_the_top() {
    let engine = changed(|_| ());
    let how = |contact: &Contact| engine.decide(contact).recognised;
    let mut caller = contact(ORDER, PHONE);
    assert_eq!(how(&caller), Recognised { segment: Some(SegmentId(1)), how: Recognition::EveryoneElse });
    caller.set_field(TIER, FieldValue::Name(Some(0)));
    assert_eq!(how(&caller), Recognised { segment: Some(SegmentId(0)), how: Recognition::ByFields });
    assert_eq!(engine.decide(&caller).group, Some(GroupId(2)));
    caller.customer = Some(SegmentId(1));
    assert_eq!(how(&caller).how, Recognition::Given, "a segment that comes with the contact overrules");
    assert_eq!(engine.decide(&caller).group, Some(GroupId(3)));

    let engine = changed(|policy| policy.segments[0].by_name_only = true);
    caller.customer = None;
    assert_eq!(engine.decide(&caller).recognised.how, Recognition::EveryoneElse);

    let engine = changed(|policy| policy.segments.truncate(1));
    caller.fields.clear();
    assert_eq!(engine.decide(&caller).recognised, Recognised { segment: None, how: Recognition::Nobody });
}

#[test]
fn what_is_not_known_fits_no_test_but_every_negated_one() {
    let fits = |test: Test, contact: &Contact| {
        let engine = changed(|policy| {
            policy.languages = vec!["English".into(), "French".into()];
            policy.terms = vec![("angry".into(), vec![below("-0.3")])];
            policy.rules[0].tests = vec![test.clone()];
        });
        engine.decide(contact).rule == Some(RuleId(0))
    };
    let field = NamedAxis::Field(TIER);
    let silent = contact(ORDER, PHONE);
    assert!(!fits(below("0.5"), &silent));
    assert!(!fits(is(field, &[0]), &silent));
    assert!(fits(is_not(field, &[0]), &silent));
    assert!(!fits(is(NamedAxis::Language, &[0]), &silent));
    assert!(fits(is_not(NamedAxis::Language, &[0]), &silent));
    assert!(fits(Test::Known { axis: NamedAxis::Field(Field::SENTIMENT), known: false }, &silent));
    assert!(!fits(Test::Term { term: TermId(0), negated: false }, &silent));
    assert!(fits(Test::Term { term: TermId(0), negated: true }, &silent));
    assert!(!fits(Test::Term { term: TermId(9), negated: false }, &silent), "a term that is not there never holds");

    let mut told = silent.clone();
    told.set_field(Field::SENTIMENT, number("-0.5"));
    told.set_field(TIER, FieldValue::Name(None));
    told.language = Spoken::Other("Welsh".into());
    assert!(fits(Test::Term { term: TermId(0), negated: false }, &told));
    assert!(!fits(Test::Term { term: TermId(0), negated: true }, &told));
    assert!(fits(Test::Known { axis: field, known: true }, &told), "another name is known");
    assert!(!fits(is(field, &[0]), &told));
    assert!(fits(is_not(field, &[0]), &told));
    assert!(fits(Test::Known { axis: NamedAxis::Language, known: true }, &told));
    assert!(fits(is_not(NamedAxis::Language, &[0, 1]), &told));
    told.language = Spoken::Named(LanguageId(1));
    assert!(fits(is(NamedAxis::Language, &[0, 1]), &told));
    told.set_field(Field::FOLLOWERS, FieldValue::Text("many".into()));
    let followers = Test::Number { field: Field::FOLLOWERS, comparison: Comparison::AtLeast(Decimal::ZERO) };
    assert!(!fits(followers, &told), "text is no number");
}

#[test]
fn terms_that_go_in_circles_do_not_hold() {
    let term = |term, negated| Test::Term { term: TermId(term), negated };
    let engine = changed(|policy| {
        policy.terms =
            vec![("a".into(), vec![term(1, false)]), ("b".into(), vec![term(0, false)]), ("c".into(), Vec::new())];
        policy.rules[0].tests = vec![term(0, false)];
        policy.rules[1].tests = vec![term(2, true)];
    });
    let explanation = engine.explain(&contact(ORDER, PHONE));
    assert_eq!(explanation.decision.rule, Some(RuleId(4)));
    let Found::Term { holds: false, failed } = &explanation.why_not[0].failed[0].found else { panic!("a term") };
    assert_eq!(failed.len(), 1);
    let holds = Found::Term { holds: true, failed: Vec::new() };
    assert_eq!(explanation.why_not[1].failed[0].found, holds);
}

#[test]
fn fields_outside_their_place_are_left_out() {
    let engine = changed(|policy| policy.fields[0].only_when = vec![is(NamedAxis::Channel, &[3, 4, 5, 6])]);
    let mut post = contact(COMPLAINT, X);
    post.set_field(Field::SENTIMENT, number("-0.8"));
    assert_eq!(engine.decide(&post).rule, Some(RuleId(1)));
    assert_eq!(engine.decide(&post).notes, []);

    let engine = changed(|policy| {
        policy.fields[0].only_when = vec![is(NamedAxis::Channel, &[3, 4])];
        policy.segments[0].recognised_by = vec![below("0")];
    });
    let decision = engine.decide(&post);
    assert_eq!(decision.rule, Some(RuleId(2)));
    assert_eq!(decision.notes, [Note::FieldIgnored(Field::SENTIMENT)]);
    assert_eq!(decision.segment(), Some(SegmentId(1)), "nor does it recognise anybody");
}

#[test]
fn nobody_answers_where_no_rule_fits_or_none_names_a_group() {
    let engine = changed(|policy| policy.rules.truncate(2));
    let explanation = engine.explain(&contact(ORDER, PHONE));
    assert_eq!(explanation.decision.outcome, Outcome::ReachesNobody);
    assert_eq!((explanation.decision.rule, explanation.decision.group), (None, None));
    assert_eq!(explanation.why_not.len(), 2);
    assert_eq!(explanation.decision.priority, 3);
    assert!(matches!(explanation.decision.promise, PromiseState::Promise { .. }), "the promise is there all the same");

    let engine = changed(|policy| policy.rules[4].action = Action::default());
    assert_eq!(engine.decide(&contact(ORDER, PHONE)).outcome, Outcome::ReachesNobody);
}

#[test]
fn some_contacts_need_no_reply() {
    let engine = changed(|policy| {
        policy.rules[4].action = Action { no_reply_needed: true, ..Action::default() };
        policy.contact_types[0].reply.need = ReplyNeed::Never;
        policy.contact_types[0].reply.when = vec![is(NamedAxis::Channel, &[EMAIL.0])];
    });
    let by_rule = engine.decide(&contact(ORDER, EMAIL));
    assert_eq!((by_rule.outcome, by_rule.reply), (Outcome::NoReplyNeeded, ReplyNeed::Never));
    assert!(matches!(&by_rule.promise, PromiseState::Promise { due, .. } if due.is_empty()));
    let by_type = engine.decide(&contact(SAFETY, EMAIL));
    assert_eq!((by_type.outcome, by_type.group), (Outcome::NoReplyNeeded, Some(GroupId(0))));
    assert_eq!(engine.decide(&contact(SAFETY, PHONE)).reply, ReplyNeed::Always, "only where it says");
    let optional = changed(|_| ()).decide(&contact(PRAISE, EMAIL));
    assert_eq!((optional.reply, optional.outcome), (ReplyNeed::Optional, Outcome::AnsweredNow));
}

#[test]
fn a_listen_only_channel_is_only_monitored() {
    let engine = changed(|policy| policy.channels[usize::from(REVIEWS.0)].mode = Mode::Listen);
    let decision = engine.decide(&contact(COMPLAINT, REVIEWS));
    assert_eq!((decision.outcome, decision.group), (Outcome::OnlyMonitored, Some(GroupId(1))));
}

#[test]
fn steps_run_on_the_clock_of_the_desk_and_drop_skills() {
    let engine = changed(|policy| {
        let skill = |name: &str| Skill { name: name.into(), level: None };
        let step = |after, without: &str| Step {
            after: Duration::new(after, Unit::Minute),
            group: GroupId(3),
            without: vec![without.into()],
        };
        let action = &mut policy.rules[2].action;
        action.needs = vec![skill("Welsh"), skill("orders")];
        action.steps = vec![step(20, "Welsh"), step(30, "orders")];
    });
    let decision = engine.decide(&Contact::new(ORDER, X, at("2026-12-06T21:50:00Z")));
    assert_eq!(decision.outcome, Outcome::AnsweredNow);
    assert_eq!(decision.needs.len(), 2);
    let [first, second] = decision.steps.as_slice() else { panic!("two steps") };
    assert_eq!(first.at, Some(at("2026-12-07T08:10:00Z")), "10 minutes before closing, 10 after opening");
    assert_eq!(first.needs.iter().map(|skill| skill.name.as_str()).collect::<Vec<_>>(), ["orders"]);
    assert_eq!(second.needs, [], "what was dropped stays dropped");
}

#[test]
fn the_person_who_answered_before_comes_first_for_a_while() {
    let engine = changed(|policy| {
        policy.rules[4].action.same_person_for = Some(Duration::new(7, Unit::Day));
        policy.rules[4].action.priority = Some(9);
        policy.rules[4].action.ask_for = vec!["order number".into()];
    });
    let mut mail = contact(ORDER, EMAIL);
    let decision = engine.decide(&mail);
    assert_eq!(decision.same_person, None);
    assert_eq!((decision.priority, decision.ask_for), (9, vec!["order number".to_owned()]));
    mail.handled_before = Some("Ana".into());
    let until = |contact: &Contact| engine.decide(contact).same_person.map(|person| person.until);
    assert_eq!(until(&mail), Some(Some(at("2026-12-15T12:00:00Z"))));
    mail.handled_at = Some(at("2026-12-02T09:00:00Z"));
    assert_eq!(until(&mail), Some(Some(at("2026-12-09T09:00:00Z"))));
    mail.handled_at = Some(at("2026-12-01T09:00:00Z"));
    assert_eq!(until(&mail), None, "longer ago than 7 days");
}

#[test]
fn conversations_move_where_they_may_go_on() {
    let moved =
        |change: &dyn Fn(&mut Policy), contact: &Contact| changed(|policy| change(policy)).decide(contact).moved;
    let private = |policy: &mut Policy| {
        policy.rules[2].action.private = true;
        policy.rules[4].action.private = true;
        policy.channels[usize::from(X.0)].private_messages = PrivateMessages::In(EMAIL);
    };
    let rule_says = |to| Some(Move { reason: MoveReason::RuleSays, to });
    assert_eq!(moved(&private, &contact(ORDER, X)), rule_says(MoveTo::Channel(EMAIL)));
    assert_eq!(moved(&private, &contact(ORDER, REVIEWS)), rule_says(MoveTo::NotPossible));
    assert_eq!(moved(&private, &contact(ORDER, ChannelId(3))), rule_says(MoveTo::NotSaid));
    assert_eq!(moved(&private, &contact(ORDER, PHONE)), None, "the phone is private already");

    let account_data = |policy: &mut Policy| {
        policy.contact_types[1].private_only = true;
        policy.contact_types[2].part_of = Some(COMPLAINT);
    };
    let reason = |found: Option<Move>| found.map(|found| found.reason);
    assert_eq!(reason(moved(&account_data, &contact(ORDER, X))), Some(MoveReason::AccountData));
    assert_eq!(moved(&account_data, &contact(ORDER, PHONE)), None);

    let never = |policy: &mut Policy| {
        policy.contact_types[2].never_on = vec![ChannelSet::Kind(ChannelKind::Social), ChannelSet::One(EMAIL)];
        policy.channels[usize::from(X.0)].private_messages = PrivateMessages::In(EMAIL);
        policy.channels[1].status = ChannelStatus::Retired { on: Date::new(2026, 12, 7) };
    };
    let to = MoveTo::AnyOf(vec![PHONE, HELP_PAGES]);
    assert_eq!(moved(&never, &contact(ORDER, X)), Some(Move { reason: MoveReason::NeverHere, to }));

    let elsewhere = |to| Some(Move { reason: MoveReason::NeverHere, to });
    let critical = |policy: &mut Policy| {
        never(policy);
        policy.contact_types[2].gravity = Gravity::Critical;
    };
    let to = MoveTo::AnyOf(vec![PHONE]);
    assert_eq!(moved(&critical, &contact(ORDER, X)), elsewhere(to), "a page helps nobody in danger");
    let not_offered = |policy: &mut Policy| {
        never(policy);
        for table in &mut policy.promise_tables {
            for (_, cells) in &mut table.rows {
                cells.fill(Some(Cell::NotOffered));
            }
        }
    };
    let found = moved(&not_offered, &contact(ORDER, X));
    assert!(!format!("{found:?}").contains(&format!("{PHONE:?}")), "a dash says that it is not offered: {found:?}");
}

#[test]
fn agents_are_told_what_to_see_record_and_keep_to_themselves() {
    let engine = changed(|_| ());
    let phone = engine.decide(&contact(ORDER, PHONE)).handling;
    assert_eq!((phone.agents_see.as_slice(), phone.record.as_slice()), ([0, 1].as_slice(), [0, 1, 2].as_slice()));
    assert_eq!((phone.public, phone.not_to_be_said.len()), (false, 0));
    let post = engine.decide(&contact(ORDER, X)).handling;
    assert_eq!(post.record, [0, 1], "card numbers only on the phone");
    assert_eq!(
        (post.public, post.not_to_be_said.as_slice()),
        (true, ["order history", "card number"].map(String::from).as_slice())
    );
}

#[test]
fn a_contact_with_numbers_that_nothing_has_is_decided_too() {
    let engine = changed(|_| ());
    let mut stray = contact(ContactTypeId(900), ChannelId(900));
    stray.customer = Some(SegmentId(900));
    stray.set_field(FieldId(900), FieldValue::Name(Some(900)));
    let decision = engine.decide(&stray);
    assert_eq!((decision.rule, decision.desk.kind.clone()), (Some(RuleId(4)), DeskKind::NoDesk));
    assert_eq!(decision.promise, PromiseState::Gap);
    let shared: &(dyn Sync + Send) = &engine;
    let _ = shared;
}

#[test]
fn declared_fields_of_every_kind_are_tested() {
    let engine = changed(|policy| {
        policy.fields.push(Field { name: "urgent".into(), kind: FieldKind::YesNo, only_when: Vec::new() });
        policy.rules[0].tests = vec![is(NamedAxis::Field(FieldId(4)), &[0])];
    });
    let mut mail = contact(ORDER, EMAIL);
    mail.set_field(FieldId(4), FieldValue::Name(Some(1)));
    assert_eq!(engine.decide(&mail).rule, Some(RuleId(4)));
    mail.set_field(FieldId(4), FieldValue::Name(Some(0)));
    assert_eq!(engine.decide(&mail).rule, Some(RuleId(0)));
}
