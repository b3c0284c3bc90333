//! The contact that a story is about: `Order help on phone from Trail Club, Tue 12:00`.

use std::fmt;

use crate::calendar::{Date, TimeOfDay, Weekday};
use crate::notation::date::build_date;
use crate::notation::grammar::{Found, Rule, parse};
use crate::notation::misread::Misread;
use crate::notation::misread_kind::MisreadKind;
use crate::notation::miss::Miss;
use crate::notation::phrase::Phrase;
use crate::notation::reader::{Attempt, Fault, Reader};
use crate::notation::story_misread::look;
use crate::notation::time_of_day::build_time;
use crate::source::{Excerpt, Spanned};

/// The names by which a contact line is cut. Those built in (`sentiment`, `followers`, `waiting`) need not be listed.
#[derive(Debug, Clone, Copy, Default)]
pub struct ContactNames<'a> {
    /// The contact types.
    pub types: &'a [&'a str],
    /// The channels.
    pub channels: &'a [&'a str],
    /// The customer segments.
    pub customers: &'a [&'a str],
    /// The declared fields.
    pub fields: &'a [&'a str],
}

/// A contact as a story tells it. The channel is known; type and segment may be unknown names, which is for the caller
/// to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContactLine {
    /// The contact type as written.
    pub contact_type: Spanned<String>,
    /// The channel.
    pub channel: Spanned<String>,
    /// The customer segment as written.
    pub customer: Option<Spanned<String>>,
    /// When it comes.
    pub moment: Spanned<Moment>,
    /// The language.
    pub language: Option<Spanned<String>>,
    /// What else is known.
    pub facts: Vec<Fact>,
}

/// A day and a time of day, in the strategy's zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    /// The day.
    pub day: MomentDay,
    /// The time.
    pub time: TimeOfDay,
}

/// The day of a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MomentDay {
    /// The first such weekday on or after the day on which the strategy begins to apply.
    Weekday(Weekday),
    /// This date.
    Date(Date),
}

/// The value of one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// The field.
    pub field: Spanned<String>,
    /// Its value as written.
    pub value: Spanned<String>,
}

/// Fields that a contact line may name without their being declared.
const BUILT_IN: [&str; 3] = ["sentiment", "followers", "waiting"];

/// Reads `TYPE on CHANNEL [from SEGMENT], DAY HH:MM | DATE HH:MM {, FIELD VALUE | , in LANGUAGE}`, names longest first.
///
/// # Errors
/// Says what is wrong with any other text, and which channel or field is not known.
pub fn contact_phrase(excerpt: Excerpt<'_>, names: &ContactNames<'_>) -> Result<ContactLine, Misread> {
    let parse = |excerpt: Excerpt<'_>| parse_contact(excerpt, names);
    Reader { wanted: Phrase::Contact, parse: &parse, look: &look }.read(excerpt)
}

fn parse_contact(excerpt: Excerpt<'_>, names: &ContactNames<'_>) -> Attempt<ContactLine> {
    let phrase = parse(Rule::contact_phrase, excerpt)?;
    let moment = phrase.need(Rule::moment)?;
    let (mut facts, mut language) = (Vec::new(), None);
    for found in phrase.all(Rule::fact) {
        match build_fact(&found, names)? {
            Told::Fact(fact) => facts.push(fact),
            Told::Language(name) => language = Some(name),
        }
    }
    let (contact_type, channel, customer) = build_matter(&phrase.need(Rule::matter)?, excerpt, names)?;
    Ok(ContactLine { contact_type, channel, customer, moment: moment.with(build_moment(&moment)?), language, facts })
}

/// The day and time that the rule `moment` matched.
pub(crate) fn build_moment(found: &Found<'_>) -> Attempt<Moment> {
    let time = found.need(Rule::time)?;
    let read = build_time(&time)?.value;
    if read == TimeOfDay::END {
        return Err(Miss::new(time.start(), time.end(), MisreadKind::BeginsAtDayEnd).into());
    }
    let day = match found.part(Rule::date) {
        Some(date) => MomentDay::Date(build_date(&date)?.value),
        None => {
            let day = found.need(Rule::weekday)?;
            MomentDay::Weekday(Weekday::from_short(day.text()).ok_or(Fault::Stuck(day.start()))?)
        }
    };
    Ok(Moment { day, time: read })
}

enum Told {
    Fact(Fact),
    Language(Spanned<String>),
}

