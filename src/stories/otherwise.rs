//! The nearest contacts that come out otherwise: one for each thing that is known of a contact.

use crate::engine::{Contact, Decision, Engine, Outcome, PromiseState, Spoken};
use crate::policy::{
    Cell, ChannelId, ContactTypeId, Decimal, FieldId, FieldKind, FieldValue, GroupId, Instant, LanguageId, Policy,
    SegmentId,
};
use crate::stories::suggest::boundaries;

/// What of a contact is another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Changed {
    /// The customer segment.
    Customer(SegmentId),
    /// The contact type.
    ContactType(ContactTypeId),
    /// The channel.
    Channel(ChannelId),
    /// The language.
    Language(LanguageId),
    /// The value of a field; none where it is not known.
    Field(FieldId, Option<FieldValue>),
    /// When it comes.
    Arrival(Instant),
}

/// A contact that differs in one thing and comes out otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Otherwise {
    /// In what it differs.
    pub changed: Changed,
    /// What happens to it.
    pub decision: Decision,
}

/// How many changes of the hours are looked at for another outcome.
const MOMENTS: usize = 200;

/// What is the same where two contacts come out alike: who gets it, whether it is answered, what is promised.
#[derive(PartialEq, Eq)]
struct Gist<'d> {
    group: Option<GroupId>,
    answered: u8,
    promised: Result<Option<&'d str>, Cell>,
    later: Vec<GroupId>,
}

/// For each thing that is known of a contact, or could be, the nearest value with which it comes out otherwise: the first of
/// the names, the next number, the next moment.
#[must_use]
pub fn otherwise(engine: &Engine, contact: &Contact) -> Vec<Otherwise> {
    let policy = engine.policy();
    let today = engine.decide(contact);
    let mut found = Vec::new();
    let mut first = |changes: &mut dyn Iterator<Item = (Changed, Contact)>| {
        let mut decided = changes.map(|(changed, contact)| Otherwise { changed, decision: engine.decide(&contact) });
        found.extend(decided.find(|other| gist(policy, &other.decision) != gist(policy, &today)));
    };
    let with = |change: &dyn Fn(&mut Contact)| {
        let mut other = contact.clone();
        change(&mut other);
        other
    };
    first(&mut numbers(&policy.segments).map(SegmentId).filter(|id| Some(*id) != today.segment()).map(|id| {
        let other = with(&|other| (other.customer, other.unknown_customer) = (Some(id), None));
        (Changed::Customer(id), other)
    }));
    first(&mut numbers(&policy.contact_types).map(ContactTypeId).filter(|id| *id != today.contact_type).map(|id| {
        let other = with(&|other| (other.contact_type, other.unknown_contact_type) = (id, None));
        (Changed::ContactType(id), other)
    }));
    first(
        &mut numbers(&policy.channels)
            .map(ChannelId)
            .filter(|id| *id != today.channel)
            .map(|id| (Changed::Channel(id), with(&|other| other.channel = id))),
    );
    first(
        &mut numbers(&policy.languages)
            .map(LanguageId)
            .map(|id| (Changed::Language(id), with(&|other| other.language = Spoken::Named(id)))),
    );
    for (id, field) in (0u16..).map(FieldId).zip(&policy.fields) {
        let values = values(policy, id, &field.kind, contact.field(id));
        first(&mut values.into_iter().map(|value| {
            let other = with(&|other| match &value {
                Some(value) => other.set_field(id, value.clone()),
                None => {
                    if let Some(slot) = other.fields.get_mut(id.index()) {
                        *slot = None;
                    }
                }
            });
            (Changed::Field(id, value.clone()), other)
        }));
    }
    first(&mut moments(engine, contact).map(|at| (Changed::Arrival(at), with(&|other| other.arrived = at))));
    found
}

fn gist<'d>(policy: &'d Policy, decision: &'d Decision) -> Gist<'d> {
    let promised = match &decision.promise {
        PromiseState::Promise { promise, .. } => {
            Ok(Some(policy.promise(*promise).map_or("", |promise| promise.written.as_str())))
        }
        PromiseState::Gap => Ok(None),
        PromiseState::Always => Err(Cell::Always),
        PromiseState::NoPromise => Err(Cell::NoPromise),
        PromiseState::NotOffered => Err(Cell::NotOffered),
    };
    let answered = match decision.outcome {
        Outcome::AnsweredNow => 0,
        Outcome::GroupOffDuty => 1,
        Outcome::Waits { .. } => 2,
        Outcome::OnlyMonitored => 3,
        Outcome::NoReplyNeeded => 4,
        Outcome::ReachesNobody => 5,
        Outcome::ChannelNotInUse { .. } => 6,
    };
    let later = decision.steps.iter().map(|step| step.group).collect();
    Gist { group: decision.group, answered, promised, later }
}

fn numbers<T>(list: &[T]) -> impl Iterator<Item = u16> {
    (0u16..).take(list.len())
}

/// The other values of a field that rules can tell apart, the nearest first; not known last.
fn values(policy: &Policy, id: FieldId, kind: &FieldKind, now: Option<&FieldValue>) -> Vec<Option<FieldValue>> {
    let mut values: Vec<FieldValue> = match kind {
        FieldKind::OneOf(names) => numbers(names).map(|at| FieldValue::Name(Some(at))).collect(),
        FieldKind::YesNo => [0, 1].map(|at| FieldValue::Name(Some(at))).to_vec(),
        FieldKind::Text => Vec::new(),
        FieldKind::Number { .. } | FieldKind::Time => {
            let mut found = near(policy, id);
            let here = match now {
                Some(FieldValue::Number(number)) => *number,
                Some(FieldValue::Name(_) | FieldValue::Text(_)) | None => Decimal::ZERO,
            };
            found.sort_by_key(|number| (number.minus(here).billionths().unsigned_abs(), *number));
            found.into_iter().map(FieldValue::Number).collect()
        }
    };
    values.retain(|value| Some(value) != now);
    let unknown = now.is_some().then_some(None);
    values.into_iter().map(Some).chain(unknown).collect()
}

/// The numbers just beside those that conditions ask about.
fn near(policy: &Policy, id: FieldId) -> Vec<Decimal> {
    let segments = policy.segments.iter().flat_map(|segment| &segment.recognised_by);
    let tests = policy.rules.iter().flat_map(|rule| &rule.tests).chain(segments);
    let beside = boundaries(policy, tests).into_iter().filter(|one| one.field == id);
    let values = beside.flat_map(|one| [one.inside, one.outside]);
    let numbers = values.filter_map(|value| if let FieldValue::Number(number) = value { Some(number) } else { None });
    numbers.collect()
}

/// The moments after that of a contact at which something may change, in order.
fn moments<'e>(engine: &'e Engine, contact: &Contact) -> impl Iterator<Item = Instant> + 'e {
    let mut at = contact.clone();
    let next = move || {
        at.arrived = engine.next_change(&at)?;
        Some(at.arrived)
    };
    std::iter::from_fn(next).take(MOMENTS)
}
