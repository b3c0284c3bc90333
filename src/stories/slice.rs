//! A slice of all contacts: what is left out of a contact is every value that it can have, in turn.

use crate::engine::{Contact, ContactError, Given, Members};
use crate::notation::{ContactParts, Guess, contact_parts};
use crate::policy::Policy;
use crate::stories::ask::{AskError, ask};
use crate::stories::contact::with_names;

/// How many contacts a slice may have.
pub const LARGEST_SLICE: usize = 1_000;

/// The three parts that can be left out, as they are called.
const PARTS: [&str; 3] = ["contact type", "channel", "customer"];

/// The contacts of a slice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slice {
    /// The parts that were left out, as they are called.
    pub varied: Vec<&'static str>,
    /// The contacts, each with its values of these parts.
    pub rows: Vec<(Vec<String>, Contact)>,
}

/// Why there is no slice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SliceError {
    /// A contact of it cannot be read or decided.
    Ask(Box<AskError>),
    /// It says more than is understood.
    NotUnderstood {
        /// What is understood of it, as it is written.
        understood: String,
    },
    /// It does not say when.
    NoMoment,
    /// It would have more contacts than are looked at.
    TooLarge(usize),
}

/// The slice of a contact line in which the contact type, the channel or the customer is left out:
/// `Order help from Trail Club, Tue 12:00`.
///
/// # Errors
/// Says what is not understood, or cannot be decided.
pub fn slice(text: &str, policy: &Policy, guess: Guess<'_>) -> Result<Slice, SliceError> {
    let languages: Vec<&str> = policy.languages.iter().map(String::as_str).collect();
    let parts = with_names(policy, |names| contact_parts(text, names, &languages, guess));
    let (Some(day), Some(time)) = (&parts.day, &parts.time) else { return Err(SliceError::NoMoment) };
    let line = |parts: &ContactParts| {
        let mut line = parts.contact_type.clone().unwrap_or_default();
        for (word, part) in [("on", &parts.channel), ("from", &parts.customer)] {
            if let Some(part) = part {
                line.push_str(if line.is_empty() { "" } else { " " });
                line.push_str(&format!("{word} {part}"));
            }
        }
        let facts: String = parts.facts.iter().map(|fact| format!(", {fact}")).collect();
        let comma = if line.is_empty() { "" } else { ", " };
        format!("{line}{comma}{day} {time}{facts}")
    };
    let understood = line(&parts);
    if understood != text.split_whitespace().collect::<Vec<_>>().join(" ") {
        return Err(SliceError::NotUnderstood { understood });
    }
    let given = [&parts.contact_type, &parts.channel, &parts.customer].map(|part| part.clone());
    build(policy, given, |[contact_type, channel, customer]| {
        let whole = ContactParts { contact_type, channel, customer, ..parts.clone() };
        let asked = ask(&line(&whole), policy, guess).map_err(|error| SliceError::Ask(Box::new(error)))?;
        Ok(asked.contact)
    })
}

/// The slice of the members of a contact in which the contact type, the channel or the customer is left out.
///
/// # Errors
/// Says which member is wrong.
pub fn slice_of(members: &Members<'_>, policy: &Policy) -> Result<Slice, SliceError> {
    let given = PARTS.map(|part| {
        members.0.iter().find(|(name, _)| name == part).and_then(|(_, value)| match value {
            Given::Text(text) => Some(text.clone().into_owned()),
            Given::Number(_) | Given::YesNo(_) | Given::Nothing | Given::Many => None,
        })
    });
    build(policy, given.clone(), |values| {
        let mut whole = members.clone();
        for ((part, value), given) in PARTS.iter().zip(values).zip(&given) {
            if given.is_none() {
                whole.0.retain(|(name, value)| name != part || *value != Given::Nothing);
                whole.0.extend(value.map(|value| ((*part).into(), Given::from(value))));
            }
        }
        let refused = |error: ContactError| SliceError::Ask(Box::new(AskError::Refused(error)));
        Contact::from_named(policy, &whole).map_err(refused)
    })
}

/// Every combination of what is given and of all values of what is not.
fn build(
    policy: &Policy,
    given: [Option<String>; 3],
    contact: impl Fn([Option<String>; 3]) -> Result<Contact, SliceError>,
) -> Result<Slice, SliceError> {
    let names = [
        policy.contact_types.iter().map(|part| part.name.clone()).collect::<Vec<_>>(),
        policy.channels.iter().map(|part| part.name.clone()).collect(),
        policy.segments.iter().map(|part| part.name.clone()).collect(),
    ];
    let is_varied =
        |at: usize| given.get(at).is_some_and(Option::is_none) && names.get(at).is_some_and(|all| !all.is_empty());
    let varied: Vec<usize> = (0..PARTS.len()).filter(|at| is_varied(*at)).collect();
    let mut combinations: Vec<[Option<String>; 3]> = vec![given.clone()];
    for at in &varied {
        let all = names.get(*at).map_or(&[][..], Vec::as_slice);
        if combinations.len().saturating_mul(all.len()) > LARGEST_SLICE {
            let count = varied.iter().filter_map(|at| names.get(*at)).map(Vec::len).product();
            return Err(SliceError::TooLarge(count));
        }
        let with = |before: &[Option<String>; 3], name: &String| {
            let mut next = before.clone();
            if let Some(slot) = next.get_mut(*at) {
                *slot = Some(name.clone());
            }
            next
        };
        combinations = combinations.iter().flat_map(|before| all.iter().map(move |name| with(before, name))).collect();
    }
    let row = |values: [Option<String>; 3]| {
        let shown = varied.iter().filter_map(|at| values.get(*at)?.clone()).collect();
        Ok((shown, contact(values)?))
    };
    let rows = combinations.into_iter().map(row).collect::<Result<_, SliceError>>()?;
    Ok(Slice { varied: varied.iter().filter_map(|at| PARTS.get(*at).copied()).collect(), rows })
}
