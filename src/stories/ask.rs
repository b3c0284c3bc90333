//! A contact that a person asks about: read as strictly as a story, and every name that is not known is told.

use crate::engine::{Contact, ContactError};
use crate::notation::{ContactLine, ContactParts, Guess, Misread, MisreadKind, contact_parts};
use crate::policy::{ChannelSet, Date, FieldKind, Instant, Policy, TimeOfDay};
use crate::stories::contact::{contact_line, contact_of, date_of, with_names};

/// A contact that was asked about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The contact.
    pub contact: Contact,
    /// What to know about how it was read.
    pub remarks: Vec<Remark>,
}

/// What to know about how a contact was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remark {
    /// Clocks jump over the time of day that was asked about.
    JumpedOver {
        /// The date and the time that there is not.
        asked: (Date, TimeOfDay),
        /// The instant that was taken: the end of the jump.
        taken: Instant,
    },
    /// Clocks are put back, so that the time of day comes twice.
    ComesTwice {
        /// The date and the time.
        asked: (Date, TimeOfDay),
        /// The instant that was taken: the first.
        taken: Instant,
        /// The second.
        again: Instant,
    },
    /// The strategy names other languages than this one.
    LanguageUnknown(String),
    /// The field has other values than this one.
    ValueUnknown {
        /// The field.
        field: String,
        /// The value.
        value: String,
    },
}

/// A part of a contact that has a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NamedPart {
    /// The contact type.
    ContactType,
    /// The channel.
    Channel,
    /// The customer segment.
    Customer,
    /// The language.
    Language,
    /// The value of this field.
    Value(String),
}

/// Why nothing can be said about a contact that was asked about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AskError {
    /// It is not written as a contact is.
    Misread {
        /// What is wrong.
        misread: Box<Misread>,
        /// What was found in it all the same.
        parts: Box<ContactParts>,
    },
    /// A part of it has a name that is not known.
    Unknown {
        /// Which part.
        part: NamedPart,
        /// The name.
        name: String,
        /// The name that was probably meant.
        meant: Option<String>,
        /// The names that there are.
        known: Vec<String>,
        /// What was found, with every name put right that can be.
        parts: Box<ContactParts>,
    },
    /// A word stands for several channels where one must be named.
    SeveralChannels {
        /// The word.
        word: String,
        /// The channels.
        channels: Vec<String>,
    },
    /// It cannot be decided.
    Refused(ContactError),
}

impl From<ContactError> for AskError {
    fn from(refused: ContactError) -> Self {
        Self::Refused(refused)
    }
}

/// Reads the contact line that a person asks about. A weekday is the first on or after the day on which the policy begins
/// to apply, or else 2026-01-01. `guess` says which of some names was meant by another.
///
/// # Errors
/// Says what cannot be read and which name is not known, with what was probably meant.
pub fn ask(text: &str, policy: &Policy, guess: Guess<'_>) -> Result<Asked, AskError> {
    let languages: Vec<&str> = policy.languages.iter().map(String::as_str).collect();
    let parts = || with_names(policy, |names| contact_parts(text, names, &languages, guess));
    let line = with_names(policy, |names| contact_line(text, names));
    let line = line.map_err(|misread| not_read(misread, parts(), policy, guess))?;
    if let Some(mut unknown) = unknown(&line, policy, guess) {
        if let AskError::Unknown { meant: None, parts: found, .. } = &mut unknown {
            **found = parts();
        }
        return Err(unknown);
    }
    let contact = contact_of(&line, policy, None)?;
    let mut remarks: Vec<Remark> = clock_remark(&line, policy).into_iter().collect();
    remarks.extend(other_names(&line, policy));
    Ok(Asked { contact, remarks })
}

fn not_read(misread: Misread, parts: ContactParts, policy: &Policy, guess: Guess<'_>) -> AskError {
    let MisreadKind::UnknownChannel { found } = &misread.kind else {
        return AskError::Misread { misread: Box::new(misread), parts: Box::new(parts) };
    };
    let word = found.trim();
    let known: Vec<String> = policy.channels.iter().map(|channel| channel.name.clone()).collect();
    if word.is_empty() || known.iter().any(|name| name == word) {
        return AskError::Misread { misread: Box::new(misread), parts: Box::new(parts) };
    }
    let channels = channels_of(word, policy);
    if !channels.is_empty() {
        return AskError::SeveralChannels { word: word.to_owned(), channels };
    }
    let meant = guess(word, &known.iter().map(String::as_str).collect::<Vec<_>>());
    AskError::Unknown { part: NamedPart::Channel, name: word.to_owned(), meant, known, parts: Box::new(parts) }
}

