//! What is said of a contact that a person asks about: why it cannot be read, how it is written, and how its time was taken.

use crate::cli::formats::plain;
use crate::cli::outcome::Refusal;
use crate::compilation::{
    AskError, ContactParts, Date, Misread, MisreadKind, NamedPart, Remark, Runtime, data_versions, say_local,
    why_misread,
};

/// How many names are told.
const SHOWN: usize = 6;

/// Words for a day that is another one tomorrow. An answer must be the same whenever it is asked for.
const FLEETING: [&str; 5] = ["now", "today", "tonight", "tomorrow", "yesterday"];

/// Why a contact cannot be decided, in words.
pub(crate) fn refusal(runtime: &Runtime, phrase: &str, error: &AskError) -> Refusal {
    let (what, write) = match error {
        AskError::Misread { misread, parts } => misread_words(runtime, phrase, misread, parts),
        AskError::Unknown { part, name, meant, known, parts } => {
            let found = match part {
                NamedPart::ContactType => parts.contact_type.is_some() && parts.channel.is_some(),
                NamedPart::Channel => parts.channel.is_some() && parts.contact_type.is_some(),
                NamedPart::Customer => parts.customer.is_some(),
                NamedPart::Language | NamedPart::Value(_) => false,
            };
            let write = (found || meant.is_some()).then(|| drafts(runtime, parts).into_iter().next()).flatten();
            (unknown(part, name, meant.as_deref(), known) + &everything_else(runtime, part), write)
        }
        AskError::SeveralChannels { word, channels } => {
            (format!("\"{word}\" stands for every channel of its kind. Name one: {}.", list(channels)), None)
        }
        AskError::Refused(error) => (error.to_string(), None),
    };
    let what = format!("\"{}\" cannot be decided. {what}", plain::line(phrase.trim()));
    Refusal::new(what, write.map_or_else(String::new, |line| format!("Write it like this: {line}")))
}

fn unknown(part: &NamedPart, name: &str, meant: Option<&str>, known: &[String]) -> String {
    let (there_is_no, there_are) = match part {
        NamedPart::ContactType => ("There is no contact type called".to_owned(), "The contact types are".to_owned()),
        NamedPart::Channel => ("There is no channel called".to_owned(), "The channels are".to_owned()),
        NamedPart::Customer => ("There is no customer called".to_owned(), "The customers are".to_owned()),
        NamedPart::Language => ("There is no language called".to_owned(), "The languages are".to_owned()),
        NamedPart::Value(field) => (format!("{field} has no value called"), "Its values are".to_owned()),
    };
    let remedy = match meant {
        Some(meant) => format!("Did you mean \"{meant}\"?"),
        None if known.is_empty() => "The strategy names none.".to_owned(),
        None => format!("{there_are}: {}.", list(known)),
    };
    format!("{there_is_no} \"{name}\". {remedy}")
}

/// How a contact of a contact type without a name is asked about, where the strategy takes such contacts.
fn everything_else(runtime: &Runtime, part: &NamedPart) -> String {
    let policy = runtime.policy();
    let rest = policy.everything_else().and_then(|id| policy.contact_type(id));
    match rest.filter(|_| *part == NamedPart::ContactType) {
        Some(rest) => format!(" To ask about everything else, name \"{}\".", rest.name),
        None => String::new(),
    }
}

/// At most six names; the rest is counted.
fn list(names: &[String]) -> String {
    let shown = names.iter().take(SHOWN).map(String::as_str).collect::<Vec<_>>().join(", ");
    match names.len().saturating_sub(SHOWN) {
        0 => shown,
        more => format!("{shown} and {more} more"),
    }
}

/// What is wrong with a line that cannot be read, and the line as it is written.
fn misread_words(runtime: &Runtime, phrase: &str, misread: &Misread, parts: &ContactParts) -> (String, Option<String>) {
    let choices = misread.choices.iter().filter(|line| runtime.ask(line).is_ok()).cloned().collect::<Vec<_>>();
    let sure = misread.suggestion.iter().find(|line| runtime.ask(line).is_ok()).cloned();
    let write = if choices.len() == 2 { Some(choices.join(", or: ")) } else { sure };
    let write = write.or_else(|| drafts(runtime, parts).into_iter().next());
    (what_is_wrong(runtime, phrase, misread, parts), write)
}

#[expect(clippy::wildcard_enum_match_arm, reason = "all other near misses have the words of a strategy's phrases")]
fn what_is_wrong(runtime: &Runtime, phrase: &str, misread: &Misread, parts: &ContactParts) -> String {
    let words = || phrase.split([' ', ',']).map(str::to_lowercase);
    if parts.day.is_none()
        && let Some(word) = FLEETING.iter().find(|word| words().any(|other| other == **word))
    {
        return format!("\"{word}\" means something else whenever it is asked. Write a weekday or a date, and a time.");
    }
    if phrase.trim_end().ends_with(',') && missing(parts).is_none() {
        return "There is a comma with nothing behind it.".into();
    }
    match &misread.kind {
        MisreadKind::NoMoment { found } => no_moment(phrase, found, parts),
        MisreadKind::NoChannel { .. } | MisreadKind::Unreadable { .. } | MisreadKind::Empty { .. } => {
            missing(parts).unwrap_or_else(|| not_so(phrase, parts))
        }
        MisreadKind::UnknownChannel { found } if found.trim().is_empty() => "It does not say on which channel.".into(),
        MisreadKind::UnknownChannel { found } if found.trim() == found => "It says \"from\", but not from whom.".into(),
        MisreadKind::UnknownChannel { .. } => "There is a blank before the comma.".into(),
        MisreadKind::WrongSeparator { write: ", ", .. } if phrase.contains(" on ") => {
            "A comma is missing before the day.".into()
        }
        MisreadKind::WrongSeparator { write: ", ", .. } => not_so(phrase, parts),
        MisreadKind::WrongSeparator { found, .. } if found == ", " => {
            "There is a comma between the day and the time.".into()
        }
        MisreadKind::WrongSeparator { .. } => "A blank stands between the date and the time.".into(),
        MisreadKind::BeginsAtDayEnd => "24:00 is the end of a day. The next day begins at 00:00.".into(),
        MisreadKind::UnknownField { found } => unknown_field(runtime, found),
        _ => why_misread(misread, phrase).unwrap_or_else(|| missing(parts).unwrap_or_else(|| not_so(phrase, parts))),
    }
}

