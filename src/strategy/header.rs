//! The top of the file: format, name, version, status, dates, time zone, plan owner, and other files.

use crate::calendar::{Date, Zone};
use crate::notation;
use crate::source::{Sink, Span, Spanned};
use crate::strategy::errors;
use crate::strategy::field::{Field, Shape};
use crate::strategy::reader::{self, Keys};
use crate::strategy::written::{Fact, Written};

/// The format that this version reads.
pub const FORMAT: u32 = 1;

/// The keys at the top of the file, before the sections.
pub static FIELDS: &[Field] = &[
    Field::new("format", Shape::Phrase("a whole number"), "The version of the strategy language.", "1").required(),
    Field::new("strategy", Shape::Text, "The name of the strategy: whose access it describes.", "Acorn Outdoor")
        .required(),
    Field::new("version", Shape::Text, "The author's own version.", "2026.4"),
    Field::new(
        "status",
        Shape::Word(&["draft", "approved", "expired"]),
        "Where the strategy stands: draft, approved or expired.",
        "approved",
    )
    .or("draft"),
    Field::new("applies from", Shape::Phrase("a date"), "The first day on which it applies.", "2026-12-01"),
    Field::new("applies until", Shape::Phrase("a date"), "The last day on which it applies.", "2027-11-30"),
    Field::new(
        "time zone",
        Shape::Phrase("a time zone"),
        "The zone of all hours that do not name another one.",
        "Europe/London",
    )
    .required(),
    Field::new(
        "plan owner",
        Shape::Text,
        "The one person or role accountable for the whole.",
        "Priya Shah, Head of Customer Care",
    ),
    Field::new("include", Shape::List, "Other files that hold sections of this strategy.", "hours.strategy.yaml"),
    Field::new(
        "based on",
        Shape::Text,
        "The strategy that this file changes: only what differs is written here.",
        "acorn.strategy.yaml",
    ),
];

/// Where a strategy stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Status {
    /// Being written.
    #[default]
    Draft,
    /// In force.
    Approved,
    /// No longer in force.
    Expired,
}

impl Status {
    /// All, with their words.
    pub const ALL: [(Self, &'static str); 3] =
        [(Self::Draft, "draft"), (Self::Approved, "approved"), (Self::Expired, "expired")];

    /// The word of the strategy file.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Approved => "approved",
            Self::Expired => "expired",
        }
    }
}

/// The top of the file as meant.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Header {
    /// The name of the strategy.
    pub strategy: Option<Written>,
    /// The author's version.
    pub version: Option<Written>,
    /// Where it stands.
    pub status: Option<Spanned<Status>>,
    /// The first day on which it applies.
    pub applies_from: Option<Spanned<Date>>,
    /// The last day on which it applies.
    pub applies_until: Option<Spanned<Date>>,
    /// The time zone, where it is known.
    pub time_zone: Option<Spanned<Zone>>,
    /// Who is accountable, as written.
    pub plan_owner: Option<Written>,
    /// The files named by `include`.
    pub includes: Vec<Written>,
    /// The file named by `based on`.
    pub based_on: Option<Written>,
    /// Everything written at the top of the file, right or wrong, so that the document need not say that nothing was.
    pub facts: Vec<Fact>,
}

impl Header {
    /// The zone of the strategy; UTC where it could not be read, which has been reported.
    #[must_use]
    pub fn zone(&self) -> Zone {
        self.time_zone.as_ref().map_or_else(Zone::utc, |zone| zone.value.clone())
    }

    /// What was written under a key, right or wrong.
    #[must_use]
    pub fn fact(&self, key: &str) -> Option<&Fact> {
        self.facts.iter().find(|fact| fact.label == key)
    }

    /// The name of the strategy; a general word where it has none, which has been reported.
    #[must_use]
    pub fn name(&self) -> &str {
        self.strategy.as_ref().map_or("This strategy", |name| name.text.as_str())
    }
}

/// Reads the top of the file. `start` is the place at which missing keys are reported; without it they are withheld, since
/// they may stand in a file that is missing.
pub fn read(keys: &Keys<'_>, start: Option<Span>, sink: &mut Sink) -> Header {
    read_format(keys, start, sink);
    let text = |word: &str, sink: &mut Sink| keys.get(word).and_then(|entry| reader::text(entry, sink));
    let date =
        |word: &str, sink: &mut Sink| keys.get(word).and_then(|entry| reader::phrase(entry, sink, notation::date));
    let strategy = text("strategy", sink);
    if keys.get("strategy").is_none() {
        missing("strategy", start, "The name is on every document and in every message.", "Acorn Outdoor", sink);
    }
    let header = Header {
        strategy,
        version: text("version", sink),
        status: keys.get("status").and_then(|entry| reader::word(entry, sink, &Status::ALL)),
        applies_from: date("applies from", sink),
        applies_until: date("applies until", sink),
        time_zone: read_zone(keys, start, sink),
        plan_owner: text("plan owner", sink).map(|owner| with_commas(owner, sink)),
        includes: keys.get("include").map_or_else(Vec::new, |entry| reader::list(entry, sink)),
        based_on: text("based on", sink),
        facts: Vec::new(),
    };
    if let (Some(from), Some(until)) = (&header.applies_from, &header.applies_until)
        && until.value < from.value
    {
        sink.push(errors::ends_before_it_begins("The strategy", from.value, until.value, until.span, from.span));
    }
    header
}

/// A person whose parts are parted by something else than commas would be taken for one long name.
fn with_commas(mut owner: Written, sink: &mut Sink) -> Written {
    if owner.text.contains("; ") {
        let text = owner.text.replace("; ", ", ");
        sink.push(errors::parted_by_semicolons(&owner, &text));
        owner.text = text;
    }
    owner
}

fn missing(key: &str, start: Option<Span>, why: &str, example: &str, sink: &mut Sink) {
    match start {
        Some(start) => sink.push(errors::missing_required(key, "This file", start, why, example)),
        None => sink.withhold(),
    }
}

fn read_format(keys: &Keys<'_>, start: Option<Span>, sink: &mut Sink) {
    let Some(entry) = keys.get("format") else {
        let why = "The number says which version of the language the file is written in.";
        missing("format", start, why, "1", sink);
        return;
    };
    let Some(written) = reader::text(entry, sink) else { return };
    match written.text.parse::<u32>() {
        Ok(FORMAT) => {}
        Ok(newer) if newer > FORMAT => sink.push(errors::newer_format(newer, written.span)),
        Ok(_) | Err(_) => sink.push(errors::unknown_format(&written)),
    }
}

fn read_zone(keys: &Keys<'_>, start: Option<Span>, sink: &mut Sink) -> Option<Spanned<Zone>> {
    let Some(entry) = keys.get("time zone") else {
        missing("time zone", start, "Without it nobody knows when 08:00 is.", "Europe/London", sink);
        return None;
    };
    let written = reader::text(entry, sink)?;
    zone(&written, sink)
}

/// A time zone of the bundled data; reports a name that is not in it.
pub fn zone(written: &Written, sink: &mut Sink) -> Option<Spanned<Zone>> {
    let found = Zone::find(&written.text);
    if found.is_none() {
        sink.push(errors::unknown_zone(written, Zone::nearest(&written.text).as_deref()));
    }
    found.map(|zone| Spanned::new(zone, written.span))
}
