//! A contact from names and values, as a file of contacts or a person at a terminal gives them.

use crate::engine::contact::Contact;
use crate::engine::contact_error::ContactError;
use crate::engine::given::{Given, Members};
use crate::policy::{ChannelId, ContactTypeId, Decimal, Field, FieldId, FieldKind, FieldValue, Instant, Policy, Zone};

const CUSTOMER: &str = "customer";
const CONTACT_TYPE: &str = "contact type";
const CHANNEL: &str = "channel";
const LANGUAGE: &str = "language";
const AT: &str = "at";
const HANDLED_BEFORE: &str = "handled before";
const HANDLED_AT: &str = "handled at";
const TIME_ZONE: &str = "time zone";

/// What the instants of a contact hold.
const INSTANT: &str = "a date and a time with its offset, like 2026-11-24T08:00:00Z";

/// What other systems call the parts of a contact, without capitals and blanks.
const OTHER_NAMES: [(&str, &str); 27] = [
    ("type", CONTACT_TYPE),
    ("reason", CONTACT_TYPE),
    ("contactreason", CONTACT_TYPE),
    ("category", CONTACT_TYPE),
    ("intent", CONTACT_TYPE),
    ("segment", CUSTOMER),
    ("customersegment", CUSTOMER),
    ("customertype", CUSTOMER),
    ("customergroup", CUSTOMER),
    ("medium", CHANNEL),
    ("channelname", CHANNEL),
    ("via", CHANNEL),
    ("arrived", AT),
    ("arrivedat", AT),
    ("arrival", AT),
    ("received", AT),
    ("receivedat", AT),
    ("created", AT),
    ("createdat", AT),
    ("time", AT),
    ("timestamp", AT),
    ("date", AT),
    ("datetime", AT),
    ("lang", LANGUAGE),
    ("locale", LANGUAGE),
    ("agent", HANDLED_BEFORE),
    ("timezone", TIME_ZONE),
];

impl Contact {
    /// The names of the parts that a contact has in every strategy, those that must be given first. The fields of the
    /// strategy come besides, by their names.
    pub const MEMBERS: [&'static str; 8] =
        [CONTACT_TYPE, CHANNEL, AT, CUSTOMER, LANGUAGE, HANDLED_BEFORE, HANDLED_AT, TIME_ZONE];

    /// The contact of these members. A contact type or customer that the policy does not have is decided as the one that
    /// takes the rest; lengths of time are numbers of seconds; instants are written as in RFC 3339.
    ///
    /// # Errors
    ///
    /// Says which part is missing, unknown, given twice, of the wrong kind or out of range; a channel must be known.
    pub fn from_named(policy: &Policy, members: &Members) -> Result<Self, ContactError> {
        // A part under another name is told of as that, not as one that is missing.
        for (name, _) in &members.0 {
            known_member(policy, name)?;
        }
        let given = |name: &str| members.0.iter().find(|(member, _)| member == name).map(|(_, value)| value);
        let channel = channel(policy, required(CHANNEL, given(CHANNEL))?)?;
        let arrived = arrival(given(AT))?;
        let mut contact = Self::new(ContactTypeId(0), channel, arrived);
        let name = required(CONTACT_TYPE, given(CONTACT_TYPE))?;
        if !contact.set_contact_type(policy, name) {
            let known = policy.contact_types.iter().map(|found| found.name.clone()).collect();
            return Err(ContactError::UnknownContactType { name: name.into(), known });
        }
        for (at, (name, value)) in members.0.iter().enumerate() {
            if members.0.iter().take(at).any(|(before, _)| before == name) {
                return Err(ContactError::Twice { member: name.clone() });
            }
            contact.take(policy, name, value)?;
        }
        Ok(contact)
    }

    /// Takes one member that need not be there.
    fn take(&mut self, policy: &Policy, name: &str, value: &Given) -> Result<(), ContactError> {
        if [CONTACT_TYPE, CHANNEL, AT].contains(&name) {
            return Ok(());
        }
        if *value == Given::Nothing {
            return Ok(());
        }
        match name {
            CUSTOMER => {
                let name = text(name, value)?;
                if !self.set_customer(policy, name) {
                    let known = policy.segments.iter().map(|found| found.name.clone()).collect();
                    return Err(ContactError::UnknownCustomer { name: name.into(), known });
                }
            }
            LANGUAGE => self.set_language(policy, text(name, value)?),
            HANDLED_BEFORE => self.handled_before = Some(text(name, value)?.into()),
            HANDLED_AT => self.handled_at = Some(instant(name, text(name, value)?)?),
            TIME_ZONE => {
                let zone = text(name, value)?;
                let found = Zone::find(zone).ok_or_else(|| ContactError::UnknownZone { name: zone.into() })?;
                self.time_zone = Some(found);
            }
            _ => {
                if let Some((id, field)) = field_named(policy, name) {
                    self.set_field(id, field_value(field, value)?);
                }
            }
        }
        Ok(())
    }
}

fn field_named<'p>(policy: &'p Policy, name: &str) -> Option<(FieldId, &'p Field)> {
    let id = policy.field_named(name)?;
    policy.field(id).map(|field| (id, field))
}

