//! Contact types as written.

use crate::calendar::Duration;
use crate::measure::Share;
use crate::notation::{self, Volume};
use crate::policy::{Gravity, ReplyNeed};
use crate::source::{Sink, Spanned};
use crate::strategy::errors;
use crate::strategy::field::{Field, Shape};
use crate::strategy::names::{NameKind, Names};
use crate::strategy::reader;
use crate::strategy::written::{Named, Written};
use crate::yaml::Entry;

/// The table of keys.
pub(super) static FIELDS: &[Field] = &[Field::name(
    "a contact type",
    Shape::KeysOrNothing(CONTACT_TYPE),
    "A contact type: one reason for which customers make contact.",
    "Order help",
)];

static CONTACT_TYPE: &[Field] = &[
    Field::new("examples", Shape::List, "What customers say or write.", "where is my parcel, change my address"),
    Field::new(
        "gravity",
        Shape::Word(&["critical", "high", "normal", "low"]),
        "How grave it is. It gives the priority where a rule says none.",
        "high",
    )
    .or("normal, or that of the contact type it is a part of"),
    Field::new("share of contacts", Shape::Phrase("a share"), "How many of all contacts are of this kind.", "50%"),
    Field::new(
        "handle time",
        Shape::KeysOr(HANDLE_TIME, &Shape::Phrase("a length of time")),
        "How long one takes, with the work after it: one time, or one for each channel.",
        "6 min",
    ),
    Field::new(
        "volume",
        Shape::KeysOr(VOLUME, &Shape::Phrase("a number of contacts")),
        "How many there are in a day or a week: one number, or one for each channel.",
        "400 per day, plus or minus 20%",
    ),
    Field::new(
        "reply",
        Shape::Phrase("always, optional or never, and when"),
        "Whether they get a reply. `optional when` and `never when` add where; elsewhere it is always.",
        "optional when channel is social",
    )
    .or("always, or that of the contact type it is a part of"),
    Field::new("regulated", Shape::List, "What the law or a charter calls it.", "complaint"),
    Field::new("business unit", Shape::Text, "Who in the organisation can remove the cause.", "Logistics"),
    Field::new(
        "private only",
        Shape::Word(&["yes", "no"]),
        "Whether it holds account data, so that it goes on in a private channel.",
        "yes",
    )
    .or("no, or that of the contact type it is a part of"),
    Field::new(
        "never on",
        Shape::List,
        "Channels on which it should not be. One that arrives there all the same is moved.",
        "social",
    )
    .or("no channel, or those of the contact type it is a part of"),
    Field::new("part of", Shape::Text, "The contact type that it is a part of.", "Delivery"),
    Field::new(
        "everything else",
        Shape::Word(&["yes", "no"]),
        "Whether it takes contacts of an unknown contact type. At most one does.",
        "yes",
    )
    .or("no"),
];

static HANDLE_TIME: &[Field] = &[Field::name(
    "a channel",
    Shape::Phrase("a length of time"),
    "How long one takes there; the channel by name, kind or family.",
    "8 min",
)];

static VOLUME: &[Field] = &[Field::name(
    "a channel",
    Shape::Phrase("a number of contacts"),
    "How many arrive there; the channel by name, kind or family.",
    "120 per day",
)];

/// All contact types as written.
#[derive(Debug, Clone, Default)]
pub struct ContactTypesSyntax {
    /// In the order written.
    pub types: Vec<ContactTypeSyntax>,
}

/// A contact type as written.
#[derive(Debug, Clone, Default)]
pub struct ContactTypeSyntax {
    /// Its name, and everything written below it.
    pub head: Named,
    /// What customers say.
    pub examples: Vec<Written>,
    /// How grave.
    pub gravity: Option<Spanned<Gravity>>,
    /// How many of all contacts.
    pub share: Option<Spanned<Share>>,
    /// How long one takes.
    pub handle_time: Option<Spanned<Duration>>,
    /// How long one takes on some channels.
    pub handle_times: Vec<(Written, Spanned<Duration>)>,
    /// How many there are.
    pub volume: Option<Spanned<Volume>>,
    /// How many there are on some channels.
    pub volumes: Vec<(Written, Spanned<Volume>)>,
    /// Whether it gets a reply.
    pub reply: Option<ReplySyntax>,
    /// What the law calls it.
    pub regulated: Vec<Written>,
    /// Who can remove the cause.
    pub business_unit: Option<Written>,
    /// Whether it holds account data.
    pub private_only: Option<Spanned<bool>>,
    /// Where it should not be.
    pub never_on: Vec<Written>,
    /// What it is a part of.
    pub part_of: Option<Written>,
    /// Whether it takes everything else.
    pub everything_else: Option<Spanned<bool>>,
}

/// Whether contacts of a type get a reply, as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReplySyntax {
    /// The need.
    pub need: Spanned<ReplyNeed>,
    /// Where it holds.
    pub when: Option<Written>,
}

