//! Whatever the strategy: what is proposed passes, is not proposed twice, and what is said never to be decided never is.

use std::collections::BTreeSet;

use proptest::prelude::*;

use crate::engine::{Contact, Engine, Spoken};
use crate::policy::{
    ChannelId, Claims, Clause, ContactTypeId, Deadline, Decimal, FieldId, FieldKind, FieldValue, LanguageId, Policy,
    RuleId, SegmentId, Story, Tape, acorn, meeting_rules, random_guarantees, random_policy,
};
use crate::stories::coverage::StoryCoverage;
use crate::stories::run::run;
use crate::stories::suggest::proposal::{Reason, Suggestions};
use crate::stories::suggest::propose::suggest;

/// The stories that are there and those proposed.
fn pasted(claims: &Claims, made: &Suggestions) -> Claims {
    let mut all = claims.clone();
    all.stories.extend(made.stories.iter().map(|one| one.story.clone()));
    all
}

/// Holds what must hold of any proposal, and answers the rules that are said never to win.
fn check(engine: &Engine, claims: &Claims) -> BTreeSet<RuleId> {
    let made = suggest(engine, claims);
    let all = pasted(claims, &made);
    let names: BTreeSet<&str> = all.stories.iter().map(|story| story.name.as_str()).collect();
    assert_eq!(names.len(), all.stories.len(), "each has a name of its own");
    let results = run(engine, &all.stories);
    for result in results.iter().skip(claims.stories.len()) {
        assert!(result.passed && !result.steps.is_empty(), "{result:#?}");
    }
    let left = |never: Option<bool>| -> BTreeSet<RuleId> {
        let rule = |reason: Reason| if let Reason::Rule(id) = reason { Some(id) } else { None };
        let left = made.left_out.iter().filter(|left| never.is_none_or(|never| left.never == never));
        left.filter_map(|left| rule(left.reason)).collect()
    };
    let coverage = StoryCoverage::of(engine.policy(), &results);
    assert!(coverage.rules.iter().all(|rule| left(None).contains(rule)), "{coverage:?} {made:#?}");
    assert!(suggest(engine, &all).stories.is_empty(), "once pasted, nothing is missing: {made:#?}");
    left(Some(true))
}

#[test]
fn the_worked_example_is_covered_by_what_is_proposed() {
    let (policy, claims, _) = acorn();
    let engine = Engine::new(policy);
    assert!(check(&engine, &claims).is_empty());
    let made = suggest(&engine, &claims);
    let coverage = StoryCoverage::of(engine.policy(), &run(&engine, &pasted(&claims, &made).stories));
    assert!(coverage.is_complete(), "{coverage:?}");
    let told = |story: &Story| {
        let expect: Vec<_> = story.expect.iter().map(|one| one.written.as_str()).collect();
        format!("{}: {} => {}", story.name, story.contact, expect.join(", "))
    };
    let told: Vec<String> = made.stories.iter().map(|one| told(&one.story)).collect();
    for wanted in [
        "Angry in public at sentiment -0.31: Public complaint on facebook from Everyone else, Tue 12:00, sentiment -0.31 => \
         Social team, rule Angry in public, answer in 30 min, tell Duty manager after 10 min",
        "Angry in public at sentiment -0.3: Public complaint on facebook from Everyone else, Tue 12:00, sentiment -0.3 => \
         Social team, rule Other social, answer in 30 min, then Care team after 20 min",
        "When Main desk has just closed: Safety issue on phone from Everyone else, Tue 20:00 => \
         Safety desk, open again Wed 08:00, answer by Wed 08:01",
    ] {
        assert!(told.iter().any(|told| told == wanted), "{wanted}\n{told:#?}");
    }
}

#[test]
fn a_rule_that_never_wins_is_told_and_a_clock_change_is_asked_about() {
    let (mut policy, claims, _) = acorn();
    let again = policy.rules[1].clone();
    policy.rules.insert(2, again);
    policy.rules[2].name = "Angry again".into();
    for desk in &mut policy.desks {
        desk.hours = crate::policy::Hours::every_week(desk.hours.zone.clone(), crate::policy::WeeklyHours::Always);
    }
    let engine = Engine::new(policy);
    assert_eq!(check(&engine, &claims), BTreeSet::from([RuleId(2)]));
    let names: Vec<String> = suggest(&engine, &claims).stories.into_iter().map(|one| one.story.name).collect();
    for date in ["2027-03-28", "2027-10-31"] {
        assert!(names.contains(&format!("Main desk when clocks change on {date}")), "{names:?}");
    }
}

