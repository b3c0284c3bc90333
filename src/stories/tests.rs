//! Every form of expectation, met and missed; contacts as phrases; what stories leave out.

use super::*;
use crate::engine::{Engine, Given, Outcome};
use crate::policy::{
    Action, DeskId, Duration, Expectation, Field, FieldId, FieldKind, FieldValue, GroupId, Policy, PromiseId,
    ReplyNeed, RuleId, SegmentId, Story, Teller, Unit, acorn,
};

fn story(contact: &str, expect: &[&str]) -> Story {
    let expect = expect.iter().map(|written| Expectation { written: (*written).into() }).collect();
    Story { name: "A case".into(), contact: contact.into(), expect }
}

fn engine(change: impl FnOnce(&mut Policy)) -> Engine {
    let (mut policy, _, _) = acorn();
    change(&mut policy);
    Engine::new(policy)
}

const LATE: &str = "Public complaint on x from Everyone else, Sun 22:10, sentiment -0.8";
const LUNCH: &str = "Order help on phone from Trail Club, Tue 12:00";

/// What one expectation gives: whether it happens, and what happens.
fn one(engine: &Engine, contact: &str, expectation: &str) -> (bool, String) {
    let results = run(engine, &[story(contact, &[expectation])]);
    let step = results[0].steps[0].clone();
    assert_eq!(results[0].passed, step.passed);
    assert_eq!(step.problem, None, "{expectation}");
    (step.passed, step.happened)
}

#[test]
fn the_stories_of_the_worked_example_pass() {
    let (policy, claims, _) = acorn();
    let results = run(&Engine::new(policy), &claims.stories);
    let [late, lunch] = results.as_slice() else { panic!("two stories") };
    assert!(late.passed && lunch.passed, "{results:#?}");
    assert_eq!(late.name, "Angry post late on Sunday");
    let happened: Vec<_> = late.steps.iter().map(|step| step.happened.as_str()).collect();
    assert_eq!(happened, ["Social team", "open again Mon 2026-12-07 08:00", "90% in 30 min: by Mon 2026-12-07 08:30"]);
    let met = late.met.as_ref().unwrap();
    assert_eq!((met.rule, met.desks.as_slice()), (Some(RuleId(1)), [DeskId(1)].as_slice()));
    assert_eq!(met.decision.arrived.to_string(), "2026-12-06T22:10:00Z");
}

#[test]
fn every_form_is_met_or_missed() {
    let engine = engine(|policy| policy.rules[2].action.escalations = policy.rules[1].action.escalations.clone());
    let calm = "Public complaint on x, Sun 21:55";
    for (contact, expectation, passed, happened) in [
        (LATE, "Social team", true, "Social team"),
        (LATE, "Care team", false, "Social team"),
        (LATE, "rule Angry in public", true, "rule Angry in public"),
        (LATE, "rule Other social", false, "rule Angry in public"),
        (LUNCH, "answer in 30 s", true, "80% in 30 s: by Tue 2026-12-01 12:00:30"),
        (LUNCH, "answer in 20 s", false, "80% in 30 s: by Tue 2026-12-01 12:00:30"),
        (LATE, "answer in 30 min", true, "90% in 30 min: by Mon 2026-12-07 08:30"),
        (LATE, "answer in 30 clock hours", false, "90% in 30 min: by Mon 2026-12-07 08:30"),
        (LUNCH, "answer by 12:01", true, "80% in 30 s: by Tue 2026-12-01 12:00:30"),
        (LUNCH, "answer by 12:00", false, "80% in 30 s: by Tue 2026-12-01 12:00:30"),
        (LATE, "answer by Mon 08:30", true, "90% in 30 min: by Mon 2026-12-07 08:30"),
        (LATE, "answer by 2026-12-07 08:30", true, "90% in 30 min: by Mon 2026-12-07 08:30"),
        (LATE, "answer by 08:30", true, "90% in 30 min: by Mon 2026-12-07 08:30"),
        (LATE, "answer by Tue 08:30", false, "90% in 30 min: by Mon 2026-12-07 08:30"),
        (LATE, "open again Mon 08:00", true, "open again Mon 2026-12-07 08:00"),
        (LATE, "open again Mon 09:00", false, "open again Mon 2026-12-07 08:00"),
        (LUNCH, "open again Wed 08:00", false, "open until Tue 2026-12-01 20:00"),
        (calm, "then Care team after 20 min", true, "then Care team after 20 min"),
        (calm, "then Care team after 615 clock hours", false, "then Care team after 20 min"),
        (calm, "then Club team after 20 min", false, "then Care team after 20 min"),
        (LATE, "then Care team after 20 min", false, "no later step"),
        (LATE, "tell Duty manager after 10 min", true, "tell Duty manager after 10 min"),
        (LATE, "tell Duty manager after 5 min", false, "tell Duty manager after 10 min"),
        (LUNCH, "tell Duty manager after 10 min", false, "nobody is told"),
        ("Praise and chatter on x, Tue 12:00", "no promise", true, "no promise"),
        (LUNCH, "no promise", false, "80% in 30 s: by Tue 2026-12-01 12:00:30"),
        ("Praise and chatter on phone, Tue 12:00", "not offered", true, "not offered"),
        ("Praise and chatter on x, Tue 12:00", "not offered", false, "no promise"),
        ("Order help on help pages, Tue 12:00", "not offered", false, "always"),
        ("Order help on help pages, Tue 12:00", "open again Wed 08:00", false, "always open"),
        (LUNCH, "no reply needed", false, "Club team"),
        (LUNCH, "reaches nobody", false, "Club team"),
    ] {
        assert_eq!(one(&engine, contact, expectation), (passed, happened.into()), "{contact}: {expectation}");
    }
}

