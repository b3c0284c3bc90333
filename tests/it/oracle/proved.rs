//! What is proven of a whole policy, against the engine: each contact that shows something is read back from its phrase,
//! and the engine must decide it as was said.

use frontdesk::analysis::{
    Analysis, Counterexample, Reach, Space, Spoken, Verdict, Witness, analyse, contacts_of_rules, contacts_that_fit,
};
use frontdesk::compilation::{Decision, Engine, Outcome, PromiseState, RuleId};
use frontdesk::engine;
use frontdesk::policy::{
    Cell, Claim, Claims, Clause, Deadline, Duration, Guarantee, Mode, NamedAxis, Policy, PromiseId, ReplyNeed, Scope,
    Share, Test, Unit,
};
use frontdesk::stories::ask;

/// One policy, and what is proven of it.
pub(super) struct Proved {
    engine: Engine,
    claims: Claims,
    pub(super) analysis: Analysis,
}

impl Proved {
    /// None where nothing exact can be said.
    pub(super) fn new(policy: &Policy, claims: &Claims) -> Option<Self> {
        let analysis = analyse(policy, claims).ok()?;
        Some(Self { engine: Engine::new(policy.clone()), claims: claims.clone(), analysis })
    }

    fn policy(&self) -> &Policy {
        self.engine.policy()
    }

    /// What of it the engine does not bear out, as sentences.
    pub(super) fn contradictions(&self) -> Vec<String> {
        let space = Space::new(self.policy(), &self.claims.guarantees).unwrap();
        let mut faults = Vec::new();
        if let Some(contact) = &self.analysis.coverage.unanswered {
            self.rule_is(contact, None, &mut faults);
        }
        let rules: Vec<RuleId> = (0u16..).map(RuleId).take(self.policy().rules.len()).collect();
        let reach = &self.analysis.coverage.reach;
        assert_eq!(reach.len(), rules.len());
        let fitting = contacts_that_fit(&space, &rules);
        for (((rule, reach), own), fitting) in rules.iter().zip(reach).zip(contacts_of_rules(&space)).zip(fitting) {
            if let Some((contact, decided)) = &fitting {
                self.rule_is(contact, Some(*decided), &mut faults);
            }
            let decided = fitting.map(|(_, decided)| decided);
            let so = match reach {
                Reach::Wins => own.is_some() && decided.is_some_and(|decided| decided <= *rule),
                Reach::FitsNobody => own.is_none() && decided.is_none(),
                Reach::Taken(by) => {
                    let earlier = by.iter().all(|other| other < rule);
                    own.is_none() && !by.is_empty() && earlier && decided.is_some_and(|decided| decided < *rule)
                }
                Reach::Unknown => own.is_none(),
            };
            if !so {
                faults.push(format!(
                    "{rule:?} is said to be {reach:?}, but {own:?}, and fits one that goes by {decided:?}"
                ));
            }
            if let Some(contact) = &own {
                self.rule_is(contact, Some(*rule), &mut faults);
            }
        }
        for (guarantee, verdict) in self.claims.guarantees.iter().zip(&self.analysis.verdicts) {
            if let Verdict::Fails(example) = verdict {
                self.breaks(&guarantee.name, example, &mut faults);
            }
        }
        faults
    }

    /// Whether a contact that was decided so could have been, by what is proven.
    pub(super) fn allows(&self, decision: &Decision) -> Result<(), String> {
        let coverage = &self.analysis.coverage;
        let allowed = match decision.rule {
            None => coverage.unanswered.is_some() || !coverage.certain,
            Some(rule) => matches!(coverage.reach[rule.index()], Reach::Wins | Reach::Unknown),
        };
        if allowed { Ok(()) } else { Err(format!("{:?} decides, but {coverage:?}", decision.rule)) }
    }

