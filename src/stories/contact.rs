//! A phrase and a policy become a contact: `Order help on phone from Trail Club, Tue 12:00`.

use std::fmt;

use crate::engine::{Contact, ContactError, Given, Members, Numeral};
use crate::notation::{ContactLine, ContactNames, Misread, Moment, MomentDay, Passage, contact_phrase, duration};
use crate::policy::{Date, Decimal, FieldKind, Instant, Policy, TimeOfDay};

/// Why a phrase is no contact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ContactPhraseError {
    /// It cannot be read. Places in it count the bytes of the phrase from 0.
    Misread(Box<Misread>),
    /// It can be read, but the policy cannot decide it.
    Refused(ContactError),
}

impl std::error::Error for ContactPhraseError {}

impl fmt::Display for ContactPhraseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Misread(misread) => {
                f.write_str("The contact cannot be read.")?;
                misread.suggestion.as_ref().map_or(Ok(()), |write_it| write!(f, " Write: {write_it}"))
            }
            Self::Refused(refused) => refused.fmt(f),
        }
    }
}

impl From<ContactError> for ContactPhraseError {
    fn from(refused: ContactError) -> Self {
        Self::Refused(refused)
    }
}

/// The contact of a phrase, in the strategy's zone. A weekday is the first on or after `from`, or else after the day on
/// which the policy begins to apply, or else after 2026-01-01.
///
/// # Errors
///
/// Says what cannot be read, which channel or field is not known, and which value its field cannot have.
pub fn contact_from_phrase(text: &str, policy: &Policy, from: Option<Date>) -> Result<Contact, ContactPhraseError> {
    let line = with_names(policy, |names| contact_line(text, names));
    let line = line.map_err(|misread| ContactPhraseError::Misread(Box::new(misread)))?;
    Ok(contact_of(&line, policy, from)?)
}

/// Hands in the names by which a contact line is cut.
pub(crate) fn with_names<T>(policy: &Policy, read: impl FnOnce(&ContactNames<'_>) -> T) -> T {
    let types: Vec<&str> = policy.contact_types.iter().map(|found| found.name.as_str()).collect();
    let channels: Vec<&str> = policy.channels.iter().map(|found| found.name.as_str()).collect();
    let customers: Vec<&str> = policy.segments.iter().map(|found| found.name.as_str()).collect();
    let fields: Vec<&str> = policy.fields.iter().map(|found| found.name.as_str()).collect();
    read(&ContactNames { types: &types, channels: &channels, customers: &customers, fields: &fields })
}

/// The line that a text reads as.
pub(crate) fn contact_line(text: &str, names: &ContactNames<'_>) -> Result<ContactLine, Misread> {
    let passage = Passage { text: text.trim().to_owned(), exact: true, ..Passage::default() };
    contact_phrase(passage.excerpt(), names)
}

/// The contact of a line, in the strategy's zone.
pub(crate) fn contact_of(line: &ContactLine, policy: &Policy, from: Option<Date>) -> Result<Contact, ContactError> {
    let arrived = match date_of(line.moment.value, policy, from) {
        Some(date) => arrival(date, line.moment.value.time, policy)
            .ok_or_else(|| ContactError::OutOfYears { member: line.moment.value.to_string() })?,
        None => Instant::FIRST,
    };
    Contact::from_named(policy, &members(line, policy, arrived)?)
}

/// The instant of a reading of the clock; none outside the years of the calendar, where a zone knows only their edges.
fn arrival(date: Date, time: TimeOfDay, policy: &Policy) -> Option<Instant> {
    let years = Instant::FIRST..=Instant::LAST;
    let reading = Instant::from_seconds(date.day_number() * SECONDS_OF_A_DAY + i64::from(time.seconds()));
    let at = policy.time_zone.first_at(date, time);
    (years.contains(&reading) && years.contains(&at)).then_some(at)
}

const SECONDS_OF_A_DAY: i64 = 86_400;

/// The date of a moment: a weekday is the first on or after `from`, or else after the day on which the policy begins to
/// apply, or else after 2026-01-01.
pub(crate) fn date_of(moment: Moment, policy: &Policy, from: Option<Date>) -> Option<Date> {
    let from = from.unwrap_or_else(|| policy.first_day());
    match moment.day {
        MomentDay::Date(date) => Some(date),
        MomentDay::Weekday(day) => (0..7).map(|days| from.plus_days(days)).find(|date| date.weekday() == day),
    }
}

fn members<'a>(line: &'a ContactLine, policy: &Policy, arrived: Instant) -> Result<Members<'a>, ContactError> {
    let text = |name: &'static str, value: &'a str| (name.into(), Given::from(value));
    let mut members = vec![
        text("contact type", &line.contact_type.value),
        text("channel", &line.channel.value),
        ("at".into(), Given::from(arrived.to_string())),
    ];
    members.extend(line.customer.iter().map(|customer| text("customer", &customer.value)));
    members.extend(line.language.iter().map(|language| text("language", &language.value)));
    for fact in &line.facts {
        members.push((fact.field.value.as_str().into(), given(policy, &fact.field.value, &fact.value.value)?));
    }
    Ok(Members(members))
}

/// A value as its field holds it: a length of time is written with its unit and handed in as seconds.
fn given<'a>(policy: &Policy, field: &str, written: &'a str) -> Result<Given<'a>, ContactError> {
    let kind = policy.field_named(field).and_then(|id| policy.field(id)).map(|field| &field.kind);
    Ok(match kind {
        Some(FieldKind::Number { .. }) if Decimal::parse(written).is_some() => {
            Given::Number(Numeral::Written(written.into()))
        }
        Some(FieldKind::Time) => {
            let passage = Passage { text: written.into(), exact: true, ..Passage::default() };
            let seconds = duration(passage.excerpt()).ok().and_then(|length| length.value.seconds());
            let seconds = seconds.ok_or_else(|| ContactError::WrongKind {
                member: field.into(),
                wanted: "a length of time in s, min or h, like 10 min",
                given: Given::from(written).words(),
            })?;
            Given::Number(Numeral::Written(seconds.to_string().into()))
        }
        Some(FieldKind::Number { .. } | FieldKind::OneOf(_) | FieldKind::YesNo | FieldKind::Text) | None => {
            Given::from(written)
        }
    })
}