#[test]
fn some_happen_only_in_other_strategies() {
    let silent = engine(|policy| {
        policy.rules[1].action = Action { no_reply_needed: true, ..Action::default() };
        policy.contact_types[2].reply.need = ReplyNeed::Never;
        policy.rules[4].tests = policy.rules[3].tests.clone();
        policy.promise_tables[0].rows[3].1[2] = None;
        policy.desks[0].channels.truncate(2);
        policy.rules[3].action.escalations = policy.rules[1].action.escalations.clone();
    });
    assert_eq!(one(&silent, LATE, "no reply needed"), (true, "no reply needed".into()));
    assert_eq!(one(&silent, LUNCH, "no reply needed"), (true, "Club team, no reply needed".into()));
    assert_eq!(one(&silent, "Product advice on email, Tue 12:00", "reaches nobody"), (true, "reaches nobody".into()));
    assert_eq!(one(&silent, "Product advice on email, Tue 12:00", "rule Other social"), (false, "no rule fits".into()));
    let gap = "no promise, because the cell is blank";
    assert_eq!(one(&silent, "Product advice on email, Tue 12:00", "no promise"), (false, gap.into()));
    let no_desk = "no desk lists the channel";
    assert_eq!(one(&silent, "Product advice on email, Tue 12:00", "open again Wed 08:00"), (false, no_desk.into()));

    let grouped = engine(|policy| {
        policy.rules[1].action.escalations[0].tell = Teller::Group(GroupId(3));
        policy.rules[1].action.escalations[0].after = Duration::new(1, Unit::Hour);
    });
    assert!(one(&grouped, LATE, "tell Care team after 60 min").0, "an hour is 60 minutes");
    assert!(!one(&grouped, LATE, "tell Duty manager after 60 min").0);
}

#[test]
fn a_story_that_has_no_meaning_says_why() {
    let engine = engine(|_| ());
    let results = run(
        &engine,
        &[
            story("Refund on phone, Tue 12:00", &["Care team"]),
            story("Order help on fone, Tue 12:00", &[]),
            story(
                LUNCH,
                &["Cluub team", "rule Nothing", "answer in 5 rings", "then Cluub team after 45 s", "Club team"],
            ),
            story(LUNCH, &[]),
        ],
    );
    let [refund, phone, names, nothing] = results.as_slice() else { panic!("four") };
    assert!(matches!(&refund.problem, Some(StoryProblem::Contact(ContactPhraseError::Refused(_)))));
    assert_eq!((refund.passed, refund.steps.len(), refund.steps[0].passed), (false, 1, false));
    assert!(matches!(&phone.problem, Some(StoryProblem::Contact(ContactPhraseError::Misread(_)))));
    assert!(!phone.passed && phone.met.is_none());
    let problems: Vec<_> = names.steps.iter().map(|step| step.problem.clone()).collect();
    let cluub = Some(StoryProblem::NoSuchGroup { name: "Cluub team".into() });
    assert_eq!(problems[0], cluub);
    assert_eq!(problems[1], Some(StoryProblem::NoSuchRule { name: "Nothing".into() }));
    assert!(
        matches!(&problems[2], Some(StoryProblem::ExpectationMisread { written, .. }) if written == "answer in 5 rings")
    );
    assert_eq!(problems[3], cluub);
    assert_eq!((problems[4].clone(), names.steps[4].passed, names.passed), (None, true, false));
    assert!(nothing.passed);
}

