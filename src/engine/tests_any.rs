//! Whatever the policy and whatever the contact: there is a decision, it is the first match, and it holds together.

use proptest::prelude::*;

use super::*;
use crate::policy::{
    ChannelId, Clause, ContactTypeId, Deadline, Decimal, Field, FieldId, FieldValue, Instant, LanguageId, Mode,
    NamedAxis, Policy, ReplyNeed, RuleId, SegmentId, Tape, Test, Zone, random_policy,
};

/// A contact that may name what is not there.
fn contact(tape: &mut Tape) -> Contact {
    let arrived = Instant::from_seconds(1_767_225_600 + i64::from(tape.any() % 200_000_000));
    let mut contact = Contact::new(ContactTypeId(tape.below(5)), ChannelId(tape.below(5)), arrived);
    if tape.coin() {
        contact.customer = Some(SegmentId(tape.below(4)));
    }
    contact.language = match tape.below(4) {
        0 => Spoken::Unknown,
        1 => Spoken::Other("Welsh".into()),
        language => Spoken::Named(LanguageId(language - 2)),
    };
    for field in 0..7 {
        let value = match tape.below(5) {
            0 => FieldValue::Number(Decimal::whole(i32::from(tape.below(1000)) - 500)),
            1 => FieldValue::Name(Some(tape.below(3))),
            2 => FieldValue::Name(None),
            3 => FieldValue::Text("text".into()),
            _ => continue,
        };
        contact.set_field(FieldId(field), value);
    }
    if tape.coin() {
        contact.time_zone = Zone::find("Asia/Tokyo");
        contact.handled_before = Some("Ana".into());
    }
    contact
}

/// Deadlines of any size are in the random policies; those of centuries only take long.
fn shortened(mut policy: Policy) -> Policy {
    let clauses = policy.promises.iter_mut().flat_map(|promise| &mut promise.clauses);
    let targets = policy.objectives.iter_mut().filter_map(|objective| objective.target.as_mut());
    for clause in clauses.chain(targets.flat_map(|target| &mut target.clauses)) {
        if let Clause::Point { deadline, .. } = clause {
            match deadline {
                Deadline::Within(length) => length.amount %= 200,
                Deadline::AtTime { working_day: days, .. } | Deadline::SameTime { working_days: days } => *days %= 200,
            }
        }
    }
    for rule in &mut policy.rules {
        rule.action.steps.iter_mut().for_each(|step| step.after.amount %= 200);
        rule.action.escalations.iter_mut().for_each(|escalation| escalation.after.amount %= 200);
        if let Some(length) = &mut rule.action.same_person_for {
            length.amount %= 200;
        }
    }
    policy
}

