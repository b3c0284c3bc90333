//! A contact from names and values, as a file of contacts or a person at a terminal gives them.

use crate::engine::contact::{Contact, Spoken};
use crate::engine::contact_error::ContactError;
use crate::engine::given::{Given, Members, Numeral};
use crate::engine::names::{Lookup, Member};
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
    pub fn from_named(policy: &Policy, members: &Members<'_>) -> Result<Self, ContactError> {
        Reader { policy, lookup: policy }.contact(members)
    }
}

/// Makes contacts of members, with the names of a policy.
pub(crate) struct Reader<'p, L> {
    pub(crate) policy: &'p Policy,
    pub(crate) lookup: &'p L,
}

impl<L: Lookup> Reader<'_, L> {
    /// The contact of these members.
    pub(crate) fn contact(&self, members: &Members<'_>) -> Result<Contact, ContactError> {
        // A part under another name is told of as that, not as one that is missing.
        let known = members.0.iter().map(|(name, _)| self.member(name));
        let known = known.collect::<Result<Vec<Member>, _>>()?;
        let given = |wanted: Member| {
            let at = known.iter().position(|member| *member == wanted);
            at.and_then(|at| members.0.get(at)).map(|(_, value)| value)
        };
        let channel = self.channel(required(CHANNEL, given(Member::Channel))?)?;
        let arrived = arrival(given(Member::At))?;
        let mut contact = Contact::new(ContactTypeId(0), channel, arrived);
        contact.fields.reserve(self.policy.fields.len());
        self.set_contact_type(&mut contact, required(CONTACT_TYPE, given(Member::ContactType))?)?;
        for (at, (member, (name, value))) in known.iter().zip(&members.0).enumerate() {
            if known.iter().take(at).any(|before| before == member) {
                return Err(ContactError::Twice { member: name.clone().into() });
            }
            self.take(&mut contact, *member, value)?;
        }
        Ok(contact)
    }

    /// Takes one member that need not be there.
    fn take(&self, contact: &mut Contact, member: Member, value: &Given<'_>) -> Result<(), ContactError> {
        if *value == Given::Nothing {
            return Ok(());
        }
        match member {
            Member::Customer => self.set_customer(contact, text(CUSTOMER, value)?)?,
            Member::Language => {
                let name = text(LANGUAGE, value)?;
                let found = self.lookup.language(name);
                contact.language = found.map_or_else(|| Spoken::Other(name.into()), Spoken::Named);
            }
            Member::HandledBefore => contact.handled_before = Some(text(HANDLED_BEFORE, value)?.into()),
            Member::HandledAt => contact.handled_at = Some(instant(HANDLED_AT, text(HANDLED_AT, value)?)?),
            Member::TimeZone => {
                let zone = text(TIME_ZONE, value)?;
                let found = Zone::find(zone).ok_or_else(|| ContactError::UnknownZone { name: zone.into() })?;
                contact.time_zone = Some(found);
            }
            // The three that every contact has are taken first.
            Member::ContactType | Member::Channel | Member::At => {}
            Member::Field(id) => {
                if let Some(field) = self.policy.field(id) {
                    contact.set_field(id, self.field_value(id, field, value)?);
                }
            }
        }
        Ok(())
    }

    /// A name that the policy does not have stands for its catch-all.
    fn set_contact_type(&self, contact: &mut Contact, name: &str) -> Result<(), ContactError> {
        if let Some(found) = self.lookup.contact_type(name) {
            contact.contact_type = found;
        } else if let Some(everything_else) = self.lookup.everything_else() {
            (contact.contact_type, contact.unknown_contact_type) = (everything_else, Some(name.into()));
        } else {
            let known = self.policy.contact_types.iter().map(|found| found.name.clone()).collect();
            return Err(ContactError::UnknownContactType { name: name.into(), known });
        }
        Ok(())
    }

    /// A name that the policy does not have stands for the segment that takes everyone else, where there is one or there
    /// are no segments.
    fn set_customer(&self, contact: &mut Contact, name: &str) -> Result<(), ContactError> {
        if let Some(found) = self.lookup.segment(name) {
            contact.customer = Some(found);
            return Ok(());
        }
        let everyone_else = self.policy.everyone_else();
        if everyone_else.is_none() && !self.policy.segments.is_empty() {
            let known = self.policy.segments.iter().map(|found| found.name.clone()).collect();
            return Err(ContactError::UnknownCustomer { name: name.into(), known });
        }
        (contact.customer, contact.unknown_customer) = (everyone_else, Some(name.into()));
        Ok(())
    }

    fn member(&self, name: &str) -> Result<Member, ContactError> {
        self.lookup.member(name).ok_or_else(|| unknown_member(self.policy, name))
    }

    fn channel(&self, name: &str) -> Result<ChannelId, ContactError> {
        self.lookup.channel(name).ok_or_else(|| ContactError::UnknownChannel {
            name: name.into(),
            known: self.policy.channels.iter().map(|found| found.name.clone()).collect(),
        })
    }

    fn field_value(&self, id: FieldId, field: &Field, value: &Given<'_>) -> Result<FieldValue, ContactError> {
        match (&field.kind, value) {
            (FieldKind::Number { low, high }, Given::Number(number)) => {
                decimal(&field.name, number, *low, *high).map(FieldValue::Number)
            }
            (FieldKind::Time, Given::Number(number)) => {
                decimal(&field.name, number, Some(Decimal::ZERO), None).map(FieldValue::Number)
            }
            (FieldKind::OneOf(_), Given::Text(text)) => Ok(FieldValue::Name(self.lookup.one_of(id, text))),
            (FieldKind::YesNo, Given::YesNo(yes)) => Ok(FieldValue::Name(Some(u16::from(!*yes)))),
            (FieldKind::YesNo, Given::Text(text)) if text == "yes" => Ok(FieldValue::Name(Some(0))),
            (FieldKind::YesNo, Given::Text(text)) if text == "no" => Ok(FieldValue::Name(Some(1))),
            (FieldKind::Text, Given::Text(text)) => Ok(FieldValue::Text(text.clone().into())),
            (FieldKind::Number { .. }, _) => Err(wrong_kind(&field.name, "a number", value)),
            (FieldKind::Time, _) => Err(wrong_kind(&field.name, "a number of seconds", value)),
            (FieldKind::YesNo, _) => Err(wrong_kind(&field.name, "yes or no", value)),
            (FieldKind::OneOf(_) | FieldKind::Text, _) => Err(wrong_kind(&field.name, "text", value)),
        }
    }
}