#[test]
fn phrases_become_contacts() {
    let (mut policy, _, _) = acorn();
    policy.languages = vec!["German".into()];
    let field = |name: &str, kind| Field { name: name.into(), kind, only_when: Vec::new() };
    policy.fields.push(field("urgent", FieldKind::YesNo));
    policy.fields.push(field("note", FieldKind::Text));
    let read = |text: &str| contact_from_phrase(text, &policy, None);
    let contact = read(
        "Order help on phone from VIP, 2026-12-08 12:00, sentiment 0.25, waiting 10 min, loyalty tier gold, urgent yes, \
         note on fire, in German",
    )
    .unwrap();
    assert_eq!(contact.arrived.to_string(), "2026-12-08T12:00:00Z");
    assert_eq!((contact.customer, contact.unknown_customer.as_deref()), (Some(SegmentId(1)), Some("VIP")));
    assert_eq!(contact.language, crate::engine::Spoken::Named(crate::policy::LanguageId(0)));
    assert_eq!(contact.field(FieldId(3)), Some(&FieldValue::Name(None)));
    assert_eq!(contact.field(FieldId(4)), Some(&FieldValue::Name(Some(0))));
    assert_eq!(contact.field(FieldId(5)), Some(&FieldValue::Text("on fire".into())));
    let number = |contact: &crate::engine::Contact, field| match contact.field(field) {
        Some(FieldValue::Number(number)) => number.to_string(),
        other => format!("{other:?}"),
    };
    assert_eq!(number(&contact, Field::SENTIMENT), "0.25");
    assert_eq!(number(&contact, Field::WAITING), "600");

    let summer = crate::policy::Date::parse("2026-07-01");
    let tuesday = contact_from_phrase(LUNCH, &policy, summer).unwrap();
    assert_eq!(tuesday.arrived.to_string(), "2026-07-07T11:00:00Z", "the first Tuesday, in London's summer time");
    policy.applies_from = None;
    let tuesday = contact_from_phrase("Order help on phone, Thu 12:00", &policy, None).unwrap();
    assert_eq!(tuesday.arrived.to_string(), "2026-01-01T12:00:00Z", "the day itself counts");
    assert!(tuesday.fields.is_empty());
    assert_eq!(Engine::new(policy).decide(&tuesday).outcome, Outcome::AnsweredNow);
}

#[test]
fn values_that_a_field_cannot_have_are_refused() {
    let (policy, _, _) = acorn();
    let said = |text: &str| contact_from_phrase(text, &policy, None).unwrap_err().to_string();
    assert_eq!(
        said("Order help on phone, Tue 12:00, sentiment low"),
        "\"sentiment\" is \"low\", but it holds a number."
    );
    assert_eq!(said("Order help on phone, Tue 12:00, sentiment 3"), "\"sentiment\" is 3, but it goes from -1 to 1.");
    assert_eq!(
        said("Order help on phone, Tue 12:00, waiting 2 days"),
        "\"waiting\" is \"2 days\", but it holds a length of time in s, min or h, like 10 min."
    );
    assert!(said("Order help by phone, Tue 12:00").ends_with("Write: Order help on phone, Tue 12:00"));
    assert_eq!(Given::from("x").words(), "\"x\"");
}

#[test]
fn what_no_story_meets_is_listed() {
    let (policy, claims, _) = acorn();
    let engine = Engine::new(policy.clone());
    let coverage = StoryCoverage::of(&policy, &run(&engine, &claims.stories));
    assert_eq!(coverage.rules, [RuleId(0), RuleId(2), RuleId(4)]);
    assert_eq!(coverage.desks, []);
    assert_eq!(coverage.promises.len(), 15);
    assert!(!coverage.promises.contains(&PromiseId(7)) && !coverage.is_complete());
    assert_eq!((coverage.steps, coverage.escalations.len()), (vec![(RuleId(2), 0), (RuleId(3), 0)], 1));
    let none = StoryCoverage::of(&policy, &[]);
    assert_eq!((none.rules.len(), none.promises.len(), none.desks.len()), (5, 17, 2));
}