/// The meaning of a test, written once more and as plainly as it can be.
fn fits(engine: &Engine, decision: &Decision, contact: &Contact, test: &Test) -> bool {
    let policy = engine.policy();
    let ignored = |field: &FieldId| decision.notes.contains(&Note::FieldIgnored(*field));
    let field = |field: FieldId| contact.field(field).filter(|_| !ignored(&field));
    // Unknown: None. Known, but no name of the axis: Some(None).
    let value = |axis: NamedAxis| -> Option<Option<u16>> {
        match axis {
            NamedAxis::Customer => decision.segment().map(|segment| Some(segment.0)),
            NamedAxis::ContactType => Some(Some(contact.contact_type.0)),
            NamedAxis::Channel => Some(Some(contact.channel.0)),
            NamedAxis::Language => match &contact.language {
                Spoken::Unknown => None,
                Spoken::Named(language) => Some(Some(language.0)),
                Spoken::Other(_) => Some(None),
            },
            NamedAxis::Day => Some(Some(policy.time_zone.local(contact.arrived).weekday().index().into())),
            NamedAxis::Field(id) => field(id).map(|value| match value {
                FieldValue::Name(name) => *name,
                FieldValue::Number(_) | FieldValue::Text(_) => None,
            }),
        }
    };
    match test {
        Test::Named { axis, values, negated: false } => value(*axis).flatten().is_some_and(|it| values.contains(&it)),
        Test::Named { axis, values, negated: true } => !value(*axis).flatten().is_some_and(|it| values.contains(&it)),
        Test::Number { field: id, comparison } => match field(*id) {
            Some(FieldValue::Number(number)) => comparison.fits(*number),
            Some(FieldValue::Name(_) | FieldValue::Text(_)) | None => false,
        },
        Test::Known { axis, known } => value(*axis).is_some() == *known,
        Test::Term { term, negated } => {
            let (_, tests) = &policy.terms[term.index()];
            tests.iter().all(|test| fits(engine, decision, contact, test)) != *negated
        }
        Test::Desk { desk, open } => {
            let desk = &policy.desks[desk.index()];
            let mut hours = desk.hours.clone();
            if let (crate::policy::DeskZone::Customers, Some(zone)) = (desk.zone, &contact.time_zone) {
                hours.zone = zone.clone();
            }
            crate::policy::Timetable::new(&[hours], contact.arrived).is_open(contact.arrived) == *open
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn every_contact_gets_the_first_rule_that_fits(numbers in proptest::collection::vec(any::<u32>(), 0..900)) {
        let mut tape = Tape::new(numbers);
        // The contact comes first, so that a short tape still says something about it.
        let contact = contact(&mut tape);
        let (policy, _) = random_policy(&mut tape);
        let engine = Engine::new(shortened(policy));
        let explanation = engine.explain(&contact);
        let decision = engine.decide(&contact);
        prop_assert_eq!(&explanation.decision, &decision);

        let policy = engine.policy();
        let all = |tests: &[Test]| tests.iter().all(|test| fits(&engine, &decision, &contact, test));
        let first = policy.rules.iter().position(|rule| all(&rule.tests));
        prop_assert_eq!(decision.rule.map(RuleId::index), first);
        prop_assert_eq!(explanation.why_not.len(), first.unwrap_or(policy.rules.len()));
        for why in &explanation.why_not {
            let tests = &policy.rules[why.rule.index()].tests;
            let failed: Vec<_> = (0u16..).zip(tests).filter(|(_, test)| !fits(&engine, &decision, &contact, test)).collect();
            prop_assert_eq!(why.failed.iter().map(|it| it.test).collect::<Vec<_>>(), failed.iter().map(|it| it.0).collect::<Vec<_>>());
            prop_assert!(!failed.is_empty());
        }
        holds_together(policy, &contact, &decision)?;
    }
}

fn holds_together(policy: &Policy, contact: &Contact, decision: &Decision) -> Result<(), TestCaseError> {
    let action = decision.rule.map(|rule| &policy.rules[rule.index()].action);
    let listens = policy.channel(contact.channel).is_some_and(|channel| channel.mode == Mode::Listen);
    prop_assert_eq!(decision.group, action.and_then(|action| action.send_to));
    let not_live = decision.notes.iter().any(|note| matches!(note, Note::ChannelNotLive { .. }));
    let said = matches!(decision.outcome, Outcome::ChannelNotInUse { .. } | Outcome::ReachesNobody);
    prop_assert!(!not_live || said, "nobody can use the channel");
    match decision.outcome {
        Outcome::ReachesNobody => prop_assert!(decision.group.is_none()),
        Outcome::NoReplyNeeded => prop_assert_eq!(decision.reply, ReplyNeed::Never),
        Outcome::OnlyMonitored => prop_assert!(listens && decision.group.is_some()),
        Outcome::ChannelNotInUse { .. } => prop_assert!(not_live),
        Outcome::AnsweredNow => {
            prop_assert!(decision.desk.open && decision.desk.staffed && !listens);
            let off_duty = decision.duty.is_some_and(|duty| !duty.now);
            prop_assert!(!off_duty || decision.promise == PromiseState::Always, "nobody of the group is there");
        }
        Outcome::GroupOffDuty => {
            prop_assert!(decision.desk.open && decision.desk.staffed && !listens);
            prop_assert!(
                decision
                    .duty
                    .is_some_and(|duty| !duty.now && duty.answers > Some(contact.arrived) || duty.answers.is_none())
            );
        }
        Outcome::Waits { until } => {
            prop_assert!(!listens);
            prop_assert!(!decision.desk.open || !decision.desk.staffed);
            prop_assert!(until.is_none_or(|until| until > contact.arrived));
        }
    }
    prop_assert!(decision.desk.open || decision.desk.closes.is_none());
    prop_assert!(!decision.desk.open || (decision.desk.opens.is_none() && decision.desk.meanwhile.is_none()));
    prop_assert!(!decision.desk.staffed || decision.desk.open, "people answer only what is accepted");
    for due in decision.due().chain(decision.steps.iter().filter_map(|step| step.at)) {
        prop_assert!(due >= contact.arrived);
    }
    prop_assert!(decision.priority >= 1 || action.is_some_and(|action| action.priority == Some(0)));
    let sentiment = decision.notes.contains(&Note::FieldIgnored(Field::SENTIMENT));
    prop_assert!(!sentiment || contact.field(Field::SENTIMENT).is_some());
    Ok(())
}