/// Names that a story can tell, and deadlines of any size made short: those of centuries only take long.
fn tellable(mut policy: Policy) -> Policy {
    fn named<'n>(names: impl Iterator<Item = &'n mut String>, word: &str) {
        names.zip(0..).for_each(|(name, at)| *name = format!("{word} {at}"));
    }
    named(policy.segments.iter_mut().map(|part| &mut part.name), "Segment");
    named(policy.contact_types.iter_mut().map(|part| &mut part.name), "Type");
    named(policy.channels.iter_mut().map(|part| &mut part.name), "channel");
    named(policy.fields.iter_mut().map(|part| &mut part.name), "field");
    named(policy.groups.iter_mut().map(|part| &mut part.name), "Group");
    named(policy.rules.iter_mut().map(|part| &mut part.name), "Rule");
    named(policy.desks.iter_mut().map(|part| &mut part.name), "Desk");
    named(policy.languages.iter_mut(), "Language");
    for field in &mut policy.fields {
        if let FieldKind::OneOf(names) = &mut field.kind {
            named(names.iter_mut(), "value");
        }
    }
    for clause in policy.promises.iter_mut().flat_map(|promise| &mut promise.clauses) {
        if let Clause::Point { deadline, .. } = clause {
            match deadline {
                Deadline::Within(length) => length.amount %= 200,
                Deadline::AtTime { working_day: days, .. } | Deadline::SameTime { working_days: days } => *days %= 200,
            }
        }
    }
    policy.objectives.clear();
    for rule in &mut policy.rules {
        rule.action.steps.iter_mut().for_each(|step| step.after.amount %= 200);
        rule.action.escalations.iter_mut().for_each(|escalation| escalation.after.amount %= 200);
        rule.action.same_person_for = None;
    }
    policy
}

/// A contact that there can be, in the time of which something is said.
fn contact(tape: &mut Tape, policy: &Policy) -> Contact {
    let (from, to) = policy.horizon();
    let arrived = from.plus_seconds(i64::from(tape.any()) % i64::try_from(from.seconds_until(to)).unwrap());
    let below = |count: usize, tape: &mut Tape| tape.below(u16::try_from(count.max(1)).unwrap());
    let contact_type = ContactTypeId(below(policy.contact_types.len(), tape));
    let channel = ChannelId(below(policy.channels.len(), tape));
    let mut contact = Contact::new(contact_type, channel, arrived);
    if tape.coin() && !policy.segments.is_empty() {
        contact.customer = Some(SegmentId(below(policy.segments.len(), tape)));
    }
    if tape.coin() && !policy.languages.is_empty() {
        contact.language = Spoken::Named(LanguageId(below(policy.languages.len(), tape)));
    }
    for (id, field) in (0u16..).map(FieldId).zip(&policy.fields) {
        let number = Decimal::whole(i32::from(tape.below(1000)) - 500);
        let value = match &field.kind {
            _ if tape.coin() => continue,
            FieldKind::Number { low, high } => {
                let fits = low.is_none_or(|low| low <= number) && high.is_none_or(|high| number <= high);
                if !fits {
                    continue;
                }
                FieldValue::Number(number)
            }
            FieldKind::Time => FieldValue::Number(Decimal::whole(i32::from(tape.below(1000)))),
            FieldKind::OneOf(names) => FieldValue::Name((!names.is_empty()).then(|| below(names.len(), tape))),
            FieldKind::YesNo => FieldValue::Name(Some(tape.below(2))),
            FieldKind::Text => FieldValue::Text("text".into()),
        };
        contact.set_field(id, value);
    }
    contact
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn whatever_the_policy_proposals_pass_and_cover(numbers in proptest::collection::vec(any::<u32>(), 300..900)) {
        let mut tape = Tape::new(numbers);
        let (mut policy, _) = random_policy(&mut tape);
        meeting_rules(&mut tape, &mut policy, 6);
        let guarantees = random_guarantees(&mut tape, &policy, 3);
        let engine = Engine::new(tellable(policy));
        let never = check(&engine, &Claims { guarantees, stories: Vec::new() });
        for _ in 0..200 {
            let rule = engine.decide(&contact(&mut tape, engine.policy())).rule;
            prop_assert!(rule.is_none_or(|rule| !never.contains(&rule)));
        }
    }
}
