//! An objective in its long form: what it measures, for which contacts, its target, and how it is counted.

use crate::notation;
use crate::policy::{
    ChannelSet, ContactTypeId, LanguageId, Level, NamedObjective, ObjectiveKind, Promise, SeasonId, SegmentId,
};
use crate::source::{Sink, Spanned};
use crate::strategy::components::service_levels::counting::{self, CountingModel, CountingSyntax};
use crate::strategy::components::service_levels::table::promise_as_run;
use crate::strategy::field::{Field, Shape};
use crate::strategy::names::{NameKind, Names};
use crate::strategy::reader;
use crate::strategy::written::{Named, Written};
use crate::yaml::Entry;

const KINDS: &[&str] = &[
    "service level",
    "response time",
    "resolution time",
    "average speed of answer",
    "maximum wait",
    "abandonment",
    "answer rate",
    "blockage",
    "busy",
    "transfer time",
    "first contact resolution",
    "quality",
    "availability",
    "occupancy",
    "update",
];

const OWN: [Field; 9] = [
    Field::new("kind", Shape::Word(KINDS), "What it measures.", "resolution time").required(),
    Field::new("for", Shape::List, "The contact types; all where not written.", "Complaint"),
    Field::new("on", Shape::List, "The channels or kinds; all where not written.", "phone, chat"),
    Field::new("customers", Shape::List, "The customer segments; all where not written.", "Trail Club"),
    Field::new("languages", Shape::List, "The languages; all where not written.", "French"),
    Field::new("season", Shape::Text, "The season in which it holds; always where not written.", "Tax time"),
    Field::new("target", Shape::Phrase("a promise"), "What is aimed at.", "80% in 10 working days"),
    Field::new(
        "level",
        Shape::Word(&["published", "internal", "regulatory"]),
        "Whether customers are told, it is known inside only, or a regulator demands it.",
        "internal",
    )
    .or("published"),
    Field::new("approved by", Shape::Text, "Who approved it.", "Priya Shah"),
];

/// The table of keys: its own, then those of counting.
pub static FIELDS: &[Field] = &{
    let mut all = [OWN[0]; OWN.len() + counting::FIELDS_COUNT];
    let mut at = 0;
    while at < OWN.len() {
        all[at] = OWN[at];
        at += 1;
    }
    while at < all.len() {
        all[at] = counting::FIELDS_LIST[at - OWN.len()];
        at += 1;
    }
    all
};

/// An objective as written.
#[derive(Debug, Clone, Default)]
pub struct ObjectiveSyntax {
    /// Its name, and everything written below it.
    pub head: Named,
    /// What it measures.
    pub kind: Option<Spanned<ObjectiveKind>>,
    /// The contact types.
    pub contact_types: Vec<Written>,
    /// The channels.
    pub channels: Vec<Written>,
    /// The customer segments.
    pub customers: Vec<Written>,
    /// The languages.
    pub languages: Vec<Written>,
    /// The season.
    pub season: Option<Written>,
    /// The target.
    pub target: Option<(Written, notation::Promise)>,
    /// Published, internal or regulatory.
    pub level: Option<Spanned<Level>>,
    /// Who approved it.
    pub approved_by: Option<Written>,
    /// How it is counted.
    pub counting: CountingSyntax,
}

/// An objective as meant.
#[derive(Debug, Clone, Default)]
pub struct ObjectiveModel {
    /// Its name, and everything written below it.
    pub head: Named,
    /// What it measures.
    pub kind: Option<Spanned<ObjectiveKind>>,
    /// The contact types; empty for all.
    pub contact_types: Vec<ContactTypeId>,
    /// The channels; empty for all.
    pub channels: Vec<ChannelSet>,
    /// The customer segments; empty for all.
    pub customers: Vec<SegmentId>,
    /// The languages; empty for all.
    pub languages: Vec<LanguageId>,
    /// The season.
    pub season: Option<SeasonId>,
    /// The target.
    pub target: Option<Spanned<Promise>>,
    /// Published, internal or regulatory.
    pub level: Option<Spanned<Level>>,
    /// Who approved it.
    pub approved_by: Option<Written>,
    /// How it is counted.
    pub counting: CountingModel,
    /// Whether a name in it had no meaning, so that it may hold for fewer contacts than its author meant.
    pub incomplete: bool,
}

/// Reads one objective.
pub fn read(entry: &Entry, sink: &mut Sink) -> ObjectiveSyntax {
    let keys = reader::keys(entry, FIELDS, sink);
    reader::require(&keys, FIELDS, entry, sink);
    let target = keys.text("target", sink).and_then(|written| {
        let read = reader::reported(notation::promise(written.excerpt()), &written, sink);
        read.map(|promise| (written, promise))
    });
    ObjectiveSyntax {
        kind: keys.word("kind", sink, &ObjectiveKind::ALL),
        contact_types: keys.list("for", sink),
        channels: keys.list("on", sink),
        customers: keys.list("customers", sink),
        languages: keys.list("languages", sink),
        season: keys.text("season", sink),
        target,
        level: keys.word("level", sink, &Level::ALL),
        approved_by: keys.text("approved by", sink),
        counting: counting::read_keys(&keys, sink),
        head: reader::named(entry, keys.note),
    }
}

/// Gives its names their meaning.
pub fn resolve(syntax: &ObjectiveSyntax, names: &Names, sink: &mut Sink) -> ObjectiveModel {
    let mut incomplete = false;
    let mut find = |kind: NameKind, list: &[Written], sink: &mut Sink| -> Vec<u16> {
        let found: Vec<_> = list.iter().filter_map(|written| names.find(kind, &written.spanned(), sink)).collect();
        incomplete |= found.len() != list.len();
        found
    };
    let contact_types = find(NameKind::ContactType, &syntax.contact_types, sink);
    let customers = find(NameKind::Customer, &syntax.customers, sink);
    let languages = find(NameKind::Language, &syntax.languages, sink);
    let season = syntax.season.as_ref().and_then(|season| names.find(NameKind::Season, &season.spanned(), sink));
    let channels: Vec<_> =
        syntax.channels.iter().filter_map(|written| names.find_channels(&written.spanned(), sink)).collect();
    incomplete |= channels.len() != syntax.channels.len() || (syntax.season.is_some() && season.is_none());
    ObjectiveModel {
        head: syntax.head.clone(),
        kind: syntax.kind,
        contact_types: contact_types.into_iter().map(ContactTypeId).collect(),
        channels,
        customers: customers.into_iter().map(SegmentId).collect(),
        languages: languages.into_iter().map(LanguageId).collect(),
        season: season.map(SeasonId),
        target: syntax
            .target
            .as_ref()
            .map(|(written, promise)| Spanned::new(promise_as_run(promise, &written.text), written.span)),
        level: syntax.level,
        approved_by: syntax.approved_by.clone(),
        counting: syntax.counting.clone(),
        incomplete,
    }
}

/// An objective as it runs; none where its kind could not be read.
#[must_use]
pub fn as_run(model: &ObjectiveModel, by_business_unit: bool) -> Option<NamedObjective> {
    let level = if by_business_unit { Level::Internal } else { Level::Published };
    Some(NamedObjective {
        name: model.head.name.clone(),
        kind: model.kind?.value,
        contact_types: model.contact_types.clone(),
        channels: model.channels.clone(),
        segments: model.customers.clone(),
        languages: model.languages.clone(),
        season: model.season,
        target: model.target.as_ref().map(|target| target.value.clone()),
        counting: counting::as_run(&model.counting),
        level: model.level.map_or(level, |level| level.value),
        by_business_unit,
    })
}