fn no_moment(phrase: &str, found: &str, parts: &ContactParts) -> String {
    match (&parts.day, &parts.time) {
        (None, None) => missing(parts).unwrap_or_else(|| not_so(phrase, parts)),
        (Some(_), None) => "It does not say at what time.".into(),
        (None, Some(_)) => "It does not say on which day.".into(),
        (Some(_), Some(_)) if found.bytes().any(|byte| byte.is_ascii_digit()) => {
            format!("\"{found}\" is not one day and one time.")
        }
        (Some(_), Some(_)) => not_so(phrase, parts),
    }
}

/// What a line does not say of what it must.
fn missing(parts: &ContactParts) -> Option<String> {
    let (about, channel) = (parts.contact_type.is_some(), parts.channel.is_some());
    let when = parts.day.is_some() && parts.time.is_some();
    Some(match (about, channel, when) {
        (true, true, true) => return None,
        (true, true, false) => "It does not say when. Add the day and the time, such as \", Tue 12:00\".".into(),
        (true, false, true) => "It does not say on which channel.".into(),
        (false, true, true) => "It does not say what it is about.".into(),
        (true, false, false) => "It does not say on which channel, nor when.".into(),
        (false, true, false) => "It does not say what it is about, nor when.".into(),
        (false, false, true) => "It does not say what it is about, nor on which channel.".into(),
        (false, false, false) => "This is no contact: it does not say what about, on which channel and when.".into(),
    })
}

/// All is there, but not as it can be told for certain.
fn not_so(phrase: &str, parts: &ContactParts) -> String {
    match &parts.channel {
        Some(channel) if !phrase.contains(" on ") => format!("The word \"on\" is missing before {channel}."),
        Some(_) | None => "A contact says what about, on which channel, from whom, and after a comma when.".into(),
    }
}

fn unknown_field(runtime: &Runtime, found: &str) -> String {
    let policy = runtime.policy();
    if let Some((term, _)) = policy.terms.iter().find(|(term, _)| term == found) {
        return format!("\"{term}\" is a term: it follows from what is known. Write what makes it so.");
    }
    let fields: Vec<String> = policy.fields.iter().map(|field| field.name.clone()).collect();
    format!("\"{found}\" is nothing that is known of a contact here. What can be known: {}.", list(&fields))
}

/// The line as it is written: with all that was found, then without what else is known. What was not found is filled in
/// with names of the strategy. Only lines that can be decided are offered.
fn drafts(runtime: &Runtime, parts: &ContactParts) -> Vec<String> {
    let policy = runtime.policy();
    let or_first = |part: &Option<String>, first: Option<&String>, else_: &str| {
        part.clone().or_else(|| first.cloned()).unwrap_or_else(|| else_.to_owned())
    };
    let contact_type = or_first(&parts.contact_type, policy.contact_types.first().map(|it| &it.name), "Order help");
    let channel = or_first(&parts.channel, policy.channels.first().map(|it| &it.name), "phone");
    let customer = parts.customer.as_ref().map_or_else(String::new, |customer| format!(" from {customer}"));
    let (day, time) = (or_first(&parts.day, None, "Tue"), or_first(&parts.time, None, "12:00"));
    let line = format!("{contact_type} on {channel}{customer}, {day} {time}");
    let facts: String = parts.facts.iter().map(|fact| format!(", {fact}")).collect();
    let lines = [format!("{line}{facts}"), line];
    lines.into_iter().filter(|line| runtime.ask(line).is_ok()).collect()
}

/// What to know about how a contact was read, in a sentence.
pub(crate) fn remark(runtime: &Runtime, remark: &Remark) -> String {
    let zone = &runtime.policy().time_zone;
    let day = |date: &Date| format!("{} {date}", date.weekday().short());
    let data = || format!("(time zone data {})", data_versions().0);
    match remark {
        Remark::JumpedOver { asked: (date, time), taken } => {
            let taken = say_local(zone, *taken);
            format!("On {} the clocks in {zone} jump over {time}; {taken} was taken {}.", day(date), data())
        }
        Remark::ComesTwice { asked: (date, time), taken, again } => {
            let (taken, again) = (zone.rfc3339(*taken), zone.rfc3339(*again));
            format!(
                "On {} the clocks in {zone} show {time} twice; the first was taken, {taken}. The second is {again} {}.",
                day(date),
                data()
            )
        }
        Remark::LanguageUnknown(name) => {
            format!("\"{name}\" is none of the strategy's languages; it was taken as another one.")
        }
        Remark::ValueUnknown { field, value } => {
            format!("\"{value}\" is none of the values of {field}; it was taken as another one.")
        }
    }
}