/// The channels that a kind or family stands for.
fn channels_of(word: &str, policy: &Policy) -> Vec<String> {
    let Some(set) = ChannelSet::from_word(word) else { return Vec::new() };
    let ids = (0u16..).map(crate::policy::ChannelId).zip(&policy.channels);
    ids.filter(|(id, channel)| set.holds(*id, channel.kind)).map(|(_, channel)| channel.name.clone()).collect()
}

/// The first name of a line that is not known and has to be: contact type, customer, and what is nearly a language or
/// the value of a field.
fn unknown(line: &ContactLine, policy: &Policy, guess: Guess<'_>) -> Option<AskError> {
    let types: Vec<String> = policy.contact_types.iter().map(|found| found.name.clone()).collect();
    let customers: Vec<String> = policy.segments.iter().map(|found| found.name.clone()).collect();
    let mut parts = ContactParts {
        channel: Some(line.channel.value.clone()),
        time: Some(line.moment.value.time.to_string()),
        day: line.moment.value.to_string().split(' ').next().map(str::to_owned),
        ..ContactParts::default()
    };
    let mut first = None;
    let mut check = |part: NamedPart, name: &str, known: &[String], must: bool| -> Option<String> {
        if known.iter().any(|other| other == name) {
            return Some(name.to_owned());
        }
        let meant = guess(name, &known.iter().map(String::as_str).collect::<Vec<_>>());
        if (must || meant.is_some()) && first.is_none() {
            first = Some((part, name.to_owned(), meant.clone(), known.to_vec()));
        }
        if must { meant } else { meant.or_else(|| Some(name.to_owned())) }
    };
    // A contact type that is near none is one of everything else, as it is where a machine asks; one that is near a name is
    // more likely a slip.
    let strict = policy.everything_else().is_none();
    let contact_type = check(NamedPart::ContactType, &line.contact_type.value, &types, strict);
    parts.contact_type = contact_type;
    parts.customer = line.customer.as_ref().and_then(|it| check(NamedPart::Customer, &it.value, &customers, true));
    for fact in &line.facts {
        let (field, value) = (&fact.field.value, &fact.value.value);
        let known = values_of(field, policy).filter(|known| !known.is_empty());
        let value = known.and_then(|known| check(NamedPart::Value(field.clone()), value, known, false));
        parts.facts.push(format!("{field} {}", value.unwrap_or_else(|| fact.value.value.clone())));
    }
    if let Some(language) = &line.language {
        let meant = check(NamedPart::Language, &language.value, &policy.languages, false);
        parts.facts.extend(meant.map(|language| format!("in {language}")));
    }
    first.map(|(part, name, meant, known)| AskError::Unknown { part, name, meant, known, parts: Box::new(parts) })
}

/// The values of a field that has names for them.
fn values_of<'p>(field: &str, policy: &'p Policy) -> Option<&'p [String]> {
    match policy.field_named(field).and_then(|id| policy.field(id)).map(|field| &field.kind) {
        Some(FieldKind::OneOf(values)) => Some(values),
        Some(FieldKind::Number { .. } | FieldKind::Time | FieldKind::YesNo | FieldKind::Text) | None => None,
    }
}

/// Whether the clock shows the time that was asked about, and whether only once.
fn clock_remark(line: &ContactLine, policy: &Policy) -> Option<Remark> {
    let zone = &policy.time_zone;
    let time = line.moment.value.time;
    let date = date_of(line.moment.value, policy, None)?;
    let (asked, taken) = ((date, time), zone.first_at(date, time));
    let shown = zone.local(taken);
    if (shown.date, shown.time) != asked {
        return Some(Remark::JumpedOver { asked, taken });
    }
    zone.second_at(date, time).map(|again| Remark::ComesTwice { asked, taken, again })
}

/// Names that may be others than those of the strategy, and are.
fn other_names(line: &ContactLine, policy: &Policy) -> Vec<Remark> {
    let language = line.language.iter().map(|language| &language.value);
    let language = language.filter(|name| !policy.languages.is_empty() && policy.language_named(name).is_none());
    let mut remarks: Vec<Remark> = language.map(|name| Remark::LanguageUnknown(name.clone())).collect();
    for fact in &line.facts {
        let (field, value) = (fact.field.value.clone(), fact.value.value.clone());
        if values_of(&field, policy).is_some_and(|known| !known.contains(&value)) {
            remarks.push(Remark::ValueUnknown { field, value });
        }
    }
    remarks
}