    /// The decision about the contact of a phrase, once the phrase has been read back.
    fn decided(&self, witness: &Witness, faults: &mut Vec<String>) -> Option<Decision> {
        let policy = self.policy();
        let told = witness.told(policy);
        let contact = match ask(&told, policy, &|_, _| None) {
            Ok(asked) => asked.contact,
            Err(error) => {
                faults.push(format!("{told}: {error:?}"));
                return None;
            }
        };
        let language = match &contact.language {
            engine::Spoken::Unknown => Spoken::Unknown,
            engine::Spoken::Named(language) => Spoken::Named(*language),
            engine::Spoken::Other(_) => Spoken::Other,
        };
        let fields = (0u16..).map(frontdesk::policy::FieldId).zip(&contact.fields);
        let read = Witness {
            customer: contact.customer,
            contact_type: contact.contact_type,
            channel: contact.channel,
            language,
            fields: fields.filter_map(|(field, value)| Some((field, value.clone()?))).collect(),
            at: contact.arrived,
        };
        let mut known = witness.clone();
        known.fields.sort();
        if read != known {
            faults.push(format!("{told} reads as {read:?}, and was {known:?}"));
        }
        Some(self.engine.decide(&contact))
    }

    fn rule_is(&self, witness: &Witness, rule: Option<RuleId>, faults: &mut Vec<String>) {
        let Some(decision) = self.decided(witness, faults) else { return };
        if decision.rule != rule {
            let told = witness.told(self.policy());
            faults.push(format!("{told} goes by {:?}, and was said to go by {rule:?}", decision.rule));
        }
    }

    fn breaks(&self, name: &str, example: &Counterexample, faults: &mut Vec<String>) {
        let Some(decision) = self.decided(&example.contact, faults) else { return };
        let told = example.contact.told(self.policy());
        let other = example.compared.as_ref().and_then(|other| self.decided(other, faults));
        if decision.rule != example.rule {
            faults.push(format!("{name}: {told} goes by {:?}, not {:?}", decision.rule, example.rule));
        }
        let holds = self.holds(&example.claim, &decision, other.as_ref());
        if holds.is_some_and(|holds| holds != example.never) {
            faults.push(format!("{name}: {told} was to break {:?}", example.claim));
        }
    }

    /// Whether promises hang on the date, so that the day of a contact alone does not tell what is promised.
    fn seasonal(&self) -> bool {
        self.policy().promise_tables.iter().any(|table| table.season.is_some())
    }

    /// Whether a claim holds, read off the decision; none where that would take more than looking.
    fn holds(&self, claim: &Claim, decision: &Decision, other: Option<&Decision>) -> Option<bool> {
        // A rule that needs no reply sends nobody to anybody, whatever group it names.
        let rule = decision.rule.and_then(|rule| self.policy().rule(rule));
        let replied = rule.is_some_and(|rule| !rule.action.no_reply_needed);
        let goes_to = |group| decision.group == Some(group) && replied;
        let holds = match claim {
            Claim::SentTo(group) => goes_to(*group),
            Claim::AnsweredBy(group) => goes_to(*group) && decision.steps.iter().all(|step| step.group == *group),
            Claim::Reaches(group) => goes_to(*group) || decision.steps.iter().any(|step| step.group == *group),
            Claim::SomebodyAnswers => match decision.outcome {
                Outcome::AnsweredNow | Outcome::GroupOffDuty | Outcome::Waits { .. } => true,
                Outcome::OnlyMonitored | Outcome::NoReplyNeeded | Outcome::ReachesNobody => false,
                Outcome::ChannelNotInUse { .. } => {
                    let mode = self.policy().channel(decision.channel).map(|channel| channel.mode);
                    decision.reply != ReplyNeed::Never && mode == Some(Mode::Respond)
                }
            },
            Claim::PriorityAtLeast(least) => decision.priority <= *least,
            Claim::PromiseAtMost(_) | Claim::PromiseAtMostTheSame if self.seasonal() => return None,
            Claim::PromiseAtMost(length) => return within(self.policy(), &cell(&decision.promise), *length),
            Claim::PromiseAtMostTheSame => {
                let (one, two) = (cell(&decision.promise), cell(&other.unwrap().promise));
                return at_most(self.policy(), &one, &two);
            }
        };
        Some(holds)
    }
}

fn cell(promise: &PromiseState) -> Option<Cell> {
    match promise {
        PromiseState::Promise { promise, .. } => Some(Cell::Promise(*promise)),
        PromiseState::Always => Some(Cell::Always),
        PromiseState::NoPromise => Some(Cell::NoPromise),
        PromiseState::NotOffered => Some(Cell::NotOffered),
        PromiseState::Gap => None,
    }
}