fn build_fact(found: &Found<'_>, names: &ContactNames<'_>) -> Attempt<Told> {
    let text = found.text();
    let fields = BUILT_IN.iter().chain(names.fields);
    let field = fields.filter(|field| value_after(text, field).is_some()).max_by_key(|field| field.len());
    let place = |start: usize, end: usize| found.place(start, end);
    if let Some((field, value)) = field.and_then(|field| Some((field, value_after(text, field)?))) {
        let start = text.len() - value.len();
        if let Some(rest) = value.strip_prefix("is ") {
            let kind = MisreadKind::ExtraWords { found: "is".into() };
            let miss = Miss::new(start, start + "is".len(), kind).becomes(format!("{field} {rest}"));
            return Err(miss.within(found.whole(), found.start(), found.end()).into());
        }
        return Ok(Told::Fact(Fact {
            field: Spanned::new((*field).to_owned(), place(0, field.len())),
            value: Spanned::new(value.to_owned(), place(start, text.len())),
        }));
    }
    if let Some(language) = text.strip_prefix("in ").filter(|language| !language.is_empty()) {
        return Ok(Told::Language(Spanned::new(language.to_owned(), place("in ".len(), text.len()))));
    }
    let kind = MisreadKind::UnknownField { found: text.to_owned() };
    Err(Miss::new(found.start(), found.end(), kind).into())
}

/// What stands after the field and a blank.
fn value_after<'t>(text: &'t str, field: &str) -> Option<&'t str> {
    text.strip_prefix(field)?.strip_prefix(' ').filter(|value| !value.is_empty())
}

type Matter = (Spanned<String>, Spanned<String>, Option<Spanned<String>>);

const ON: &str = " on ";
const FROM: &str = " from ";

/// One way to cut `TYPE on CHANNEL [from SEGMENT]`.
#[derive(Clone, Copy)]
struct Cut {
    known_type: bool,
    known_customer: bool,
    known_type_bytes: usize,
    channel_bytes: usize,
    /// Where ` on ` stands.
    at: usize,
}

impl Cut {
    fn is_better_than(self, other: Self) -> bool {
        let rank = |cut: Self| (cut.known_type, cut.known_customer, cut.known_type_bytes, cut.channel_bytes);
        rank(self) > rank(other)
    }
}

/// Cuts `TYPE on CHANNEL [from SEGMENT]`. Any name may hold ` on ` or ` from `: of all ways in which the channel is known
/// the one with a known type and a known segment is taken, and of these the one with the longest names.
fn build_matter(found: &Found<'_>, whole: Excerpt<'_>, names: &ContactNames<'_>) -> Attempt<Matter> {
    let text = found.text();
    let mut best: Option<Cut> = None;
    for (at, _) in text.match_indices(ON).take(50) {
        let contact_type = text.get(..at).unwrap_or("");
        let rest = text.get(at + ON.len()..).unwrap_or("");
        for channel in names.channels {
            let Some(after) = rest.strip_prefix(channel) else { continue };
            let customer = after.strip_prefix(FROM);
            if !after.is_empty() && customer.is_none_or(str::is_empty) {
                continue;
            }
            let known_type = names.types.contains(&contact_type);
            let known_customer = customer.is_none_or(|customer| names.customers.contains(&customer));
            let known_type_bytes = if known_type { contact_type.len() } else { 0 };
            let cut = Cut { known_type, known_customer, known_type_bytes, channel_bytes: channel.len(), at };
            if best.is_none_or(|before| cut.is_better_than(before)) {
                best = Some(cut);
            }
        }
    }
    let Some(Cut { at, channel_bytes, .. }) = best else { return Err(no_channel(found).into()) };
    let words = |start: usize, end: usize| {
        let place = whole.place(found.start() + start, found.start() + end);
        Spanned::new(text.get(start..end).unwrap_or("").to_owned(), place)
    };
    let channel_end = at + ON.len() + channel_bytes;
    let customer = (channel_end < text.len()).then(|| words(channel_end + FROM.len(), text.len()));
    Ok((words(0, at), words(at + ON.len(), channel_end), customer))
}

fn no_channel(found: &Found<'_>) -> Miss {
    let text = found.text();
    if let Some(at) = text.rfind(ON) {
        let start = at + ON.len();
        let end = text.get(start..).and_then(|rest| rest.find(FROM)).map_or(text.len(), |from| start + from);
        let kind = MisreadKind::UnknownChannel { found: text.get(start..end).unwrap_or("").to_owned() };
        return Miss::new(found.start() + start, found.start() + end, kind);
    }
    for joint in [" via ", " by ", " through ", " over ", " at ", " using "] {
        if let Some(at) = text.find(joint) {
            let kind = MisreadKind::WrongWord { found: joint.trim().to_owned(), write: "on".into() };
            return Miss::put(text, at + 1, at + joint.len() - 1, kind, "on").within(
                found.whole(),
                found.start(),
                found.end(),
            );
        }
    }
    Miss::new(found.start(), found.end(), MisreadKind::NoChannel { found: text.to_owned() })
}

impl fmt::Display for ContactLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} on {}", self.contact_type.value, self.channel.value)?;
        if let Some(customer) = &self.customer {
            write!(f, " from {}", customer.value)?;
        }
        write!(f, ", {}", self.moment.value)?;
        for fact in &self.facts {
            write!(f, ", {} {}", fact.field.value, fact.value.value)?;
        }
        self.language.as_ref().map_or(Ok(()), |language| write!(f, ", in {}", language.value))
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.day {
            MomentDay::Weekday(day) => write!(f, "{} {}", day.short(), self.time),
            MomentDay::Date(date) => write!(f, "{date} {}", self.time),
        }
    }
}