fn known_member(policy: &Policy, name: &str) -> Result<(), ContactError> {
    if Contact::MEMBERS.contains(&name) || policy.field_named(name).is_some() {
        return Ok(());
    }
    let fixed = Contact::MEMBERS.iter().map(|member| (*member).to_owned());
    let known: Vec<String> = fixed.chain(policy.fields.iter().map(|field| field.name.clone())).collect();
    let meant = known.iter().find(|member| plain(member) == plain(name)).cloned();
    let meant = meant.or_else(|| {
        let named = |(other, member): &(&str, &'static str)| (*other == plain(name)).then(|| (*member).to_owned());
        OTHER_NAMES.iter().find_map(named)
    });
    Err(ContactError::UnknownMember { member: name.into(), meant, known })
}

/// A name without capitals, blanks, hyphens and underscores.
fn plain(name: &str) -> String {
    name.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The instant of arrival. Whatever else stands there, the form of an instant is told.
fn arrival(given: Option<&Given>) -> Result<Instant, ContactError> {
    match given {
        None | Some(Given::Nothing) => Err(ContactError::Missing { member: AT }),
        Some(Given::Text(written)) => instant(AT, written),
        Some(other) => Err(wrong_kind(AT, INSTANT, other)),
    }
}

fn required<'m>(member: &'static str, given: Option<&'m Given>) -> Result<&'m str, ContactError> {
    match given {
        None | Some(Given::Nothing) => Err(ContactError::Missing { member }),
        Some(value) => text(member, value),
    }
}

fn text<'m>(member: &str, value: &'m Given) -> Result<&'m str, ContactError> {
    match value {
        Given::Text(text) => Ok(text),
        Given::Number(_) | Given::YesNo(_) | Given::Nothing | Given::Many => Err(wrong_kind(member, "text", value)),
    }
}

fn wrong_kind(member: &str, wanted: &'static str, given: &Given) -> ContactError {
    ContactError::WrongKind { member: member.into(), wanted, given: given.words() }
}

fn channel(policy: &Policy, name: &str) -> Result<ChannelId, ContactError> {
    policy.channel_named(name).ok_or_else(|| ContactError::UnknownChannel {
        name: name.into(),
        known: policy.channels.iter().map(|found| found.name.clone()).collect(),
    })
}

fn instant(member: &str, written: &str) -> Result<Instant, ContactError> {
    let Some(at) = Instant::parse_rfc3339(written) else {
        let given = Given::from(written).words();
        return Err(ContactError::WrongKind { member: member.into(), wanted: INSTANT, given });
    };
    let known = (Instant::FIRST..=Instant::LAST).contains(&at);
    known.then_some(at).ok_or_else(|| ContactError::OutOfYears { member: member.into() })
}

fn field_value(field: &Field, value: &Given) -> Result<FieldValue, ContactError> {
    match (&field.kind, value) {
        (FieldKind::Number { low, high }, Given::Number(number)) => {
            decimal(&field.name, number, *low, *high).map(FieldValue::Number)
        }
        (FieldKind::Time, Given::Number(number)) => {
            decimal(&field.name, number, Some(Decimal::ZERO), None).map(FieldValue::Number)
        }
        (FieldKind::OneOf(names), Given::Text(text)) => {
            let at = names.iter().position(|name| name == text).and_then(|at| u16::try_from(at).ok());
            Ok(FieldValue::Name(at))
        }
        (FieldKind::YesNo, Given::YesNo(yes)) => Ok(FieldValue::Name(Some(u16::from(!*yes)))),
        (FieldKind::YesNo, Given::Text(text)) if text == "yes" => Ok(FieldValue::Name(Some(0))),
        (FieldKind::YesNo, Given::Text(text)) if text == "no" => Ok(FieldValue::Name(Some(1))),
        (FieldKind::Text, Given::Text(text)) => Ok(FieldValue::Text(text.clone())),
        (FieldKind::Number { .. }, _) => Err(wrong_kind(&field.name, "a number", value)),
        (FieldKind::Time, _) => Err(wrong_kind(&field.name, "a number of seconds", value)),
        (FieldKind::YesNo, _) => Err(wrong_kind(&field.name, "yes or no", value)),
        (FieldKind::OneOf(_) | FieldKind::Text, _) => Err(wrong_kind(&field.name, "text", value)),
    }
}

fn decimal(member: &str, written: &str, low: Option<Decimal>, high: Option<Decimal>) -> Result<Decimal, ContactError> {
    let out_of_range = |low, high| ContactError::OutOfRange { member: member.into(), given: written.into(), low, high };
    let number = nearest(written).ok_or_else(|| out_of_range(None, None))?;
    if low.is_some_and(|low| number < low) || high.is_some_and(|high| number > high) {
        return Err(out_of_range(low, high));
    }
    Ok(number)
}

/// The number, to the nearest of nine digits after the point: systems that measure hand in all the digits they have.
fn nearest(written: &str) -> Option<Decimal> {
    let Some((whole, fraction)) = written.split_once('.') else { return Decimal::parse(written) };
    let Some((kept, dropped)) = fraction.split_at_checked(9) else { return Decimal::parse(written) };
    let number = Decimal::parse(&format!("{whole}.{kept}"))?;
    let more = i64::from(dropped.starts_with(['5', '6', '7', '8', '9']));
    let more = Decimal::from_billionths(if written.starts_with('-') { -more } else { more });
    dropped.bytes().all(|byte| byte.is_ascii_digit()).then(|| number.plus(more))
}