/// Whether a promise is within a length of time; none where it is not made of points that are counted alike.
fn within(policy: &Policy, cell: &Option<Cell>, length: Duration) -> Option<bool> {
    match cell {
        Some(Cell::Always) => Some(true),
        Some(Cell::Promise(promise)) => {
            let points = points(policy, *promise)?;
            Some(points.iter().all(|(_, seconds)| Some(*seconds) <= length.seconds()))
        }
        Some(Cell::NoPromise | Cell::NotOffered) | None => Some(false),
    }
}

/// Whether one promise is at most another: each of the other's points is one of its own, or later or of a smaller share.
/// None where they are not made of such points.
fn at_most(policy: &Policy, one: &Option<Cell>, two: &Option<Cell>) -> Option<bool> {
    match (one, two) {
        (Some(Cell::Always), _) => Some(true),
        (Some(Cell::Promise(one)), Some(Cell::Promise(two))) => {
            let (given, wanted) = (points(policy, *one)?, points(policy, *two)?);
            let kept =
                |(share, seconds): &(Share, u64)| given.iter().any(|(more, less)| more >= share && less <= seconds);
            Some(wanted.iter().all(kept))
        }
        (_, Some(Cell::Always)) => Some(false),
        (_, Some(Cell::NoPromise | Cell::NotOffered) | None) => Some(true),
        (Some(Cell::NoPromise | Cell::NotOffered) | None, Some(Cell::Promise(_))) => Some(false),
    }
}

/// The shares and the seconds of a promise that is made of nothing else.
fn points(policy: &Policy, promise: PromiseId) -> Option<Vec<(Share, u64)>> {
    let point = |clause: &Clause| match clause {
        Clause::Point { share, strict: false, deadline: Deadline::Within(length) }
            if matches!(length.unit, Unit::Second | Unit::Minute | Unit::Hour) =>
        {
            Some((*share, length.seconds()?))
        }
        Clause::Point { .. }
        | Clause::Average(_)
        | Clause::Abandoned { .. }
        | Clause::Busy { .. }
        | Clause::Over { .. } => None,
    };
    policy.promise(promise).unwrap().clauses.iter().map(point).collect()
}

/// The policy with its rules changed: each left out once, each moved to the top once, each moved to the end once.
pub(super) fn changed(policy: &Policy) -> Vec<Policy> {
    let with = |rules| Policy { rules, ..policy.clone() };
    let mut found = vec![policy.clone()];
    for at in 0..policy.rules.len() {
        let mut fewer = policy.rules.clone();
        let moved = fewer.remove(at);
        let top = [vec![moved.clone()], fewer.clone()].concat();
        let end = [fewer.clone(), vec![moved]].concat();
        found.extend([with(fewer), with(top), with(end)]);
    }
    found
}

/// Guarantees of all kinds about the customers, contact types and rules of a policy, many of which do not hold.
pub(super) fn guarantees(policy: &Policy) -> Claims {
    let named = |axis, value: usize| Test::Named { axis, values: vec![u16::try_from(value).unwrap()], negated: false };
    let guarantee = |scope, always, never| Guarantee { name: format!("{scope:?}"), scope, always, never };
    let mut claims = Claims::default();
    for rule in &policy.rules {
        let Some(group) = rule.action.send_to else { continue };
        let scope = || Scope::When(rule.tests.clone());
        claims.guarantees.push(guarantee(scope(), vec![Claim::AnsweredBy(group)], Vec::new()));
        claims.guarantees.push(guarantee(scope(), vec![Claim::Reaches(group)], vec![Claim::PriorityAtLeast(1)]));
        claims.guarantees.push(guarantee(scope(), Vec::new(), vec![Claim::SentTo(group)]));
    }
    for contact_type in 0..policy.contact_types.len() {
        let scope = || Scope::When(vec![named(NamedAxis::ContactType, contact_type)]);
        let length = Duration::new(2, Unit::Hour);
        claims.guarantees.push(guarantee(scope(), vec![Claim::PromiseAtMost(length)], Vec::new()));
        claims.guarantees.push(guarantee(scope(), Vec::new(), vec![Claim::PromiseAtMost(length)]));
        claims.guarantees.push(guarantee(scope(), vec![Claim::SomebodyAnswers], Vec::new()));
    }
    for channel in 1..policy.channels.len() {
        let side = |channel| vec![named(NamedAxis::Channel, channel)];
        let scope = Scope::Compare(side(channel - 1), side(channel));
        claims.guarantees.push(guarantee(scope, vec![Claim::PromiseAtMostTheSame], Vec::new()));
    }
    claims
}