/// Reads the section.
pub(super) fn read(entry: &Entry, sink: &mut Sink) -> ContactTypesSyntax {
    let keys = reader::keys(entry, FIELDS, sink);
    ContactTypesSyntax { types: keys.names().map(|entry| read_type(entry, sink)).collect() }
}

fn read_type(entry: &Entry, sink: &mut Sink) -> ContactTypeSyntax {
    let keys = reader::keys(entry, CONTACT_TYPE, sink);
    let text = |word: &str, sink: &mut Sink| keys.get(word).and_then(|entry| reader::text(entry, sink));
    let list = |word: &str, sink: &mut Sink| keys.get(word).map_or_else(Vec::new, |entry| reader::list(entry, sink));
    let yes_no = |word: &str, sink: &mut Sink| keys.get(word).and_then(|entry| reader::yes_no(entry, sink));
    let (handle_time, handle_times) = one_or_by_channel(keys.get("handle time"), HANDLE_TIME, sink, notation::duration);
    let (volume, volumes) = one_or_by_channel(keys.get("volume"), VOLUME, sink, notation::volume);
    ContactTypeSyntax {
        examples: list("examples", sink),
        gravity: keys.get("gravity").and_then(|entry| reader::word(entry, sink, &Gravity::ALL)),
        share: keys.get("share of contacts").and_then(|entry| reader::phrase(entry, sink, notation::share)),
        handle_time,
        handle_times,
        volume,
        volumes,
        reply: keys.get("reply").and_then(|entry| read_reply(entry, sink)),
        regulated: list("regulated", sink),
        business_unit: text("business unit", sink),
        private_only: yes_no("private only", sink),
        never_on: list("never on", sink),
        part_of: text("part of", sink),
        everything_else: yes_no("everything else", sink),
        head: reader::named(entry, keys.note),
    }
}

type OneOrByChannel<T> = (Option<Spanned<T>>, Vec<(Written, Spanned<T>)>);

/// One value for all channels, or a line for each.
fn one_or_by_channel<T>(
    entry: Option<&Entry>,
    fields: &'static [Field],
    sink: &mut Sink,
    read: impl for<'e> Fn(crate::source::Excerpt<'e>) -> Result<Spanned<T>, notation::Misread> + Copy,
) -> OneOrByChannel<T> {
    let Some(entry) = entry else { return (None, Vec::new()) };
    if entry.value.mapping().is_none() {
        return (reader::phrase(entry, sink, read), Vec::new());
    }
    let keys = reader::keys(entry, fields, sink);
    let line = |entry: &Entry| Some((Written::new(&entry.key), reader::phrase(entry, sink, read)?));
    (None, keys.names().filter_map(line).collect())
}

/// How far contacts of a type need a reply, by its words.
const NEEDS: [(ReplyNeed, &str); 3] =
    [(ReplyNeed::Always, "always"), (ReplyNeed::Optional, "optional"), (ReplyNeed::Never, "never")];

/// `always`, `optional` or `never`, and ` when CONDITION`.
fn read_reply(entry: &Entry, sink: &mut Sink) -> Option<ReplySyntax> {
    let written = reader::text(entry, sink)?;
    if let Some((need, other)) = another_condition(&written) {
        sink.push(errors::reply_condition(&written, need, other));
        // A condition in other words is no condition, and without one it would hold everywhere.
        return None;
    }
    let (need, when) = written.split_once(" when ");
    let need = reader::word_of(&need, &entry.key.text, sink, &NEEDS)?;
    Some(ReplySyntax { need, when })
}

/// What follows a need of a reply that is no ` when CONDITION`: the need, and its condition where that is sure.
fn another_condition(written: &Written) -> Option<(&'static str, Option<String>)> {
    const LEADS: [&str; 5] = ["only when ", "only if ", "when ", "if ", "where "];
    let lower = written.text.to_lowercase();
    let (_, need) = NEEDS.into_iter().find(|(_, need)| lower.starts_with(need))?;
    let rest = written.text.get(need.len()..)?;
    if rest.starts_with(" when ") || !rest.starts_with([' ', ',', ':', ';', '(']) {
        return None;
    }
    let rest = rest.trim_start_matches([',', ' ', ':', ';', '(']).trim_end_matches(')');
    let said = LEADS.into_iter().find_map(|lead| rest.strip_prefix(lead)).map(str::to_owned);
    let said = said.or_else(|| Some(format!("channel is {}", rest.strip_prefix("on ")?)));
    let excepts = ["except", "unless", "but", "apart from", "other than", "not "];
    let is_condition = said.is_some() || excepts.into_iter().any(|word| rest.starts_with(word));
    is_condition.then_some((need, said))
}

/// Contact types are names.
pub(super) fn declare(syntax: &ContactTypesSyntax, names: &mut Names, sink: &mut Sink) {
    for contact_type in &syntax.types {
        names.declare(NameKind::ContactType, &contact_type.head.name, contact_type.head.span, sink);
    }
    for contact_type in &syntax.types {
        if let Some(parent) = &contact_type.part_of {
            names.declare_part(&contact_type.head.name, &parent.text);
        }
    }
}