fn unknown_member(policy: &Policy, name: &str) -> ContactError {
    let fixed = Contact::MEMBERS.iter().map(|member| (*member).to_owned());
    let known: Vec<String> = fixed.chain(policy.fields.iter().map(|field| field.name.clone())).collect();
    let meant = known.iter().find(|member| plain(member) == plain(name)).cloned();
    let meant = meant.or_else(|| {
        let named = |(other, member): &(&str, &'static str)| (*other == plain(name)).then(|| (*member).to_owned());
        OTHER_NAMES.iter().find_map(named)
    });
    ContactError::UnknownMember { member: name.into(), meant, known }
}

/// A name without capitals, blanks, hyphens and underscores.
fn plain(name: &str) -> String {
    name.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The instant of arrival. Whatever else stands there, the form of an instant is told.
fn arrival(given: Option<&Given<'_>>) -> Result<Instant, ContactError> {
    match given {
        None | Some(Given::Nothing) => Err(ContactError::Missing { member: AT }),
        Some(Given::Text(written)) => instant(AT, written),
        Some(other) => Err(wrong_kind(AT, INSTANT, other)),
    }
}

fn required<'m>(member: &'static str, given: Option<&'m Given<'_>>) -> Result<&'m str, ContactError> {
    match given {
        None | Some(Given::Nothing) => Err(ContactError::Missing { member }),
        Some(value) => text(member, value),
    }
}

fn text<'m>(member: &str, value: &'m Given<'_>) -> Result<&'m str, ContactError> {
    match value {
        Given::Text(text) => Ok(text),
        Given::Number(_) | Given::YesNo(_) | Given::Nothing | Given::Many => Err(wrong_kind(member, "text", value)),
    }
}

fn wrong_kind(member: &str, wanted: &'static str, given: &Given<'_>) -> ContactError {
    ContactError::WrongKind { member: member.into(), wanted, given: given.words() }
}

fn instant(member: &str, written: &str) -> Result<Instant, ContactError> {
    let Some(at) = Instant::parse_rfc3339(written) else {
        let given = Given::from(written).words();
        return Err(ContactError::WrongKind { member: member.into(), wanted: INSTANT, given });
    };
    let known = (Instant::FIRST..=Instant::LAST).contains(&at);
    known.then_some(at).ok_or_else(|| ContactError::OutOfYears { member: member.into() })
}

fn decimal(
    member: &str,
    written: &Numeral<'_>,
    low: Option<Decimal>,
    high: Option<Decimal>,
) -> Result<Decimal, ContactError> {
    let out_of_range =
        |low, high| ContactError::OutOfRange { member: member.into(), given: written.to_string(), low, high };
    let number = written.decimal().ok_or_else(|| out_of_range(None, None))?;
    if low.is_some_and(|low| number < low) || high.is_some_and(|high| number > high) {
        return Err(out_of_range(low, high));
    }
    Ok(number)
}
